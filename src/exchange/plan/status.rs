//! How what is in a file stands to what is here.

use serde::{Deserialize, Serialize};

/// How a group of the file stands to the registry. What needs an eye comes first; each group stands in one way only, the
/// first that fits, so that the counts add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ImportStatus {
    /// Something of it is new here, and a field will have two values until a person decides.
    Conflict,
    /// It brings somebody who may be here already, or may be here itself under another id.
    Suspected,
    /// The group, or somebody in it, is erased.
    Erased,
    /// Both have something that the other has not.
    Changed,
    /// The file has all that is here, and more.
    NewerThere,
    /// It is not here yet.
    New,
    /// Here is all that the file has, and more.
    NewerHere,
    /// Both have the same.
    Same,
}

impl ImportStatus {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Conflict,
        Self::Suspected,
        Self::Erased,
        Self::Changed,
        Self::NewerThere,
        Self::New,
        Self::NewerHere,
        Self::Same,
    ];

    /// Whether taking the group in changes anything.
    pub fn brings(self) -> bool {
        !matches!(self, Self::NewerHere | Self::Same)
    }
}
