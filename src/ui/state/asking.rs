//! How the page asks its workers: a question in JSON, and what crosses beside it.
//!
//! Deliberately absent: which workers there are, and when they are started (`import_client.rs`, `table_import.rs`, `ui/sheets.rs`).

use js_sys::Uint8Array;
use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::app::App;
use crate::web::{Answered, Transfer, WebWorker, WorkerError};

/// Asks a worker, and hears on the way how many are done, of how many, and of what.
///
/// # Errors
/// [`WorkerError`], also when it was ended meanwhile.
pub async fn ask<A: Serialize, R: DeserializeOwned>(
    worker: &WebWorker,
    ask: &A,
    beside: &Transfer,
    tell: impl Fn(u32, u32, &str) + 'static,
) -> Result<(R, Option<Uint8Array>), WorkerError> {
    let text = serde_json::to_string(ask).map_err(|_| WorkerError)?;
    let Answered { text, bytes } = worker.ask(&text, beside, tell).await?;
    Ok((serde_json::from_str(&text).map_err(|_| WorkerError)?, bytes))
}

impl App {
    /// The texts of all aggregates, to go beside a question.
    pub fn beside(self) -> Transfer {
        let texts = self.texts_of_aggregates().iter().map(JsValue::from).collect();
        Transfer { texts, ..Transfer::default() }
    }

    /// The texts of all aggregates, as they are in memory.
    fn texts_of_aggregates(self) -> Vec<String> {
        self.registry
            .with_untracked(|registry| self.session.with_value(|session| session.store.texts(registry, &session.marks)))
    }
}
