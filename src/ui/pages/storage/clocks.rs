//! Whose clock is or was wrong, this device's own among them.

use leptos::prelude::*;

use crate::ui::parts::block::{p, section, text, ul};
use crate::ui::state::{use_app, use_lang, use_texts};
use crate::web;

pub fn clocks() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let clocks = move || {
        let wrong = app.registry.with(|registry| registry.wrong_clocks(web::now_ms()));
        (!wrong.is_empty()).then(|| {
            let sentences = wrong.iter().map(|wrong| {
                let latest = web::local(wrong.latest_ms);
                text(lang.wrong_clock(wrong, app.is_own(wrong.device), latest))
            });
            let list = ul("box warning", sentences.collect());
            section("clocks", t.clocks_title, vec![list, p("soft", t.clocks_text)])
        })
    };
    clocks.into_any()
}
