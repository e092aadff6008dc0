//! The picture of an answer as a file, PNG or SVG.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, bail};

use crate::answer::Answer;
use crate::render::picture::Picture;

/// A format that a picture is written in.
#[derive(Debug, Clone, Copy)]
pub(super) enum Format {
    Png,
    Svg,
}

impl Format {
    /// The format that the name of a file asks for.
    ///
    /// # Errors
    /// When it ends in neither `.png` nor `.svg`.
    pub(super) fn of(path: &Path) -> anyhow::Result<Self> {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("png") => Ok(Self::Png),
            Some("svg") => Ok(Self::Svg),
            _ => bail!("--picture writes PNG and SVG: give a name that ends in .png or .svg, not {}", path.display()),
        }
    }
}

/// Writes the picture of an answer.
///
/// # Errors
/// When the answer has none, or the file cannot be written.
pub(super) fn write(answer: &Answer, path: &Path, format: Format) -> anyhow::Result<()> {
    let Some(picture) = Picture::of(answer) else {
        bail!(
            "this answer has no picture: only /timeline, /trend, /compare and /actor have one, and only where there is enough to draw"
        );
    };
    let bytes = match format {
        Format::Png => picture.png()?,
        Format::Svg => picture.svg().into_bytes(),
    };
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
