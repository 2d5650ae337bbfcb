//! Registered against allocated, per city: groups and households.

use leptos::prelude::*;

use crate::domain::RegionCode;
use crate::route::Route;
use crate::stats::{Covered, Covers, Measure, PerCity, Scope, Series};
use crate::ui::charts::{Form, chart};
use crate::ui::parts::block::{a, div, text};
use crate::ui::state::use_lang;
use crate::web;

pub fn charts(numbers: &PerCity, city: Option<RegionCode>, scope: Scope, covered: Covered) -> AnyView {
    let lang = use_lang();
    let last = covered.last_ms.map(|last| web::local(last).date());
    let covers = Covers { groups: numbers.total.groups, senders: covered.senders, last };
    let draw = |measure| chart(lang, &Series::per_city(numbers, measure, scope, covers), Form::Bars);
    let more = a("button", &Route::charts("", city, scope), vec![text(lang.first_texts().chart_more)]);
    vec![div("charts", [Measure::Groups, Measure::Households].map(draw).into()), div("actions", vec![more])].into_any()
}
