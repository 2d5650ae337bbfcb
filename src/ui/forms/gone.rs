//! What is said when what a form is about was deleted elsewhere. What was typed stays.

use leptos::prelude::*;

use super::form::{Form, GONE};
use crate::ui::parts::block::{button, div, p};
use crate::ui::state::{use_app, use_texts};

/// Nothing as long as it is there.
pub fn gone_elsewhere(form: Form) -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let gone =
        Memo::new(move |_| form.is_gone().then(|| app.registry.with(|registry| form.is_without_group(registry))));
    let box_of = move || {
        gone.get().map(|is_without_group| {
            if is_without_group {
                return div("box error", vec![p("", t.form_group_gone)]);
            }
            let anew = button("plain", t.form_begin_anew, move || form.begin_anew());
            div("box error", vec![p("", t.form_gone), div("actions", vec![anew])])
        })
    };
    view! { <div id=GONE tabindex="-1" role="alert">{box_of}</div> }.into_any()
}
