//! All that a person reads, in Indonesian and English, and how numbers, dates and money look.
//!
//! A text that is missing in one language does not compile. Nothing pure imports this; `ui` asks it for every word, so that no
//! component holds one. Deliberately absent: anything about where a text is shown.

mod arrivals;
mod backups;
mod breakdowns;
mod charts;
mod clocks;
mod conflicts;
mod coverage;
mod desk;
mod doors;
mod duplicates;
mod errors;
mod findings;
mod frames;
mod history;
mod intake;
mod labels;
mod list_columns;
mod lists;
mod phrases;
mod problems;
mod questions;
mod reading;
mod remarks;
mod removals;
mod sealed;
mod sending;
mod sheets;
mod texts;
mod trends;

pub use crate::lang::{Label, Lang};
pub use conflicts::told_apart;
pub use desk::DeskTexts;
pub use doors::{FileOf, Load};
pub use duplicates::masked_apart;
pub use findings::{Ends, Named};
pub use labels::{Show, masked};
pub use sheets::{Covered, SheetWord};
pub use texts::{FirstTexts, Texts};
