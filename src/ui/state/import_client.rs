//! The page's end of the import worker: one worker, started when something is first asked of it.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::app::App;
use super::asking;
use crate::duplicates::Suspect;
use crate::exchange::Header;
use crate::import_worker::{Answer, Ask, Contents, Progress};
use crate::web::{self, Transfer, WebWorker, WorkerError};

/// The import worker, while it runs.
#[derive(Clone, Copy)]
pub struct ImportClient {
    app: App,
    running: StoredValue<Option<Rc<WebWorker>>, LocalStorage>,
}

impl ImportClient {
    /// That of a book.
    pub fn of(app: App) -> Self {
        app.feature(|app| Self { app, running: StoredValue::new_local(None) })
    }

    /// Asks, and hears on the way how far the import worker is.
    ///
    /// # Errors
    /// [`WorkerError`], also when it was ended meanwhile.
    pub(super) async fn ask(
        self,
        ask: &Ask,
        beside: &Transfer,
        tell: impl Fn(Progress) + 'static,
    ) -> Result<Answer, WorkerError> {
        Ok(self.ask_beside(ask, beside, tell).await?.0)
    }

    /// The same, and the bytes that stand beside the answer.
    async fn ask_beside(
        self,
        ask: &Ask,
        beside: &Transfer,
        tell: impl Fn(Progress) + 'static,
    ) -> Result<(Answer, Vec<u8>), WorkerError> {
        let worker = self.running().ok_or(WorkerError)?;
        let progress = move |done: u32, of: u32, stage: &str| {
            if let Ok(stage) = serde_json::from_str(stage) {
                tell(Progress { stage, done: done as usize, of: of as usize });
            }
        };
        let answered = asking::ask(&worker, ask, beside, progress).await;
        if answered.is_err() {
            // One that broke down is not asked again.
            self.end();
        }
        let (answer, bytes) = answered?;
        Ok((answer, bytes.map(|bytes| bytes.to_vec()).unwrap_or_default()))
    }

    /// The suspected duplicates of the book; `None` when the import worker gave no answer.
    pub(super) async fn suspects(self) -> Option<Vec<Suspect>> {
        self.ask(&Ask::Book { today: web::today() }, &self.app.beside(), |_| {}).await.ok()?;
        match self.ask(&Ask::Suspects, &Transfer::default(), |_| {}).await {
            Ok(Answer::Suspects(found)) => Some(found),
            _ => None,
        }
    }

    /// The text of a file of the book; `None` when the import worker gave no answer.
    pub(super) async fn make(self, header: &Header, contents: Contents) -> Option<String> {
        let wanted = Ask::Make { today: web::today(), header: header.clone(), contents };
        let beside = self.app.beside();
        let made = match self.ask_beside(&wanted, &beside, |_| {}).await {
            // One that was ended for another's sake is started again.
            Err(WorkerError) => self.ask_beside(&wanted, &beside, |_| {}).await,
            made => made,
        };
        let (_, bytes) = made.ok()?;
        String::from_utf8(bytes).ok()
    }

    /// Starts the import worker ahead and warms it up, so that it is there, and quick, when a file comes.
    pub fn prepare(self) {
        if self.running.with_value(Option::is_none) {
            spawn_local(async move { drop(self.ask(&Ask::WarmUp, &Transfer::default(), |_| {}).await) });
        }
    }

    /// Ends it, whatever it is at.
    pub(super) fn end(self) {
        // Whoever waits for an answer holds it, too.
        if let Some(worker) = self.running.try_update_value(Option::take).flatten() {
            worker.end();
        }
    }

    fn running(self) -> Option<Rc<WebWorker>> {
        if self.running.with_value(Option::is_none) {
            self.running.set_value(WebWorker::start("import_worker").map(Rc::new));
        }
        self.running.get_value()
    }
}
