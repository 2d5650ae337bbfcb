//! Imports that were cut, each with the way back and the way on.

use leptos::prelude::*;

use crate::ui::parts::block::{button, div, p};
use crate::ui::state::cut::{Cut, cut};
use crate::ui::state::{Intent, use_app, use_lang, use_texts};

/// Nothing when there is none.
pub fn cut_imports() -> AnyView {
    let (app, lang, t) = (use_app(), use_lang(), use_texts());
    let one = move |Cut { begun, point, .. }: Cut| {
        let told = p("", lang.cut(&begun, point.is_some()));
        let go_back =
            point.map(|point| button("plain", t.cut_go_back, move || app.dispatch(Intent::GoBack(point.clone()))));
        let leave = button("link", t.cut_leave, move || app.dispatch(Intent::LeaveCut(begun.at_ms)));
        div("box warning", vec![told, div("actions", go_back.into_iter().chain([leave]).collect())])
    };
    (move || cut(app).into_iter().map(one).collect::<Vec<_>>()).into_any()
}
