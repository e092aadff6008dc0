//! The statements of a screen, each with where it stands in its own sources: to be checked, and to be copied.
//!
//! Owns both texts. Which screen they belong to is told by whoever asks.

use std::collections::BTreeSet;

use super::line::{Ink, Line, Part, cite_words, parts};
use super::listing::notice;
use super::markdown::{code_block, shortened};
use super::sheet::{PAGE, Sheet, fill_parts};
use super::{cut, length};
use crate::answer::Answer;
use crate::message::{Joint, Message, Words};
use crate::wording::Wording;

/// How much is shown of each statement, and how many of its places in one source of how much each: the first of these at which
/// all fit on a page.
const SIZES: [(usize, usize, usize); 5] = [(1_000, 6, 60), (160, 6, 60), (80, 4, 40), (40, 2, 20), (20, 1, 12)];

/// The lines of an answer that cite something, in their order, each with the heading over it.
fn cited_lines(answer: &Answer) -> Vec<(String, Line)> {
    let wording = Wording::of(&answer.language);
    let parts = answer.blocks.iter().flat_map(|block| parts(block, wording));
    let lines = parts.flat_map(|part| part.lines.into_iter().map(move |line| (part.heading.clone(), line)));
    lines.filter(|(_, line)| !line.cites.is_empty()).collect()
}

/// The statements of a sheet, shortened where there are many, each with where it stands in those of its sources that are listed
/// there.
pub(super) fn sources(answer: &Answer, of: &Sheet) -> Sheet {
    let lines = cited_lines(answer);
    let lines = lines.get(of.cited.clone()).unwrap_or_default();
    let mut sheets = Vec::new();
    for size in SIZES {
        let mut parts: Vec<Part> = Vec::new();
        for (heading, line) in lines {
            let line = with_places(line, &of.listed, size);
            match parts.last_mut() {
                Some(part) if part.heading == *heading => part.lines.push(line),
                _ => parts.push(Part { heading: heading.clone(), lines: vec![line] }),
            }
        }
        sheets = fill_parts(answer, &parts);
        if sheets.len() == 1 {
            break;
        }
    }
    let is_cut = sheets.len() > 1;
    let mut sheet = sheets.into_iter().next().unwrap_or_default();
    if is_cut {
        sheet.text.push('\n');
        sheet.text.push_str(notice(&Message::Shortened, Wording::of(&answer.language)).trim());
    }
    Sheet { cited: of.cited.clone(), ..sheet }
}

fn with_places(line: &Line, listed: &BTreeSet<usize>, (most, count, width): (usize, usize, usize)) -> Line {
    let mut told = line.clone();
    told.spans.retain(|(ink, _)| *ink != Ink::Cite);
    told.cites.retain(|number| listed.contains(number));
    let mut told = shortened(&told, most, "").unwrap_or(told);
    let places = told.cites.iter().map(|&number| {
        let places = line.places.iter().filter(|place| place.number == number).map(|place| place.locator.as_str());
        let mut shown: Vec<String> = places.clone().take(count).map(|place| cut(place, width)).collect();
        shown.extend((places.count() > count).then(|| "…".to_owned()));
        format!("{} {}", cite_words(&[number]).trim(), shown.join("; ")).trim_end().to_owned()
    });
    let places: Vec<String> = places.collect();
    told.spans.push((Ink::Plain, format!(" — {}", places.join(" · "))));
    // The list of the sources does not repeat them.
    told.places.clear();
    told
}

/// Statements to be copied.
pub(super) struct Copied {
    /// One block of code each.
    pub(super) text: String,
    /// Where those before them begin; none before the first.
    pub(super) before: Option<usize>,
    /// The first of those after them, if there are more.
    pub(super) after: Option<usize>,
}

/// The statements from one on as blocks to be copied, as many as fit on a page.
pub(super) fn to_copy(answer: &Answer, from: usize) -> Copied {
    let lines = cited_lines(answer);
    let from = from.min(lines.len().saturating_sub(1));
    let fit = |lines: &mut dyn Iterator<Item = &(String, Line)>| {
        let mut room = PAGE;
        let mut blocks: Vec<String> = Vec::new();
        for (_, line) in lines {
            let block = copied(answer, line);
            let needed = length(&block) + 1;
            if needed > room && !blocks.is_empty() {
                break;
            }
            room = room.saturating_sub(needed);
            blocks.push(block);
        }
        blocks
    };
    let blocks = fit(&mut lines.iter().skip(from));
    let back = fit(&mut lines.iter().take(from).rev()).len();
    Copied {
        text: blocks.join("\n"),
        before: (from > 0).then(|| from.saturating_sub(back)),
        after: Some(from + blocks.len()).filter(|after| *after < lines.len()),
    }
}

/// One statement with its sources in full.
fn copied(answer: &Answer, line: &Line) -> String {
    let wording = Wording::of(&answer.language);
    let spans = line.spans.iter().filter(|(ink, _)| *ink != Ink::Cite);
    let said: String = spans.map(|(_, text)| text.as_str()).collect();
    let said = said.trim().trim_start_matches(['•', '↔']).trim().to_owned();
    let is_particular = line.spans.first().is_some_and(|(ink, _)| *ink == Ink::Strong);
    let mut lines = vec![if is_particular { format!("{}. {said}", wording.words(&answer.title)) } else { said }];
    for &number in &line.cites {
        let Some(citation) = number.checked_sub(1).and_then(|at| answer.citations.get(at)) else { continue };
        let places = line.places.iter().filter(|place| place.number == number);
        let places: Vec<Words> = places.map(|place| place.locator.as_str().into()).collect();
        let mut work = citation.work.clone();
        if !places.is_empty() {
            work = Message::CitationAt { citation: work, places: Words::List(places, Joint::Semicolon) }.into();
        }
        let url = citation.url.as_deref().map(|url| format!(" {url}")).unwrap_or_default();
        lines.push(format!("— {}{url}", wording.words(&work)));
    }
    code_block(&lines.join("\n"), PAGE)
}
