//! Fields of a form, one after the other.

use js_sys::{Array, Function};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement};

use super::object::{get, text};
use super::window;

/// Whether the page is mostly used by fingers.
pub fn is_touched() -> bool {
    let Some(window) = window() else { return false };
    let query = get(&window, "matchMedia").dyn_into::<Function>();
    let found = query.and_then(|query| query.call1(&window, &"(pointer: coarse)".into()));
    found.is_ok_and(|found| get(&found, "matches").is_truthy())
}

/// Moves the focus from the line of an event to the next field of its form; `false` where there is none, or the event is not of a line.
pub fn focus_next(event: &Event) -> bool {
    is_line(event)
        && next_field(event)
            .and_then(|next| next.dyn_into::<HtmlElement>().ok())
            .is_some_and(|next| next.focus().is_ok())
}

/// Has the keyboard of a phone say what its key Enter does in the line of an event: go on, or be done.
pub fn name_enter(event: &Event) {
    if is_line(event)
        && let Ok(line) = get(event, "target").dyn_into::<HtmlElement>()
    {
        let _ = line.set_attribute("enterkeyhint", if next_field(event).is_some() { "next" } else { "done" });
    }
}

fn is_line(event: &Event) -> bool {
    text(&get(event, "target"), "tagName").as_deref() == Some("INPUT")
}

/// The field after that of an event in its form that can be seen.
fn next_field(event: &Event) -> Option<JsValue> {
    let input = get(event, "target");
    let fields = Array::from(&get(&get(&input, "form"), "elements"));
    fields.iter().skip_while(|field| *field != input).skip(1).find(|field| {
        let is_field = ["INPUT", "SELECT", "TEXTAREA"].contains(&text(field, "tagName").unwrap_or_default().as_str());
        // Of a set of buttons arrows choose.
        let is_choice = text(field, "type").as_deref() == Some("radio");
        is_field && !is_choice && get(field, "offsetParent").is_object() && !get(field, "disabled").is_truthy()
    })
}
