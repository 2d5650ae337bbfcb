//! Whether the browser keeps what is stored when its room runs short, and asking it to.
//!
//! Deliberately absent: when it is asked, and what is said of the answer. Comes with the second wasm.

use js_sys::{Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::window;

/// What the browser says of keeping.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    /// It clears nothing by itself.
    Kept,
    /// It may clear everything when room is short.
    NotKept,
    /// It does not say.
    Unknown,
}

/// Whether it keeps what is stored.
pub async fn persisted() -> Persistence {
    answer("persisted", StorageManager::persisted).await
}

/// Asks it to. Firefox asks the person, the others decide by themselves.
pub async fn persist() -> Persistence {
    answer("persist", StorageManager::persist).await
}

async fn answer(name: &str, ask: fn(&StorageManager) -> Result<Promise, JsValue>) -> Persistence {
    let promise = manager().filter(|manager| has(manager, name)).and_then(|manager| ask(&manager).ok());
    let Some(promise) = promise else { return Persistence::Unknown };
    match JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Persistence::Kept,
        Some(false) => Persistence::NotKept,
        None => Persistence::Unknown,
    }
}

/// There is none in old browsers, nor on a page that came by http.
fn manager() -> Option<StorageManager> {
    let navigator = window()?.navigator();
    has(&navigator, "storage").then(|| navigator.storage())
}

fn has(object: &JsValue, name: &str) -> bool {
    Reflect::has(object, &name.into()).unwrap_or(false)
}
