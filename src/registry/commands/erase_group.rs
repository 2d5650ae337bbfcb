//! Removes a group with all that belongs to it.

use super::erase_record::erase_record;
use crate::domain::{FieldValue, Id};
use crate::history::{Record, Stamp};
use crate::kinds::{Group, Member};
use crate::registry::{Aggregate, Registry, Touched};

/// Erases a group, for good: every member of it, every other record of it, also of a kind that this version does not know, and every
/// record that is the same group or the same person. `stamp` gives a new stamp at each call.
///
/// A group that merely ended is not erased but set to "dissolved".
pub fn erase_group(registry: &mut Registry, id: Id, stamp: &mut dyn FnMut() -> Stamp) -> Touched {
    let text = |record: &Record| record.id().to_owned();
    let is_member = |record: &Record| record.kind() == Member::KIND;
    let is_going = |record: &&Record| record.kind() != Group::KIND && !record.is_erased();
    let there = registry.records_at(Aggregate::Group(id)).filter(is_going);
    let (members, others): (Vec<&Record>, Vec<&Record>) = there.partition(|record| is_member(record));
    let members: Vec<Id> = members.into_iter().filter_map(|record| Id::parse(record.id()).ok()).collect();
    let mut rest: Vec<String> = others.into_iter().map(text).collect();
    rest.extend(registry.merged_into(id).into_iter().map(text));
    rest.push(id.to_string());
    rest.retain(|id| registry.record(id).is_some_and(|record| !record.is_erased()));

    let mut touched = Touched::default();
    for member in members {
        touched.extend(erase_record(registry, member, stamp()));
    }
    for id in rest {
        touched.extend(registry.erase(&id, stamp()));
    }
    touched
}
