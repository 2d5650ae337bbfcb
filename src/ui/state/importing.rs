//! Files on their way in: how far they are, and what was begun with them.
//!
//! A struct of signals, with [`ImportState`] as its states. Its acts stand in `importing/`: opening locked files, looking, lists of the
//! office's, taking in and back. Relies on the import worker. Deliberately absent: what was taken in, which belongs to the book.

mod apply;
mod inspect;
mod lists;
mod locked;

use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::import_client::ImportClient;
use super::table_import::TableImport;
use crate::exchange::{SealError, Sealed};
use crate::import_worker::{Inspection, Progress};
use crate::lists::TableError;
use crate::route::Route;
use crate::store::Sitting;
use crate::web::{self, IncomingFile};

/// How far files are on their way in.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum ImportState {
    /// There are none.
    #[default]
    None,
    /// The one of this name is locked, and its passphrase is asked for.
    Locked(String, Unsealing),
    /// It is locked, and no passphrase can open it.
    Unopened(SealError),
    /// They are being looked at.
    Looking(Option<Progress>),
    /// They have been looked at.
    Inspection(Arc<Inspection>),
    /// They are being taken in: so many aggregates are done, of so many.
    Taking(usize, usize),
    /// The file is a workbook, and cannot be read.
    NoTable(TableError),
    /// The import worker gave no answer.
    Unanswered,
}

/// How far the opening of a locked file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsealing {
    /// No passphrase has been tried yet.
    Asking,
    /// One is being tried.
    Trying,
    /// It did not open the file, or no passphrase could.
    Refused(SealError),
}

/// Something that was begun with files, and in which sitting.
#[derive(Clone, Copy)]
pub(super) struct Turn(u32, Sitting);

/// Files of one choice of the person: those that can be looked at, and those that are locked.
#[derive(Default)]
struct Sorted {
    open: Vec<IncomingFile>,
    locked: Vec<(IncomingFile, Sealed)>,
    refused: Option<SealError>,
}

/// Files on their way into a book.
#[derive(Clone, Copy)]
pub struct Importing {
    /// How far they are.
    pub state: ReadSignal<ImportState>,
    write: WriteSignal<ImportState>,
    app: App,
    /// Counts what was begun, so that what was stopped does not go on.
    turn: StoredValue<u32>,
    /// In which sitting the files were looked at that may be taken in.
    looked_in: StoredValue<Option<Sitting>>,
    /// Those that wait for a passphrase, and the others of their choice.
    sorted: StoredValue<Sorted, LocalStorage>,
}

impl Importing {
    /// Those of a book.
    pub fn of(app: App) -> Self {
        app.feature(|app| {
            let (state, write) = signal(ImportState::None);
            Self {
                state,
                write,
                app,
                turn: StoredValue::new(0),
                looked_in: StoredValue::new(None),
                sorted: StoredValue::new_local(Sorted::default()),
            }
        })
    }

    /// Ends what was begun. The import worker ends, too, where it is at it.
    pub(super) fn stop(self) {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.looked_in.set_value(None);
        TableImport::of(self.app).stop_opening();
        if self.state.with_untracked(|intake| matches!(intake, ImportState::Looking(_) | ImportState::Taking(..))) {
            ImportClient::of(self.app).end();
        }
    }

    /// There are none any more.
    pub(super) fn clear(self) {
        self.write.set(ImportState::None);
    }

    /// Begins something with files; what was begun before does not go on.
    fn begin_turn(self) -> Turn {
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        Turn(self.turn.get_value(), self.app.sitting())
    }

    /// Whether it may go on: nothing else was begun, and it is the same sitting.
    pub(super) fn goes_on(self, Turn(number, sitting): Turn) -> bool {
        self.turn.get_value() == number && self.app.sits(sitting)
    }

    /// Goes on from the preview, unless the person is on another page by then.
    pub(super) fn leave_preview(to: &Route) {
        web::go_from(&Route::Preview.to_string(), &to.to_string());
    }
}
