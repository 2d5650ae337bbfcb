//! What the rules say of the group.

use leptos::prelude::*;

use crate::kinds::GroupProblem;
use crate::registry::Dossier;
use crate::ui::parts::block::{details, p, text, ul};
use crate::ui::state::{use_lang, use_texts};

/// A crowd stands open: it is a mistake of taking in. The rest is for whoever opens it.
pub fn notes(dossier: &Dossier) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let is_crowd = |problem: &GroupProblem| matches!(problem, GroupProblem::Crowded { .. });
    let problems = dossier.group.problems.iter().chain(&dossier.composition).copied();
    let (crowd, other): (Vec<GroupProblem>, Vec<GroupProblem>) = problems.partition(is_crowd);
    let crowd = crowd.into_iter().map(|problem| p("box error", lang.group_problem(problem)));
    let notes: Vec<AnyView> = other.into_iter().map(|problem| text(lang.group_problem(problem))).collect();
    let title = format!("{} ({})", t.problems_title, notes.len());
    let notes = (!notes.is_empty()).then(|| details("box warning", false, title, vec![ul("plain-list", notes)]));
    crowd.chain(notes).collect()
}
