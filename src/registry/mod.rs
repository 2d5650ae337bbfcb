//! The registry: all records by id, read as groups with their members, and the commands that change them.
//!
//! Relies on `domain` and `history`. Deliberately absent: storage, files, texts, the clock (a stamp and today's date are
//! arguments). Every change goes through [`commands`], and each says which [`Home`]s it touched, so that saving writes these
//! and nothing else.

mod clocks;
pub mod commands;
mod dossier;
mod draft;
mod home;
mod index;
mod recap;
mod receipts;
mod same;
mod touched;

pub use clocks::{ClockFault, WrongClock};
pub use dossier::{Dossier, Entry, FieldConflict};
pub use draft::Draft;
pub use home::Home;
pub use index::Registry;
pub use receipts::SentFile;
pub use touched::Touched;
