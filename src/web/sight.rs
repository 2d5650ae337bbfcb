//! Whether something is in sight, and how wide the window is. Comes with the second wasm.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::incoming::Listening;
use super::keys::{find, has_focus};
use super::object::{call_now, get};
use super::window;

/// How far below the window something counts as in sight: what is fetched then is there before a thumb is.
const AHEAD: &str = "600px 0px";

/// From here on a list finds room beside what is open. The style sheet has the same number.
const WIDE: &str = "(min-width: 60rem)";

/// Watching an element. It ends when this is dropped.
pub struct Sight {
    observer: JsValue,
    _seen: Closure<dyn Fn(JsValue)>,
}

/// Calls back when the element of this id comes into sight, unless it has the focus: whoever has come to a button presses it.
/// `None` where the browser cannot tell, or there is no such element.
pub fn on_sight(id: &str, hear: impl Fn() + 'static) -> Option<Sight> {
    let window = window()?;
    let element = find(&format!("#{id}"))?;
    let make: Function = get(&window, "IntersectionObserver").dyn_into().ok()?;
    let id = id.to_owned();
    let seen = Closure::<dyn Fn(JsValue)>::new(move |entries: JsValue| {
        let is_seen = Array::from(&entries).iter().any(|entry| get(&entry, "isIntersecting").is_truthy());
        if is_seen && !has_focus(&id) {
            hear();
        }
    });
    let options = Object::new();
    let _ = Reflect::set(&options, &"rootMargin".into(), &AHEAD.into());
    let observer = Reflect::construct(&make, &Array::of2(seen.as_ref(), &options)).ok()?;
    call_now(&observer, "observe", &[&element]).ok()?;
    Some(Sight { observer, _seen: seen })
}

impl Drop for Sight {
    fn drop(&mut self) {
        let _ = call_now(&self.observer, "disconnect", &[]);
    }
}

/// Whether a list finds room beside what is open.
pub fn is_wide() -> bool {
    super::keys::matches(WIDE)
}

/// How wide the main part of the page is, in letters' pixels: of 16 to the height of a letter, however large the person has letters.
pub fn across() -> i32 {
    let inner = |selector: &str| find(selector).and_then(|element| get(&element, "clientWidth").as_f64());
    let letters = window().and_then(|window| {
        let root = window.document()?.document_element()?;
        let style = call_now(&window.into(), "getComputedStyle", &[&root.into()]).ok()?;
        get(&style, "fontSize").as_string()?.trim_end_matches("px").parse::<f64>().ok()
    });
    // Whole pixels are enough, and no window is wider than they can say.
    #[expect(clippy::cast_possible_truncation, reason = "a width of a window")]
    let across = (inner("main").unwrap_or(360.0) * 16.0 / letters.unwrap_or(16.0)) as i32;
    across
}

/// Calls back whenever the window has another size.
pub fn on_resize(hear: impl Fn() + 'static) -> Listening {
    Listening::to("resize", move |_| hear())
}
