//! A picture as geometry: shapes and texts in whole pixels, in the order in which they are drawn.
//!
//! Owns what can be drawn, the colours, and how wide a picture is. Where things stand is decided in the layout of each
//! figure; `svg` writes them down.

use super::font::{self, Weight};

/// The width of every picture, in pixels.
pub const WIDTH: i32 = 1000;

/// What stays free at the edges of a picture.
pub const MARGIN: i32 = 20;

/// The size of running text, in pixels; nothing is smaller.
pub const SMALL: i32 = 17;
/// The size of names.
pub const NAME: i32 = 18;
/// The size of the title.
pub const TITLE: i32 = 24;

/// Red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Colour(pub u8, pub u8, pub u8);

/// What everything is drawn on: a picture brings its own ground, whatever the theme around it.
pub const GROUND: Colour = Colour(0xff, 0xff, 0xff);
/// Running text.
pub const INK: Colour = Colour(0x1c, 0x1f, 0x24);
/// Dates, units and other words beside the content.
pub const FAINT: Colour = Colour(0x56, 0x5c, 0x66);
/// Lines that only guide the eye.
pub const RULE: Colour = Colour(0xdd, 0xe0, 0xe5);
/// Lines from a label to its mark.
pub const LEAD: Colour = Colour(0xa9, 0xb0, 0xba);
/// What is disputed.
pub const WARNING: Colour = Colour(0xa8, 0x1e, 0x1e);

/// A colour with a form, so that neither tells alone what belongs together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The colour.
    pub colour: Colour,
    /// The form of its marks.
    pub form: Form,
}

/// What tells series and topics apart. Colours after Okabe and Ito (<https://jfly.uni-koeln.de/color/>), darkened until each has
/// a contrast of 4.5 : 1 and more on the ground.
pub const STYLES: [Style; 7] = [
    Style { colour: Colour(0x0b, 0x61, 0xa4), form: Form::Circle },
    Style { colour: Colour(0xb3, 0x40, 0x0e), form: Form::Square },
    Style { colour: Colour(0x00, 0x70, 0x4a), form: Form::Up },
    Style { colour: Colour(0x8a, 0x2f, 0x7d), form: Form::Diamond },
    Style { colour: Colour(0x7a, 0x52, 0x00), form: Form::Down },
    Style { colour: Colour(0x00, 0x6d, 0x77), form: Form::Plus },
    Style { colour: Colour(0x5a, 0x3f, 0xc0), form: Form::Cross },
];

/// What has no style of its own.
pub const OTHER: Style = Style { colour: FAINT, form: Form::Bar };

/// The form of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A disc.
    Circle,
    /// A square on its side.
    Square,
    /// A triangle that points upwards.
    Up,
    /// A square on its corner.
    Diamond,
    /// A triangle that points downwards.
    Down,
    /// A cross, upright.
    Plus,
    /// A cross, lying.
    Cross,
    /// A flat bar.
    Bar,
}

/// A rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// The left edge.
    pub x: i32,
    /// The upper edge.
    pub y: i32,
    /// The width.
    pub width: i32,
    /// The height.
    pub height: i32,
}

