//! Three doors: sending, opening, spreadsheets; and one list of what went and came.
//!
//! Deliberately absent: where the data is and what can be brought back (`pages/storage`).

mod apple;
mod arrivals;
mod cut;
mod handing;
mod imports;
mod in_app;
mod open_panel;
mod passages;
pub mod progress;
mod quick;
mod seal_choice;
mod send_panel;
mod sending;
mod sheets_panel;
mod unseal;

use leptos::prelude::*;

use crate::registry::Dossier;
use crate::route::Route;
use crate::ui::parts::block::{a, details, div, p, section, text};
use crate::ui::state::{App, ImportState, Importing, Inbox, Intent, use_app, use_lang, use_texts};
use crate::web;

pub use passages::told;
pub use send_panel::send_panel;

#[component]
pub fn FilesPage() -> impl IntoView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let over = RwSignal::new(false);
    // Heard for as long as this page is drawn.
    let take = move |arrived| app.dispatch(Intent::Inspect(arrived));
    StoredValue::new_local((web::on_drop(move |is_over| over.set(is_over), take), web::on_paste(take)));
    let inbox = Inbox::of(app);
    inbox.look();
    // What was said of one file is not said of the next.
    on_cleanup(move || inbox.forget_refusal());
    let in_conflict = move || {
        let (fields, groups) = app.registry.with(|registry| {
            let counts = registry.dossiers().map(Dossier::conflict_count).filter(|count| *count > 0);
            let alone = registry.heads_alone().map(|head| head.conflicts.len()).sum();
            counts.fold((alone, 0), |(fields, groups), count| (fields + count, groups + 1))
        });
        let way = || a("go", &Route::Conflicts, vec![text(t.conflict_all)]);
        (fields > 0).then(|| div("box warning", vec![p("", lang.in_conflict(fields, groups)), way()]))
    };
    let parts = vec![
        unread(app),
        checked(app),
        cut::cut_imports(),
        in_conflict.into_any(),
        in_app::in_app(),
        apple::apple(),
        arrivals::arrivals(),
        imports::imports(),
        div(
            "doors",
            vec![
                section("send", t.send_title, send_door()),
                section("open", t.open_title, open_panel::open_panel(over)),
                sheets_panel::sheets_panel(),
            ],
        ),
        passages::passages(),
    ];
    view! { <div class=move || if over.get() { "files over" } else { "files" }>{parts}</div> }
}

/// The file for whom the last one was, in one tap; whatever else is sent, behind one line once there is such a one.
fn send_door() -> Vec<AnyView> {
    let t = use_texts();
    let again = quick::again();
    // As it is when the page is drawn: what is filled in stays open when a first receiver comes to be.
    if again.with_untracked(Option::is_some) {
        vec![due(true), quick::quick(again), details("", false, t.send_other, vec![send_panel(None)])]
    } else {
        vec![p("soft", t.send_text), due(false), send_panel(None)]
    }
}

/// What to do about changes that are only here; where the first button counts them, only once it is time (`is_counted`).
fn due(is_counted: bool) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let sentence = move || {
        let waiting = app.waiting();
        let class = if waiting.is_due() { "box warning" } else { "soft" };
        let is_said = waiting.changes > 0 && (waiting.is_due() || !is_counted);
        is_said.then(|| p(class, lang.to_send(waiting)))
    };
    sentence.into_any()
}

/// That there are texts that could not be read, and the way to them.
fn unread(app: App) -> AnyView {
    let t = use_texts();
    let is_any = Memo::new(move |_| app.quarantine.with(|texts| !texts.is_empty()));
    let way = move || a("go", &Route::Storage, vec![text(t.storage_title)]);
    (move || is_any.get().then(|| div("box warning line", vec![p("", t.aside_title), way()]))).into_any()
}

/// The way back to what was looked at and not decided on, for whoever went elsewhere meanwhile.
fn checked(app: App) -> AnyView {
    let t = use_texts();
    let intake = Importing::of(app).state;
    let waits = move || matches!(intake.get(), ImportState::Inspection(inspection) if inspection.plan.is_some());
    let way = move || a("go", &Route::Preview, vec![text(t.intake_go_on)]);
    (move || waits().then(|| div("box line", vec![p("", t.intake_waits), way()]))).into_any()
}
