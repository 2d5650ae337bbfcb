//! Asking once before something that cannot be undone.

use leptos::prelude::*;

use super::block::{button, div, h2, p};
use super::dialog::dialog_button;

/// The words of the question.
#[derive(Clone, Copy)]
pub struct Words {
    /// On the button that asks.
    pub open: &'static str,
    /// What will happen.
    pub explain: &'static str,
    /// On the button that does it.
    pub confirm: &'static str,
    /// On the button that does not.
    pub cancel: &'static str,
}

/// A button that opens a dialog; what it warns of happens only from there.
pub fn confirm(words: Words, question: impl Into<Signal<String>>, on_confirm: Callback<()>) -> AnyView {
    let question = question.into();
    dialog_button("danger", words.open, question, move |close| {
        let go_on = move || {
            close.run(());
            on_confirm.run(());
        };
        vec![
            h2("", question.get_untracked()),
            p("", words.explain),
            div(
                "actions",
                vec![
                    button("plain", words.cancel, move || close.run(())),
                    button("danger solid", words.confirm, go_on),
                ],
            ),
        ]
    })
}
