//! One group of a file: what would change in it.

use leptos::prelude::*;
use serde_json::Value;

use crate::domain::region;
use crate::exchange::{FieldChange, GroupPlan, Standing};
use crate::i18n::{Label, Lang, Show};
use crate::ui::parts::block::{b, div, dl, p, text, ul};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::{use_lang, use_texts};

/// Members named one by one before the rest is only counted.
const NAMED: usize = 5;

/// The parts of its card.
pub fn card(group: &GroupPlan) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let tone = match group.standing {
        Standing::New => Some(Tone::Fine),
        Standing::Conflict | Standing::Suspected | Standing::Erased => Some(Tone::Warning),
        Standing::Changed | Standing::NewerThere | Standing::NewerHere | Standing::Same => None,
    };
    let word = lang.standing(group.standing);
    let name = if group.name.is_empty() { t.unnamed_group } else { &group.name };
    let mut parts = vec![div("line", vec![b(name), tag(tone, word)])];
    if let Some(present) = group.present {
        let place = group.region.and_then(region::find).map(|region| lang.place(region));
        let about: Vec<String> = place.into_iter().chain([lang.members(present)]).collect();
        parts.push(p("soft", about.join(" · ")));
    }
    let told: Vec<_> = group.members.iter().filter(|member| !member.fields.is_empty()).collect();
    let mut changes: Vec<_> = group.fields.iter().map(|change| line(change, None, lang)).collect();
    for member in told.iter().take(NAMED) {
        changes.extend(member.fields.iter().map(|change| line(change, Some(&member.name), lang)));
    }
    if !changes.is_empty() {
        parts.push(dl("changes", changes));
    }
    let rest = told.len().saturating_sub(NAMED);
    if rest > 0 {
        parts.push(p("soft", lang.and_more(rest)));
    }
    if !group.twins.is_empty() {
        let twins = group.twins.iter().take(NAMED).map(|twin| text(lang.twin(twin)));
        parts.push(ul("twins", twins.collect()));
    }
    let added = group.members.iter().filter(|member| member.is_new).count();
    if added > 0 && group.was.is_some() {
        parts.push(p("", lang.more_members(added)));
    }
    if group.erased > 0 {
        parts.push(p("", lang.erased_members(group.erased)));
    }
    parts
}

/// A field, and what becomes of it.
fn line(change: &FieldChange, whose: Option<&str>, lang: Lang) -> (String, AnyView) {
    let t = lang.texts();
    let label = change.field.label(lang);
    let label = whose.map_or_else(|| label.to_owned(), |name| format!("{name}: {label}"));
    // Two values that differ only in their middle would look the same masked.
    let show = if change.is_conflict() { Show::Whole } else { Show::Masked };
    let tell = |value: Option<&Value>| match value {
        Some(value) if !value.is_null() => lang.value(change.field, value, show),
        _ => t.preview_no_value.to_owned(),
    };
    let values = if change.is_conflict() {
        ul("both", change.after.iter().map(|value| text(tell(Some(value)))).collect())
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
