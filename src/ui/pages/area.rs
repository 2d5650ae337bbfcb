//! All that the book and the published figures know of an area: a kabupaten, a city or a kecamatan. Its numbers, what is missing, its
//! parts, who works there, what was held there, its charts.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::charts::{COMPARE, chart_route, column};
use crate::domain::{Date, FieldValue, Id, RegionCode, fold, region};
use crate::figures::area_name;
use crate::i18n::Lang;
use crate::kinds::{Event, FieldRef, KindId};
use crate::registry::{Dossier, Registry};
use crate::route::Route;
use crate::search::{Filter, Need, kept};
use crate::stats::{AreaRow, Asked, Question, by_area, percent};
use crate::ui::lazy;
use crate::ui::parts::block::{a, div, dl, h2, p, section, text, ul};
use crate::ui::state::{NEEDS, Reading, use_app, use_lang, use_texts};

/// The charts that stand on the page of an area; all others are a step away.
const SHOWN: [Question; 7] = [
    Question::Groups,
    Question::Status,
    Question::Size,
    Question::SexByArea,
    Question::Sex,
    Question::PoorMap,
    Question::PoorAreas,
];

/// What was held: the day it began, its name, its record.
type Held = (Option<Date>, String, Id);

/// What the book knows of an area.
#[derive(Clone, Default, PartialEq)]
struct Known {
    numbers: AreaRow,
    /// How many groups have each of [`NEEDS`].
    needs: [usize; 3],
    /// Each pendamping with the groups here.
    facilitators: Vec<(String, usize)>,
    /// What was held here, the latest first: the day, the name, the record.
    events: Vec<Held>,
}

fn known(registry: &Registry, area: RegionCode, asked: &Asked) -> Known {
    let covered = || registry.dossiers().filter(|dossier| asked.covers(dossier));
    let (_, numbers) = by_area(registry.dossiers(), asked, registry.today());
    let mut theirs: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for name in covered().filter_map(|dossier: &Dossier| dossier.group.value.facilitator.as_ref()) {
        theirs.entry(fold(name.as_str())).or_insert_with(|| (name.as_str().to_owned(), 0)).1 += 1;
    }
    let mut events: Vec<Held> = registry
        .alone(KindId::Event)
        .filter_map(|event| {
            let value = |field: FieldRef| event.value.value(field.key());
            let place = RegionCode::from_json(value(Event::REGION)?).ok()?;
            let name = value(Event::NAME)?.as_str()?.to_owned();
            let starts = value(Event::STARTS).and_then(|day| Date::from_json(day).ok());
            area.contains(place).then_some((starts, name, event.id))
        })
        .collect();
    events.sort_by_key(|(starts, ..)| std::cmp::Reverse(*starts));
    Known {
        numbers: AreaRow { incomes: Vec::new(), ..numbers },
        needs: NEEDS.map(|need| covered().filter(|dossier| need.is_of(dossier)).count()),
        facilitators: theirs.into_values().collect(),
        events,
    }
}

#[component]
pub fn AreaPage(area: RegionCode, asked: Asked) -> impl IntoView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let asked = Asked { place: Some(area), areas: Vec::new(), ..asked };
    let within = asked.within().unwrap_or_default();
    let known = {
        let asked = asked.clone();
        Memo::new(move |_| {
            let is_read = app.reading.with(|reading| matches!(reading, Reading::Done));
            is_read.then(|| app.registry.with(|registry| known(registry, area, &asked)))
        })
    };
    let around = area.kabkota().filter(|city| *city != area);
    let name = around.map(|city| {
        let up = a("go", &Route::area(city, asked.scope), vec![text(area_name(lang, Some(city)))]);
        div("above", vec![h2("area-name", area_name(lang, Some(area))), up])
    });
    let book = move || match known.get() {
        None => vec![lazy::unread(app)],
        Some(known) => vec![
            numbers(lang, &known.numbers),
            a("button", &Route::Groups(within), vec![text(t.area_groups)]),
            section("area-missing", t.area_missing, missing(lang, known.needs, within)),
            section("area-people", t.area_people, people(lang, &known.facilitators, within)),
            section("area-events", t.area_events, events(lang, &known.events)),
        ],
    };
    let parts = region::children(area).filter(|part| part.level.is_district());
    let part = |part: region::Region| a("", &Route::area(part.code, asked.scope), vec![text(part.short_name())]);
    let parts: Vec<AnyView> = parts.map(part).collect();
    let parts = (!parts.is_empty()).then(|| section("area-parts", t.area_parts, vec![ul("areas", parts)]));
    let compared = Asked { place: None, areas: vec![area], ..Asked::default() };
    let questions: Vec<Question> = SHOWN.into_iter().filter(|it| is_asked(*it, &asked)).collect();
    let ways = vec![
        a("go", &chart_route(None, &asked), vec![text(t.area_charts)]),
        a("go", &Route::Chart(COMPARE, kept(&compared.query())), vec![text(t.compare_areas)]),
    ];
    vec![name.into_any(), book.into_any(), parts.into_any(), column(questions, &asked), div("ways-on", ways)]
}

