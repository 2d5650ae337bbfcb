//! All pairs with their reasons, a filter by reason, and what was decided already.

use leptos::prelude::*;

use crate::domain::Id;
use crate::duplicates::{Reason, Subject, Suspect};
use crate::i18n::Lang;
use crate::registry::Registry;
use crate::route::Route;
use crate::ui::parts::block::{a, b, button, details, div, live, p, span, text, ul};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::{App, Duplicates, use_lang, use_texts};

/// How many pairs are listed at first, and with each "more".
const PAGE: usize = 30;

pub fn list(app: App) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let duplicates = Duplicates::of(app);
    duplicates.watch(true);
    let chosen = RwSignal::new(None::<Reason>);
    let shown = RwSignal::new(PAGE);
    let pairs = Memo::new(move |_| duplicates.with(|suspects| suspects.map(|it| it.pairs.clone())));
    let chips = move || {
        let pairs = pairs.get().unwrap_or_default();
        let count = |reason: Reason| pairs.iter().filter(|pair| pair.reasons.contains(&reason)).count();
        let there = Reason::ALL.into_iter().map(|reason| (reason, count(reason))).filter(|(_, count)| *count > 0);
        div("chips", there.map(|(reason, count)| chip(chosen, shown, reason, count, lang)).collect())
    };
    let found = move || {
        let Some(pairs) = pairs.get() else { return vec![p("soft", t.duplicates_searching)] };
        if pairs.is_empty() {
            return vec![p("box fine", t.duplicates_none)];
        }
        let is_wanted = |pair: &&Suspect| chosen.get().is_none_or(|reason| pair.reasons.contains(&reason));
        let wanted: Vec<&Suspect> = pairs.iter().filter(is_wanted).collect();
        let count = lang.suspects_shown(wanted.len(), pairs.len());
        let first = wanted.iter().take(shown.get());
        let cards = app.registry.with(|registry| first.map(|pair| card(registry, pair, lang)).collect());
        let mut parts = vec![p("note", count), ul("cards", cards)];
        if wanted.is_empty() {
            parts.push(p("soft", t.duplicates_none_of_these));
        }
        let rest = wanted.len().saturating_sub(shown.get());
        if rest > 0 {
            parts.push(button("plain wide", lang.and_more(rest), move || shown.update(|shown| *shown += PAGE)));
        }
        parts
    };
    vec![p("", t.duplicates_explain), chips.into_any(), live("status", "found", found), decided(app)]
}

fn chip(chosen: RwSignal<Option<Reason>>, shown: RwSignal<usize>, reason: Reason, count: usize, lang: Lang) -> AnyView {
    let pressed = move || if chosen.get() == Some(reason) { "true" } else { "false" };
    let choose = move |_| {
        shown.set(PAGE);
        chosen.update(|chosen| *chosen = if *chosen == Some(reason) { None } else { Some(reason) });
    };
    view! {
        <button type="button" class="chip" aria-pressed=pressed on:click=choose>
            {lang.reason(reason)} " " {b(lang.number(count))}
        </button>
    }
    .into_any()
}

/// One pair: who, where, why.
fn card(registry: &Registry, pair: &Suspect, lang: Lang) -> AnyView {
    let side = |subject| {
        let (name, place) = named(registry, subject, lang);
        div("", vec![b(name), span("soft", place)])
    };
    let reasons = pair.reasons.iter().map(|reason| tag(Some(Tone::Warning), lang.reason(*reason)));
    let route = Route::Duplicates(Some((pair.older.id(), pair.younger.id())));
    let parts = vec![div("sides", vec![side(pair.older), side(pair.younger)]), div("tags", reasons.collect())];
    a("card", &route, parts)
}

/// The name of a member and of the group, or of a group and of its place.
fn named(registry: &Registry, subject: Subject, lang: Lang) -> (String, String) {
    let dossier = registry.dossier(subject.group);
    let group = dossier.map(|dossier| &dossier.group.value);
    match subject.member {
        Some(id) => {
            let member = dossier.and_then(|dossier| dossier.member(id));
            let name = member.map(|member| lang.member_name(&member.value));
            (name.unwrap_or_else(|| lang.texts().unnamed_member.to_owned()), lang.group_name(group))
        }
        None => (lang.group_name(group), lang.members(dossier.map_or(0, |dossier| dossier.present))),
    }
}

/// What was decided, each leading to where it can be decided otherwise.
fn decided(app: App) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let rulings = move || {
        let lines: Vec<AnyView> = app.registry.with(|registry| {
            let rulings = registry.rulings().filter_map(|(ruling, _)| ruling.one.zip(ruling.other));
            rulings.filter_map(|(one, other)| line(registry, one, other, lang)).collect()
        });
        if lines.is_empty() {
            return ().into_any();
        }
        let title = format!("{} ({})", t.duplicates_decided, lang.rulings(lines.len()));
        details("", false, title, vec![ul("plain-list", lines)])
    };
    rulings.into_any()
}

/// A decision; none where a record is not here.
fn line(registry: &Registry, one: Id, other: Id, lang: Lang) -> Option<AnyView> {
    let name = |id: Id| {
        let record = registry.record(&id.to_string()).filter(|record| !record.is_erased())?;
        Some(record.value("name").and_then(|name| name.as_str()).unwrap_or_default().to_owned())
    };
    let names = format!("{} – {}", name(one)?, name(other)?);
    let link = a("", &Route::Duplicates(Some((one, other))), vec![text(names)]);
    Some(div("", vec![link, span("soft", lang.verdict(registry.verdict(one, other)))]))
}
