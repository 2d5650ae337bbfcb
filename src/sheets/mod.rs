//! Spreadsheets: lists that go out to Excel and the like, and lists that offices have. Both are made and read in a worker, which
//! is fetched when somebody asks for one.
//!
//! The libraries behind the feature `sheets` are heavy: only the worker's wasm has them ([`SheetsWorker`]), and the page only what it
//! asks ([`Ask`]). Pure. Deliberately absent: a browser, the clock and chance, and any way back into the book but a file.

pub mod out;
mod protocol;
#[cfg(feature = "sheets")]
pub mod read;
#[cfg(feature = "sheets")]
mod worker;

pub use protocol::{Answer, Ask};
#[cfg(feature = "sheets")]
pub use worker::SheetsWorker;
