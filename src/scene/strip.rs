//! Months as squares, a line of twelve for each year. The colour is a step of one hue; nothing happened in a month that is an empty
//! square, what is hatched is not known, and a month that is no row has no square.

use super::figure::{Figure, Row};
use super::key::{key, square};
use super::letters::width;
use super::sheet::{SMALL, Sheet, leading, widest};
use super::steps::{Steps, ink, unknown};
use super::{Anchor, Area, Paint};
use crate::i18n::Lang;

/// How large a square is at most, with the gap behind it.
const WIDEST: i32 = 400;

/// Between two squares.
const GAP: i32 = 30;

/// Lays key and squares out below what is written.
pub(super) fn lay(sheet: &mut Sheet, lang: Lang, figure: &Figure) {
    let years = figure.rows.iter().map(|row| year(row).0);
    let (Some(first), Some(last)) = (years.clone().min(), years.max()) else { return };
    let some = figure.rows.iter().filter_map(|row| row.number(0)).filter(|number| *number != 0);
    let steps = Steps::of(some.clone());
    let is_any_empty = figure.rows.iter().any(|row| row.number(0) == Some(0));
    let zero = figure.tick(lang, 0);
    let own: Vec<(Paint, &str)> =
        is_any_empty.then_some((Paint::Paper, zero.as_str())).into_iter().chain(unknown(figure)).collect();
    if some.count() > 0 {
        steps.key(sheet, lang, figure, &own);
    } else {
        key(sheet, &own.iter().map(|(paint, words)| (*paint, (*words).to_owned())).collect::<Vec<_>>());
    }
    let names = [first.to_string(), last.to_string()];
    let left = widest(names.iter().map(String::as_str), SMALL, false) + 80;
    let step = ((sheet.room - left + GAP) / 12).min(WIDEST);
    let x = |month: i64| sheet.left + left + i32::try_from(month).unwrap_or(0) * step;
    let xs: Vec<i32> = (0..12).map(x).collect();
    let mut initials: Vec<(i64, char)> =
        figure.rows.iter().filter_map(|row| Some((year(row).1, row.name.chars().next()?))).collect();
    initials.sort_unstable();
    initials.dedup_by_key(|(month, _)| *month);
    for ((_, initial), x) in initials.iter().filter_map(|it| Some((it, xs.get(usize::try_from(it.0).ok()?)?))) {
        let at = (x + (step - GAP) / 2, sheet.y + SMALL);
        sheet.put(&initial.to_string(), at, Anchor::Middle, SMALL, false, Paint::Soft);
    }
    sheet.y += leading(SMALL) + 40;
    for (part, of) in (first..=last).enumerate() {
        let side = step - GAP;
        let base = (sheet.left, sheet.y + side / 2 + SMALL * 35 / 100);
        sheet.put(&of.to_string(), base, Anchor::Start, SMALL, false, Paint::Soft);
        let mut rows: Vec<&Row> = figure.rows.iter().filter(|row| year(row).0 == of).collect();
        rows.sort_by_key(|row| row.months);
        for row in rows {
            let Some(x) = usize::try_from(year(row).1).ok().and_then(|month| xs.get(month)) else { continue };
            let area = Area { x: *x, y: sheet.y, width: side, height: side };
            cell(sheet, &steps, row, area);
            sheet.mark_in(part, row.says.clone(), row.to.clone(), area);
        }
        sheet.y += step;
    }
    sheet.y += GAP;
}

/// The year and the month of a row, from 0 to 11.
fn year(row: &Row) -> (i64, i64) {
    ((row.months - 1).div_euclid(12), (row.months - 1).rem_euclid(12))
}

fn cell(sheet: &mut Sheet, steps: &Steps, row: &Row, area: Area) {
    let paint = match row.number(0) {
        None => Paint::Unknown,
        Some(0) => Paint::Paper,
        Some(number) => steps.paint(number),
    };
    square(sheet, area, paint);
    let text = row.text(0);
    if !matches!(row.number(0), None | Some(0)) && width(text, SMALL, false) + 40 <= area.width {
        let at = (area.x + area.width / 2, area.y + area.height / 2 + SMALL * 35 / 100);
        sheet.put(text, at, Anchor::Middle, SMALL, false, ink(paint));
    }
}
