//! Numbers for charts, as plain series. Each can be traced: it is a count over named groups, and says over which.
//!
//! Deliberately absent: drawing, words, formatting.

mod areas;
mod asked;
mod breakdown;
mod coverage;
mod per_city;
mod poverty;
mod published;
mod question;
mod scale;
mod scope;
mod series;
mod snapshot;
mod times;
mod topic;
mod traits;
mod waiting;

pub use areas::{AreaRow, by_area, percent, quarters};
pub use asked::{Asked, MOST_AREAS, Sorted, area_of};
pub use breakdown::{Breakdown, Cross};
pub use coverage::{Coming, Coverage, CoverageRow, Owner, Sender};
pub use per_city::{CityRow, PerCity, per_city, within};
pub use poverty::{Break, Poor, PoorArea, PoorAreas, TARGET, Trend};
pub use published::{Given, Nature, published};
pub use question::Question;
pub use scale::Scale;
pub use scope::{Scope, Slice};
pub use series::{Amount, By, Covers, Key, Measure, Point, Series, Source, Unit};
pub use snapshot::{Covered, DashboardSnapshot};
pub use times::{Presence, Years, birth_year, month_of, presence_by_year, visits_by_month};
pub use topic::Topic;
pub use traits::{Answer, Trait};
pub use waiting::Waiting;
