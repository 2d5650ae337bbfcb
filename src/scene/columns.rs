//! Columns over an axis, a row each, below zero too; or, of a distribution, without gaps, with the half in the middle bracketed below.

use super::axis::Axis;
use super::figure::{Figure, Form, Row, Spread};
use super::key::key;
use super::labels::spread;
use super::letters::{width, wrap};
use super::sheet::{SMALL, Sheet, height, leading, widest};
use super::ticks::every;
use super::values::{Bar, values};
use super::{Anchor, Area, At, Paint, Shape, Stroke};
use crate::i18n::Lang;

/// How wide the room of a row is at most.
const WIDEST: i32 = 1_200;

/// How high the mark of a number is that is not known.
const MISSING: i32 = 60;

/// The plot: its box, and the room of each row in it.
struct Plot {
    area: Area,
    slot: i32,
    left: i32,
}

impl Plot {
    /// Where the room of a row begins.
    fn x(&self, place: usize) -> i32 {
        self.left + self.slot * i32::try_from(place).unwrap_or(0) / FINE
    }

    fn middle(&self, place: usize) -> i32 {
        i32::midpoint(self.x(place), self.x(place + 1))
    }
}

/// The parts of a tenth in which rooms are counted, so that many of them fill the plot.
const FINE: i32 = 100;

/// A level with its words: its name in lines, and the middle of their block, from the top of the plot.
struct Across {
    at: i32,
    lines: Vec<String>,
    middle: i32,
}

/// Lays the plot out below what is written.
pub(super) fn lay(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    let count = i32::try_from(figure.rows.len()).unwrap_or(0);
    if count == 0 {
        return;
    }
    if figure.columns.len() > 1 {
        let names = figure.columns.iter().enumerate();
        key(sheet, &names.map(|(column, name)| (Paint::Series(column), name.clone())).collect::<Vec<_>>());
    }
    let high = if sheet.room < 5_000 { 2_000 } else { 2_600 };
    let levels: Vec<i64> = figure.levels.iter().map(|level| level.number).collect();
    let known: Vec<i64> = figure.known().chain(levels).collect();
    let axis = Axis::of(lang, figure, known.into_iter(), 5, high);
    let (left, room) = (axis.wide(), sheet.room - axis.wide());
    let across = levels_of(figure, &axis, room, high);
    let above = across.iter().map(|it| height(&it.lines, SMALL) / 2 - it.middle).max().unwrap_or(0);
    // What stands above the plot: names of levels, or the number of the greatest column, and numbers of breaks.
    let band = above.max(leading(SMALL)) + if figure.breaks.is_empty() { 0 } else { 2 * SMALL };
    let top = sheet.y + band;
    let area = Area { x: sheet.left + left, y: top, width: room, height: high };
    let slot = (room * FINE / count).min(WIDEST * FINE);
    let plot = Plot { area, slot, left: area.x + (room - slot / FINE * count) / 2 };
    axis.beside(sheet, (area.x, top));
    axis.across(sheet, (area.x, top), room);
    let bars = bars(figure, &axis, &plot);
    for bar in &bars {
        draw(sheet, figure, bar);
    }
    let mut taken = breaks(sheet, figure, &plot);
    taken.extend(across.iter().flat_map(|it| level(sheet, &plot, it, &bars)));
    // The numbers of what is below zero stand below it.
    let below = if axis.is_below() { leading(SMALL) } else { 0 };
    let frame = Area { y: top - band, height: band + high + below, ..area };
    values(sheet, frame, &bars, taken);
    let bottom = top + high + below;
    sheet.y = names(sheet, figure, &plot, bottom + 50);
    if let Some(spread) = figure.spread.as_ref().filter(|_| figure.form == Form::Distribution) {
        bracket(sheet, &plot, spread, figure.rows.len());
    }
    for (place, row) in figure.rows.iter().enumerate() {
        let area = Area { x: plot.x(place), width: plot.x(place + 1) - plot.x(place), height: bottom - top, ..area };
        sheet.mark(row, area);
    }
    sheet.y += 60;
    for (place, (_, why)) in figure.breaks.iter().enumerate() {
        sheet.write(&format!("{} {why}", place + 1), SMALL, false, Paint::Soft);
    }
}

