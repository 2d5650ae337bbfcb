//! The checksum of a file's records.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use crate::history::Record;

/// `sha256-` and 64 hexadecimal digits over the records as this app writes them: JSON without spaces, sorted by id, the members
/// of each object in the order of the schema. A file that was merely laid out anew (CRLF, indents) therefore still holds.
pub(super) fn checksum(records: &[&Record]) -> String {
    let mut hasher = Sha256::new();
    for record in records {
        hasher.update(serde_json::to_vec(record).unwrap_or_default());
        hasher.update(b"\n");
    }
    let mut text = String::from("sha256-");
    for byte in hasher.finalize() {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
