//! How many are poor: the charts of the public page that are drawn, each with the way to itself.

use leptos::prelude::*;

use super::chart::{across, trend};
use crate::route::Route;
use crate::stats::{Poor, Question, Scope};
use crate::ui::charts::drawn;
use crate::ui::parts::block::{a, div, text};
use crate::ui::state::use_lang;

pub fn rates() -> AnyView {
    let (lang, across) = (use_lang(), across());
    let one = |id: &'static str, question: Question, whose: &[Poor]| {
        let take = a("go", &Route::Chart(question.code(), None, Scope::All), vec![text(lang.texts().chart_take)]);
        div("rate", vec![drawn(lang, &trend(lang, whose), id, across), take])
    };
    vec![
        one("chart-poor", Question::Poor, &[Poor::Kaltim, Poor::Indonesia]),
        one("chart-places", Question::PoorByPlace, &[Poor::Urban, Poor::Rural]),
    ]
    .into_any()
}
