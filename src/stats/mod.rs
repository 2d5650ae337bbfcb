//! Numbers for charts, as plain series. Each can be traced: it is a count over named groups, and says over which.
//!
//! Deliberately absent: drawing, words, formatting.

mod breakdown;
mod coverage;
mod per_city;
mod poverty;
mod question;
mod scale;
mod scope;
mod series;
mod snapshot;
mod waiting;

pub use breakdown::{Answer, Breakdown, Trait};
pub use coverage::{Coming, Coverage, CoverageRow, Owner, Sender};
pub use per_city::{CityRow, PerCity, per_city, within};
pub use poverty::{Break, Poor, Trend, TrendLine};
pub use question::Question;
pub use scale::Scale;
pub use scope::{Scope, Slice};
pub use series::{Amount, By, Covers, Key, Measure, Point, Series, Source, Unit};
pub use snapshot::{Covered, DashboardSnapshot};
pub use waiting::Waiting;
