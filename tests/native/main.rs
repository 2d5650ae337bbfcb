//! The promises of the app, held natively: one binary, so that the crate is linked once.
//!
//! Laws are property tests; `BUKU_CASES` raises their number of cases. What once failed is kept in `tests/regressions`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test says by failing what is wrong

mod alone;
mod architecture;
mod bad_files;
mod bad_folder;
mod consent;
mod coverage;
mod data;
mod dates;
mod duplicates;
mod figures;
mod files;
mod harm;
mod import_worker;
mod invented;
mod kills;
mod kinds;
mod laws;
#[cfg(feature = "sheets")]
mod lists;
#[cfg(feature = "sheets")]
mod lists_cases;
#[cfg(feature = "sheets")]
mod lists_laws;
#[cfg(feature = "sheets")]
mod lists_own;
mod long_use;
mod many_records;
mod mirror;
mod mutated;
#[cfg(feature = "sheets")]
mod offices;
mod pictures;
mod points;
mod practice;
mod problems;
mod recaps;
mod receipts;
mod rotten;
mod schema;
mod sealed;
mod search;
#[cfg(feature = "sheets")]
mod shapes;
#[cfg(feature = "sheets")]
mod sheets;
mod simulation;
mod slow_files;
mod snapshot;
mod store;
#[cfg(feature = "sheets")]
mod tables;
mod versions;
mod waiting;
mod wording;
