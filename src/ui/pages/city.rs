//! Choosing the city or kabupaten that one works in: once, for this device.

use leptos::prelude::*;

use crate::domain::region;
use crate::ui::parts::block::{button, p, ul};
use crate::ui::state::{Intent, use_app, use_texts};

pub fn city_page() -> AnyView {
    let (app, t) = (use_app(), use_texts());
    let choice = |region: region::Region| {
        button("plain wide", region.short_name(), move || app.dispatch(Intent::WorkIn(region.code)))
    };
    vec![p("", t.city_explain), ul("cities", region::kabupaten_kota().map(choice).collect())].into_any()
}
