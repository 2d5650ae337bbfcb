//! Settles a conflict.

use serde_json::Value;

use crate::domain::{Field, Id};
use crate::history::{Change, Stamp};
use crate::registry::{Registry, Touched};

/// Sets a field in conflict to the value a person chose, on top of every value there is, so that the choice holds on every
/// device it reaches.
pub fn decide<F: Field>(registry: &mut Registry, id: Id, at: Stamp, field: F, value: Value) -> Touched {
    let Some(heads) = registry.record(&id.to_string()).map(|record| record.fold().heads) else {
        return Touched::default();
    };
    registry.change::<F>(id, Change::set(at, heads, [(field.key().to_owned(), value)].into()))
}
