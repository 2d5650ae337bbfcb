//! What each column is: the guess, which a person mends, and three of its values.

use leptos::prelude::*;

use super::work::Work;
use crate::i18n::{Lang, masked};
use crate::lists::{Cell, CellKind, Column, Target, Why};
use crate::ui::parts::block::{p, ul};
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

/// What stands above a column, or its number.
pub fn heading_of(lang: Lang, at: usize, column: &Column) -> String {
    if column.heading.is_empty() { lang.column(at + 1) } else { column.heading.clone() }
}

/// A value as it is shown: numbers of persons are masked.
pub fn shown(cell: &Cell) -> String {
    let digits = cell.text.bytes().filter(u8::is_ascii_digit).count();
    let is_personal = digits >= PERSONAL_DIGITS || cell.kind == CellKind::Rounded;
    if is_personal { masked(&cell.text) } else { cell.text.clone() }
}

/// One column: its values, what it is taken for, why, and what it may be besides.
fn one(work: Work, at: usize, column: &Column, choices: &[Choice]) -> AnyView {
    let (lang, t) = (use_lang(), use_texts());
    let heading = heading_of(lang, at, column);
    let samples: Vec<String> = column.samples.iter().map(shown).collect();
    let id = format!("list-column-{at}");
    let target = move || work.mapping.with(|mapping| mapping.columns.get(at).copied().unwrap_or_default());
    let choose = Callback::new(move |code: String| work.choose(at, Target::from_code(&code)));
    let value = Signal::derive(move || target().code());
    let why = move || work.why.with(|why| why.get(at).copied().unwrap_or_default());
    let reason = move || {
        let why = why();
        let tone = match why {
            Why::Heading(_) => Some(Tone::Fine),
            Why::Word(_) | Why::Values | Why::Asked => Some(Tone::Warning),
            Why::Nothing | Why::Never(_) | Why::Chosen => None,
        };
        tag(tone, lang.why(why))
    };
    let might = column.might.clone();
    let besides = move || {
        let is_open = target() == Target::Ignore && why() != Why::Chosen && !might.is_empty();
        is_open.then(|| p("soft", lang.might(&might)))
    };
    let samples = if samples.is_empty() { t.list_no_samples.to_owned() } else { samples.join(" · ") };
    let control = select(id.clone(), value, choices.to_vec(), t.list_not_taken, choose);
    let view = view! {
        <div class="field">
            <div class="line">
                <label for=id.clone()>{heading}</label>
                {reason}
            </div>
            {control}
            <div class="below" id=format!("{id}-below")>
                {p("soft", samples)}
                {besides}
            </div>
        </div>
    };
    view.into_any()
}
