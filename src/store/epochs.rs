//! Since when what stands under a key stands there *in place* of what was there before.
//!
//! Two copies of a book are united, so what was taken away in one would come back from the other if that was written out late.
//! So each step that takes something away raises the epoch of what it touched, in both copies; of two texts of one key with
//! different epochs the later is the base. Relies on nothing but `key`. Deliberately absent: which copy is where.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::key::{Key, Space, holds_records};
use super::repository::Repository;
use crate::history::{Change, Clock, Device, Record, Stamp};
use crate::registry::Aggregate;
use crate::storage::{Storage, StorageError, seal};

/// Stamps of one device in one millisecond; no two tabs give the same.
const STAMPS: u64 = 1024;

/// A moment at which something was put in place: milliseconds since 1970 and counter of a stamp of this device, as one number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Epoch(u64);

impl Epoch {
    fn of(stamp: Stamp) -> Self {
        Self(stamp.ms() * STAMPS + u64::from(stamp.counter()))
    }

    #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks by reference
    fn is_none(&self) -> bool {
        self.0 == 0
    }
}

/// What a step puts something in place of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Replaced {
    /// Everything of the book, what stands beside the records too.
    All,
    /// All records.
    Records,
    /// The records of these aggregates.
    Aggregates(Vec<Aggregate>),
    /// What stands beside the records under these keys, within the space.
    Beside(Vec<String>),
}

/// The epochs of one copy of one book. A book in which nothing was ever taken away has none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Epochs {
    #[serde(skip_serializing_if = "Epoch::is_none")]
    all: Epoch,
    #[serde(skip_serializing_if = "Epoch::is_none")]
    records: Epoch,
    /// By key, within the space. Books of before say `homes`.
    #[serde(alias = "homes", skip_serializing_if = "BTreeMap::is_empty")]
    keys: BTreeMap<String, Epoch>,
    /// Since when records are kept in the storage though it was not made one with the mirror. Stands in the storage only.
    #[serde(skip_serializing_if = "Epoch::is_none")]
    alone: Epoch,
    /// When the latest start noted that this is still so. Stands in the storage only; books of before have none.
    #[serde(skip_serializing_if = "Epoch::is_none")]
    still_alone: Epoch,
    /// The latest such time after which the two were made one: an older storage may still speak of it.
    #[serde(skip_serializing_if = "Epoch::is_none")]
    met: Epoch,
}

impl Epochs {
    /// The epochs in a text; none where there is no text, or a broken one.
    pub fn read(text: Option<&str>) -> Self {
        let json = text.and_then(|text| seal::open_plain(text).ok());
        json.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default()
    }

    /// The text under which they are kept.
    pub fn text(&self) -> String {
        // A map of texts and numbers is always JSON.
        seal::seal_plain(&serde_json::to_string(self).unwrap_or_default())
    }

    /// The epoch of a key of the space.
    pub fn of(&self, key: &str) -> Epoch {
        self.keys.get(key).copied().unwrap_or_default().max(self.floor_of(key))
    }

    /// The same, as far as it is of everything or of all records.
    pub(super) fn floor_of(&self, key: &str) -> Epoch {
        if holds_records(key) { self.all.max(self.records) } else { self.all }
    }

    /// Raises the epochs of what is replaced, above all that there are, to the moment of this stamp.
    pub fn raise(&mut self, replaced: &Replaced, at: Stamp) {
        let latest = self.keys.values().copied().fold(self.all.max(self.records), Epoch::max);
        let epoch = Epoch::of(at).max(Epoch(latest.0.saturating_add(1)));
        match replaced {
            Replaced::All => {
                self.all = epoch;
                self.records = Epoch::default();
                self.keys.clear();
            }
            Replaced::Records => {
                self.records = epoch;
                self.keys.retain(|key, _| !holds_records(key));
            }
            Replaced::Aggregates(aggregates) => {
                self.keys.extend(aggregates.iter().map(|aggregate| (Key::Aggregate(*aggregate).to_string(), epoch)));
            }
            Replaced::Beside(keys) => self.keys.extend(keys.iter().map(|key| (key.clone(), epoch))),
        }
    }

