//! To whom files went, and what of the book each of them has since.
//!
//! Kept beside the records and never sent: it says what left this device, for "changes only". Deliberately absent: whether a
//! file arrived; nobody can know.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::key::Key;
use super::repository::Repository;
use crate::registry::{Aggregate, Registry};
use crate::storage::{Storage, StorageError};

/// All who were sent a file by name, the latest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Receivers(Vec<Receiver>);

/// One of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Receiver {
    /// The name, as it was typed.
    pub name: String,
    /// When the last file left, milliseconds since 1970.
    pub sent_ms: u64,
    /// What that file, with those before it, held: a mark for each aggregate.
    marks: BTreeMap<String, String>,
}

impl Receivers {
    /// So many are remembered; each takes some 25 kB with the whole province in the book.
    const MOST: usize = 6;

    /// Their names, the latest first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|receiver| receiver.name.as_str())
    }

    /// The one of this name, in whatever case.
    pub fn of(&self, name: &str) -> Option<&Receiver> {
        self.0.iter().find(|receiver| is_same(&receiver.name, name))
    }

    /// Notes that a receiver has all of the book now, or all of these aggregates.
    pub fn note(&mut self, name: &str, sent_ms: u64, marks: Marks) {
        let name = name.trim();
        if name.is_empty() {
            return;
        }
        let place = self.0.iter().position(|receiver| is_same(&receiver.name, name));
        let known = place.map(|place| self.0.remove(place));
        let mut all = known.map(|known| known.marks).unwrap_or_default();
        all.extend(marks.0);
        self.0.insert(0, Receiver { name: name.to_owned(), sent_ms, marks: all });
        self.0.truncate(Self::MOST);
    }
}

impl Receiver {
    /// The aggregates of the book that this receiver does not have as they are now.
    pub fn lacks(&self, registry: &Registry) -> Vec<Aggregate> {
        let marks = Marks::of(registry, registry.aggregates());
        let has = |aggregate: &Aggregate| self.marks.get(&code(*aggregate)) == marks.0.get(&code(*aggregate));
        registry.aggregates().filter(|aggregate| !has(aggregate)).collect()
    }
}

/// A mark for each of some aggregates: another as soon as a change is in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks(BTreeMap<String, String>);

impl Marks {
    /// The marks of these aggregates as they are now.
    pub fn of(registry: &Registry, aggregates: impl Iterator<Item = Aggregate>) -> Self {
        let mut marks = BTreeMap::new();
        marks.extend(aggregates.map(|aggregate| (code(aggregate), format!("{:x}", registry.mark_at(aggregate)))));
        Self(marks)
    }
}

fn code(aggregate: Aggregate) -> String {
    match aggregate {
        Aggregate::Group(id) => id.to_string(),
        Aggregate::Own(id) => format!("own/{id}"),
        Aggregate::Shared => "rest".to_owned(),
    }
}

fn is_same(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}

impl<S: Storage> Repository<S> {
    /// To whom files went.
    pub fn receivers(&self) -> Receivers {
        self.read_json(Key::Sent).ok().flatten().unwrap_or_default()
    }

    /// Keeps it.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn save_receivers(&self, receivers: &Receivers) -> Result<(), StorageError> {
        self.write_json(Key::Sent, receivers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::history::{Device, Stamp};
    use crate::kinds::Member;
    use crate::registry::commands;
    use crate::sample::{Sample, sample};
    use crate::storage::MemoryStorage;
    use crate::store::Space;

    #[test]
    fn a_receiver_lacks_what_was_changed_since_and_nothing_else() {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::import(&mut registry, sample(Sample { groups: 5, members: 40, seed: 2 })).unwrap();
        let mut receivers = Receivers::default();
        assert!(receivers.of("Dinsos").is_none());
        receivers.note("Dinsos Contoh", 1, Marks::of(&registry, registry.aggregates()));
        assert_eq!(receivers.of(" dinsos contoh").unwrap().lacks(&registry), []);

        let dossier = registry.dossiers().nth(3).unwrap();
        let (group, member) = (dossier.id, dossier.members[0].id);
        let set = [("rt".to_owned(), "07".into())].into();
        let at = Stamp::new(1_500_000_000_000, 0, Device::from_random(3));
        commands::save(&mut registry, Member::KIND, member, at, &[], set);
        assert_eq!(receivers.of("Dinsos Contoh").unwrap().lacks(&registry), [Aggregate::Group(group)]);
        receivers.note("Dinsos Contoh", 2, Marks::of(&registry, [Aggregate::Group(group)].into_iter()));
        assert_eq!(receivers.of("Dinsos Contoh").unwrap().lacks(&registry), []);
    }

    #[test]
    fn the_latest_are_remembered_and_come_back_from_the_storage() {
        let mut receivers = Receivers::default();
        for number in 0..9 {
            receivers.note(&format!("Contoh {number}"), number, Marks::default());
        }
        receivers.note("", 10, Marks::default());
        assert_eq!(
            receivers.names().collect::<Vec<_>>(),
            ["Contoh 8", "Contoh 7", "Contoh 6", "Contoh 5", "Contoh 4", "Contoh 3"]
        );
        let store = Repository::new(MemoryStorage::default(), Space::Book);
        store.save_receivers(&receivers).unwrap();
        assert_eq!(store.receivers(), receivers);
    }
}
