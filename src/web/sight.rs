//! Whether something is in sight, how wide the window is, and how large its letters are. Comes with the second wasm.

use std::rc::Rc;

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
    in_letters(find("main").and_then(|element| get(&element, "clientWidth").as_f64()))
}

/// How wide the window is, in the same pixels.
pub fn window_across() -> i32 {
    in_letters(window().and_then(|window| get(&window, "innerWidth").as_f64()))
}

fn in_letters(width: Option<f64>) -> i32 {
    let letters = window().and_then(|window| {
        let root = window.document()?.document_element()?;
        let style = call_now(&window.into(), "getComputedStyle", &[&root.into()]).ok()?;
        get(&style, "fontSize").as_string()?.trim_end_matches("px").parse::<f64>().ok()
    });
    // Whole pixels are enough, and no window is wider than they can say.
    #[expect(clippy::cast_possible_truncation, reason = "a width of a window")]
    let across = (width.unwrap_or(360.0) * 16.0 / letters.unwrap_or(16.0)) as i32;
    across
}

/// Hearing that the window or its letters have another size. It ends when this is dropped.
pub struct Resizing {
    _window: Listening,
    _letters: Option<Letters>,
}

/// Calls back whenever the window has another size, or the letters in it.
pub fn on_resize(hear: impl Fn() + 'static) -> Resizing {
    let hear = Rc::new(hear);
    let of_letters = hear.clone();
    Resizing { _window: Listening::to("resize", move |_| hear()), _letters: Letters::watch(move || of_letters()) }
}

/// An element as wide as a letter is high, unseen, and who is told when it grows: no event tells of letters alone.
struct Letters {
    probe: JsValue,
    observer: JsValue,
    _grown: Closure<dyn Fn(JsValue)>,
}

impl Letters {
    /// `None` in a browser that cannot tell.
    fn watch(hear: impl Fn() + 'static) -> Option<Self> {
        let window = window()?;
        let make: Function = get(&window, "ResizeObserver").dyn_into().ok()?;
        let document = get(&window, "document");
        let probe = call_now(&document, "createElement", &[&"i".into()]).ok()?;
        Reflect::set(&probe, &"className".into(), &"letter-probe".into()).ok()?;
        call_now(&get(&document, "body"), "append", &[&probe]).ok()?;
        let grown = Closure::<dyn Fn(JsValue)>::new(move |_| hear());
        let observer = Reflect::construct(&make, &Array::of1(grown.as_ref())).ok()?;
        call_now(&observer, "observe", &[&probe]).ok()?;
        Some(Self { probe, observer, _grown: grown })
    }
}

impl Drop for Letters {
    fn drop(&mut self) {
        let _ = call_now(&self.observer, "disconnect", &[]);
        let _ = call_now(&self.probe, "remove", &[]);
    }
}
