//! Restore points: what was in a book before something that cannot be undone by typing.
//!
//! A point is the texts of all records as they stand in the storage. Relies on the storage's own form, so a point of an older
//! version reads as an old storage does. Deliberately absent: where points are kept, and the choice of which goes first when
//! there is no room; `web` and `ui` do that.

use serde::{Deserialize, Serialize};

use super::key::{Key, Space, holds_records};
use super::repository::Repository;
use crate::registry::Registry;
use crate::storage::{Storage, StorageError, seal};

/// Before what a point was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Cause {
    /// A file was taken in.
    Import,
    /// Everything was deleted.
    EraseAll,
    /// Another point was gone back to.
    Restore,
    /// A newer app began to write a newer form.
    Migration,
}

/// What is known of a point without opening it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// When it was made, in milliseconds since 1970.
    pub at_ms: u64,
    /// Before what.
    pub cause: Cause,
    /// Whether it is of the practice book.
    pub practice: bool,
    /// How many groups were in the book.
    pub groups: usize,
    /// How much room it takes, in UTF-16 units.
    pub units: usize,
}

/// What was in the book: each key, within the space, with its text.
pub type PointTexts = Vec<(String, String)>;

impl<S: Storage> Repository<S> {
    /// The point of this moment, and what is in it. It holds what the registry has, be it kept or not.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn point(&self, registry: &Registry, cause: Cause, at_ms: u64) -> Result<(Point, PointTexts), StorageError> {
        let mut texts = PointTexts::new();
        for aggregate in registry.aggregates() {
            let name = format!("{}{}", self.space().prefix(), Key::Aggregate(aggregate));
            if let Some(text) = self.text(registry, &name)? {
                texts.push((Key::Aggregate(aggregate).to_string(), text));
            }
        }
        let units = texts.iter().map(|(key, text)| key.len() + crate::storage::units(text)).sum();
        let practice = self.space() == Space::Practice;
        Ok((Point { at_ms, cause, practice, groups: registry.group_count(), units }, texts))
    }

    /// Puts a point in place of what is in the storage: first all that it has, then whatever else there is goes. Whoever is
    /// killed in between finds too much, never too little.
    ///
    /// # Errors
    /// The first [`StorageError`]; then nothing has gone.
    pub fn go_back(&self, texts: &PointTexts) -> Result<(), StorageError> {
        let prefix = self.space().prefix();
        for (key, text) in texts {
            self.storage().write(&format!("{prefix}{key}"), text)?;
        }
        for name in self.storage().keys(prefix)? {
            let key = &name[prefix.len()..];
            if holds_records(key) && !texts.iter().any(|(kept, _)| kept == key) {
                self.storage().remove(&name)?;
            }
        }
        Ok(())
    }

    /// Whether a text stands here in an older form than this app writes.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn is_older(&self) -> Result<bool, StorageError> {
        let prefix = self.space().prefix();
        for name in self.storage().keys(prefix)?.into_iter().filter(|name| holds_records(&name[prefix.len()..])) {
            if self.storage().read(&name)?.is_some_and(|text| seal::is_older(&text)) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
