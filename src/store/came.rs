//! Which files came here or left from here themselves, and who told of the others.
//!
//! A receipt is a record, and so comes in any file; only the device itself knows which files it has taken in and sent. Kept
//! beside the records and never sent. One key for each file, so that two tabs never write over each other's.

use std::collections::{BTreeMap, BTreeSet};

use super::key::{CAME, Key};
use super::repository::Repository;
use crate::storage::{Storage, StorageError, seal};

impl<S: Storage> Repository<S> {
    /// The ids of the files that were taken in here or sent from here.
    pub fn came(&self) -> BTreeSet<String> {
        let prefix = format!("{}{CAME}", self.space().prefix());
        let names = self.storage().keys(&prefix).unwrap_or_default();
        names.iter().filter_map(|name| Some(name.strip_prefix(&prefix)?.to_owned())).collect()
    }

    /// Notes that a file was taken in here or sent from here.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn note_came(&self, file: &str) -> Result<(), StorageError> {
        self.storage().write(&self.name(Key::Came(file)), &seal::seal_plain("1"))
    }

    /// Forgets it: what the file brought was taken back.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn forget_came(&self, file: &str) -> Result<(), StorageError> {
        self.storage().remove(&self.name(Key::Came(file)))
    }

    /// By the id of a file that never came here, who told of it.
    pub fn told(&self) -> BTreeMap<String, String> {
        self.read_json(Key::Told).ok().flatten().unwrap_or_default()
    }

    /// Notes who told of some files.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn note_told(&self, files: impl Iterator<Item = String>, by: &str) -> Result<(), StorageError> {
        let mut told = self.told();
        let before = told.len();
        for file in files {
            told.entry(file).or_insert_with(|| by.to_owned());
        }
        if told.len() == before { Ok(()) } else { self.write_json(Key::Told, &told) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::MemoryStorage;
    use crate::store::Space;

    #[test]
    fn what_came_is_known_again_and_forgotten_when_it_is_taken_back() {
        let store = Repository::new(MemoryStorage::default(), Space::Book);
        store.note_came("one").unwrap();
        store.note_came("two").unwrap();
        store.note_came("two").unwrap();
        assert_eq!(store.came(), ["one", "two"].map(String::from).into());
        store.forget_came("one").unwrap();
        assert_eq!(store.came(), ["two".to_owned()].into());
        assert_eq!(store.beside(Space::Practice).came(), BTreeSet::new());
    }

    #[test]
    fn the_first_who_told_of_a_file_is_named() {
        let store = Repository::new(MemoryStorage::default(), Space::Book);
        store.note_told(["one".to_owned()].into_iter(), "Contoh Satu").unwrap();
        store.note_told(["one".to_owned(), "two".to_owned()].into_iter(), "Contoh Dua").unwrap();
        let told = store.told();
        assert_eq!((told["one"].as_str(), told["two"].as_str()), ("Contoh Satu", "Contoh Dua"));
    }
}
