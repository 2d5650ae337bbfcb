//! What a tab keeps until it is closed, over a reload.

use gloo_storage::{SessionStorage, Storage};

/// Keeps a text under a name. What cannot be kept is not needed: it only saves choosing again.
pub fn keep_for_session(name: &str, text: &str) {
    let _ = SessionStorage::raw().set_item(name, text);
}

/// The text that was kept under a name.
pub fn kept_for_session(name: &str) -> Option<String> {
    SessionStorage::raw().get_item(name).ok().flatten()
}
