//! What goes on behind the pages so that the book is not only in this browser: a file a day in a chosen folder, and the
//! browser asked to keep what it stores.
//!
//! Relies on the state and on `web`. Deliberately absent: the second copy in the browser itself. All of it comes with the
//! second wasm.

mod folder;

use std::cell::Cell;

pub use folder::{Trouble, allow_again, choose, chosen, forget};

use crate::ui::state::Book;
use crate::web::{self, Persistence};

thread_local! {
    static HAS_BEGUN: Cell<bool> = const { Cell::new(false) };
    static IS_ASKED: Cell<bool> = const { Cell::new(false) };
}

/// Begins what goes on as long as the page lives, unless it goes on already.
pub fn begin(book: Book) {
    if !HAS_BEGUN.replace(true) {
        folder::begin(book);
    }
}

/// Asks the browser to keep what is stored, once a session, if it does not yet. Called when a record has been saved: before
/// that there is nothing to keep, and Firefox asks the person.
pub fn ask_to_keep(book: Book) {
    if book.is_practice() || IS_ASKED.replace(true) {
        return;
    }
    leptos::task::spawn_local(async {
        if web::persisted().await == Persistence::NotKept {
            web::persist().await;
        }
    });
}