/// Whether a chart says anything of this area: women and men are told by its parts where it has any.
fn is_asked(question: Question, asked: &Asked) -> bool {
    let is_district = asked.place.is_some_and(|place| place.level().is_district());
    match question {
        Question::Groups | Question::SexByArea | Question::PoorMap | Question::PoorAreas => !is_district,
        Question::Sex => is_district,
        _ => true,
    }
}

fn numbers(lang: Lang, row: &AreaRow) -> AnyView {
    let t = lang.texts();
    let first = lang.first_texts();
    let none = || "–".to_owned();
    let per_group = (row.groups > 0).then(|| lang.tenths((row.households * 20 + row.groups) / (row.groups * 2)));
    let part = |part: Option<usize>| part.map_or_else(none, |percent| format!("{percent}%"));
    let figure = |word: &str, value: String| (word.to_owned(), text(value));
    dl(
        "figures six",
        vec![
            figure(first.figure_groups, lang.number(row.groups)),
            figure(first.figure_households, lang.number(row.households)),
            figure(t.area_members, lang.number(row.members)),
            figure(first.figure_per_group, per_group.unwrap_or_else(none)),
            figure(t.chart_active, part(percent(row.active, row.groups))),
            figure(t.chart_women, part(row.percent_women())),
        ],
    )
}

fn missing(lang: Lang, needs: [usize; 3], within: Filter) -> Vec<AnyView> {
    let lines = NEEDS.into_iter().zip(needs).filter(|(need, count)| *count > 0 && *need != Need::NoPlace);
    let line = |(need, count): (Need, usize)| {
        a("", &Route::Groups(Filter { need: Some(need), ..within }), vec![text(lang.needing(need, count))])
    };
    let lines: Vec<AnyView> = lines.map(line).collect();
    if lines.is_empty() { vec![p("soft", lang.texts().area_missing_none)] } else { vec![ul("areas", lines)] }
}

fn people(lang: Lang, facilitators: &[(String, usize)], within: Filter) -> Vec<AnyView> {
    let line = |(name, count): &(String, usize)| {
        let theirs = within.with(|further| further.facilitator = Some(name.clone()));
        a("", &Route::Groups(theirs), vec![text(format!("{name}: {}", lang.groups_word(*count)))])
    };
    let lines: Vec<AnyView> = facilitators.iter().map(line).collect();
    if lines.is_empty() { vec![p("soft", lang.texts().area_people_none)] } else { vec![ul("areas", lines)] }
}

fn events(lang: Lang, events: &[Held]) -> Vec<AnyView> {
    let line = |(starts, name, id): &Held| {
        let when = starts.map_or_else(String::new, |day| format!("{}: ", lang.date(day)));
        a("", &Route::Edit(KindId::Event, None, *id), vec![text(format!("{when}{name}"))])
    };
    let lines: Vec<AnyView> = events.iter().map(line).collect();
    if lines.is_empty() { vec![p("soft", lang.texts().area_events_none)] } else { vec![ul("areas", lines)] }
}
