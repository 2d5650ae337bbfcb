//! The versions of the stored form, a file each: how a text of that version is read, and the step to the next.
//!
//! A step is from a version to the one after it, by type, so that a step that is missing does not compile. Loading takes the
//! steps in memory and writes nothing; the text itself is of the present form when its home is next saved. Relies on `pack`;
//! deliberately absent: any step back.

mod v1;
mod v2;

use std::borrow::Cow;

use super::seal::{SealError, VERSION};

/// What a text of this version says: JSON in the shape of that version.
#[derive(Debug, PartialEq)]
pub(super) struct Stored<'a, const OF: u32>(Cow<'a, str>);

/// The step to the version after.
trait Step {
    type Next;

    fn step(self) -> Result<Self::Next, SealError>;
}

/// All steps to the present version, in their order.
trait Present<'a> {
    fn present(self) -> Result<Cow<'a, str>, SealError>;
}

impl<'a> Present<'a> for Stored<'a, VERSION> {
    fn present(self) -> Result<Cow<'a, str>, SealError> {
        Ok(self.0)
    }
}

impl<'a, Older: Step<Next: Present<'a>>> Present<'a> for Older {
    fn present(self) -> Result<Cow<'a, str>, SealError> {
        self.step()?.present()
    }
}

/// Reads a text of any version up to the present: its checksum, and what stands after it.
pub(super) fn read<'a>(version: u32, sum: &str, rest: &'a str) -> Result<Cow<'a, str>, SealError> {
    match version {
        1 => v1::read(sum, rest)?.present(),
        2 => v2::read(sum, rest)?.present(),
        _ => Err(SealError::Broken),
    }
}
