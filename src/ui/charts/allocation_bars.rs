//! Registered against allocated, a bar a city: registered filled, allocated an outline, one scale from zero.

use leptos::prelude::*;

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

/// The chart.
#[component]
pub fn AllocationBars(
    id: &'static str,
    title: &'static str,
    /// What the chart shows, in one sentence.
    finding: String,
    bars: Vec<Bar>,
    /// What it covers and where it comes from.
    note: String,
    /// The table with the same numbers.
    table: AnyView,
    table_word: &'static str,
) -> impl IntoView {
    let most = bars.iter().map(|bar| bar.registered.max(bar.allocated.unwrap_or(0))).max().unwrap_or(0).max(1);
    // In hundredths of a percent, without floating point, whose printing alone weighs 12 kB.
    let share = move |value: usize| {
        let share = value * 10_000 / most;
        format!("{}.{:02}%", share / 100, share % 100)
    };
    let rows = bars
        .into_iter()
        .map(|bar| {
            let outline = bar.allocated.map(|allocated| {
                view! { <rect class="allocated" x="0" y="1" width=share(allocated) height="14" /> }.into_any()
            });
            view! {
                <li>
                    <a href=bar.href>
                        <span class="name">{bar.name}</span>
                        <span class="value">
                            <b>{bar.registered_text}</b>
                            " "
                            {bar.allocated_text}
                        </span>
                        <svg class="track" width="100%" height="16" aria-hidden="true">
                            <rect class="registered" x="0" y="1" width=share(bar.registered) height="14" />
                            {outline}
                        </svg>
                    </a>
                </li>
            }
            .into_any()
        })
        .collect_view();
    view! {
        <figure class="chart" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <p class="finding">{finding}</p>
            <ul class="bars">{rows}</ul>
            <details>
                <summary>{table_word}</summary>
                <div class="scroll" tabindex="0" role="group" aria-labelledby=id>{table}</div>
            </details>
            <figcaption>{note}</figcaption>
        </figure>
    }
}
