//! What a file may be at most. Checked before anything else, so that a hostile or mistaken file costs nothing.
//!
//! Two bounds for most: what a reader takes, and what a book may come to hold by files (`KEPT_…`). The first is above the second, so
//! that a book which files have filled, and in which somebody has typed on, is read wherever it is sent, locked or not.

/// Bounds on a file. Ten times the programme (9,490 groups, 79,590 members) is about 43 MB, and with five years of months, visits and
/// aids 829,300 records in 305 MB.
#[derive(Clone, Copy, Debug)]
pub struct Limits;

impl Limits {
    /// Bytes of the file.
    pub const BYTES: usize = 448 * 1024 * 1024;
    /// Bytes of a file on a device of little memory: to read one takes some five times as much (docs/performance.md).
    pub const SMALL_DEVICE_BYTES: usize = 96 * 1024 * 1024;
    /// Gigabytes of memory, as browsers round them, that are little.
    pub const SMALL_DEVICE_MEMORY: f64 = 2.0;
    /// Bytes of a book as a file. Locked it is a third larger.
    pub const KEPT_BYTES: usize = 320 * 1024 * 1024;
    /// Brackets within brackets; our own files have 7.
    pub const DEPTH: usize = 32;
    /// Records.
    pub const RECORDS: usize = 1_200_000;
    /// Records of a book.
    pub const KEPT_RECORDS: usize = 1_000_000;
    /// Changes of one record.
    pub const CHANGES: usize = 32_768;
    /// Changes of one record in a book. Two edits a day for twenty years are fewer.
    pub const KEPT_CHANGES: usize = 16_384;
    /// Stamps that the changes of one record have seen; mostly each has seen one.
    pub const SEEN: usize = 1024 * 1024;
    /// The same in a book.
    pub const KEPT_SEEN: usize = Self::SEEN / 2;
    /// Fields of one record, in all its changes together; our own have some 30.
    pub const FIELDS: usize = 1_024;
    /// Fields of one record in a book.
    pub const KEPT_FIELDS: usize = 512;
    /// Bytes of JSON in a book that this version does not know: whole records, fields, and what stands beside them. Packed
    /// they take a tenth of the room that browsers give at the very worst; for each record of the programme they are 117.
    pub const UNKNOWN: usize = 1024 * 1024;
    /// Characters of an id or a kind.
    pub const ID: usize = 64;

    /// Bytes of a file on a device with so many gigabytes of memory. One whose browser does not say is not taken for a small one.
    pub fn bytes_on(gigabytes: Option<f64>) -> usize {
        let is_small = gigabytes.is_some_and(|gigabytes| gigabytes <= Self::SMALL_DEVICE_MEMORY);
        if is_small { Self::SMALL_DEVICE_BYTES } else { Self::BYTES }
    }
}

/// Whether brackets are nested deeper than allowed. Strings are skipped; anything else that is wrong is left to the parser.
pub(super) fn is_too_deep(text: &str) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > Limits::DEPTH {
            return true;
        }
    }
    false
}
