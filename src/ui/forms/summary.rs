//! What stands above a form: what keeps it from being saved, and that something was brought back.

use leptos::prelude::*;

use super::form::{ERRORS, Form};
use super::row::dom_id;
use crate::i18n::Label;
use crate::ui::parts::block::{button, div, h2, live, p, ul};
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
        let line = |(field, text): (crate::domain::AnyField, String)| {
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
