//! Suspected duplicates: all of them, or two records side by side.

mod decide;
mod list;
mod pair;

use leptos::prelude::*;

use crate::domain::Id;
use crate::ui::state::use_book;

#[component]
pub fn DuplicatesPage(pair: Option<(Id, Id)>) -> impl IntoView {
    match pair {
        None => list::list(use_book()).into_any(),
        Some((one, other)) => pair::pair(use_book(), one, other).into_any(),
    }
}
