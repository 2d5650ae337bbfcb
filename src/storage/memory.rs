//! A storage in memory, and the ways in which a real one fails.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Storage, StorageError, units};

/// A way to fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Failure {
    /// Works.
    #[default]
    None,
    /// Gives no storage.
    Denied,
    /// Has room for so many UTF-16 units, keys and texts together.
    Full {
        /// The room.
        units: usize,
    },
    /// Takes writes and forgets them.
    Forgets,
}

/// A storage in memory; clones share what they hold.
#[derive(Clone, Debug, Default)]
pub struct MemoryStorage {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    failure: Rc<Cell<Failure>>,
}

impl MemoryStorage {
    /// Makes it fail from now on.
    pub fn fail(&self, failure: Failure) {
        self.failure.set(failure);
    }

    /// Puts a text there without any check, as a fault of the disk would.
    pub fn damage(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    fn granted(&self) -> Result<(), StorageError> {
        if self.failure.get() == Failure::Denied { Err(StorageError::Denied) } else { Ok(()) }
    }
}

impl Storage for MemoryStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.granted()?;
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.granted()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.granted()?;
        match self.failure.get() {
            Failure::Forgets => return Err(StorageError::NotKept),
            Failure::Full { units: room } => {
                let texts = self.texts.borrow();
                let others =
                    texts.iter().filter(|(other, _)| other.as_str() != key).map(|(key, text)| units(key) + units(text));
                if others.sum::<usize>() + units(key) + units(text) > room {
                    return Err(StorageError::Full);
                }
            }
            Failure::None | Failure::Denied => {}
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.granted()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::conformance;

    #[test]
    fn keeps_what_every_storage_keeps() {
        conformance::check(&MemoryStorage::default());
    }

    #[test]
    fn a_full_storage_refuses_and_keeps_what_was_there() {
        let storage = MemoryStorage::default();
        storage.write("a", "12345").unwrap();
        storage.fail(Failure::Full { units: 8 });
        conformance::check_full(&storage, "a", "12345", "123456789");
    }

    #[test]
    fn a_storage_that_forgets_or_is_denied_says_so() {
        let storage = MemoryStorage::default();
        storage.fail(Failure::Forgets);
        assert_eq!(storage.write("a", "1"), Err(StorageError::NotKept));
        storage.fail(Failure::Denied);
        assert_eq!(storage.read("a"), Err(StorageError::Denied));
        assert_eq!(storage.keys(""), Err(StorageError::Denied));
    }
}
