//! The table of a figure: the same numbers, a row each, and what they come to. The name of a row leads to what it counts.

use leptos::prelude::*;

use crate::scene::{Figure, Row};

/// What stands for a number that there is none of.
const NONE: &str = "–";

/// The same numbers, a row each, named by the chart's title.
pub(super) fn table(figure: &Figure, title: &'static str) -> AnyView {
    let head = |text: String| view! { <th scope="col">{text}</th> }.into_any();
    let heads: Vec<AnyView> = std::iter::once(figure.axis.clone()).chain(figure.heads()).map(head).collect();
    let rows: Vec<AnyView> = figure.rows.iter().map(row).collect();
    let total = figure.total.as_ref().map(|total| view! { <tfoot>{row(total)}</tfoot> }.into_any());
    view! {
        <div class="scroll" tabindex="0" role="group" aria-labelledby=title>
            <table>
                <thead><tr>{heads}</tr></thead>
                <tbody>{rows}</tbody>
                {total}
            </table>
        </div>
    }
    .into_any()
}

fn row(row: &Row) -> AnyView {
    let cell = |text: &String| {
        let text = if text.is_empty() { NONE.to_owned() } else { text.clone() };
        view! { <td>{text}</td> }.into_any()
    };
    let cells: Vec<AnyView> = row.texts.iter().map(cell).collect();
    let name = match row.to.clone() {
        Some(to) => view! { <a href=to>{row.name.clone()}</a> }.into_any(),
        None => row.name.clone().into_any(),
    };
    view! { <tr><th scope="row">{name}</th>{cells}</tr> }.into_any()
}
