//! tantivy, set up for names: folded words, fuzzy words, trigrams, and names worth more than summaries.

use anyhow::Context as _;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, BoostQuery, FuzzyTermQuery, Occur, Query, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, Schema, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{NgramTokenizer, SimpleTokenizer, TextAnalyzer};
use tantivy::{Index, Searcher, TantivyDocument, Term};

use crate::catalogue::Entry;
use crate::engine::{Engine, HITS, Reply};
use crate::questions::fold;

/// Boosts: a word of a name as it is, within some slips, as the start of one, a trigram, a word of a summary.
const EXACT: f32 = 2.0;
const FUZZY: f32 = 4.0;
const START: f32 = 6.0;
const GRAM: f32 = 1.0;
const SUMMARY: f32 = 0.3;

/// Memory for indexing, in bytes: enough that the whole catalogue becomes one segment.
const BUDGET: usize = 400_000_000;

#[derive(Clone, Copy)]
struct Fields {
    number: Field,
    name: Field,
    grams: Field,
    summary: Field,
}

pub(crate) struct Terms {
    searcher: Searcher,
    fields: Fields,
    grams: TextAnalyzer,
}

impl Terms {
    /// Indexes one document for each name, so that a short name is not drowned by its aliases.
    pub(crate) fn new(entries: &[Entry]) -> anyhow::Result<Self> {
        let (schema, fields) = schema();
        let index = Index::create_in_ram(schema);
        let grams = TextAnalyzer::builder(NgramTokenizer::all_ngrams(3, 3)?).build();
        index.tokenizers().register("words", TextAnalyzer::builder(SimpleTokenizer::default()).build());
        index.tokenizers().register("grams", grams.clone());
        let mut writer = index.writer_with_num_threads(1, BUDGET)?;
        for (number, entry) in (0..).zip(entries) {
            for (place, name) in entry.names.iter().enumerate() {
                let name = fold(name);
                let mut document = TantivyDocument::default();
                document.add_u64(fields.number, number);
                document.add_text(fields.grams, format!(" {name} "));
                document.add_text(fields.name, name);
                if place == 0 {
                    document.add_text(fields.summary, fold(&entry.summary));
                }
                writer.add_document(document)?;
            }
        }
        writer.commit()?;
        Ok(Self { searcher: index.reader()?.searcher(), fields, grams })
    }

    fn words(&self, word: &str, last_half_typed: bool) -> Vec<(Occur, Box<dyn Query>)> {
        let term = Term::from_field_text(self.fields.name, word);
        let summary = Term::from_field_text(self.fields.summary, word);
        let exact = TermQuery::new(term.clone(), IndexRecordOption::WithFreqs);
        let mut queries = vec![boosted(exact, EXACT)];
        let slips = slips(word);
        if last_half_typed {
            queries.push(boosted(FuzzyTermQuery::new_prefix(term.clone(), 0, true), START));
            queries.push(boosted(FuzzyTermQuery::new_prefix(term, slips.min(1), true), FUZZY));
        } else {
            queries.push(boosted(FuzzyTermQuery::new(term, slips, true), FUZZY));
            queries.push(boosted(TermQuery::new(summary, IndexRecordOption::WithFreqs), SUMMARY));
        }
        queries
    }

    fn search(&self, text: &str, half_typed: bool) -> anyhow::Result<Reply> {
        let text = fold(text);
        let words: Vec<&str> = text.split(|letter: char| !letter.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let mut queries = Vec::new();
        for (place, word) in words.iter().enumerate() {
            queries.extend(self.words(word, half_typed && place + 1 == words.len()));
        }
        let mut grams = self.grams.clone();
        let padded = if half_typed { format!(" {text}") } else { format!(" {text} ") };
        let mut stream = grams.token_stream(&padded);
        while stream.advance() {
            let term = Term::from_field_text(self.fields.grams, &stream.token().text);
            queries.push(boosted(TermQuery::new(term, IndexRecordOption::WithFreqs), GRAM));
        }
        // Names of one entry may fill several places.
        let limit = TopDocs::with_limit(2 * HITS).order_by_score();
        let found = self.searcher.search(&BooleanQuery::new(queries), &limit)?;
        let mut entries = Vec::with_capacity(HITS);
        for (_, address) in &found {
            let numbers = self.searcher.segment_reader(address.segment_ord).fast_fields().u64("number")?;
            let number = numbers.first(address.doc_id).context("a document has no number")?;
            let number = usize::try_from(number)?;
            if !entries.contains(&number) && entries.len() < HITS {
                entries.push(number);
            }
        }
        Ok(Reply { entries, score: found.first().map_or(0.0, |(score, _)| *score), standing: None })
    }
}

impl Engine for Terms {
    fn name(&self) -> &'static str {
        "tantivy"
    }

    fn find(&self, question: &str) -> anyhow::Result<Reply> {
        self.search(question, false)
    }

    fn complete(&self, typed: &str) -> anyhow::Result<Reply> {
        self.search(typed, true)
    }
}

fn schema() -> (Schema, Fields) {
    let text = |tokenizer: &str| {
        let indexing = TextFieldIndexing::default().set_tokenizer(tokenizer);
        TextOptions::default().set_indexing_options(indexing.set_index_option(IndexRecordOption::WithFreqs))
    };
    let mut schema = Schema::builder();
    let fields = Fields {
        number: schema.add_u64_field("number", FAST),
        name: schema.add_text_field("name", text("words")),
        grams: schema.add_text_field("grams", text("grams")),
        summary: schema.add_text_field("summary", text("words")),
    };
    (schema.build(), fields)
}

fn boosted(query: impl Query, boost: f32) -> (Occur, Box<dyn Query>) {
    (Occur::Should, Box::new(BoostQuery::new(Box::new(query), boost)))
}

/// How many slips a word may have, as Elasticsearch's `AUTO` has it.
/// Source: <https://www.elastic.co/guide/en/elasticsearch/reference/current/common-options.html#fuzziness>.
fn slips(word: &str) -> u8 {
    match word.len() {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    }
}
