//! The registry on a shelf: which key holds what, and the order of loading.
//!
//! One key per group with all that belongs to it, one for the rest, one for meta; a mirror holds the same once more. A save
//! writes one small key, whatever the size of the registry. Loading is read → check → unite, and only then may anything be
//! written; what cannot be read is set aside untouched. Restore points are made here and kept elsewhere. Relies on `history`, `registry` and `shelf`; deliberately absent: the browser, and any
//! sentence for a person.

mod book;
mod glance;
mod key;
mod mirror;
mod point;
mod receivers;
mod settings;

pub use book::{Loaded, Meta, Newer, SetAside, Store, records_in};
pub use key::{FormKey, Space, is_form};
pub use mirror::{Reunion, united};
pub use point::{Cause, Point, PointTexts};
pub use receivers::{Marks, Receiver, Receivers};
pub use settings::Settings;
