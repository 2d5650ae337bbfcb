//! The frame of the screen, with the page of the present address in it.

use leptos::prelude::*;

use super::banner::banners;
use super::bar::bar;
use super::header::header;
use super::notices::notices;
use crate::route::Route;
use crate::ui::later;
use crate::ui::pages::SummaryPage;
use crate::ui::parts::block::button;
use crate::ui::state::{use_book, use_first_texts, use_route};
use crate::web;

const MAIN: &str = "main";

/// The page's heading, to which the focus moves when the page changes.
pub const HEADING: &str = "heading";

/// The whole screen.
#[component]
pub fn Frame() -> impl IntoView {
    let (book, t) = (use_book(), use_first_texts());
    let route = use_route();
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            web::scroll_to_top();
            web::focus(HEADING);
        }
        now
    });
    // Drawn anew with the other book, too: no form and no preview may go on from one to the other.
    let is_practice = Memo::new(move |_| book.is_practice());
    let main = move || {
        is_practice.track();
        match route.get() {
            Route::Summary(scope) => view! { <SummaryPage scope /> }.into_any(),
            route => later::page(route),
        }
    };
    view! {
        {button("skip", t.skip_to_content, || web::focus(MAIN))}
        <div class="frame">
            {bar()}
            <div class="column">
                {header()}
                {banners()}
                <main id=MAIN tabindex="-1">{main}</main>
            </div>
        </div>
        {notices()}
    }
}
