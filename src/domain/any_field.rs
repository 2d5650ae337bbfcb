//! A field of any kind of record.

use serde_json::Value;

use super::fault::Fault;
use super::group::GroupField;
use super::kind::Field;
use super::member::MemberField;
use super::ruling::RulingField;

/// A field of any kind of record: what forms, previews, conflicts and the file's checks work over, whatever the kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AnyField {
    /// Of a group.
    Group(GroupField),
    /// Of a member.
    Member(MemberField),
    /// Of a ruling.
    Ruling(RulingField),
}

/// Calls the same method of whichever field it is.
macro_rules! of_either {
    ($field:expr, $method:ident $(, $argument:expr)?) => {
        match $field {
            AnyField::Group(field) => field.$method($($argument)?),
            AnyField::Member(field) => field.$method($($argument)?),
            AnyField::Ruling(field) => field.$method($($argument)?),
        }
    };
}

impl AnyField {
    /// All fields of a kind, in the order of a form; none of a kind that this version does not know.
    pub fn all_of(kind: &str) -> Vec<Self> {
        match kind {
            GroupField::KIND => GroupField::all().iter().copied().map(Self::Group).collect(),
            MemberField::KIND => MemberField::all().iter().copied().map(Self::Member).collect(),
            RulingField::KIND => RulingField::all().iter().copied().map(Self::Ruling).collect(),
            _ => Vec::new(),
        }
    }

    /// The field of this name in records of this kind.
    pub fn of(kind: &str, key: &str) -> Option<Self> {
        match kind {
            GroupField::KIND => GroupField::from_key(key).map(Self::Group),
            MemberField::KIND => MemberField::from_key(key).map(Self::Member),
            RulingField::KIND => RulingField::from_key(key).map(Self::Ruling),
            _ => None,
        }
    }

    /// The field's name as it stands in a change.
    pub fn key(self) -> &'static str {
        of_either!(self, key)
    }

    /// Reads what a person typed into the stored form; see [`Field::parse`].
    ///
    /// # Errors
    /// The [`Fault`] to show under the field.
    pub fn parse(self, text: &str) -> Result<Value, Fault> {
        of_either!(self, parse, text)
    }

    /// The text a person edits; see [`Field::text`].
    pub fn text(self, value: &Value) -> String {
        of_either!(self, text, value)
    }

    /// Whether a stored value can stand in this field; see [`Field::check`].
    ///
    /// # Errors
    /// The [`Fault`] that makes the value useless.
    pub fn check(self, value: &Value) -> Result<(), Fault> {
        of_either!(self, check, value)
    }

    /// Whether the record is useless without it.
    pub fn is_required(self) -> bool {
        matches!(self, Self::Group(GroupField::Name) | Self::Member(MemberField::Name))
    }
}

impl From<GroupField> for AnyField {
    fn from(field: GroupField) -> Self {
        Self::Group(field)
    }
}

impl From<MemberField> for AnyField {
    fn from(field: MemberField) -> Self {
        Self::Member(field)
    }
}

impl From<RulingField> for AnyField {
    fn from(field: RulingField) -> Self {
        Self::Ruling(field)
    }
}
