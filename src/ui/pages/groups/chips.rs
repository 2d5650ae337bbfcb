//! Chips above the list: what it is narrowed to, each taken away by a tap and always in sight; and what it can be narrowed to, each a
//! short list of what the book really holds.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::listing::Listing;
use crate::domain::{self, FieldValue, Programme, RegionCode, Stage, Status, Year, fold, region};
use crate::i18n::{Label, Lang};
use crate::kinds::Group;
use crate::order::by_text;
use crate::registry::Registry;
use crate::search::{By, Filter, Need, Order};
use crate::ui::parts::Choice;
use crate::ui::parts::block::{button, div};
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

/// The name of the chip for a city or kabupaten.
pub const CITY: &str = "region";

const DISTRICT: &str = "district";
const ORDER: &str = "order";

/// A part of a filter that is set.
pub struct Part {
    /// What narrows by it.
    pub name: &'static str,
    /// In words.
    pub word: String,
    /// What is left without it.
    without: Filter,
}

/// What it can be narrowed by: which choices there are, and what choosing one makes of a filter.
struct Way {
    name: &'static str,
    label: &'static str,
    choices: Vec<Choice>,
    put: fn(Filter, &str) -> Filter,
}

/// The chips of a list.
pub fn chips(listing: Listing) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let set = move || {
        let mut chips: Vec<AnyView> =
            parts_of(&listing.filter(), lang).into_iter().map(|part| set_chip(listing, part, lang)).collect();
        if chips.len() > 1 {
            chips.push(button("link", t.filter_clear, move || listing.narrow(Filter::default())));
        }
        (!chips.is_empty()).then(|| div("chips", chips))
    };
    let held = Memo::new(move |_| app.registry.with(|registry| Held::of(registry, lang)));
    let ways = move || {
        let filter = listing.filter();
        let set = parts_of(&filter, lang);
        let is_open = |way: &Way| !way.choices.is_empty() && !set.iter().any(|part| part.name == way.name);
        let ways = held.with(|held| ways(held, &filter, lang));
        let chips: Vec<AnyView> = ways.into_iter().filter(is_open).map(|way| open_chip(listing, way)).collect();
        (!chips.is_empty())
            .then(|| view! { <div class="ways" role="group" tabindex="0" aria-label=t.groups_filters>{chips}</div> })
    };
    vec![set.into_any(), ways.into_any()].into_any()
}

fn set_chip(listing: Listing, Part { name, word, without }: Part, lang: Lang) -> AnyView {
    let label = if name == ORDER { lang.without_order(&word) } else { lang.without_filter(&word) };
    let take_away = move |_| {
        listing.narrow(without);
        request_animation_frame(move || web::focus(&chip_id(name, false)));
    };
    view! {
        <button type="button" class="chip set" id=chip_id(name, true) aria-label=label on:click=take_away>
            {word}
            <span aria-hidden="true">"×"</span>
        </button>
    }
    .into_any()
}

fn open_chip(listing: Listing, Way { name, label, choices, put }: Way) -> AnyView {
    let choose = move |code: String| {
        if !code.is_empty() {
            listing.narrow(put(untrack(|| listing.filter()), &code));
            // The chip that was set has taken its place.
            request_animation_frame(move || web::focus(&chip_id(name, true)));
        }
    };
    let option = |Choice { code, word }: Choice| view! { <option value=code>{word}</option> }.into_any();
    let options: Vec<AnyView> = [Choice::new("", label)].into_iter().chain(choices).map(option).collect();
    view! {
        <select
            class="chip"
            id=chip_id(name, false)
            aria-label=label
            on:change:target=move |event| {
                let code = event.target().value();
                // What was chosen stands in the chip that is set; this one may stay, for another part.
                event.target().set_value("");
                choose(code);
            }
        >
            {options}
        </select>
    }
    .into_any()
}

fn chip_id(name: &str, is_set: bool) -> String {
    format!("{}-{name}", if is_set { "set" } else { "narrow" })
}

/// The parts of a filter in words, each with the filter that is left without it.
pub fn parts_of(filter: &Filter, lang: Lang) -> Vec<Part> {
    let further = filter.further();
    let city = filter.region.and_then(RegionCode::kabkota);
    let district = filter.region.filter(|region| Some(*region) != city);
    let in_words =
        |region: RegionCode| region::find(region).map_or_else(|| region.to_string(), |it| lang.region_name(it));
    let order = Some(further.order).filter(|order| *order != Order::default());
    let parts = [
        (CITY, city.map(|city| (lang.city(Some(city)), Filter { region: None, ..*filter }))),
        (DISTRICT, district.map(|region| (in_words(region), Filter { region: city, ..*filter }))),
        ("programme", filter.programme.map(|it| (it.label(lang).to_owned(), Filter { programme: None, ..*filter }))),
        ("year", filter.year.map(|year| (year.text(), Filter { year: None, ..*filter }))),
        ("status", filter.status.map(|status| (status.label(lang).to_owned(), Filter { status: None, ..*filter }))),
        ("stage", further.stage.map(|it| (it.label(lang).to_owned(), filter.with(|it| it.stage = None)))),
        ("facilitator", further.facilitator.map(|name| (name, filter.with(|it| it.facilitator = None)))),
        ("need", filter.need.map(|need| (need.label(lang).to_owned(), Filter { need: None, ..*filter }))),
        (ORDER, order.map(|order| (lang.ordered(order), filter.with(|it| it.order = Order::default())))),
    ];
    let part = |(name, part): (&'static str, Option<(String, Filter)>)| {
        let (word, without) = part?;
        Some(Part { name, word, without })
    };
    parts.into_iter().filter_map(part).collect()
}

