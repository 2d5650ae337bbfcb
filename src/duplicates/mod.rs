//! Suspected duplicates: two records that may be one person or one group, each with its reasons.
//!
//! Relies on the registry's reading. A suspicion is never acted upon; a person decides
//! ([`commands::merge`](crate::registry::commands::merge), [`leave`](crate::registry::commands::leave()),
//! [`rule_different`](crate::registry::commands::rule_different())), and what was decided is not named again. Who has left a group, or
//! counts nowhere, is nobody's duplicate. Deliberately absent: a score, since a number would hide the reason; likeness by sound.

mod compare;
mod find;
mod like;
mod near;
mod reason;
mod spelling;

pub use compare::{Comparison, Row, compare};
pub use find::{find, find_among};
pub use like::{Likeness, like_group, like_member};
pub use reason::{Reason, Subject, Suspect};
