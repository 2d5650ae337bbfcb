//! What the page asks of the worker for spreadsheets, and what it answers. Crosses as JSON; texts, files and bytes cross beside
//! it.

use serde::{Deserialize, Serialize};

use super::out;
use crate::domain::{Date, Id};
use crate::exchange::Header;
use crate::history::Stamp;
use crate::lists::{Guessed, Mapping, Opened, Outcome, Outline, RowSeen, TableError};

/// What the page asks of the worker.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // said of each as a whole
pub enum Ask {
    /// Make a file of the book as it reads on a day. Beside it: the texts of the book's aggregates.
    Make { today: Date, wanted: out::Wanted },
    /// Open the file that stands beside it, of this name, as a table. A text of which nothing else is known is one only if some
    /// of its columns are.
    Open { name: String, is_text: bool },
    /// Guess the columns of a sheet, under a heading that ends with this row where a person has chosen it.
    Guess { sheet: usize, heading: Option<usize> },
    /// Take the book. Beside it: the texts of its aggregates.
    Book { today: Date },
    /// Work out what a mapping of a sheet comes to in the book that was taken.
    Plan { today: Date, sheet: usize, mapping: Mapping },
    /// So many rows that come to this, or all, from a place on.
    Rows { outcome: Option<Outcome>, from: usize, count: usize },
    /// Make a file of what was worked out last, with these ids and stamps.
    File { header: Header, ids: Vec<Id>, stamps: Vec<Stamp> },
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Answer {
    /// The file, by its name and type; its bytes cross beside it.
    Made { name: String, mime: String },
    /// There is none.
    ExportError(out::ExportError),
    /// The table, or why there is none.
    Opened(Result<Opened, TableError>),
    /// The columns.
    Guessed(Guessed),
    /// The book is taken.
    Taken,
    /// What it comes to.
    Planned(Outline),
    /// The rows, and how many there are of these in all.
    Rows { rows: Vec<RowSeen>, of: usize },
    /// Whether there is a file, whose text stands beside it then.
    File(bool),
}
