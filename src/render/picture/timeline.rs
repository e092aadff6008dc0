//! Events on an axis of time: with flags where there are few, numbered with a list where there are more, and counted where
//! there are so many that no list would be read.

use super::axis::Time;
use super::cited;
use super::scene::{Area, LEAD, MARGIN, OTHER, STYLES, Scene, Stroke, Style, WIDTH};
use crate::answer::figure::{Happening, Timeline};
use crate::knowledge::date::Extent;
use crate::message::{Message, Words};
use crate::wording::Wording;

mod counted;
mod flags;
mod numbered;

/// More events than this are counted.
const MOST_NUMBERED: usize = 60;

/// Half the width of a mark.
const MARK: i32 = 7;

/// From the middle of one lane of marks to the next.
const LANE: i32 = 24;

/// The widest band that is no more than its mark.
const POINT: i32 = 2 * MARK;

/// How far the beginning or end that nobody tells fades away.
const FADE: i32 = 60;

/// An event, placed on the axis.
#[derive(Debug)]
struct Item {
    label: String,
    /// Its date, with the numbers of its citations.
    dated: String,
    style: Style,
    /// Where its mark stands.
    at: i32,
    /// From where to where it lasts, or lies.
    span: (i32, i32),
    /// The same with what the date may be wrong by.
    reach: (i32, i32),
    lasts: bool,
    /// Whether it is of one day that is known.
    exact: bool,
}

/// Draws events under a title.
pub(super) fn scene(timeline: &Timeline, title: &str, wording: &Wording) -> Scene {
    let mut scene = Scene::default();
    let top = scene.title(title);
    let styles = Styles::of(timeline, wording);
    let extents = || timeline.events.iter().map(|event| event.date.extent());
    let axis = Time::over(extents(), MARGIN + 10, WIDTH - MARGIN - 10);
    let items: Vec<Item> =
        timeline.events.iter().map(|event| Item::new(event, axis, styles.of_topic(event.topic), wording)).collect();
    let flags = flags::placed(&items);
    let told = flags.is_some() || items.len() <= MOST_NUMBERED;
    let top = if told && styles.key.len() > 1 { scene.key(top, &styles.key) } else { top };
    scene.height = match flags {
        Some(flags) => flags::draw(&mut scene, top, &items, &flags, axis, wording),
        None if items.len() <= MOST_NUMBERED => numbered::draw(&mut scene, top, &items, axis, wording),
        None => counted::draw(&mut scene, top, extents(), axis, wording),
    };
    scene
}

/// Which style each topic has: those with the most events have one of their own.
struct Styles {
    by_topic: Vec<Style>,
    key: Vec<(Style, String)>,
}

impl Styles {
    fn of(timeline: &Timeline, wording: &Wording) -> Self {
        let count = |topic| timeline.events.iter().filter(|event| event.topic == topic).count();
        let mut topics: Vec<(usize, usize)> = (0..timeline.topics.len()).map(|at| (count(Some(at)), at)).collect();
        topics.retain(|(count, _)| *count > 0);
        topics.sort_by_key(|&(count, at)| (std::cmp::Reverse(count), at));
        let mut by_topic = vec![OTHER; timeline.topics.len()];
        let mut key = Vec::new();
        for (&(_, at), style) in topics.iter().zip(STYLES) {
            by_topic[at] = style;
            key.push((style, timeline.topics.get(at).map(|topic| wording.words(topic)).unwrap_or_default()));
        }
        if topics.len() > STYLES.len() || count(None) > 0 {
            key.push((OTHER, wording.message(&Message::OtherTopics)));
        }
        Self { by_topic, key }
    }

    fn of_topic(&self, topic: Option<usize>) -> Style {
        match topic {
            _ if self.key.len() < 2 => STYLES[0],
            Some(topic) => self.by_topic.get(topic).copied().unwrap_or(OTHER),
            None => OTHER,
        }
    }
}

impl Item {
    fn new(event: &Happening, axis: Time, style: Style, wording: &Wording) -> Self {
        let extent = event.date.extent();
        let (span, mut reach) = (axis.span(extent), axis.reach(extent));
        if extent.untold[0] {
            reach.0 = (span.0 - FADE).max(0);
        }
        if extent.untold[1] {
            reach.1 = (span.1 + FADE).min(WIDTH);
        }
        let wide = span.1 - span.0 > POINT || reach.1 - reach.0 > POINT;
        let at = if extent.lasts && wide {
            span.0.max(axis.span(beginning(extent)).0)
        } else {
            i32::midpoint(span.0, span.1)
        };
        let date = wording.words(&Words::from(&event.date));
        let dated = format!("{date}{}", cited(&event.cites));
        let label = wording.words(&event.label);
        Self {
            label,
            dated,
            style,
            at,
            span,
            reach,
            lasts: extent.lasts,
            exact: extent.first == extent.last && extent.margins == [0, 0],
        }
    }

    /// What it covers on the axis.
    fn covers(&self) -> (i32, i32) {
        let (begin, end) = if self.exact { (self.at, self.at) } else { self.reach };
        (begin.min(self.at - MARK - 2), end.max(self.at + MARK + 2))
    }

    /// Draws the mark, and the band or bar behind it, in its lane.
    fn draw(&self, scene: &mut Scene, y: i32) {
        let ((from, to), (begin, end)) = (self.span, self.reach);
        let area = |from: i32, to: i32, half: i32| Area { x: from, y: y - half, width: to - from, height: 2 * half };
        if !self.exact && (to - from > POINT || end - begin > POINT) {
            if self.lasts {
                scene.fill(area(from, to, 4), self.style.colour, 70);
            } else {
                scene.fill(area(from, to, MARK), self.style.colour, 28);
            }
            let half = if self.lasts { 4 } else { MARK };
            for (soft, hard) in [(begin, from), (end, to)] {
                for (step, cover) in [(0, 7), (1, 14), (2, 21)] {
                    let place = |step: i32| soft + (hard - soft) * step / 3;
                    let (one, other) = (place(step), place(step + 1));
                    scene.fill(area(one.min(other), one.max(other), half), self.style.colour, cover);
                }
            }
        }
        scene.mark((self.at, y), MARK, self.style, false);
    }
}

/// The beginning of an extent.
fn beginning(extent: Extent) -> Extent {
    Extent { last: extent.first, ..extent }
}

/// The first lane that is free for each of what covers some of the axis, and how many lanes there are.
fn lanes(covers: &[(i32, i32)]) -> (Vec<i32>, i32) {
    let mut order: Vec<usize> = (0..covers.len()).collect();
    order.sort_by_key(|&at| (covers[at], at));
    let mut ends: Vec<i32> = Vec::new();
    let mut lanes = vec![0; covers.len()];
    for at in order {
        let (from, to) = covers[at];
        let lane = ends.iter().position(|end| *end <= from).unwrap_or(ends.len());
        ends.resize(ends.len().max(lane + 1), 0);
        ends[lane] = to;
        lanes[at] = i32::try_from(lane).unwrap_or_default();
    }
    (lanes, i32::try_from(ends.len()).unwrap_or_default())
}

/// A line from a mark to its label.
const TO_LABEL: Stroke = Stroke::plain(LEAD, 1);
