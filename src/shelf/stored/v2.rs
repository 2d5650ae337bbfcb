//! Version 2: `kube 2 CRC32 BYTES` and a line feed, then JSON packed; or `kube 2 CRC32 BYTES plain`, then JSON in ASCII.
//!
//! `BYTES` is the length of the JSON in UTF-8. The checksum is of all that stands before it and after it.

use super::Stored;
use crate::shelf::pack::unpack;
use crate::shelf::seal::{PLAIN, SealError, sum_from};

pub(super) fn read<'a>(sum: &str, rest: &'a str) -> Result<Stored<'a, 2>, SealError> {
    opened(sum, rest).ok_or(SealError::Broken)
}

fn opened<'a>(sum: &str, rest: &'a str) -> Option<Stored<'a, 2>> {
    if sum != sum_from(2, rest) {
        return None;
    }
    let (length, body) = rest.split_once('\n')?;
    match length.strip_suffix(PLAIN) {
        Some(length) => (length == body.len().to_string()).then(|| Stored(body.into())),
        None => Some(Stored(unpack(body, length.parse().ok()?)?.into())),
    }
}
