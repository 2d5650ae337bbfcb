//! What a person is asked before all else: which of several columns is it, and whether two groups of a name are one.

use leptos::prelude::*;

use super::columns::{heading_of, shown};
use super::work::Work;
use crate::lists::{Question, SameName};
use crate::ui::parts::block::{b, button, div, live, p, span};
use crate::ui::state::{use_lang, use_texts};

/// Nothing where nothing is asked.
pub fn questions(work: Work) -> AnyView {
    let asked = move || {
        let t = use_texts();
        let questions = work.questions.get();
        let same_names = work.outline.with(|outline| outline.same_names.clone());
        let mut parts: Vec<AnyView> = questions.into_iter().map(|question| one(work, question)).collect();
        parts.extend((!same_names.is_empty()).then(|| same(work, &same_names)));
        if !parts.is_empty() {
            parts.insert(0, b(t.list_questions_title));
        }
        parts
    };
    live("status", "stacked", asked)
}

/// Which of these columns is it? Each stands with its values.
fn one(work: Work, Question { target, columns }: Question) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let count = columns.len();
    let all = work.columns.get();
    let choice = |at: usize| {
        let column = all.get(at)?;
        let samples = column.samples.iter().map(shown).collect::<Vec<_>>().join(" · ");
        let choose = button("plain wide", heading_of(lang, at, column), move || work.choose(at, target));
        Some(div("stacked", vec![choose, span("soft", samples)]))
    };
    let mut parts = vec![p("", lang.which_column(target, count))];
    parts.extend(columns.into_iter().filter_map(choice));
    parts.push(button("plain", t.list_no_column, move || work.refuse(target)));
    div("box stacked", parts)
}

/// Are groups of one name in two villages one?
fn same(work: Work, names: &[String]) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let one = button("plain", t.list_one_group, move || work.say_same_name(SameName::Together));
    let two = button("plain", t.list_two_groups, move || work.say_same_name(SameName::Apart));
    div("box stacked", vec![p("", lang.same_names(names)), div("line", vec![one, two])])
}
