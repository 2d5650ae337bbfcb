//! The port to wherever text is kept: named texts, written whole, read back after each write.
//!
//! Knows nothing of groups or records. Its implementations are [`MemoryShelf`], with failure modes for the tests, and the
//! browser's localStorage in `web`; one conformance suite holds for both. [`seal`] packs texts and gives each a version and a
//! checksum.

#[cfg(any(test, feature = "conformance"))]
pub mod conformance;
mod deflate;
mod inflate;
mod memory;
mod pack;
pub mod seal;
mod stored;

pub use memory::{Failure, MemoryShelf};

/// Keeps texts under keys.
///
/// Keys are ASCII, texts any string. Chromium and Firefox count UTF-16 units; Safari counts bytes, two to a unit as soon as a
/// text has one character beyond Latin-1.
pub trait Shelf {
    /// All keys that begin with `prefix`, in order.
    ///
    /// # Errors
    /// [`ShelfError::Denied`] when the browser gives no storage.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, ShelfError>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`ShelfError::Denied`] when the browser gives no storage.
    fn read(&self, key: &str) -> Result<Option<String>, ShelfError>;

    /// The first characters of the text under a key, for a shelf that can tell them without reading the rest.
    ///
    /// # Errors
    /// [`ShelfError::Denied`] when the browser gives no storage.
    fn head(&self, key: &str, characters: usize) -> Result<Option<String>, ShelfError> {
        Ok(self.read(key)?.map(|text| text.chars().take(characters).collect()))
    }

    /// Puts a text under a key, in place of what was there, and reads it back. When this fails, what was there before is
    /// still there.
    ///
    /// # Errors
    /// [`ShelfError::Full`] when there is no room, [`ShelfError::NotKept`] when reading back gives another text,
    /// [`ShelfError::Denied`] when the browser gives no storage.
    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError>;

    /// Takes a key away; one that is not there is no error.
    ///
    /// # Errors
    /// [`ShelfError::Denied`] when the browser gives no storage.
    fn remove(&self, key: &str) -> Result<(), ShelfError>;
}

/// How much room a key or a text takes, in UTF-16 units.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Why the shelf did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShelfError {
    /// The browser gives this page no storage (a setting, a private window).
    Denied,
    /// No room for the text.
    Full,
    /// Reading back gave another text than was written.
    NotKept,
}
