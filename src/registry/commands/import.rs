//! Takes in the records of a file, of another tab, of the store.

use std::collections::{BTreeMap, BTreeSet};

use crate::history::{Record, RecordError};
use crate::kinds::Group;
use crate::registry::{Aggregate, Registry, Touched, reduced, unite};

/// What a file holds and what taking it in changed, for taking it back ([`Imports`](super::Imports)).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    pub(super) held: BTreeMap<String, Held>,
}

/// A record that a file holds, whether that was new here or not.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Held {
    /// What the file has of it.
    pub(super) file: Record,
    /// What it was before; `None` where it was not here, and once it has been noted.
    pub(super) before: Option<Record>,
    /// Whether the file changed it.
    pub(super) is_changed: bool,
    /// For a group that was not here: the records that lived at its aggregate all the same, since members can arrive first.
    pub(super) company: Vec<String>,
}

impl Undo {
    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.held.values().all(|held| !held.is_changed)
    }
}

/// Unites records with those that are here. Any order and any repetition of files comes to the same registry.
///
/// # Errors
/// [`RecordError`] when an id stands for another kind here with as good a claim; nothing is taken in then.
pub fn import(registry: &mut Registry, records: Vec<Record>) -> Result<(Touched, Undo), RecordError> {
    let records: Vec<Record> = records.into_iter().map(reduced).collect();
    let mut held: BTreeMap<String, Held> = BTreeMap::new();
    for record in &records {
        if let Some(held) = held.get_mut(record.id()) {
            unite(&mut held.file, record.clone())?;
            continue;
        }
        let (file, before) = (record.clone(), registry.record(record.id()).cloned());
        let new = Held { file, before, is_changed: false, company: Vec::new() };
        held.insert(record.id().to_owned(), new);
    }
    let (touched, changed) = registry.unite(records)?;
    let mut arrived = BTreeSet::new();
    for id in &changed {
        let before = held.get(id).and_then(|held| held.before.as_ref());
        if before.map(Aggregate::of) != registry.record(id).map(Aggregate::of) {
            arrived.insert(id.clone());
        }
    }
    for (id, held) in &mut held {
        let Some(record) = registry.record(id) else { continue };
        held.is_changed = changed.contains(id);
        if held.before.is_none() && record.kind() == Group::KIND {
            let there = registry.records_at(Aggregate::of(record)).map(Record::id);
            held.company.extend(there.filter(|other| !arrived.contains(*other)).map(str::to_owned));
        }
    }
    Ok((touched, Undo { held }))
}
