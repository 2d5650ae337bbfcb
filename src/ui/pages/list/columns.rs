//! What each column is: the guess, which a person mends, and three of its values.

use leptos::prelude::*;

use super::work::Work;
use crate::i18n::masked;
use crate::lists::{Cell, CellKind, Column, Sureness, Target};
use crate::ui::parts::block::{p, span, ul};
use crate::ui::parts::{Choice, Tone, select, tag};
use crate::ui::state::{use_lang, use_texts};
use crate::ui::turn::in_turn;

/// So many digits are a number of a person, which no list shows in full.
const PERSONAL_DIGITS: usize = 15;

pub fn columns(work: Work) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let choices: Vec<Choice> = Target::offered()
        .into_iter()
        .filter(|target| *target != Target::Ignore)
        .map(|target| Choice::new(target.code(), lang.target(target)))
        .collect();
    let choices = StoredValue::new(choices);
    // Drawn anew with another guess, and not with each choice, which would take the focus away.
    let list = move || {
        let is_used = |column: &Column| !column.heading.is_empty() || !column.samples.is_empty();
        let columns = work.columns.get().into_iter().enumerate().filter(|(_, column)| is_used(column));
        let drawn = |(at, column)| in_turn(move || vec![choices.with_value(|choices| one(work, at, &column, choices))]);
        ul("fields", columns.map(drawn).collect())
    };
    vec![p("", t.list_columns_text), list.into_any()]
}

/// One column.
fn one(work: Work, at: usize, Column { heading, samples }: &Column, choices: &[Choice]) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let shown = |cell: &Cell| {
        let digits = cell.text.bytes().filter(u8::is_ascii_digit).count();
        let is_personal = digits >= PERSONAL_DIGITS || cell.kind == CellKind::Rounded;
        if is_personal { masked(&cell.text) } else { cell.text.clone() }
    };
    let samples: Vec<String> = samples.iter().map(shown).collect();
    let heading = if heading.is_empty() { lang.column(at + 1) } else { heading.clone() };
    let id = format!("list-column-{at}");
    let target = move || work.mapping.with(|mapping| mapping.columns.get(at).copied().unwrap_or_default());
    let choose = Callback::new(move |code: String| {
        work.sure.update(|sure| {
            if let Some(sure) = sure.get_mut(at) {
                *sure = Sureness::Unknown;
            }
        });
        work.mapping.update(|mapping| {
            let target = Target::from_code(&code);
            // A value comes from one column.
            mapping.columns.iter_mut().filter(|own| **own == target).for_each(|own| *own = Target::Ignore);
            if let Some(own) = mapping.columns.get_mut(at) {
                *own = target;
            }
        });
    });
    let value = Signal::derive(move || target().code());
    let sureness = move || match work.sure.with(|sure| sure.get(at).copied()) {
        Some(Sureness::Sure) => Some(tag(Some(Tone::Fine), t.list_sure)),
        Some(Sureness::Likely) => Some(tag(Some(Tone::Warning), t.list_likely)),
        _ => None,
    };
    let samples = if samples.is_empty() { t.list_no_samples.to_owned() } else { samples.join(" · ") };
    let control = select(id.clone(), value, choices.to_vec(), t.list_not_taken, choose);
    let view = view! {
        <div class="field">
            <div class="line">
                <label for=id.clone()>{heading}</label>
                {sureness}
            </div>
            {control}
            <div class="below" id=format!("{id}-below")>
                {span("soft", samples)}
            </div>
        </div>
    };
    view.into_any()
}
