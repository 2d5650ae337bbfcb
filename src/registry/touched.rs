//! What a command changed, in the order in which it has to be saved.

use std::collections::{BTreeMap, BTreeSet};

use super::home::Home;

/// The homes whose records a command changed.
///
/// Those that gained a record or a change come first, and are saved with the records that left them; those that lost a record
/// to another home come last, saved without it. Whoever is killed in between leaves a record twice, never nowhere, even when
/// members of two groups change places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    gained: BTreeSet<Home>,
    lost: BTreeMap<Home, BTreeSet<String>>,
}

impl Touched {
    /// One home that has to be saved.
    pub fn one(home: Home) -> Self {
        let mut touched = Self::default();
        touched.gain(home);
        touched
    }

    /// Notes a home that gained a record or a change.
    pub(super) fn gain(&mut self, home: Home) {
        self.gained.insert(home);
    }

    /// Notes a home that lost the record of this id.
    pub(super) fn lose(&mut self, home: Home, id: &str) {
        self.lost.entry(home).or_default().insert(id.to_owned());
    }

    /// Adds what another command touched.
    pub fn extend(&mut self, other: Self) {
        self.gained.extend(other.gained);
        for (home, ids) in other.lost {
            self.lost.entry(home).or_default().extend(ids);
        }
    }

    /// The homes to save first: those that gained something.
    pub fn gained(&self) -> Vec<Home> {
        self.gained.iter().copied().collect()
    }

    /// The homes to save once all those are: those that lost a record to another home.
    pub fn lost(&self) -> Vec<Home> {
        self.lost.keys().copied().collect()
    }

    /// The records that left a home and have to be saved there once more, because their new home may not be saved yet.
    pub fn leaving(&self, home: Home) -> impl Iterator<Item = &str> {
        let leaving = self.lost.get(&home).filter(|_| self.gained.contains(&home));
        leaving.into_iter().flatten().map(String::as_str)
    }

    /// Notes that a home is saved, with those [`leaving`](Self::leaving) it.
    pub fn saved(&mut self, home: Home) {
        if !self.gained.remove(&home) {
            self.lost.remove(&home);
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
