//! Registered against allocated, a bar a city: registered filled, allocated an outline, one scale from zero.

use leptos::prelude::*;

use crate::ui::parts::block::{details, h2, p, ul};

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// The city.
    pub name: String,
    /// What is registered.
    pub registered: usize,
    /// What was allocated, where anything was.
    pub allocated: Option<usize>,
    /// The registered number as it is written.
    pub registered_text: String,
    /// "of 20", or nothing.
    pub allocated_text: String,
    /// Where the number can be traced: the groups behind it.
    pub href: String,
}

/// A chart of such bars.
pub struct Chart {
    /// Its id in the page.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What it shows, in one sentence.
    pub finding: String,
    /// The bars.
    pub bars: Vec<Bar>,
    /// What it covers and where it comes from.
    pub note: String,
    /// The table with the same numbers, and the word that opens it.
    pub table: (&'static str, AnyView),
}

/// Draws a chart.
pub fn allocation_bars(chart: Chart) -> AnyView {
    let Chart { id, title, finding, bars, note, table: (table_word, table) } = chart;
    let most = bars.iter().map(|bar| bar.registered.max(bar.allocated.unwrap_or(0))).max().unwrap_or(0).max(1);
    let rows = bars.into_iter().map(|bar| row(bar, most)).collect();
    let table = view! { <div class="scroll" tabindex="0" role="group" aria-labelledby=id>{table}</div> }.into_any();
    view! {
        <figure class="chart" aria-labelledby=id>
            {h2(id, title)}
            {p("finding", finding)}
            {ul("bars", rows)}
            {details("", false, table_word, vec![table])}
            <figcaption>{note}</figcaption>
        </figure>
    }
    .into_any()
}

fn row(bar: Bar, most: usize) -> AnyView {
    let registered = rect("registered", share(bar.registered, most));
    let outline = bar.allocated.map(|allocated| rect("allocated", share(allocated, most)));
    view! {
        <a href=bar.href>
            <span class="name">{bar.name}</span>
            <span class="value">
                <b>{bar.registered_text}</b>
                " "
                {bar.allocated_text}
            </span>
            <svg class="track" width="100%" height="16" aria-hidden="true">
                {registered}
                {outline}
            </svg>
        </a>
    }
    .into_any()
}

fn rect(class: &'static str, width: String) -> AnyView {
    view! { <rect class=class x="0" y="1" width=width height="14" /> }.into_any()
}

/// A part of the longest bar in percent, two decimals; without floating point, whose printing alone weighs 12 kB.
fn share(value: usize, most: usize) -> String {
    let share = value * 10_000 / most;
    format!("{}.{:02}%", share / 100, share % 100)
}
