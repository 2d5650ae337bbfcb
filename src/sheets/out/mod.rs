//! What goes out to spreadsheets: members, groups and the numbers, as XLSX or CSV.
//!
//! One way: [`Wanted`] → [`make()`] → sheets as plain tables (`table.rs`) → bytes (`csv.rs`, `xlsx.rs`). It reads the registry and
//! asks `i18n` for every word, in the language that is wanted; `i18n` knows nothing of it. Same registry, same wish, same bytes:
//! there is no clock in it, the day is the registry's. Deliberately absent: formulas, and anything that could be read back as a
//! change of the book.

#[cfg(feature = "sheets")]
mod csv;
#[cfg(feature = "sheets")]
mod fields;
#[cfg(feature = "sheets")]
mod groups;
#[cfg(feature = "sheets")]
mod guard;
#[cfg(feature = "sheets")]
mod make;
#[cfg(feature = "sheets")]
mod place;
#[cfg(feature = "sheets")]
mod recap;
#[cfg(feature = "sheets")]
mod records;
#[cfg(feature = "sheets")]
mod table;
mod wanted;
#[cfg(feature = "sheets")]
mod xlsx;

use serde::{Deserialize, Serialize};

pub use wanted::{Extent, Form, Part, Wanted};
#[cfg(feature = "sheets")]
pub use {
    self::csv::csv,
    guard::guarded,
    make::{make, sheets},
    table::{Cell, Column, Kind, Sheet},
    xlsx::xlsx,
};

/// A finished file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Its name, which names no person.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
    /// Its type, for the browser.
    pub mime: String,
}

/// Why there is no file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExportError {
    /// No group is covered by what is wanted.
    Nothing,
    /// The file could not be written; the reason of the library, for a report.
    Failed(String),
}
