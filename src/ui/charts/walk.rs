//! Walking among the marks of a chart by keys: the arrows lead one on and one back, Home and End to the ends.
//!
//! The marks are links in a list, of which the key Tab stops at one: the first, or the last that was walked to. There is no way
//! round, since an end that is felt tells where one is. Relies on the event alone. Deliberately absent: Enter, which a link
//! knows by itself.

use leptos::ev::KeyboardEvent;
use leptos::prelude::event_target;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// To be called for each key that is pressed in a chart.
pub(super) fn walk(event: &KeyboardEvent) {
    // With one of these, a key is the browser's: Alt and the left arrow lead back.
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let mark: HtmlElement = event_target(event);
    let Ok(Some(place)) = mark.closest("li") else { return };
    let ends = place.parent_element();
    let next = match event.key().as_str() {
        "ArrowDown" | "ArrowRight" => place.next_element_sibling(),
        "ArrowUp" | "ArrowLeft" => place.previous_element_sibling(),
        "Home" => ends.and_then(|list| list.first_element_child()),
        "End" => ends.and_then(|list| list.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    let next = next.as_ref().and_then(Element::first_element_child);
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        mark.set_tab_index(-1);
        next.set_tab_index(0);
        let _ = next.focus();
    }
}
