//! What every shelf has to keep to. Run natively on the shelf in memory and in a real browser on localStorage.

use super::{Shelf, ShelfError};

/// Checks a shelf that works; it may hold other keys already, and is left as it was found.
///
/// # Panics
/// When the shelf breaks a rule.
#[allow(clippy::missing_panics_doc, clippy::unwrap_used)]
pub fn check(shelf: &impl Shelf) {
    let prefix = "conformance/";
    assert!(shelf.keys(prefix).unwrap().is_empty(), "no key of ours to begin with");
    assert_eq!(shelf.read("conformance/a").unwrap(), None, "a key never written is not there");

    shelf.write("conformance/b", "two").unwrap();
    shelf.write("conformance/a", "one").unwrap();
    shelf.write("conformance", "outside the prefix").unwrap();
    assert_eq!(shelf.keys(prefix).unwrap(), ["conformance/a", "conformance/b"], "keys come in order, by prefix");
    assert_eq!(shelf.read("conformance/a").unwrap().as_deref(), Some("one"));

    shelf.write("conformance/a", "").unwrap();
    assert_eq!(shelf.read("conformance/a").unwrap().as_deref(), Some(""), "an empty text is a text");

    let long = "0123456789abcdef".repeat(16 * 1024);
    shelf.write("conformance/a", &long).unwrap();
    assert_eq!(shelf.read("conformance/a").unwrap().as_deref(), Some(long.as_str()), "a long text comes back whole");

    assert_eq!(shelf.head("conformance/a", 5).unwrap().as_deref(), Some("01234"), "the beginning of a text");
    assert_eq!(shelf.head("conformance/never", 5).unwrap(), None, "a text that is not there has none");

    let odd = "\u{0}\u{7f}\"\\\n\r\t";
    shelf.write("conformance/b", odd).unwrap();
    assert_eq!(shelf.read("conformance/b").unwrap().as_deref(), Some(odd), "control characters come back");

    // What packed texts are made of, and a character of two units.
    let packed: String = ('\u{3400}'..='\u{b3ff}').chain(['\u{1f33e}']).collect();
    shelf.write("conformance/a", &packed).unwrap();
    assert_eq!(shelf.read("conformance/a").unwrap().as_deref(), Some(packed.as_str()), "packed texts come back");

    assert_eq!(shelf.head("conformance/a", 2).unwrap().as_deref(), Some("\u{3400}\u{3401}"), "also of a packed one");

    for key in ["conformance/a", "conformance/b", "conformance", "conformance/never"] {
        shelf.remove(key).unwrap();
    }
    assert!(shelf.keys(prefix).unwrap().is_empty(), "what is removed is gone");
}

/// Checks a shelf that has no room for `large` under `key`, where `small` stands.
///
/// # Panics
/// When the shelf breaks a rule.
#[allow(clippy::missing_panics_doc, clippy::unwrap_used)]
pub fn check_full(shelf: &impl Shelf, key: &str, small: &str, large: &str) {
    assert_eq!(shelf.write(key, large), Err(ShelfError::Full));
    assert_eq!(shelf.read(key).unwrap().as_deref(), Some(small), "a write that failed leaves what was there");
}
