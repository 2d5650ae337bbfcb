//! Whether the browser keeps what is stored when its room runs short, and asking it to.
//!
//! Deliberately absent: when it is asked, and what is said of the answer. Comes with the second wasm.

use super::object::{call, get};
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
    answer("persisted").await
}

/// Asks it to. Firefox asks the person, the others decide by themselves.
pub async fn persist() -> Persistence {
    answer("persist").await
}

async fn answer(question: &str) -> Persistence {
    let Some(window) = window() else { return Persistence::Unknown };
    // There is no such manager in old browsers, nor on a page that came by http.
    let manager = get(&window.navigator(), "storage");
    match call(&manager, question, &[]).await.ok().and_then(|answer| answer.as_bool()) {
        Some(true) => Persistence::Kept,
        Some(false) => Persistence::NotKept,
        None => Persistence::Unknown,
    }
}
