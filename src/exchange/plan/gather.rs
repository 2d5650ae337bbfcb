//! The records of files beside those of the registry that they concern.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::history::{Record, RecordError};
use crate::registry::{Aggregate, Registry, clash, commands, unite};

/// What files have, and the aggregates concerned as they would be.
pub(super) struct Gathered<'a> {
    /// What the files have of each record, united.
    pub(super) theirs: BTreeMap<String, Cow<'a, Record>>,
    /// The aggregates of the files' records, there and here.
    pub(super) aggregates: BTreeSet<Aggregate>,
    /// Aggregates that may read differently for it.
    pub(super) beside: BTreeSet<Aggregate>,
    /// All these aggregates with what the files have.
    pub(super) scratch: Registry,
}

/// Unites what files hold with what is here, apart from the registry.
///
/// # Errors
/// [`RecordError`] when an id stands for another kind elsewhere, with as good a claim.
pub(super) fn gather<'a>(
    registry: &Registry,
    incoming: &mut dyn Iterator<Item = Cow<'a, Record>>,
) -> Result<Gathered<'a>, RecordError> {
    // Most records come in one file only, and are not copied to be united with another.
    let mut theirs: BTreeMap<String, Cow<'a, Record>> = BTreeMap::new();
    let mut aggregates = BTreeSet::new();
    for record in incoming {
        aggregates.insert(Aggregate::of(&record));
        if let Some(own) = registry.record(record.id()) {
            if clash(own, &record) {
                return Err(RecordError::OtherKind);
            }
            aggregates.insert(Aggregate::of(own));
        }
        match theirs.get_mut(record.id()) {
            Some(known) => drop(unite(known.to_mut(), record.into_owned())?),
            None => drop(theirs.insert(record.id().to_owned(), record)),
        }
    }
    let mut beside = registry.aggregates_of_same(theirs.values().map(Cow::as_ref));
    beside.retain(|aggregate| !aggregates.contains(aggregate));

    let own = aggregates.iter().chain(&beside).flat_map(|aggregate| registry.records_at(*aggregate));
    let both = own.chain(theirs.values().map(Cow::as_ref)).cloned();
    let mut scratch = Registry::of(registry.today(), both.collect());
    // A union can end one side of a conflict and so move a record to a group that neither copy showed it in.
    let further: Vec<Aggregate> = scratch
        .aggregates()
        .filter(|aggregate| !aggregates.contains(aggregate) && !beside.contains(aggregate))
        .collect();
    for aggregate in further {
        commands::import(&mut scratch, registry.records_at(aggregate).cloned().collect())?;
        aggregates.insert(aggregate);
    }
    Ok(Gathered { theirs, aggregates, beside, scratch })
}
