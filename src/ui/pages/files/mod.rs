//! Sending and opening files, and where the data is.

mod apple;
mod clocks;
mod folder;
mod imports;
mod open_panel;
mod points;
pub mod progress;
mod send_panel;
mod storage;

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::parts::block::{a, div, p, section, text};
use crate::ui::state::use_texts;

pub use send_panel::send_panel;

#[component]
pub fn FilesPage() -> impl IntoView {
    let t = use_texts();
    vec![
        imports::imports(),
        apple::apple(),
        div(
            "columns",
            vec![
                section("open", t.open_title, open_panel::open_panel()),
                section("send", t.send_title, vec![p("", t.send_text), send_panel(None)]),
                storage::whereabouts(),
                folder::folder(),
                points::points_panel(),
                clocks::clocks(),
                section("duplicates", t.duplicates_title, vec![look()]),
            ],
        ),
        storage::set_aside(),
    ]
}

/// The way to the duplicates, which come in with files.
fn look() -> AnyView {
    let t = use_texts();
    a("button", &Route::Duplicates(None), vec![text(t.duplicates_look)])
}
