//! The sheet of groups: one a row, with its members and households as of today.

use super::fields::{FieldColumn, cell, columns};
use super::make::Book;
use super::place;
use super::table::{Cell, Column, Kind, Sheet};
use crate::i18n::{Label, SheetWord};
use crate::kinds::{Group, KindId};

/// The sheet.
pub fn sheet(book: &Book<'_>) -> Sheet {
    let (lang, show) = (book.lang, book.show);
    let chosen = columns(KindId::Group, show);
    let mut heads = vec![Column::new(SheetWord::Row.label(lang), Kind::Plain).wide(6)];
    heads.extend(chosen.iter().flat_map(|column| column.heads(lang)));
    heads.extend([SheetWord::Present, SheetWord::Households].map(|word| Column::new(word.label(lang), Kind::Number)));

    let mut rows = Vec::with_capacity(book.dossiers.len());
    for dossier in &book.dossiers {
        let own = book.registry.record(&dossier.id.to_string());
        // A recap's fields are named as the group's are.
        let record = own.or_else(|| dossier.recap.as_ref().map(|told| &told.best.record));
        let mut row = vec![Cell::count(rows.len() + 1)];
        for column in &chosen {
            match column {
                FieldColumn::Field(field) => {
                    row.push(record.map_or(Cell::Empty, |record| cell(lang, show, *field, record)));
                }
                FieldColumn::Place(_) => row.extend(place::cells(lang, dossier.group.value.region)),
                FieldColumn::Coordinates => row.extend(degrees(&dossier.group.value)),
                // Of members only.
                FieldColumn::AgeBand => {}
            }
        }
        row.extend([dossier.present, dossier.households].map(Cell::count));
        rows.push(row);
    }
    Sheet { name: SheetWord::Groups.label(lang), columns: heads, rows, total: None, notes: Vec::new() }
}

/// Latitude and longitude as numbers, since a text that begins with `-` would look like a formula; what reads otherwise stays a
/// text.
fn degrees(group: &Group) -> [Cell; 2] {
    let Some(text) = group.coordinates.as_ref().map(ToString::to_string) else { return [Cell::Empty, Cell::Empty] };
    let number = |part: &str, most: f64| part.trim().parse::<f64>().ok().filter(|it| it.abs() <= most);
    let both = text.split_once(',').and_then(|(one, other)| Some((number(one, 90.0)?, number(other, 180.0)?)));
    match both {
        Some((latitude, longitude)) => [Cell::Number(latitude), Cell::Number(longitude)],
        None => [Cell::text(text), Cell::Empty],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FieldValue, Line};

    #[test]
    fn coordinates_are_two_numbers_or_what_was_written() {
        let of = |text: &str| degrees(&Group { coordinates: Line::parse(text).ok(), ..Group::default() });
        assert_eq!(of("-0.502106, 117.153709"), [Cell::Number(-0.502_106), Cell::Number(117.153_709)]);
        assert_eq!(of("0°30' LS"), [Cell::text("0°30' LS"), Cell::Empty]);
        assert_eq!(of("-95, 10"), [Cell::text("-95, 10"), Cell::Empty]);
    }
}
