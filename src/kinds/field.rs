//! A field of any kind of record, as a row and as a name for it.

use serde_json::Value;

use super::value::ValueType;
use super::{KindId, kind_of};
use crate::domain::Fault;

/// A field of a kind of record: one row of its table.
#[derive(Clone, Copy, Debug)]
pub struct FieldDef {
    /// The field's name as it stands in a change.
    pub key: &'static str,
    /// What it can hold.
    pub value: ValueType,
    /// Whose business it is.
    pub privacy: Privacy,
    /// What else is said of it.
    pub flags: &'static [Flag],
}

/// Whose business the values of a field are. Decided here alone (UU 27/2022; domain notes 7.2), and read by screens, masked sheets,
/// recaps, the mapping of lists and the tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// Everybody's who has the file.
    Open,
    /// A number that is shown by its ends: the id of a person, an account.
    Masked,
    /// A way to reach a person: shown by its ends, and left out where masked.
    Contact,
    /// What could undo the masking of a number, or tells where a person lives.
    Personal,
    /// What the law names as specific or protected: income, disability.
    Protected,
    /// Free remarks, which may hold any of it.
    Remark,
}

impl Privacy {
    /// Whether it is shown by its ends until a person asks for all of it.
    pub fn is_masked(self) -> bool {
        matches!(self, Self::Masked | Self::Contact)
    }

    /// Whether it may stand in a file that is masked, in whole or by its ends.
    pub fn is_in_masked_files(self) -> bool {
        matches!(self, Self::Open | Self::Masked)
    }
}

/// What else is said of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flag {
    /// The record is useless without it.
    Required,
    /// A form says that it may stay empty.
    Optional,
    /// The app sets it, and nobody's hand.
    Hidden,
    /// Its column in a sheet is wide.
    Wide,
    /// A form says how its date is typed.
    DateHelp,
    /// A form shows all its choices side by side.
    Segments,
}

/// A field of any kind of record: what forms, previews, conflicts and the file's checks work over, whatever the kind.
///
/// Fields sort by kind, then in the order of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldRef {
    kind: KindId,
    at: u8,
}

impl FieldRef {
    pub(super) const fn new(kind: KindId, at: u8) -> Self {
        Self { kind, at }
    }

    /// All fields of a kind, in the order of a form; none of a kind that this version does not know.
    pub fn all_of(kind: &str) -> Vec<Self> {
        kind_of(kind).map(|kind| kind.fields().collect()).unwrap_or_default()
    }

    /// The field of this name in records of this kind.
    pub fn of(kind: &str, key: &str) -> Option<Self> {
        kind_of(kind)?.field(key)
    }

    /// The kind of record it is of.
    pub const fn kind(self) -> KindId {
        self.kind
    }

    /// Its place among the fields of its kind.
    pub const fn at(self) -> usize {
        self.at as usize
    }

    fn row(self) -> &'static FieldDef {
        &self.kind.row().fields[self.at()]
    }

    /// The field's name as it stands in a change.
    pub fn key(self) -> &'static str {
        self.row().key
    }

    /// What it can hold.
    pub fn value_type(self) -> ValueType {
        self.row().value
    }

    /// Whose business its values are.
    pub fn privacy(self) -> Privacy {
        self.row().privacy
    }

    /// Whether this is said of it.
    pub fn is(self, flag: Flag) -> bool {
        self.row().flags.contains(&flag)
    }

    /// Reads what a person typed into the stored form; empty text clears the field.
    ///
    /// # Errors
    /// The [`Fault`] to show under the field.
    pub fn parse(self, text: &str) -> Result<Value, Fault> {
        self.value_type().parse(text)
    }

    /// The text a person edits; empty for a cleared field or a value this version cannot read.
    pub fn text(self, value: &Value) -> String {
        self.value_type().text(value)
    }

    /// The same as it is written into a form: sixteen digits stand in groups of four, as on the card.
    pub fn typed(self, value: &Value) -> String {
        let text = self.text(value);
        match self.value_type() {
            ValueType::Nik | ValueType::FamilyCard if text.len() == 16 => {
                [&text[..4], &text[4..8], &text[8..12], &text[12..]].join(" ")
            }
            _ => text,
        }
    }

    /// Whether a stored value can stand in this field.
    ///
    /// A choice this version does not know is let through: a newer version has more of them.
    ///
    /// # Errors
    /// The [`Fault`] that makes the value useless.
    pub fn check(self, value: &Value) -> Result<(), Fault> {
        self.value_type().check(value)
    }
}
