//! What taking the list in comes to, how far it is until that is known, and the way on.

use leptos::prelude::*;

use super::work::{Stage, Work};
use crate::ui::pages::files::progress;
use crate::ui::parts::block::{div, live, p, span};
use crate::ui::state::{Book, Intake, use_lang, use_texts};

/// `name` is that of the file.
pub fn outcome(book: Book, work: Work, name: String) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let name = StoredValue::new(name);
    let is_done = Memo::new(move |_| work.stage.get() == Stage::Done);
    let is_nothing = Memo::new(move |_| work.outline.with(|outline| outline.records == 0));
    let go = move |_| work.hand_over(book, name.get_value());
    let said = move || {
        if is_nothing.get() {
            return if is_done.get() { vec![p("box", t.list_nothing)] } else { Vec::new() };
        }
        let comes_to = work.outline.with(|outline| lang.outline(outline));
        vec![div("line", vec![span("", comes_to), span("soft", t.list_at_most)])]
    };
    let way_on = move || {
        let button = view! {
            <button type="button" class="button solid" disabled=move || !is_done.get() on:click=go>{t.list_go}</button>
        };
        (!is_nothing.get()).then(|| div("actions", vec![button.into_any()]))
    };
    let parts =
        vec![live("status", "stacked", said), reading(work), refused(book, work), looking(book), way_on.into_any()];
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
fn refused(book: Book, work: Work) -> AnyView {
    let t = use_texts();
    let refusal = move || match work.stage.get() {
        Stage::Unanswered => Some(t.intake_unanswered.to_owned()),
        _ => progress::refusal(&book.intake.get()),
    };
    live("alert", "", move || refusal().map(|sentence| p("box error", sentence)).into_iter().collect())
}

/// How far looking at what was made of it is.
fn looking(book: Book) -> AnyView {
    let is_at_work = Memo::new(move |_| matches!(book.intake.get(), Intake::Looking(_)));
    (move || is_at_work.get().then(|| progress::progress(book))).into_any()
}
