//! Asking once before something that cannot be undone.

use std::sync::Arc;

use leptos::prelude::*;

use super::block::{button, div, h2, p};
use super::dialog::dialog_button;

/// The words of the question.
#[derive(Clone)]
pub struct Words {
    /// On the button that asks.
    pub open: String,
    /// What will happen.
    pub explain: &'static str,
    /// On the button that does it.
    pub confirm: &'static str,
    /// On the button that does not.
    pub cancel: &'static str,
}

/// A button that opens a dialog; what it warns of happens only from there.
pub fn confirm(
    words: Words,
    question: impl Fn() -> String + Send + Sync + 'static,
    on_confirm: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    let (question, on_confirm) = (Arc::new(question), Arc::new(on_confirm));
    let title = question.clone();
    dialog_button(
        "danger",
        words.open,
        move || title(),
        move |close| {
            let on_confirm = on_confirm.clone();
            let go_on = move || {
                close.run(());
                on_confirm();
            };
            vec![
                h2("", untrack(|| question())),
                p("", words.explain),
                div(
                    "actions",
                    vec![
                        button("plain", words.cancel, move || close.run(())),
                        button("danger solid", words.confirm, go_on),
                    ],
                ),
            ]
        },
    )
}
