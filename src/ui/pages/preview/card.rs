//! One group of a file: what would change in it.

use leptos::prelude::*;
use serde_json::Value;

use crate::domain::region;
use crate::exchange::{FieldChange, GroupPlan, ImportStatus, MemberPlan, NamedRecord};
use crate::i18n::{Label, Lang, Show};
use crate::kinds::KindId;
use crate::ui::parts::block::{b, details, div, dl, p, span, text, ul};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::{use_lang, use_texts};

/// Changes of so many members are shown at once; the others when asked for.
const FEW: usize = 5;

/// The parts of its card. All that would be taken in can be seen here.
pub fn card(group: &GroupPlan) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let tone = match group.status {
        ImportStatus::New => Some(Tone::Fine),
        ImportStatus::Conflict | ImportStatus::Suspected | ImportStatus::Erased => Some(Tone::Warning),
        ImportStatus::Changed | ImportStatus::NewerThere | ImportStatus::NewerHere | ImportStatus::Same => None,
    };
    let word = lang.status(group.status);
    let mut parts = vec![div("line", vec![b(lang.or_unnamed(&group.name)), tag(tone, word)])];
    if let Some(present) = group.present {
        let place = group.region.and_then(region::find).map(|region| lang.place(region));
        let about: Vec<String> = place.into_iter().chain([lang.members(present)]).collect();
        parts.push(p("soft", about.join(" · ")));
    }
    if group.is_erased {
        parts.push(p("", t.preview_group_erased));
    }
    let mut told: Vec<_> = group.fields.iter().map(|change| line(change, None, lang)).collect();
    let members: Vec<_> = group.members.iter().filter(|member| !member.fields.is_empty()).collect();
    let lines = |members: &[&MemberPlan]| -> Vec<_> {
        let each = members.iter().flat_map(|member| member.fields.iter().map(|change| (change, &member.name)));
        each.map(|(change, name)| line(change, Some(name), lang)).collect()
    };
    let (first, rest) = members.split_at(members.len().min(FEW));
    told.extend(lines(first));
    for other in &group.others {
        let name = lang.named_record(&other.record);
        told.extend(other.fields.iter().map(|change| line(change, Some(&name), lang)));
    }
    if !told.is_empty() {
        parts.push(dl("changes", told));
    }
    if !rest.is_empty() {
        parts.push(details("", false, lang.and_more(rest.len()), vec![dl("changes", lines(rest))]));
    }
    let twins: Vec<String> = group.twins.iter().map(|twin| lang.twin(twin)).collect();
    let (first, rest) = twins.split_at(twins.len().min(FEW));
    if !first.is_empty() {
        parts.push(ul("twins", first.iter().map(text).collect()));
    }
    if !rest.is_empty() {
        let rest_of = ul("twins", rest.iter().map(text).collect());
        parts.push(details("", false, lang.and_more(rest.len()), vec![rest_of]));
    }
    let names = |names: Vec<String>| ul("plain-list", names.into_iter().map(text).collect());
    let added = group.members.iter().filter(|member| member.is_new);
    let added: Vec<String> = added.map(|member| lang.or_unnamed_member(&member.name)).collect();
    if !added.is_empty() {
        let summary = if group.was.is_some() { lang.more_members(added.len()) } else { t.preview_names.to_owned() };
        parts.push(details("", false, summary, vec![names(added)]));
    }
    let new: Vec<&NamedRecord> = group.others.iter().filter(|other| other.is_new).map(|other| &other.record).collect();
    for (kind, titles) in by_kind(&new, lang) {
        parts.push(details("", false, lang.more_records(kind, titles.len()), vec![names(titles)]));
    }
    for (kind, titles) in by_kind(&group.erased_others.iter().collect::<Vec<_>>(), lang) {
        parts.push(details("", false, lang.erased_records(kind, titles.len()), vec![names(titles)]));
    }
    for moved in &group.moved {
        parts.push(p("", lang.moved_away(&lang.or_unnamed_member(&moved.name), &lang.or_unnamed(&moved.to))));
    }
    if !group.erased.is_empty() {
        let gone = group.erased.iter().map(|name| lang.or_unnamed_member(name)).collect();
        parts.push(details("", false, lang.erased_members(group.erased.len()), vec![names(gone)]));
    }
    parts
}

/// What records are called, kind by kind.
fn by_kind(records: &[&NamedRecord], lang: Lang) -> Vec<(KindId, Vec<String>)> {
    let of = |kind: KindId| {
        let titles = records.iter().filter(|record| record.kind == kind).map(|record| lang.named_record(record));
        (kind, titles.collect::<Vec<_>>())
    };
    KindId::in_groups().map(of).filter(|(_, titles)| !titles.is_empty()).collect()
}

/// A field, and what becomes of it.
pub(super) fn line(change: &FieldChange, whose: Option<&str>, lang: Lang) -> (String, AnyView) {
    let t = lang.texts();
    let label = change.field.label(lang);
    let label = whose.map_or_else(|| label.to_owned(), |name| format!("{}: {label}", lang.or_unnamed_member(name)));
    // Two values that differ only in their middle would look the same masked.
    let show = if change.is_conflict() { Show::Whole } else { Show::Masked };
    let tell = |value: Option<&Value>| match value {
        // By name, and not by its value.
        Some(value) if change.is_move() => lang.or_unnamed(value.as_str().unwrap_or_default()),
        Some(value) if change.is_same_as() => lang.or_unnamed_member(value.as_str().unwrap_or_default()),
        Some(value) if !value.is_null() => lang.value(change.field, value, show),
        _ => t.preview_no_value.to_owned(),
    };
    let values = if change.is_conflict() {
        let one = |value: &Value| {
            let at = if change.is_here(value) { t.preview_here } else { t.preview_there };
            div("side", vec![span("soft", at), span("value", tell(Some(value)))])
        };
        ul("both", change.after.iter().map(one).collect())
    } else if change.is_move() && change.before.is_some() {
        text(lang.moved(&tell(change.before.as_ref()), &tell(change.after.first())))
    } else {
        view! {
            <del>{tell(change.before.as_ref())}</del>
            " → "
            <ins>{tell(change.after.first())}</ins>
        }
        .into_any()
    };
    (label, values)
}
