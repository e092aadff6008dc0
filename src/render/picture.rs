//! Pictures: the figure of an answer as geometry, as SVG and as PNG, with words for those who do not see it.
//!
//! Owns how figures look. What they hold was decided before; the answer is complete without its picture.

use self::scene::Scene;
use super::line::cite_words;
use crate::answer::{Answer, Figure};
use crate::request::{Command, View};
use crate::wording::Wording;

mod alt;
mod axis;
mod font;
mod pairs;
mod raster;
pub mod scene;
mod svg;
mod ties;
mod timeline;
mod trend;

pub use raster::RasterError;

/// A picture, before it is written in any format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// What is drawn.
    pub scene: Scene,
    /// What it shows, in the reader's words: at most [`super::limits::ALT`] UTF-16 units.
    pub alt: String,
}

impl Picture {
    /// The picture of an answer, where there is one. The same answer gives the same picture, on every machine.
    pub fn of(answer: &Answer) -> Option<Self> {
        let wording = Wording::of(&answer.language);
        answer.figure.as_ref().map(|figure| Self::drawn(figure, &wording.words(&answer.title), wording))
    }

    /// The picture that a screen of an answer carries: the first one. That of an actor is there when its ties are asked for.
    pub fn on(answer: &Answer, view: View) -> Option<Self> {
        let first = matches!(view, View::Front | View::Page(0) | View::Share(None | Some(0)));
        let shown = first && answer.request.spec().command != Command::Actor;
        if shown { Self::of(answer) } else { None }
    }

    /// The picture of a figure under a title.
    pub fn drawn(figure: &Figure, title: &str, wording: &Wording) -> Self {
        let scene = match figure {
            Figure::Timeline(timeline) => timeline::scene(timeline, title, wording),
            Figure::Trend(trend) => trend::scene(trend, title, wording),
            Figure::Pairs(pairs) => pairs::scene(pairs, title, wording),
            Figure::Ties(ties) => ties::scene(ties, title, wording),
        };
        Self { scene, alt: alt::text(figure, title, wording) }
    }

    /// The picture as an SVG document.
    pub fn svg(&self) -> String {
        svg::written(&self.scene, &self.alt)
    }

    /// The picture as a PNG file.
    ///
    /// # Errors
    /// When there is no memory for its pixels.
    pub fn png(&self) -> Result<Vec<u8>, RasterError> {
        raster::png(&self.svg())
    }
}

/// The numbers of citations behind a text, on the same line as its last word.
fn cited(cites: &[usize]) -> String {
    if cites.is_empty() { String::new() } else { format!("\u{a0}{}", cite_words(cites).trim()) }
}
