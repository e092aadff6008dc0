//! Values over time: a line for each series, ranges as bars, spans of time as bars, what is foreseen or superseded hollow, what
//! is disputed joined.

use super::axis::{FOOT, Scale, Time};
use super::cited;
use super::pairs;
use super::scene::{Area, GROUND, MARGIN, OTHER, Pen, RULE, STYLES, Scene, Stroke, Style, WARNING, WIDTH};
use crate::answer::Mark;
use crate::answer::figure::{Point, Reading, Series, Trend};
use crate::knowledge::date::Extent;
use crate::message::{Message, Words};
use crate::wording::Wording;

/// How high the values stand above the axis.
const HEIGHT: i32 = 420;

/// Half the width of a mark.
const MARK: i32 = 7;

/// Where there are more points, their values are read from the scale, and their labels are the numbers of their sources.
const MOST_VALUES: usize = 16;

/// Where there are more points, their sources stand in the answer alone.
const MOST_LABELS: usize = 60;

/// The narrowest span of time that is drawn as one.
const SPAN: i32 = 2 * MARK + 4;

/// Draws a trend under a title.
pub(super) fn scene(trend: &Trend, title: &str, wording: &Wording) -> Scene {
    let mut scene = Scene::default();
    let top = scene.title(title);
    let top = named(&mut scene, top, trend, wording);
    let plot = Plot::of(trend, top, wording);
    plot.axes(&mut scene, wording);
    for ((series, placed), style) in trend.series.iter().zip(&plot.points).zip(styles()) {
        draw_line(&mut scene, series, placed, style);
    }
    for dispute in &trend.disputes {
        if let [Some(one), Some(other)] = dispute.map(|(series, point)| plot.points.get(series)?.get(point)) {
            scene.line((one.x, one.y), (other.x, other.y), Stroke { colour: WARNING, width: 2, dashed: true });
        }
    }
    let mut marks = Vec::new();
    for ((series, placed), style) in trend.series.iter().zip(&plot.points).zip(styles()) {
        for (point, at) in series.points.iter().zip(placed) {
            draw_point(&mut scene, point, *at, style);
            marks.push(at.covers());
        }
    }
    label(&mut scene, trend, &plot, marks, wording);
    scene.height = plot.bottom + FOOT + MARGIN / 2;
    scene
}

/// The styles of the series; those that have none of their own share one.
fn styles() -> impl Iterator<Item = Style> {
    STYLES.into_iter().chain(std::iter::repeat(OTHER))
}

