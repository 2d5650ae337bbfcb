//! Takes in the records of a file, of another tab, of the store.

use std::collections::BTreeSet;

use crate::domain::{Field, GroupField};
use crate::history::{Record, RecordError, Stamp};
use crate::registry::{Home, Registry, Touched};

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
    /// For a group that was not here: the records that lived at its home all the same, since members can arrive first.
    pub(super) company: Vec<String>,
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
    let mut arrived = BTreeSet::new();
    for (id, before) in &before {
        if before.as_ref().map(Home::of) != registry.record(id).map(Home::of) {
            arrived.insert(id.clone());
        }
    }
    let mut undo = Undo::default();
    for (id, before) in before {
        let Some(record) = registry.record(&id) else { continue };
        let after = record.changes().iter().map(|change| change.at).collect();
        let mut company = Vec::new();
        if before.is_none() && record.kind() == GroupField::KIND {
            let at_home = registry.records_at(Home::of(record)).map(Record::id);
            company.extend(at_home.filter(|other| !arrived.contains(*other)).map(str::to_owned));
        }
        undo.records.push(Replaced { id, before, after, company });
    }
    Ok((touched, undo))
}
