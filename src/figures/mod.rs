//! What each question comes to: its numbers in words, as a [`Figure`](crate::scene::Figure) that is drawn, read, sent and heard.
//!
//! A file a subject. Each takes counts of `stats`, and words of `i18n`, and puts them into rows. Deliberately absent: counting,
//! places of shapes, and the page.

mod answers;
mod areas;
mod poverty;

pub use answers::of_breakdown;
pub use areas::of_series;
pub use poverty::of_trend;
