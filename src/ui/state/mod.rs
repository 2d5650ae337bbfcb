//! The state of the app: the registry in memory, how its keeping goes, and the one way to change either.

mod book;
mod intent;
mod notice;
mod texts;

pub use book::{Book, Incoming, Saving, use_book};
pub use intent::Intent;
pub use notice::Offer;
pub use texts::{use_lang, use_texts};
