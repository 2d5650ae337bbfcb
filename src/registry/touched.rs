//! What a command changed, in the order in which it has to be saved.

use std::collections::BTreeSet;

use super::home::Home;

/// The homes whose records a command changed.
///
/// Those that gained a record or a change come first, those that only lost a record to another home last: whoever saves in
/// this order and is killed in between leaves a record twice, never nowhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    gained: BTreeSet<Home>,
    lost: BTreeSet<Home>,
}

impl Touched {
    /// Notes a home that gained something.
    pub(super) fn gain(&mut self, home: Home) {
        self.lost.remove(&home);
        self.gained.insert(home);
    }

    /// Notes a home that lost a record.
    pub(super) fn lose(&mut self, home: Home) {
        if !self.gained.contains(&home) {
            self.lost.insert(home);
        }
    }

    /// Adds what another command touched.
    pub fn extend(&mut self, other: Self) {
        other.gained.into_iter().for_each(|home| self.gain(home));
        other.lost.into_iter().for_each(|home| self.lose(home));
    }

    /// The next home to save.
    pub fn first(&self) -> Option<Home> {
        self.gained.first().or(self.lost.first()).copied()
    }

    /// Notes that a home is saved.
    pub fn saved(&mut self, home: Home) {
        self.gained.remove(&home);
        self.lost.remove(&home);
    }

    /// Whether nothing is left to save.
    pub fn is_empty(&self) -> bool {
        self.gained.is_empty() && self.lost.is_empty()
    }

    /// How many homes are left to save.
    pub fn len(&self) -> usize {
        self.gained.len() + self.lost.len()
    }
}
