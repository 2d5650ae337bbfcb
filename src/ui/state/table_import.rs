//! The table that is open, and whose columns are being chosen. It lies in a worker for spreadsheets of its own,
//! and a person looks at it column by column, which is an act of this struct and no intent.
//!
//! Beside the book and not in it: no other page needs it, and it is kept nowhere. What a person chose for its columns stays
//! until another table is opened, also when the page is left, and in the tab over a reload: then the file is chosen again.

use std::rc::Rc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::app::App;
use super::asking::ask;
use crate::domain::Id;
use crate::exchange::Header;
use crate::history::Stamp;
use crate::lists::{Cover, Guessed, Mapping, Opened, Outcome, Outline, Question, RowSeen, TableError, Why};
use crate::sheets::{Answer, Ask};
use crate::storage::fingerprint;
use crate::web::{self, IncomingFile, Transfer, WebWorker, WorkerError};

/// A table that was opened.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The name of its file.
    pub name: String,
    /// Its sheets, and the columns of one.
    pub opened: Opened,
}

/// What was chosen for a table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Chosen {
    /// The table that it was chosen for, by the name of its file and a hash of how its sheets begin: no row is kept.
    of: (String, u64),
    /// The sheet.
    pub sheet: usize,
    /// What its columns are.
    pub mapping: Mapping,
    /// Why each is.
    pub why: Vec<Why>,
    /// What is still asked.
    pub questions: Vec<Question>,
}

/// The name under which a tab keeps it.
const KEPT: &str = "list-chosen";

/// A worker, while there is one.
type Slot = StoredValue<Option<Rc<WebWorker>>, LocalStorage>;

/// The table that is open, what was chosen for it, and the workers.
#[derive(Clone, Copy)]
pub struct TableImport {
    /// The table that is open.
    pub open: ReadSignal<Option<Listed>>,
    write: WriteSignal<Option<Listed>>,
    app: App,
    /// What was chosen last.
    chosen: StoredValue<Option<Chosen>>,
    /// The worker that has it.
    table: Slot,
    /// One that is opening another.
    opening: Slot,
    /// One that is there and has no table any more, or never had one: the next file does not wait until another is started.
    spare: Slot,
}

impl TableImport {
    /// That of a book.
    pub fn of(app: App) -> Self {
        app.feature(|app| {
            let (open, write) = signal(None);
            Self {
                open,
                write,
                app,
                chosen: StoredValue::new(None),
                table: StoredValue::new_local(None),
                opening: StoredValue::new_local(None),
                spare: StoredValue::new_local(None),
            }
        })
    }

    /// Keeps what is chosen for the table that is open.
    pub fn keep(self, sheet: usize, mapping: Mapping, why: Vec<Why>, questions: Vec<Question>) {
        let Some(of) =
            self.open.with_untracked(|listed| Some(mark_of(&listed.as_ref()?.name, &listed.as_ref()?.opened.covers)))
        else {
            return;
        };
        let chosen = Chosen { of, sheet, mapping, why, questions };
        if let Ok(text) = serde_json::to_string(&chosen) {
            web::keep_for_session(KEPT, &text);
        }
        self.chosen.set_value(Some(chosen));
    }

    /// What was chosen for this table, here or before the page was loaded again.
    pub fn chosen(self, listed: &Listed) -> Option<Chosen> {
        let of = mark_of(&listed.name, &listed.opened.covers);
        let kept = || serde_json::from_str(&web::kept_for_session(KEPT)?).ok();
        self.chosen.get_value().or_else(kept).filter(|chosen| chosen.of == of)
    }

    /// Whether something was chosen for a table before the page was loaded again.
    pub fn was_chosen(self) -> bool {
        self.chosen.with_value(Option::is_none) && web::kept_for_session(KEPT).is_some_and(|text| !text.is_empty())
    }

    /// Opens a file as a table. `is_text` is whether it is a text of which nothing else is known: then it is a table only if some
    /// of its columns are known.
    ///
    /// # Errors
    /// Why it is none; the one before stays open. The reader may break down over a damaged workbook; then that is what it is. Of a
    /// file whose reader could not be fetched nothing is known.
    pub(super) async fn open(self, file: &IncomingFile, is_text: bool) -> Result<(), TableError> {
        self.stop_opening();
        let started = || WebWorker::start("sheets").map(Rc::new);
        let worker = take(self.spare).or_else(started).ok_or(TableError::NoReader)?;
        self.opening.set_value(Some(worker.clone()));
        let wanted = Ask::Open { name: file.name.clone(), is_text };
        let beside = Transfer { blobs: js_sys::Array::of1(&file.blob), ..Transfer::default() };
        let answered = ask(&worker, &wanted, &beside, |_, _, _| ()).await;
        // Another may be on its way by now, whose place this one must not take.
        if self.opening.with_value(|own| own.as_ref().is_some_and(|own| Rc::ptr_eq(own, &worker))) {
            self.opening.set_value(None);
        } else {
            return Err(TableError::Damaged);
        }
        let Ok((Answer::Opened(opened), _)) = answered else {
            return Err(if worker.is_there() { TableError::Damaged } else { TableError::NoReader });
        };
        let opened = match opened {
            Ok(opened) => opened,
            Err(error) => {
                self.spare.set_value(Some(worker));
                return Err(error);
            }
        };
        let before = self.table.try_update_value(|table| table.replace(worker)).flatten();
        self.spare.set_value(before);
        self.write.set(Some(Listed { name: file.name.clone(), opened }));
        Ok(())
    }