    /// The later of each; since when they are alone is a matter of the storage.
    pub fn unite(&mut self, other: &Self) {
        self.all = self.all.max(other.all);
        self.records = self.records.max(other.records);
        self.met = self.met.max(other.met);
        for (key, epoch) in &other.keys {
            let own = self.keys.entry(key.clone()).or_default();
            *own = (*own).max(*epoch);
        }
        let (all, records) = (self.all, self.all.max(self.records));
        self.keys.retain(|key, epoch| *epoch > if holds_records(key) { records } else { all });
    }

    /// Whether something was put in place there that is not known here.
    pub fn is_behind(&self, other: &Self) -> bool {
        let mut both = self.clone();
        both.unite(other);
        both.met = self.met;
        both != *self
    }

    /// Whether records were kept in the storage since it was last made one with this mirror.
    pub(super) fn is_alone(&self, mirror: &Self) -> bool {
        self.alone.max(self.still_alone) > mirror.met
    }

    /// The same, as both copies have them once they are one.
    #[must_use]
    pub fn together(self) -> Self {
        let met = self.met.max(self.alone).max(self.still_alone);
        Self { met, ..self.for_mirror() }
    }

    /// The same, as a mirror has them that is not one with the storage yet.
    #[must_use]
    pub fn for_mirror(self) -> Self {
        Self { alone: Epoch::default(), still_alone: Epoch::default(), ..self }
    }

    /// The same, noting that records are kept from now on before the two copies are one. Each start notes it anew: the storage may
    /// be as it was before the mirror met an older note.
    #[must_use]
    pub fn apart(&self, at: Stamp) -> Self {
        let now = Epoch::of(at).max(Epoch(self.met.0.saturating_add(1)));
        let alone = if self.alone > self.met { self.alone } else { now };
        Self { alone, still_alone: self.still_alone.max(now), ..self.clone() }
    }

    /// Whether something was put in place under this key since the storage is alone. The mirror may then hold what nobody saw.
    pub(super) fn is_raised_alone(&self, key: &str) -> bool {
        self.alone < self.of(key)
    }

    /// Whether everything of the other's book was taken away after it was taken away here.
    pub(super) fn is_cleared_by(&self, other: &Self) -> bool {
        self.all < other.all
    }
}

/// Whose changes count as this browser's own, and until when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The devices that this book has had here.
    pub devices: Vec<Device>,
    /// The wall clock, in milliseconds since 1970.
    pub now_ms: u64,
}

impl Own {
    /// What of a record of an earlier epoch cannot have been taken away by what was put in its place: what was entered here
    /// since then. `None` when there is nothing.
    pub(super) fn since(&self, epoch: Epoch, record: &Record) -> Option<Record> {
        let until = self.now_ms.saturating_add(Clock::FOLLOWS_AHEAD_MS);
        let is_since = |change: &&Change| {
            self.devices.contains(&change.at.device()) && epoch < Epoch::of(change.at) && change.at.ms() <= until
        };
        let changes: Vec<Change> = record.changes().iter().filter(is_since).cloned().collect();
        (!changes.is_empty()).then(|| Record::new(record.id(), record.kind(), changes))
    }
}

/// The whole key of a book's epochs.
pub fn epochs_key(space: Space) -> String {
    format!("{}{}", space.prefix(), Key::Epochs)
}

impl<S: Storage> Repository<S> {
    /// The epochs as they stand in the storage.
    pub fn epochs(&self) -> Epochs {
        Epochs::read(self.storage().read(&self.name(Key::Epochs)).ok().flatten().as_deref())
    }

    /// Keeps them. Of a step that puts something in place this is the last to be written: whoever is killed before has
    /// done nothing yet, as far as the other copy is concerned.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn save_epochs(&self, epochs: &Epochs) -> Result<(), StorageError> {
        self.storage().write(&self.name(Key::Epochs), &epochs.text())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn epochs_of_aggregates_as_they_were_kept_before_are_read() {
        let now = r#"{"keys":{"rest":7}}"#;
        let before = seal::seal_plain(&now.replace("keys", "homes"));
        let read = Epochs::read(Some(&before));
        assert_eq!(read.of("rest"), Epoch(7));
        assert_eq!(read.text(), seal::seal_plain(now));
    }
}
