//! Takes in the records of a file, of another tab, of the store.

use crate::history::{Record, RecordError, Stamp};
use crate::registry::{Registry, Touched};

/// What taking in changed, for taking it back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    pub(super) records: Vec<Replaced>,
}

/// A record that was changed: what it was, and what it became.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Replaced {
    pub(super) id: String,
    pub(super) before: Option<Record>,
    pub(super) after: Vec<Stamp>,
}

impl Undo {
    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

/// Unites records with those that are here. Any order and any repetition of files comes to the same registry.
///
/// # Errors
/// [`RecordError`] when an id stands for another kind here; nothing is taken in then.
pub fn take_in(registry: &mut Registry, records: Vec<Record>) -> Result<(Touched, Undo), RecordError> {
    let (touched, before) = registry.unite(records)?;
    let stamps = |id: &str| registry.record(id).map(|record| record.changes().iter().map(|change| change.at).collect());
    let records = before
        .into_iter()
        .map(|(id, before)| Replaced { after: stamps(&id).unwrap_or_default(), id, before })
        .collect();
    Ok((touched, Undo { records }))
}
