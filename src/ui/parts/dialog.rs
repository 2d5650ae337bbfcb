//! A button that opens a dialog. Where it is drawn is the shell's.
//!
//! What a dialog holds outlives the page that opened it for as long as it is open. So nothing that is drawn there may rely on what
//! belongs to the page: its title is told when it opens, and what it does is a plain function.

use std::sync::Arc;

use leptos::prelude::*;

use super::block::button;
use super::open_dialog::{Close, Dialog, open_dialog};

/// A button, and the dialog it opens.
pub fn dialog_button(
    class: &'static str,
    word: impl Into<String>,
    title: impl Fn() -> String + 'static,
    contents: impl Fn(Close) -> Vec<AnyView> + Send + Sync + 'static,
) -> AnyView {
    let contents = Arc::new(contents);
    button(class, word, move || {
        let dialog = Dialog { title: untrack(&title), contents: contents.clone() };
        open_dialog().set(Some(dialog));
    })
}
