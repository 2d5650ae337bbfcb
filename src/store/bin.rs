//! What files erased: what it said before, kept on this device for a while, so that a person can bring it back.
//!
//! One key for each record, so that two tabs never write over each other's. Never sent, and never part of the registry: the
//! erase itself is as final as ever. Deliberately absent: what a person erases here on purpose, which is gone for good.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::key::{BIN, Key};
use super::repository::Repository;
use crate::domain::{FieldValue, Id, Nik};
use crate::history::Record;
use crate::kinds::{Group, Member};
use crate::registry::{Aggregate, Registry};
use crate::storage::{Storage, StorageError, seal, units};

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// A record that a file erased, as it was before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Binned {
    /// The record with all that was known of it.
    pub record: Record,
    /// The name of the group it belonged to; empty without one.
    pub group: String,
    /// When it was erased here, milliseconds since 1970.
    pub at_ms: u64,
    /// By which file.
    pub by: ErasedBy,
}

/// The file that erased something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedBy {
    /// Its id.
    pub file: String,
    /// The device it came from.
    pub device: String,
    /// The name of its sender; may be empty.
    pub name: String,
}

impl Binned {
    /// Nothing younger than this ever makes room.
    pub const KEPT_DAYS: u64 = 30;

    /// So many UTF-16 units all of it may take before the oldest makes room: a twelfth of what a browser gives.
    pub const ROOM: usize = 400_000;

    /// What these records of a file would erase here, of groups and members that count. Who is the same as another is not
    /// kept, since the other has what was chosen of both.
    pub fn of(registry: &Registry, incoming: &[Record], by: &ErasedBy, at_ms: u64) -> Vec<Self> {
        let erased = incoming.iter().filter(|record| record.is_erased());
        let own = erased.filter_map(|record| registry.record(record.id())).filter(|own| {
            [Group::KIND, Member::KIND].contains(&own.kind()) && !own.is_erased() && registry.kept_for(own).is_none()
        });
        let group = |record: &Record| match Aggregate::of(record) {
            Aggregate::Group(id) => registry.dossier(id)?.group.value.name.as_ref().map(FieldValue::text),
            Aggregate::Own(_) | Aggregate::Shared => None,
        };
        let binned =
            |own: &Record| Self { record: own.clone(), group: group(own).unwrap_or_default(), at_ms, by: by.clone() };
        own.map(binned).collect()
    }

    /// Whether it is a group.
    pub fn is_group(&self) -> bool {
        self.record.kind() == Group::KIND
    }

    /// The group it belongs to, or is.
    pub fn aggregate(&self) -> Aggregate {
        Aggregate::of(&self.record)
    }

    /// Whether it can be brought back: it is erased, and has not come back before.
    pub fn is_lost(&self, registry: &Registry) -> bool {
        let again = self.again();
        registry.record(self.record.id()).is_some_and(Record::is_erased)
            && again.is_some_and(|again| registry.record(&again).is_none())
    }

    /// Whether it needs no keeping: it is not erased any more, or has come back.
    pub fn is_settled(&self, registry: &Registry) -> bool {
        // Of what is not here at all nothing is known: it may have been put in quarantine.
        let is_here = registry.record(self.record.id()).is_some_and(|record| !record.is_erased());
        is_here || self.again().is_some_and(|again| registry.record(&again).is_some())
    }

    /// Whether it is about one of these people, who are being erased for good: the same record, the one it came back as, or
    /// somebody with the same NIK.
    pub fn is_of_any(&self, erased: &[&Record]) -> bool {
        let again = self.again();
        let nik = nik(&self.record);
        erased.iter().any(|record| {
            record.id() == self.record.id()
                || again.as_deref() == Some(record.id())
                || nik.is_some() && nik == self::nik(record)
        })
    }

    /// The id under which it comes back.
    fn again(&self) -> Option<String> {
        Id::parse(self.record.id()).ok().map(|id| id.brought_back().to_string())
    }
}

fn nik(record: &Record) -> Option<Nik> {
    Nik::from_json(record.value(Member::NIK.key())?).ok()
}

/// The key, within the space, of what is kept of the record of this id.
pub fn bin_key(id: &str) -> String {
    Key::Bin(id).to_string()
}

