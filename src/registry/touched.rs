//! What a command changed, in the order in which it has to be saved.

use std::collections::{BTreeMap, BTreeSet};

use super::aggregate::Aggregate;
use crate::history::Record;

/// The aggregates whose records a command changed.
///
/// Those that gained a record or a change come first, and are saved with the records that left them; those that lost a record
/// to another aggregate come last, saved without it. Whoever is killed in between leaves a record twice, never nowhere, even when
/// members of two groups change places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    gained: BTreeSet<Aggregate>,
    lost: BTreeMap<Aggregate, BTreeSet<String>>,
}

impl Touched {
    /// One aggregate that has to be saved.
    pub fn one(aggregate: Aggregate) -> Self {
        let mut touched = Self::default();
        touched.gain(aggregate);
        touched
    }

    /// A record that stands with another aggregate than its own.
    pub fn moved(from: Aggregate, record: &Record) -> Self {
        let mut touched = Self::one(Aggregate::of(record));
        touched.lose(from, record.id());
        touched
    }

    /// Notes an aggregate that gained a record or a change.
    pub(super) fn gain(&mut self, aggregate: Aggregate) {
        self.gained.insert(aggregate);
    }

    /// Notes an aggregate that lost the record of this id.
    pub(super) fn lose(&mut self, aggregate: Aggregate, id: &str) {
        self.lost.entry(aggregate).or_default().insert(id.to_owned());
    }

    /// Adds what another command touched.
    pub fn extend(&mut self, other: Self) {
        self.gained.extend(other.gained);
        for (aggregate, ids) in other.lost {
            self.lost.entry(aggregate).or_default().extend(ids);
        }
    }

    /// The aggregates to save first: those that gained something.
    pub fn gained(&self) -> Vec<Aggregate> {
        self.gained.iter().copied().collect()
    }

    /// The aggregates to save once all those are: those that lost a record to another aggregate.
    pub fn lost(&self) -> Vec<Aggregate> {
        self.lost.keys().copied().collect()
    }

    /// The records that left an aggregate and have to be saved there once more, because their new aggregate may not be saved yet.
    pub fn leaving(&self, aggregate: Aggregate) -> impl Iterator<Item = &str> {
        let leaving = self.lost.get(&aggregate).filter(|_| self.gained.contains(&aggregate));
        leaving.into_iter().flatten().map(String::as_str)
    }

    /// Notes that an aggregate is saved, with those [`leaving`](Self::leaving) it.
    pub fn saved(&mut self, aggregate: Aggregate) {
        if !self.gained.remove(&aggregate) {
            self.lost.remove(&aggregate);
        }
    }

    /// Whether nothing is left to save.
    pub fn is_empty(&self) -> bool {
        self.gained.is_empty() && self.lost.is_empty()
    }

    /// How many times something is left to save.
    pub fn len(&self) -> usize {
        self.gained.len() + self.lost.len()
    }
}
