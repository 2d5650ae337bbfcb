//! In a window inside another app: that this is no browser, and the way to one.

use leptos::prelude::*;

use crate::ui::parts::block::{button, div, ol, p, section, span, text};
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

pub fn in_app() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let Some(at) = web::in_app() else { return ().into_any() };
    let address = web::home();
    let copied = address.clone();
    let copy = move || {
        let address = copied.clone();
        leptos::task::spawn_local(async move {
            app.say(if web::copy(&address).await { t.in_app_copied } else { t.in_app_not_copied });
        });
    };
    let steps = vec![text(lang.way_out(at)), text(t.in_app_or_copy)];
    section(
        "in-app",
        t.in_app_title,
        vec![
            p("box warning", format!("{} {}", lang.inside_of(at), t.in_app_why)),
            ol("plain-list", steps),
            p("address", address),
            div("actions", vec![button("plain", t.in_app_copy, copy)]),
            span("soft", t.in_app_carry),
        ],
    )
}
