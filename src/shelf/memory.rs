//! A shelf in memory, and the ways in which a real one fails.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Shelf, ShelfError, units};

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

/// A shelf in memory; clones share what they hold.
#[derive(Clone, Debug, Default)]
pub struct MemoryShelf {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    failure: Rc<Cell<Failure>>,
}

impl MemoryShelf {
    /// Makes it fail from now on.
    pub fn fail(&self, failure: Failure) {
        self.failure.set(failure);
    }

    /// Puts a text there without any check, as a fault of the disk would.
    pub fn damage(&self, key: &str, text: &str) {
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }

    fn granted(&self) -> Result<(), ShelfError> {
        if self.failure.get() == Failure::Denied { Err(ShelfError::Denied) } else { Ok(()) }
    }
}

impl Shelf for MemoryShelf {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, ShelfError> {
        self.granted()?;
        Ok(self.texts.borrow().keys().filter(|key| key.starts_with(prefix)).cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        self.granted()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        self.granted()?;
        match self.failure.get() {
            Failure::Forgets => return Err(ShelfError::NotKept),
            Failure::Full { units: room } => {
                let texts = self.texts.borrow();
                let others =
                    texts.iter().filter(|(other, _)| other.as_str() != key).map(|(key, text)| units(key) + units(text));
                if others.sum::<usize>() + units(key) + units(text) > room {
                    return Err(ShelfError::Full);
                }
            }
            Failure::None | Failure::Denied => {}
        }
        self.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        self.granted()?;
        self.texts.borrow_mut().remove(key);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shelf::conformance;

    #[test]
    fn keeps_what_every_shelf_keeps() {
        conformance::check(&MemoryShelf::default());
    }

    #[test]
    fn a_full_shelf_refuses_and_keeps_what_was_there() {
        let shelf = MemoryShelf::default();
        shelf.write("a", "12345").unwrap();
        shelf.fail(Failure::Full { units: 8 });
        conformance::check_full(&shelf, "a", "12345", "123456789");
    }

    #[test]
    fn a_shelf_that_forgets_or_is_denied_says_so() {
        let shelf = MemoryShelf::default();
        shelf.fail(Failure::Forgets);
        assert_eq!(shelf.write("a", "1"), Err(ShelfError::NotKept));
        shelf.fail(Failure::Denied);
        assert_eq!(shelf.read("a"), Err(ShelfError::Denied));
        assert_eq!(shelf.keys(""), Err(ShelfError::Denied));
    }
}
