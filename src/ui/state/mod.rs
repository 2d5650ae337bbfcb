//! The state of the app: the registry in memory, how its keeping goes, and the one way to change either.

mod acts;
pub mod asking;
mod book;
mod choice;
mod context;
pub mod desk;
mod front;
mod glance;
mod intake;
mod intent;
pub mod listed;
mod locked;
pub mod mirror;
mod notice;
pub mod points;
pub mod renewal;
mod suspects;

pub use book::{Book, Reading, Saving, SecondCopy, use_book};
pub use context::{use_first_texts, use_lang, use_route, use_texts};
pub use front::{NEEDS, Numbers};
pub use intake::Intake;
pub use intent::Intent;
pub use locked::Unsealing;
pub use notice::Offer;
pub use suspects::{Outcome, suspects};
