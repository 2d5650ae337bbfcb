//! All groups: search as one types, filters, the list.

use leptos::prelude::*;

use crate::domain::{FieldValue, Programme, RegionCode, Status, Year, fold, region};
use crate::i18n::{Label, Lang};
use crate::kinds::{Group, GroupProblem};
use crate::order::by_text;
use crate::registry::Dossier;
use crate::route::{Route, Tab};
use crate::search::{Filter, Hit, Need, Piece, Query, find};
use crate::ui::pages::long_list::{LongList, search_field};
use crate::ui::parts::block::{a, b, button, details, div, live, p, span, text, ul};
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::parts::{Choice, Frame, Tone, field, select, tag};
use crate::ui::state::{Duplicates, use_app, use_lang, use_texts};
use crate::web;

#[component]
pub fn GroupsPage(filter: Filter) -> impl IntoView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let duplicates = Duplicates::of(app);
    duplicates.watch(false);
    let words = app.words;
    let filter = RwSignal::new(filter);
    let rows = LongList::new();
    let narrow = Callback::new(move |narrowed: Filter| {
        // The address follows, so that "back" and a copied link find the same list.
        web::replace_address(&Route::Groups(narrowed).to_string());
        filter.set(narrowed);
        rows.begin_anew();
    });
    let search = move |text: String| {
        app.search_for(text);
        rows.begin_anew();
    };
    let list = move || {
        app.registry.with(|registry| {
            let (query, filter) = (words.with(|words| Query::new(words)), filter.get());
            let hits = find(registry.dossiers(), &query, &filter);
            let is_suspect =
                |hit: &Hit| duplicates.with(|it| it.is_some_and(|it| it.in_group(hit.dossier.id).next().is_some()));
            let mut parts = vec![p("note", lang.found(hits.len(), registry.group_count()))];
            if rows.prints() {
                parts.insert(0, p("paper", on_paper(&filter, &words.get(), lang)));
            }
            parts.push(ul(
                "items",
                hits.iter()
                    .take(rows.rows(hits.len()))
                    .map(|hit| line(hit, &query, filter.need, is_suspect(hit), lang))
                    .collect(),
            ));
            let in_conflict: usize = hits.iter().map(|hit| hit.dossier.conflict_count()).sum();
            if in_conflict > 0 {
                let groups = hits.iter().filter(|hit| hit.dossier.conflict_count() > 0).count();
                parts.insert(1, a("go", &Route::Conflicts, vec![text(lang.in_conflict(in_conflict, groups))]));
            }
            if hits.is_empty() {
                let is_empty = registry.group_count() == 0;
                if is_empty {
                    // Nothing was looked for in vain: there is nothing yet.
                    parts.clear();
                }
                parts.push(p("box", if is_empty { t.groups_empty } else { t.groups_none_found }));
            }
            parts.extend(rows.more(hits.len()));
            parts
        })
    };
    let filters = details("filters", false, t.groups_filters, vec![filters(filter, narrow)]);
    view! {
        <search class="search">
            {search_field(t.groups_search.to_owned(), words.into(), search)}
            {chosen(filter, narrow)}
            {filters}
        </search>
        {live("status", "found", list)}
        {div("thumb", vec![a("button solid", &Route::NewGroup, vec![icon(Sign::Add), text(t.add_group)])])}
    }
}

/// What the list is narrowed to, each part a chip that takes it away: in sight whether or not the filters are.
fn chosen(filter: RwSignal<Filter>, narrow: Callback<Filter>) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let chips = move || {
        let now = filter.get();
        let chip = |(word, without): (String, Filter)| {
            let take_away = move |_| narrow.run(without);
            let label = lang.without_filter(&word);
            view! {
                <button type="button" class="chip set" aria-label=label on:click=take_away>
                    {word}
                    <span aria-hidden="true">"×"</span>
                </button>
            }
            .into_any()
        };
        let mut chips: Vec<AnyView> = parts_of(&now, lang).into_iter().map(chip).collect();
        if chips.len() > 1 {
            chips.push(button("link", t.filter_clear, move || narrow.run(Filter::default())));
        }
        (!chips.is_empty()).then(|| div("chips", chips))
    };
    chips.into_any()
}

