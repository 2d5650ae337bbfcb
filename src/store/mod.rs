//! The registry in a storage: which key holds what, and the order of loading.
//!
//! One key per group with all that belongs to it, one for the rest, one for meta; a mirror holds the same once more. A save
//! writes one small key, whatever the size of the registry. Loading is read → check → unite, and only then may anything be
//! written; what cannot be read is put in quarantine untouched. Restore points are made here and kept elsewhere. Relies on `history`, `registry` and `storage`; deliberately absent: the browser, and any
//! sentence for a person.

mod arrangement;
mod begun;
mod bin;
mod came;
mod epochs;
mod key;
mod meta;
mod mirror;
mod point;
mod receivers;
mod repository;
mod settings;
mod settle;
mod sitting;
mod snapshot;

pub use arrangement::Arrangement;
pub use begun::Begun;
pub use bin::{Binned, ErasedBy, bin_key};
pub use epochs::{Epoch, Epochs, Own, Replaced, epochs_key};
pub use key::{FormKey, RECORD_PLACES, Space, form_key, is_form, settings_key, within};
pub use meta::Meta;
pub use mirror::{Reunion, Side};
pub use point::{Cause, Point, PointTexts};
pub use receivers::{Marks, Receiver, Receivers};
pub use repository::{Loaded, Newer, Quarantined, Repository, records_and_bytes_in, records_in};
pub use settings::Settings;
pub use settle::{Offer, Settler, WriteMode, united};
pub use sitting::Sitting;
