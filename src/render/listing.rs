//! The sources at the end of a page: each that the page cites, with the places of what stands on that page.
//!
//! Owns how long such a line is at most, and how many places it names. Where a page ends is left to `sheet`.

use std::collections::{BTreeMap, BTreeSet};

use super::line::{Ink, Line};
use super::markdown::{draw, escape, link, shortened};
use super::{cut, length};
use crate::answer::{Citation, Place};
use crate::message::{Joint, Message, Words};
use crate::wording::Wording;

/// What a source is called takes at most so much of a page.
const SOURCE: usize = 400;

/// The longest address that is shown, with its brackets.
const ADDRESS: usize = 800;

/// What one source takes of a page at most: with the longest heading it leaves a statement room.
pub(super) const LONGEST: usize = SOURCE + ADDRESS;

/// The longest notice of ours, such as that sources go on; a language whose words are longer has them cut.
pub(super) const NOTICE: usize = 60;

/// How many places of a source are named, and how much of each: the first of these with which the line is not too long. The
/// others are counted.
const PLACES: [(usize, usize); 5] = [(4, SOURCE), (4, 60), (2, 40), (1, 20), (0, 0)];

/// The sources of one page, by their numbers.
pub(super) struct Listing<'a> {
    citations: &'a [Citation],
    wording: &'a Wording,
    /// Each source without places.
    bare: Vec<Source>,
    listed: BTreeMap<usize, Listed>,
    /// Of all that are listed.
    length: usize,
}

/// A source as it stands at the end of a page.
#[derive(Clone)]
struct Source {
    text: String,
    length: usize,
    cut: Option<String>,
}

/// A source with the places of it that are told on the page, in their order.
#[derive(Clone)]
struct Listed {
    source: Source,
    places: Vec<String>,
    seen: BTreeSet<String>,
}

impl<'a> Listing<'a> {
    /// No source yet of those that an answer cites.
    pub(super) fn new(citations: &'a [Citation], wording: &'a Wording) -> Self {
        let bare = citations.iter().map(|citation| Source::new(citation, &[], wording)).collect();
        Self { citations, wording, bare, listed: BTreeMap::new(), length: 0 }
    }

    /// Lists what a line cites.
    pub(super) fn add(&mut self, line: &Line) {
        for (number, listed) in self.changed(&self.listed, [line]) {
            self.length += listed.source.length;
            let before = self.listed.insert(number, listed);
            self.length -= before.map_or(0, |before| before.source.length);
        }
    }

