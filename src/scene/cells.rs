//! A table whose numbers have bars, each column on a scale of its own. Where the columns find no room side by side, each row is a
//! block: its name, and a line for each column.

use super::figure::{Figure, Row};
use super::letters::{width, wrap};
use super::sheet::{SMALL, Sheet, TEXT, height, leading, widest};
use super::{Anchor, Area, Paint, Shape, Stroke};
use crate::i18n::Lang;
use crate::stats::Scale;

/// How high a bar is.
const BAR: i32 = 60;

/// Between two columns.
const GAP: i32 = 200;

/// Above and below what is in a row.
const PAD: i32 = 60;

/// How wide a column is at most.
const WIDEST: i32 = 1_600;

/// Lays the table out below what is written.
pub(super) fn lay(sheet: &mut Sheet, _lang: Lang, figure: &Figure) {
    if figure.rows.is_empty() {
        return;
    }
    let most = |column: usize| figure.rows.iter().filter_map(|row| row.number(column)).map(i64::saturating_abs).max();
    let scales: Vec<Scale> = (0..figure.columns.len()).map(|column| Scale::up_to(most(column).unwrap_or(0))).collect();
    match beside(sheet, figure) {
        Some((name, column)) => table(sheet, figure, &scales, name, column),
        None => blocks(sheet, figure, &scales),
    }
}

/// How wide the names and each column are, if they find room side by side.
fn beside(sheet: &Sheet, figure: &Figure) -> Option<(i32, i32)> {
    let rows = || figure.rows.iter().chain(&figure.total);
    let words = |text: &str, is_bold: bool| widest(text.split_whitespace(), SMALL, is_bold);
    let numbers = rows().flat_map(|row| row.texts.iter()).map(|text| width(text, TEXT, true)).max().unwrap_or(0);
    let heads = figure.heads().map(|head| words(&head, false)).max().unwrap_or(0);
    let least = numbers.max(heads).max(500) + GAP;
    let name = rows().map(|row| words(&row.name, true) * TEXT / SMALL).max().unwrap_or(0);
    let wanted = widest(rows().map(|row| row.name.as_str()), TEXT, true).min(sheet.room * 35 / 100).max(name);
    let count = i32::try_from(figure.columns.len()).unwrap_or(1).max(1);
    let column = ((sheet.room - wanted) / count).min(WIDEST);
    (column >= least).then_some((wanted, column))
}

/// How high a row is at least.
const ROW: i32 = 480;

fn table(sheet: &mut Sheet, figure: &Figure, scales: &[Scale], name: i32, column: i32) {
    let heads: Vec<Vec<String>> = figure.heads().map(|head| wrap(&head, SMALL, false, column - GAP)).collect();
    let high = heads.iter().map(|lines| height(lines, SMALL)).max().unwrap_or(0);
    let starts: Vec<i32> = (0..).map(|place| sheet.left + name + place * column).take(heads.len()).collect();
    for (lines, x) in heads.iter().zip(&starts) {
        let top = sheet.y + high - height(lines, SMALL);
        sheet.lines(lines, (x + column, top), Anchor::End, (SMALL, false), Paint::Soft);
    }
    sheet.y += high + 40;
    let edge = starts.last().map_or(0, |x| x + column);
    for (row, is_total) in figure.rows.iter().map(|row| (row, false)).chain(figure.total.iter().map(|row| (row, true)))
    {
        let paint = if is_total { Paint::Ink } else { Paint::Grid };
        sheet.rule((sheet.left, sheet.y), (edge, sheet.y), paint, Stroke::Thin);
        let top = sheet.y;
        let lines = wrap(&row.name, TEXT, is_total, name);
        let end = sheet.lines(&lines, (sheet.left, top + PAD), Anchor::Start, (TEXT, is_total), Paint::Ink);
        let mut bottom = top + PAD + leading(TEXT);
        for (place, x) in starts.iter().enumerate() {
            let base = top + PAD + TEXT * 9 / 10;
            number(sheet, row, place, (x + column, base), is_total);
            let area = Area { x: x + GAP, y: top + PAD + leading(TEXT) + 20, width: column - GAP, height: BAR };
            if !is_total {
                bar(sheet, scales, row, place, area);
                bottom = area.y + BAR;
            }
        }
        sheet.y = end.max(bottom) + PAD;
        if !is_total {
            // A row that leads on is as high as a thumb needs it.
            sheet.y = sheet.y.max(top + ROW);
            sheet.mark(row, Area { x: sheet.left, y: top, width: edge - sheet.left, height: sheet.y - top });
        }
    }
}

fn blocks(sheet: &mut Sheet, figure: &Figure, scales: &[Scale]) {
    let heads: Vec<String> = figure.heads().collect();
    let right = sheet.left + sheet.room;
    for (row, is_total) in figure.rows.iter().map(|row| (row, false)).chain(figure.total.iter().map(|row| (row, true)))
    {
        let top = sheet.y;
        sheet.rule((sheet.left, top), (right, top), if is_total { Paint::Ink } else { Paint::Grid }, Stroke::Thin);
        sheet.y += PAD;
        let names = wrap(&row.name, TEXT, true, sheet.room);
        sheet.y = sheet.lines(&names, (sheet.left, sheet.y), Anchor::Start, (TEXT, true), Paint::Ink) + 30;
        for (place, head) in heads.iter().enumerate() {
            let lines = wrap(head, SMALL, false, sheet.room - width(row.text(place), TEXT, true) - TEXT);
            let end = sheet.lines(&lines, (sheet.left, sheet.y), Anchor::Start, (SMALL, false), Paint::Soft);
            sheet.y = end.max(sheet.y + leading(SMALL));
            number(sheet, row, place, (right, sheet.y - SMALL * 3 / 10), is_total);
            if is_total {
                sheet.y += 30;
                continue;
            }
            sheet.y += 30;
            bar(sheet, scales, row, place, Area { x: sheet.left, y: sheet.y, width: sheet.room, height: BAR });
            sheet.y += BAR + 80;
        }
        sheet.y += PAD;
        if !is_total {
            sheet.mark(row, Area { x: sheet.left, y: top, width: sheet.room, height: sheet.y - top });
        }
    }
}

fn number(sheet: &mut Sheet, row: &Row, column: usize, at: (i32, i32), is_bold: bool) {
    let paint = if row.number(column).is_some() { Paint::Ink } else { Paint::Soft };
    sheet.put(row.text(column), at, Anchor::End, TEXT, is_bold, paint);
}

/// The bar of a number; below zero it is of another colour.
fn bar(sheet: &mut Sheet, scales: &[Scale], row: &Row, column: usize, area: Area) {
    let (Some(number), Some(scale)) = (row.number(column), scales.get(column)) else { return };
    let share = scale.share(number.saturating_abs()) * i64::from(area.width) / 10_000;
    let width = i32::try_from(share).unwrap_or(0).max(if number == 0 { 0 } else { 10 });
    sheet.draw(Shape::Fill(Area { width: area.width, ..area }, Paint::Grid));
    if width > 0 {
        sheet.draw(Shape::Fill(Area { width, ..area }, Paint::Series(usize::from(number < 0))));
    }
}
