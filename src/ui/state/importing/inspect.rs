//! Looking at files: the import worker reads them, compares them with the book, and answers what they would do.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{ImportState, Importing, Turn};
use crate::exchange::{AlonePlan, GroupPlan, ImportStatus, Removal};
use crate::import_worker::{Answer, Ask, PlanCounts};
use crate::route::Route;
use crate::ui::state::import_client::ImportClient;
use crate::web::{self, IncomingFile, Transfer, WorkerError};

impl Importing {
    /// Looks at files none of which is locked.
    pub(super) fn inspect_open(self, arrived: Vec<IncomingFile>) {
        let (turn, from) = (self.begin_turn(), web::address());
        // A message from before would cover what is decided there.
        self.app.close_notice();
        self.write.set(ImportState::Looking(None));
        let names = arrived.iter().map(|arrived| arrived.name.clone()).collect();
        let blobs = arrived.iter().map(|arrived| arrived.blob.clone()).collect();
        let look = Ask::Look { today: web::today(), names };
        let beside = Transfer { blobs, ..self.app.beside() };
        spawn_local(async move {
            let inspection = self.ask_of(turn, &look, &beside).await;
            let lists = match &inspection {
                Ok(Answer::Inspection(inspection)) => inspection.lists(),
                _ => Vec::new(),
            };
            if !lists.is_empty() {
                self.open_list(turn, arrived, &lists, inspection, &from).await;
                return;
            }
            if inspection.is_ok() && self.goes_on(turn) {
                let workbooks = match &inspection {
                    Ok(Answer::Inspection(inspection)) => inspection.workbooks(),
                    _ => Vec::new(),
                };
                self.let_lists_wait(arrived, &workbooks);
            }
            self.preview_ready(turn, inspection, &from);
        });
    }

    /// Leaves one of the files out.
    pub(in crate::ui::state) fn leave_out(self, place: usize) {
        let (turn, from) = (self.begin_turn(), web::address());
        spawn_local(async move {
            let inspection = self.ask_of(turn, &Ask::Leave { place }, &Transfer::default()).await;
            self.preview_ready(turn, inspection, &from);
        });
    }

    async fn ask_of(self, turn: Turn, ask: &Ask, beside: &Transfer) -> Result<Answer, WorkerError> {
        let tell = move |progress| {
            if self.goes_on(turn) {
                self.write.set(ImportState::Looking(Some(progress)));
            }
        };
        ImportClient::of(self.app).ask(ask, beside, tell).await
    }

    pub(super) fn preview_ready(self, turn: Turn, answer: Result<Answer, WorkerError>, from: &str) {
        if !self.goes_on(turn) {
            return;
        }
        self.looked_in.set_value(Some(self.app.sitting()));
        // A file may come while another page is open; why it is refused stands on the page "Berkas".
        let (intake, page) = match answer {
            Ok(Answer::Inspection(inspection)) => {
                let is_for_preview = inspection.plan.is_some() || inspection.files.len() > 1;
                (
                    ImportState::Inspection(Arc::from(inspection)),
                    if is_for_preview { Route::Preview } else { Route::Files },
                )
            }
            _ => (ImportState::Unanswered, Route::Files),
        };
        self.write.set(intake);
        let here = web::address();
        if here == from || here == Route::Files.to_string() || here == Route::Preview.to_string() {
            web::go_from(&here, &page.to_string());
        } else {
            // Whoever does something else meanwhile is not called away from it.
            self.app.say(self.app.lang().texts().intake_looked);
        }
    }

    /// Some of the groups that stand so, and how many there are of these.
    pub async fn cards(self, status: Option<ImportStatus>, from: usize, count: usize) -> (Vec<GroupPlan>, usize) {
        match self.ask(&Ask::Cards { status, from, count }).await {
            Ok(Answer::Cards { cards, of }) => (cards, of),
            _ => (Vec::new(), 0),
        }
    }

    /// Some of the records that belong to nothing but themselves, and how many there are of these.
    pub async fn alone(self, from: usize, count: usize) -> (Vec<AlonePlan>, usize) {
        match self.ask(&Ask::Alone { from, count }).await {
            Ok(Answer::Alone { cards, of }) => (cards, of),
            _ => (Vec::new(), 0),
        }
    }

    /// Some of what the files would take away.
    pub async fn removals(self, from: usize, count: usize) -> Vec<Removal> {
        match self.ask(&Ask::Removals { from, count }).await {
            Ok(Answer::Removals { removals, .. }) => removals,
            _ => Vec::new(),
        }
    }

    /// Notes what may be taken away, and answers what all comes to then; `None` where something else was granted meanwhile.
    pub async fn grant(self, granted: Vec<String>) -> Option<PlanCounts> {
        // At once: whoever takes in before the import worker has answered means what is ticked.
        let _ = self.write.try_update_untracked(|intake| {
            if let ImportState::Inspection(inspection) = intake {
                Arc::make_mut(inspection).granted.clone_from(&granted);
            }
        });
        let answer = self.ask(&Ask::Grant { granted: granted.clone() }).await;
        let Ok(Answer::Inspection(after)) = answer else { return None };
        let is_latest = self.state.try_with_untracked(|intake| match intake {
            ImportState::Inspection(inspection) => inspection.granted == granted,
            _ => false,
        });
        after.plan.filter(|_| is_latest == Some(true))
    }

    async fn ask(self, ask: &Ask) -> Result<Answer, WorkerError> {
        ImportClient::of(self.app).ask(ask, &Transfer::default(), |_| {}).await
    }
}
