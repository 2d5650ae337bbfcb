//! The page for the public: what KUBE is, the published figures of the programme, each with its source, how many are poor, how one
//! takes part. An empty book shows it on the first screen, with the ways to begin at its top and at its end; under Lainnya it is
//! for whoever has a book.
//!
//! All of it is in the first wasm but the charts that are drawn, whose place is kept. Deliberately absent: numbers of this book.

use leptos::prelude::*;

use crate::domain::{Allocation, FIVE_YEARS, published_allocations};
use crate::i18n::FirstTexts;
use crate::kinds::KindId;
use crate::route::Route;
use crate::stats::{Scale, Scope};
use crate::ui::charts::{has_rates, published_bar, rates};
use crate::ui::lazy;
use crate::ui::parts::block::{a, button, details, div, dl, h2, h3, ol, p, section, text, ul};
use crate::ui::state::{App, Intent, use_app, use_first_texts, use_lang};

/// The published figures beside those of the allocation: facilitators trained, persons in charge informed.
const TRAINED: u32 = 32;
const INFORMED: u32 = 25;

/// The page under Lainnya.
pub fn programme_page() -> AnyView {
    let app = use_app();
    let is_empty = Memo::new(move |_| app.numbers(None, Scope::All).is_some_and(|numbers| numbers.is_empty));
    (move || public(is_empty.get())).into_any()
}

/// The page; an empty book is offered what to begin with.
pub fn public(is_empty: bool) -> AnyView {
    let (app, t) = (use_app(), use_first_texts());
    let mut lead = vec![h2("", t.app_name), p("", t.empty_kube), p("", t.public_aid), p("", t.public_help)];
    if is_empty {
        lead.extend([
            h2("", t.empty_title),
            p("", t.empty_here),
            div("actions", vec![make_book(t), open_file(t), practise(app, t)]),
        ]);
    }
    let mut parts = vec![div("box", lead), figures(), allocated(), poor(app), part()];
    if is_empty {
        parts.push(begin(app, t));
    }
    div("public", parts)
}

fn make_book(t: &FirstTexts) -> AnyView {
    a("button solid", &Route::NewGroup, vec![text(t.make_book)])
}

fn open_file(t: &FirstTexts) -> AnyView {
    a("button", &Route::Files, vec![text(t.empty_open_file)])
}

fn practise(app: App, t: &FirstTexts) -> AnyView {
    button("plain", t.empty_practice, move || lazy::dispatch(app, Intent::Practise(true)))
}

fn totals(all: &[Allocation]) -> [u32; 2] {
    all.iter().fold([0, 0], |[groups, households], one| [groups + one.groups, households + one.households])
}

fn figures() -> AnyView {
    let (lang, t) = (use_lang(), use_first_texts());
    let ([groups, households], [allocated, for_these]) = (FIVE_YEARS, totals(&published_allocations()));
    let figure = |value: u32, word: String| (word, text(lang.number(value as usize)));
    let all = vec![
        figure(groups, lang.in_five_years(households)),
        figure(allocated, lang.in_allocation(for_these)),
        figure(TRAINED, t.public_trained.to_owned()),
        figure(INFORMED, t.public_informed.to_owned()),
    ];
    let events = a("go", &Route::All(KindId::Event), vec![text(t.public_events)]);
    section("published", t.public_figures, vec![dl("figures", all), p("note", t.public_source), events])
}

/// What the three cities were allocated, as bars, with the same numbers in a table.
fn allocated() -> AnyView {
    let (lang, t) = (use_lang(), use_first_texts());
    let all = published_allocations();
    let scale = Scale::up_to(all.iter().map(|one| i64::from(one.groups)).fold(0, i64::max));
    let of_unit = |count: u32| format!("{} {}", lang.number(count as usize), t.unit_groups);
    let bar = |one: &Allocation| {
        let width = scale.length(i64::from(one.groups));
        published_bar(lang.city(Some(one.region)), of_unit(one.groups), lang.households(one.households), width)
    };
    let row = |name: String, counts: [u32; 2]| {
        let cell = |count: u32| view! { <td>{lang.number(count as usize)}</td> }.into_any();
        view! { <tr><th scope="row">{name}</th>{Vec::from(counts.map(cell))}</tr> }.into_any()
    };
    let head = |word: &'static str| view! { <th scope="col">{word}</th> }.into_any();
    let heads = Vec::from([t.chart_region, t.unit_groups, t.unit_households].map(head));
    let rows: Vec<AnyView> =
        all.iter().map(|one| row(lang.city(Some(one.region)), [one.groups, one.households])).collect();
    let table = view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby="allocated">
            <table>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                <tfoot>{row(t.chart_total.to_owned(), totals(&all))}</tfoot>
            </table>
        </div>
    };
    view! {
        <figure class="chart" aria-labelledby="allocated">
            {h2("allocated", t.public_allocated)}
            {p("finding", lang.allocated(totals(&all), all.len()))}
            {ul("bars", all.iter().map(bar).collect())}
            {details("", false, t.chart_table, vec![table.into_any()])}
            <figcaption>{t.chart_source}</figcaption>
        </figure>
    }
    .into_any()
}

/// The charts that the second wasm draws, in the place that is kept for them.
fn poor(app: App) -> AnyView {
    let is_there = Memo::new(move |_| {
        app.reading.track();
        has_rates()
    });
    let drawn = move || if is_there.get() { rates() } else { Some(lazy::unread(app)) };
    view! { <div class="rates">{drawn}</div> }.into_any()
}

fn part() -> AnyView {
    let t = use_first_texts();
    let steps = [t.public_part_group, t.public_part_welfare, t.public_part_proposal, t.public_part_decision];
    let steps = ol("plain-list", steps.map(text).into());
    section("part", t.public_part, vec![steps, p("", t.public_part_not_here), p("note", t.about_source_rules)])
}

/// A door for each who may come.
fn begin(app: App, t: &'static FirstTexts) -> AnyView {
    let door = |who: &'static str, way| div("door", vec![h3(who), div("actions", vec![way])]);
    let doors = vec![
        door(t.empty_facilitator, make_book(t)),
        door(t.empty_office, open_file(t)),
        door(t.empty_visitor, practise(app, t)),
    ];
    section("begin", t.public_begin, doors)
}
