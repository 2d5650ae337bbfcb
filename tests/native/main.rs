//! The promises of the app, held natively: one binary, so that the crate is linked once.
//!
//! Laws are property tests; `BUKU_CASES` raises their number of cases. What once failed is kept in `tests/regressions`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test says by failing what is wrong

mod architecture;
mod bad_files;
mod bad_folder;
mod coverage;
mod dates;
mod desk;
mod duplicates;
mod files;
mod glance;
mod invented;
mod laws;
#[cfg(feature = "sheets")]
mod lists;
mod mirror;
mod points;
mod problems;
mod recaps;
mod receipts;
mod rotten;
mod schema;
mod sealed;
#[cfg(feature = "sheets")]
mod sheets;
mod simulation;
mod slow_files;
mod store;
mod versions;
mod waiting;
