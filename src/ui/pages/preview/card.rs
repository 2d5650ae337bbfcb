//! One group of a file: what would change in it.

use leptos::prelude::*;
use serde_json::Value;

use crate::domain::region;
use crate::exchange::{FieldChange, GroupPlan, Standing};
use crate::i18n::{Label, Lang, Show};
use crate::ui::parts::{Tag, Tone};
use crate::ui::state::{use_lang, use_texts};

/// Members named one by one before the rest is only counted.
const NAMED: usize = 5;

pub fn card(group: &GroupPlan) -> impl IntoView + use<> {
    let (lang, t) = (use_lang(), use_texts());
    let (tone, word) = match group.standing {
        Standing::New => (Some(Tone::Fine), t.preview_new),
        Standing::Changed => (None, t.preview_changed),
        Standing::Conflict => (Some(Tone::Warning), t.preview_conflict),
        Standing::Same => (None, t.preview_same),
    };
    let name = if group.name.is_empty() { t.unnamed_group.to_owned() } else { group.name.clone() };
    let about = group.after.as_ref().map(|after| {
        let place = after.group.value.region.and_then(region::find).map(|region| lang.place(region));
        place.into_iter().chain([lang.members(after.present)]).collect::<Vec<_>>().join(" · ")
    });
    let is_known = group.standing != Standing::New;
    let added = group.members.iter().filter(|member| member.is_new).count();
    let changed: Vec<_> = group.members.iter().filter(|member| !member.is_new).collect();
    let rest = changed.len().saturating_sub(NAMED);
    let own = group.fields.iter().map(|change| line(change, None, lang)).collect_view();
    let theirs = changed
        .iter()
        .take(NAMED)
        .map(|member| member.fields.iter().map(|change| line(change, Some(&member.name), lang)).collect_view())
        .collect_view();
    view! {
        <li class="card" class:conflict=group.standing == Standing::Conflict>
            <p class="line">
                <b>{name}</b>
                <Tag tone text=word />
            </p>
            <p class="soft">{about}</p>
            <dl class="changes">{own} {theirs}</dl>
            {(is_known && added > 0).then(|| view! { <p>{lang.more_members(added)}</p> }.into_any())}
            {(group.erased > 0).then(|| view! { <p>{lang.erased_members(group.erased)}</p> }.into_any())}
            {(rest > 0).then(|| view! { <p class="soft">{lang.and_more(rest)}</p> }.into_any())}
        </li>
    }
    .into_any()
}

fn line(change: &FieldChange, whose: Option<&str>, lang: Lang) -> AnyView {
    let t = lang.texts();
    let label = whose
        .map_or_else(|| change.field.label(lang).to_owned(), |name| format!("{name}: {}", change.field.label(lang)));
    // Two values that differ only in their middle would look the same masked.
    let show = if change.is_conflict() { Show::Whole } else { Show::Masked };
    let text = |value: Option<&Value>| match value {
        Some(value) if !value.is_null() => lang.value(change.field, value, show),
        _ => t.preview_no_value.to_owned(),
    };
    let values = if change.is_conflict() {
        let both = change.after.iter().map(|value| view! { <li>{text(Some(value))}</li> }.into_any()).collect_view();
        view! { <ul class="both">{both}</ul> }.into_any()
    } else {
        view! {
            <del>{text(change.before.as_ref())}</del>
            " → "
            <ins>{text(change.after.first())}</ins>
        }
        .into_any()
    };
    view! {
        <div>
            <dt>{label}</dt>
            <dd>{values}</dd>
        </div>
    }
    .into_any()
}
