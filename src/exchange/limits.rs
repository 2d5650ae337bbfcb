//! What a file may be at most. Checked before anything else, so that a hostile or mistaken file costs nothing.

/// Bounds on a file. Ten times the five-year programme (9,490 groups, 79,590 members) is about 43 MB.
#[derive(Clone, Copy, Debug)]
pub struct Limits;

impl Limits {
    /// Bytes of the file.
    pub const BYTES: usize = 64 * 1024 * 1024;
    /// Brackets within brackets; our own files have 7.
    pub const DEPTH: usize = 32;
    /// Records.
    pub const RECORDS: usize = 200_000;
    /// Changes of one record.
    pub const CHANGES: usize = 4_096;
    /// Fields of one record, in all its changes together; our own have some 30.
    pub const FIELDS: usize = 256;
    /// Characters of an id or a kind.
    pub const ID: usize = 64;
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