/// Names the unit, which values are better, and the series; returns where that ends.
fn named(scene: &mut Scene, top: i32, trend: &Trend, wording: &Wording) -> i32 {
    let own = trend.series.iter().zip(STYLES).map(|(series, style)| (style, wording.words(&series.name)));
    let mut key: Vec<(Style, String)> = own.collect();
    if trend.series.len() > STYLES.len() {
        let rest = trend.series.iter().skip(STYLES.len()).map(|series| wording.words(&series.name));
        key.push((OTHER, wording.words(&Words::list(rest))));
    }
    let has = |is: fn(&Mark) -> bool| trend.series.iter().flat_map(|s| &s.points).flat_map(|p| &p.marks).any(is);
    let hollow: Vec<Words> = [
        has(|mark| matches!(mark, Mark::Forecast)).then_some(Message::Forecast.into()),
        has(|mark| matches!(mark, Mark::Superseded(_))).then_some(Message::Superseded.into()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut top = if key.len() > 1 { scene.key(top, &key) } else { top };
    if !hollow.is_empty() {
        scene.mark((MARGIN + 7, top + Pen::FAINT.size - 6), MARK, STYLES[0], true);
        scene.write(MARGIN + 22, top + Pen::FAINT.size, &wording.words(&Words::list(hollow)), Pen::FAINT);
        top += Pen::FAINT.leading() + 8;
    }
    let aside = wording.words(&pairs::aside(&trend.measure));
    if aside.is_empty() {
        return top;
    }
    scene.write_lines(MARGIN, top, &Pen::FAINT.wrapped(&aside, WIDTH - 2 * MARGIN, 2), Pen::FAINT)
}

/// Where a point lies.
#[derive(Debug, Clone, Copy)]
struct At {
    x: i32,
    y: i32,
    /// The span of time for which it holds, or in which it lies.
    span: (i32, i32),
    lasts: bool,
    /// The places of the ends of its range, the greater value first.
    range: (i32, i32),
}

impl At {
    fn covers(self) -> Area {
        let (top, bottom) = self.range;
        Area { x: self.x - MARK, y: top - MARK, width: 2 * MARK, height: bottom - top + 2 * MARK }
    }
}

struct Plot {
    time: Time,
    scale: Scale,
    left: i32,
    top: i32,
    bottom: i32,
    points: Vec<Vec<At>>,
}

impl Plot {
    fn of(trend: &Trend, top: i32, wording: &Wording) -> Self {
        let (upper, bottom) = (top + 24, top + 24 + HEIGHT);
        let all = || trend.series.iter().flat_map(|series| &series.points);
        let scale = Scale::over(all().flat_map(|point| [point.value.least(), point.value.most()]), bottom, upper);
        let widths = scale.ticks().into_iter().map(|tick| Pen::FAINT.width(&wording.words(&Words::Number(tick))));
        let left = (MARGIN + widths.max().unwrap_or_default() + 10).min(WIDTH / 3);
        let time = Time::over(all().map(|point| point.date.extent()), left + 8, WIDTH - MARGIN - 8);
        let place = |point: &Point| at(point, time, scale);
        let points = trend.series.iter().map(|series| series.points.iter().map(place).collect()).collect();
        Self { time, scale, left, top: upper, bottom, points }
    }

    fn axes(&self, scene: &mut Scene, wording: &Wording) {
        for tick in self.scale.ticks() {
            let y = self.scale.place(tick);
            let name = Pen::FAINT.wrapped(&wording.words(&Words::Number(tick)), self.left - MARGIN - 8, 1).concat();
            scene.line((self.left, y), (WIDTH - MARGIN, y), Stroke::plain(RULE, 1));
            scene.write(self.left - 8 - Pen::FAINT.width(&name), y + 6, &name, Pen::FAINT);
        }
        self.time.draw(scene, self.top, self.bottom, wording);
    }
}

/// Joins the points that count, in the order of time; what is foreseen is joined to what came before it by a broken line, and
/// the line of what was goes past it. No line goes through what is superseded or disputed: that would take a side.
fn draw_line(scene: &mut Scene, series: &Series, placed: &[At], style: Style) {
    let (mut was, mut foreseen): (Option<At>, Option<At>) = (None, None);
    let mut points: Vec<(&Point, At)> = series.points.iter().zip(placed.iter().copied()).collect();
    points.sort_by_key(|(_, at)| at.x);
    for (point, at) in points {
        if point.marks.iter().any(|mark| matches!(mark, Mark::Superseded(_) | Mark::Disputed | Mark::DisputedOn(_))) {
            continue;
        }
        let dashed = point.marks.contains(&Mark::Forecast);
        let before = if dashed { foreseen } else { was };
        if let Some(before) = before {
            scene.line((before.x, before.y), (at.x, at.y), Stroke { colour: style.colour, width: 2, dashed });
        }
        foreseen = Some(at);
        was = if dashed { was } else { Some(at) };
    }
}

fn at(point: &Point, time: Time, scale: Scale) -> At {
    let extent: Extent = point.date.extent();
    let (span, range) = (time.span(extent), (scale.place(point.value.most()), scale.place(point.value.least())));
    let (x, y) = (i32::midpoint(span.0, span.1), i32::midpoint(range.0, range.1));
    At { x, y, span: time_shown(time, extent, span), lasts: extent.lasts, range }
}

/// Where a date that is not certain may be wrong, the span is as wide as that.
fn time_shown(time: Time, extent: Extent, span: (i32, i32)) -> (i32, i32) {
    if extent.margins == [0, 0] { span } else { time.reach(extent) }
}

fn draw_point(scene: &mut Scene, point: &Point, at: At, style: Style) {
    let hollow = point.marks.iter().any(|mark| matches!(mark, Mark::Forecast | Mark::Superseded(_)));
    if at.span.1 - at.span.0 > SPAN {
        // What lasts is a bar; what lies somewhere within is a pale band.
        let (half, cover) = if at.lasts { (3, 80) } else { (5, 25) };
        let area = Area { x: at.span.0, y: at.y - half, width: at.span.1 - at.span.0, height: 2 * half };
        scene.fill(area, style.colour, cover);
    }
    if point.value.number().is_none() {
        scene.line((at.x, at.range.0), (at.x, at.range.1), Stroke { colour: style.colour, width: 4, dashed: hollow });
        scene.mark((at.x, at.range.0), MARK, style, hollow);
        scene.mark((at.x, at.range.1), MARK, style, hollow);
    } else {
        scene.mark((at.x, at.y), MARK, style, hollow);
    }
}

/// Writes at each point its value, where there are few, and the numbers of its citations, wherever they meet nothing.
fn label(scene: &mut Scene, trend: &Trend, plot: &Plot, marks: Vec<Area>, wording: &Wording) {
    let count = marks.len();
    let mut taken = marks;
    let within = Area { x: plot.left, y: plot.top - 16, width: WIDTH - MARGIN / 2 - plot.left, height: HEIGHT + 16 };
    for (series, placed) in trend.series.iter().zip(&plot.points) {
        for (point, at) in series.points.iter().zip(placed) {
            let disputed = point.marks.iter().any(|mark| matches!(mark, Mark::Disputed | Mark::DisputedOn(_)));
            let pen = if disputed { Pen { colour: WARNING, ..Pen::PLAIN } } else { Pen::PLAIN };
            let cites = cited(&point.cites).trim().to_owned();
            let (value, marks) = (point.value, point.marks.clone());
            let whole = pairs::said(&Reading { value, date: None, marks, cites: point.cites.clone() }, wording);
            let texts = [(count <= MOST_VALUES).then_some(whole), (count <= MOST_LABELS).then_some(cites)];
            let place = |text: &String| {
                spots(*at, pen, text).into_iter().find(|&(x, base)| {
                    let area = area(x, base, pen, text);
                    within.holds(area) && taken.iter().all(|other| !other.meets(area))
                })
            };
            let found = texts.into_iter().flatten().find_map(|text| place(&text).map(|spot| (spot, text)));
            if let Some(((x, base), text)) = found {
                let area = area(x, base, pen, &text);
                taken.push(area);
                scene.fill(area, GROUND, 80);
                scene.write(x, base, &text, pen);
            }
        }
    }
}

fn area(x: i32, base: i32, pen: Pen, text: &str) -> Area {
    Area { x, y: base - pen.size, width: pen.width(text), height: pen.size + 5 }
}

/// Where a label may stand at a point, the best places first.
fn spots(at: At, pen: Pen, text: &str) -> Vec<(i32, i32)> {
    let width = pen.width(text);
    let (middle, left, right) = (at.x - width / 2, at.x - MARK - 4 - width, at.x + MARK + 4);
    let mut spots = Vec::new();
    for step in 0..3 {
        let (above, below) =
            (at.range.0 - MARK - 6 - step * pen.leading(), at.range.1 + MARK + pen.size + step * pen.leading());
        spots.extend([(middle, above), (middle, below), (right, above), (left, above), (right, below), (left, below)]);
    }
    spots.extend([(right, at.y + 6), (left, at.y + 6)]);
    spots
}
