//! Keeping what the first screen says for the next time, when the book has come to rest. Comes with the second wasm.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;

use super::book::{Book, Saving, SecondCopy};
use super::front::needing;
use crate::stats::Front;
use crate::store::Store;
use crate::web::LocalShelf;

/// How long nothing may change before it is kept: a person who enters members one after another is not kept waiting.
const REST: Duration = Duration::from_millis(1_500);

thread_local! {
    static CHANGES: Cell<usize> = const { Cell::new(0) };
}

/// Keeps it from now on.
pub fn start(book: Book) {
    Effect::new(move || {
        book.registry.track();
        book.meta.track();
        let now = CHANGES.get().wrapping_add(1);
        CHANGES.set(now);
        if book.saving.get() == Saving::Kept && book.copy.get() == SecondCopy::Kept && !book.is_practice() {
            let keep_if_at_rest = move || {
                if CHANGES.get() == now && book.copy.get_untracked() == SecondCopy::Kept {
                    keep(book);
                }
            };
            set_timeout(keep_if_at_rest, REST);
        }
    });
}

fn keep(book: Book) {
    if untrack(|| book.is_practice()) {
        return;
    }
    let waiting = untrack(|| book.unsent_since());
    book.registry.with_untracked(|registry| {
        let numbers = match registry.group_count() {
            0 => Vec::new(),
            _ => Front::of(|| registry.dossiers(), needing(registry), waiting, book.covered(registry)).to_numbers(),
        };
        // One that finds no room is not missed.
        let _ = Store::new(LocalShelf, book.space()).keep_glance(registry.today(), &numbers);
    });
}
