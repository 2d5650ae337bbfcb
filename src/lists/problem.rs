//! What keeps a cell from being taken, and what keeps a row.
//!
//! Deliberately absent: sentences; `i18n` explains each.

use serde::{Deserialize, Serialize};

use super::target::Target;
use crate::domain::{Date, Fault};

/// Why the value of a cell is not taken, or not as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Problem {
    /// It cannot stand in its field.
    Value(Fault),
    /// A spreadsheet kept 15 digits of the number; the last are lost.
    Rounded,
    /// A formula that came to an error.
    Formula,
    /// A formula whose value the file does not hold.
    NotComputed,
    /// Some of its digits are hidden, as in the masked sheets of this app.
    Masked,
    /// It holds several, of which the first is taken.
    FirstOnly,
    /// Another column of the row says something else, and that is taken.
    SaidTwice,
    /// A spreadsheet made a day of what was none: `04/05` of RT and RW.
    MadeADate,
    /// The day is still to come.
    Ahead,
    /// Nobody is so old.
    TooOld,
    /// The NIK of the row has another day, by turning day and month or by the way spreadsheets count; that is taken.
    NikSays {
        /// That day.
        day: Date,
    },
    /// The NIK of the row has the same day of another year; the day of the list is taken.
    NikYear,
    /// A spreadsheet with English settings turned day and month in this column, as the NIK of other rows show; the day is taken
    /// turned back.
    Turned {
        /// The day as it is taken.
        day: Date,
    },
    /// A spreadsheet may have turned day and month, and nothing in the row says which it is.
    MaybeTurned,
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
    /// It is of another table, below this one.
    OtherTable,
    /// Groups of its name are in two villages, or one is in another village of the book; whether they are one is asked.
    SameName,
}

/// What becomes of a row. Each row of a sheet comes to one of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Outcome {
    /// All of it is taken.
    Whole,
    /// It is taken without some value.
    Partly,
    /// It is left out.
    LeftOut,
    /// It is a title or a heading.
    Heading,
    /// It is a sum, a signature or a note.
    Foot,
    /// Nothing stands in it.
    Empty,
}

impl Outcome {
    /// All of them, the best first.
    pub const ALL: [Self; 6] = [Self::Whole, Self::Partly, Self::LeftOut, Self::Heading, Self::Foot, Self::Empty];

    /// Whether it says something of a person or a group.
    pub fn is_of_data(self) -> bool {
        matches!(self, Self::Whole | Self::Partly | Self::LeftOut)
    }
}
