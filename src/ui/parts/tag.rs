//! A word in a small frame: a status, a role, a warning.

use leptos::prelude::*;

use super::remark::Tone;

/// A tag; without a tone it is plain.
#[component]
pub fn Tag(#[prop(optional_no_strip)] tone: Option<Tone>, #[prop(into)] text: String) -> impl IntoView {
    let class = match tone {
        None => "tag",
        Some(Tone::Fine) => "tag fine",
        Some(Tone::Warning) => "tag warning",
        Some(Tone::Error) => "tag error",
    };
    view! { <span class=class>{text}</span> }
}
