//! What becomes of each row, and the way on.

use leptos::prelude::*;

use crate::lists::{Outcome, Planned, Row};
use crate::ui::parts::block::{b, button, div, live, p, span, ul};
use crate::ui::parts::{Tone, tag};
use crate::ui::state::{use_lang, use_texts};

/// Rows that are listed at first, and with each "more".
const PAGE: usize = 50;

pub fn rows(planned: Memo<Planned>) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let wanted = RwSignal::new(None::<Outcome>);
    let shown = RwSignal::new(PAGE);
    let chip = |outcome: Outcome| {
        let pressed = move || if wanted.get() == Some(outcome) { "true" } else { "false" };
        let choose = move |_| {
            shown.set(PAGE);
            wanted.update(|wanted| *wanted = if *wanted == Some(outcome) { None } else { Some(outcome) });
        };
        let count = move || b(lang.number(planned.with(|planned| planned.reading.count(outcome))));
        view! {
            <button type="button" class="chip" aria-pressed=pressed on:click=choose>
                {lang.outcome(outcome)} " " {count}
            </button>
        }
        .into_any()
    };
    let list = move || {
        planned.with(|planned| {
            let is_wanted = |row: &&Row| wanted.get().is_none_or(|wanted| row.outcome() == wanted);
            let rows: Vec<&Row> = planned.reading.rows.iter().filter(is_wanted).collect();
            let rest = rows.len().saturating_sub(shown.get());
            let mut parts = vec![ul("cards", rows.iter().take(shown.get()).map(|row| card(row, planned)).collect())];
            if rows.is_empty() {
                parts.push(p("soft", t.list_no_rows));
            }
            if rest > 0 {
                parts.push(button("plain wide", lang.and_more(rest), move || shown.update(|shown| *shown += PAGE)));
            }
            parts
        })
    };
    let chips = [Outcome::LeftOut, Outcome::Partly, Outcome::Whole].map(chip);
    vec![div("chips", chips.into_iter().collect()), live("status", "found", list)]
}

/// One row: whose it is, what becomes of it, and what is wrong.
fn card(row: &Row, planned: &Planned) -> AnyView {
    let lang = use_lang();
    let outcome = row.outcome();
    let tone = match outcome {
        Outcome::Whole => Some(Tone::Fine),
        Outcome::Partly => Some(Tone::Warning),
        Outcome::LeftOut => Some(Tone::Error),
    };
    let group = row.block.and_then(|block| planned.reading.blocks.get(block)).map(|block| block.name().to_owned());
    let about: Vec<String> = [lang.row(row.number)].into_iter().chain(group).collect();
    let mut parts =
        vec![div("line", vec![b(row.name.clone()), tag(tone, lang.outcome(outcome))]), p("soft", about.join(" · "))];
    if let Some(reason) = &row.left_out {
        parts.push(p("", lang.left_out(reason)));
    } else {
        for problem in &row.problems {
            parts.push(p(
                "remark warning",
                format!("{}: {}", lang.cell_of(problem), lang.cell_problem(problem.problem)),
            ));
        }
    }
    div("card", parts)
}

/// What it comes to, and the button; `under_way` is how far that is once it was pressed.
pub fn outcome(
    planned: Memo<Planned>,
    under_way: impl Fn() -> AnyView + Send + 'static,
    go: impl Fn() + Copy + Send + 'static,
) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let said = move || {
        planned.with(|planned| {
            if planned.records.is_empty() {
                return vec![p("box", t.list_nothing)];
            }
            vec![
                div("line", vec![span("", lang.planned(planned)), span("soft", t.list_at_most)]),
                under_way(),
                div("actions", vec![button("solid", t.list_go, go)]),
            ]
        })
    };
    live("status", "thumb stacked", said)
}
