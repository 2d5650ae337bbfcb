//! Where a record belongs: with its group, or with the rest.

use crate::domain::{Field, FieldValue, GroupField, Id, MemberField};
use crate::history::Record;

/// The unit that is kept, sent and shown together: a group with all that belongs to it, or everything else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Home {
    /// The records of one group.
    Group(Id),
    /// Records of no group, also of kinds that this version does not know.
    Rest,
}

impl Home {
    /// The home of a record: a group is its own; whatever else names a group in its `group` field lives there, erased too.
    pub fn of(record: &Record) -> Self {
        let group = if record.kind() == GroupField::KIND {
            Id::parse(record.id()).ok()
        } else {
            record.value(MemberField::Group.key()).and_then(|value| Id::from_json(value).ok())
        };
        group.map_or(Self::Rest, Self::Group)
    }
}
