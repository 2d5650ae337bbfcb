//! Settles a conflict.

use serde_json::Value;

use crate::domain::{AnyField, Id};
use crate::history::{Change, Fields, Stamp};
use crate::registry::{Registry, Touched};

/// Sets a field in conflict to the value a person chose, on top of every value there is, so that the choice holds on every
/// device it reaches.
pub fn decide(registry: &mut Registry, id: Id, at: Stamp, field: AnyField, value: Value) -> Touched {
    let Some(record) = registry.record(&id.to_string()) else { return Touched::default() };
    let (kind, heads) = (record.kind().to_owned(), record.fold().heads);
    let mut set = Fields::new();
    set.insert(field.key(), value);
    registry.change(&kind, id, Change::set(at, heads, set))
}
