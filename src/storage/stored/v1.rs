//! Version 1: `kube 1 CRC32 LENGTH` and a line feed, then JSON in ASCII. The checksum is of the JSON alone.

use super::{Step, Stored};
use crate::storage::seal::{StoredTextError, sum_of};

pub(super) fn read<'a>(sum: &str, rest: &'a str) -> Result<Stored<'a, 1>, StoredTextError> {
    let (length, json) = rest.split_once('\n').ok_or(StoredTextError::Broken)?;
    let whole = length == json.len().to_string() && sum == sum_of(&[json]);
    if whole { Ok(Stored(json.into())) } else { Err(StoredTextError::Broken) }
}

/// Version 2 says the same JSON; only how it stands in the storage is another.
impl<'a> Step for Stored<'a, 1> {
    type Next = Stored<'a, 2>;

    fn step(self) -> Result<Self::Next, StoredTextError> {
        Ok(Stored(self.0))
    }
}
