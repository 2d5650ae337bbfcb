//! What becomes of each row. The worker has them; a page of them is fetched at a time.

use leptos::prelude::*;

use super::work::{Stage, Work};
use crate::lists::{Outcome, RowSeen};
use crate::ui::parts::block::{b, div, live, p};
use crate::ui::parts::{Paged, Tone, tag};
use crate::ui::state::{TableImport, use_app, use_lang, use_texts};

/// Rows that are listed at first, and with each "more".
const PAGE: usize = 30;

/// What is to be looked at first, then what is well, then what is no person and no group.
const OUTCOMES: [Outcome; 6] =
    [Outcome::LeftOut, Outcome::Partly, Outcome::Whole, Outcome::Heading, Outcome::Foot, Outcome::Empty];

pub fn rows(work: Work) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let table = TableImport::of(use_app());
    let rows = Paged::new(move |outcome, from| table.rows(outcome, from, PAGE));
    Effect::new(move |_| {
        if work.stage.get() == Stage::Done {
            rows.fetch(0);
        }
    });
    let chip = |outcome: Outcome| {
        let count = move || lang.number(work.outline.with(|outline| outline.count(outcome)));
        rows.chip(outcome, lang.outcome(outcome), count)
    };
    let chips = OUTCOMES.map(chip);
    let list = move || rows.list(lang, t.list_no_rows, card);
    let in_all = move || vec![p("soft", work.outline.with(|outline| lang.rows_in_all(outline)))];
    vec![div("chips", chips.into_iter().collect()), live("status", "", in_all), live("status", "found", list)]
}

/// One row: whose it is, what becomes of it, and what is wrong.
fn card(row: &RowSeen) -> AnyView {
    let lang = use_lang();
    let tone = match row.outcome {
        Outcome::Whole => Some(Tone::Fine),
        Outcome::Partly => Some(Tone::Warning),
        Outcome::LeftOut => Some(Tone::Error),
        Outcome::Heading | Outcome::Foot | Outcome::Empty => None,
    };
    let about: Vec<String> = [lang.row(row.number)].into_iter().chain(row.group.clone()).collect();
    let heading = div("line", vec![b(row.name.clone()), tag(tone, lang.outcome(row.outcome))]);
    let mut parts = vec![heading, p("soft", about.join(" · "))];
    if let Some(reason) = &row.left_out {
        parts.push(p("", lang.left_out(reason)));
    } else {
        for problem in &row.problems {
            let sentence = format!("{}: {}", lang.cell_of(problem), lang.cell_problem(problem.problem));
            parts.push(p("remark warning", sentence));
        }
    }
    div("card", parts)
}
