//! What the recap of a group says, where it says more than the members that are here.

use leptos::prelude::*;
use serde_json::Value;

use crate::domain::{FieldValue, GroupField};
use crate::i18n::{Label, Show};
use crate::registry::Dossier;
use crate::ui::parts::block::{dl, p, text};
use crate::ui::state::use_lang;

/// That no more than a recap is here, and all that it says; the members and the form would be empty.
pub fn alone(dossier: &Dossier) -> Vec<AnyView> {
    let lang = use_lang();
    let mut parts = vec![p("box", lang.recap_alone(dossier.present, dossier.households))];
    let group = &dossier.group.value;
    let known: [(GroupField, Option<Value>); 7] = [
        (GroupField::Region, group.region.as_ref().map(FieldValue::to_json)),
        (GroupField::Area, group.area.as_ref().map(FieldValue::to_json)),
        (GroupField::Programme, group.programme.as_ref().map(FieldValue::to_json)),
        (GroupField::Year, group.year.as_ref().map(FieldValue::to_json)),
        (GroupField::Formed, group.formed.as_ref().map(FieldValue::to_json)),
        (GroupField::Status, group.status.as_ref().map(FieldValue::to_json)),
        (GroupField::Stage, group.stage.as_ref().map(FieldValue::to_json)),
    ];
    let line = |(field, value): (GroupField, Option<Value>)| {
        Some((field.label(lang).to_owned(), text(lang.group_value(field, &value?, Show::Whole))))
    };
    let mut values: Vec<(String, AnyView)> = known.into_iter().filter_map(line).collect();
    let counts = dossier.recap.as_ref().map(|recap| lang.recap_counts(recap)).unwrap_or_default();
    values.extend(counts.into_iter().map(|(name, count)| (name, text(lang.number(count)))));
    parts.push(dl("values", values));
    parts
}

/// That a recap is newer than the members that are here.
pub fn newer(dossier: &Dossier) -> Option<AnyView> {
    let lang = use_lang();
    dossier.recap.as_ref().map(|_| p("box", lang.recap_newer(dossier.present, dossier.households)))
}
