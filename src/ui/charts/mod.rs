//! Charts: a series as the first screen has it (`chart`), and any figure that is drawn (`drawn`), with what a person does with one by
//! itself (`ways`). A chart has a sentence above it, marks that lead to what they count, a table with the same numbers, and a note of
//! what it covers.
//!
//! A new form of what is drawn is a matter of `scene`; the first screen has its bars alone. Relies on `stats` for series and scale, on `i18n` for words, and on the blocks of `ui/parts`. Deliberately absent:
//! the state of the book.

mod across;
mod bars;
mod coming;
mod drawn;
mod frame;
mod table;
mod told;
mod walk;
mod ways;

pub use across::across;
pub use bars::published_bar;
pub use coming::{has_rates, rates, set_rates};
pub use drawn::{drawn, drawn_in};
pub use frame::Frame;
pub use told::told;
pub use ways::ways;

use leptos::prelude::*;

use crate::i18n::Lang;
use crate::stats::{By, Measure, Series};
use crate::ui::parts::block::{details, h2, p};

/// How a series is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A bar a point, one below the other: the value filled, what it is compared with an outline.
    Bars,
}

/// Draws a series. The marks of a chart are one stop of the key Tab, and the arrows walk among them.
pub fn chart(lang: Lang, series: &Series, form: Form) -> AnyView {
    let (t, id) = (lang.first_texts(), id(series));
    let keys = format!("{id}-keys");
    let marks = match form {
        Form::Bars => bars::bars(lang, series, &keys),
    };
    view! {
        <figure class="chart" aria-labelledby=id on:keydown=move |event| walk::walk(&event)>
            {h2(id, lang.chart_title(series))}
            {p("finding", lang.finding(series))}
            {marks}
            <p class="soft keys" id=keys>{t.chart_keys}</p>
            {details("", false, t.chart_table, vec![table::table(lang, series, id)])}
            <figcaption>{lang.chart_note(series)}</figcaption>
        </figure>
    }
    .into_any()
}

/// The id of a chart's title in the page.
fn id(series: &Series) -> &'static str {
    match (series.by, series.measure) {
        (By::City, Measure::Groups) => "chart-groups",
        (By::City, Measure::Households) => "chart-households",
    }
}
