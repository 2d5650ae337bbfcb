//! Which window of the browser this is, for as long as it is open and over its reloads.

use super::tabs::is_held;
use super::{random_id, window};
use crate::domain::{FieldValue, Id};

const KEY: &str = "buku-kube/window";

/// The window's id: by the session's storage, which a reload leaves; another where a window that lives has it, since a tab that is
/// duplicated takes the storage along. To be asked once a page.
pub async fn take_window() -> Id {
    let known = session().and_then(|session| session.get_item(KEY).ok().flatten()).and_then(|id| Id::parse(&id).ok());
    let id = match known {
        Some(id) if !is_window_open(id).await => id,
        _ => random_id(),
    };
    if known != Some(id) {
        if let Some(session) = session() {
            let _ = session.set_item(KEY, &id.to_string());
        }
        is_window_open(id).await;
    }
    id
}

/// Whether the window of this id is open. If it is not, this one stands for it from now on.
pub async fn is_window_open(id: Id) -> bool {
    is_held(&format!("window/{id}")).await
}

fn session() -> Option<web_sys::Storage> {
    window()?.session_storage().ok()?
}
