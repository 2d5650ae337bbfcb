//! A number that is nobody else's business: shown in part until tapped, and hidden again on leaving.

use leptos::prelude::*;

/// Shows `masked`, and `whole` while asked to.
pub fn masked(masked: String, whole: String, show: &'static str, hide: &'static str) -> AnyView {
    let shown = RwSignal::new(false);
    view! {
        <span class="masked">
            <span>{move || if shown.get() { whole.clone() } else { masked.clone() }}</span>
            <button
                type="button"
                class="link"
                aria-pressed=move || if shown.get() { "true" } else { "false" }
                on:click=move |_| shown.update(|shown| *shown = !*shown)
            >
                {move || if shown.get() { hide } else { show }}
            </button>
        </span>
    }
    .into_any()
}
