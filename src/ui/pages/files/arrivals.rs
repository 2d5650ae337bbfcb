//! What came and is not opened yet: the other ones of several files, and what was shared to the app before it was closed.

use leptos::prelude::*;

use crate::ui::intake::{self, intake};
use crate::ui::parts::block::{div, p, section, span, ul};
use crate::ui::state::{use_book, use_lang, use_texts};

pub fn arrivals() -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let intake = intake();
    let panel = move || {
        // One that is being opened does not wait.
        let waiting = intake.with(|intake| if intake.is_reading { Vec::new() } else { intake.waiting.clone() });
        (!waiting.is_empty()).then(|| {
            let said = p("", lang.files_waiting(waiting.len()));
            section("arrivals", t.arrived_title, vec![said, ul("items", waiting.into_iter().map(row).collect())])
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
