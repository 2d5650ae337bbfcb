//! A small chart of lines a row, all on one scale: the columns are times. Nothing joins what stands on the two sides of a break, nor
//! what stands beside a number that is missing.

use super::axis::Axis;
use super::figure::{Figure, NONE, Row};
use super::letters::{width, wrap};
use super::sheet::{SMALL, Sheet, height, leading};
use super::{Anchor, Area, At, Paint, Shape, Stroke};
use crate::i18n::Lang;

/// How high a plot is.
const HEIGHT: i32 = 720;

/// Between two charts, across and down.
const GAP: [i32; 2] = [240, 200];

/// From the edge of a plot to its first dot.
const INSET: i32 = 40;

/// Lays the charts out below what is written.
pub(super) fn lay(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    if figure.rows.is_empty() || figure.columns.is_empty() {
        return;
    }
    let count = match sheet.room {
        ..2_600 => 1,
        2_600..5_000 => 2,
        5_000..9_000 => 3,
        _ => 5,
    };
    let axis = Axis::of(lang, figure, figure.known(), 3, HEIGHT);
    let left = axis.wide();
    let side = (sheet.room - left - GAP[0] * (count - 1)) / count;
    let rows: Vec<(usize, &Row)> = figure.rows.iter().enumerate().collect();
    let mut marks = Vec::new();
    for line in rows.chunks(usize::try_from(count).unwrap_or(1)) {
        let names = |row: &Row| wrap(&row.name, SMALL, false, side);
        let high = line.iter().map(|(_, row)| height(&names(row), SMALL)).max().unwrap_or(0);
        let top = sheet.y + high + leading(SMALL) + 40 + if figure.breaks.is_empty() { 0 } else { leading(SMALL) };
        axis.beside(sheet, (sheet.left + left, top));
        let mut x = sheet.left + left;
        for (part, row) in line {
            let lines = names(row);
            // A name stands at its number, whatever the name beside it needs.
            let above = sheet.y + high - height(&lines, SMALL);
            let end = sheet.lines(&lines, (x, above), Anchor::Start, (SMALL, false), Paint::Ink);
            sheet.lines(&[last(figure, row)], (x, end), Anchor::Start, (SMALL, true), Paint::Ink);
            let area = Area { x, y: top, width: side, height: HEIGHT };
            axis.across(sheet, (x, top), side);
            chart(sheet, figure, &axis, row, area);
            marks.push((*part, *row, area, sheet.y));
            x += side + GAP[0];
        }
        sheet.y = top + HEIGHT + times(figure, side) + GAP[1];
    }
    for (part, row, area, top) in marks {
        mark(sheet, figure, part, row, area);
        // Upon the numbers, which are too narrow for a thumb, lies the whole, which leads on.
        if row.to.is_some() {
            let whole = Area { y: top, height: area.y + area.height - top, ..area };
            sheet.mark_in(part, format!("{}: {}", row.name, last(figure, row)), row.to.clone(), whole);
        }
    }
    for (place, (_, why)) in figure.breaks.iter().enumerate() {
        sheet.write(&format!("{} {why}", place + 1), SMALL, false, Paint::Soft);
    }
}

/// The last number that is known, with its time where it is not the last.
fn last(figure: &Figure, row: &Row) -> String {
    let known = (0..figure.columns.len()).rev().find(|column| row.number(*column).is_some());
    match known {
        None => NONE.to_owned(),
        Some(column) if column + 1 == figure.columns.len() => format!("{}{}", row.text(column), figure.mark),
        Some(column) => format!("{}{} ({})", row.text(column), figure.mark, figure.columns[column]),
    }
}

/// The first and the last time.
fn ends(figure: &Figure) -> [&str; 2] {
    [figure.columns.first(), figure.columns.last()].map(|it| it.map(String::as_str).unwrap_or_default())
}

/// Whether both find room on one line.
fn is_one_line(figure: &Figure, side: i32) -> bool {
    ends(figure).iter().map(|name| width(name, SMALL, false)).sum::<i32>() + SMALL <= side
}

