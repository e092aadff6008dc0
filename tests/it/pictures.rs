//! Pictures of invented figures, few and many, and of the fact base's own: nothing overlaps, nothing is cut off.

use casebook::answer::figure::{Happening, Measure, Other, Pair, Pairs, Point, Reading, Series, Ties, Timeline, Trend};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use casebook::answer::{Answer, Figure, Mark};
use casebook::app::App;
use casebook::knowledge::date::Date;
use casebook::knowledge::{Better, Value};
use casebook::message::{SPOKEN, Tie, Words};
use casebook::render::limits;
use casebook::render::picture::Picture;
use casebook::render::picture::scene::{Area, Colour, FAINT, Form, GROUND, INK, OTHER, STYLES, Shape, WARNING, WIDTH};
use casebook::request::Request;
use casebook::wording::Wording;
use proptest::prelude::*;

use crate::support::{app, respond, root};

mod invented;

use invented::{pairs, ties, timeline, trend};

const TITLE: &str = "What was invented for a test";

fn answer(app: &App, line: &str) -> Answer {
    respond(app, &Request::parse(line).unwrap()).unwrap()
}

fn drawn(figure: &Figure) -> Picture {
    Picture::drawn(figure, TITLE, Wording::of(&"en".parse().unwrap()))
}

/// What a reader would stumble over: texts that overlap or are cut off, letters too small to read, an alt text too long.
fn faults(picture: &Picture) -> Vec<String> {
    let scene = &picture.scene;
    let canvas = Area { x: 0, y: 0, width: WIDTH, height: scene.height };
    let texts: Vec<_> = scene.texts().filter(|text| !text.text.is_empty()).collect();
    let mut faults = Vec::new();
    for (at, text) in texts.iter().enumerate() {
        if !canvas.holds(text.area()) {
            faults.push(format!("{:?} is cut off", text.text));
        }
        if text.size < 16 {
            faults.push(format!("{:?} is small", text.text));
        }
        let others = texts.iter().skip(at + 1).filter(|other| other.area().meets(text.area()));
        faults.extend(others.map(|other| format!("{:?} overlaps {:?}", text.text, other.text)));
    }
    for shape in &scene.shapes {
        if let Shape::Mark { at, radius, .. } = shape
            && !canvas.holds(Area { x: at.0 - radius, y: at.1 - radius, width: 2 * radius, height: 2 * radius })
        {
            faults.push(format!("a mark at {at:?} is cut off"));
        }
    }
    if picture.alt.encode_utf16().count() > limits::ALT || picture.alt.is_empty() {
        faults.push("the alt text is empty or too long".to_owned());
    }
    faults
}

/// The size of a PNG, and its colours, each once.
fn decoded(png: &[u8]) -> (u32, u32, BTreeSet<[u8; 4]>) {
    let pixels = resvg::tiny_skia::Pixmap::decode_png(png).unwrap();
    let runs = pixels.pixels().chunk_by(|one, other| one == other).filter_map(|run| run.first());
    let colours = runs.map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect();
    (pixels.width(), pixels.height(), colours)
}

const LONG: &str = "Signing of the treaty on friendship and close co-operation!";
const CYRILLIC: &str = "Подписание договора о дружбе, сотрудничестве и партнёрстве";

/// Writes a picture to be looked at: `target/tmp/pictures/`.
fn keep(name: &str, png: &[u8]) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pictures");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(format!("{name}.png")), png).unwrap();
}

#[test]
fn every_picture_is_whole_whatever_its_size_and_labels() {
    for count in [1, 3, 30, 300] {
        for (labels, label) in [("short", "Talks"), ("long", LONG), ("cyrillic", CYRILLIC)] {
            for equal in if labels == "short" { &[false, true][..] } else { &[false][..] } {
                let figures = [
                    ("timeline", timeline(count, label, *equal)),
                    ("trend", trend(count, label, *equal)),
                    ("pairs", pairs(count, label, *equal)),
                    ("ties", ties(count, label, *equal)),
                ];
                for (kind, figure) in figures {
                    let name = format!("{kind}-{count}-{labels}{}", if *equal { "-equal" } else { "" });
                    let picture = drawn(&figure);
                    assert_eq!(faults(&picture), Vec::<String>::new(), "{name}");
                    // What the geometry does not tell is the same whatever the labels say.
                    if labels == "long" || count == 3 {
                        keep(&name, &whole_png(&picture, &name));
                    }
                }
            }
        }
    }
}

/// The PNG of a picture: of its size, not blank, covered by its ground, and small enough to be sent.
fn whole_png(picture: &Picture, name: &str) -> Vec<u8> {
    let png = picture.png().unwrap();
    let (width, height, colours) = decoded(&png);
    assert_eq!((width, height), (1000, u32::try_from(picture.scene.height).unwrap()), "{name}");
    assert!(colours.len() > 10, "{name} is blank");
    assert!(colours.iter().all(|colour| colour[3] == 255), "{name} lets the theme of the reader through");
    assert!(png.len() <= 300_000, "{name} has {} bytes", png.len());
    png
}

