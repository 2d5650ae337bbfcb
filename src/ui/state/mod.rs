//! The state of the app: the registry in memory, how its keeping goes, and the one way to change either.

mod book;
mod context;
mod intent;
mod notice;
mod waiting;

pub use book::{Book, Incoming, Saving, use_book};
pub use context::{use_lang, use_route, use_texts};
pub use intent::Intent;
pub use notice::Offer;
