//! Two records side by side: what they have in common, and what differs, with a choice for each.

use leptos::prelude::*;
use serde_json::Value;

use crate::domain::{FieldValue, Id};
use crate::duplicates::{Comparison, Row, compare};
use crate::i18n::{Label, Lang, Show, masked_apart};
use crate::kinds::{FieldRef, Group, Member};
use crate::registry::Registry;
use crate::route::{Route, Tab};
use crate::ui::pages::whose::Whose;
use crate::ui::parts::block::{a, b, button, details, div, dl, live, p, section, span, text};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::{App, Duplicates, use_lang, use_texts};

use super::decide::{Choices, decide};

pub fn pair(app: App, one: Id, other: Id) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    Duplicates::of(app).watch(true);
    let Some(comparison) = app.registry.with_untracked(|registry| compare(registry, one, other)) else {
        let all = a("button", &Route::Duplicates(None), vec![text(t.duplicates_all)]);
        return vec![div("box", vec![p("", t.duplicates_gone), all])];
    };
    let whole = RwSignal::new(false);
    let differing: Vec<&Row> = comparison.rows.iter().filter(|row| row.differs()).collect();
    let choices = RwSignal::new(differing.iter().map(|row| (row.field, row.prefers_younger)).collect::<Vec<_>>());
    let mut parts = vec![head(app, &comparison, lang)];
    parts.push(live("status", "", move || reasons(app, one, other, lang)));
    let reveal = move || {
        let word = if whole.get() { t.duplicates_hide } else { t.duplicates_reveal };
        button("link", word, move || whole.update(|whole| *whole = !*whole))
    };
    let hidden = comparison.rows.iter().any(|row| is_hidden(row.field));
    let mut rows: Vec<AnyView> = hidden.then(|| reveal.into_any()).into_iter().collect();
    if !differing.is_empty() {
        rows.push(p("soft", t.duplicates_choose_help));
    }
    rows.extend(differing.into_iter().map(|row| choice(app, row, choices, whole, lang)));
    let equal: Vec<(String, AnyView)> = comparison
        .rows
        .iter()
        .filter(|row| !row.differs())
        .map(|row| {
            let (field, value) = (row.field, row.older.clone().unwrap_or_default());
            let shown = move || told(app, field, &value, None, whole.get(), lang);
            (field.label(lang).to_owned(), shown.into_any())
        })
        .collect();
    if !equal.is_empty() {
        rows.push(details("", false, lang.equal_fields(equal.len()), vec![dl("values", equal)]));
    }
    parts.push(section("differ", t.duplicates_choose, rows));
    parts.push(decide(app, &comparison, choices));
    parts
}

/// Both records: name, group, when each was made, and a way there.
fn head(app: App, comparison: &Comparison, lang: Lang) -> AnyView {
    let t = use_texts();
    let side = |id: Id, group: Option<Id>| {
        let (name, group_name, at) = app.registry.with_untracked(|registry| {
            let record = registry.record(&id.to_string());
            let name = record.and_then(|record| record.value("name")).and_then(Value::as_str).map(str::to_owned);
            let group = group.and_then(|group| registry.dossier(group));
            let at = record.and_then(|record| record.changes().first()).map(|change| change.at);
            (name, group.map(|group| lang.group_name(Some(&group.group.value))), at)
        });
        let mut parts = vec![b(name.unwrap_or_else(|| t.unnamed_member.to_owned()))];
        parts.extend(group_name.map(|name| span("soft", name)));
        parts.extend(at.map(|at| span("soft", Whose::default().typed(at))));
        // One that counts nowhere has no page.
        let counts = app.registry.with_untracked(|registry| {
            registry.dossier(group.unwrap_or(id)).is_some_and(|it| group.is_none() || it.member(id).is_some())
        });
        let route = group.map_or(Route::Group(id, Tab::Profile), |group| Route::Member(group, id));
        parts.extend(counts.then(|| a("button", &route, vec![text(t.duplicates_open)])));
        div("", parts)
    };
    let [first, second] = comparison.groups.map_or([None, None], |[first, second]| [Some(first), Some(second)]);
    div("sides", vec![side(comparison.older, first), side(comparison.younger, second)])
}

/// Why the two are suspected, or what was decided about them.
fn reasons(app: App, one: Id, other: Id, lang: Lang) -> Vec<AnyView> {
    let (verdict, disputed) =
        app.registry.with(|registry| (registry.verdict(one, other), registry.is_disputed(one, other)));
    let mut parts = Vec::new();
    if verdict.is_some() || disputed {
        parts.push(tag(disputed.then_some(Tone::Warning), lang.verdict(verdict)));
    }
    let ids = (one.min(other), one.max(other));
    Duplicates::of(app).with(|suspects| {
        let pairs = suspects.iter().flat_map(|suspects| suspects.pairs.iter());
        for pair in pairs.filter(|pair| (pair.older.id(), pair.younger.id()) == ids) {
            parts.extend(pair.reasons.iter().map(|reason| tag(Some(Tone::Warning), lang.reason(*reason))));
        }
    });
    vec![div("tags", parts)]
}

/// A field that differs: both values, one of them chosen.
fn choice(app: App, row: &Row, choices: Choices, whole: RwSignal<bool>, lang: Lang) -> AnyView {
    let field = row.field;
    let values = [row.older.clone(), row.younger.clone()];
    let segment = |younger: bool| {
        let own = values[usize::from(younger)].clone();
        let theirs = values[usize::from(!younger)].clone();
        let shown = move || match &own {
            Some(value) => told(app, field, value, theirs.as_ref(), whole.get(), lang),
            None => lang.texts().not_filled_in.to_owned(),
        };
        let is_chosen = move || choices.with(|all| all.contains(&(field, younger)));
        let choose = move |_| {
            choices.update(|all| all.iter_mut().filter(|(own, _)| *own == field).for_each(|one| one.1 = younger));
        };
        view! {
            <label class="segment">
                <input type="radio" name=field.key() prop:checked=is_chosen on:change=choose />
                <span>{shown}</span>
            </label>
        }
        .into_any()
    };
    view! {
        <fieldset class="field apart">
            <legend>{field.label(lang)}</legend>
            {div("segments", vec![segment(false), segment(true)])}
        </fieldset>
    }
    .into_any()
}

/// A value in words: the name of a group, a number masked but for what differs from the other one.
fn told(app: App, field: FieldRef, value: &Value, other: Option<&Value>, whole: bool, lang: Lang) -> String {
    if field == Member::GROUP {
        let group = Id::from_json(value).ok();
        let name =
            |registry: &Registry| lang.group_name(group.and_then(|id| registry.dossier(id)).map(|it| &it.group.value));
        return app.registry.with_untracked(name);
    }
    if whole || !is_hidden(field) {
        return lang.value(field, value, Show::Whole);
    }
    match other {
        Some(other) => masked_apart(&field.text(value), &field.text(other)),
        None => lang.value(field, value, Show::Masked),
    }
}

/// Whether a value is nobody else's business.
fn is_hidden(field: FieldRef) -> bool {
    matches!(field, Member::NIK | Member::CARD | Member::PHONE | Group::ACCOUNT)
}
