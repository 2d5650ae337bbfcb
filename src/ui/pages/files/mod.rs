//! Sending and opening files, and where the data is.

mod apple;
mod clocks;
mod folder;
mod imports;
mod open_panel;
mod passages;
mod points;
pub mod progress;
mod send_panel;
mod storage;

use leptos::prelude::*;

use crate::registry::Dossier;
use crate::route::Route;
use crate::ui::parts::block::{a, div, p, section, text};
use crate::ui::state::{use_book, use_lang, use_texts};

pub use send_panel::send_panel;

#[component]
pub fn FilesPage() -> impl IntoView {
    let (book, lang, t) = (use_book(), use_lang(), use_texts());
    let in_conflict = move || {
        let (fields, groups) = book.registry.with(|registry| {
            let counts = registry.dossiers().map(Dossier::conflict_count).filter(|count| *count > 0);
            counts.fold((0, 0), |(fields, groups), count| (fields + count, groups + 1))
        });
        let way = || a("go", &Route::Conflicts, vec![text(t.conflict_all)]);
        (fields > 0).then(|| div("box warning", vec![p("", lang.in_conflict(fields, groups)), way()]))
    };
    vec![
        imports::imports(),
        in_conflict.into_any(),
        apple::apple(),
        div(
            "columns",
            vec![
                section("open", t.open_title, open_panel::open_panel()),
                section("send", t.send_title, vec![p("", t.send_text), send_panel(None)]),
                passages::passages(),
                storage::whereabouts(),
                folder::folder(),
                points::points_panel(),
                clocks::clocks(),
            ],
        ),
        storage::set_aside(),
    ]
}
