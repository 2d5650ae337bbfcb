//! A record is the sum of its changes.
//!
//! Nothing is ever overwritten: each record is a small list of [`Change`]s; each change is stamped, names the changes it
//! was made on top of, and sets some fields. What a screen shows is the [`Fold`] of the list, and merging two copies is
//! the union of their lists, so that it is commutative, associative and idempotent.
//!
//! Relies on nothing of ours. Deliberately absent: any knowledge of groups or members (fields are JSON values), the
//! clock on the wall (time is an argument), and any notion of which copy is "newer".

mod change;
mod clock;
mod fields;
mod fold;
mod record;
mod stamp;

pub use change::{Body, Change};
pub use clock::Clock;
pub use fields::{Fields, Name};
pub use fold::{Conflict, Fold, Shown};
pub use record::{Record, RecordError};
pub use stamp::{Device, Stamp, StampError};
