//! What each column is: the guess, which a person mends, and three of its values.

use leptos::prelude::*;

use super::Work;
use crate::i18n::masked;
use crate::lists::{Cell, CellKind, Sureness, Target, samples};
use crate::ui::parts::block::{p, span, ul};
use crate::ui::parts::{Choice, Tone, select, tag};
use crate::ui::state::{use_lang, use_texts};

/// Values that are shown of each column.
const SAMPLES: usize = 3;

/// So many digits are a number of a person, which no list shows in full.
const PERSONAL_DIGITS: usize = 15;

pub fn columns(work: Work) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    // Drawn anew with another heading, and not with each choice, which would take the focus away.
    let shape = Memo::new(move |_| {
        let (first, rows) = work.mapping.with(|mapping| (mapping.first_row, mapping.heading_rows));
        (work.chosen.get(), first, rows)
    });
    let choices: Vec<Choice> = Target::offered()
        .into_iter()
        .filter(|target| *target != Target::Ignore)
        .map(|target| Choice::new(target.code(), lang.target(target)))
        .collect();
    let list = move || {
        shape.track();
        let count = work.mapping.with_untracked(|mapping| mapping.columns.len());
        ul("fields", (0..count).filter_map(|column| one(work, column, &choices)).collect())
    };
    vec![p("", t.list_columns_text), list.into_any()]
}

/// One column; `None` if nothing stands in it.
fn one(work: Work, column: usize, choices: &[Choice]) -> Option<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let (heading, samples) = untrack(|| {
        work.mapping.with(|mapping| {
            work.sheet(|sheet| {
                let shown = |cell: &Cell| {
                    let digits = cell.text.bytes().filter(u8::is_ascii_digit).count();
                    let is_personal = digits >= PERSONAL_DIGITS || cell.kind == CellKind::Rounded;
                    if is_personal { masked(&cell.text) } else { cell.text.clone() }
                };
                let samples = samples(sheet, mapping, column, SAMPLES);
                (mapping.heading(sheet, column), samples.into_iter().map(shown).collect::<Vec<_>>())
            })
        })
    });
    if heading.is_empty() && samples.is_empty() {
        return None;
    }
    let heading = if heading.is_empty() { lang.column(column + 1) } else { heading };
    let id = format!("list-column-{column}");
    let target = move || work.mapping.with(|mapping| mapping.columns.get(column).copied().unwrap_or_default());
    let choose = Callback::new(move |code: String| {
        work.sure.update(|sure| {
            if let Some(sure) = sure.get_mut(column) {
                *sure = Sureness::Unknown;
            }
        });
        work.mapping.update(|mapping| {
            let target = Target::from_code(&code);
            // A value comes from one column.
            mapping.columns.iter_mut().filter(|own| **own == target).for_each(|own| *own = Target::Ignore);
            if let Some(own) = mapping.columns.get_mut(column) {
                *own = target;
            }
        });
    });
    let value = Signal::derive(move || target().code());
    let sureness = move || match work.sure.with(|sure| sure.get(column).copied()) {
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
    Some(view.into_any())
}
