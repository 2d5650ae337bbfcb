//! A ruling: what a person decided about two records that look like one.
//!
//! It holds ids and the decision, so nothing of a person. Its own id is made of the two ([`Id::of_pair`]): two offices that
//! decide on the same pair decide in one record, and contrary decisions become a conflict like any other.

use super::choices::Verdict;
use super::id::Id;
use super::kind::record_kind;

record_kind! {
    /// A ruling as its record reads now.
    Ruling,
    /// A field of a ruling.
    RulingField, "ruling",
    {
        /// The older of the two records, by id.
        One / one: Id = "one",
        /// The younger.
        Other / other: Id = "other",
        /// What was decided.
        Verdict / verdict: Verdict = "verdict",
    }
}
