//! The ten kabupaten and cities as tiles that are all of one size, each about where it lies, with its name and its number; the colour
//! is a step of one hue. Rows that are no such area are written below.

use super::figure::{Figure, Row};
use super::key::square;
use super::letters::{width, wrap};
use super::sheet::{SMALL, Sheet, TEXT, height, leading, widest};
use super::steps::{Steps, ink, unknown};
use super::{Anchor, Area, Paint, Shape};
use crate::domain::RegionCode;
use crate::i18n::Lang;

/// Where each area lies: its number, its line, its place on the line.
const PLACES: [(u8, i32, i32); 10] =
    [(11, 0, 0), (3, 0, 2), (7, 1, 0), (2, 1, 1), (8, 1, 2), (72, 2, 1), (74, 2, 2), (9, 3, 0), (71, 3, 1), (1, 4, 0)];

/// How wide a tile is at most.
const WIDEST: i32 = 1_600;

/// Between two tiles.
const GAP: i32 = 60;

/// Within a tile, around what is written.
const PAD: i32 = 70;

/// Lays key, tiles and the rest out below what is written.
pub(super) fn lay(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    if figure.rows.is_empty() {
        return;
    }
    let steps = Steps::of(figure.rows.iter().filter_map(|row| row.number(0)));
    steps.key(sheet, lang, figure, unknown(figure).as_slice());
    let mut placed: Vec<(i32, i32, &Row)> = Vec::new();
    let mut rest: Vec<&Row> = Vec::new();
    for row in &figure.rows {
        match row.area.and_then(place) {
            Some((line, column)) if !placed.iter().any(|(l, c, _)| (*l, *c) == (line, column)) => {
                placed.push((line, column, row));
            }
            _ => rest.push(row),
        }
    }
    let side = ((sheet.room - 2 * GAP) / 3).min(WIDEST);
    let lines = |row: &Row| wrap(&row.short, SMALL, false, side - 2 * PAD);
    let names = placed.iter().map(|(.., row)| height(&lines(row), SMALL)).max().unwrap_or(0);
    let high = (names + leading(TEXT) + 2 * PAD + 30).max(side / 2);
    let top = sheet.y;
    for (line, column, row) in &placed {
        let area =
            Area { x: sheet.left + column * (side + GAP), y: top + line * (high + GAP), width: side, height: high };
        tile(sheet, figure, &steps, row, area, &lines(row));
        sheet.y = sheet.y.max(area.y + high + GAP);
    }
    for row in rest {
        let top = sheet.y;
        sheet.write(&format!("{}: {}{}", row.name, row.text(0), mark(figure, row)), SMALL, false, Paint::Ink);
        sheet.y += 40;
        sheet.mark(row, Area { x: sheet.left, y: top, width: sheet.room, height: sheet.y - top });
    }
}

/// Where an area lies: its line, and its place on it.
fn place(area: RegionCode) -> Option<(i32, i32)> {
    let found = PLACES.into_iter().find(|(number, ..)| RegionCode::kaltim(*number) == area);
    found.map(|(_, line, column)| (line, column))
}

/// What stands behind a number that is known.
fn mark(figure: &Figure, row: &Row) -> &'static str {
    if row.number(0).is_some() { figure.mark } else { "" }
}

fn tile(sheet: &mut Sheet, figure: &Figure, steps: &Steps, row: &Row, area: Area, lines: &[String]) {
    let paint = row.number(0).map_or(Paint::Unknown, |number| steps.paint(number));
    square(sheet, area, paint);
    if row.is_odd {
        let inner = Area { x: area.x + 20, y: area.y + 20, width: area.width - 40, height: area.height - 40 };
        sheet.draw(Shape::Outline(inner, ink(paint)));
    }
    let text = format!("{}{}", row.text(0), mark(figure, row));
    let size = if width(&text, TEXT, true) + 2 * PAD <= area.width { TEXT } else { SMALL };
    if paint == Paint::Unknown {
        // Words are read on paper, not on hatching.
        let wide = widest(lines.iter().map(String::as_str), SMALL, false).max(width(&text, size, true));
        let plate = Area { x: area.x + 30, y: area.y + 30, width: wide + 2 * (PAD - 30), height: 0 };
        let names = Area { height: height(lines, SMALL) + PAD - 30, ..plate };
        sheet.draw(Shape::Plate(names, paint));
        let high = leading(size) + 20;
        let number = Area {
            y: area.y + area.height - PAD - high + 30,
            width: width(&text, size, true) + 2 * (PAD - 30),
            height: high,
            ..plate
        };
        sheet.draw(Shape::Plate(number, paint));
    }
    let ink = ink(paint);
    sheet.lines(lines, (area.x + PAD, area.y + PAD), Anchor::Start, (SMALL, false), ink);
    sheet.put(&text, (area.x + PAD, area.y + area.height - PAD), Anchor::Start, size, true, ink);
    sheet.mark(row, area);
}
