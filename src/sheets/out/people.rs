//! The sheet of members: one a row, also those who have left, with the group they belong to.

use super::fields::{MemberColumn, member_cell, member_columns};
use super::make::Book;
use super::place;
use super::table::{Cell, Column, Kind, Sheet};
use crate::i18n::{Label, SheetWord};

/// The sheet.
pub fn sheet(book: &Book<'_>) -> Sheet {
    let (lang, show) = (book.lang, book.show);
    let chosen = member_columns(show);
    let mut columns = vec![
        Column::new(SheetWord::Row.label(lang), Kind::Plain).wide(6),
        Column::new(SheetWord::Groups.label(lang), Kind::Text).wide(28),
    ];
    columns.extend(place::columns(lang, [SheetWord::GroupKabkota, SheetWord::GroupDistrict, SheetWord::GroupVillage]));
    columns.extend(chosen.iter().flat_map(|column| column.heads(lang)));

    let mut rows = Vec::new();
    for dossier in &book.dossiers {
        let group = &dossier.group.value;
        for member in &dossier.members {
            let Some(record) = book.registry.record(&member.id.to_string()) else { continue };
            let mut row = vec![Cell::count(rows.len() + 1), Cell::text(book.group_name(group))];
            row.extend(place::cells(lang, group.region));
            for column in &chosen {
                match column {
                    MemberColumn::Field(field) => row.push(member_cell(lang, show, *field, record)),
                    MemberColumn::Home => row.extend(place::cells(lang, member.value.region)),
                    MemberColumn::AgeBand => row.push(age_band(book, &member.value)),
                }
            }
            rows.push(row);
        }
    }
    Sheet { name: SheetWord::Members.label(lang), columns, rows, total: None, notes: Vec::new() }
}

/// The band of the age by the birth date, else by the NIK.
fn age_band(book: &Book<'_>, member: &crate::domain::Member) -> Cell {
    let today = book.registry.today();
    let born = member.birth_date.or_else(|| member.nik.and_then(|nik| nik.birth_date(today, None)));
    born.map_or(Cell::Empty, |born| Cell::text(book.lang.age_band(born.age_on(today))))
}
