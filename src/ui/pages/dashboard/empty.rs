//! What a book without groups offers.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::lazy;
use crate::ui::parts::block::{a, button, div, h2, p, text};
use crate::ui::state::{Intent, use_app, use_first_texts};

pub fn empty_book() -> AnyView {
    let (app, t) = (use_app(), use_first_texts());
    let mut actions = vec![
        a("button solid", &Route::NewGroup, vec![text(t.add_group)]),
        a("button", &Route::Files, vec![text(t.empty_open_file)]),
    ];
    if !app.is_practice() {
        actions.push(button("plain", t.empty_practice, move || lazy::dispatch(app, Intent::Practise(true))));
    }
    div("box", vec![h2("", t.empty_title), p("", t.empty_text), div("actions", actions)])
}
