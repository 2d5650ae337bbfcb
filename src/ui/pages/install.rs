//! Putting the book on the home screen: one button where the browser offers it, three pictures on an iPhone, else nothing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::route::Route;
use crate::ui::parts::block::{a, button, div, ol, p, section, text};
use crate::ui::state::{Renewal, use_app, use_texts};
use crate::web;

pub fn install() -> AnyView {
    let t = use_texts();
    if web::is_safari_tab() {
        return section("install", t.install_title, on_an_iphone());
    }
    let renewal = Renewal::of(use_app());
    let ask = move || {
        spawn_local(async move {
            web::install().await;
            renewal.note_offer();
        });
    };
    let offer = move || {
        let tap = || div("actions", vec![button("plain", t.install_ask, ask)]);
        renewal.can_install.get().then(|| section("install", t.install_title, vec![p("", t.install_text), tap()]))
    };
    offer.into_any()
}

/// What is where in Safari, as lines: the share button, the row of its list, the word that ends it.
fn on_an_iphone() -> Vec<AnyView> {
    let t = use_texts();
    let step = |path: &'static str, word: &'static str| {
        let picture = view! {
            <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
                <path d=path />
            </svg>
        };
        div("guide-step", vec![picture.into_any(), text(word)])
    };
    let steps = vec![
        step("M12 15V3M8 7l4-4 4 4M8 10H5v11h14V10h-3", t.install_iphone_share),
        step("M4 4h16v16H4zM12 8v8M8 12h8", t.install_iphone_add),
        step("M4 12l5 5L20 6", t.install_iphone_done),
    ];
    vec![p("", t.install_text), ol("guide", steps), a("", &Route::Files, vec![text(t.install_iphone_data)])]
}
