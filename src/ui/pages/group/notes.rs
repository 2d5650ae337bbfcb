//! What the rules say of the group.

use leptos::prelude::*;

use crate::registry::Dossier;
use crate::ui::state::{use_lang, use_texts};

#[component]
pub fn Notes(dossier: Dossier) -> impl IntoView {
    let (lang, t) = (use_lang(), use_texts());
    let problems: Vec<_> =
        dossier.group.problems.iter().chain(&dossier.composition).map(|problem| lang.group_problem(*problem)).collect();
    (!problems.is_empty()).then(|| {
        view! {
            <details class="box warning">
                <summary>{t.problems_title} " (" {problems.len()} ")"</summary>
                <ul class="plain-list">{problems.into_iter().map(|problem| view! { <li>{problem}</li> }.into_any()).collect_view()}</ul>
            </details>
        }.into_any()
    })
}