impl<S: Storage> Repository<S> {
    /// All that is kept, the latest first.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn bin(&self) -> Result<Vec<Binned>, StorageError> {
        let mut binned: Vec<Binned> = Vec::new();
        for name in self.bin_keys()? {
            let text = self.storage().read(&name)?;
            binned.extend(text.and_then(|text| serde_json::from_str::<Binned>(&seal::open(&text).ok()?).ok()));
        }
        binned.sort_by_cached_key(|one| Reverse((one.at_ms, one.record.id().to_owned())));
        Ok(binned)
    }

    /// Keeps one.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn keep_binned(&self, binned: &Binned) -> Result<(), StorageError> {
        let json = serde_json::to_string(binned).map_err(|_| StorageError::NotKept)?;
        self.storage().write(&self.name(Key::Bin(binned.record.id())), &seal::seal(&json))
    }

    /// Makes room: what needs no keeping any more goes, and the oldest while all of it takes too much, but nothing that is younger than
    /// [`Binned::KEPT_DAYS`].
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn tidy_bin(&self, registry: &Registry, now_ms: u64) -> Result<(), StorageError> {
        let mut used = 0;
        for one in self.bin()? {
            let name = self.name(Key::Bin(one.record.id()));
            used += units(&name) + self.storage().read(&name)?.map_or(0, |text| units(&text));
            let is_old = now_ms.saturating_sub(one.at_ms) > Binned::KEPT_DAYS * DAY_MS;
            if one.is_settled(registry) || (is_old && used > Binned::ROOM) {
                self.storage().remove(&name)?;
            }
        }
        Ok(())
    }

    fn bin_keys(&self) -> Result<Vec<String>, StorageError> {
        self.storage().keys(&format!("{}{BIN}", self.space().prefix()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::history::{Change, Device, Fields, Stamp};
    use crate::registry::commands::{bring_back, import};
    use crate::sample::{Sample, sample};
    use crate::storage::MemoryStorage;
    use crate::store::Space;

    fn book() -> Registry {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        import(&mut registry, sample(Sample { groups: 2, members: 10, seed: 1 })).unwrap();
        registry
    }

    fn at(ms: u64) -> Stamp {
        Stamp::new(ms, 0, Device::from_random(9))
    }

    /// What a file that erases every member and every group holds.
    fn erasing(registry: &Registry) -> Vec<Record> {
        let erase = |record: &Record| {
            let heads = record.fold().heads;
            let keep: Fields =
                record.value("group").map(|group| ("group".to_owned(), group.clone())).into_iter().collect();
            Record::new(record.id(), record.kind().to_owned(), vec![Change::erase(at(1_500_000_000_000), heads, keep)])
        };
        registry.records().map(erase).collect()
    }

    fn by() -> ErasedBy {
        ErasedBy { file: "f".into(), device: "zzzzz0".into(), name: "Contoh Lain".into() }
    }

    #[test]
    fn what_a_file_erases_is_kept_comes_back_from_the_storage_and_is_lost_until_it_is_brought_back() {
        let (mut registry, store) = (book(), Repository::new(MemoryStorage::default(), Space::Book));
        let file = erasing(&registry);
        let binned = Binned::of(&registry, &file, &by(), 5);
        assert_eq!(binned.len(), 12);
        for one in &binned {
            assert!(!one.is_lost(&registry), "it is here");
            store.keep_binned(one).unwrap();
        }
        import(&mut registry, file.clone()).unwrap();
        assert_eq!(Binned::of(&registry, &file, &by(), 6), [], "it is erased already");
        let kept = store.bin().unwrap();
        assert_eq!(kept.len(), 12);
        assert!(kept.iter().all(|one| one.is_lost(&registry) && binned.contains(one)));
        assert!(kept.iter().all(|one| !one.group.is_empty()), "the name of the group is known");

        let records: Vec<Record> = kept.iter().map(|one| one.record.clone()).collect();
        let mut ms = 1_600_000_000_000;
        bring_back(&mut registry, &records, &mut || {
            ms += 10;
            at(ms)
        });
        assert!(kept.iter().all(|one| !one.is_lost(&registry)));
        store.tidy_bin(&registry, 6).unwrap();
        assert_eq!(store.bin().unwrap(), []);
    }

    #[test]
    fn only_what_is_older_than_thirty_days_makes_room_and_the_oldest_first() {
        let (mut registry, store) = (book(), Repository::new(MemoryStorage::default(), Space::Book));
        let file = erasing(&registry);
        let long = "x".repeat(Binned::ROOM / 3);
        let mut binned = Binned::of(&registry, &file, &by(), 0);
        binned.truncate(6);
        for (day, one) in binned.iter_mut().enumerate() {
            one.at_ms = day as u64 * DAY_MS;
            // What cannot be packed, and takes the room that it looks like.
            one.by.name = long.chars().zip(noise()).map(|(_, letter)| letter).collect();
            store.keep_binned(one).unwrap();
        }
        import(&mut registry, file).unwrap();
        store.tidy_bin(&registry, 5 * DAY_MS).unwrap();
        assert_eq!(store.bin().unwrap().len(), 6, "nothing is old");
        store.tidy_bin(&registry, 33 * DAY_MS + 1).unwrap();
        let left: Vec<u64> = store.bin().unwrap().iter().map(|one| one.at_ms / DAY_MS).collect();
        assert!(left.starts_with(&[5, 4]) && left.len() < 6, "{left:?}");
        store.tidy_bin(&registry, 400 * DAY_MS).unwrap();
        assert!(!store.bin().unwrap().is_empty(), "what has room stays");
    }

    fn noise() -> impl Iterator<Item = char> {
        let mut state = 7_u64;
        std::iter::repeat_with(move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from_u32(0x3400 + u32::try_from((state >> 40) % 0x1000).unwrap()).unwrap()
        })
    }

    #[test]
    fn whoever_is_erased_for_good_is_not_in_the_bin_either() {
        let registry = book();
        let binned = Binned::of(&registry, &erasing(&registry), &by(), 0);
        let member = binned.iter().find(|one| !one.is_group()).unwrap();
        let again = member.record.named(member.again().unwrap());
        let twin = member.record.named(Id::v7(9, [9; 10]).to_string());
        let other = Record::new("x", "member", Vec::new());
        for erased in [&member.record, &again, &twin] {
            assert!(member.is_of_any(&[&other, erased]));
        }
        assert!(!member.is_of_any(&[&other]));
    }
}
