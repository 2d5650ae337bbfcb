//! What the rules say of the group.

use leptos::prelude::*;

use crate::registry::Dossier;
use crate::ui::parts::block::{details, text, ul};
use crate::ui::state::{use_lang, use_texts};

pub fn notes(dossier: &Dossier) -> Option<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let problems = dossier.group.problems.iter().chain(&dossier.composition);
    let notes: Vec<AnyView> = problems.map(|problem| text(lang.group_problem(*problem))).collect();
    let title = format!("{} ({})", t.problems_title, notes.len());
    (!notes.is_empty()).then(|| details("box warning", false, title, vec![ul("plain-list", notes)]))
}
