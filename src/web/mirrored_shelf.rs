//! localStorage as the app uses it: each change is also noted for the second copy.
//!
//! The second copy is written later and elsewhere (`database`, with the second wasm), so a note is all that is made here. A
//! text that finds no room is noted too: the second copy may have it.

use std::cell::{Cell, RefCell};

use super::LocalShelf;
use crate::shelf::{Shelf, ShelfError};

/// What the second copy should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Under this key.
    pub key: String,
    /// This text; nothing when the key was taken away.
    pub text: Option<String>,
    /// And how it goes with what stands there.
    pub manner: Manner,
}

/// How a text goes with what others have under its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// United with it, and told to the other tabs: a change.
    United,
    /// In its place, and the other tabs have to read anew: something was taken back.
    Instead,
    /// In its place, since what stands there is in it already. Nobody needs to be told.
    Healed,
}

thread_local! {
    static NOTES: RefCell<Vec<Note>> = const { RefCell::new(Vec::new()) };
    static HEAR: Cell<fn(&Note)> = const { Cell::new(|_| {}) };
    static MANNER: Cell<Manner> = const { Cell::new(Manner::United) };
}

/// localStorage, with notes. What the browser denies reads as empty, so that the second copy alone can be a book; writing
/// says that it is denied.
#[derive(Clone, Copy, Debug, Default)]
pub struct MirroredShelf;

impl Shelf for MirroredShelf {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, ShelfError> {
        Ok(LocalShelf.keys(prefix).unwrap_or_default())
    }

    fn read(&self, key: &str) -> Result<Option<String>, ShelfError> {
        Ok(LocalShelf.read(key).unwrap_or_default())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), ShelfError> {
        let kept = LocalShelf.write(key, text);
        note(key, Some(text.to_owned()));
        kept
    }

    fn remove(&self, key: &str) -> Result<(), ShelfError> {
        let removed = LocalShelf.remove(key);
        note(key, None);
        removed
    }
}

/// Notes that the second copy should have this.
pub fn note(key: &str, text: Option<String>) {
    let note = Note { key: key.to_owned(), text, manner: MANNER.get() };
    HEAR.get()(&note);
    NOTES.with_borrow_mut(|notes| notes.push(note));
}

/// Notes what is written meanwhile in this manner.
pub fn in_manner<T>(manner: Manner, write: impl FnOnce() -> T) -> T {
    let before = MANNER.replace(manner);
    let written = write();
    MANNER.set(before);
    written
}

/// The oldest notes, in the order in which they were made: some that are to be united, `most` at most, or all that were made one
/// after the other in another manner, which belong together.
pub fn take_notes(most: usize) -> Vec<Note> {
    NOTES.with_borrow_mut(|notes| {
        let Some(manner) = notes.first().map(|note| note.manner) else { return Vec::new() };
        let alike = notes.iter().take_while(|note| note.manner == manner).count();
        let count = if manner == Manner::United { alike.min(most) } else { alike };
        notes.drain(..count).collect()
    })
}

/// Puts back what could not be written, before what was noted since.
pub fn put_back(mut notes: Vec<Note>) {
    NOTES.with_borrow_mut(|since| {
        notes.append(since);
        *since = notes;
    });
}

/// Calls back at each note from now on, before it can be taken.
pub fn on_note(hear: fn(&Note)) {
    HEAR.set(hear);
}
