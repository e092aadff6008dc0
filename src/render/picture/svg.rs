//! A scene as SVG. Letters are written as outlines, so that a viewer needs no font.

use std::fmt::Write as _;

use super::font;
use super::scene::{Area, Colour, Form, GROUND, Scene, Shape, Stroke, Style, Text, WIDTH};

/// Writes a scene as an SVG document that says in words what it shows.
pub(super) fn written(scene: &Scene, alt: &str) -> String {
    let height = scene.height;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{WIDTH}\" height=\"{height}\" \
         viewBox=\"0 0 {WIDTH} {height}\">\n<title>{}</title>\n",
        escaped(alt)
    );
    let ground = Area { x: 0, y: 0, width: WIDTH, height };
    write_shape(&mut svg, &Shape::Bar { area: ground, colour: GROUND, cover: 100 });
    scene.shapes.iter().for_each(|shape| write_shape(&mut svg, shape));
    svg.push_str("</svg>\n");
    svg
}

// Writing to a string cannot fail.
fn write_shape(svg: &mut String, shape: &Shape) {
    match shape {
        Shape::Bar { area, colour, cover } => {
            let Area { x, y, width, height } = area;
            let fill = hex(*colour);
            let _ = writeln!(
                svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\" fill-opacity=\"{cover}%\"/>"
            );
        }
        Shape::Frame { area, stroke } => {
            let Area { x, y, width, height } = area;
            let line = outline(*stroke);
            let _ = writeln!(
                svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"none\" {line}/>"
            );
        }
        Shape::Line { from, to, stroke } => {
            let line = outline(*stroke);
            let _ = writeln!(svg, "<path d=\"M{} {}L{} {}\" {line}/>", from.0, from.1, to.0, to.1);
        }
        Shape::Mark { at, radius, style, hollow } => write_mark(svg, *at, *radius, *style, *hollow),
        Shape::Text(text) => write_text(svg, text),
    }
}

fn write_mark(svg: &mut String, (x, y): (i32, i32), radius: i32, style: Style, hollow: bool) {
    let colour = hex(style.colour);
    // The ground shows as a rim, so that marks that touch stay apart.
    let paint = if hollow {
        format!("fill=\"{}\" stroke=\"{colour}\" stroke-width=\"2.5\"", hex(GROUND))
    } else {
        format!("fill=\"{colour}\" stroke=\"{}\" stroke-width=\"1\"", hex(GROUND))
    };
    let corners = corners(style.form, radius);
    if corners.is_empty() {
        let _ = writeln!(svg, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {paint}/>");
        return;
    }
    let points: Vec<String> = corners.iter().map(|(dx, dy)| format!("{},{}", x + dx, y + dy)).collect();
    let _ = writeln!(svg, "<polygon points=\"{}\" {paint}/>", points.join(" "));
}

/// The corners of a form around its middle; none for a disc.
fn corners(form: Form, r: i32) -> Vec<(i32, i32)> {
    let (s, t) = (r * 9 / 10, (r * 4 / 10).max(1));
    match form {
        Form::Circle => Vec::new(),
        Form::Square => vec![(-s, -s), (s, -s), (s, s), (-s, s)],
        Form::Up => vec![(0, -r - 1), (r + 1, s), (-r - 1, s)],
        Form::Down => vec![(0, r + 1), (r + 1, -s), (-r - 1, -s)],
        Form::Diamond => vec![(0, -r - 2), (r + 2, 0), (0, r + 2), (-r - 2, 0)],
        Form::Bar => vec![(-r, -t), (r, -t), (r, t), (-r, t)],
        Form::Plus => [(-1, -1), (1, -1), (1, 1), (-1, 1)].into_iter().flat_map(|(x, y)| arm(x, y, t, r)).collect(),
        Form::Cross => {
            vec![
                (-r, t - r),
                (t - r, -r),
                (0, -t),
                (r - t, -r),
                (r, t - r),
                (t, 0),
                (r, r - t),
                (r - t, r),
                (0, t),
                (t - r, r),
                (-r, r - t),
                (-t, 0),
            ]
        }
    }
}

/// The three corners of an upright cross in one quarter, clockwise from the upper left one.
fn arm(x: i32, y: i32, t: i32, r: i32) -> [(i32, i32); 3] {
    let (long, short) = ([(x * r, y * t), (x * t, y * r)], (x * t, y * t));
    if x == y { [long[0], short, long[1]] } else { [long[1], short, long[0]] }
}

fn write_text(svg: &mut String, text: &Text) {
    let Text { x, base, size, colour, .. } = text;
    let (outlines, fill) = (font::outlines(&text.text, text.weight), hex(*colour));
    // A size in pixels for every thousand units.
    let _ =
        writeln!(svg, "<path transform=\"translate({x} {base}) scale(.{size:03})\" fill=\"{fill}\" d=\"{outlines}\"/>");
}

fn outline(stroke: Stroke) -> String {
    let dashes = if stroke.dashed { " stroke-dasharray=\"5 5\"" } else { "" };
    format!("stroke=\"{}\" stroke-width=\"{}\"{dashes}", hex(stroke.colour), stroke.width)
}

fn hex(Colour(red, green, blue): Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A text between tags; what no XML document may hold is left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}
