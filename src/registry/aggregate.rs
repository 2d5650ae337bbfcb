//! Where a record belongs: with its group, by itself, or with the rest.

use super::recap::summary_id;
use crate::domain::{FieldValue, Id};
use crate::history::Record;
use crate::kinds::{Belongs, GROUP_KEY, KindId};

/// The unit that is kept, sent and shown together: a group with all that belongs to it, a record that belongs to none, or everything
/// else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aggregate {
    /// The records of one group.
    Group(Id),
    /// One record of a kind that belongs to nothing but itself: a save of it stays small, whatever the size of the book.
    Own(Id),
    /// Records of no group, also of kinds that this version does not know.
    Shared,
}

impl Aggregate {
    /// The aggregate of a record: a group is its own, and so is what belongs to nothing but itself. Whatever else names a group in its
    /// `group` field lives there, erased too.
    pub fn of(record: &Record) -> Self {
        let group = match KindId::named(record.kind()) {
            Some(KindId::Group) => Id::parse(record.id()).ok(),
            Some(KindId::Recap) => summarised(record),
            Some(kind) if kind.belongs() == Belongs::Own => {
                return Id::parse(record.id()).map_or(Self::Shared, Self::Own);
            }
            _ => record.value(GROUP_KEY).and_then(|value| Id::from_json(value).ok()),
        };
        group.map_or(Self::Shared, Self::Group)
    }
}

/// The group that a summary is of. Its id is made of the group's, so that no count in it that names another can take it away.
fn summarised(record: &Record) -> Option<Id> {
    let named = |value| Id::from_json(value).ok();
    let key = GROUP_KEY;
    let mut groups: Vec<Id> =
        record.changes().iter().filter_map(|change| change.fields().get(key).and_then(named)).collect();
    groups.sort_unstable();
    groups.dedup();
    let own = || groups.iter().copied().find(|group| summary_id(*group).to_string() == record.id());
    if groups.len() > 1 { own().or_else(|| record.value(key).and_then(named)) } else { groups.first().copied() }
}
