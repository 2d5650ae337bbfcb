//! A table of an office as records: which column is what, what holds for all of it, and what becomes of each row.
//!
//! All on one page, so that each choice shows at once what it does to the rows. A worker has the table and reads the rows
//! ([`Work`]); what it makes goes to the ordinary preview.

mod columns;
mod outcome;
mod questions;
mod rows;
mod sheet;
mod whole;
mod work;

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::parts::block::{a, div, p, section, text};
use crate::ui::state::{ImportClient, Listed, TableImport, use_app, use_texts};
use crate::ui::turn::in_turn;
use work::Work;

#[component]
pub fn ListPage() -> impl IntoView {
    let t = use_texts();
    let table = TableImport::of(use_app());
    let missing = move || if table.was_chosen() { t.list_again } else { t.list_missing };
    // Drawn anew with another table: what is chosen here is of the one that the worker has.
    move || match table.open.get() {
        // To put the page before away is enough for one turn.
        Some(listed) => vec![in_turn(move || list(listed.clone()))],
        None => vec![div("box", vec![p("", missing()), a("button", &Route::Files, vec![text(t.place_files)])])],
    }
}

fn list(listed: Listed) -> Vec<AnyView> {
    let (app, t) = (use_app(), use_texts());
    let name = listed.name.clone();
    let work = Work::new(app, listed);
    ImportClient::of(app).prepare();
    vec![
        p("from", name.clone()),
        questions::questions(work),
        section("list-sheet-title", t.list_sheet_title, sheet::sheet(work)),
        section("list-columns-title", t.list_columns_title, columns::columns(work)),
        in_turn(move || vec![section("list-whole-title", t.list_whole_title, whole::whole(work))]),
        in_turn(move || {
            let rows = section("list-rows-title", t.list_rows_title, rows::rows(work));
            vec![rows, outcome::outcome(app, work, name.clone())]
        }),
    ]
}
