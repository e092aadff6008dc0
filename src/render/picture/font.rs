//! The letters of pictures: how wide a text is, where its lines end, and the outlines of its letters.
//!
//! Owns the two fonts. They are compiled in, and what they lack is transliterated, so that a picture is the same on every
//! machine. They hold no kerning: a text is as wide as its letters together.

use std::fmt::Write as _;
use std::sync::LazyLock;

use ttf_parser::{Face, GlyphId, OutlineBuilder};
use unicode_normalization::UnicodeNormalization as _;
use unicode_segmentation::UnicodeSegmentation as _;

/// The weight of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// For running text.
    Regular,
    /// For names and headings.
    Bold,
}

/// How many units of the fonts make the size of a text.
const UNITS: i32 = 1000;

/// How far letters reach above their line and below it, in thousandths of their size: accents of capitals included.
pub(super) const ASCENT: i32 = 930;
/// See [`ASCENT`].
pub(super) const DESCENT: i32 = 240;

static REGULAR: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(include_bytes!("fonts/NotoSans-Regular.subset.ttf"), 0).ok());
static BOLD: LazyLock<Option<Face<'static>>> =
    LazyLock::new(|| Face::parse(include_bytes!("fonts/NotoSans-Bold.subset.ttf"), 0).ok());

fn face(weight: Weight) -> Option<&'static Face<'static>> {
    match weight {
        Weight::Regular => REGULAR.as_ref(),
        Weight::Bold => BOLD.as_ref(),
    }
}

fn glyph(letter: char, weight: Weight) -> Option<GlyphId> {
    face(weight)?.glyph_index(letter)
}

/// The text in letters that the fonts have, on one line: others are transliterated, and what has no transliteration is left out.
pub(super) fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    for letter in text.nfc() {
        if letter.is_whitespace() && letter != '\u{a0}' && letter != '\u{202f}' || letter.is_control() {
            printable.push(' ');
        } else if glyph(letter, Weight::Regular).is_some() {
            printable.push(letter);
        } else {
            printable
                .extend(any_ascii::any_ascii_char(letter).chars().filter(|&c| glyph(c, Weight::Regular).is_some()));
        }
    }
    printable.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How wide a printable text is, in pixels, rounded up.
pub(super) fn width(text: &str, size: i32, weight: Weight) -> i32 {
    let units = text.chars().filter_map(|letter| advance(letter, weight)).fold(0, i32::saturating_add);
    units.saturating_mul(size).div_euclid(UNITS) + 1
}

fn advance(letter: char, weight: Weight) -> Option<i32> {
    face(weight)?.glyph_hor_advance(glyph(letter, weight)?).map(i32::from)
}

/// The lines of a text that is no wider than `most` pixels; what does not fit into so many lines is cut, and the cut shows.
pub(super) fn wrapped(text: &str, size: i32, weight: Weight, most: i32, lines: usize) -> Vec<String> {
    let fits = |line: &str| width(line, size, weight) <= most;
    let mut done: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in printable(text).split(' ').flat_map(|word| pieces(word, fits)) {
        let longer = if line.is_empty() { word.clone() } else { format!("{line} {word}") };
        if fits(&longer) {
            line = longer;
        } else {
            done.push(std::mem::replace(&mut line, word));
        }
    }
    done.push(line);
    if done.len() > lines {
        done.truncate(lines.max(1));
        if let Some(last) = done.last_mut() {
            *last = shortened(last, fits);
        }
    }
    done
}

/// A word, in pieces where it does not fit on a line.
fn pieces(word: &str, fits: impl Fn(&str) -> bool) -> Vec<String> {
    if fits(word) {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    for letter in word.graphemes(true) {
        let Some(piece) = pieces.last_mut() else { break };
        let longer = format!("{piece}{letter}");
        if fits(&longer) || piece.is_empty() {
            *piece = longer;
        } else {
            pieces.push(letter.to_owned());
        }
    }
    pieces
}

fn shortened(line: &str, fits: impl Fn(&str) -> bool) -> String {
    let mut letters: Vec<&str> = line.graphemes(true).collect();
    loop {
        let short = format!("{}…", letters.concat().trim_end_matches([' ', ',', ';', ':', '.']));
        if fits(&short) || letters.pop().is_none() {
            return short;
        }
    }
}

/// The outlines of a printable text as the data of an SVG path, in units of the fonts, from the beginning of its line.
pub(super) fn outlines(text: &str, weight: Weight) -> String {
    let mut pen = Pen { path: String::new(), at: 0 };
    for letter in text.chars() {
        if let (Some(face), Some(glyph)) = (face(weight), glyph(letter, weight)) {
            face.outline_glyph(glyph, &mut pen);
            pen.at += advance(letter, weight).unwrap_or_default();
        }
    }
    pen.path
}

/// Writes outlines; the fonts hold whole units alone.
struct Pen {
    path: String,
    at: i32,
}

impl Pen {
    fn write(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (number, &(x, y)) in points.iter().enumerate() {
            let gap = if number == 0 { "" } else { " " };
            // Writing to a string cannot fail.
            let _ = write!(self.path, "{gap}{} {}", whole(x).saturating_add(self.at), -whole(y));
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "coordinates of the fonts are 16-bit integers")]
fn whole(units: f32) -> i32 {
    units.round() as i32
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.write('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.write('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.write('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.write('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_language_is_written_in_its_own_letters_and_what_is_lacking_is_transliterated() {
        for text in [
            "Əliyev Azərbaycan ğışçöüİı",
            "Łukašenka Biełaruś ŭćźńśž",
            "Беларусь ў і ё ґ є ї",
            "Türkiye ğşıİ",
            "“20–21 ноября”, № 5 … 1\u{a0}234\u{202f}%",
        ] {
            assert_eq!(printable(text), text);
        }
        assert_eq!(printable("თბილისი"), "tbilisi");
        assert_eq!(printable("Ереван\n\u{7}Երևան"), "Ереван Erevan");
        assert_eq!(printable("\u{e000}"), "");
    }

    #[test]
    fn a_long_text_is_wrapped_and_its_cut_shows() {
        let lines = wrapped("Signing of the treaty on friendship and cooperation", 16, Weight::Regular, 140, 2);
        assert_eq!(lines, ["Signing of the", "treaty on…"]);
        assert_eq!(wrapped("short", 16, Weight::Regular, 140, 2), ["short"]);
        assert!(wrapped(&"x".repeat(60), 16, Weight::Bold, 100, 9).len() > 3);
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide(text in "\\PC{0,120}", most in 60i32..400, lines in 1usize..4) {
            let wrapped = wrapped(&text, 16, Weight::Regular, most, lines);
            prop_assert!((1..=lines).contains(&wrapped.len()));
            for line in wrapped {
                prop_assert!(width(&line, 16, Weight::Regular) <= most, "{line}");
            }
        }
    }
}