/// The parts of a filter in words, each with the filter that is left without it.
fn parts_of(filter: &Filter, lang: Lang) -> Vec<(String, Filter)> {
    let parts = [
        filter.region.map(|region| (lang.city(Some(region)), Filter { region: None, ..*filter })),
        filter.programme.map(|it| (it.label(lang).to_owned(), Filter { programme: None, ..*filter })),
        filter.year.map(|year| (year.text(), Filter { year: None, ..*filter })),
        filter.status.map(|status| (status.label(lang).to_owned(), Filter { status: None, ..*filter })),
        filter.need.map(|need| (need.label(lang).to_owned(), Filter { need: None, ..*filter })),
    ];
    parts.into_iter().flatten().collect()
}

/// What a printed list is of, and of which day.
fn on_paper(filter: &Filter, words: &str, lang: Lang) -> String {
    let place = filter.region.map_or_else(|| lang.texts().paper_province.to_owned(), |region| lang.city(Some(region)));
    let parts = parts_of(&Filter { region: None, ..*filter }, lang).into_iter().map(|(word, _)| word);
    let typed = Some(words.trim().to_owned()).filter(|words| !words.is_empty());
    [place].into_iter().chain(parts).chain(typed).chain([lang.date(web::today())]).collect::<Vec<_>>().join(" · ")
}

fn filters(filter: RwSignal<Filter>, narrow: Callback<Filter>) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
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
    app.registry.with_untracked(|registry| {
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

/// A text with what was looked for marked in it; `None` where nothing of it was.
fn marked(query: &Query, shown: &str) -> Option<Vec<AnyView>> {
    let pieces = query.marked(shown);
    let piece = |piece: &Piece| {
        if piece.is_found { view! { <mark>{piece.text.to_owned()}</mark> }.into_any() } else { text(piece.text) }
    };
    pieces.iter().any(|piece| piece.is_found).then(|| pieces.iter().map(piece).collect())
}

/// A line of a row, with its marks.
fn soft(query: &Query, shown: String) -> AnyView {
    match marked(query, &shown) {
        Some(pieces) => view! { <span class="soft">{pieces}</span> }.into_any(),
        None => span("soft", shown),
    }
}

/// Why a group is one that is not complete: the first thing that is wrong with it, or with one of its members.
fn reason(dossier: &Dossier, lang: Lang) -> Option<String> {
    let group = dossier.composition.iter().chain(&dossier.group.problems).next();
    group.map(|problem| lang.group_problem(*problem)).or_else(|| {
        dossier.members.iter().find_map(|member| {
            let gap = member.problems.iter().find(|problem| problem.is_gap())?;
            Some(format!("{}: {}", lang.member_name(&member.value), lang.member_problem(*gap, "")))
        })
    })
}

/// One group of the list.
fn line(hit: &Hit, query: &Query, need: Option<Need>, is_suspect: bool, lang: Lang) -> AnyView {
    let (dossier, t) = (hit.dossier, lang.texts());
    let group = &dossier.group.value;
    let mark = if dossier.is_recap_alone() {
        Some(tag(None, t.recap_mark))
    } else if dossier.conflict_count() > 0 {
        Some(tag(Some(Tone::Warning), Need::Conflict.label(lang)))
    } else if dossier.composition.iter().any(|problem| matches!(problem, GroupProblem::Crowded { .. })) {
        Some(tag(Some(Tone::Error), t.groups_crowded))
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
    let (name, about) = (lang.group_name(Some(group)), about.join(" · "));
    let title = match marked(query, &name) {
        Some(pieces) => view! { <b>{pieces}</b> }.into_any(),
        None => b(&*name),
    };
    // Words that stand in nothing of what every row shows are shown where they do.
    let rest = query.without(&fold(&format!("{name} {about} {place}")));
    let mut parts =
        vec![div("line", [Some(title), mark].into_iter().flatten().collect()), soft(query, about), soft(query, place)];
    let beside = [
        (Group::FACILITATOR, group.facilitator.as_ref().map(ToString::to_string)),
        (Group::BUSINESS_NAME, group.business_name.as_ref().map(ToString::to_string)),
    ];
    if !rest.is_empty() {
        for (field, value) in beside {
            let value = value.filter(|value| marked(&rest, value).is_some());
            parts.extend(value.map(|value| soft(query, format!("{}: {value}", field.label(lang)))));
        }
    }
    if let Some(member) = hit.member.and_then(|place| dossier.members.get(place)) {
        parts.push(soft(query, format!("{}: {}", t.tab_members, lang.member_name(&member.value))));
    }
    if need == Some(Need::Incomplete) {
        parts.extend(reason(dossier, lang).map(|reason| span("reason", reason)));
    }
    a("item", &Route::Group(dossier.id, Tab::Members), parts)
}
