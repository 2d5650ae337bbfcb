//! The registry: all records by id, read as groups with their members, and the commands that change them.
//!
//! Relies on `domain` and `history`. Deliberately absent: storage, files, texts, the clock (a stamp and today's date are
//! arguments). Every change goes through [`commands`], and each says which [`Aggregate`]s it touched, so that saving writes these
//! and nothing else.

mod aggregate;
mod claims;
mod clocks;
pub mod commands;
mod dossier;
mod draft;
mod index;
mod recap;
mod receipts;
mod same;
mod touched;

pub use aggregate::Aggregate;
pub use claims::{clash, outranks, reduced, unite};
pub use clocks::{ClockFault, WrongClock};
pub use dossier::{Dossier, Entry, FieldConflict, Head, Other};
pub use draft::Draft;
pub use index::Registry;
pub use recap::{Counted, Told};
pub use receipts::SentFile;
pub use touched::Touched;
