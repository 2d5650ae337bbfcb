//! What becomes of a record that belongs to nothing but itself.

use serde::{Deserialize, Serialize};

use super::difference::{FieldChange, NamedRecord, changes};
use super::status::ImportStatus;
use crate::domain::Id;
use crate::history::Record;
use crate::registry::Registry;

/// What happens to such a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AlonePlan {
    /// Its id.
    pub id: Id,
    /// Which it is, as it is told afterwards, or before where it is erased.
    pub record: NamedRecord,
    /// How it stands.
    pub status: ImportStatus,
    /// The fields that change; of a new one only those in conflict.
    pub fields: Vec<FieldChange>,
}

impl AlonePlan {
    /// The plan of one record; `None` where nothing is to be told of it.
    pub(super) fn of(id: Id, theirs: Option<&Record>, registry: &Registry, scratch: &Registry) -> Option<Self> {
        let key = id.to_string();
        let (before, after) = (registry.record(&key), scratch.record(&key)?);
        let told = scratch.alone_of(id).or_else(|| registry.alone_of(id))?;
        let fields = changes(before, Some(after), &|id| id.to_string());
        let is_theirs = theirs == Some(after);
        let status = match before {
            Some(before) if before == after && is_theirs => ImportStatus::Same,
            Some(before) if before == after => ImportStatus::NewerHere,
            _ if fields.iter().any(FieldChange::is_conflict) => ImportStatus::Conflict,
            Some(before) if after.is_erased() && !before.is_erased() => ImportStatus::Erased,
            None => ImportStatus::New,
            Some(_) if is_theirs => ImportStatus::NewerThere,
            Some(_) => ImportStatus::Changed,
        };
        Some(Self { id, record: NamedRecord::of(&told.value), status, fields })
    }
}
