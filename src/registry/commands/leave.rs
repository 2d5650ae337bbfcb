//! Notes that a member left a group.

use crate::domain::{Date, Field, FieldValue, Id, Line, MemberField};
use crate::history::{Change, Stamp};
use crate::registry::{Registry, Touched};

/// A member left the group on this day: the record stays with it, counts no more, and clashes with nobody who joined another.
pub fn leave(registry: &mut Registry, member: Id, on: Date, reason: Option<&Line>, at: Stamp) -> Touched {
    let Some(record) = registry.record(&member.to_string()).filter(|record| record.kind() == MemberField::KIND) else {
        return Touched::default();
    };
    let heads = record.fold().heads;
    let left = (MemberField::Left.key(), on.to_json());
    let reason = reason.map(|reason| (MemberField::LeaveReason.key(), reason.to_json()));
    registry.change(MemberField::KIND, member, Change::set(at, heads, reason.into_iter().chain([left]).collect()))
}
