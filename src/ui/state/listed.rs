//! The table that was opened and whose columns are being chosen: read by the worker for spreadsheets.
//!
//! Beside the book and not in it: no other page needs it, and it is kept nowhere.

use leptos::prelude::*;

use crate::lists::{Sheet, TableError, speaks_for_itself};
use crate::sheets::{Answer, Ask};
use crate::web::{Arrived, Background, Beside};

/// A table that was opened.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The name of its file.
    pub name: String,
    /// Its sheets; there is one at least.
    pub sheets: Vec<Sheet>,
}

thread_local! {
    static OPEN: ArcRwSignal<Option<Listed>> = ArcRwSignal::new(None);
}

/// The table that is open.
pub fn open_list() -> ArcRwSignal<Option<Listed>> {
    OPEN.with(Clone::clone)
}

/// Opens a file as a table. `is_text` is whether it is a text of which nothing else is known: then it is a table only if some
/// of its columns are known.
///
/// # Errors
/// Why it is none. The reader may break down over a damaged workbook; then that is what it is.
pub(super) async fn open(file: &Arrived, is_text: bool) -> Result<(), TableError> {
    let worker = Background::start("sheets").ok_or(TableError::Damaged)?;
    let ask = serde_json::to_string(&Ask::Read { name: file.name.clone() }).map_err(|_| TableError::Damaged)?;
    let beside = Beside { blobs: js_sys::Array::of1(&file.blob), ..Beside::default() };
    let answered = worker.ask(&ask, &beside, |_, _, _| ()).await.map_err(|_| TableError::Damaged)?;
    let Ok(Answer::Read(read)) = serde_json::from_str(&answered.text) else { return Err(TableError::Damaged) };
    let sheets = read?;
    if is_text {
        speaks_for_itself(&sheets)?;
    }
    open_list().set(Some(Listed { name: file.name.clone(), sheets }));
    Ok(())
}
