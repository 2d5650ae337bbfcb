//! How many are poor: the charts of the public page that are drawn, each with the way to itself.
//!
//! Drawn by what `set_up` tells the page, so it knows no page that waits for the second wasm. Deliberately absent: sharing and
//! downloads, which each chart has where it stands by itself.

use leptos::prelude::*;

use crate::route::Route;
use crate::scene::Figure;
use crate::stats::{Poor, Question, Scope, Trend};
use crate::ui::charts::drawn;
use crate::ui::parts::block::{a, div, text};
use crate::ui::state::use_lang;
use crate::web;

pub fn rates() -> AnyView {
    let lang = use_lang();
    let (wide, set_wide) = signal(web::across());
    StoredValue::new_local(web::on_resize(move || set_wide.set(web::across())));
    // What stands at the edges of the page.
    let across = Signal::derive(move || wide.get() - 32);
    let one = |id: &'static str, question: Question, whose: &[Poor]| {
        let figure = Figure::of_trend(lang, &Trend::of(whose));
        let take = a("go", &Route::Chart(question.code(), None, Scope::All), vec![text(lang.texts().chart_take)]);
        div("rate", vec![drawn(lang, &figure, id, across), take])
    };
    vec![
        one("chart-poor", Question::Poor, &[Poor::Kaltim, Poor::Indonesia]),
        one("chart-places", Question::PoorByPlace, &[Poor::Urban, Poor::Rural]),
    ]
    .into_any()
}
