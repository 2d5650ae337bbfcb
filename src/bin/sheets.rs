//! The worker that makes spreadsheets: what `page/worker.js` calls.
//!
//! Deliberately absent: the work itself, which is in `src/sheets` and is tested natively.

use buku_kube::sheets::{Ask, answer as answered};
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

fn main() {}

/// Answers what the page asks; the bytes of a file stand behind the text of the answer.
///
/// # Errors
/// When the page asks what this version does not know: it is of another version.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // as they come out of JavaScript
pub fn answer(ask: String, texts: Array, _files: Array, _tell: Function) -> Result<Array, JsValue> {
    let ask: Ask = serde_json::from_str(&ask).map_err(|error| JsValue::from(error.to_string()))?;
    let texts: Vec<String> = texts.iter().filter_map(|text| text.as_string()).collect();
    let (answer, bytes) = answered(&ask, &texts);
    let text = serde_json::to_string(&answer).map_err(|error| JsValue::from(error.to_string()))?;
    let answer = Array::of1(&text.into());
    if let Some(bytes) = bytes {
        answer.push(&Uint8Array::from(bytes.as_slice()));
    }
    Ok(answer)
}
