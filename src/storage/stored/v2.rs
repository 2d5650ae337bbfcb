//! Version 2: `kube 2 CRC32 BYTES` and a line feed, then JSON packed; or `kube 2 CRC32 BYTES plain`, then JSON in ASCII.
//!
//! `BYTES` is the length of the JSON in UTF-8. The checksum is of all that stands before it and after it.

use super::{Step, Stored, checked, plain};
use crate::storage::pack::unpack;
use crate::storage::seal::{PLAIN, StoredTextError};

pub(super) fn read<'a>(sum: &str, rest: &'a str) -> Result<Stored<'a, 2>, StoredTextError> {
    let said = |(head, body): (&'a str, &'a str)| match head.strip_suffix(PLAIN) {
        Some(length) => plain(length, body),
        None => Some(Stored(unpack(body, head.parse().ok()?)?.into())),
    };
    checked(2, sum, rest).and_then(said).ok_or(StoredTextError::Broken)
}

/// Reads a text that is plain; one that is packed is broken.
pub(super) fn read_plain<'a>(sum: &str, rest: &'a str) -> Result<Stored<'a, 2>, StoredTextError> {
    let said = |(head, body): (&'a str, &'a str)| plain(head.strip_suffix(PLAIN)?, body);
    checked(2, sum, rest).and_then(said).ok_or(StoredTextError::Broken)
}

/// Version 3 says the same JSON; only how a long list stands in the storage is another.
impl<'a> Step for Stored<'a, 2> {
    type Next = Stored<'a, 3>;

    fn step(self) -> Result<Self::Next, StoredTextError> {
        Ok(Stored(self.0))
    }
}
