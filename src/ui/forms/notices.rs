//! What stands above a form: what keeps it from being saved, that something was brought back, what was changed elsewhere.

use leptos::prelude::*;
use serde_json::Value;

use super::form::Form;
use super::row::dom_id;
use crate::i18n::{Label, Show};
use crate::kinds::FieldRef;
use crate::ui::parts::block::{button, div, h2, live, p, text, ul};
use crate::ui::parts::landmarks::ERRORS;
use crate::ui::state::{use_lang, use_texts};
use crate::web;

/// All errors of a form, each leading to its field.
pub fn form_errors(form: Form) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let errors = move || {
        let errors = form.errors(lang);
        if errors.is_empty() {
            return ().into_any();
        }
        let line = |(field, text): (FieldRef, String)| {
            button("link", format!("{}: {text}", field.label(lang)), move || web::focus(&dom_id(field)))
        };
        div("box error", vec![h2("", t.form_summary_title), ul("", errors.into_iter().map(line).collect())])
    };
    view! { <div id=ERRORS tabindex="-1" role="alert">{errors}</div> }.into_any()
}

/// Says that a half-typed form was brought back, and offers to throw it away.
pub fn restored_draft(form: Form) -> AnyView {
    let t = use_texts();
    live("status", "", move || {
        if !form.restored.get() {
            return Vec::new();
        }
        vec![div(
            "box fine",
            vec![p("", t.form_draft_restored), button("link", t.form_draft_drop, move || form.discard())],
        )]
    })
}

/// Says what was changed elsewhere while the form is open. What was typed stays; saving it puts it beside, not over.
pub fn changed_elsewhere(form: Form) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let changed = Memo::new(move |_| form.changed_elsewhere());
    live("status", "", move || {
        let changed = changed.get();
        if changed.is_empty() {
            return Vec::new();
        }
        let line = |(field, value): (FieldRef, Value)| {
            text(format!("{}: {}", field.label(lang), lang.value(field, &value, Show::Masked)))
        };
        vec![div(
            "box fine",
            vec![p("", t.form_changed_elsewhere), ul("plain-list", changed.into_iter().map(line).collect())],
        )]
    })
}
