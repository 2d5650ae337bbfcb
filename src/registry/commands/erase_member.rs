//! Removes a person, for good, from every device that the change reaches.

use serde_json::Value;

use crate::domain::{Field, Id, MemberField};
use crate::history::{Change, Stamp};
use crate::registry::{Registry, Touched};

/// Erases a member. What stays is that there was a member of this group, with no value of theirs (UU 27/2022: erasure).
pub fn erase_member(registry: &mut Registry, id: Id, at: Stamp) -> Touched {
    let Some(record) = registry.record(&id.to_string()) else { return Touched::default() };
    let fold = record.fold();
    let key = MemberField::Group.key();
    let keep = fold.value(key).map(|group: &Value| (key.to_owned(), group.clone())).into_iter().collect();
    let change = Change::erase(at, fold.heads, keep);
    registry.change::<MemberField>(id, change)
}
