//! Bars of parts: a bar a row, a part a column, all on one scale; the name and what the parts come to above. A number stands within
//! its part where it has room.

use super::figure::{Figure, NONE, Row};
use super::key::key;
use super::letters::{width, wrap};
use super::sheet::{SMALL, Sheet, TEXT};
use super::{Anchor, Area, Paint, Shape};
use crate::i18n::Lang;
use crate::stats::Scale;

/// How high a bar is.
const BAR: i32 = 200;

/// Between two rows.
const GAP: i32 = 160;

/// Between two parts.
const SEAM: i32 = 10;

/// What stands at the end of a bar of which a part is not known.
const OPEN: i32 = 80;

/// Lays key and rows out below what is written.
pub(super) fn lay(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    let columns = figure.columns.iter().enumerate();
    let entries: Vec<(Paint, String)> = columns.map(|(column, name)| (paint(figure, column), name.clone())).collect();
    if !figure.rows.is_empty() {
        key(sheet, &entries);
    }
    let scale = Scale::up_to(figure.rows.iter().map(whole).max().unwrap_or(0));
    let is_open = figure.rows.iter().any(|row| is_open(figure, row));
    let room = sheet.room - if is_open { OPEN + SEAM } else { 0 };
    for row in &figure.rows {
        let top = sheet.y;
        let is_known = row.numbers.iter().any(Option::is_some);
        let total = if is_known { figure.tick(lang, whole(row)) } else { NONE.to_owned() };
        head(sheet, &row.name, &total);
        parts(sheet, figure, row, |number| i32::try_from(scale.share(number) * i64::from(room) / 10_000).unwrap_or(0));
        sheet.y += BAR + GAP;
        sheet.mark(row, Area { x: sheet.left, y: top, width: sheet.room, height: sheet.y - top });
    }
}

/// The colour of a column.
fn paint(figure: &Figure, column: usize) -> Paint {
    let is_unknown = figure.is_last_unknown && column + 1 == figure.columns.len();
    if is_unknown { Paint::Unknown } else { Paint::Series(column) }
}

/// What the parts come to that are known.
fn whole(row: &Row) -> i64 {
    row.numbers.iter().flatten().fold(0, |sum, number| sum.saturating_add((*number).max(0)))
}

/// Whether a part is not known.
fn is_open(figure: &Figure, row: &Row) -> bool {
    (0..figure.columns.len()).any(|column| row.number(column).is_none())
}

/// The name, and the number at the right of its last line.
fn head(sheet: &mut Sheet, name: &str, number: &str) {
    let lines = wrap(name, TEXT, false, sheet.room - width(number, TEXT, true) - TEXT);
    for line in &lines {
        sheet.y += TEXT * 14 / 10;
        sheet.put(line, (sheet.left, sheet.y - TEXT * 4 / 10), Anchor::Start, TEXT, false, Paint::Ink);
    }
    let at = (sheet.left + sheet.room, sheet.y - TEXT * 4 / 10);
    sheet.put(number, at, Anchor::End, TEXT, true, Paint::Ink);
}

fn parts(sheet: &mut Sheet, figure: &Figure, row: &Row, length: impl Fn(i64) -> i32) {
    let (mut sum, y) = (0_i64, sheet.y);
    for column in 0..figure.columns.len() {
        let Some(number) = row.number(column).filter(|number| *number > 0) else { continue };
        let from = length(sum);
        sum = sum.saturating_add(number);
        let long = length(sum) - from;
        // What is least is seen, if only as a line.
        let area = Area {
            x: sheet.left + from,
            y,
            width: if long > 3 * SEAM { long - SEAM } else { long.max(2) },
            height: BAR,
        };
        let paint = paint(figure, column);
        sheet.draw(Shape::Fill(area, paint));
        let text = row.text(column);
        let wide = width(text, SMALL, false);
        if wide + 60 <= area.width {
            let middle = area.x + area.width / 2;
            let plate = Area { x: middle - wide / 2 - 20, y: y + 30, width: wide + 40, height: BAR - 60 };
            if paint != Paint::Series(0) {
                sheet.draw(Shape::Plate(plate, paint));
            }
            let ink = if paint == Paint::Unknown { Paint::Ink } else { Paint::Paper };
            sheet.put(text, (middle, y + BAR / 2 + SMALL * 35 / 100), Anchor::Middle, SMALL, false, ink);
        }
    }
    if is_open(figure, row) {
        let x = sheet.left + length(sum) + SEAM;
        sheet.draw(Shape::Fill(Area { x, y, width: OPEN, height: BAR }, Paint::Unknown));
    }
}
