//! Keeping the second copy: written after each save, united with the first at the start.
//!
//! Comes with the second wasm. Relies on `web::database` for the copy and on `store` for what two copies come to.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book::{Book, SecondCopy};
use super::intent::Intent;
use crate::store::{is_form, united};
use crate::web::database::{self, DatabaseError, Put, Table};
use crate::web::{self, Manner, Note, Told};

/// How long the browser may take to open the second copy before it counts as not there.
const PATIENCE: Duration = Duration::from_secs(8);

thread_local! {
    static BOOK: Cell<Option<Book>> = const { Cell::new(None) };
    static WRITING: Cell<bool> = const { Cell::new(false) };
}

/// Looks at the second copy, and keeps it from now on.
pub fn start(book: Book) {
    if BOOK.replace(Some(book)).is_none() {
        web::on_other_tab(move |told| book.dispatch(Intent::Hear(told)));
        spawn_local(async move {
            web::take_lane().await;
            book.keeper.update_value(|keeper| keeper.clock = keeper.clock.in_lane(web::lane()));
        });
        web::on_note(|note| {
            if let Some(book) = BOOK.get() {
                // What is being typed is kept, too, but that is not worth a word at each key.
                if !is_form(&note.key) {
                    book.copy.set(SecondCopy::Writing);
                }
                spawn_local(write_all(book));
            }
        });
    }
    look(book);
}

/// Reads the second copy of the book that is open, and makes the two one.
pub fn look(book: Book) {
    book.copy.set(SecondCopy::Checking);
    set_timeout(
        move || {
            if book.copy.get_untracked() == SecondCopy::Checking {
                book.copy.set(SecondCopy::None);
            }
        },
        PATIENCE,
    );
    spawn_local(async move {
        let space = book.space();
        let found = database::read_all(Table::Texts, space.prefix()).await;
        // Meanwhile the other book may have been opened, which is looked at by itself.
        if book.space() != space {
            return;
        }
        match found {
            Ok(found) => {
                let texts = found.into_iter().filter_map(|(key, value)| Some((key, value.as_string()?)));
                book.reunite(&texts.collect::<Vec<_>>());
                write_all(book).await;
            }
            Err(DatabaseError) => book.copy.set(SecondCopy::None),
        }
    });
}

/// Tells the other tabs and writes, until nothing is noted any more.
async fn write_all(book: Book) {
    if WRITING.replace(true) {
        return;
    }
    let mut done = Ok(());
    loop {
        let notes = web::take_notes();
        if notes.is_empty() {
            break;
        }
        notes.iter().filter(|note| note.manner == Manner::United).for_each(tell);
        done = database::write(&notes.iter().map(put).collect::<Vec<_>>(), united).await;
        // Only now, lest what was taken back is read from the second copy.
        if notes.iter().any(|note| note.manner == Manner::Instead) {
            web::tell(&Told::ReadAnew);
        }
        if done.is_err() {
            web::put_back(notes);
            break;
        }
    }
    WRITING.set(false);
    book.copy.set(if done.is_ok() { SecondCopy::Kept } else { SecondCopy::None });
    book.settle();
}

fn tell(note: &Note) {
    if let Some(text) = &note.text {
        web::tell(&Told::Wrote(note.key.clone(), text.clone()));
    }
}

fn put(note: &Note) -> Put {
    let unite = note.manner == Manner::United;
    Put { unite, ..Put::text(Table::Texts, &note.key, note.text.as_deref()) }
}
