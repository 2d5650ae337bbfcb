//! The records of one kind, such as the visits to a group, or all events: the latest first, each with what is wrong with it.

use leptos::prelude::*;

use crate::domain::Id;
use crate::i18n::{Label, Show};
use crate::kinds::{KindId, Rule, Severity};
use crate::registry::{Dossier, Entry, Other};
use crate::route::Route;
use crate::search::{Need, Query, find_records};
use crate::ui::pages::long_list::{LongList, search_field};
use crate::ui::parts::block::{a, b, div, live, ol, p, span, text};
use crate::ui::parts::icon::{Sign, icon};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::{use_app, use_lang};

type OfKind = Entry<Other, &'static Rule>;

/// The records of a kind in a group.
pub fn records_of(dossier: &Dossier, kind: KindId) -> AnyView {
    list(kind, Some(dossier.id), latest_first(kind, dossier.of_kind(kind).collect()))
}

/// The page of a kind that belongs to nothing but itself.
pub fn records_page(kind: KindId) -> AnyView {
    vec![all_of(kind), add_button(kind)].into_any()
}

/// All records of such a kind, drawn anew with the book, and what is searched by.
pub fn all_of(kind: KindId) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    // Not in the address, as with groups: what is typed may be a name.
    let (words, rows) = (RwSignal::new(String::new()), LongList::new());
    let found = move || {
        app.registry.with(|registry| {
            let entries: Vec<&OfKind> = registry.alone(kind).collect();
            let (all, query) = (entries.len(), Query::new(&words.get()));
            let disputed: usize = entries.iter().map(|entry| entry.conflicts.len()).sum();
            let hits =
                find_records(latest_first(kind, entries), &query, |field, value| lang.value(field, value, Show::Whole));
            let mut parts = Vec::new();
            if disputed > 0 {
                parts.push(a("go", &Route::Conflicts, vec![text(lang.in_conflict(disputed, 0))]));
            }
            if !query.is_empty() {
                parts.push(p("note", lang.found_of(kind, hits.len(), all)));
            }
            let found = hits.len();
            if found > 0 || all == 0 {
                parts.push(list(kind, None, hits.into_iter().take(rows.rows(found)).collect()));
            }
            parts.extend(rows.more(found));
            parts
        })
    };
    let has_any = Memo::new(move |_| app.registry.with(|registry| registry.alone(kind).next().is_some()));
    let search = move || {
        has_any.get().then(|| {
            let typed = move |text| {
                words.set(text);
                rows.begin_anew();
            };
            view! { <search class="search">{search_field(lang.search_for(kind), words.into(), typed)}</search> }
        })
    };
    vec![search.into_any(), live("status", "found", found)].into_any()
}

/// The way to the form of a new one.
pub fn add_button(kind: KindId) -> AnyView {
    let word = text(kind.words().add.label(use_lang()));
    div("thumb", vec![a("button solid", &Route::New(kind, None), vec![icon(Sign::Add), word])])
}

/// By the day that each is of, the latest first.
fn latest_first(kind: KindId, mut entries: Vec<&OfKind>) -> Vec<&OfKind> {
    let day = |entry: &OfKind| {
        let dated = kind.row().dated.and_then(|field| entry.value.value(field.key()));
        dated.and_then(|day| day.as_str()).unwrap_or_default().to_owned()
    };
    entries.sort_by_cached_key(|entry| std::cmp::Reverse((day(entry), entry.first)));
    entries
}

fn list(kind: KindId, group: Option<Id>, entries: Vec<&OfKind>) -> AnyView {
    if entries.is_empty() {
        return p("box", kind.words().none.label(use_lang()));
    }
    ol("items", entries.into_iter().map(|entry| line(kind, group, entry)).collect())
}

fn line(kind: KindId, group: Option<Id>, entry: &OfKind) -> AnyView {
    let (lang, row) = (use_lang(), kind.row());
    let shown = |field: &crate::kinds::FieldRef| {
        let value = entry.value.value(field.key())?;
        Some(lang.value(*field, value, Show::Masked)).filter(|text| !text.is_empty())
    };
    let title: Vec<String> = row.title.iter().filter_map(shown).collect();
    let title = if title.is_empty() { kind.names().one.label(lang).to_owned() } else { title.join(" · ") };
    let mut about: Vec<String> =
        row.basics.iter().filter(|field| !row.title.contains(field)).filter_map(shown).collect();
    // What is of one day says it once.
    about.dedup();
    let in_conflict = (!entry.conflicts.is_empty()).then(|| tag(Some(Tone::Warning), Need::Conflict.label(lang)));
    let mut parts = vec![div("line", [Some(b(title)), in_conflict].into_iter().flatten().collect())];
    if !about.is_empty() {
        parts.push(span("soft", about.join(" · ")));
    }
    // What is wrong goes before what is not filled in yet.
    if let Some(rule) = entry.problems.iter().max_by_key(|rule| (rule.severity, !rule.is_gap)) {
        let tone = if rule.severity == Severity::Error { Tone::Error } else { Tone::Warning };
        parts.push(span(tone.class(), rule.says.label(lang)));
    }
    a("item", &Route::Edit(kind, group, entry.id), parts)
}
