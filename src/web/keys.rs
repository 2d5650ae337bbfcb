//! Fields of a form, one after the other; keys by which a person walks; and where the focus goes by them.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement};

use super::incoming::{Listening, is_in_a_field};
use super::object::{call_now, get, text};
use super::window;

/// Whether the page is mostly used by fingers.
pub fn is_touched() -> bool {
    matches("(pointer: coarse)")
}

/// Whether the window answers to a media query.
pub(super) fn matches(query: &str) -> bool {
    let Some(window) = window() else { return false };
    call_now(&window, "matchMedia", &[&query.into()]).is_ok_and(|found| get(&found, "matches").is_truthy())
}

/// Moves the focus from the line of an event to the next field of its form; `false` where there is none, or the event is not of a line.
pub fn focus_next(event: &Event) -> bool {
    is_line(event)
        && fields_from(event)
            .nth(1)
            .and_then(|next| next.dyn_into::<HtmlElement>().ok())
            .is_some_and(|next| next.focus().is_ok())
}

/// Has the keyboard of a phone say what its key Enter does in the line of an event: go on, or be done.
pub fn name_enter(event: &Event) {
    if is_line(event)
        && let Ok(line) = get(event, "target").dyn_into::<HtmlElement>()
    {
        let _ = line.set_attribute("enterkeyhint", if fields_from(event).nth(1).is_some() { "next" } else { "done" });
    }
}

/// Whether an event is of the first field of its form.
pub fn is_first_field(event: &Event) -> bool {
    fields_of(event).first().is_some_and(|first| *first == get(event, "target"))
}

/// Sends the form that an event is in, as its button does; `false` where it is in none.
pub fn send_form(event: &Event) -> bool {
    let field = get(event, "target");
    let form = get(&field, "form");
    if form.is_object() {
        // What was typed counts as typed: the field would tell of it only when the form is gone.
        let _ = call_now(&field, "blur", &[]);
    }
    call_now(&form, "requestSubmit", &[]).is_ok()
}

fn is_line(event: &Event) -> bool {
    text(&get(event, "target"), "tagName").as_deref() == Some("INPUT")
}

/// The fields of the form of an event that can be seen.
fn fields_of(event: &Event) -> Vec<JsValue> {
    let fields = Array::from(&get(&get(&get(event, "target"), "form"), "elements"));
    let can_be_seen = |field: &JsValue| {
        let is_field = ["INPUT", "SELECT", "TEXTAREA"].contains(&text(field, "tagName").unwrap_or_default().as_str());
        // Of a set of buttons arrows choose.
        let is_choice = text(field, "type").as_deref() == Some("radio");
        is_field && !is_choice && get(field, "offsetParent").is_object() && !get(field, "disabled").is_truthy()
    };
    fields.iter().filter(can_be_seen).collect()
}

/// The same from that of the event on.
fn fields_from(event: &Event) -> impl Iterator<Item = JsValue> + use<> {
    let input = get(event, "target");
    fields_of(event).into_iter().skip_while(move |field| *field != input)
}

/// Hears each key that is pressed alone and outside of a field. `hear` says whether it has done something by it.
pub fn on_key(hear: impl Fn(&str) -> bool + 'static) -> Listening {
    Listening::to("keydown", move |event| {
        let is_with_others = ["ctrlKey", "altKey", "metaKey", "isComposing", "defaultPrevented"];
        let is_alone = !is_with_others.into_iter().any(|name| get(&event, name).is_truthy());
        if is_alone && !is_in_a_field(&event) && text(&event, "key").is_some_and(|key| hear(&key)) {
            event.prevent_default();
        }
    })
}

/// The first element that a selector finds.
pub(super) fn find(selector: &str) -> Option<JsValue> {
    all(selector).into_iter().next()
}

/// All elements that a selector finds and that can be seen.
fn all(selector: &str) -> Vec<JsValue> {
    let document = window().map(|window| get(&window, "document")).unwrap_or_default();
    let found = call_now(&document, "querySelectorAll", &[&selector.into()]).unwrap_or_default();
    let can_be_seen = |element: &JsValue| get(element, "offsetParent").is_object();
    Array::from(&found).iter().filter(can_be_seen).collect()
}

fn active() -> JsValue {
    window().map(|window| get(&get(&window, "document"), "activeElement")).unwrap_or_default()
}

/// Whether the element of this id has the focus.
pub(super) fn has_focus(id: &str) -> bool {
    text(&active(), "id").as_deref() == Some(id)
}

fn focus_on(element: &JsValue) -> bool {
    call_now(element, "focus", &[]).is_ok()
}

/// Moves the focus to the first element of a selector that can be seen; `false` where there is none.
pub fn focus_first(selector: &str) -> bool {
    find(selector).is_some_and(|element| focus_on(&element))
}

/// Moves the focus from one of the elements of a selector to the next, or to the one before; from elsewhere to the first.
pub fn focus_beside(selector: &str, is_forward: bool) -> bool {
    let (elements, here) = (all(selector), active());
    let place = elements.iter().position(|element| *element == here);
    let next = match place {
        None => 0,
        Some(place) if is_forward => place + 1,
        Some(place) => place.wrapping_sub(1),
    };
    elements.get(next).is_some_and(focus_on)
}

/// Scrolls what holds the first element of a selector just as far as it takes to see it.
pub fn show_first(selector: &str) {
    if let Some(element) = find(selector) {
        let options = Object::new();
        let _ = Reflect::set(&options, &"block".into(), &"nearest".into());
        let _ = call_now(&element, "scrollIntoView", &[&options]);
    }
}
