//! Lines over time: a line a column, named at its end, with a dot a number. Nothing joins what stands on the two sides of a break, nor
//! what stands beside a number that is missing.

use super::figure::{Figure, Row};
use super::labels::spread;
use super::letters::{width, wrap};
use super::sheet::{SMALL, Sheet, TEXT, widest};
use super::ticks::{every, ticks};
use super::{Anchor, Area, At, Paint, Shape, Stroke};
use crate::i18n::Lang;

/// How high the plot is.
const HEIGHT: i32 = 2_000;

/// Between the plot and what is written beside it.
const BESIDE: i32 = 60;

/// From one name at the end of a line to the next.
const APART: i32 = 160;

/// The plot: where numbers and times stand in it.
struct Plot {
    area: Area,
    most: i64,
    first: i64,
    last: i64,
}

impl Plot {
    fn x(&self, months: i64) -> i32 {
        let length = i64::from(self.area.width);
        let whole = (self.last - self.first).max(1);
        self.area.x + i32::try_from((months - self.first) * length / whole).unwrap_or(0)
    }

    fn y(&self, number: i64) -> i32 {
        let length = i64::from(self.area.height);
        self.area.y + self.area.height - i32::try_from(number * length / self.most.max(1)).unwrap_or(0)
    }
}

/// Lays the plot out below what is written.
pub(super) fn lay(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    let numbers = figure.rows.iter().flat_map(|row| row.numbers.iter().flatten());
    let ticks = ticks(numbers.fold(0, |most, number| most.max(*number)), 5);
    let names: Vec<String> = ticks.iter().map(|tick| figure.tick(lang, *tick)).collect();
    let ends = ends(figure);
    let left = widest(names.iter().map(String::as_str), SMALL, false) + BESIDE;
    let right = widest(ends.iter().map(|(_, _, name)| name.as_str()), SMALL, true) + BESIDE;
    // The numbers of breaks stand above the plot.
    let top = sheet.y + SMALL * 2;
    let area = Area { x: sheet.left + left, y: top, width: sheet.room - left - right, height: HEIGHT };
    let month = |row: Option<&Row>| row.map_or(0, |row| row.months);
    let most = ticks.last().copied().unwrap_or(1);
    let plot = Plot { area, most, first: month(figure.rows.first()), last: month(figure.rows.last()) };
    for (tick, name) in ticks.iter().zip(&names) {
        let y = plot.y(*tick);
        sheet.rule((area.x, y), (area.x + area.width, y), Paint::Grid, Stroke::Thin);
        sheet.put(name, (area.x - BESIDE, y + SMALL * 4 / 10), Anchor::End, SMALL, false, Paint::Soft);
    }
    times(sheet, figure, &plot);
    breaks(sheet, figure, &plot);
    levels(sheet, figure, &plot);
    for column in 0..figure.columns.len() {
        line(sheet, figure, &plot, column);
    }
    end_names(sheet, &plot, ends);
    marks(sheet, figure, &plot);
    sheet.y = area.y + area.height + SMALL * 2;
    for (place, (_, why)) in figure.breaks.iter().enumerate() {
        sheet.write(&format!("{} {why}", place + 1), SMALL, false, Paint::Soft);
    }
}

/// The years, as many as find room, counted from the last.
fn times(sheet: &mut Sheet, figure: &Figure, plot: &Plot) {
    // The first time of each year has its name.
    let is_first = |place: usize| place == 0 || figure.rows[place - 1].short != figure.rows[place].short;
    let years: Vec<&Row> =
        (0..figure.rows.len()).filter(|place| is_first(*place)).map(|place| &figure.rows[place]).collect();
    let name = width("2000", SMALL, false) * 3 / 2;
    let span = usize::try_from((plot.last - plot.first) / 12 + 1).unwrap_or(1);
    let every = every(span, plot.area.width, name);
    let last = years.last().map_or(0, |row| row.months / 12);
    for row in years {
        let back = usize::try_from(last - row.months / 12).unwrap_or(0);
        if back % every == 0 {
            let x = plot.x(row.months);
            let bottom = plot.area.y + plot.area.height;
            sheet.rule((x, bottom), (x, bottom + 40), Paint::Grid, Stroke::Thin);
            sheet.put(&row.short, (x, bottom + 60 + SMALL), Anchor::Middle, SMALL, false, Paint::Soft);
        }
    }
}

