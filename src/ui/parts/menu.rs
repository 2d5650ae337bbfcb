//! A menu of what is done now and then: behind three dots, and out of the way of what is done every day.

use leptos::prelude::*;

use super::icon::{Sign, icon};

/// A menu; `label` says what it holds to whoever hears it.
pub fn menu(label: &'static str, items: Vec<AnyView>) -> AnyView {
    view! {
        <details class="menu">
            <summary aria-label=label>{icon(Sign::More)}</summary>
            <div class="menu-items">{items}</div>
        </details>
    }
    .into_any()
}
