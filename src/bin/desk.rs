//! The worker for long work: what `page/worker.js` calls. All it knows is how to hand things to [`Desk`].
//!
//! Deliberately absent: the work itself, which is in `src/desk` and is tested natively.

use std::cell::RefCell;

use buku_kube::desk::{Answer, Ask, Desk, Progress};
use buku_kube::exchange::ReadError;
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::*;

thread_local! {
    static DESK: RefCell<Desk> = RefCell::default();
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
    let answer = DESK.with_borrow_mut(|desk| match ask {
        Ask::Practise => {
            Desk::practise();
            Answer::Done
        }
        Ask::Book { today } => {
            desk.take_book(&strings(&texts), today, &mut tell);
            Answer::Done
        }
        Ask::Suspects => Answer::Suspects(desk.suspects(&mut tell)),
        Ask::Look { today, names } => {
            desk.take_book(&strings(&texts), today, &mut tell);
            let bytes = files.iter().map(bytes_of);
            Answer::Looked(desk.look(names.into_iter().zip(bytes).collect(), &mut tell))
        }
        Ask::Make { today, header, contents } => {
            desk.take_book(&strings(&texts), today, &mut tell);
            beside = Some(Uint8Array::from(desk.make(&header, &contents).as_bytes()));
            Answer::Made
        }
        Ask::Leave { place } => Answer::Looked(desk.leave(place, &mut tell)),
        Ask::Cards { standing, from, count } => desk.cards(standing, from, count),
        Ask::Batch { place, from, count, without } => desk.batch(place, from, count, &without),
    });
    let text = serde_json::to_string(&answer).map_err(|error| JsValue::from(error.to_string()))?;
    Ok(Array::of2(&text.into(), &beside.into()))
}

/// The bytes that `page/worker.js` read, or why it did not.
fn bytes_of(read: JsValue) -> Result<Vec<u8>, ReadError> {
    if read.is_undefined() {
        return Err(ReadError::TooLarge);
    }
    read.dyn_into::<Uint8Array>().map(|bytes| bytes.to_vec()).map_err(|_| ReadError::Unreadable)
}

fn strings(texts: &Array) -> Vec<String> {
    texts.iter().filter_map(|text| text.as_string()).collect()
}
