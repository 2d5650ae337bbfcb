//! What stands above a form: what keeps it from being saved, and that something was brought back.

use leptos::prelude::*;

use super::form::{ERRORS, Form};
use super::row::dom_id;
use crate::i18n::Label;
use crate::ui::state::{use_lang, use_texts};
use crate::web;

/// All errors of a form, each leading to its field.
#[component]
pub fn FormErrors(form: Form) -> impl IntoView {
    let (lang, t) = (use_lang(), use_texts());
    view! {
        <div id=ERRORS tabindex="-1" role="alert">
            {move || {
                let errors = form.errors();
                (!errors.is_empty()).then(|| {
                    let links = errors
                        .into_iter()
                        .map(|(field, text)| {
                            view! {
                                <li>
                                    <button type="button" class="link" on:click=move |_| web::focus(&dom_id(field))>
                                        {field.label(lang)} ": " {text}
                                    </button>
                                </li>
                            }.into_any()
                        })
                        .collect_view();
                    view! {
                        <div class="box error">
                            <h2>{t.form_summary_title}</h2>
                            <ul>{links}</ul>
                        </div>
                    }.into_any()
                })
            }}
        </div>
    }
}

/// Says that a half-typed form was brought back, and offers to throw it away.
#[component]
pub fn RestoredDraft(form: Form) -> impl IntoView {
    let t = use_texts();
    view! {
            {move || (form.restored.get()).then(|| view! {
                <div class="box fine" role="status">
                    <p>{t.form_draft_restored}</p>
                    <button type="button" class="link" on:click=move |_| form.discard()>{t.form_draft_drop}</button>
                </div>
    }.into_any())}
        }
}
