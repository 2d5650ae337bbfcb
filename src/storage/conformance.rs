//! What every storage has to keep to. Run natively in the storage in memory and in a real browser on localStorage.

use super::{Storage, StorageError};

/// Checks a storage that works; it may hold other keys already, and is left as it was found.
///
/// # Panics
/// When the storage breaks a rule.
#[allow(clippy::missing_panics_doc, clippy::unwrap_used)]
pub fn check(storage: &impl Storage) {
    let prefix = "conformance/";
    assert!(storage.keys(prefix).unwrap().is_empty(), "no key of ours to begin with");
    assert_eq!(storage.read("conformance/a").unwrap(), None, "a key never written is not there");

    storage.write("conformance/b", "two").unwrap();
    storage.write("conformance/a", "one").unwrap();
    storage.write("conformance", "outside the prefix").unwrap();
    assert_eq!(storage.keys(prefix).unwrap(), ["conformance/a", "conformance/b"], "keys come in order, by prefix");
    assert_eq!(storage.read("conformance/a").unwrap().as_deref(), Some("one"));

    storage.write("conformance/a", "").unwrap();
    assert_eq!(storage.read("conformance/a").unwrap().as_deref(), Some(""), "an empty text is a text");

    let long = "0123456789abcdef".repeat(16 * 1024);
    storage.write("conformance/a", &long).unwrap();
    assert_eq!(storage.read("conformance/a").unwrap().as_deref(), Some(long.as_str()), "a long text comes back whole");

    assert_eq!(storage.head("conformance/a", 5).unwrap().as_deref(), Some("01234"), "the beginning of a text");
    assert_eq!(storage.head("conformance/never", 5).unwrap(), None, "a text that is not there has none");

    let odd = "\u{0}\u{7f}\"\\\n\r\t";
    storage.write("conformance/b", odd).unwrap();
    assert_eq!(storage.read("conformance/b").unwrap().as_deref(), Some(odd), "control characters come back");

    // What packed texts are made of, and a character of two units.
    let packed: String = ('\u{3400}'..='\u{b3ff}').chain(['\u{1f33e}']).collect();
    storage.write("conformance/a", &packed).unwrap();
    assert_eq!(storage.read("conformance/a").unwrap().as_deref(), Some(packed.as_str()), "packed texts come back");

    assert_eq!(storage.head("conformance/a", 2).unwrap().as_deref(), Some("\u{3400}\u{3401}"), "also of a packed one");

    for key in ["conformance/a", "conformance/b", "conformance", "conformance/never"] {
        storage.remove(key).unwrap();
    }
    assert!(storage.keys(prefix).unwrap().is_empty(), "what is removed is gone");
}

/// Checks a storage that has no room for `large` under `key`, where `small` stands.
///
/// # Panics
/// When the storage breaks a rule.
#[allow(clippy::missing_panics_doc, clippy::unwrap_used)]
pub fn check_full(storage: &impl Storage, key: &str, small: &str, large: &str) {
    assert_eq!(storage.write(key, large), Err(StorageError::Full));
    assert_eq!(storage.read(key).unwrap().as_deref(), Some(small), "a write that failed leaves what was there");
}
