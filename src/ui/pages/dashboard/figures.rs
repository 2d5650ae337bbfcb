//! The four figures at the top.

use leptos::prelude::*;

use crate::stats::PerCity;
use crate::ui::parts::block::dl;
use crate::ui::state::{use_first_texts, use_lang};

/// What stands for a number there is none of yet.
pub(super) const NONE: &str = "–";

pub fn figures(numbers: &PerCity) -> AnyView {
    let (lang, t) = (use_lang(), use_first_texts());
    let figure = |word: &str, value: String, of: String| {
        let value = view! {
            {value}
            " "
            <small>{of}</small>
        };
        (word.to_owned(), value.into_any())
    };
    let total = &numbers.total;
    // Groups of unlike years are compared with nothing; then it is said which years they are of.
    let (groups, beside) = match (numbers.compared, numbers.years) {
        (None, Some(_)) => (format!("{}, {}", t.figure_groups, lang.years(numbers.years)), String::new()),
        _ => (t.figure_groups.to_owned(), lang.of_allocated(total.groups_allocated)),
    };
    let per_group = numbers.tenths_per_group().map_or_else(|| NONE.to_owned(), |value| lang.tenths(value));
    dl(
        "figures",
        vec![
            figure(&groups, lang.number(total.groups), beside),
            figure(t.figure_households, lang.number(total.households), lang.of_allocated(total.households_allocated)),
            figure(t.figure_per_group, per_group, String::new()),
            figure(t.figure_active, lang.number(total.active), String::new()),
        ],
    )
}
