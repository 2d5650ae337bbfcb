//! The list of groups as a table, where there is room for one.

use leptos::prelude::*;

use super::listing::Listing;
use super::row::{Row, shown, soft};
use crate::i18n::Label;
use crate::route::{Route, Tab};
use crate::search::{By, Order};
use crate::ui::parts::block::{a, div, text};
use crate::ui::parts::{Column, column_choice, heads};
use crate::ui::state::{Desk, Intent, use_app, use_lang};

/// The columns behind the name, and whether each is usually shown.
const COLUMNS: [(By, bool); 6] = [
    (By::Business, true),
    (By::Place, true),
    (By::Members, true),
    (By::Programme, true),
    (By::Stage, true),
    (By::Facilitator, false),
];

/// The table, and the choice of its columns.
pub fn table(listing: Listing) -> AnyView {
    let (app, lang) = (use_app(), use_lang());
    let d = lang.desk();
    let column = move |by: By| Column { code: by.code(), word: by.label(lang), is_number: by == By::Members };
    let order = Callback::new(move |code: &'static str| {
        if let Some(by) = By::from_code(code) {
            let filter = untrack(|| listing.filter());
            listing.narrow(filter.with(|it| it.order = it.order.tapped(by)));
        }
    });
    let head = move || {
        let order_now = listing.filter().further().order;
        let Order { by, is_turned } = order_now;
        // What fits the words best stands first, unless an order is chosen.
        let is_by_rank = order_now == Order::default() && app.words.with(|words| !words.trim().is_empty());
        let ordered = (!is_by_rank).then_some((by.code(), is_turned));
        let columns = [By::Name].into_iter().chain(shown_columns(Desk::of(app))).map(column).collect();
        heads(columns, ordered, order)
    };
    let around = move |rows: AnyView| {
        view! {
            <div class="scroll" role="group" tabindex="0" aria-label=d.list>
                <table class="list">
                    <thead>{head}</thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let turn = Callback::new(move |code: &'static str| app.dispatch(Intent::Arrange(word_of(code))));
    let is_shown = Callback::new(move |code: &'static str| shown_columns(Desk::of(app)).any(|by| by.code() == code));
    let choice = column_choice(d.columns, COLUMNS.map(|(by, _)| column(by)).into(), is_shown, turn);
    vec![choice, listing.rows(around, row)].into_any()
}

/// What a column that is not as usual is called in the arrangement.
fn word_of(code: &str) -> String {
    format!("groups.{code}")
}

fn shown_columns(desk: Desk) -> impl Iterator<Item = By> {
    COLUMNS.into_iter().filter(move |(by, usual)| desk.differs(&word_of(by.code())) != *usual).map(|(by, _)| by)
}

fn row(row: &Row) -> AnyView {
    let cell = |by: By| match by {
        By::Members => {
            let shown = shown(row.dossier, by, row.lang);
            view! { <td class="number">{shown}</td> }.into_any()
        }
        By::Stage => view! { <td>{row.mark()}</td> }.into_any(),
        _ => {
            let shown = soft(row.query, shown(row.dossier, by, row.lang));
            view! { <td>{shown}</td> }.into_any()
        }
    };
    let cells: Vec<AnyView> = shown_columns(Desk::of(use_app())).map(cell).collect();
    let name = a("", &Route::Group(row.dossier.id, Tab::Members), vec![row.name()]);
    let beside: Vec<AnyView> = row.found_in().into_iter().flat_map(|part| [text(" "), part]).collect();
    let beside = (!beside.is_empty()).then(|| div("choice", beside));
    view! {
        <tr>
            <th scope="row">{name}{beside}</th>
            {cells}
        </tr>
    }
    .into_any()
}
