//! localStorage as the app uses it: each change is also noted for the second copy.
//!
//! The second copy is written later and elsewhere (`database`, with the second wasm), so a note is all that is made here. A
//! text that finds no room is noted too: the second copy may have it. How a text goes with what others have is the storage's
//! [`WriteMode`], an argument of whoever makes one.

use std::cell::RefCell;
use std::rc::Rc;

use super::BrowserStorage;
use crate::storage::{Storage, StorageError};
use crate::store::{Epoch, Epochs, Space, WriteMode, within};

/// What the second copy should have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Under this key, or under all that begin with it.
    pub key: String,
    /// This text; nothing when the key was taken away.
    pub text: Option<String>,
    /// And how it goes with what stands there.
    pub mode: WriteMode,
    /// The epoch that this tab knew of the key.
    pub epoch: Epoch,
    /// Whether all keys that begin with this one are taken away.
    pub all: bool,
}

/// Who hears of a note.
type Hear = Rc<dyn Fn(&Note)>;

thread_local! {
    // One queue for a page, as there is one localStorage: every storage of it writes to the same.
    static NOTES: RefCell<Vec<Note>> = const { RefCell::new(Vec::new()) };
    static HEAR: RefCell<Option<Hear>> = const { RefCell::new(None) };
    static KNOWN: RefCell<Vec<(Space, Epochs)>> = const { RefCell::new(Vec::new()) };
}

/// localStorage, with notes. What the browser denies reads as empty, so that the second copy alone can be a book; writing
/// says that it is denied.
#[derive(Clone, Copy, Debug, Default)]
pub struct MirroredStorage(pub WriteMode);

impl Storage for MirroredStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        Ok(BrowserStorage.keys(prefix).unwrap_or_default())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        Ok(BrowserStorage.read(key).unwrap_or_default())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let kept = BrowserStorage.write(key, text);
        note(key, Some(text.to_owned()), self.0);
        kept
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        let removed = BrowserStorage.remove(key);
        note(key, None, self.0);
        removed
    }
}

/// The epochs of a book, as this tab knows them from now on.
pub fn know(space: Space, epochs: Epochs) {
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(of, _)| *of != space);
        known.push((space, epochs));
    });
}

/// The epochs of a book, as this tab knows them.
pub fn known(space: Space) -> Option<Epochs> {
    KNOWN.with_borrow(|known| known.iter().find(|(of, _)| *of == space).map(|(_, epochs)| epochs.clone()))
}

/// Notes that the second copy should have this.
pub fn note(key: &str, text: Option<String>, mode: WriteMode) {
    note_as(key, text, mode, false);
}

/// Notes that the second copy should have nothing under any key that begins so.
pub fn note_all_gone(prefix: &str, mode: WriteMode) {
    note_as(prefix, None, mode, true);
}

fn note_as(key: &str, text: Option<String>, mode: WriteMode, all: bool) {
    let epoch = within(key).and_then(|(space, within)| Some(known(space)?.of(within))).unwrap_or_default();
    let note = Note { key: key.to_owned(), text, mode, epoch, all };
    if let Some(hear) = HEAR.with_borrow(Clone::clone) {
        hear(&note);
    }
    NOTES.with_borrow_mut(|notes| notes.push(note));
}

/// How many notes wait; what was noted since can be taken back by [`forget_notes`], as long as the page has not gone on.
pub fn notes() -> usize {
    NOTES.with_borrow(Vec::len)
}

/// Forgets what was noted since there were so many.
pub fn forget_notes(before: usize) {
    NOTES.with_borrow_mut(|notes| notes.truncate(before));
}

/// The oldest notes, in the order in which they were made: some that are to be united, `most` at most, or all that were made one
/// after the other in another mode, which belong together.
pub fn take_notes(most: usize) -> Vec<Note> {
    NOTES.with_borrow_mut(|notes| {
        let Some(mode) = notes.first().map(|note| note.mode) else { return Vec::new() };
        let alike = notes.iter().take_while(|note| note.mode == mode).count();
        let count = if mode == WriteMode::Merge { alike.min(most) } else { alike };
        notes.drain(..count).collect()
    })
}

/// Whether something was put in place of what the second copy has, and is not written there yet.
pub fn is_replaced() -> bool {
    NOTES.with_borrow(|notes| notes.iter().any(|note| note.mode == WriteMode::Replace))
}

/// Puts back what could not be written, before what was noted since.
pub fn put_back(mut notes: Vec<Note>) {
    NOTES.with_borrow_mut(|since| {
        notes.append(since);
        *since = notes;
    });
}

/// Calls back at each note from now on, before it can be taken.
pub fn on_note(hear: impl Fn(&Note) + 'static) {
    HEAR.set(Some(Rc::new(hear)));
}
