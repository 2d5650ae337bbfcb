//! The state of the app: the registry in memory, how its keeping goes, and the one way to change either.
//!
//! [`App`] is what pages read. A person's wish is an [`Intent`], and [`App::answer`] says what came of it. Beside it
//! stands a struct for each feature ([`Importing`], [`TableImport`], [`Inbox`], [`Backup`], [`Duplicates`]…), with its states.

mod app;
mod asking;
mod backup;
mod bin;
mod came;
mod clock;
mod context;
pub mod cut;
mod dashboard;
mod day;
mod desk;
mod dispatch;
mod drafts;
mod duplicates;
mod import_client;
mod importing;
mod inbox;
mod intent;
mod keeping;
mod last_act;
mod mirror;
mod notice;
pub mod outgoing;
pub mod points;
mod practice;
mod renewal;
mod replace;
mod reply;
mod reunion;
mod room;
mod saving;
mod session;
mod shown_rows;
mod snapshot;
mod steps;
mod table_import;
mod tabs;
mod undo;
mod windows;

pub use app::{App, use_app};
pub use asking::ask;
pub use backup::{Backup, BackupError};
pub use context::{use_first_texts, use_lang, use_route, use_texts};
pub use dashboard::{DashboardNumbers, NEEDS};
pub use desk::{Desk, KEYS_OFF};
pub use duplicates::{Duplicates, Outcome};
pub use import_client::ImportClient;
pub use importing::{ImportState, Importing, Unsealing};
pub use inbox::Inbox;
pub use intent::{Erase, Intent, Save, Then};
pub use notice::Offer;
pub use renewal::Renewal;
pub use reply::Unsaved;
pub use room::groups_left;
pub use saving::{Reading, Saving, SecondCopy};
pub use shown_rows::ShownRows;
pub use table_import::{Chosen, Listed, TableImport};
pub use windows::Window;
