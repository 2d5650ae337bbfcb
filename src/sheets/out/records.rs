//! The sheets of records, one a row: members, visits and so on with the group that they belong to, and what belongs to nothing but
//! itself.

use super::fields::{FieldColumn, cell, columns};
use super::make::Book;
use super::place;
use super::table::{Cell, Column, Kind, Sheet};
use super::wanted::Extent;
use crate::domain::{FieldValue, Id, RegionCode};
use crate::history::Record;
use crate::i18n::{Label, SheetWord};
use crate::kinds::{Belongs, FieldRef, KindId, Member, ValueType};
use crate::registry::Dossier;

/// The sheet of one kind of record.
pub fn sheet(book: &Book<'_>, kind: KindId) -> Sheet {
    let (lang, show) = (book.lang, book.show);
    let is_alone = kind.belongs() == Belongs::Own;
    let chosen = columns(kind, show);
    let mut heads = vec![Column::new(SheetWord::Row.label(lang), Kind::Plain).wide(6)];
    if !is_alone {
        heads.push(Column::new(SheetWord::Groups.label(lang), Kind::Text).wide(28));
        heads
            .extend(place::columns(lang, [SheetWord::GroupKabkota, SheetWord::GroupDistrict, SheetWord::GroupVillage]));
    }
    heads.extend(chosen.iter().flat_map(|column| column.heads(lang)));

    let mut rows = Vec::new();
    let mut add = |group: Vec<Cell>, id: Id| {
        let Some(record) = book.registry.record(&id.to_string()) else { return };
        let mut row = vec![Cell::count(rows.len() + 1)];
        row.extend(group);
        for column in &chosen {
            match column {
                FieldColumn::Field(field) => row.push(cell(lang, show, *field, record)),
                FieldColumn::Place(field) => row.extend(place::cells(lang, place_of(*field, record))),
                FieldColumn::AgeBand => row.push(age_band(book, record)),
                // Of groups only.
                FieldColumn::Coordinates => {}
            }
        }
        rows.push(row);
    };
    if is_alone {
        for id in alone(book, kind) {
            add(Vec::new(), id);
        }
    }
    for dossier in book.dossiers.iter().filter(|_| !is_alone) {
        let group = &dossier.group.value;
        for id in ids(dossier, kind) {
            let mut cells = vec![Cell::text(book.group_name(group))];
            cells.extend(place::cells(lang, group.region));
            add(cells, id);
        }
    }
    Sheet { name: kind.names().many.label(lang), columns: heads, rows, total: None, notes: Vec::new() }
}

/// The records of a kind that belongs to nothing but itself: all of the book, those of a city by their place, none beside one group.
fn alone(book: &Book<'_>, kind: KindId) -> Vec<Id> {
    let lies_in = |id: Id, code: RegionCode| {
        let Some(record) = book.registry.record(&id.to_string()) else { return false };
        let places = kind.row().fields().filter(|field| matches!(field.value_type(), ValueType::RegionCode));
        places.filter_map(|field| place_of(field, record)).any(|place| place.kabkota() == Some(code))
    };
    let is_covered = |id: &Id| match book.extent {
        Extent::Book => true,
        Extent::Region(region) => lies_in(*id, region.code),
        Extent::Group(_) => false,
    };
    book.registry.alone(kind).map(|entry| entry.id).filter(is_covered).collect()
}

/// The records of a kind in a group: also those of members who have left.
fn ids(dossier: &Dossier, kind: KindId) -> Vec<Id> {
    match kind {
        KindId::Member => dossier.members.iter().map(|member| member.id).collect(),
        _ => dossier.of_kind(kind).map(|other| other.id).collect(),
    }
}

fn place_of(field: FieldRef, record: &Record) -> Option<RegionCode> {
    record.value(field.key()).and_then(|value| RegionCode::from_json(value).ok())
}

/// The band of a member's age by the birth date, else by the NIK.
fn age_band(book: &Book<'_>, record: &Record) -> Cell {
    let fold = record.fold();
    let member = Member::read(|key| fold.value(key)).0;
    let today = book.registry.today();
    let born = member.birth_date.or_else(|| member.nik.and_then(|nik| nik.birth_date(today, None)));
    let age = born.and_then(|born| born.likely_age_on(today));
    age.map_or(Cell::Empty, |age| Cell::text(book.lang.age_band(age)))
}
