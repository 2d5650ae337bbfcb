//! A file a day in a folder of this computer.
//!
//! It is written when the page is put away, over the file of the same day, and at the start if there was no time for it
//! before. Whether there is anything to write is told by the registry's mark, so that what came with files of others counts
//! too. Deliberately absent: reading from the folder; a file is opened as any other.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::exchange::day_file_name;
use crate::history::Stamp;
use crate::i18n::Texts;
use crate::registry::Registry;
use crate::ui::outgoing::{self, Left};
use crate::ui::state::{Book, Intent, Saving, SecondCopy};
use crate::web::{self, Folder, FolderError, Permission};

/// The chosen folder, as a page shows it.
#[derive(Clone, Debug)]
pub struct Chosen {
    /// Its name.
    pub name: String,
    /// The last file in it.
    written: Option<Written>,
    /// Why the next could not be written.
    pub trouble: Option<Trouble>,
}

/// Why a file could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser wants the person to be asked again.
    Lapsed,
    /// It was tried.
    Failed(FolderError),
}

/// What was written last. Kept beside the folder as `MILLISECONDS MARK`.
#[derive(Clone, Copy, Debug)]
struct Written {
    ms: u64,
    mark: u64,
}

impl Written {
    fn parse(note: &str) -> Option<Self> {
        let (ms, mark) = note.split_once(' ')?;
        Some(Self { ms: ms.parse().ok()?, mark: mark.parse().ok()? })
    }
}

impl fmt::Display for Written {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {}", self.ms, self.mark)
    }
}

impl Chosen {
    /// When the last file was written, milliseconds since 1970.
    pub fn written_ms(&self) -> Option<u64> {
        Some(self.written?.ms)
    }
}

impl Trouble {
    /// The sentence.
    pub fn text(self, t: &'static Texts) -> &'static str {
        match self {
            Self::Lapsed => t.folder_lapsed,
            Self::Failed(FolderError::Refused) => t.folder_refused,
            Self::Failed(FolderError::Gone) => t.folder_gone,
            Self::Failed(FolderError::Full) => t.folder_full,
            Self::Failed(FolderError::Failed | FolderError::Cancelled) => t.folder_failed,
        }
    }
}

thread_local! {
    static FOLDER: RefCell<Option<Rc<Folder>>> = const { RefCell::new(None) };
    static IS_WRITING: Cell<bool> = const { Cell::new(false) };
    /// Outlives every page that shows it.
    static CHOSEN: ArcRwSignal<Option<Chosen>> = ArcRwSignal::new(None);
}

/// The chosen folder.
pub fn chosen() -> ArcRwSignal<Option<Chosen>> {
    CHOSEN.with(Clone::clone)
}

/// Looks for the folder of an earlier visit, writes what is missing there, and again whenever the page is put away.
pub(super) fn begin(book: Book) {
    if !Folder::is_offered() {
        return;
    }
    spawn_local(async move {
        if let Some((folder, note)) = Folder::kept().await {
            take(folder, note.as_deref().and_then(Written::parse));
        }
        // Once, as soon as the two copies are one: until then the book may not be whole.
        Effect::new(move |is_done: Option<bool>| {
            let is_whole = is_done == Some(true) || book.copy.get() != SecondCopy::Checking;
            if is_whole && is_done != Some(true) {
                spawn_local(write(book));
            }
            is_whole
        });
    });
    web::on_leaving(move || spawn_local(write(book)));
}

/// Lets the person choose a folder, and writes the first file.
pub async fn choose(book: Book) {
    match Folder::choose().await {
        Ok(folder) => {
            if !folder.keep().await {
                book.say(book.lang().texts().folder_not_kept);
            }
            take(folder, None);
            write(book).await;
        }
        Err(FolderError::Cancelled) => {}
        Err(error) => book.say(Trouble::Failed(error).text(book.lang().texts())),
    }
}

/// Asks the person for the browser's permission once more.
pub async fn allow_again(book: Book) {
    let Some(folder) = FOLDER.with_borrow(Clone::clone) else { return };
    match folder.ask().await {
        Permission::Granted => write(book).await,
        Permission::Lapsed => {}
        Permission::Refused => tell(Trouble::Failed(FolderError::Refused)),
    }
}

/// Writes to no folder any more. What was written stays.
pub async fn forget() {
    Folder::forget().await;
    FOLDER.set(None);
    chosen().set(None);
}

fn take(folder: Folder, written: Option<Written>) {
    chosen().set(Some(Chosen { name: folder.name(), written, trouble: None }));
    FOLDER.set(Some(Rc::new(folder)));
}

fn tell(trouble: Trouble) {
    chosen().update(|chosen| {
        if let Some(chosen) = chosen {
            chosen.trouble = Some(trouble);
        }
    });
}

/// Writes the day's file, unless the folder has what is in the book now.
async fn write(book: Book) {
    while let Some(folder) = FOLDER.with_borrow(Clone::clone) {
        let mark = book.registry.with_untracked(Registry::mark);
        let has_it = chosen().with_untracked(|chosen| chosen.as_ref()?.written).is_some_and(|it| it.mark == mark);
        if has_it || !is_worth_writing(book) || IS_WRITING.replace(true) {
            return;
        }
        let outcome = write_to(&folder, book).await;
        IS_WRITING.set(false);
        if FOLDER.with_borrow(|now| now.as_ref().is_some_and(|now| Rc::ptr_eq(now, &folder))) {
            return settle(book, outcome).await;
        }
        // Another was chosen meanwhile, and has nothing yet.
    }
}

/// Not practice, nothing empty, and nothing that is not whole: not before the second copy has been looked at, nor in a tab
/// that a newer version has left behind.
fn is_worth_writing(book: Book) -> bool {
    let is_whole = book.copy.get_untracked() != SecondCopy::Checking && book.saving.get_untracked() != Saving::Outdated;
    is_whole && !book.is_practice() && !book.registry.with_untracked(Registry::is_empty)
}

/// A file that was written, and the stamp that it goes up to.
async fn write_to(folder: &Folder, book: Book) -> Result<(Written, Stamp), Trouble> {
    // Before anything is waited for, so that all is of one moment and of one book.
    let (at, ms, mark) = (book.stamp(), web::now_ms(), book.registry.with_untracked(Registry::mark));
    let name = day_file_name(book.device(), web::local(ms).date());
    let text = outgoing::whole(book);
    match folder.permission().await {
        Permission::Granted => folder.write(&name, &text).await.map_err(Trouble::Failed)?,
        Permission::Lapsed => return Err(Trouble::Lapsed),
        Permission::Refused => return Err(Trouble::Failed(FolderError::Refused)),
    }
    Ok((Written { ms, mark }, at))
}

async fn settle(book: Book, outcome: Result<(Written, Stamp), Trouble>) {
    match outcome {
        Ok((written, at)) => {
            chosen().update(|chosen| {
                if let Some(chosen) = chosen {
                    chosen.written = Some(written);
                    chosen.trouble = None;
                }
            });
            if !book.is_practice() {
                book.dispatch(Intent::Sent(Box::new(Left { at: Some(at), ..Left::default() })));
            }
            Folder::note(&written.to_string()).await;
        }
        Err(trouble) => {
            let is_known =
                chosen().with_untracked(|chosen| chosen.as_ref().is_some_and(|it| it.trouble == Some(trouble)));
            tell(trouble);
            if trouble != Trouble::Lapsed && !is_known {
                book.say(trouble.text(book.lang().texts()));
            }
        }
    }
}