/// A line across for each level; its name stands below it, where a rate that is to fall below it has not been yet.
fn levels(sheet: &mut Sheet, figure: &Figure, plot: &Plot) {
    for level in &figure.levels {
        let (left, y) = (plot.area.x, plot.y(level.number));
        sheet.rule((left, y), (left + plot.area.width, y), Paint::Ink, Stroke::Level);
        let lines = wrap(&level.name, SMALL, false, plot.area.width - 40);
        sheet.lines(&lines, (left + 20, y + 20), Anchor::Start, (SMALL, false), Paint::Soft);
    }
}

/// A line down through each break, with its number above.
fn breaks(sheet: &mut Sheet, figure: &Figure, plot: &Plot) {
    for (number, (place, _)) in figure.breaks.iter().enumerate() {
        let around = (place.checked_sub(1).and_then(|before| figure.rows.get(before)), figure.rows.get(*place));
        let (Some(before), Some(after)) = around else { continue };
        let x = i32::midpoint(plot.x(before.months), plot.x(after.months));
        let (top, bottom) = (plot.area.y - 40, plot.area.y + plot.area.height);
        sheet.rule((x, top), (x, bottom), Paint::Soft, Stroke::Break);
        sheet.put(&(number + 1).to_string(), (x, top - 20), Anchor::Middle, SMALL, false, Paint::Soft);
    }
}

/// One line: a stroke for each run of numbers that nothing parts, and a dot for each number.
fn line(sheet: &mut Sheet, figure: &Figure, plot: &Plot, column: usize) {
    let mut run: Vec<At> = Vec::new();
    let mut runs: Vec<Vec<At>> = Vec::new();
    for (place, row) in figure.rows.iter().enumerate() {
        let is_broken = figure.breaks.iter().any(|(before, _)| *before == place);
        let number = row.numbers.get(column).copied().flatten();
        if (is_broken || number.is_none()) && !run.is_empty() {
            runs.push(std::mem::take(&mut run));
        }
        run.extend(number.map(|number| At { x: plot.x(row.months), y: plot.y(number) }));
    }
    runs.push(run);
    let paint = Paint::Series(column);
    for run in runs {
        for dot in &run {
            sheet.draw(Shape::Dot(*dot, paint));
        }
        if run.len() > 1 {
            sheet.draw(Shape::Path(run, paint, Stroke::Series { is_dashed: column % 2 == 1 }));
        }
    }
}

/// What stands at the end of each line: its column, its last number, and both in words.
fn ends(figure: &Figure) -> Vec<(usize, i64, String)> {
    let end = |column: usize| {
        let last = figure.rows.iter().rev().find(|row| row.numbers.get(column).is_some_and(Option::is_some))?;
        let number = last.numbers.get(column).copied().flatten()?;
        Some((column, number, format!("{} {}{}", figure.columns.get(column)?, last.texts.get(column)?, figure.mark)))
    };
    (0..figure.columns.len()).filter_map(end).collect()
}

/// Writes the names at the ends, in ink that everybody can read: which line is meant is told by where it ends; pushed apart where lines end close together.
fn end_names(sheet: &mut Sheet, plot: &Plot, mut ends: Vec<(usize, i64, String)>) {
    let x = plot.area.x + plot.area.width + BESIDE;
    ends.sort_by_key(|(_, number, _)| std::cmp::Reverse(*number));
    let wanted: Vec<(i32, i32)> = ends.iter().map(|(_, number, _)| (plot.y(*number), APART)).collect();
    let (top, bottom) = (plot.area.y - APART / 2, plot.area.y + plot.area.height + APART / 2);
    for ((.., name), y) in ends.iter().zip(spread(&wanted, top, bottom)) {
        sheet.put(name, (x, y + SMALL * 4 / 10), Anchor::Start, SMALL, true, Paint::Ink);
    }
}

/// Each time can be walked to: the strip around it.
fn marks(sheet: &mut Sheet, figure: &Figure, plot: &Plot) {
    let x = |place: usize| figure.rows.get(place).map(|row| plot.x(row.months));
    for (place, row) in figure.rows.iter().enumerate() {
        let own = plot.x(row.months);
        let from = place.checked_sub(1).and_then(x).map_or(own - TEXT / 2, |before| i32::midpoint(before, own));
        let to = x(place + 1).map_or(own + TEXT / 2, |after| i32::midpoint(own, after));
        sheet.mark(row, Area { x: from, y: plot.area.y, width: to - from, height: plot.area.height });
    }
}
