//! In a tab of Safari on an iPhone: install first, and how to carry over what is here already.

use leptos::prelude::*;

use crate::registry::Registry;
use crate::ui::parts::block::{ol, p, section, text};
use crate::ui::state::{use_app, use_texts};
use crate::web;

pub fn apple() -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let advice = move || {
        let is_empty = app.registry.with(Registry::is_empty) || app.is_practice();
        let how = if is_empty {
            vec![p("", t.apple_install)]
        } else {
            let steps = [t.apple_carry_send, t.apple_carry_install, t.apple_carry_open];
            vec![p("", t.apple_carry), ol("plain-list", steps.map(text).into_iter().collect())]
        };
        let title_and_why = vec![p("box warning", t.apple_text)];
        web::is_safari_tab()
            .then(|| section("apple", t.apple_title, [title_and_why, how].into_iter().flatten().collect()))
    };
    advice.into_any()
}
