//! The browser, behind small functions: storage, clock, chance, address, files.
//!
//! The only place that touches `window`. Deliberately absent: the registry, and anything drawn on the screen.

mod address;
mod apple;
mod browser_storage;
mod chance;
mod cipher;
mod clock;
pub mod database;
mod figure;
mod file;
mod folder;
mod in_app;
mod inbox;
mod incoming;
mod install;
mod keys;
mod launch;
mod leaving;
mod mirrored_storage;
mod object;
mod page;
mod persist;
mod picture;
mod service_worker;
mod session;
mod sight;
mod sound;
mod tabs;
mod web_worker;
mod windows;

pub use address::{
    address, back, came_from, go, go_from, go_instead, is_return, on_address_change, replace_address, scroll_to_place,
};
pub use apple::{is_on_home_screen, is_safari_tab};
pub use browser_storage::BrowserStorage;
pub use chance::{random_device, random_id};
pub use cipher::{has_cipher, open, passphrase, seal, suggest_passphrase};
pub use clock::{local, now_ms, today};
pub use figure::{draw_again, fill_screen, has_full_screen, leave_full_screen, on_full_screen, open_on_paper, open_to};
pub use file::{Shareable, Sharing, blob, blob_of_bytes, copy, download, download_bytes, is_in_tap};
pub use folder::{Folder, FolderError, Permission};
pub use in_app::{home, in_app};
pub use inbox::{Shared, just_shared, waiting};
pub use incoming::{IncomingFile, Listening, on_drop, on_paste, on_print, picked};
pub use install::{can_install, install, on_install_offer};
pub use keys::{
    focus_beside, focus_first, focus_next, is_first_field, is_touched, name_enter, on_key, send_form, show_first,
};
pub use launch::on_launch;
pub use leaving::on_leaving;
pub use mirrored_storage::{
    MirroredStorage, Note, forget_notes, is_replaced, know, known, note, note_all_gone, notes, on_note, put_back,
    take_notes,
};
pub use page::{
    browser_language, clear_start, focus, focus_if_lost, next_turn, print, reload, scroll_to_top, set_language,
    set_title, wear,
};
pub use persist::{Persistence, persist, persisted};
pub use picture::png;
pub use service_worker::{Found, ServiceWorker, has_workers, on_renewal, on_visible, register};
pub use session::{keep_for_session, kept_for_session};
pub use sight::{Resizing, Sight, across, is_wide, on_resize, on_sight, window_across};
pub use sound::{Sound, play};
pub use tabs::{Told, hold, is_held, lane, on_other_tab, take_lane, tell};
pub use web_worker::{Answered, Transfer, WebWorker, WorkerError};
pub use windows::{is_window_open, take_window};

/// The window. A page without one cannot have started this app.
#[allow(clippy::disallowed_methods)] // the one place
fn window() -> Option<web_sys::Window> {
    web_sys::window()
}
