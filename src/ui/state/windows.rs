//! Which window this is, as soon as that is certain.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use crate::domain::Id;
use crate::web;

/// This window.
#[derive(Clone, Copy)]
pub struct Window {
    /// Its id; none until it is certain.
    pub id: ReadSignal<Option<Id>>,
    write: WriteSignal<Option<Id>>,
}

impl Window {
    /// That in which a book is open.
    pub fn of(app: App) -> Self {
        app.feature(|_| {
            let (id, write) = signal(None);
            Self { id, write }
        })
    }

    /// Finds it out.
    pub(super) fn find_out(self) {
        spawn_local(async move { self.write.set(Some(web::take_window().await)) });
    }
}