    /// Gives up opening one.
    pub(super) fn stop_opening(self) {
        end(take(self.opening));
    }

    /// Puts the table away, with what was chosen for it.
    pub(super) fn close(self) {
        end(take(self.table));
        end(take(self.spare));
        self.write.set(None);
        self.chosen.set_value(None);
        web::keep_for_session(KEPT, "");
    }

    /// Asks the worker that has the table.
    async fn ask_it(
        self,
        wanted: &impl Serialize,
        beside: &Transfer,
        tell: impl Fn(u32, u32, &str) + 'static,
    ) -> Result<(Answer, Option<js_sys::Uint8Array>), WorkerError> {
        let table = self.table.get_value().ok_or(WorkerError)?;
        ask(&table, wanted, beside, tell).await
    }

    /// What the columns of a sheet most likely are, under a heading that ends with this row where a person has chosen it.
    ///
    /// # Errors
    /// [`WorkerError`]
    pub async fn guess(self, sheet: usize, heading: Option<usize>) -> Result<Guessed, WorkerError> {
        match self.ask_it(&Ask::Guess { sheet, heading }, &Transfer::default(), |_, _, _| ()).await? {
            (Answer::Guessed(guessed), _) => Ok(guessed),
            _ => Err(WorkerError),
        }
    }

    /// Hands the worker the book as it is now.
    ///
    /// # Errors
    /// [`WorkerError`]
    pub async fn hand_book(self) -> Result<(), WorkerError> {
        self.ask_it(&Ask::Book { today: web::today() }, &self.app.beside(), |_, _, _| ()).await.map(drop)
    }

    /// What a mapping comes to in the book that was handed over; `tell` hears how many rows are read, of how many.
    ///
    /// # Errors
    /// [`WorkerError`]
    pub async fn plan(
        self,
        sheet: usize,
        mapping: Mapping,
        tell: impl Fn(usize, usize) + 'static,
    ) -> Result<Outline, WorkerError> {
        let tell = move |done: u32, of: u32, _: &str| tell(done as usize, of as usize);
        match self.ask_it(&Ask::Plan { today: web::today(), sheet, mapping }, &Transfer::default(), tell).await? {
            (Answer::Planned(outline), _) => Ok(outline),
            _ => Err(WorkerError),
        }
    }

    /// Some of the rows that come to this, or of all, and how many there are of these; none when there is no answer.
    pub async fn rows(self, outcome: Option<Outcome>, from: usize, count: usize) -> (Vec<RowSeen>, usize) {
        match self.ask_it(&Ask::Rows { outcome, from, count }, &Transfer::default(), |_, _, _| ()).await {
            Ok((Answer::Rows { rows, of }, _)) => (rows, of),
            _ => (Vec::new(), 0),
        }
    }

    /// A file of what was worked out last, as if it had arrived.
    ///
    /// # Errors
    /// [`WorkerError`]
    pub async fn file(self, header: Header, ids: Vec<Id>, stamps: Vec<Stamp>) -> Result<IncomingFile, WorkerError> {
        let (_, bytes) = self.ask_it(&Ask::File { header, ids, stamps }, &Transfer::default(), |_, _, _| ()).await?;
        let blob = bytes.and_then(|bytes| web::blob_of_bytes(&bytes, "text/plain")).ok_or(WorkerError)?;
        Ok(IncomingFile::new("", blob))
    }
}

/// By what a table is known again.
fn mark_of(name: &str, covers: &[Cover]) -> (String, u64) {
    (name.to_owned(), fingerprint(&serde_json::to_string(covers).unwrap_or_default()))
}

fn take(slot: Slot) -> Option<Rc<WebWorker>> {
    slot.try_update_value(Option::take).flatten()
}

fn end(worker: Option<Rc<WebWorker>>) {
    // Whoever waits for an answer holds it, too.
    if let Some(worker) = worker {
        worker.end();
    }
}
