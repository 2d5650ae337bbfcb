//! Takes back what was taken in.

use super::take_in::Undo;
use crate::registry::{Registry, Touched};

/// What taking back did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// What has to be saved.
    pub touched: Touched,
    /// Records that were left as they are, because they were changed after the import.
    pub kept: usize,
}

/// Puts every record back to what it was before [`take_in`](super::take_in()). A record that has been changed since stays as
/// it is: undoing must not lose what somebody typed.
pub fn take_back(registry: &mut Registry, undo: Undo) -> TakenBack {
    let all = undo.records.len();
    let untouched: Vec<_> = undo
        .records
        .into_iter()
        .filter(|replaced| {
            let now = registry.record(&replaced.id).map(|record| record.changes().iter().map(|change| change.at));
            now.is_some_and(|now| now.eq(replaced.after.iter().copied()))
        })
        .collect();
    let kept = all - untouched.len();
    TakenBack {
        touched: registry.replace(untouched.into_iter().map(|replaced| (replaced.id, replaced.before)).collect()),
        kept,
    }
}
