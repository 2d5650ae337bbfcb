//! What a file would change, before anything is taken in.

mod card;

use leptos::prelude::*;

use card::card;

use crate::exchange::Standing;
use crate::route::Route;
use crate::search::Filter;
use crate::ui::state::{Incoming, Intent, use_book, use_lang, use_texts};
use crate::web;

const SHOWN: usize = 50;

#[component]
pub fn PreviewPage() -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    // What was opened when the page was; it stays on screen while the page is left.
    match book.incoming.get_untracked() {
        Some(incoming) => view! { <Preview incoming /> }.into_any(),
        None => view! {
            <div class="box">
                <p>{t.preview_missing}</p>
                <a class="button" href=Route::Files.to_string()>{t.place_files}</a>
            </div>
        }
        .into_any(),
    }
}

#[component]
fn Preview(incoming: Incoming) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let Incoming { file, plan } = incoming;
    let from = lang.file_from(&file.header, web::local(file.header.created_ms));
    let standings = [
        (Standing::Conflict, t.preview_conflict),
        (Standing::Changed, t.preview_changed),
        (Standing::New, t.preview_new),
        (Standing::Same, t.preview_same),
    ];
    let chosen = RwSignal::new(None::<Standing>);
    let shown = RwSignal::new(SHOWN);
    let chips = standings
        .into_iter()
        .map(|(standing, word)| {
            let count = lang.number(plan.count(standing));
            let pressed = move || (chosen.get() == Some(standing)).to_string();
            view! {
                <button
                    type="button"
                    class="chip"
                    aria-pressed=pressed
                    on:click=move |_| {
                        shown.set(SHOWN);
                        chosen.update(|chosen| *chosen = if *chosen == Some(standing) { None } else { Some(standing) });
                    }
                >
                    {word} " " <b>{count}</b>
                </button>
            }
            .into_any()
        })
        .collect_view();
    let totals = lang.before_and_after(&plan);
    let nothing_new = plan.is_empty();
    let take_in_word = if plan.count(Standing::Conflict) > 0 { t.preview_take_in_conflicts } else { t.preview_take_in };
    let groups = StoredValue::new(plan.groups);
    let list = move || {
        groups.with_value(|groups| {
            let wanted: Vec<_> = groups.iter().filter(|group| chosen.get().is_none_or(|standing| group.standing == standing)).collect();
            let rest = wanted.len().saturating_sub(shown.get());
            let cards = wanted.iter().take(shown.get()).map(|group| card(group)).collect_view();
            view! {
                <ul class="cards">{cards}</ul>
                {wanted.is_empty().then(|| view! { <p class="soft">{t.preview_none_of_these}</p> }.into_any())}
                {(rest > 0).then(|| view! {
                    <button type="button" class="plain wide" on:click=move |_| shown.update(|shown| *shown += SHOWN)>{lang.and_more(rest)}</button>
                }.into_any())}
            }.into_any()
        })
    };
    let records = StoredValue::new(file.records);
    let take_in = move |_| {
        book.dispatch(Intent::TakeIn { records: records.get_value() });
        web::go(&Route::Groups(Filter::default()).to_string());
    };
    let leave = move |_| {
        book.incoming.set(None);
        web::go(&Route::Files.to_string());
    };
    view! {
        <p class="from"><b>{from}</b></p>
        <div class="chips">{chips}</div>
        {nothing_new.then(|| view! { <p class="box fine">{t.preview_nothing_new}</p> }.into_any())}
        {list}
        <div class="thumb stacked">
            <p class="line">
                <span>{totals}</span>
                {(!nothing_new).then(|| view! { <span class="soft">{t.preview_undoable}</span> }.into_any())}
            </p>
            <div class="actions">
                <button type="button" class="plain" on:click=leave>{t.cancel}</button>
                {(!nothing_new).then(|| view! {
                    <button type="button" class="solid" on:click=take_in>{take_in_word}</button>
                }.into_any())}
            </div>
        </div>
    }
}
