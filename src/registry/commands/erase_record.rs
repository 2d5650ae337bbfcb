//! Removes a person, or any other record of a group, for good, from every device that the change reaches.

use crate::domain::Id;
use crate::history::Stamp;
use crate::registry::{Registry, Touched};

/// Erases a record, and every record that is the same. What stays is that there was one in this group, with no value of it
/// (UU 27/2022: erasure).
pub fn erase_record(registry: &mut Registry, id: Id, at: Stamp) -> Touched {
    let merged: Vec<String> = registry.merged_into(id).iter().map(|record| record.id().to_owned()).collect();
    let mut touched = Touched::default();
    for id in merged.into_iter().chain([id.to_string()]) {
        touched.extend(registry.erase(&id, at));
    }
    touched
}
