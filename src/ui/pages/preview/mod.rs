//! What a file would change, before anything is taken in.

mod card;

use leptos::prelude::*;

use card::card;

use crate::exchange::{Plan, Standing};
use crate::route::Route;
use crate::ui::parts::block::{a, b, button, div, live, p, span, text, ul};
use crate::ui::state::{Incoming, Intent, use_book, use_lang, use_texts};
use crate::web;

const SHOWN: usize = 50;

#[component]
pub fn PreviewPage() -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    // What was opened when the page was; it stays on screen while the page is left.
    match book.incoming.get_untracked() {
        Some(incoming) => preview(incoming),
        None => {
            vec![div("box", vec![p("", t.preview_missing), a("button", &Route::Files, vec![text(t.place_files)])])]
        }
    }
}

fn preview(incoming: Incoming) -> Vec<AnyView> {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let Incoming { file, plan } = incoming;
    // The book may have changed since the file was opened.
    let plan = book.registry.with_untracked(|registry| Plan::of(registry, &file.records)).unwrap_or(plan);
    let from = lang.file_from(&file.header, web::local(file.header.created_ms));
    let totals = lang.before_and_after(&plan);
    let nothing_new = plan.is_empty();
    let counts = [
        (Standing::Conflict, t.preview_conflict),
        (Standing::Changed, t.preview_changed),
        (Standing::New, t.preview_new),
        (Standing::Same, t.preview_same),
    ]
    .map(|(standing, word)| (standing, word, plan.count(standing)));
    let in_conflict = counts[0].2 > 0;

    let chosen = RwSignal::new(None::<Standing>);
    let shown = RwSignal::new(SHOWN);
    let groups = StoredValue::new(plan.groups);
    let list = move || {
        groups.with_value(|groups| {
            let is_wanted = |standing| chosen.get().is_none_or(|chosen| standing == chosen);
            let wanted: Vec<_> = groups.iter().filter(|group| is_wanted(group.standing)).collect();
            let rest = wanted.len().saturating_sub(shown.get());
            let mut parts = vec![ul("cards", wanted.iter().take(shown.get()).map(|group| card(group)).collect())];
            if wanted.is_empty() {
                parts.push(p("soft", t.preview_none_of_these));
            }
            if rest > 0 {
                parts.push(button("plain wide", lang.and_more(rest), move || shown.update(|shown| *shown += SHOWN)));
            }
            parts
        })
    };
    let chip = |(standing, word, count): (Standing, &'static str, usize)| {
        let pressed = move || if chosen.get() == Some(standing) { "true" } else { "false" };
        let choose = move |_| {
            shown.set(SHOWN);
            chosen.update(|chosen| *chosen = if *chosen == Some(standing) { None } else { Some(standing) });
        };
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=choose>
                {word} " " {b(lang.number(count))}
            </button>
        }
        .into_any()
    };

    let leave = move || {
        web::go(&Route::Files.to_string());
        book.incoming.set(None);
    };
    let records = StoredValue::new(file.records);
    let take_in = move || book.dispatch(Intent::TakeIn { records: records.get_value() });
    let mut parts = vec![p("from", from), div("chips", counts.map(chip).into_iter().collect())];
    let mut actions = vec![button("plain", t.cancel, leave)];
    let mut outcome = vec![span("", totals)];
    if nothing_new {
        parts.push(p("box fine", t.preview_nothing_new));
    } else {
        let word = if in_conflict { t.preview_take_in_conflicts } else { t.preview_take_in };
        actions.push(button("solid", word, take_in));
        outcome.push(span("soft", t.preview_undoable));
    }
    parts.push(live("status", "found", list));
    parts.push(div("thumb stacked", vec![div("line", outcome), div("actions", actions)]));
    parts
}
