//! A table of an office as records: which column is what, what holds for all of it, and what becomes of each row.
//!
//! All on one page, so that each choice shows at once what it does to the rows. A worker has the table and reads the rows
//! ([`Work`]); what it makes goes to the ordinary preview.

mod columns;
mod outcome;
mod rows;
mod sheet;
mod whole;
mod work;

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::parts::block::{a, div, p, section, text};
use crate::ui::state::listed::{Listed, open_list};
use crate::ui::state::{desk, use_book, use_texts};
use crate::ui::turn::in_turn;
use work::Work;

#[component]
pub fn ListPage() -> impl IntoView {
    let t = use_texts();
    let open = open_list();
    // Drawn anew with another table: what is chosen here is of the one that the worker has.
    move || match open.get() {
        // To put the page before away is enough for one turn.
        Some(listed) => vec![in_turn(move || list(listed.clone()))],
        None => vec![div("box", vec![p("", t.list_missing), a("button", &Route::Files, vec![text(t.place_files)])])],
    }
}

fn list(listed: Listed) -> Vec<AnyView> {
    let (book, t) = (use_book(), use_texts());
    let Listed { name, opened } = listed;
    let work = Work::new(book, opened);
    desk::prepare();
    vec![
        p("from", name.clone()),
        section("list-sheet-title", t.list_sheet_title, sheet::sheet(work)),
        section("list-columns-title", t.list_columns_title, columns::columns(work)),
        in_turn(move || vec![section("list-whole-title", t.list_whole_title, whole::whole(work))]),
        in_turn(move || {
            let rows = section("list-rows-title", t.list_rows_title, rows::rows(work));
            vec![rows, outcome::outcome(book, work, name.clone())]
        }),
    ]
}
