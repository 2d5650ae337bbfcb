//! The port to wherever text is kept: named texts, written whole, read back after each write.
//!
//! Knows nothing of groups or records. Its implementations are [`MemoryStorage`], with failure modes for the tests, and the
//! browser's localStorage in `web`; one conformance suite holds for both. [`seal`] packs texts and gives each a version and a
//! checksum.

#[cfg(any(test, feature = "conformance"))]
pub mod conformance;
mod inflate;
mod memory;
mod pack;
pub mod seal;
mod stored;

pub use memory::{Failure, MemoryStorage};

/// Keeps texts under keys.
///
/// Keys are ASCII, texts any string. Chromium and Firefox count UTF-16 units; Safari counts bytes, two to a unit as soon as a
/// text has one character beyond Latin-1.
pub trait Storage {
    /// All keys that begin with `prefix`, in order.
    ///
    /// # Errors
    /// [`StorageError::Denied`] when the browser gives no storage.
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError>;

    /// The text under a key.
    ///
    /// # Errors
    /// [`StorageError::Denied`] when the browser gives no storage.
    fn read(&self, key: &str) -> Result<Option<String>, StorageError>;

    /// The first characters of the text under a key, for a storage that can tell them without reading the rest.
    ///
    /// # Errors
    /// [`StorageError::Denied`] when the browser gives no storage.
    fn head(&self, key: &str, characters: usize) -> Result<Option<String>, StorageError> {
        Ok(self.read(key)?.map(|text| text.chars().take(characters).collect()))
    }

    /// Puts a text under a key, in place of what was there, and reads it back. When this fails, what was there before is
    /// still there.
    ///
    /// # Errors
    /// [`StorageError::Full`] when there is no room, [`StorageError::NotKept`] when reading back gives another text,
    /// [`StorageError::Denied`] when the browser gives no storage.
    fn write(&self, key: &str, text: &str) -> Result<(), StorageError>;

    /// Takes a key away; one that is not there is no error.
    ///
    /// # Errors
    /// [`StorageError::Denied`] when the browser gives no storage.
    fn remove(&self, key: &str) -> Result<(), StorageError>;
}

/// How much room a key or a text takes, in UTF-16 units.
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// A number that tells a text from others, the same in every version of the app (FNV-1a, 64 bits). A mark, and no secret.
pub fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Why the storage did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage (a setting, a private window).
    Denied,
    /// No room for the text.
    Full,
    /// Reading back gave another text than was written.
    NotKept,
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    /// By the authors' own vectors (Fowler, Noll, Vo): it stands in what is kept, and may never become another.
    #[test]
    fn a_fingerprint_is_that_of_fnv_1a() {
        for (text, mark) in
            [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
        {
            assert_eq!(fingerprint(text), mark, "{text}");
        }
    }
}
