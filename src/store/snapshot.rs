//! What the first screen said when the book was last at rest, so that it can say it again before all records are read.
//!
//! It holds only for the same texts on the same day in the same version of the app, told by their checksums; else it is as if
//! there were none. Kept in the storage alone: a mirror has no use for it. Deliberately absent: what the numbers mean.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::key::{Key, META, QUARANTINE, holds_records};
use super::repository::Repository;
use crate::domain::{Date, FieldValue};
use crate::storage::{Storage, StorageError, seal};

/// So many characters of a text tell it from any other: its version, checksum and length.
const HEAD: usize = 24;

impl<S: Storage> Repository<S> {
    /// Whether nothing at all is kept of this book, but that something was taken away.
    pub fn is_blank(&self) -> bool {
        let epochs = self.name(Key::Epochs);
        self.storage().keys(self.space().prefix()).is_ok_and(|keys| keys.iter().all(|key| *key == epochs))
    }

    /// The numbers that were kept, if nothing has changed since.
    pub fn snapshot(&self, today: Date) -> Option<Vec<u64>> {
        let text = self.storage().read(&self.name(Key::Snapshot)).ok().flatten()?;
        let body = seal::open_plain(&text).ok()?;
        let numbers = body.strip_prefix(&self.holds_for(today)?)?;
        numbers.split_whitespace().map(|number| number.parse().ok()).collect()
    }

    /// Keeps numbers for as long as nothing changes; with none, or where they can hold for nothing, what was kept goes.
    ///
    /// # Errors
    /// [`StorageError`] of the storage; nothing is lost then.
    pub fn keep_snapshot(&self, today: Date, numbers: &[u64]) -> Result<(), StorageError> {
        let name = self.name(Key::Snapshot);
        let Some(mut body) = self.holds_for(today).filter(|_| !numbers.is_empty()) else {
            return self.storage().remove(&name);
        };
        for number in numbers {
            body.push(' ');
            body.push_str(&number.to_string());
        }
        self.storage().write(&name, &seal::seal_plain(&body))
    }

    /// What kept numbers begin with: the version of the app, the day, and a mark of all texts; `None` while something is in
    /// quarantine or of a newer app, of which the first screen has to speak.
    fn holds_for(&self, today: Date) -> Option<String> {
        let prefix = self.space().prefix();
        let mut mark = DefaultHasher::new();
        for name in self.storage().keys(prefix).ok()? {
            let key = &name[prefix.len()..];
            if key.starts_with(QUARANTINE) {
                return None;
            }
            if holds_records(key) || key == META {
                let head = self.storage().head(&name, HEAD).ok().flatten().filter(|head| seal::is_known(head))?;
                (key, head).hash(&mut mark);
            }
        }
        Some(format!("{} {} {:x}", env!("CARGO_PKG_VERSION"), today.text(), mark.finish()))
    }
}
