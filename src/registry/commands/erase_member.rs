//! Removes a person, for good, from every device that the change reaches.

use crate::domain::{Field, FieldValue, Id, MemberField};
use crate::history::{Change, Fields, Stamp};
use crate::registry::{Registry, Touched};

/// Erases a member, and every record that is the same person. What stays is that there was a member of this group, with no value
/// of theirs (UU 27/2022: erasure).
pub fn erase_member(registry: &mut Registry, id: Id, at: Stamp) -> Touched {
    let merged: Vec<Id> = registry.merged_into(id).iter().filter_map(|record| Id::parse(record.id()).ok()).collect();
    let mut touched = Touched::default();
    for id in merged.into_iter().chain([id]) {
        touched.extend(erase(registry, id, at));
    }
    touched
}

fn erase(registry: &mut Registry, id: Id, at: Stamp) -> Touched {
    let Some(record) = registry.record(&id.to_string()) else { return Touched::default() };
    let fold = record.fold();
    let key = MemberField::Group.key();
    let mut keep = Fields::new();
    if let Some(group) = fold.value(key) {
        keep.insert(key.to_owned(), group.clone());
    }
    let change = Change::erase(at, fold.heads, keep);
    registry.change(MemberField::KIND, id, change)
}
