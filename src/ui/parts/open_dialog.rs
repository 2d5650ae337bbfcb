//! The dialog that is open.
//!
//! Beside the pages and not in one: a page is drawn anew with the book, and what stands in a dialog must not go with it.

use std::sync::Arc;

use leptos::prelude::*;

/// What closes the dialog.
pub type Close = Callback<()>;

type Contents = Arc<dyn Fn(Close) -> Vec<AnyView> + Send + Sync>;

/// A dialog: its name, and what stands in it, drawn when it opens and gone when it closes.
#[derive(Clone)]
pub struct Dialog {
    /// What it is called.
    pub title: String,
    /// What is drawn in it.
    pub contents: Contents,
}

thread_local! {
    // Static, since `ui/parts` opens it, which takes plain values and knows no state.
    static OPEN: ArcRwSignal<Option<Dialog>> = ArcRwSignal::new(None);
}

/// The one that is open.
pub fn open_dialog() -> ArcRwSignal<Option<Dialog>> {
    OPEN.with(Clone::clone)
}
