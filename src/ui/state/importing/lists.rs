//! Lists of the office's on their way in: one is opened, and its columns are chosen; others that came with it wait.

use leptos::prelude::*;

use super::{ImportState, Importing, Turn};
use crate::import_worker::Answer;
use crate::route::Route;
use crate::ui::state::inbox::Inbox;
use crate::ui::state::table_import::TableImport;
use crate::web::{self, IncomingFile, WorkerError};

impl Importing {
    /// Opens the first of the files that is a list of the office's; the others wait, and are named. What is none is refused for
    /// what it is.
    pub(super) async fn open_list(
        self,
        turn: Turn,
        mut arrived: Vec<IncomingFile>,
        lists: &[(usize, bool)],
        inspection: Result<Answer, WorkerError>,
        from: &str,
    ) {
        if !self.goes_on(turn) {
            return;
        }
        self.write.set(ImportState::Looking(None));
        let inbox = Inbox::of(self.app);
        let mut told = None;
        for (place, is_text) in lists {
            let Some(file) = arrived.get(*place) else { continue };
            let opened = TableImport::of(self.app).open(file, *is_text).await;
            if !self.goes_on(turn) {
                return;
            }
            match opened {
                Ok(()) => {
                    inbox.were_inspected(vec![arrived.remove(*place)]);
                    self.clear();
                    web::go(&Route::List.to_string());
                    return self.wait_by_name(arrived);
                }
                Err(error) if !is_text || error.is_of_a_table() => told = Some(error),
                Err(_) => {}
            }
        }
        let told = told.filter(|_| arrived.len() == 1);
        inbox.were_inspected(arrived);
        let Some(error) = told else { return self.preview_ready(turn, inspection, from) };
        self.write.set(ImportState::NoTable(error));
        web::go(&Route::Files.to_string());
    }

    /// Lets the workbooks wait that came together with files of the book; the files themselves were looked at.
    pub(super) fn let_lists_wait(self, arrived: Vec<IncomingFile>, workbooks: &[usize]) {
        let (lists, files): (Vec<_>, Vec<_>) =
            arrived.into_iter().enumerate().partition(|(place, _)| workbooks.contains(place));
        let unnumbered = |all: Vec<(usize, IncomingFile)>| all.into_iter().map(|(_, file)| file).collect();
        Inbox::of(self.app).were_inspected(unnumbered(files));
        self.wait_by_name(unnumbered(lists));
    }

    /// Lets lists wait, and says which.
    fn wait_by_name(self, lists: Vec<IncomingFile>) {
        if lists.is_empty() {
            return;
        }
        let names: Vec<&str> = lists.iter().map(|file| file.name.as_str()).collect();
        self.app.say(self.app.lang().lists_wait(&names));
        Inbox::of(self.app).let_wait(lists);
    }
}
