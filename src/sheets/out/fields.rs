//! Which fields become columns, and what may stand in a file that is masked.
//!
//! The columns are the fields, in the order of the form; a new field is a new column by itself. Masked, NIK, family card and
//! account show their first four and last two characters, and what would undo that is left out: a NIK is kecamatan, birth date,
//! sex and a small serial, so that beside a birth date and an address it could be guessed (`domain.md` 7.2). Left out, too: what
//! the law names as specific or protected (income, disability), ways to reach a person, and free remarks, which may hold any of it.

use serde_json::Value;

use super::place;
use super::table::{Cell, Column, Kind};
use crate::domain::{Field, GroupField, MemberField};
use crate::history::Record;
use crate::i18n::{Label, Lang, SheetWord, Show};

/// One field of a member, or what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberColumn {
    /// The field itself.
    Field(MemberField),
    /// Where the member lives, in three columns.
    Home,
    /// How old the member is, in place of the birth date.
    AgeBand,
}

/// One field of a group, or what stands in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupColumn {
    /// The field itself.
    Field(GroupField),
    /// Where the group is, in three columns.
    Place,
    /// Latitude and longitude, in two columns.
    Coordinates,
}

/// The columns of members.
pub fn member_columns(show: Show) -> Vec<MemberColumn> {
    let column = |field: &MemberField| match (field, show) {
        (MemberField::Region, _) => Some(MemberColumn::Home),
        (MemberField::BirthDate, Show::Masked) => Some(MemberColumn::AgeBand),
        // The group stands before all fields, by its name.
        (MemberField::Group, _)
        | (
            MemberField::BirthPlace
            | MemberField::Rt
            | MemberField::Rw
            | MemberField::Address
            | MemberField::Phone
            | MemberField::IncomeBefore
            | MemberField::IncomeAfter
            | MemberField::Disability
            | MemberField::LeaveReason,
            Show::Masked,
        ) => None,
        (field, _) => Some(MemberColumn::Field(*field)),
    };
    MemberField::all().iter().filter_map(column).collect()
}

/// The columns of groups.
pub fn group_columns(show: Show) -> Vec<GroupColumn> {
    let column = |field: &GroupField| match (field, show) {
        (GroupField::Region, _) => Some(GroupColumn::Place),
        (
            GroupField::Address
            | GroupField::Rt
            | GroupField::Rw
            | GroupField::Coordinates
            | GroupField::AccountHolder
            | GroupField::Note,
            Show::Masked,
        ) => None,
        (GroupField::Coordinates, Show::Whole) => Some(GroupColumn::Coordinates),
        (field, _) => Some(GroupColumn::Field(*field)),
    };
    GroupField::all().iter().filter_map(column).collect()
}

impl MemberColumn {
    /// The columns of the sheet.
    pub fn heads(self, lang: Lang) -> Vec<Column> {
        match self {
            Self::Field(field) => vec![Column::new(field.label(lang), member_kind(field))],
            Self::Home => place::columns(lang, [SheetWord::Kabkota, SheetWord::District, SheetWord::Village]).to_vec(),
            Self::AgeBand => vec![Column::new(SheetWord::AgeBand.label(lang), Kind::Text)],
        }
    }
}

impl GroupColumn {
    /// The columns of the sheet.
    pub fn heads(self, lang: Lang) -> Vec<Column> {
        match self {
            Self::Field(field) => vec![Column::new(field.label(lang), group_kind(field))],
            Self::Place => place::columns(lang, [SheetWord::Kabkota, SheetWord::District, SheetWord::Village]).to_vec(),
            Self::Coordinates => [SheetWord::Latitude, SheetWord::Longitude]
                .map(|word| Column::new(word.label(lang), Kind::Degrees))
                .to_vec(),
        }
    }
}

fn member_kind(field: MemberField) -> Kind {
    match field {
        MemberField::Nik | MemberField::Card | MemberField::Phone => Kind::Digits,
        MemberField::Rt | MemberField::Rw => Kind::Neighbourhood,
        MemberField::BirthDate
        | MemberField::WelfareChecked
        | MemberField::Joined
        | MemberField::Left
        | MemberField::ConsentDate => Kind::Date,
        MemberField::IncomeBefore | MemberField::IncomeAfter => Kind::Rupiah,
        MemberField::Dependants | MemberField::Decile => Kind::Plain,
        MemberField::Name | MemberField::Address => Kind::Long,
        _ => Kind::Text,
    }
}

fn group_kind(field: GroupField) -> Kind {
    match field {
        GroupField::Account => Kind::Digits,
        GroupField::Rt | GroupField::Rw => Kind::Neighbourhood,
        GroupField::Formed | GroupField::DecreeDate => Kind::Date,
        GroupField::Year => Kind::Plain,
        GroupField::Name | GroupField::Address | GroupField::Note => Kind::Long,
        _ => Kind::Text,
    }
}

/// The cell of a member's field.
pub fn member_cell(lang: Lang, show: Show, field: MemberField, record: &Record) -> Cell {
    cell(member_kind(field), record.value(field.key()), |value| lang.member_value(field, value, show))
}

/// The cell of a group's field.
pub fn group_cell(lang: Lang, show: Show, field: GroupField, record: &Record) -> Cell {
    cell(group_kind(field), record.value(field.key()), |value| lang.group_value(field, value, show))
}

fn cell(kind: Kind, value: Option<&Value>, words: impl Fn(&Value) -> String) -> Cell {
    let Some(value) = value else { return Cell::Empty };
    match kind {
        Kind::Date | Kind::Rupiah | Kind::Plain => Cell::stored(kind, value),
        _ => Cell::text(words(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_a_column_of_the_whole_form() {
        assert_eq!(member_columns(Show::Whole).len() + 1, MemberField::all().len(), "all but the group");
        assert_eq!(group_columns(Show::Whole).len(), GroupField::all().len());
    }

    #[test]
    fn the_masked_form_has_an_age_band_and_no_birth_date() {
        let columns = member_columns(Show::Masked);
        assert!(columns.contains(&MemberColumn::AgeBand));
        assert!(!columns.contains(&MemberColumn::Field(MemberField::BirthDate)));
        assert!(!member_columns(Show::Whole).contains(&MemberColumn::AgeBand));
    }
}
