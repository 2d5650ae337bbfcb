//! How many are poor: the charts of the public page that are drawn, each with the way to itself.
//!
//! Drawn by what `set_up` tells the page, so it knows no page that waits for the second wasm. Deliberately absent: sharing and
//! downloads, which each chart has where it stands by itself.

use leptos::prelude::*;

use super::patterns::told_of;
use crate::figures::of_trend;
use crate::route::Route;
use crate::stats::{Poor, Question, Scope};
use crate::ui::charts::{across, drawn};
use crate::ui::parts::block::{a, div, text};
use crate::ui::state::{use_app, use_lang};

pub fn rates() -> AnyView {
    let (lang, across) = (use_lang(), across());
    let one = |id: &'static str, question: Question, whose: &[Poor]| {
        let take = a("go", &Route::charts(question.code(), None, Scope::All), vec![text(lang.texts().chart_take)]);
        div("rate", vec![drawn(lang, &of_trend(lang, whose), id, across), take])
    };
    vec![
        told_of(use_app()),
        one("chart-poor", Question::Poor, &[Poor::Kaltim, Poor::Indonesia]),
        one("chart-places", Question::PoorByPlace, &[Poor::Urban, Poor::Rural]),
    ]
    .into_any()
}
