//! Sending and opening files, and where the data is.

mod apple;
mod arrivals;
mod clocks;
mod folder;
mod handing;
mod imports;
mod in_app;
mod open_panel;
mod points;
pub mod progress;
mod seal_choice;
mod send_panel;
mod storage;
mod unseal;

use leptos::prelude::*;

use crate::ui::intake;
use crate::ui::parts::block::{div, p, section};
use crate::ui::state::{use_book, use_texts};
use crate::web;

pub use send_panel::send_panel;

#[component]
pub fn FilesPage() -> impl IntoView {
    let (book, t) = (use_book(), use_texts());
    let over = RwSignal::new(false);
    // Heard for as long as this page is drawn.
    let take = move |arrived| intake::take(book, arrived);
    StoredValue::new_local((web::on_drop(move |is_over| over.set(is_over), take), web::on_paste(take)));
    intake::look(book);
    // What was said of one file is not said of the next.
    on_cleanup(intake::forget_refusal);
    let parts = vec![
        imports::imports(),
        in_app::in_app(),
        apple::apple(),
        arrivals::arrivals(),
        div(
            "columns",
            vec![
                section("open", t.open_title, open_panel::open_panel(over)),
                section("send", t.send_title, vec![p("", t.send_text), send_panel(None)]),
                storage::whereabouts(),
                folder::folder(),
                points::points_panel(),
                clocks::clocks(),
            ],
        ),
        storage::set_aside(),
    ];
    view! { <div class=move || if over.get() { "files over" } else { "files" }>{parts}</div> }
}
