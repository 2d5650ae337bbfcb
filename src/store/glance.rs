//! What the first screen said when the book was last at rest, so that it can say it again before all records are read.
//!
//! It holds only for the same texts on the same day in the same version of the app, told by their checksums; else it is as if
//! there were none. Kept on the shelf alone: a mirror has no use for it. Deliberately absent: what the numbers mean.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::book::Store;
use super::key::{ASIDE, Key, META, holds_records};
use crate::domain::{Date, FieldValue};
use crate::shelf::{Shelf, ShelfError, seal};

/// So many characters of a text tell it from any other: its version, checksum and length.
const HEAD: usize = 24;

impl<S: Shelf> Store<S> {
    /// Whether nothing at all is kept of this book.
    pub fn is_blank(&self) -> bool {
        self.shelf().keys(self.space().prefix()).is_ok_and(|keys| keys.is_empty())
    }

    /// The numbers that were kept, if nothing has changed since.
    pub fn glance(&self, today: Date) -> Option<Vec<u64>> {
        let text = self.shelf().read(&self.name(Key::Glance)).ok().flatten()?;
        let body = seal::open(&text).ok()?;
        let numbers = body.strip_prefix(&self.holds_for(today)?)?;
        numbers.split_whitespace().map(|number| number.parse().ok()).collect()
    }

    /// Keeps numbers for as long as nothing changes; with none, or where they can hold for nothing, what was kept goes.
    ///
    /// # Errors
    /// [`ShelfError`] of the shelf; nothing is lost then.
    pub fn keep_glance(&self, today: Date, numbers: &[u64]) -> Result<(), ShelfError> {
        let name = self.name(Key::Glance);
        let Some(mut body) = self.holds_for(today).filter(|_| !numbers.is_empty()) else {
            return self.shelf().remove(&name);
        };
        for number in numbers {
            body.push(' ');
            body.push_str(&number.to_string());
        }
        self.shelf().write(&name, &seal::seal_plain(&body))
    }

    /// What kept numbers begin with: the version of the app, the day, and a mark of all texts; `None` while something is set
    /// aside or is of a newer app, of which the first screen has to speak.
    fn holds_for(&self, today: Date) -> Option<String> {
        let prefix = self.space().prefix();
        let mut mark = DefaultHasher::new();
        for name in self.shelf().keys(prefix).ok()? {
            let key = &name[prefix.len()..];
            if key.starts_with(ASIDE) {
                return None;
            }
            if holds_records(key) || key == META {
                let head = self.shelf().head(&name, HEAD).ok().flatten().filter(|head| seal::is_known(head))?;
                (key, head).hash(&mut mark);
            }
        }
        Some(format!("{} {} {:x}", env!("CARGO_PKG_VERSION"), today.text(), mark.finish()))
    }
}
