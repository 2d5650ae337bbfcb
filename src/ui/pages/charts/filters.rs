//! What charts are asked of: the place down to the kecamatan, the programme and year, the pendamping; and the order of one chart. Each
//! choice is another address.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::{FieldValue, RegionCode, fold, region};
use crate::figures::area_name;
use crate::i18n::Lang;
use crate::registry::Registry;
use crate::route::Route;
use crate::search::kept;
use crate::stats::{Asked, Question, Scope, Slice, Sorted};
use crate::ui::parts::Choice;
use crate::ui::parts::block::div;
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

/// What can be chosen of the book.
#[derive(Clone, Default, PartialEq)]
struct Held {
    scopes: Vec<Scope>,
    facilitators: Vec<String>,
}

/// The choices above charts, on the page of this word: that of a question has the order of its rows, too.
pub fn filters(asked: &Asked, word: &'static str) -> AnyView {
    let question = Question::from_code(word);
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let held = Memo::new(move |_| app.registry.with(held));
    let now = asked.clone();
    let choices = move || {
        let mut pills = if question.is_some_and(Question::is_published) {
            Vec::new()
        } else {
            of_book(lang, word, &now, held.get())
        };
        if question.is_some_and(Question::is_free) {
            let with = now.clone();
            pills.push(pill(
                t.chart_order,
                Sorted::ALL.map(|order| Choice::new(order.code(), lang.sorted(order))).into(),
                now.order.code(),
                move |code| {
                    let order = Sorted::ALL.into_iter().find(|order| order.code() == code).unwrap_or_default();
                    go(word, &Asked { order, ..with.clone() });
                },
            ));
        }
        pills
    };
    div("looked-at filters", vec![choices.into_any()])
}

/// What of the book is counted.
fn of_book(lang: Lang, word: &'static str, now: &Asked, held: Held) -> Vec<AnyView> {
    let t = lang.texts();
    let Held { mut scopes, facilitators } = held;
    if !scopes.contains(&now.scope) {
        scopes.push(now.scope);
    }
    let mut pills = Vec::new();
    if now.areas.is_empty() {
        let cities = region::kabupaten_kota().map(|city| Choice::new(city.code.to_string(), city.short_name()));
        let city = now.place.and_then(RegionCode::kabkota);
        let with = now.clone();
        let place = |code: &str| RegionCode::parse(code).ok();
        pills.push(pill(
            t.chart_place,
            [Choice::new("", t.chart_all_places)].into_iter().chain(cities).collect(),
            &city.map_or_else(String::new, |city| city.to_string()),
            move |code| go(word, &Asked { place: place(&code), ..with.clone() }),
        ));
        if let Some(city) = city {
            let districts = region::children(city).map(|it| Choice::new(it.code.to_string(), it.short_name()));
            let with = now.clone();
            pills.push(pill(
                t.chart_district,
                [Choice::new("", t.chart_all_districts)].into_iter().chain(districts).collect(),
                &now.place.filter(|place| *place != city).map_or_else(String::new, |place| place.to_string()),
                move |code| go(word, &Asked { place: place(&code).or(Some(city)), ..with.clone() }),
            ));
        }
    }
    let scope = |scope: Scope| Choice::new(scope.code(), lang.scope(scope, None));
    let with = now.clone();
    pills.push(pill(
        lang.first_texts().scope_label,
        scopes.into_iter().map(scope).collect(),
        &now.scope.code(),
        move |code| go(word, &Asked { scope: Scope::from_code(&code).unwrap_or_default(), ..with.clone() }),
    ));
    if !facilitators.is_empty() || now.facilitator.is_some() {
        let theirs = facilitators.into_iter().map(|name| Choice::new(name.clone(), name));
        let with = now.clone();
        pills.push(pill(
            t.chart_facilitator,
            [Choice::new("", t.chart_all_facilitators)].into_iter().chain(theirs).collect(),
            now.facilitator.as_deref().unwrap_or_default(),
            move |name| {
                go(word, &Asked { facilitator: Some(name).filter(|it| !it.is_empty()), ..with.clone() });
            },
        ));
    }
    pills
}

fn go(word: &'static str, asked: &Asked) {
    web::go(&Route::Chart(word, kept(&asked.query())).to_string());
}

fn pill(label: &'static str, choices: Vec<Choice>, chosen: &str, choose: impl Fn(String) + 'static) -> AnyView {
    let mut choices = choices;
    if !choices.iter().any(|choice| choice.code == chosen) {
        choices.push(Choice::new(chosen, chosen));
    }
    let option = |Choice { code, word }: Choice| {
        let is_chosen = code == chosen;
        view! { <option value=code prop:selected=is_chosen>{word}</option> }.into_any()
    };
    let options: Vec<AnyView> = choices.into_iter().map(option).collect();
    view! {
        <select class="pill" aria-label=label on:change:target=move |event| choose(event.target().value())>
            {options}
        </select>
    }
    .into_any()
}

fn held(registry: &Registry) -> Held {
    let slices: Vec<Slice> =
        registry.dossiers().map(|dossier| (dossier.group.value.programme, dossier.group.value.year)).collect();
    let names = registry.dossiers().filter_map(|dossier| dossier.group.value.facilitator.as_ref());
    let by_fold: BTreeMap<String, String> = names.map(|name| (fold(name.as_str()), name.as_str().to_owned())).collect();
    Held { scopes: Scope::offered(&slices), facilitators: by_fold.into_values().collect() }
}

/// What an area is called in a list where no other stands around it: "Kec. Samarinda Ulu, Samarinda".
pub fn full_name(lang: Lang, area: RegionCode) -> String {
    match area.kabkota() {
        Some(city) if city != area => format!("{}, {}", area_name(lang, Some(area)), area_name(lang, Some(city))),
        _ => area_name(lang, Some(area)),
    }
}
