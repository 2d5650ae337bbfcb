//! What is shown at an address that leads nowhere.

use leptos::prelude::*;

use crate::route::Route;
use crate::stats::Scope;
use crate::ui::parts::block::{a, div, p, text};
use crate::ui::state::use_texts;

#[component]
pub fn MissingPage() -> impl IntoView {
    let t = use_texts();
    div("box", vec![p("", t.page_missing), a("button", &Route::Dashboard(Scope::All), vec![text(t.to_summary)])])
}
