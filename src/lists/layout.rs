//! Where the heading of a sheet is: a row or several, whatever stands above.

use super::headings::{Is, heading_of};
use super::line::is_numbers;
use super::sheet::{Cell, CellKind, Sheet};
use super::target::Target;
use super::words::is_choice;
use crate::domain::fold;
use crate::kinds::KindId;

/// How far down the heading is looked for.
const SOUGHT: usize = 40;
/// The most rows of a heading.
const TALLEST: usize = 4;
/// More digits than this are a number of something, and no heading.
const DIGITS: usize = 6;
/// Rows below that are looked at to tell a heading of unknown words.
const BELOW: usize = 8;

/// The first row under the heading and how many rows the heading has; `None` if there is none.
pub(super) fn heading(sheet: &Sheet) -> Option<(usize, usize)> {
    let rows = sheet.rows.len().min(SOUGHT);
    let best = (0..rows).map(|row| (weight(sheet, row), row)).filter(|(weight, _)| *weight > 0);
    // The first of equals: what follows is the heading said again.
    let Some((_, row)) = best.max_by_key(|(weight, row)| (*weight, std::cmp::Reverse(*row))) else {
        return unknown_heading(sheet);
    };
    let (mut first, mut last) = (row, row);
    while last + 1 - first < TALLEST && is_lower(sheet, last + 1) {
        last += 1;
    }
    while first > 0 && last + 1 - first < TALLEST && is_upper(sheet, first - 1) {
        first -= 1;
    }
    Some((last + 1, last + 1 - first))
}

fn filled(sheet: &Sheet, row: usize) -> impl Iterator<Item = (usize, &Cell)> {
    sheet.rows.get(row).into_iter().flatten().enumerate().filter(|(_, cell)| !cell.is_empty())
}

/// Whether a cell can be one of a heading: words, and no number of anybody.
fn is_wordy(cell: &Cell) -> bool {
    let digits = cell.text.bytes().filter(u8::is_ascii_digit).count();
    cell.kind == CellKind::Text && digits <= DIGITS && cell.text.chars().any(char::is_alphabetic)
}

/// How much speaks for a row to be the heading; nothing if it is none.
fn weight(sheet: &Sheet, row: usize) -> usize {
    let cells: Vec<&Cell> = filled(sheet, row).map(|(_, cell)| cell).collect();
    let words = cells.iter().filter(|cell| is_wordy(cell)).count();
    if cells.is_empty() || words * 4 < cells.len() * 3 {
        return 0;
    }
    let mut targets = Vec::new();
    let (mut points, mut known, mut own) = (0, 0, 0);
    for cell in cells.iter().filter(|cell| is_wordy(cell)) {
        let Some(found) = heading_of(&cell.text) else { continue };
        let target = found.target();
        let is_new = !targets.contains(&target);
        // "Perempuan" and "Ketua" stand above columns, and more often in them.
        let is_value = is_choice(&cell.text);
        known += 1;
        match found.is {
            Is::Never(_) => points += usize::from(found.exact),
            _ if is_new => {
                targets.push(target);
                points += if found.exact { 4 } else { 2 };
                own += usize::from(!is_value);
            }
            _ => {}
        }
    }
    let is_heading = own > 0 && known > 1;
    // Of two rows with as much the one that says nothing else.
    if is_heading { points * 100 + known * 99 / cells.len() } else { 0 }
}

/// Whether a row is the lower part of a heading: its cells are known, and nothing in it is data.
fn is_lower(sheet: &Sheet, row: usize) -> bool {
    let cells: Vec<(usize, &Cell)> = filled(sheet, row).collect();
    let above =
        |column: usize| row.checked_sub(1).map(|upper| sheet.cell(upper, column)).filter(|cell| !cell.is_empty());
    let is_part = |(column, cell): &(usize, &Cell)| {
        let is_said_above = above(*column).is_some_and(|upper| fold(&upper.text) == fold(&cell.text));
        is_wordy(cell) && heading_of(&cell.text).is_some() && !is_said_above
    };
    // A row of data stands under headings that say all; the lower half of one has gaps above it.
    let is_half = cells.iter().any(|(column, _)| above(*column).is_none());
    let is_told = cells.iter().any(|(_, cell)| heading_of(&cell.text).is_some_and(|found| found.exact))
        || cells.iter().any(|(_, cell)| matches!(&*fold(&cell.text), "tempat" | "tanggal" | "tgl"));
    !cells.is_empty() && cells.iter().all(|cell| is_part(cell) || is_place_or_day(cell.1)) && is_told && is_half
}

/// "Tempat" and "Tanggal" below "Kelahiran".
fn is_place_or_day(cell: &Cell) -> bool {
    matches!(&*fold(&cell.text), "tempat" | "tanggal" | "tgl" | "nama" | "nomor" | "no")
}

/// Whether a row is the upper part of a heading: nothing but words, and neither a title nor a label with its value.
fn is_upper(sheet: &Sheet, row: usize) -> bool {
    let cells: Vec<(usize, &Cell)> = filled(sheet, row).collect();
    if cells.len() < 2 || !cells.iter().all(|(_, cell)| is_wordy(cell) && !cell.text.contains(':')) {
        return false;
    }
    let below = |column: usize| !sheet.cell(row + 1, column).is_empty();
    let target = |cell: &Cell| heading_of(&cell.text).map(super::headings::Found::target);
    // "Kelurahan" "Sidodadi": a label of a title, and what it says, above two columns that have a heading of their own.
    let is_label = |cell: &Cell| {
        target(cell).is_some_and(|target| match target {
            Target::Field(field) => field.kind() == KindId::Group,
            Target::Village | Target::District | Target::Regency | Target::GroupVillage => true,
            _ => false,
        })
    };
    let is_pair = cells.chunks(2).all(|pair| match pair {
        [(label, own), (value, other)] => is_label(own) && below(*label) && below(*value) && target(other).is_none(),
        _ => false,
    });
    let known = cells.iter().any(|(_, cell)| heading_of(&cell.text).is_some());
    let covers = cells.iter().all(|(column, _)| below(*column)) && filled(sheet, row + 1).count() > cells.len();
    !is_pair && (known || covers)
}

/// A heading none of whose words is known: words above columns of numbers. Else the first row is a row as any.
fn unknown_heading(sheet: &Sheet) -> Option<(usize, usize)> {
    let row = (0..sheet.rows.len().min(SOUGHT)).find(|row| filled(sheet, *row).count() > 1)?;
    let is_number = |cell: &Cell| {
        cell.kind != CellKind::Text || cell.text.bytes().filter(u8::is_ascii_digit).count() * 2 > cell.text.len()
    };
    if !filled(sheet, row).all(|(_, cell)| is_wordy(cell)) {
        return None;
    }
    let numeric = |column: usize| {
        let cells: Vec<&Cell> = (row + 1..sheet.rows.len())
            .map(|at| sheet.cell(at, column))
            .filter(|cell| !cell.is_empty())
            .take(BELOW)
            .collect();
        !cells.is_empty() && cells.iter().all(|cell| is_number(cell))
    };
    filled(sheet, row).any(|(column, _)| numeric(column)).then_some((row + 1, 1))
}

/// Whether a row only counts the columns.
pub(super) fn counts_columns(sheet: &Sheet, row: usize) -> bool {
    is_numbers(&filled(sheet, row).collect::<Vec<_>>())
}