/// The contrast of two colours by WCAG 2.2, from 1 to 21: <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
fn contrast(one: Colour, other: Colour) -> f64 {
    let part = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    let light = |Colour(red, green, blue)| 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    let (one, other) = (light(one), light(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn everything_that_is_read_stands_out_from_the_ground_of_the_picture() {
    assert!((contrast(Colour(0, 0, 0), Colour(255, 255, 255)) - 21.0).abs() < 1e-9);
    let read = STYLES.map(|style| style.colour).into_iter().chain([INK, FAINT, WARNING, OTHER.colour]);
    for colour in read {
        assert!(contrast(colour, GROUND) >= 4.5, "{colour:?}");
    }
}

#[test]
fn no_two_styles_share_a_form() {
    let mut forms: Vec<Form> = STYLES.iter().map(|style| style.form).chain([OTHER.form]).collect();
    let count = forms.len();
    forms.dedup();
    forms.sort_by_key(|form| format!("{form:?}"));
    forms.dedup();
    assert_eq!(forms.len(), count);
}

#[test]
fn the_pictures_of_the_fact_base_are_whole_in_every_language() {
    let app = app();
    for language in SPOKEN {
        for line in [
            "/timeline",
            "/timeline about:Lukashenko from:2010 to:2016",
            "/trend trade-turnover",
            "/trend arms-exports",
            "/compare first:Azerbaijan second:Belarus",
            "/actor Belarus",
            "/actor Azerbaijan",
        ] {
            let answer = answer(&app, &format!("{line} language:{language}"));
            let picture = Picture::of(&answer).unwrap_or_else(|| panic!("{line} has no picture"));
            assert_eq!(faults(&picture), Vec::<String>::new(), "{line} in {language}");
            if language == "ru" {
                let name = line.trim_start_matches('/').replace([' ', ':'], "-");
                keep(&name, &whole_png(&picture, line));
                assert_eq!(Picture::of(&answer), Some(picture));
            }
        }
    }
}

/// The pictures in the documents, with what they are asked by; the README says how to draw them anew.
const SHOWN: [(&str, &str); 3] = [
    ("timeline", "/timeline about:Lukashenko from:2010 to:2016"),
    ("compare", "/compare first:Azerbaijan second:Belarus"),
    ("trend", "/trend trade turnover"),
];

#[test]
fn the_pictures_in_the_documents_are_current() {
    let (app, readme) = (app(), fs::read_to_string(root().join("README.md")).unwrap());
    for (name, line) in SHOWN {
        let path = format!("docs/pictures/{name}.png");
        let command = format!("casebook ask --picture {path} '{line}'");
        assert!(readme.contains(&command), "the README says `{command}`");
        let picture = Picture::of(&answer(&app, line)).unwrap();
        let kept = fs::read(root().join(&path)).unwrap();
        assert!(kept == picture.png().unwrap(), "{path} is not current: {command}");
    }
}

/// The geometry of a picture in lines, so that a change of it is read before it is taken.
fn geometry(picture: &Picture) -> String {
    let mut lines = vec![format!("height {}", picture.scene.height)];
    for shape in &picture.scene.shapes {
        lines.push(match shape {
            Shape::Bar { area, colour, cover } => format!("bar {area:?} {colour:?} {cover} %"),
            Shape::Frame { area, stroke } => format!("frame {area:?} {stroke:?}"),
            Shape::Line { from, to, stroke } => {
                let dashed = if stroke.dashed { " dashed" } else { "" };
                format!("line {from:?} {to:?} {:?} {}{dashed}", stroke.colour, stroke.width)
            }
            Shape::Mark { at, style, hollow, .. } => {
                format!("{:?} {at:?} {:?}{}", style.form, style.colour, if *hollow { " hollow" } else { "" })
            }
            Shape::Text(text) => {
                format!("text {},{} {} {:?} {:?}", text.x, text.base, text.size, text.weight, text.text)
            }
        });
    }
    lines.join("\n")
}

#[test]
fn the_geometry_of_each_kind_is_as_it_was_looked_at() {
    for (name, figure) in [
        ("timeline-flags", timeline(3, "Talks", false)),
        ("timeline-numbered", timeline(12, LONG, false)),
        ("timeline-counted", timeline(300, "Talks", false)),
        ("trend", trend(3, "Belarus", false)),
        ("pairs", pairs(3, "Trade", false)),
        ("ties", ties(3, "Belarus", false)),
    ] {
        let picture = drawn(&figure);
        insta::assert_snapshot!(name, format!("{}\n\n{}", picture.alt, geometry(&picture)));
    }
}

#[test]
fn the_alt_text_says_what_is_seen() {
    let alt = drawn(&trend(3, "Belarus", false)).alt;
    assert!(
        alt.contains(TITLE) && alt.contains("Belarus") && alt.contains("disputed") && alt.contains("forecast"),
        "{alt}"
    );
    let app = app();
    for (language, word) in SPOKEN.into_iter().zip(["Picture", "Рисунок", "Малюнак", "Şəkil", "Resim"])
    {
        let answer = answer(&app, &format!("/trend trade-turnover language:{language}"));
        assert!(Picture::of(&answer).unwrap().alt.starts_with(word));
    }
}

#[test]
fn what_is_hostile_in_a_label_draws_nothing_of_its_own() {
    let label = "</title><script>alert(1)</script>&\u{0}\u{202e}\u{ffff}";
    for figure in [timeline(3, label, false), trend(3, label, false), pairs(3, label, false), ties(3, label, false)] {
        let svg = drawn(&figure).svg();
        assert!(!svg.contains("<script"), "{svg}");
        drawn(&figure).png().unwrap();
    }
}

#[test]
fn one_point_is_no_trend_and_the_answer_says_so() {
    let app = app();
    let answer = answer(&app, "/trend arms-sales-by-buyer");
    assert!(answer.figure.is_none());
    assert!(casebook::render::terminal::plain(&answer).contains("makes no trend"));
}

#[test]
fn a_figure_cites_only_what_its_answer_cites() {
    let app = app();
    for line in ["/timeline", "/trend trade-turnover", "/compare first:Azerbaijan second:Belarus", "/actor Belarus"] {
        let answer = answer(&app, line);
        let mut told: Vec<usize> =
            answer.statements().iter().flat_map(|statement| statement.cites().to_vec()).collect();
        told.sort_unstable();
        for number in invented::cites(answer.figure.as_ref().unwrap()) {
            assert!(told.binary_search(&number).is_ok(), "{line}: [{number}] is cited by the picture alone");
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,70}", "[а-яА-Яі ]{1,60}", "[a-z ]{1,60}"]
}

fn dates() -> impl Strategy<Value = Date> {
    (-3000i32..3000, 1u32..13, 1u32..29, 0..6usize).prop_map(|(year, month, day, shape)| {
        let year = if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") };
        let text = match shape {
            0 => format!("{year}-{month:02}-{day:02}"),
            1 => format!("{year}-{month:02}~"),
            2 => format!("{year}?"),
            3 => format!("{year}/.."),
            4 => format!("/{year}"),
            _ => format!("{year}-{month:02}/{year}-12"),
        };
        Date::parse(&text).unwrap()
    })
}

fn values() -> impl Strategy<Value = Value> {
    let number = prop_oneof![prop::num::f64::NORMAL, -1000.0..1000.0f64, Just(0.0)];
    (number, any::<bool>()).prop_map(|(number, ranged)| {
        let range = ranged.then(|| Value::range(number / 2.0 - 1.0, number.abs())).flatten();
        range.or(Value::new(number)).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_timeline_is_whole(events in prop::collection::vec((words(), dates(), 0..12usize), 1..90)) {
        let topics = (0..9).map(|number| Words::from(format!("topic {number}"))).collect();
        let mut events: Vec<Happening> = events.into_iter().map(|(label, date, topic)| Happening {
            label: label.into(), date, topic: Some(topic).filter(|topic| *topic < 9), cites: vec![1, topic + 1],
        }).collect();
        events.sort_by_key(|event| event.date.order());
        prop_assert_eq!(faults(&drawn(&Figure::Timeline(Timeline { topics, events }))), Vec::<String>::new());
    }

    #[test]
    fn any_trend_is_whole(series in prop::collection::vec((words(), prop::collection::vec((dates(), values()), 1..20)), 1..12)) {
        let series = series.into_iter().map(|(name, points)| Series {
            name: name.into(),
            points: points.into_iter().map(|(date, value)| Point { date, value, marks: vec![], cites: vec![1] }).collect(),
        }).collect();
        let measure = Measure { label: "x".into(), unit: "y".into(), better: Some(Better::Lower) };
        prop_assert_eq!(faults(&drawn(&Figure::Trend(Trend { measure, series, disputes: vec![] }))), Vec::<String>::new());
    }

    #[test]
    fn any_pairs_are_whole(rows in prop::collection::vec((words(), prop::collection::vec(values(), 1..5), prop::collection::vec(values(), 1..5)), 1..9)) {
        let reading = |value| Reading { value, date: Some(Date::parse("2010~").unwrap()), marks: vec![Mark::Disputed], cites: vec![1] };
        let rows = rows.into_iter().map(|(label, one, other)| Pair {
            measure: Measure { label: label.into(), unit: "".into(), better: None },
            sides: [one, other].map(|values| values.into_iter().map(reading).collect()),
        }).collect();
        let pairs = Pairs { names: ["One".into(), "Other".into()], rows };
        prop_assert_eq!(faults(&drawn(&Figure::Pairs(pairs))), Vec::<String>::new());
    }

    #[test]
    fn any_ties_are_whole(others in prop::collection::vec((words(), 1..6usize), 1..25), more in 0..3usize) {
        let tie = Tie {
            kind: "cooperates-closely-in-everything-with".into(), from: "A".into(), to: "B".into(), office: None, back: false, past: true,
            date: Some(Date::parse("2010-07~").unwrap()), as_of: None, note: None,
        };
        let others = others.into_iter().map(|(name, count)| Other { name: name.into(), ties: vec![(tie.clone(), vec![1]); count] }).collect();
        prop_assert_eq!(faults(&drawn(&Figure::Ties(Ties { name: "A".into(), others, more }))), Vec::<String>::new());
    }
}
