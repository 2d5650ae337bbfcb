//! Numbers for charts, as plain series. Each can be traced: it is a count over named groups, and says over which.
//!
//! Deliberately absent: drawing, words, formatting.

mod coverage;
mod front;
mod per_city;
mod scope;
mod waiting;

pub use coverage::{Coming, Coverage, CoverageRow, Keeper, Sender};
pub use front::{Covered, Front};
pub use per_city::{CityRow, PerCity, per_city};
pub use scope::Scope;
pub use waiting::Waiting;
