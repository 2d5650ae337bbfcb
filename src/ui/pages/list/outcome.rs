//! What taking the list in comes to, how far it is until that is known, and the way on.

use leptos::prelude::*;

use super::work::{Stage, Work};
use crate::ui::pages::files::progress;
use crate::ui::parts::block::{div, live, p, span};
use crate::ui::state::{App, ImportState, Importing, use_lang, use_texts};

/// `name` is that of the file.
pub fn outcome(app: App, work: Work, name: String) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let name = StoredValue::new(name);
    let is_done = Memo::new(move |_| work.stage.get() == Stage::Done);
    let is_nothing = Memo::new(move |_| work.outline.with(|outline| outline.records == 0));
    let go = move |_| work.hand_over(app, name.get_value());
    let said = move || {
        if is_nothing.get() {
            let is_asked =
                !work.questions.with(Vec::is_empty) || work.outline.with(|outline| !outline.same_names.is_empty());
            let words = if is_asked { t.list_answer_first } else { t.list_nothing };
            return if is_done.get() { vec![p("box", words)] } else { Vec::new() };
        }
        let (comes_to, erased) = work.outline.with(|outline| (lang.outline(outline), outline.erased));
        let mut parts = vec![div("line", vec![span("", comes_to), span("soft", t.list_at_most)])];
        parts.extend((erased > 0).then(|| p("remark warning", lang.list_erased(erased))));
        parts
    };
    let way_on = move || {
        let button = view! {
            <button type="button" class="button solid" disabled=move || !is_done.get() on:click=go>{t.list_go}</button>
        };
        (!is_nothing.get()).then(|| div("actions", vec![button.into_any()]))
    };
    let parts =
        vec![live("status", "stacked", said), reading(work), refused(app, work), looking(app), way_on.into_any()];
    div("thumb stacked", parts)
}

/// How many rows are read, where that takes time.
fn reading(work: Work) -> AnyView {
    let lang = use_lang();
    let words = move || match work.stage.get() {
        Stage::Reading(done, of) if done > 0 => Some(lang.reading_rows(done, of)),
        _ => None,
    };
    live("status", "", move || words().map(|words| p("soft", words)).into_iter().collect())
}

/// Why it cannot go on.
fn refused(app: App, work: Work) -> AnyView {
    let (intake, t) = (Importing::of(app).state, use_texts());
    let refusal = move || match work.stage.get() {
        Stage::Unanswered => Some(t.intake_unanswered.to_owned()),
        _ => progress::refusal(&intake.get()),
    };
    live("alert", "", move || refusal().map(|sentence| p("box error", sentence)).into_iter().collect())
}

/// How far looking at what was made of it is.
fn looking(app: App) -> AnyView {
    let intake = Importing::of(app).state;
    let is_at_work = Memo::new(move |_| matches!(intake.get(), ImportState::Looking(_)));
    (move || is_at_work.get().then(|| progress::progress(app))).into_any()
}
