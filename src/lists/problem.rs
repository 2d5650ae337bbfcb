//! What keeps a cell from being taken, and what keeps a row.
//!
//! Deliberately absent: sentences; `i18n` explains each.

use serde::{Deserialize, Serialize};

use super::target::Target;
use crate::domain::Fault;

/// Why the value of a cell is not taken, or not as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// It cannot stand in its field.
    Value(Fault),
    /// A spreadsheet kept 15 digits of the number; the last are lost.
    Rounded,
    /// A formula that came to an error.
    Formula,
    /// None of the words for a sex.
    Sex,
    /// None of the words of its field.
    Word,
    /// Both columns for the sexes are marked.
    TwoTicks,
    /// The list of regions has no such kelurahan or desa there; the kecamatan or the city is taken.
    VillageUnknown,
    /// There are several of this name; the kecamatan or the city is taken.
    VillageAmbiguous,
    /// The list of regions has no such kecamatan there, or several.
    DistrictUnknown,
    /// No kabupaten or kota of Kalimantan Timur.
    RegencyUnknown,
    /// An earlier row has another value for the group, and that is taken.
    GroupDiffers {
        /// The number of that row.
        row: usize,
    },
}

/// A cell that is not taken as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellProblem {
    /// Its column, counted from 0.
    pub column: usize,
    /// What it was taken for.
    pub target: Target,
    /// What stands in it.
    pub text: String,
    /// What is wrong.
    pub problem: Problem,
}

/// Why a row is not taken at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reason {
    /// It has no name.
    NoName,
    /// Its name cannot be one.
    Name(Fault),
    /// It names no group, and nothing before it does.
    NoGroup,
    /// The name of its group cannot be one.
    GroupName(Fault),
    /// Several groups of the book have the name, and it does not say which is meant.
    GroupAmbiguous,
    /// An earlier row is the same person.
    Twice {
        /// The number of that row.
        row: usize,
    },
    /// The person is in another group of the book.
    InOtherGroup {
        /// The name of that group.
        group: String,
    },
    /// It is a sum, a signature or a note at the foot.
    Foot,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// All of it is taken.
    Whole,
    /// It is taken without some value.
    Partly,
    /// It is left out.
    LeftOut,
}

impl Outcome {
    /// All of them, the best first.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Partly, Self::LeftOut];
}