/// A bar a number.
fn bars(figure: &Figure, axis: &Axis, plot: &Plot) -> Vec<Bar> {
    let columns = i32::try_from(figure.columns.len()).unwrap_or(1).max(1);
    let zero = plot.area.y + axis.at(0);
    let mut bars = Vec::new();
    for (place, row) in figure.rows.iter().enumerate() {
        let (from, to) = (plot.x(place), plot.x(place + 1));
        let gap = if figure.form == Form::Distribution { 10.min((to - from) / 4) } else { (to - from) * 24 / 100 };
        let (from, long) = (from + gap / 2, to - from - gap);
        for column in 0..figure.columns.len() {
            let own = i32::try_from(column).unwrap_or(0);
            let (left, right) = (from + long * own / columns, from + long * (own + 1) / columns);
            let seam = if own + 1 < columns { 10.min((right - left) / 4) } else { 0 };
            let number = row.number(column);
            let end = number.map_or(zero - MISSING, |number| plot.area.y + axis.at(number));
            // What is not 0 is seen, if only as a line.
            let end = match number {
                Some(1..) => end.min(zero - 10),
                Some(..=-1) => end.max(zero + 10),
                _ => end,
            };
            let area = Area { x: left, y: end.min(zero), width: right - left - seam, height: (zero - end).abs() };
            bars.push(Bar { row: place, column, area, number, text: row.text(column).to_owned() });
        }
    }
    bars
}

fn draw(sheet: &mut Sheet, figure: &Figure, bar: &Bar) {
    let is_odd = figure.rows.get(bar.row).is_some_and(|row| row.is_odd);
    let paint = match bar.number {
        None => Paint::Unknown,
        Some(_) if is_odd => Paint::Odd,
        Some(_) => Paint::Series(bar.column),
    };
    if bar.area.height > 0 {
        sheet.draw(Shape::Fill(bar.area, paint));
    }
}

/// The levels from the top, their names pushed apart.
fn levels_of(figure: &Figure, axis: &Axis, room: i32, high: i32) -> Vec<Across> {
    let across = figure.levels.iter().map(|level| Across {
        at: axis.at(level.number),
        lines: wrap(&level.name, SMALL, false, room),
        middle: 0,
    });
    let mut across: Vec<Across> = across.collect();
    across.sort_by_key(|it| it.at);
    let wanted: Vec<(i32, i32)> =
        across.iter().map(|it| (it.at - height(&it.lines, SMALL) / 2 - 30, height(&it.lines, SMALL) + 20)).collect();
    for (it, middle) in across.iter_mut().zip(spread(&wanted, -100_000, high)) {
        it.middle = middle;
    }
    across
}

/// Draws a level and its name: at the right, or at the left where only there no column is in its way. Tells where name and line are.
fn level(sheet: &mut Sheet, plot: &Plot, across: &Across, bars: &[Bar]) -> [Area; 2] {
    let (right, y) = (plot.area.x + plot.area.width, plot.area.y + across.at);
    sheet.rule((plot.area.x, y), (right, y), Paint::Ink, Stroke::Level);
    let (wide, high) = (widest(across.lines.iter().map(String::as_str), SMALL, false), height(&across.lines, SMALL));
    let top = plot.area.y + across.middle - high / 2;
    let at_right = Area { x: right - wide - 20, y: top, width: wide + 20, height: high };
    let at_left = Area { x: plot.area.x, ..at_right };
    let is_free = |area: Area| !bars.iter().any(|bar| bar.area.meets(area));
    let is_left = !is_free(at_right) && is_free(at_left);
    let (area, x, anchor) =
        if is_left { (at_left, plot.area.x, Anchor::Start) } else { (at_right, right, Anchor::End) };
    if !is_free(area) {
        sheet.draw(Shape::Plate(area, Paint::Paper));
    }
    sheet.lines(&across.lines, (x, top), anchor, (SMALL, false), Paint::Ink);
    [area, Area { x: plot.area.x, y: y - 15, width: plot.area.width, height: 30 }]
}

