//! What a book without groups offers.

use leptos::prelude::*;

use crate::route::Route;
use crate::ui::later;
use crate::ui::parts::block::{a, button, div, h2, p, text};
use crate::ui::state::{Intent, use_book, use_first_texts};

pub fn empty_book() -> AnyView {
    let (book, t) = (use_book(), use_first_texts());
    let mut actions = vec![
        a("button solid", &Route::NewGroup, vec![text(t.add_group)]),
        a("button", &Route::Files, vec![text(t.empty_open_file)]),
    ];
    if !book.is_practice() {
        actions.push(button("plain", t.empty_practice, move || later::dispatch(book, Intent::Practise(true))));
    }
    div("box", vec![h2("", t.empty_title), p("", t.empty_text), div("actions", actions)])
}
