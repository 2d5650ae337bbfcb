//! What was changed in a group, or in a record that belongs to none: when and on which device, the latest first.

use leptos::prelude::*;

use super::whose::Whose;
use crate::domain::{FieldValue, Id};
use crate::history::{Change, Record, Stamp};
use crate::order::by_text;
use crate::registry::{Aggregate, Registry};
use crate::ui::parts::block::{div, p, span, ul};
use crate::ui::state::{use_app, use_lang, use_texts};

const SHOWN: usize = 100;

/// Of a group and all that belongs to it.
pub fn of_group(id: Id) -> Vec<AnyView> {
    let app = use_app();
    app.registry.with(|registry| {
        let own = registry.records_to_send(&[id]);
        // What was made one with a record of this group has its history here, too.
        let merged =
            own.iter().filter_map(|record| Id::parse(record.id()).ok()).flat_map(|id| registry.merged_into(id));
        let mut elsewhere: Vec<&Record> = Vec::new();
        for record in merged.filter(|record| Aggregate::of(record) != Aggregate::Group(id)) {
            if !elsewhere.iter().any(|other| other.id() == record.id()) {
                elsewhere.push(record);
            }
        }
        history(registry, own.iter().copied().chain(elsewhere))
    })
}

/// Of one record that belongs to nothing but itself.
pub fn of_record(id: Id) -> Vec<AnyView> {
    let app = use_app();
    app.registry.with(|registry| history(registry, registry.record(&id.to_string()).into_iter()))
}

fn history<'a>(registry: &Registry, records: impl Iterator<Item = &'a Record>) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let mut changes: Vec<(&Record, &Change)> = Vec::new();
    for record in records {
        changes.extend(record.changes().iter().map(|change| (record, change)));
    }
    let rest = changes.len().saturating_sub(SHOWN);
    let latest = by_text(changes, |(_, change)| change.at.to_string()).into_iter().rev().take(SHOWN);
    // Only of those that are shown: to fold a record for each of thousands of changes would take minutes.
    let lines: Vec<(Stamp, String)> =
        latest.map(|(record, change)| (change.at, lang.told_change(registry, record, change))).collect();
    if lines.is_empty() {
        return vec![p("box", t.history_none)];
    }
    let mut whose = Whose::default();
    let line = |(at, text): (Stamp, String)| {
        let from = whose.typed(at);
        div("item", vec![span("", text), span("soft", from)])
    };
    let mut parts = vec![ul("items", lines.into_iter().map(line).collect())];
    if rest > 0 {
        parts.push(p("note", lang.and_more(rest)));
    }
    parts
}