/// A line down through each break, with its number above; tells where the numbers are.
fn breaks(sheet: &mut Sheet, figure: &Figure, plot: &Plot) -> Vec<Area> {
    let mut taken = Vec::new();
    for (number, (place, _)) in figure.breaks.iter().enumerate() {
        if *place == 0 || *place >= figure.rows.len() {
            continue;
        }
        let x = plot.x(*place);
        sheet.rule((x, plot.area.y - 40), (x, plot.area.y + plot.area.height), Paint::Soft, Stroke::Break);
        let name = (number + 1).to_string();
        sheet.put(&name, (x, plot.area.y - 60), Anchor::Middle, SMALL, false, Paint::Soft);
        let wide = width(&name, SMALL, false);
        taken.push(Area { x: x - wide / 2, y: plot.area.y - 60 - SMALL, width: wide, height: SMALL + 20 });
    }
    taken
}

/// The names below: each in lines where their words find room, else as many as do, counted from the last. Tells where they end.
fn names(sheet: &mut Sheet, figure: &Figure, plot: &Plot, top: i32) -> i32 {
    let slot = plot.slot / FINE;
    let words = figure.rows.iter().flat_map(|row| row.short.split_whitespace());
    let write = |sheet: &mut Sheet, place: usize, row: &Row, widest_line: i32| {
        let lines = wrap(&row.short, SMALL, false, widest_line);
        let wide = widest(lines.iter().map(String::as_str), SMALL, false);
        let (left, right) = (plot.area.x + wide / 2, plot.area.x + plot.area.width - wide / 2);
        let x = plot.middle(place).min(right).max(left);
        (sheet.lines(&lines, (x, top), Anchor::Middle, (SMALL, false), Paint::Soft), x - wide / 2, x + wide / 2)
    };
    let all = || figure.rows.iter().enumerate();
    if widest(words, SMALL, false) + 40 <= slot {
        return all().map(|(place, row)| write(sheet, place, row, slot - 40).0).max().unwrap_or(top);
    }
    let name = widest(figure.rows.iter().map(|row| row.short.as_str()), SMALL, false).min(plot.area.width);
    let every = every(figure.rows.len(), plot.slot * i32::try_from(figure.rows.len()).unwrap_or(1) / FINE, name + 80);
    let (mut end, mut floor) = (top, i32::MAX);
    for (place, row) in all().rev().filter(|(place, _)| (figure.rows.len() - 1 - place).is_multiple_of(every)) {
        // One at the edge is pushed inwards, and the next may have lost its room.
        let lines = wrap(&row.short, SMALL, false, plot.area.width);
        let half = widest(lines.iter().map(String::as_str), SMALL, false) / 2;
        if plot.middle(place).max(plot.area.x + half) + half + 40 <= floor {
            let (bottom, left, _) = write(sheet, place, row, plot.area.width);
            (end, floor) = (end.max(bottom), left);
        }
    }
    end
}

/// The half in the middle: a bracket from the first quarter to the third, a dot at the median, and the words of all that below.
fn bracket(sheet: &mut Sheet, plot: &Plot, spread: &Spread, count: usize) {
    let [from, median, to] = spread.rows.map(|place| plot.middle(place.min(count - 1)));
    let y = sheet.y + 100;
    let at = |(x, y): (i32, i32)| At { x, y };
    let path = [(from, y - 50), (from, y), (to, y), (to, y - 50)].map(at).to_vec();
    sheet.draw(Shape::Path(path, Paint::Ink, Stroke::Thin));
    sheet.draw(Shape::Dot(at((median, y)), Paint::Ink));
    let lines = wrap(&spread.says, SMALL, false, sheet.room);
    let wide = widest(lines.iter().map(String::as_str), SMALL, false);
    let x = (median - wide / 2).min(sheet.left + sheet.room - wide).max(sheet.left);
    sheet.y = sheet.lines(&lines, (x, y + 60), Anchor::Start, (SMALL, false), Paint::Ink);
}
