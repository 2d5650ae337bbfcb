//! All groups: search as one types, filters, the list.

use leptos::prelude::*;

use crate::domain::{FieldValue, Programme, RegionCode, Status, Year, region};
use crate::i18n::{Label, Lang};
use crate::order::by_text;
use crate::route::{Route, Tab};
use crate::search::{Filter, Hit, Need, find};
use crate::ui::parts::block::{a, b, button, details, div, live, p, span, text, ul};
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::parts::{Choice, Frame, Tone, field, select, tag};
use crate::ui::state::{suspects, use_book, use_lang, use_texts};
use crate::web;

/// How many groups are listed at first, and with each "more": some screens of a phone, and not more than a key can redraw.
const PAGE: usize = 30;

#[component]
pub fn GroupsPage(filter: Filter) -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    book.watch_suspects(false);
    let is_filtered = filter != Filter::default();
    let words = book.words;
    let filter = RwSignal::new(filter);
    let shown = RwSignal::new(PAGE);
    let narrow = Callback::new(move |narrowed: Filter| {
        // The address follows, so that "back" and a copied link find the same list.
        web::replace_address(&Route::Groups(narrowed).to_string());
        filter.set(narrowed);
        shown.set(PAGE);
    });
    let search = move |text: String| {
        words.set(text);
        shown.set(PAGE);
    };
    let list = move || {
        book.registry.with(|registry| {
            let hits = words.with(|words| find(registry.dossiers(), words, &filter.get()));
            let is_suspect = |hit: &Hit| {
                suspects().with(|it| it.as_ref().is_some_and(|it| it.in_group(hit.dossier.id).next().is_some()))
            };
            let mut parts = vec![p("note", lang.found(hits.len(), registry.group_count()))];
            parts
                .push(ul("items", hits.iter().take(shown.get()).map(|hit| line(hit, is_suspect(hit), lang)).collect()));
            let in_conflict: usize = hits.iter().map(|hit| hit.dossier.conflict_count()).sum();
            if in_conflict > 0 {
                let groups = hits.iter().filter(|hit| hit.dossier.conflict_count() > 0).count();
                parts.insert(1, a("go", &Route::Conflicts, vec![text(lang.in_conflict(in_conflict, groups))]));
            }
            if hits.is_empty() {
                parts.push(p("box", t.groups_none_found));
            }
            if hits.len() > shown.get() {
                parts.push(button("plain wide", t.groups_more, move || shown.update(|shown| *shown += PAGE)));
            }
            parts
        })
    };
    let clear = button("link", t.filter_clear, move || {
        words.set(String::new());
        narrow.run(Filter::default());
    });
    let filters = details("filters", is_filtered, t.groups_filters, vec![filters(filter, narrow), clear]);
    view! {
        <search class="search">
            <input
                type="search"
                aria-label=t.groups_search
                placeholder=t.groups_search
                autocomplete="off"
                prop:value=words
                on:input:target=move |event| search(event.target().value())
            />
            {filters}
        </search>
        {live("status", "found", list)}
        {div("thumb", vec![a("button solid", &Route::NewGroup, vec![icon(Sign::Add), text(t.add_group)])])}
    }
}

fn filters(filter: RwSignal<Filter>, narrow: Callback<Filter>) -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let part = |id: &'static str, label, empty, choices, value: fn(&Filter) -> String, put: fn(&mut Filter, &str)| {
        let value = Signal::derive(move || filter.with(value));
        let choose = Callback::new(move |code: String| {
            let mut narrowed = filter.get_untracked();
            put(&mut narrowed, &code);
            narrow.run(narrowed);
        });
        field(Frame::plain(id, label), select(id.to_owned(), value, choices, empty, choose))
    };
    let regions = region::kabupaten_kota().map(|region| Choice::new(region.code.to_string(), region.short_name()));
    let mut years: Vec<Year> = Vec::new();
    book.registry.with_untracked(|registry| {
        for year in registry.dossiers().filter_map(|dossier| dossier.group.value.year) {
            if !years.contains(&year) {
                years.push(year);
            }
        }
    });
    let years = by_text(years, Year::text).into_iter().rev().map(|year| Choice::new(year.text(), year.text()));
    let programmes = Programme::ALL.iter().map(|programme| Choice::new(programme.code(), programme.label(lang)));
    let statuses = Status::ALL.iter().map(|status| Choice::new(status.code(), status.label(lang)));
    let needs = Need::ALL.iter().map(|need| Choice::new(need.code(), need.label(lang)));
    div(
        "grid",
        vec![
            part(
                "filter-region",
                t.filter_region,
                t.filter_all_regions,
                regions.collect(),
                |filter| filter.region.map(|region| region.to_string()).unwrap_or_default(),
                |filter, code| filter.region = RegionCode::parse(code).ok(),
            ),
            part(
                "filter-programme",
                t.filter_programme,
                t.filter_all_programmes,
                programmes.collect(),
                |filter| filter.programme.map(|programme| programme.code().to_owned()).unwrap_or_default(),
                |filter, code| filter.programme = Programme::from_code(code),
            ),
            part(
                "filter-year",
                t.filter_year,
                t.filter_all_years,
                years.collect(),
                |filter| filter.year.map(|year| year.text()).unwrap_or_default(),
                |filter, code| filter.year = Year::parse(code).ok(),
            ),
            part(
                "filter-status",
                t.filter_status,
                t.filter_all_statuses,
                statuses.collect(),
                |filter| filter.status.map(|status| status.code().to_owned()).unwrap_or_default(),
                |filter, code| filter.status = Status::from_code(code),
            ),
            part(
                "filter-need",
                t.filter_need,
                t.filter_all_needs,
                needs.collect(),
                |filter| filter.need.map(|need| need.code().to_owned()).unwrap_or_default(),
                |filter, code| filter.need = Need::from_code(code),
            ),
        ],
    )
}

/// One group of the list.
fn line(hit: &Hit, is_suspect: bool, lang: Lang) -> AnyView {
    let (dossier, t) = (hit.dossier, lang.texts());
    let group = &dossier.group.value;
    let mark = if dossier.is_recap_alone() {
        Some(tag(None, t.recap_mark))
    } else if dossier.conflict_count() > 0 {
        Some(tag(Some(Tone::Warning), Need::Conflict.label(lang)))
    } else if is_suspect {
        Some(tag(Some(Tone::Warning), t.duplicates_mark))
    } else if let Some(status) = group.status.filter(|status| *status != Status::Active) {
        Some(tag(None, status.label(lang)))
    } else {
        group.stage.map(|stage| tag(Some(Tone::Fine), stage.label(lang)))
    };
    let business = group.business.map(|business| business.label(lang).to_owned());
    let about: Vec<String> = business.into_iter().chain([lang.members(dossier.present)]).collect();
    let place = group.region.and_then(region::find);
    let place = place.map_or_else(|| t.chart_unplaced.to_owned(), |region| lang.place(region));
    let mut parts = vec![
        div("line", [Some(b(lang.group_name(Some(group)))), mark].into_iter().flatten().collect()),
        span("soft", about.join(" · ")),
        span("soft", place),
    ];
    if let Some(member) = hit.member.and_then(|place| dossier.members.get(place)) {
        let name = lang.member_name(&member.value);
        parts.push(view! { <span class="soft">{t.tab_members} ": " <mark>{name}</mark></span> }.into_any());
    }
    a("item", &Route::Group(dossier.id, Tab::Members), parts)
}
