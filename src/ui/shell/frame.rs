//! The frame of the screen, with the page of the present address in it.

use leptos::prelude::*;

use super::banner::banners;
use super::bar::bar;
use super::dialog::dialog;
use super::header::header;
use super::notices::notices;
use crate::route::Route;
use crate::ui::lazy;
use crate::ui::parts::beside;
use crate::ui::parts::block::button;
use crate::ui::parts::landmarks::{HEADING, MAIN};
use crate::ui::state::{use_app, use_first_texts, use_route};
use crate::web;

/// The whole screen; `first` draws the pages that need no second wasm.
#[component]
pub fn Frame(first: fn(&Route) -> Option<AnyView>) -> impl IntoView {
    let (app, t) = (use_app(), use_first_texts());
    let route = use_route();
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.is_some_and(|before| before != now) {
            // A page that was come back to is drawn by then, and as long as it was.
            request_animation_frame(web::scroll_to_place);
            web::focus(HEADING);
        }
        now
    });
    // Drawn anew with the other book, too: no form and no preview may go on from one to the other.
    let is_practice = Memo::new(move |_| app.is_practice());
    let main = move || {
        is_practice.track();
        let route = route.get();
        first(&route).unwrap_or_else(|| lazy::page(route))
    };
    // It comes with the second wasm, which reads the records.
    let beside = move || {
        app.reading.track();
        beside()
    };
    view! {
        {button("skip", t.skip_to_content, || web::focus(MAIN))}
        <div class="frame">
            {bar()}
            {beside}
            <div class="column">
                {header()}
                {banners()}
                <main id=MAIN tabindex="-1">{main}</main>
            </div>
        </div>
        {dialog()}
        {notices()}
    }
}
