//! The table that is open, and whose columns are being chosen. It lies in a worker for spreadsheets of its own.
//!
//! Beside the book and not in it: no other page needs it, and it is kept nowhere.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use serde::Serialize;

use super::asking::ask;
use super::book::Book;
use crate::domain::Id;
use crate::exchange::Header;
use crate::history::Stamp;
use crate::lists::{Guessed, Mapping, Opened, Outcome, Outline, RowSeen, TableError};
use crate::sheets::{Answer, Ask};
use crate::web::{self, Arrived, Background, Beside, NoAnswer};

/// A table that was opened.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The name of its file.
    pub name: String,
    /// Its sheets, and the columns of one.
    pub opened: Opened,
}

type Slot = RefCell<Option<Rc<Background>>>;

thread_local! {
    static LISTED: ArcRwSignal<Option<Listed>> = ArcRwSignal::new(None);
    /// The worker that has it.
    static TABLE: Slot = const { RefCell::new(None) };
    /// One that is opening another.
    static OPENING: Slot = const { RefCell::new(None) };
}

/// The table that is open.
pub fn open_list() -> ArcRwSignal<Option<Listed>> {
    LISTED.with(Clone::clone)
}

/// Opens a file as a table. `is_text` is whether it is a text of which nothing else is known: then it is a table only if some
/// of its columns are known.
///
/// # Errors
/// Why it is none; the one before stays open. The reader may break down over a damaged workbook; then that is what it is.
pub(super) async fn open(file: &Arrived, is_text: bool) -> Result<(), TableError> {
    let worker = Background::start("sheets").map(Rc::new).ok_or(TableError::Damaged)?;
    stop_opening();
    OPENING.set(Some(worker.clone()));
    let wanted = Ask::Open { name: file.name.clone(), is_text };
    let beside = Beside { blobs: js_sys::Array::of1(&file.blob), ..Beside::default() };
    let answered = ask(&worker, &wanted, &beside, |_, _, _| ()).await;
    // Another may be on its way by now, whose place this one must not take.
    if OPENING.with_borrow(|own| own.as_ref().is_some_and(|own| Rc::ptr_eq(own, &worker))) {
        OPENING.take();
    } else {
        return Err(TableError::Damaged);
    }
    let Ok((Answer::Opened(opened), _)) = answered else { return Err(TableError::Damaged) };
    let opened = opened?;
    end(TABLE.replace(Some(worker)));
    open_list().set(Some(Listed { name: file.name.clone(), opened }));
    Ok(())
}

/// Gives up opening one.
pub(super) fn stop_opening() {
    end(OPENING.take());
}

/// Puts the table away.
pub fn close() {
    end(TABLE.take());
    open_list().set(None);
}

fn end(worker: Option<Rc<Background>>) {
    // Whoever waits for an answer holds it, too.
    if let Some(worker) = worker {
        worker.end();
    }
}

/// Asks the worker that has the table.
async fn ask_it(
    wanted: &impl Serialize,
    beside: &Beside,
    tell: impl Fn(u32, u32, &str) + 'static,
) -> Result<(Answer, Option<js_sys::Uint8Array>), NoAnswer> {
    let table = TABLE.with_borrow(Clone::clone).ok_or(NoAnswer)?;
    ask(&table, wanted, beside, tell).await
}

/// What the columns of a sheet most likely are, under a heading that ends with this row where a person has chosen it.
///
/// # Errors
/// [`NoAnswer`]
pub async fn guess(sheet: usize, heading: Option<usize>) -> Result<Guessed, NoAnswer> {
    match ask_it(&Ask::Guess { sheet, heading }, &Beside::default(), |_, _, _| ()).await? {
        (Answer::Guessed(guessed), _) => Ok(guessed),
        _ => Err(NoAnswer),
    }
}

/// Hands the worker the book as it is now.
///
/// # Errors
/// [`NoAnswer`]
pub async fn hand_book(book: Book) -> Result<(), NoAnswer> {
    ask_it(&Ask::Book { today: web::today() }, &book.beside(), |_, _, _| ()).await.map(drop)
}

/// What a mapping comes to in the book that was handed over; `tell` hears how many rows are read, of how many.
///
/// # Errors
/// [`NoAnswer`]
pub async fn plan(sheet: usize, mapping: Mapping, tell: impl Fn(usize, usize) + 'static) -> Result<Outline, NoAnswer> {
    let tell = move |done: u32, of: u32, _: &str| tell(done as usize, of as usize);
    match ask_it(&Ask::Plan { today: web::today(), sheet, mapping }, &Beside::default(), tell).await? {
        (Answer::Planned(outline), _) => Ok(outline),
        _ => Err(NoAnswer),
    }
}

/// Some of the rows that come to this, or of all, and how many there are of these; none when there is no answer.
pub async fn rows(outcome: Option<Outcome>, from: usize, count: usize) -> (Vec<RowSeen>, usize) {
    match ask_it(&Ask::Rows { outcome, from, count }, &Beside::default(), |_, _, _| ()).await {
        Ok((Answer::Rows { rows, of }, _)) => (rows, of),
        _ => (Vec::new(), 0),
    }
}

/// A file of what was worked out last, as if it had arrived.
///
/// # Errors
/// [`NoAnswer`]
pub async fn file(header: Header, ids: Vec<Id>, stamps: Vec<Stamp>) -> Result<Arrived, NoAnswer> {
    let (_, bytes) = ask_it(&Ask::File { header, ids, stamps }, &Beside::default(), |_, _, _| ()).await?;
    let blob = bytes.and_then(|bytes| web::blob_of_bytes(&bytes, "text/plain")).ok_or(NoAnswer)?;
    Ok(Arrived::new(String::new(), blob))
}
