//! The browser, behind small functions: storage, clock, chance, address, files.
//!
//! The only place that touches `window`. Deliberately absent: the registry, and anything drawn on the screen.

mod address;
mod apple;
mod arrived;
mod background;
mod chance;
mod cipher;
mod clock;
pub mod database;
mod file;
mod folder;
mod in_app;
mod inbox;
mod install;
mod launch;
mod leaving;
mod local_shelf;
mod mirrored_shelf;
mod object;
mod page;
mod persist;
mod tabs;
mod worker;

pub use address::{address, go, go_from, on_address_change, replace_address};
pub use apple::{is_on_home_screen, is_safari_tab};
pub use arrived::{Arrived, Listening, on_drop, on_paste, picked};
pub use background::{Answered, Background, Beside, NoAnswer};
pub use chance::{random_device, random_id};
pub use cipher::{has_cipher, open, passphrase, seal, suggest_passphrase};
pub use clock::{local, now_ms, today};
pub use file::{Shareable, Sharing, blob, blob_of_bytes, copy, download, download_bytes};
pub use folder::{Folder, FolderError, Permission};
pub use in_app::{home, in_app};
pub use inbox::{Shared, just_shared, waiting};
pub use install::{can_install, install, on_install_offer};
pub use launch::on_launch;
pub use leaving::on_leaving;
pub use local_shelf::LocalShelf;
pub use mirrored_shelf::{Manner, MirroredShelf, Note, in_manner, note, on_note, put_back, take_notes};
pub use page::{browser_language, clear_start, focus, next_turn, reload, scroll_to_top, set_language, set_title};
pub use persist::{Persistence, persist, persisted};
pub use tabs::{Told, lane, on_other_tab, take_lane, tell};
pub use worker::{Found, Worker, has_workers, on_renewal, on_visible, register};

/// The window. A page without one cannot have started this app.
#[allow(clippy::disallowed_methods)] // the one place
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}
