//! Where the data is, what can be brought back, and what is to be seen to in the whole book: what one comes to once in a while.
//!
//! Deliberately absent: sending and opening files (`pages/files`).

mod clocks;
mod folder;
mod points;
mod whereabouts;

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::parts::block::{a, div, p, section, text};
use crate::ui::state::{App, use_app, use_lang, use_texts};

#[component]
pub fn StoragePage() -> impl IntoView {
    let (app, t) = (use_app(), use_texts());
    let parts = vec![
        clocks::clocks(),
        whereabouts::whereabouts(),
        points::points_panel(),
        folder::folder(),
        section("bin", t.bin_title, bin(app)),
        section("duplicates", t.duplicates_title, vec![look()]),
    ];
    vec![whereabouts::quarantine(), div("columns", parts)]
}

/// What files erased, and the way to it.
fn bin(app: App) -> Vec<AnyView> {
    let (lang, t) = (use_lang(), use_texts());
    let count = move || p("", lang.in_bin(app.bin().len()));
    vec![count.into_any(), a("button", &Route::Bin, vec![text(t.bin_open)])]
}

/// The way to the duplicates, which come in with files.
fn look() -> AnyView {
    let t = use_texts();
    a("button", &Route::Duplicates(None), vec![text(t.duplicates_look)])
}
