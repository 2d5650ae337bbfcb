//! The worker for spreadsheets: what `page/worker.js` calls. All it knows is how to hand things to [`SheetsWorker`].
//!
//! Deliberately absent: the work itself, which is in `src/sheets` and `src/lists` and is tested natively.

use std::cell::RefCell;

use buku_kube::sheets::{Ask, SheetsWorker};
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

thread_local! {
    static WORKER: RefCell<SheetsWorker> = RefCell::default();
}

fn main() {}

/// Answers what the page asks, and tells on the way how far it is; the bytes of a file stand behind the text of the answer.
///
/// # Errors
/// When the page asks what this version does not know: it is of another version.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // as they come out of JavaScript
pub fn answer(ask: String, texts: Array, files: Array, tell: Function) -> Result<Array, JsValue> {
    let ask: Ask = serde_json::from_str(&ask).map_err(|error| JsValue::from(error.to_string()))?;
    let mut tell = |done: usize, of: usize| {
        let number = |count: usize| JsValue::from(u32::try_from(count).unwrap_or(u32::MAX));
        let _ = tell.call2(&JsValue::NULL, &number(done), &number(of));
    };
    let texts: Vec<String> = texts.iter().filter_map(|text| text.as_string()).collect();
    let file = files.get(0).dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec());
    let (answer, bytes) = WORKER.with_borrow_mut(|worker| worker.answer(ask, &texts, file.as_deref(), &mut tell));
    let text = serde_json::to_string(&answer).map_err(|error| JsValue::from(error.to_string()))?;
    let answer = Array::of1(&text.into());
    if let Some(bytes) = bytes {
        answer.push(&Uint8Array::from(bytes.as_slice()));
    }
    Ok(answer)
}
