//! Notes that a member left a group.

use crate::domain::{Date, FieldValue, Id, Line};
use crate::history::{Change, Stamp};
use crate::kinds::Member;
use crate::registry::{Registry, Touched};

/// A member left the group on this day: the record stays with it, counts no more, and clashes with nobody who joined another.
pub fn leave(registry: &mut Registry, member: Id, on: Date, reason: Option<&Line>, at: Stamp) -> Touched {
    let Some(record) = registry.record(&member.to_string()).filter(|record| record.kind() == Member::KIND) else {
        return Touched::default();
    };
    let heads = record.fold().heads;
    let left = (Member::LEFT.key(), on.to_json());
    let reason = reason.map(|reason| (Member::LEAVE_REASON.key(), reason.to_json()));
    registry.change(
        Member::KIND,
        &member.to_string(),
        Change::set(at, heads, reason.into_iter().chain([left]).collect()),
    )
}
