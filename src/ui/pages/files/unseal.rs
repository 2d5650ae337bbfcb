//! Asking for the passphrase of a locked file.
//!
//! Deliberately absent: opening the file, which the state does (`state/locked.rs`), and tells in [`Unsealing`].

use leptos::prelude::*;

use crate::ui::parts::block::{button, div, h3, live, p, submit};
use crate::ui::parts::{Frame, field};
use crate::ui::state::{Unsealing, use_lang, use_texts};

/// The id of the field, for the focus.
pub const FIELD: &str = "unseal";

/// Draws the question for the file of this name, which may be none. `on_try` is called with what was typed, `on_cancel` when the file is to be left alone.
pub fn unseal(name: String, standing: Signal<Unsealing>, on_try: Callback<String>, on_cancel: Callback<()>) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let typed = RwSignal::new(String::new());
    let is_shown = RwSignal::new(true);
    let is_empty = RwSignal::new(false);
    let is_trying = move || standing.get() == Unsealing::Trying;
    let send = move || {
        let text = typed.get_untracked();
        is_empty.set(text.trim().is_empty());
        if !is_empty.get_untracked() && standing.get_untracked() != Unsealing::Trying {
            on_try.run(text);
        }
    };
    let refusal = move || match standing.get() {
        _ if is_empty.get() => vec![p("box error", t.unseal_empty)],
        Unsealing::Refused(error) => vec![p("box error", lang.seal_error(error))],
        Unsealing::Asking | Unsealing::Trying => Vec::new(),
    };
    let input = view! {
        <input
            type=move || if is_shown.get() { "text" } else { "password" }
            id=FIELD
            aria-describedby=format!("{FIELD}-below")
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
            readonly=is_trying
            aria-invalid=move || matches!(standing.get(), Unsealing::Refused(_)).then_some("true")
            prop:value=typed
            on:input:target=move |event| {
                is_empty.set(false);
                typed.set(event.target().value());
            }
        />
    }
    .into_inner()
    // for Safari, which would put words of another language in place of these; Leptos does not know it
    .attr("autocorrect", "off");
    let toggle = move || {
        let word = if is_shown.get() { t.unseal_hide } else { t.unseal_show };
        button("link", word, move || is_shown.update(|shown| *shown = !*shown))
    };
    view! {
        <form
            class="unseal"
            aria-label=t.unseal_title
            on:submit=move |event| {
                event.prevent_default();
                send();
            }
        >
            {h3(t.unseal_title)}
            {(!name.is_empty()).then(|| p("soft", name))}
            {field(Frame { help: Some(t.unseal_text), ..Frame::plain(FIELD, t.unseal_label) }, input.into_any())}
            {toggle}
            {live("alert", "", refusal)}
            {live("status", "", move || is_trying().then(|| p("", t.unseal_working)).into_iter().collect())}
            {div("actions", vec![submit(t.unseal_go), button("plain", t.unseal_cancel, move || on_cancel.run(()))])}
        </form>
    }
    .into_any()
}
