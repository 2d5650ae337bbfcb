//! What goes on behind the pages so that the book is not only in this browser: a file a day in a chosen folder, and the
//! browser asked to keep what it stores.
//!
//! Relies on the state and on `web`. Deliberately absent: the second copy in the browser itself. All of it comes with the
//! second wasm.

mod folder;

use std::rc::Rc;

use leptos::prelude::*;

pub use folder::{BackupError, Chosen};

use super::app::App;
use crate::web::{self, Folder, Persistence};

/// The folder for a file a day, and whether the browser was asked. Acts of a page and no intents: no record is changed.
#[derive(Clone, Copy)]
pub struct Backup {
    /// The chosen folder, as a page shows it.
    pub chosen: ReadSignal<Option<Chosen>>,
    write: WriteSignal<Option<Chosen>>,
    app: App,
    folder: StoredValue<Option<Rc<Folder>>, LocalStorage>,
    is_writing: StoredValue<bool>,
    is_asked: StoredValue<bool>,
}

impl Backup {
    /// That of a book.
    pub fn of(app: App) -> Self {
        app.feature(|app| {
            let (chosen, write) = signal(None);
            let [is_writing, is_asked] = [false; 2].map(StoredValue::new);
            Self { chosen, write, app, folder: StoredValue::new_local(None), is_writing, is_asked }
        })
    }

    /// Asks the browser to keep what is stored, once a session, if it does not yet. Called when a record has been saved: before
    /// that there is nothing to keep, and Firefox asks the person.
    pub(super) fn ask_to_keep(self) {
        let is_asked = || self.is_asked.try_update_value(|is_asked| std::mem::replace(is_asked, true));
        if self.app.is_practice() || is_asked() != Some(false) {
            return;
        }
        leptos::task::spawn_local(async {
            if web::persisted().await == Persistence::NotKept {
                web::persist().await;
            }
        });
    }
}
