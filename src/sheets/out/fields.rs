//! Which fields become columns, and what may stand in a file that is masked.
//!
//! The columns are the fields, in the order of the form; a new field is a new column by itself. Masked, what may stand there is
//! decided by each field's [`Privacy`](crate::kinds::Privacy): a NIK is kecamatan, birth date, sex and a small serial, so that
//! beside a birth date and an address it could be guessed (`domain.md` 7.2).

use super::place;
use super::table::{Cell, Column, Kind};
use crate::history::Record;
use crate::i18n::{Label, Lang, SheetWord, Show};
use crate::kinds::{FieldRef, Flag, Group, KindId, Member, ValueType};

/// One field, or what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldColumn {
    /// The field itself.
    Field(FieldRef),
    /// A place, in three columns.
    Place(FieldRef),
    /// Latitude and longitude, in two columns.
    Coordinates,
    /// How old a member is, in place of the birth date.
    AgeBand,
}

/// The columns of a kind of record.
pub fn columns(kind: KindId, show: Show) -> Vec<FieldColumn> {
    let is_masked = show == Show::Masked;
    let column = |field: FieldRef| match field.value_type() {
        _ if field == Member::BIRTH_DATE && is_masked => Some(FieldColumn::AgeBand),
        _ if is_masked && !field.privacy().is_in_masked_files() => None,
        _ if field == Group::COORDINATES => Some(FieldColumn::Coordinates),
        ValueType::RegionCode => Some(FieldColumn::Place(field)),
        // The group stands before all fields, by its name.
        ValueType::Id if field.key() == Member::GROUP.key() => None,
        _ => Some(FieldColumn::Field(field)),
    };
    kind.row().fields().filter_map(column).collect()
}

impl FieldColumn {
    /// The columns of the sheet.
    pub fn heads(self, lang: Lang) -> Vec<Column> {
        match self {
            Self::Field(field) => vec![Column::new(field.label(lang), cell_kind(field))],
            Self::Place(_) => {
                place::columns(lang, [SheetWord::Kabkota, SheetWord::District, SheetWord::Village]).to_vec()
            }
            Self::Coordinates => [SheetWord::Latitude, SheetWord::Longitude]
                .map(|word| Column::new(word.label(lang), Kind::Degrees))
                .to_vec(),
            Self::AgeBand => vec![Column::new(SheetWord::AgeBand.label(lang), Kind::Text)],
        }
    }
}

/// What a spreadsheet takes the values of a field for.
fn cell_kind(field: FieldRef) -> Kind {
    match field.value_type() {
        ValueType::Nik | ValueType::FamilyCard | ValueType::Phone | ValueType::Digits => Kind::Digits,
        ValueType::Rt => Kind::Neighbourhood,
        ValueType::Date => Kind::Date,
        ValueType::Rupiah => Kind::Rupiah,
        ValueType::Year | ValueType::Count | ValueType::Decile | ValueType::Dependants => Kind::Plain,
        _ if field.is(Flag::Wide) => Kind::Long,
        ValueType::GroupName
        | ValueType::PersonName
        | ValueType::Line
        | ValueType::Note
        | ValueType::RegionCode
        | ValueType::YesNo
        | ValueType::Id
        | ValueType::Choice(_) => Kind::Text,
    }
}

/// The cell of a field.
pub fn cell(lang: Lang, show: Show, field: FieldRef, record: &Record) -> Cell {
    let Some(value) = record.value(field.key()) else { return Cell::Empty };
    match cell_kind(field) {
        kind @ (Kind::Date | Kind::Rupiah | Kind::Plain) => Cell::stored(kind, value),
        _ => Cell::text(lang.value(field, value, show)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_a_column_of_the_whole_form() {
        assert_eq!(columns(KindId::Member, Show::Whole).len() + 1, Member::fields().count(), "all but the group");
        assert_eq!(columns(KindId::Group, Show::Whole).len(), Group::fields().count());
    }

    #[test]
    fn the_masked_form_has_an_age_band_and_no_birth_date() {
        let masked = columns(KindId::Member, Show::Masked);
        assert!(masked.contains(&FieldColumn::AgeBand));
        assert!(!masked.contains(&FieldColumn::Field(Member::BIRTH_DATE)));
        assert!(!columns(KindId::Member, Show::Whole).contains(&FieldColumn::AgeBand));
    }
}
