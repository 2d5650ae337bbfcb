//! Saves what a form changed.

use crate::domain::Id;
use crate::history::{Change, Fields, Stamp};
use crate::registry::{Registry, Touched};

/// Sets fields of a record, on top of what the form had seen when it was opened. Makes the record if it is new.
///
/// Nothing to set is no change.
pub fn save(registry: &mut Registry, kind: &str, id: Id, at: Stamp, seen: &[Stamp], set: Fields) -> Touched {
    if set.is_empty() {
        return Touched::default();
    }
    registry.change(kind, &id.to_string(), Change::set(at, seen.to_vec(), set))
}
