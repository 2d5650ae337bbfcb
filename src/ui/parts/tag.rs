//! A word in a small frame: a status, a role, a warning.

use leptos::prelude::*;

use super::block::span;
use super::remark::Tone;

/// A tag; without a tone it is plain.
pub fn tag(tone: Option<Tone>, text: impl Into<String>) -> AnyView {
    let class = match tone {
        None => "tag",
        Some(Tone::Fine) => "tag fine",
        Some(Tone::Warning) => "tag warning",
        Some(Tone::Error) => "tag error",
    };
    span(class, text)
}
