//! What was changed in a group, or in a record that belongs to none: when and on which device, the latest first; of each field what
//! stood there, what stands there since, and the way back.

use leptos::prelude::*;
use serde_json::Value;

use super::whose::Whose;
use crate::domain::{FieldValue, Id};
use crate::history::{Change, Record, Stamp};
use crate::i18n::{Label, Show};
use crate::kinds::{FieldRef, Flag, KindId};
use crate::order::by_text;
use crate::registry::{Aggregate, Registry};
use crate::ui::parts::block::{details, div, p, span, text, ul};
use crate::ui::parts::landmarks::HEADING;
use crate::ui::parts::masked;
use crate::ui::state::{Intent, use_app, use_lang, use_texts};
use crate::web;

const SHOWN: usize = 100;

/// A change of more fields than this shows their names, and their values when opened.
const FEW: usize = 3;

/// A field that a change set.
struct Told {
    field: FieldRef,
    before: Option<Value>,
    after: Value,
    /// Whether it stands there now.
    stands: bool,
}

/// One line: when, by which device, what.
struct Line {
    record: Option<Id>,
    at: Stamp,
    text: String,
    name: String,
    told: Vec<Told>,
}

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

/// Of one record.
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
    let lines: Vec<Line> = latest.map(|(record, change)| line_of(registry, record, change)).collect();
    if lines.is_empty() {
        return vec![p("box", t.history_none)];
    }
    let mut whose = Whose::default();
    let view = |line: Line| {
        let from = whose.typed(line.at);
        let said = match line.told.len() {
            0 => vec![span("", line.text)],
            1..=FEW => vec![span("", line.name), fields(line.record, line.told)],
            _ => vec![details("plain", false, line.text, vec![fields(line.record, line.told)])],
        };
        div("item", said.into_iter().chain([span("soft", from)]).collect())
    };
    let mut parts = vec![ul("items", lines.into_iter().map(view).collect())];
    if rest > 0 {
        parts.push(p("note", lang.and_more(rest)));
    }
    parts
}

fn line_of(registry: &Registry, record: &Record, change: &Change) -> Line {
    let lang = use_lang();
    let typed = KindId::named(record.kind()).is_some_and(|kind| kind.row().is_typed) && !change.is_erase();
    let known = if typed { FieldRef::all_of(record.kind()) } else { Vec::new() };
    // In the order of the form, and not in that of their keys.
    let set: Vec<(FieldRef, &Value)> = known
        .into_iter()
        .filter(|field| !field.is(Flag::Hidden))
        .filter_map(|field| Some((field, change.fields().get(field.key())?)))
        .collect();
    let before = if set.is_empty() { None } else { Some(record.seen_by(change)) };
    let told = |(field, after): (FieldRef, &Value)| {
        let before = before.as_ref().and_then(|before| before.value(field.key())).cloned();
        let now = record.value(field.key()).unwrap_or(&Value::Null);
        Told { field, before, after: after.clone(), stands: now == after }
    };
    let text = lang.told_change(registry, record, change);
    // What a newer version wrote beside is named, too, though its value cannot be told.
    let has_newer = change.fields().names().any(|key| FieldRef::of(record.kind(), key).is_none());
    Line {
        record: Id::parse(record.id()).ok(),
        at: change.at,
        name: if has_newer { text.clone() } else { lang.told_name(record) },
        text,
        told: set.into_iter().map(told).collect(),
    }
}

/// Of each field the value before, the value since, and, where another stands there by now, the way back to it.
fn fields(record: Option<Id>, told: Vec<Told>) -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let row = |told: Told| {
        let Told { field, before, after, stands } = told;
        let mut parts = vec![span("soft", format!("{}:", field.label(lang)))];
        if let Some(before) = &before {
            parts.extend([shown(field, before), text(" → ")]);
        }
        parts.push(shown(field, &after));
        if let Some(id) = record.filter(|_| !stands) {
            let said = lang.value(field, &after, Show::Masked);
            let label = lang.use_again(field, if after.is_null() { t.conflict_empty } else { &said });
            let restore = move |_| {
                app.dispatch(Intent::Restore { id, field, value: after.clone() });
                request_animation_frame(|| web::focus_if_lost(HEADING));
            };
            let button = view! {
                <button type="button" class="link" aria-label=label on:click=restore>
                    {t.history_use}
                </button>
            };
            parts.push(button.into_any());
        }
        div("was", parts)
    };
    ul("plain-list", told.into_iter().map(row).collect())
}

/// A value; of a number that is nobody else's business its ends, until it is asked for.
fn shown(field: FieldRef, value: &Value) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    if value.is_null() {
        return span("soft", t.conflict_empty);
    }
    let (whole, hidden) = (lang.value(field, value, Show::Whole), lang.value(field, value, Show::Masked));
    if whole == hidden { span("value", whole) } else { masked(hidden, whole, t.show_hidden, t.hide_shown) }
}
