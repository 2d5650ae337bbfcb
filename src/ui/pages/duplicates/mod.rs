//! Suspected duplicates: all of them, or two records side by side.

mod decide;
mod list;
mod pair;

use leptos::prelude::*;

use crate::domain::Id;
use crate::ui::state::use_app;

#[component]
pub fn DuplicatesPage(pair: Option<(Id, Id)>) -> impl IntoView {
    match pair {
        None => list::list(use_app()).into_any(),
        Some((one, other)) => pair::pair(use_app(), one, other).into_any(),
    }
}
