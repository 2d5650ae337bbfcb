//! Keeping the second copy: written after each save, united with the first at the start.
//!
//! Comes with the second wasm. Relies on `web::database` for the copy and on `store` for what two copies come to.

use std::cell::Cell;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book::{Book, SecondCopy};
use super::intent::Intent;
use super::points;
use crate::store::{is_form, united};
use crate::web::database::{self, DatabaseError, Put, Table};
use crate::web::{self, Manner, Note, Told};

/// How long the browser may take to open the second copy before it counts as not there.
const PATIENCE: Duration = Duration::from_secs(8);

/// So many homes are written in one go: a whole province at once would keep the page from answering.
const PORTION: usize = 24;

thread_local! {
    static BOOK: Cell<Option<Book>> = const { Cell::new(None) };
    static IS_AT_WORK: Cell<bool> = const { Cell::new(false) };
    static IS_TO_WORK: Cell<bool> = const { Cell::new(false) };
    static IS_TO_LOOK: Cell<bool> = const { Cell::new(false) };
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
                // What was noted in one go is written in one, or in portions, and not before the page says what it has to say of it.
                if !IS_TO_WORK.replace(true) {
                    web::next_turn(move || {
                        IS_TO_WORK.set(false);
                        spawn_local(work(book));
                    });
                }
            }
        });
    }
    look(book);
}

/// Reads the second copy of the book that is open, and makes the two one.
pub fn look(book: Book) {
    book.copy.set(SecondCopy::Checking);
    let lose_patience = move || {
        if book.copy.get_untracked() == SecondCopy::Checking {
            book.copy.set(SecondCopy::None);
            book.go_on_without_copy();
        }
    };
    set_timeout(lose_patience, PATIENCE);
    IS_TO_LOOK.set(true);
    spawn_local(work(book));
}

/// Does what there is to do, one thing after the other, for as long as there is anything. What is noted is written before
/// the copy is read: else what was just taken away would be read from it again.
async fn work(book: Book) {
    if IS_AT_WORK.replace(true) {
        return;
    }
    let mut done = Ok(());
    while done.is_ok() {
        let notes = web::take_notes(PORTION);
        if !notes.is_empty() {
            done = write(notes).await;
        } else if IS_TO_LOOK.take() {
            done = read(book).await;
            // Until it has been read, it must not pass for whole.
            IS_TO_LOOK.set(done.is_err());
        } else {
            break;
        }
    }
    IS_AT_WORK.set(false);
    if done.is_ok() {
        book.copy.set(SecondCopy::Kept);
    } else {
        book.copy.set(SecondCopy::None);
        book.go_on_without_copy();
    }
}

async fn read(book: Book) -> Result<(), DatabaseError> {
    let space = book.space();
    let found = database::read_all(Table::Texts, space.prefix()).await?;
    points::before_migration(book).await;
    // Meanwhile the other book may have been opened, which is looked at by itself.
    if book.space() == space {
        let texts = found.into_iter().filter_map(|(key, value)| Some((key, value.as_string()?)));
        book.reunite(&texts.collect::<Vec<_>>());
    }
    Ok(())
}

/// Tells the other tabs, and writes.
async fn write(notes: Vec<Note>) -> Result<(), DatabaseError> {
    notes.iter().filter(|note| note.manner == Manner::United).for_each(tell);
    let done = database::write(&notes.iter().map(put).collect::<Vec<_>>(), united).await;
    // Only now, lest another tab reads from the second copy what was taken back.
    if notes.iter().any(|note| note.manner == Manner::Instead) {
        web::tell(&Told::ReadAnew);
    }
    if done.is_err() {
        web::put_back(notes);
    }
    done
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
