//! How the page asks its workers: a question in JSON, and what crosses beside it.
//!
//! Deliberately absent: which workers there are, and when they are started (`desk.rs`, `listed.rs`, `ui/sheets.rs`).

use js_sys::Uint8Array;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::book::Book;
use crate::web::{Answered, Background, Beside, NoAnswer};

/// Asks a worker, and hears on the way how many are done, of how many, and of what.
///
/// # Errors
/// [`NoAnswer`], also when it was ended meanwhile.
pub async fn ask<A: Serialize, R: DeserializeOwned>(
    worker: &Background,
    ask: &A,
    beside: &Beside,
    tell: impl Fn(u32, u32, &str) + 'static,
) -> Result<(R, Option<Uint8Array>), NoAnswer> {
    let text = serde_json::to_string(ask).map_err(|_| NoAnswer)?;
    let Answered { text, bytes } = worker.ask(&text, beside, tell).await?;
    Ok((serde_json::from_str(&text).map_err(|_| NoAnswer)?, bytes))
}

impl Book {
    /// The texts of all homes, to go beside a question.
    pub fn beside(self) -> Beside {
        let texts = self.texts_of_homes().iter().map(JsValue::from).collect();
        Beside { texts, ..Beside::default() }
    }
}
