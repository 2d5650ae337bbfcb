//! Takes in the records of a file, of another tab, of the store.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{Field, GroupField};
use crate::history::{Change, Record, RecordError, Stamp};
use crate::registry::{Home, Registry, Touched};

/// What taking in changed, for taking it back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Undo {
    pub(super) records: Vec<Replaced>,
    /// The changes that the file holds, by record, whether they were new here or not.
    pub(super) held: BTreeMap<String, Vec<Stamp>>,
    /// What the file holds of records that were erased here: nothing, unless that erase is taken back.
    pub(super) lost: Vec<Record>,
}

/// A record that was changed: what it was, and what it became.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Replaced {
    pub(super) id: String,
    pub(super) before: Option<Record>,
    pub(super) after: Vec<Stamp>,
    /// Those of its changes that were not here before, or had another content, as only a damaged file has it.
    pub(super) brought: Vec<Stamp>,
    /// For a group that was not here: the records that lived at its home all the same, since members can arrive first.
    pub(super) company: Vec<String>,
}

impl Undo {
    /// Whether nothing was changed.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Adds what another part of the same file changed.
    pub fn extend(&mut self, other: Self) {
        self.records.extend(other.records);
        self.held.extend(other.held);
        self.lost.extend(other.lost);
    }
}

/// Unites records with those that are here. Any order and any repetition of files comes to the same registry.
///
/// # Errors
/// [`RecordError`] when an id stands for another kind here; nothing is taken in then.
pub fn take_in(registry: &mut Registry, records: Vec<Record>) -> Result<(Touched, Undo), RecordError> {
    let mut undo = Undo::default();
    for record in &records {
        undo.held.entry(record.id().to_owned()).or_default().extend(record.changes().iter().map(|change| change.at));
        if registry.record(record.id()).is_some_and(Record::is_erased) && !record.is_erased() {
            undo.lost.push(record.clone());
        }
    }
    let (touched, before) = registry.unite(records)?;
    let mut arrived = BTreeSet::new();
    for (id, before) in &before {
        if before.as_ref().map(Home::of) != registry.record(id).map(Home::of) {
            arrived.insert(id.clone());
        }
    }
    for (id, before) in before {
        let Some(record) = registry.record(&id) else { continue };
        let after = record.changes().iter().map(|change| change.at).collect();
        let was_here = |change: &Change| before.as_ref().is_some_and(|before| before.changes().contains(change));
        let brought = record.changes().iter().filter(|change| !was_here(change)).map(|change| change.at).collect();
        let mut company = Vec::new();
        if before.is_none() && record.kind() == GroupField::KIND {
            let at_home = registry.records_at(Home::of(record)).map(Record::id);
            company.extend(at_home.filter(|other| !arrived.contains(*other)).map(str::to_owned));
        }
        undo.records.push(Replaced { id, before, after, brought, company });
    }
    Ok((touched, undo))
}
