//! Bars, a row each: its name and its number on a line, the bar below. A name that finds no room beside the number goes on in lines of
//! its own, and the row grows.

use super::figure::{Figure, Row};
use super::letters::{width, wrap};
use super::sheet::{Sheet, TEXT};
use super::{Anchor, Area, Paint, Shape};
use crate::i18n::Lang;
use crate::stats::Scale;

/// How high a bar is.
const BAR: i32 = 160;

/// Between two rows; with name and bar a row is as high as a thumb needs it.
const GAP: i32 = 180;

/// Lays the rows out below what is written.
pub(super) fn lay(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    let most =
        figure.rows.iter().flat_map(|row| row.numbers.iter().flatten()).fold(0, |most, number| most.max(*number));
    let scale = Scale::up_to(most);
    for row in &figure.rows {
        bar(sheet, lang, scale, row);
    }
}

fn bar(sheet: &mut Sheet, lang: Lang, scale: Scale, row: &Row) {
    let top = sheet.y;
    let value = row.numbers.first().copied().flatten();
    let against = row.numbers.get(1).copied().flatten();
    let number = row.texts.first().cloned().unwrap_or_default();
    let compared = against.and(row.texts.get(1)).map(|text| lang.chart_of(text)).unwrap_or_default();
    let beside = width(&number, TEXT, true) + width(&format!(" {compared}"), TEXT, false);
    let lines = wrap(&row.name, TEXT, false, sheet.room - beside - TEXT);
    for line in &lines {
        sheet.y += TEXT * 14 / 10;
        sheet.put(line, (sheet.left, sheet.y - TEXT * 4 / 10), Anchor::Start, TEXT, false, Paint::Ink);
    }
    let (right, base) = (sheet.left + sheet.room, sheet.y - TEXT * 4 / 10);
    if !compared.is_empty() {
        sheet.put(&compared, (right, base), Anchor::End, TEXT, false, Paint::Soft);
    }
    let gap = if compared.is_empty() { 0 } else { width(&format!(" {compared}"), TEXT, false) };
    sheet.put(&number, (right - gap, base), Anchor::End, TEXT, true, Paint::Ink);
    let (left, y) = (sheet.left, sheet.y);
    let room = i64::from(sheet.room);
    let length = |number: i64| i32::try_from(scale.share(number) * room / 10_000).unwrap_or(0);
    let filled = value.unwrap_or(0);
    let within = against.map_or(filled, |against| filled.min(against));
    let area = |from: i32, to: i32| Area { x: left + from, y, width: to - from, height: BAR };
    sheet.draw(Shape::Fill(area(0, length(within)), Paint::Series(0)));
    if filled > within {
        sheet.draw(Shape::Fill(area(length(within), length(filled)), Paint::Beyond));
    }
    if let Some(against) = against {
        sheet.draw(Shape::Outline(area(0, length(against)), Paint::Series(0)));
    }
    sheet.y += BAR + GAP;
    sheet.mark(row, Area { x: left, y: top, width: sheet.room, height: sheet.y - top });
}
