//! A part of the page that takes the whole screen, and a table that is opened. Comes with the second wasm: everything is called by name.

use js_sys::Array;
use wasm_bindgen::JsValue;

use super::incoming::Listening;
use super::object::{begin, call_now, get};
use super::window;

fn document() -> JsValue {
    window().map(|window| get(&window, "document")).unwrap_or_default()
}

fn by_id(id: &str) -> JsValue {
    call_now(&document(), "getElementById", &[&id.into()]).unwrap_or_default()
}

/// Whether a part of the page can take the whole screen; an iPhone gives it to films alone.
pub fn has_full_screen() -> bool {
    get(&document(), "fullscreenEnabled").is_truthy()
}

/// Has the element of this id take the whole screen, and gives it the focus: what is behind it is not to be walked through.
pub fn fill_screen(id: &str) {
    let element = by_id(id);
    // Whether it does is told by the event.
    begin(&element, "requestFullscreen", &[]);
    let _ = call_now(&element, "focus", &[]);
}

/// Gives the screen back.
pub fn leave_full_screen() {
    begin(&document(), "exitFullscreen", &[]);
}

/// Hears whether the element of this id has the whole screen.
pub fn on_full_screen(id: String, hear: impl Fn(bool) + 'static) -> Listening {
    Listening::to("fullscreenchange", move |_| {
        let whole = get(&document(), "fullscreenElement");
        hear(get(&whole, "id").as_string().is_some_and(|it| it == id));
    })
}

/// Opens what a person can open, of this id, and moves the focus to the first in it that takes one.
pub fn open_to(id: &str) {
    let element = by_id(id);
    let _ = call_now(&element, "setAttribute", &[&"open".into(), &"".into()]);
    let inside = call_now(&element, "querySelector", &[&"[tabindex]".into()]).unwrap_or_default();
    let _ = call_now(&inside, "focus", &[]);
}

/// Has everything that a selector finds stand open on paper, and as it was afterwards.
pub fn open_on_paper(selector: &'static str) -> [Listening; 2] {
    const OPENED: &str = "data-opened";
    let all = |selector: &str| {
        Array::from(&call_now(&document(), "querySelectorAll", &[&selector.into()]).unwrap_or_default())
    };
    super::on_print(move |now| {
        let them = if now { format!("{selector}:not([open])") } else { format!("{selector}[{OPENED}]") };
        for it in all(&them) {
            for name in ["open", OPENED] {
                let _ = call_now(&it, "toggleAttribute", &[&name.into(), &now.into()]);
            }
        }
    })
}
