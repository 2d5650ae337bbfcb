//! The versions of the stored form, a file each: how a text of that version is read, and the step to the next.
//!
//! A step is from a version to the one after it, by type, so that a step that is missing does not compile. Loading takes the
//! steps in memory and writes nothing; the text itself is of the present form when its aggregate is next saved. Relies on `pack`;
//! deliberately absent: any step back.

mod v1;
mod v2;
mod v3;

use std::borrow::Cow;

pub(super) use v3::{Part, parts_of};

use super::seal::{StoredTextError, VERSION, sum_from};

/// What a text of this version says: JSON in the shape of that version.
#[derive(Debug, PartialEq)]
pub(super) struct Stored<'a, const OF: u32>(Cow<'a, str>);

/// The step to the version after.
trait Step {
    type Next;

    fn step(self) -> Result<Self::Next, StoredTextError>;
}

/// All steps to the present version, in their order.
trait Present<'a> {
    fn present(self) -> Result<Cow<'a, str>, StoredTextError>;
}

impl<'a> Present<'a> for Stored<'a, VERSION> {
    fn present(self) -> Result<Cow<'a, str>, StoredTextError> {
        Ok(self.0)
    }
}

impl<'a, Older: Step<Next: Present<'a>>> Present<'a> for Older {
    fn present(self) -> Result<Cow<'a, str>, StoredTextError> {
        self.step()?.present()
    }
}

/// Reads a text of any version up to the present: its checksum, and what stands after it.
pub(super) fn read<'a>(version: u32, sum: &str, rest: &'a str) -> Result<Cow<'a, str>, StoredTextError> {
    match version {
        1 => v1::read(sum, rest)?.present(),
        2 => v2::read(sum, rest)?.present(),
        3 => v3::read(sum, rest)?.present(),
        _ => Err(StoredTextError::Broken),
    }
}

/// The same of a text that was sealed plain; one that is packed is broken.
pub(super) fn read_plain<'a>(version: u32, sum: &str, rest: &'a str) -> Result<Cow<'a, str>, StoredTextError> {
    match version {
        1 => v1::read(sum, rest)?.present(),
        2 => v2::read_plain(sum, rest)?.present(),
        3 => v3::read_plain(sum, rest)?.present(),
        _ => Err(StoredTextError::Broken),
    }
}

/// What stands before and after the line feed, if the checksum is of it. So it is from version 2 on.
fn checked<'a>(version: u32, sum: &str, rest: &'a str) -> Option<(&'a str, &'a str)> {
    if sum == sum_from(version, rest) { rest.split_once('\n') } else { None }
}

/// JSON that stands there as it is, if it is so long.
fn plain<'a, const OF: u32>(length: &str, body: &'a str) -> Option<Stored<'a, OF>> {
    (length == body.len().to_string()).then(|| Stored(body.into()))
}
