//! Charts. They take plain series and words; each has a sentence above, a table with the same numbers, and says what it covers.

mod allocation_bars;

pub use allocation_bars::{Bar, Chart, allocation_bars};
