//! All fields in conflict, group by group.

use leptos::prelude::*;

use super::disputes::{Disputed, Entry, code_of, disputed, disputed_alone, list};
use crate::domain::region;
use crate::i18n::Lang;
use crate::kinds::KindId;
use crate::order::by_text;
use crate::registry::{Dossier, Registry};
use crate::search::{Filter, Need, Query, find};
use crate::ui::parts::block::{button, div, live, p};
use crate::ui::parts::{Choice, Frame, field, select};
use crate::ui::state::{use_app, use_lang, use_texts};

/// How many fields are listed at first, and with each "more".
const PAGE: usize = 50;

/// From so many fields on, a city can be chosen.
const MANY: usize = 10;

/// The id of what takes the focus when the last one is settled.
const NONE_LEFT: &str = "none-left";

/// A group with what is in conflict in it.
type Group = (Entry, Vec<Disputed>);

#[component]
pub fn ConflictsPage() -> impl IntoView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let city = RwSignal::new(String::new());
    let shown = RwSignal::new(PAGE);
    let all = Memo::new(move |_| app.registry.with(|registry| groups(registry, lang)));
    let is_wanted = move |group: &Group| city.with(|city| city.is_empty() || *city == place(group));
    let entries = Memo::new(move |_| {
        let mut entries = Vec::new();
        let mut left = shown.get();
        all.with(|all| {
            for (heading, fields) in all.iter().filter(|group| is_wanted(group)) {
                if left > 0 {
                    entries.push(heading.clone());
                    entries.extend(fields.iter().take(left).cloned().map(Entry::Field));
                    left = left.saturating_sub(fields.len());
                }
            }
        });
        entries
    });
    let count = Memo::new(move |_| {
        all.with(|all| {
            let wanted = || all.iter().filter(|group| is_wanted(group));
            let groups = wanted().filter(|(heading, _)| matches!(heading, Entry::Group(..)));
            (wanted().map(|(_, fields)| fields.len()).sum::<usize>(), groups.count())
        })
    });
    let told = move || {
        let (fields, groups) = count.get();
        let somewhere = city.with(|city| !city.is_empty());
        match (fields, somewhere) {
            (0, true) => {
                let everywhere = button("plain", t.conflict_everywhere, move || city.set(String::new()));
                vec![p("box fine", t.conflict_none_here), everywhere]
            }
            (0, false) => vec![div("box fine", vec![p("", t.conflict_none), p("soft", t.conflict_none_text)])],
            _ => vec![p("note", lang.in_conflict(fields, groups)), p("", t.conflict_explain)],
        }
    };
    let more = move || {
        let rest = count.get().0.saturating_sub(shown.get());
        (rest > 0).then(|| button("plain wide", lang.and_more(rest), move || shown.update(|shown| *shown += PAGE)))
    };
    // Once chosen, it can be chosen otherwise, however few are left.
    let cities = Memo::new(move |_| all.with(|all| offered(all, city.with(|city| !city.is_empty()))));
    let chooser = move || {
        let cities = cities.get();
        (!cities.is_empty()).then(|| {
            let choose = Callback::new(move |code: String| {
                city.set(code);
                shown.set(PAGE);
            });
            let chooser = select("city".to_owned(), city.into(), cities, t.filter_all_regions, choose);
            field(Frame::plain("city", t.filter_region), chooser)
        })
    };
    vec![
        chooser.into_any(),
        view! {
            <div id=NONE_LEFT tabindex="-1">
                {live("status", "found", told)}
            </div>
        }
        .into_any(),
        list(entries, NONE_LEFT),
        more.into_any(),
    ]
}

/// The groups with a conflict, by name; then the kinds whose records belong to nothing but themselves.
fn groups(registry: &Registry, lang: Lang) -> Vec<Group> {
    let filter = Filter { need: Some(Need::Conflict), ..Filter::default() };
    let group = |dossier: &Dossier| (Entry::group(dossier, lang), disputed(dossier, lang));
    let groups = find(registry.dossiers(), &Query::default(), &filter).into_iter().map(|hit| group(hit.dossier));
    let kinds = KindId::alone().map(|kind| (Entry::Kind(kind), disputed_alone(registry, kind, lang)));
    groups.chain(kinds.filter(|(_, fields)| !fields.is_empty())).collect()
}

/// The code of the city that a group lies in.
fn place((_, fields): &Group) -> String {
    code_of(fields.first().and_then(|field| field.near))
}

/// The cities to choose from, where there are many fields and more than one city, or where one is chosen already.
fn offered(all: &[Group], is_chosen: bool) -> Vec<Choice> {
    let mut codes: Vec<String> = Vec::new();
    for code in all.iter().map(place).filter(|code| !code.is_empty()) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    let fields: usize = all.iter().map(|(_, fields)| fields.len()).sum();
    if !is_chosen && (codes.len() < 2 || fields <= MANY) {
        return Vec::new();
    }
    let name = |code: &str| {
        let known = region::kabupaten_kota().find(|region| code_of(Some(region.code)) == code);
        known.map_or_else(|| code.to_owned(), |region| region.short_name().to_owned())
    };
    by_text(codes.iter().map(|code| Choice::new(code.clone(), name(code))).collect(), |choice| choice.word.clone())
}
