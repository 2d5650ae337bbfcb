//! What was shared to the app and is not opened yet, because the app was closed before, or opened nothing.

use leptos::prelude::*;

use crate::ui::parts::block::{button, div, p, section, span, ul};
use crate::ui::state::{ImportState, Importing, Inbox, Intent, use_app, use_lang, use_texts};

pub fn arrivals() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let (importing, known) = (Importing::of(app), Inbox::of(app).shown);
    let panel = move || {
        // What is being looked at does not wait.
        let is_idle = !matches!(importing.state.get(), ImportState::Looking(_) | ImportState::Taking(..));
        let files = known.with(|known| known.waiting.clone());
        (is_idle && !files.is_empty()).then(|| {
            let said = p("", lang.files_waiting(files.len()));
            let open_all = move || app.dispatch(Intent::InspectWaiting(None));
            let all = (files.len() > 1).then(|| button("plain", t.arrived_open_all, open_all));
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
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let name = if name.is_empty() { t.arrived_unnamed.to_owned() } else { name };
    let open = labelled("plain", t.arrived_open, lang.about_file(t.arrived_open, &name), move || {
        app.dispatch(Intent::InspectWaiting(Some(number)));
    });
    let drop = labelled("link", t.arrived_drop, lang.about_file(t.arrived_drop, &name), move || {
        app.dispatch(Intent::ThrowAway(number));
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