/// How high the names of the times are.
fn times(figure: &Figure, side: i32) -> i32 {
    leading(SMALL) * if is_one_line(figure, side) || figure.columns.len() < 2 { 1 } else { 2 } + 40
}

fn x(figure: &Figure, area: Area, column: usize) -> i32 {
    let (place, last) = (i32::try_from(column).unwrap_or(0), i32::try_from(figure.columns.len()).unwrap_or(1) - 1);
    let long = area.width - 2 * INSET;
    area.x + INSET + if last == 0 { long / 2 } else { long * place / last }
}

fn chart(sheet: &mut Sheet, figure: &Figure, axis: &Axis, row: &Row, area: Area) {
    let bottom = area.y + area.height + 40;
    let [first, end] = ends(figure);
    if figure.columns.len() == 1 {
        sheet.lines(&[end.to_owned()], (area.x + area.width / 2, bottom), Anchor::Middle, (SMALL, false), Paint::Soft);
    } else {
        let below = if is_one_line(figure, area.width) { bottom } else { bottom + leading(SMALL) };
        sheet.lines(&[first.to_owned()], (area.x, bottom), Anchor::Start, (SMALL, false), Paint::Soft);
        sheet.lines(&[end.to_owned()], (area.x + area.width, below), Anchor::End, (SMALL, false), Paint::Soft);
    }
    for (number, (place, _)) in figure.breaks.iter().enumerate() {
        let x = i32::midpoint(x(figure, area, place.saturating_sub(1)), x(figure, area, *place));
        sheet.rule((x, area.y - 40), (x, area.y + area.height), Paint::Soft, Stroke::Break);
        sheet.put(&(number + 1).to_string(), (x, area.y - 60), Anchor::Middle, SMALL, false, Paint::Soft);
    }
    let is_wide = x(figure, area, 1) - x(figure, area, 0) >= 100;
    for run in runs(figure, row, |column, number| At { x: x(figure, area, column), y: area.y + axis.at(number) }) {
        // Where dots would touch, the line is enough, and what it ends in.
        for (place, dot) in run.iter().enumerate() {
            if is_wide || place + 1 == run.len() {
                sheet.draw(Shape::Dot(*dot, Paint::Series(0)));
            }
        }
        if run.len() > 1 {
            sheet.draw(Shape::Path(run, Paint::Series(0), Stroke::Series { is_dashed: false }));
        }
    }
}

/// The numbers that nothing parts.
fn runs(figure: &Figure, row: &Row, at: impl Fn(usize, i64) -> At) -> Vec<Vec<At>> {
    let mut runs: Vec<Vec<At>> = vec![Vec::new()];
    for column in 0..figure.columns.len() {
        let number = row.number(column);
        if number.is_none() || figure.breaks.iter().any(|(before, _)| *before == column) {
            runs.push(Vec::new());
        }
        if let (Some(number), Some(run)) = (number, runs.last_mut()) {
            run.push(at(column, number));
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Each number can be walked to; a row without one as a whole.
fn mark(sheet: &mut Sheet, figure: &Figure, part: usize, row: &Row, area: Area) {
    let known: Vec<usize> = (0..figure.columns.len()).filter(|column| row.number(*column).is_some()).collect();
    if known.is_empty() {
        sheet.mark_in(part, row.says.clone(), None, area);
    }
    for column in known {
        let own = x(figure, area, column);
        let from = column.checked_sub(1).map_or(area.x, |before| i32::midpoint(x(figure, area, before), own));
        let is_last = column + 1 == figure.columns.len();
        let to = if is_last { area.x + area.width } else { i32::midpoint(own, x(figure, area, column + 1)) };
        let says = format!("{}, {}: {}{}", row.name, figure.columns[column], row.text(column), figure.mark);
        sheet.mark_in(part, says, None, Area { x: from, width: to - from, ..area });
    }
}
