//! What a chart asks of the page: the whole screen, its table opened, its drawing made again under whoever walks in it. Comes with the
//! second wasm: everything is called by name.

use js_sys::{Array, Reflect};
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

/// Puts other nodes in the element of this id. Where the key Tab led to one of those that a selector finds, it leads to the one in the same
/// place, which has the focus if the former had it.
pub fn draw_again(id: &str, nodes: &str, selector: &str) {
    let element = by_id(id);
    let all = || Array::from(&call_now(&element, "querySelectorAll", &[&selector.into()]).unwrap_or_default());
    let active = get(&document(), "activeElement");
    let place = all().iter().position(|it| get(&it, "tabIndex").as_f64() == Some(0.0));
    let has_focus = all().includes(&active, 0);
    let _ = Reflect::set(&element, &"innerHTML".into(), &nodes.into());
    let found = all();
    let Some(next) = place.and_then(|place| found.iter().take(place + 1).next_back()) else { return };
    for (it, stop) in [(found.get(0), "-1"), (next.clone(), "0")] {
        let _ = call_now(&it, "setAttribute", &[&"tabindex".into(), &stop.into()]);
    }
    if has_focus {
        let _ = call_now(&next, "focus", &[]);
    }
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
