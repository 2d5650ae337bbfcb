//! The numbers of columns, each at the end of its own: all where they find room, else the greatest, the last, and every so many. None
//! is over other words or over a column.

use super::letters::width;
use super::sheet::{SMALL, Sheet};
use super::ticks::every;
use super::{Anchor, Area, Paint, Stroke};

/// Between a number and its column, and around it.
const BESIDE: i32 = 30;

/// How far a number may be from its column that is not one of those that matter most.
const FARTHEST: i32 = 250;

/// A column.
pub(super) struct Bar {
    /// Its row.
    pub row: usize,
    /// Its place among the numbers of the row.
    pub column: usize,
    /// Where it is.
    pub area: Area,
    /// Its number.
    pub number: Option<i64>,
    /// The same in words.
    pub text: String,
}

impl Bar {
    fn is_below(&self) -> bool {
        self.number.is_some_and(|number| number < 0)
    }
}

/// Writes the numbers within a frame; what is taken stays free.
pub(super) fn values(sheet: &mut Sheet, frame: Area, bars: &[Bar], mut taken: Vec<Area>) {
    for (bar, is_first) in chosen(frame, bars) {
        let Some(area) = free(frame, bars, &taken, bar, is_first) else { continue };
        lead(sheet, bar, area, &taken);
        taken.push(Area { x: area.x - BESIDE / 2, width: area.width + BESIDE, ..area });
        let paint = if bar.number.is_some() { Paint::Ink } else { Paint::Soft };
        sheet.put(&bar.text, (area.x, area.y + SMALL * 8 / 10), Anchor::Start, SMALL, false, paint);
    }
}

/// Those that are written, what matters most first, and whether it does: the greatest and the last.
fn chosen<'a>(frame: Area, bars: &'a [Bar]) -> Vec<(&'a Bar, bool)> {
    let greatest = bars.iter().rev().max_by_key(|bar| bar.number);
    let last = bars.iter().rev().find(|bar| bar.number.is_some());
    let name = bars.iter().map(|bar| width(&bar.text, SMALL, false)).max().unwrap_or(0);
    let every = every(bars.len(), frame.width, name + BESIDE);
    let mut chosen: Vec<(&'a Bar, bool)> = Vec::new();
    let mut choose = |bar: &'a Bar, is_first: bool| {
        if !chosen.iter().any(|(other, _)| std::ptr::eq(*other, bar)) {
            chosen.push((bar, is_first));
        }
    };
    for bar in greatest.into_iter().chain(last) {
        choose(bar, true);
    }
    for (back, bar) in bars.iter().rev().enumerate() {
        // Where only a few of many would be, they are noise; what is missing is always told.
        if bar.number.is_none() || (every <= 5 && back % every == 0) {
            choose(bar, false);
        }
    }
    chosen
}

/// Leads from a number to its column where it had to go far from it, if nothing is written between.
fn lead(sheet: &mut Sheet, bar: &Bar, area: Area, taken: &[Area]) {
    let x = bar.area.x + bar.area.width / 2;
    let (from, to) = if bar.is_below() {
        (bar.area.y + bar.area.height, area.y - BESIDE / 2)
    } else {
        (area.y + area.height + BESIDE / 2, bar.area.y)
    };
    let way = Area { x: x - 5, y: from, width: 10, height: to - from };
    if to - from > FARTHEST && !taken.iter().any(|other| other.height > 30 && other.meets(way)) {
        sheet.rule((x, from), (x, to), Paint::Soft, Stroke::Thin);
    }
}

/// The box of a number: at the end of its column, further out where words or a line across are there. Only what matters most is
/// pushed past another column. `None` where nothing is free.
fn free(frame: Area, bars: &[Bar], taken: &[Area], bar: &Bar, is_first: bool) -> Option<Area> {
    let wide = width(&bar.text, SMALL, false);
    let middle = bar.area.x + bar.area.width / 2;
    let x = (middle - wide / 2).min(frame.x + frame.width - wide).max(frame.x);
    let y = if bar.is_below() { bar.area.y + bar.area.height + BESIDE } else { bar.area.y - BESIDE - SMALL * 9 / 10 };
    let mut area = Area { x, y, width: wide, height: SMALL };
    // As often as there are things that it can be pushed past.
    for _ in 0..=bars.len() + taken.len() {
        if area.y < frame.y || area.y + area.height > frame.y + frame.height {
            return None;
        }
        let around = Area { x: area.x - 15, width: area.width + BESIDE, ..area };
        let column = bars.iter().map(|other| other.area).find(|other| other.meets(around));
        let other = match (column, taken.iter().find(|other| other.meets(area))) {
            (Some(column), _) if is_first => column,
            (Some(_), _) => return None,
            // A dash has its place at its mark.
            (None, Some(_)) if bar.number.is_none() => return None,
            (None, Some(words)) => *words,
            (None, None) => return Some(area),
        };
        area.y = if bar.is_below() { other.y + other.height + BESIDE } else { other.y - BESIDE - SMALL };
        if !is_first && (area.y - y).abs() > FARTHEST {
            return None;
        }
    }
    None
}
