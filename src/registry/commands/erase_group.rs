//! Removes a group with all its members.

use super::erase_member::erase_member;
use crate::domain::{Field, FieldValue, GroupField, Id, MemberField};
use crate::history::{Change, Fields, Stamp};
use crate::registry::{Home, Registry, Touched};

/// Erases a group and every member of it, for good, and every record that is the same group or the same person. `stamp` gives a new stamp at each call.
///
/// A group that merely ended is not erased but set to "dissolved".
pub fn erase_group(registry: &mut Registry, id: Id, stamp: &mut dyn FnMut() -> Stamp) -> Touched {
    let home = Home::Group(id);
    let members: Vec<Id> = registry
        .records_at(home)
        .filter(|record| record.kind() == MemberField::KIND && !record.is_erased())
        .filter_map(|record| Id::parse(record.id()).ok())
        .collect();
    let merged: Vec<Id> = registry.merged_into(id).iter().filter_map(|record| Id::parse(record.id()).ok()).collect();
    let mut touched = Touched::default();
    for member in members {
        touched.extend(erase_member(registry, member, stamp()));
    }
    for id in merged.into_iter().chain([id]) {
        if let Some(heads) = registry.record(&id.to_string()).map(|record| record.fold().heads) {
            touched.extend(registry.change(GroupField::KIND, id, Change::erase(stamp(), heads, Fields::new())));
        }
    }
    touched
}
