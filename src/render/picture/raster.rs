//! SVG as PNG, the same bytes on every machine: no font, no gradient, no file and no clock is asked.

use std::collections::BTreeMap;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Why there is no PNG.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// The SVG is none.
    #[error("the drawing cannot be read")]
    Svg(#[from] resvg::usvg::Error),
    /// It has no pixels, or too many for the memory.
    #[error("the drawing has no size that can be drawn")]
    Size,
    /// The pixels cannot be written down.
    #[error("the drawing cannot be written as PNG")]
    Png(#[from] EncodingError),
}

/// Draws an SVG document of ours, of which the ground covers all.
///
/// # Errors
/// When it is no SVG, or has no size that can be drawn.
pub(super) fn png(svg: &str) -> Result<Vec<u8>, RasterError> {
    let tree = Tree::from_str(svg, &Options::default())?;
    let size = tree.size().to_int_size();
    let mut pixels = Pixmap::new(size.width(), size.height()).ok_or(RasterError::Size)?;
    resvg::render(&tree, Transform::identity(), &mut pixels.as_mut());
    written(&pixels)
}

/// Few colours make a palette, which takes half the room of writing each pixel out.
fn written(pixels: &Pixmap) -> Result<Vec<u8>, RasterError> {
    let colours = || pixels.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue()]);
    let mut places: BTreeMap<[u8; 3], u8> = BTreeMap::new();
    let mut indexed = Vec::with_capacity(pixels.pixels().len());
    // Most pixels are like the one before.
    let mut last = None;
    for colour in colours() {
        let place = last.filter(|(known, _)| *known == colour).map(|(_, place)| place).or_else(|| {
            let next = u8::try_from(places.len()).ok();
            let place = places.get(&colour).copied().or(next)?;
            Some(*places.entry(colour).or_insert(place))
        });
        last = place.map(|place| (colour, place));
        indexed.extend(place);
    }
    let mut png = Vec::new();
    let mut encoder = Encoder::new(&mut png, pixels.width(), pixels.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    encoder.set_filter(Filter::NoFilter);
    if indexed.len() == pixels.pixels().len() {
        let mut palette: Vec<([u8; 3], u8)> = places.into_iter().collect();
        palette.sort_by_key(|(_, place)| *place);
        encoder.set_color(ColorType::Indexed);
        encoder.set_palette(palette.into_iter().flat_map(|(colour, _)| colour).collect::<Vec<u8>>());
        encoder.write_header()?.write_image_data(&indexed)?;
    } else {
        encoder.set_color(ColorType::Rgb);
        encoder.write_header()?.write_image_data(&colours().flatten().collect::<Vec<u8>>())?;
    }
    Ok(png)
}
