//! Fields with two values, until a person decides.

use leptos::prelude::*;
use serde_json::Value;

use crate::domain::Id;
use crate::history::Stamp;
use crate::i18n::{Label, Show};
use crate::registry::{Dossier, FieldConflict};
use crate::ui::parts::block::{button, div, h2, h3, p, span, ul};
use crate::ui::state::{Intent, use_book, use_lang, use_texts};
use crate::web;

/// All conflicts of the group and of its members; nothing when there is none.
pub fn conflicts(dossier: &Dossier) -> Option<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    if dossier.conflict_count() == 0 {
        return None;
    }
    let mut disputes: Vec<AnyView> =
        dossier.group.conflicts.iter().map(|conflict| dispute(dossier.id, None, conflict)).collect();
    for member in &dossier.members {
        let name = lang.member_name(&member.value);
        disputes.extend(member.conflicts.iter().map(|conflict| dispute(member.id, Some(&name), conflict)));
    }
    Some(div("box warning conflicts", vec![h2("", t.conflict_title), p("", t.conflict_explain), ul("", disputes)]))
}

/// One field in conflict: its values, where and when each was typed, and a button beside each.
fn dispute(id: Id, whose: Option<&str>, conflict: &FieldConflict) -> AnyView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let field = conflict.field;
    let label = field.label(lang);
    let choice = |(at, value): &(Stamp, Value)| {
        let text = match value {
            Value::Null => t.conflict_empty.to_owned(),
            value => lang.value(field, value, Show::Whole),
        };
        let device = at.device();
        let from = lang.typed_at(device == book.device(), &device.to_string(), web::local(at.ms()));
        let value = value.clone();
        let choose = move || book.dispatch(Intent::Decide { id, field, value: value.clone() });
        div("choice", vec![span("value", text), span("soft", from), button("plain", t.conflict_keep, choose)])
    };
    let title = whose.map_or_else(|| label.to_owned(), |name| format!("{name}: {label}"));
    div("", vec![h3(title), ul("choices", conflict.values.iter().map(choice).collect())])
}