    /// How long the list would be with what some lines cite.
    pub(super) fn with<'l>(&self, lines: impl IntoIterator<Item = &'l Line>) -> usize {
        let before = |number: &usize| self.listed.get(number).map_or(0, |listed| listed.source.length);
        let changed = self.changed(&self.listed, lines);
        let (new, old) = changed
            .iter()
            .fold((0, 0), |(new, old), (number, listed)| (new + listed.source.length, old + before(number)));
        self.length + new - old
    }

    /// How long the list of what some lines cite would be without anything else.
    pub(super) fn alone<'l>(&self, lines: impl IntoIterator<Item = &'l Line>) -> usize {
        self.changed(&BTreeMap::new(), lines).values().map(|listed| listed.source.length).sum()
    }

    /// The same for each source that a line cites.
    pub(super) fn each_alone(&self, line: &Line) -> Vec<usize> {
        let listed = self.changed(&BTreeMap::new(), [line]);
        line.cites.iter().map(|number| listed.get(number).map_or(0, |listed| listed.source.length)).collect()
    }

    /// Ends a page with its list; gives the numbers in it, and the beginning of what had to be cut.
    pub(super) fn draw_onto(&mut self, text: &mut String) -> (BTreeSet<usize>, Option<String>) {
        let listed = std::mem::take(&mut self.listed);
        self.length = 0;
        for (at, listed) in listed.values().enumerate() {
            text.push_str(if at == 0 { "\n\n" } else { "\n" });
            text.push_str(&listed.source.text);
        }
        let cut = listed.values().find_map(|listed| listed.source.cut.clone());
        (listed.into_keys().collect(), cut)
    }

    /// What of a list becomes another with what some lines cite.
    fn changed<'l>(
        &self,
        listed: &BTreeMap<usize, Listed>,
        lines: impl IntoIterator<Item = &'l Line>,
    ) -> BTreeMap<usize, Listed> {
        let mut places: BTreeMap<usize, Vec<&Place>> = BTreeMap::new();
        for line in lines {
            for &number in line.cites.iter().filter(|number| self.source(**number).is_some()) {
                places.entry(number).or_default();
            }
            for place in &line.places {
                places.entry(place.number).and_modify(|places| places.push(place));
            }
        }
        let changed = places.into_iter().filter_map(|(number, places)| {
            let (citation, bare) = self.source(number)?;
            let known = listed.get(&number);
            let is_new = |place: &&Place| known.is_none_or(|known| !known.seen.contains(&place.locator));
            let mut new = places.into_iter().filter(is_new).peekable();
            if new.peek().is_none() {
                let bare = || Listed { source: bare.clone(), places: Vec::new(), seen: BTreeSet::new() };
                return known.is_none().then(|| (number, bare()));
            }
            let (mut places, mut seen) =
                known.map(|known| (known.places.clone(), known.seen.clone())).unwrap_or_default();
            for place in new {
                if seen.insert(place.locator.clone()) {
                    places.push(place.locator.clone());
                }
            }
            Some((number, Listed { source: Source::new(citation, &places, self.wording), places, seen }))
        });
        changed.collect()
    }

    fn source(&self, number: usize) -> Option<(&Citation, &Source)> {
        let at = number.checked_sub(1)?;
        Some((self.citations.get(at)?, self.bare.get(at)?))
    }
}

impl Source {
    fn new(citation: &Citation, places: &[String], wording: &Wording) -> Self {
        let line = |&size: &(usize, usize)| source_line(citation, places, size, wording);
        let fitting = PLACES.iter().find(|size| length(&draw(&line(size))) <= SOURCE);
        let whole = line(fitting.unwrap_or(&(0, 0)));
        let short = shortened(&whole, SOURCE, &notice(&Message::Shortened, wording));
        let mut cut_off = short.is_some();
        let mut text = format!("-# {}", draw(short.as_ref().unwrap_or(&whole)));
        if let Some(link) = citation.url.as_deref().map(link) {
            let fits = length(&link) <= ADDRESS;
            cut_off |= !fits;
            let shown = if fits { format!(" {link}") } else { escape(&notice(&Message::AddressTooLong, wording)) };
            text.push_str(&shown);
        }
        // And the line break before it.
        let length = length(&text) + 1;
        Self { text, length, cut: cut_off.then(|| cut(&wording.words(&citation.work), 40)) }
    }
}

/// What a page says of itself, behind a space.
pub(super) fn notice(message: &Message, wording: &Wording) -> String {
    format!(" {}", cut(&wording.message(message), NOTICE))
}

/// A source with so many of its places, so much of each.
fn source_line(citation: &Citation, places: &[String], (most, width): (usize, usize), wording: &Wording) -> Line {
    let mut text = citation.work.clone();
    if !places.is_empty() {
        let more = places.len().saturating_sub(most);
        let more = (more > 0).then(|| Message::MorePlaces { more: more.into() }.into());
        let shown = places.iter().take(most).map(|place| cut(place, width).into()).chain(more).collect();
        text = Message::CitationAt { citation: text, places: Words::List(shown, Joint::Semicolon) }.into();
    }
    let number = (Ink::Cite, format!("[{}] ", citation.number));
    Line::of(vec![number, (Ink::Plain, wording.words(&text))])
}
