//! The head of a table whose rows can be ordered, and the choice of its columns.

use leptos::prelude::*;

use super::block::details;

/// A column.
#[derive(Clone, Copy)]
pub struct Column {
    /// What it is called in the arrangement, and in an order.
    pub code: &'static str,
    /// Its head.
    pub word: &'static str,
    /// Whether it holds numbers, which stand to the right.
    pub is_number: bool,
}

/// The row of heads, each a button that orders by its column; `ordered` is the one by which the rows stand, and whether they are turned.
pub fn heads(columns: Vec<Column>, ordered: Option<(&'static str, bool)>, order: Callback<&'static str>) -> AnyView {
    let head = move |Column { code, word, is_number }: Column| {
        let turned = ordered.filter(|(by, _)| *by == code).map(|(_, is_turned)| is_turned);
        let (sort, sign) = match turned {
            None => (None, ""),
            Some(false) => (Some("ascending"), "▴"),
            Some(true) => (Some("descending"), "▾"),
        };
        view! {
            <th scope="col" class=is_number.then_some("number") aria-sort=sort>
                <button type="button" class="link" on:click=move |_| order.run(code)>
                    {word}
                    <span aria-hidden="true">{sign}</span>
                </button>
            </th>
        }
        .into_any()
    };
    view! { <tr>{columns.into_iter().map(head).collect::<Vec<_>>()}</tr> }.into_any()
}

/// The choice of columns: a tick each.
pub fn column_choice(
    title: &'static str,
    columns: Vec<Column>,
    is_shown: Callback<&'static str, bool>,
    turn: Callback<&'static str>,
) -> AnyView {
    let tick = move |Column { code, word, .. }: Column| {
        view! {
            <label class="tick">
                <input type="checkbox" prop:checked=move || is_shown.run(code) on:change=move |_| turn.run(code) />
                <span>{word}</span>
            </label>
        }
        .into_any()
    };
    details("choose-columns", false, title, columns.into_iter().map(tick).collect())
}
