//! What was shared to the app and is not opened yet, because the app was closed before, or opened nothing.

use leptos::prelude::*;

use crate::ui::intake::{self, waiting};
use crate::ui::parts::block::{button, div, p, section, span, ul};
use crate::ui::state::{Intake, use_book, use_lang, use_texts};

pub fn arrivals() -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let known = waiting();
    let panel = move || {
        // What is being looked at does not wait.
        let is_idle = !matches!(book.intake.get(), Intake::Looking(_) | Intake::Taking(..));
        let files = known.with(|known| known.waiting.clone());
        (is_idle && !files.is_empty()).then(|| {
            let said = p("", lang.files_waiting(files.len()));
            let all =
                (files.len() > 1).then(|| button("plain", t.arrived_open_all, move || intake::take_all_waiting(book)));
            section(
                "arrivals",
                t.arrived_title,
                vec![said, all.into_any(), ul("items", files.into_iter().map(row).collect())],
            )
        })
    };
    panel.into_any()
}

fn row((number, name): (u32, String)) -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let name = if name.is_empty() { t.arrived_unnamed.to_owned() } else { name };
    let open = labelled("plain", t.arrived_open, lang.about_file(t.arrived_open, &name), move || {
        intake::take_waiting(book, number);
    });
    let drop = labelled("link", t.arrived_drop, lang.about_file(t.arrived_drop, &name), move || {
        intake::throw_away(number);
    });
    div("line", vec![span("address", name), div("actions", vec![open, drop])])
}

/// A button whose name also says what it is about.
fn labelled(class: &'static str, word: &'static str, name: String, on_tap: impl Fn() + 'static) -> AnyView {
    view! {
        <button type="button" class=class aria-label=name on:click=move |_| on_tap()>
            {word}
        </button>
    }
    .into_any()
}
