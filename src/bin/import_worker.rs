//! The worker for long work: what `page/worker.js` calls. All it knows is how to hand things to [`ImportWorker`].
//!
//! Deliberately absent: the work itself, which is in `src/import_worker` and is tested natively.

use std::cell::RefCell;

use buku_kube::exchange::{Limits, ReadError};
use buku_kube::import_worker::{Answer, Ask, ImportWorker, Progress};
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

thread_local! {
    static WORKER: RefCell<ImportWorker> = RefCell::default();
}

fn main() {}

/// Answers what the page asks, and tells on the way how far it is.
///
/// # Errors
/// When the page asks what this version does not know: it is of another version.
#[wasm_bindgen]
#[allow(clippy::needless_pass_by_value)] // as they come out of JavaScript
pub fn answer(ask: String, texts: Array, files: Array, tell: Function) -> Result<Array, JsValue> {
    let ask: Ask = serde_json::from_str(&ask).map_err(|error| JsValue::from(error.to_string()))?;
    let mut tell = |progress: Progress| {
        let stage = serde_json::to_string(&progress.stage).unwrap_or_default();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let _ = tell.call3(&JsValue::NULL, &number(progress.done).into(), &number(progress.of).into(), &stage.into());
    };
    let mut beside = None;
    let answer = WORKER.with_borrow_mut(|worker| match ask {
        Ask::WarmUp => {
            ImportWorker::warm_up();
            Answer::Done
        }
        Ask::Book { today } => {
            worker.take_book(&strings(&texts), today, &mut tell);
            Answer::Done
        }
        Ask::Suspects => Answer::Suspects(worker.suspects(&mut tell)),
        Ask::Look { today, names } => {
            worker.take_book(&strings(&texts), today, &mut tell);
            let bytes = files.iter().map(bytes_of);
            Answer::Inspection(Box::new(worker.look(names.into_iter().zip(bytes).collect(), &mut tell)))
        }
        Ask::Make { today, header, contents } => {
            worker.take_book(&strings(&texts), today, &mut tell);
            beside = Some(Uint8Array::from(worker.make(&header, &contents).as_bytes()));
            Answer::Made
        }
        Ask::Leave { place } => Answer::Inspection(Box::new(worker.leave(place, &mut tell))),
        Ask::Cards { status, from, count } => worker.cards(status, from, count),
        Ask::Alone { from, count } => worker.alone(from, count),
        Ask::Grant { granted } => Answer::Inspection(Box::new(worker.grant(granted, &mut tell))),
        Ask::Removals { from, count } => worker.removals(from, count),
        Ask::Batch { place, from, count, without, granted } => worker.batch(place, from, count, &without, &granted),
    });
    let text = serde_json::to_string(&answer).map_err(|error| JsValue::from(error.to_string()))?;
    Ok(Array::of2(&text.into(), &beside.into()))
}

/// The bytes that `page/worker.js` read, or why it did not.
fn bytes_of(read: JsValue) -> Result<Vec<u8>, ReadError> {
    #[allow(clippy::cast_precision_loss)]
    if let Some(most) = read.as_f64() {
        return Err(if most < Limits::BYTES as f64 { ReadError::TooLargeHere } else { ReadError::TooLarge });
    }
    read.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| ReadError::Unreadable)
}

fn strings(texts: &Array) -> Vec<String> {
    texts.iter().filter_map(|text| text.as_string()).collect()
}
