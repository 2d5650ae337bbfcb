//! The versions of the file, and the steps from each to the next.
//!
//! A step is from a version to the one after it, by type: `read` has to name each version, and one from which no steps lead to
//! the present does not compile. There is no step yet, since there is one version. A file is stepped after its checksum has
//! held, which is over what was written, and before its values are checked, which is by the rules of today. Deliberately
//! absent: any step back.

use super::file::{Header, VERSION};
use super::read::ReadError;
use crate::history::Record;

/// A file as that version wrote it: its header, and its records by id, each with its number in the file.
pub(super) struct Written<const OF: u64> {
    pub(super) header: Header,
    pub(super) records: Vec<(usize, Record)>,
}

/// The step to the version after.
pub(super) trait Step {
    type Next;

    fn step(self) -> Result<Self::Next, ReadError>;
}

/// All steps to the present version, in their order.
pub(super) trait Present {
    fn present(self) -> Result<Written<VERSION>, ReadError>;
}

impl Present for Written<VERSION> {
    fn present(self) -> Result<Self, ReadError> {
        Ok(self)
    }
}

impl<Older: Step<Next: Present>> Present for Older {
    fn present(self) -> Result<Written<VERSION>, ReadError> {
        self.step()?.present()
    }
}