/// What the groups of a book really are.
#[derive(Clone, Debug, Default, PartialEq)]
struct Held {
    cities: Vec<RegionCode>,
    districts: Vec<RegionCode>,
    programmes: Vec<Programme>,
    years: Vec<Year>,
    statuses: Vec<Status>,
    stages: Vec<Stage>,
    facilitators: Vec<String>,
    needs: Vec<Need>,
}

impl Held {
    fn of(registry: &Registry, lang: Lang) -> Self {
        fn note<T: PartialEq>(all: &mut Vec<T>, one: Option<T>) {
            if let Some(one) = one.filter(|one| !all.contains(one)) {
                all.push(one);
            }
        }
        let (mut held, mut named) = (Self::default(), BTreeMap::new());
        for dossier in registry.dossiers() {
            let group = &dossier.group.value;
            note(&mut held.cities, group.region.and_then(RegionCode::kabkota).filter(|city| region::is_known(*city)));
            note(&mut held.districts, group.region.and_then(RegionCode::district));
            note(&mut held.programmes, group.programme);
            note(&mut held.years, group.year);
            note(&mut held.statuses, Some(group.status.unwrap_or(Status::Active)));
            note(&mut held.stages, group.stage);
            if let Some(name) = &group.facilitator {
                named.entry(fold(name.as_str())).or_insert_with(|| name.to_string());
            }
            for need in Need::ALL {
                if !held.needs.contains(&need) {
                    note(&mut held.needs, need.is_of(dossier).then_some(need));
                }
            }
        }
        held.districts = by_text(held.districts, |code| district_in_words(*code, lang));
        held.facilitators = named.into_values().collect();
        held.years = by_text(held.years, |year| format!("{}", 9999 - year.get()));
        held
    }
}

fn district_in_words(code: RegionCode, lang: Lang) -> String {
    region::find(code).map_or_else(|| code.to_string(), |region| lang.short_place(region))
}

/// The choices of a closed list that the book holds, in the order of a form.
fn held_of<T: domain::Choice + Label>(held: &[T], lang: Lang) -> Vec<Choice> {
    let of = |it: &T| Choice::new(it.text(), it.label(lang));
    T::ALL.iter().filter(|it| held.iter().any(|held| held.text() == it.text())).map(of).collect()
}

fn ways(held: &Held, filter: &Filter, lang: Lang) -> Vec<Way> {
    let (t, d) = (lang.texts(), lang.desk());
    let city = filter.region.and_then(RegionCode::kabkota);
    let is_in = |code: &&RegionCode| city.is_none_or(|city| city.contains(**code));
    let district = |code: &RegionCode| {
        let word = match city {
            Some(_) => region::find(*code).map(|region| region.short_name().to_owned()),
            None => None,
        };
        Choice::new(code.to_string(), word.unwrap_or_else(|| district_in_words(*code, lang)))
    };
    let cities = region::kabupaten_kota().filter(|region| held.cities.contains(&region.code));
    let orders = [By::Newest, By::Needing];
    let needs = Need::ALL.iter().filter(|need| held.needs.contains(need));
    vec![
        Way {
            name: CITY,
            label: t.filter_region,
            choices: cities.map(|region| Choice::new(region.code.to_string(), region.short_name())).collect(),
            put: |filter, code| Filter { region: RegionCode::parse(code).ok(), ..filter },
        },
        Way {
            name: DISTRICT,
            label: d.district,
            choices: held.districts.iter().filter(is_in).map(district).collect(),
            put: |filter, code| Filter { region: RegionCode::parse(code).ok(), ..filter },
        },
        Way {
            name: "need",
            label: t.filter_need,
            choices: needs.map(|need| Choice::new(need.code(), need.label(lang))).collect(),
            put: |filter, code| Filter { need: Need::from_code(code), ..filter },
        },
        Way {
            name: "year",
            label: t.filter_year,
            choices: held.years.iter().map(|year| Choice::new(year.text(), year.text())).collect(),
            put: |filter, code| Filter { year: Year::parse(code).ok(), ..filter },
        },
        Way {
            name: "programme",
            label: t.filter_programme,
            choices: held_of(&held.programmes, lang),
            put: |filter, code| Filter { programme: Programme::from_code(code), ..filter },
        },
        Way {
            name: "stage",
            label: lang.filter_of(Group::STAGE),
            choices: held_of(&held.stages, lang),
            put: |filter, code| filter.with(|it| it.stage = Stage::from_code(code)),
        },
        Way {
            name: "status",
            label: t.filter_status,
            choices: held_of(&held.statuses, lang),
            put: |filter, code| Filter { status: Status::from_code(code), ..filter },
        },
        Way {
            name: "facilitator",
            label: lang.filter_of(Group::FACILITATOR),
            choices: held.facilitators.iter().map(|name| Choice::new(name.clone(), name.clone())).collect(),
            put: |filter, name| filter.with(|it| it.facilitator = Some(name.to_owned())),
        },
        Way {
            name: ORDER,
            label: d.order,
            choices: orders.map(|by| Choice::new(by.code(), by.label(lang))).into(),
            put: |filter, code| filter.with(|it| it.order = By::from_code(code).map(Order::by).unwrap_or_default()),
        },
    ]
}
