//! A button that opens a dialog. The native element keeps the focus inside and closes on Escape.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::block::{button, div};

/// What closes the dialog.
pub type Close = Callback<()>;

/// A button, and the dialog it opens. `contents` is drawn when it opens, and gone when it closes.
pub fn dialog_button(
    class: &'static str,
    word: &'static str,
    title: impl Into<Signal<String>>,
    contents: impl Fn(Close) -> Vec<AnyView> + Send + Sync + 'static,
) -> AnyView {
    draw(class, word, title.into(), Box::new(contents))
}

type Contents = Box<dyn Fn(Close) -> Vec<AnyView> + Send + Sync>;

fn draw(class: &'static str, word: &'static str, title: Signal<String>, contents: Contents) -> AnyView {
    let dialog = NodeRef::<Dialog>::new();
    let is_open = RwSignal::new(false);
    let open = move || {
        is_open.set(true);
        if let Some(dialog) = dialog.get_untracked() {
            let _ = dialog.show_modal();
        }
    };
    let close = Callback::new(move |()| {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    let contents = move || if is_open.get() { div("contents", contents(close)) } else { ().into_any() };
    view! {
        {button(class, word, open)}
        <dialog node_ref=dialog aria-label=title on:close=move |_| is_open.set(false)>
            {contents}
        </dialog>
    }
    .into_any()
}
