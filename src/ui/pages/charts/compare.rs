//! Two to ten areas side by side: picked from a list with a search, taken away by a tap.

use leptos::prelude::*;

use super::column;
use super::filters::{filters, full_name};
use crate::domain::{Level, RegionCode, region};
use crate::route::Route;
use crate::search::kept;
use crate::stats::{Asked, MOST_AREAS, Question};
use crate::ui::parts::block::{button, div, p, ul};
use crate::ui::state::{use_lang, use_texts};
use crate::web;

/// The word of the page in addresses.
pub const COMPARE: &str = "compare";

/// So many are listed at once.
const SHOWN: usize = 10;

fn is_area(level: Level) -> bool {
    level.is_kabkota() || level.is_district()
}

fn go(asked: &Asked) {
    web::go_instead(&Route::Chart(COMPARE, kept(&asked.query())).to_string());
}

#[component]
pub fn ComparePage(asked: Asked) -> impl IntoView {
    let (lang, t) = (use_lang(), use_texts());
    // Whoever comes from the charts of a place begins with that.
    let asked = match asked.place {
        Some(place) if asked.areas.is_empty() => Asked { place: None, areas: vec![place], ..asked },
        _ => Asked { place: None, ..asked },
    };
    let with = |change: fn(&mut Vec<RegionCode>, RegionCode), asked: &Asked, area: RegionCode| {
        let mut asked = asked.clone();
        change(&mut asked.areas, area);
        asked
    };
    let chip = |area: &RegionCode| {
        let (area, asked) = (*area, asked.clone());
        let name = full_name(lang, area);
        let take = move |_| go(&with(|areas, area| areas.retain(|one| *one != area), &asked, area));
        view! {
            <button type="button" class="chip set" aria-label=lang.without_filter(&name) on:click=take>
                {name.clone()}
                <span aria-hidden="true">"×"</span>
            </button>
        }
        .into_any()
    };
    let chips: Vec<AnyView> = asked.areas.iter().map(chip).collect();
    let typed = RwSignal::new(String::new());
    let found = {
        let asked = asked.clone();
        move || {
            // Until something is typed, the cities and regencies.
            let all: Vec<region::Region> = typed.with(|typed| match typed.trim() {
                "" => region::kabupaten_kota().collect(),
                typed => region::search(typed, is_area, None, SHOWN + asked.areas.len()),
            });
            let others = all.into_iter().filter(|one| !asked.areas.contains(&one.code)).take(SHOWN);
            let choice = |one: region::Region| {
                let asked = asked.clone();
                button("plain wide", full_name(lang, one.code), move || {
                    go(&with(Vec::push, &asked, one.code));
                })
            };
            ul("cities", others.map(choice).collect())
        }
    };
    let field = view! {
        <div class="field">
            <label for="compare-search">{t.compare_search}</label>
            <input
                id="compare-search"
                type="search"
                autocomplete="off"
                prop:value=move || typed.get()
                on:input:target=move |event| typed.set(event.target().value())
            />
        </div>
    }
    .into_any();
    let is_full = asked.areas.len() >= MOST_AREAS;
    let picker = if is_full { p("soft", t.compare_full) } else { div("column-part", vec![field, found.into_any()]) };
    let (charts, questions) = (asked.areas.len() > 1, Question::of(&asked).collect());
    vec![
        p("", t.compare_explain),
        div("chips", chips),
        if charts { filters(&asked, COMPARE) } else { p("soft", t.compare_two) },
        if charts { column(questions, &asked) } else { ().into_any() },
        picker,
    ]
}
