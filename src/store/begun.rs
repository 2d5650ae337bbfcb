//! That files are being taken in: noted before the first record comes in, so that a page that goes in the middle is told of at the
//! next start.
//!
//! A note that is over is written over and not taken away, since one of two copies may have lost a removal; it goes at the next
//! start. Deliberately absent: whether the page that wrote it still lives.

use serde::{Deserialize, Serialize};

use super::key::{BEGUN, Key};
use super::repository::Repository;
use crate::storage::{Storage, StorageError, seal};

/// Files that were being taken in together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Begun {
    /// When they were asked for, in milliseconds since 1970; a restore point of them is not older.
    pub asked_ms: u64,
    /// When the first record was about to come in. The note's name.
    pub at_ms: u64,
    /// The id of each file, and its name, which may be empty.
    pub files: Vec<(String, String)>,
    /// How many groups are in them.
    pub groups: usize,
    /// Whether all has come in, or was taken out again.
    pub is_over: bool,
}

impl<S: Storage> Repository<S> {
    /// Notes that files are being taken in.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn note_begun(&self, begun: &Begun) -> Result<(), StorageError> {
        self.write_json(Key::Begun(begun.at_ms), begun)
    }

    /// All that was noted, the oldest first.
    pub fn begun(&self) -> Vec<Begun> {
        let prefix = self.name(Key::Begun(0));
        let prefix = &prefix[..prefix.rfind('/').map_or(0, |end| end + 1)];
        let names = self.storage().keys(prefix).unwrap_or_default();
        let texts = names.iter().filter_map(|name| self.storage().read(name).ok().flatten());
        texts.filter_map(|text| read(&text)).collect()
    }

    /// Takes a note away.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn drop_begun(&self, at_ms: u64) -> Result<(), StorageError> {
        self.storage().remove(&self.name(Key::Begun(at_ms)))
    }
}

fn read(text: &str) -> Option<Begun> {
    serde_json::from_str(&seal::open(text).ok()?).ok()
}

/// Whether a text under this key says that an import is over, of which the other says that it is not.
pub(super) fn is_over(key: &str, text: &str, other: &str) -> bool {
    let is_over = |text| read(text).is_some_and(|begun| begun.is_over);
    key.starts_with(BEGUN) && is_over(text) && !is_over(other)
}
