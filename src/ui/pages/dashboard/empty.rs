//! What a book without groups says of itself, and a door for each who may come.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::lazy;
use crate::ui::parts::block::{a, button, div, h2, h3, p, text};
use crate::ui::state::{Intent, use_app, use_first_texts};

pub fn empty_book() -> AnyView {
    let (app, t) = (use_app(), use_first_texts());
    let door = |who: &'static str, ways| div("door", vec![h3(who), div("actions", ways)]);
    let practise = button("plain", t.empty_practice, move || lazy::dispatch(app, Intent::Practise(true)));
    div(
        "box",
        vec![
            h2("", t.app_name),
            p("", t.empty_kube),
            p("", t.empty_here),
            h2("", t.empty_title),
            door(t.empty_facilitator, vec![a("button solid", &Route::NewGroup, vec![text(t.add_group)]), practise]),
            door(t.empty_office, vec![a("button", &Route::Files, vec![text(t.empty_open_file)])]),
            door(t.empty_visitor, vec![a("button", &Route::Programme, vec![text(t.programme_figures)])]),
        ],
    )
}