impl Area {
    /// Whether two areas have a pixel in common.
    pub fn meets(self, other: Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// Whether another area lies within.
    pub fn holds(self, other: Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.x + other.width <= self.x + self.width
            && other.y + other.height <= self.y + self.height
    }
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stroke {
    /// The colour.
    pub colour: Colour,
    /// The width.
    pub width: i32,
    /// Whether it is broken.
    pub dashed: bool,
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shape {
    /// A filled rectangle.
    Bar {
        /// Where.
        area: Area,
        /// Its colour.
        colour: Colour,
        /// How much it covers what lies below, in percent.
        cover: i32,
    },
    /// A frame with rounded corners.
    Frame {
        /// Where.
        area: Area,
        /// Its line.
        stroke: Stroke,
    },
    /// A straight line.
    Line {
        /// Where it begins.
        from: (i32, i32),
        /// Where it ends.
        to: (i32, i32),
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A mark around a point.
    Mark {
        /// The point.
        at: (i32, i32),
        /// Half its width.
        radius: i32,
        /// Its form and colour.
        style: Style,
        /// Whether only its outline is drawn.
        hollow: bool,
    },
    /// A line of text.
    Text(Text),
}

/// A line of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Where it begins.
    pub x: i32,
    /// The line that the letters stand on.
    pub base: i32,
    /// In letters that the fonts have.
    pub text: String,
    /// The size in pixels.
    pub size: i32,
    /// The weight.
    pub weight: Weight,
    /// The colour; it is always drawn on the ground.
    pub colour: Colour,
}

impl Text {
    /// What it covers.
    pub fn area(&self) -> Area {
        let (above, below) = (self.size * font::ASCENT / 1000, self.size * font::DESCENT / 1000);
        let width = font::width(&self.text, self.size, self.weight);
        Area { x: self.x, y: self.base - above, width, height: above + below }
    }
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pen {
    /// The size in pixels.
    pub size: i32,
    /// The weight.
    pub weight: Weight,
    /// The colour.
    pub colour: Colour,
}

impl Pen {
    /// Running text.
    pub const PLAIN: Self = Self { size: SMALL, weight: Weight::Regular, colour: INK };
    /// Words beside the content.
    pub const FAINT: Self = Self { size: SMALL, weight: Weight::Regular, colour: FAINT };
    /// Names.
    pub const NAME: Self = Self { size: NAME, weight: Weight::Bold, colour: INK };
    /// The title.
    pub const TITLE: Self = Self { size: TITLE, weight: Weight::Bold, colour: INK };

    /// From one line to the next.
    pub const fn leading(self) -> i32 {
        self.size * 13 / 10
    }

    /// How wide a text is.
    pub fn width(self, text: &str) -> i32 {
        font::width(text, self.size, self.weight)
    }

    /// The lines of a text.
    pub fn wrapped(self, text: &str, most: i32, lines: usize) -> Vec<String> {
        font::wrapped(text, self.size, self.weight, most, lines)
    }
}

/// A picture as geometry.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scene {
    /// The height in pixels; the width is [`WIDTH`].
    pub height: i32,
    /// What is drawn, from the bottom up.
    pub shapes: Vec<Shape>,
}

impl Scene {
    /// The texts.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.shapes.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None })
    }

    /// Writes a line of text that begins at a place.
    pub fn write(&mut self, x: i32, base: i32, text: &str, pen: Pen) {
        let Pen { size, weight, colour } = pen;
        let text = font::printable(text);
        self.shapes.push(Shape::Text(Text { x, base, text, size, weight, colour }));
    }

    /// Writes lines below each other, the first one with its upper edge at `top`; returns where they end.
    pub fn write_lines(&mut self, x: i32, top: i32, lines: &[String], pen: Pen) -> i32 {
        let mut top = top;
        for line in lines {
            self.write(x, top + pen.size, line, pen);
            top += pen.leading();
        }
        top
    }

    /// Draws a line.
    pub fn line(&mut self, from: (i32, i32), to: (i32, i32), stroke: Stroke) {
        self.shapes.push(Shape::Line { from, to, stroke });
    }

    /// Draws a mark.
    pub fn mark(&mut self, at: (i32, i32), radius: i32, style: Style, hollow: bool) {
        self.shapes.push(Shape::Mark { at, radius, style, hollow });
    }

    /// Fills a rectangle.
    pub fn fill(&mut self, area: Area, colour: Colour, cover: i32) {
        if area.width > 0 && area.height > 0 {
            self.shapes.push(Shape::Bar { area, colour, cover });
        }
    }

    /// Adds what another scene holds.
    pub fn add(&mut self, other: Self) {
        self.shapes.extend(other.shapes);
    }

    /// Writes the title, and returns where it ends.
    pub fn title(&mut self, title: &str) -> i32 {
        let lines = Pen::TITLE.wrapped(title, WIDTH - 2 * MARGIN, 2);
        self.write_lines(MARGIN, MARGIN - 6, &lines, Pen::TITLE) + 6
    }

    /// Tells what the styles stand for, in as many rows as that takes; returns where they end.
    pub fn key(&mut self, top: i32, names: &[(Style, String)]) -> i32 {
        let (mut x, mut base) = (MARGIN, top + SMALL);
        for (style, name) in names {
            let name = Pen::PLAIN.wrapped(name, WIDTH - 2 * MARGIN - KEY_MARK, 1).concat();
            let width = KEY_MARK + Pen::PLAIN.width(&name);
            if x > MARGIN && x + width > WIDTH - MARGIN {
                (x, base) = (MARGIN, base + Pen::PLAIN.leading());
            }
            self.mark((x + 7, base - 6), 7, *style, false);
            self.write(x + KEY_MARK, base, &name, Pen::PLAIN);
            x += width + KEY_GAP;
        }
        base + 14
    }
}

/// From the beginning of a mark in the key to its name.
const KEY_MARK: i32 = 22;
/// Between two entries of the key.
const KEY_GAP: i32 = 26;

impl Stroke {
    /// A whole line.
    pub const fn plain(colour: Colour, width: i32) -> Self {
        Self { colour, width, dashed: false }
    }
}
