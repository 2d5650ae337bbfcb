//! The moment at which the page is put away: another tab or app comes before it, or it is closed.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

/// Calls back whenever the page is put away, as long as it lives. What takes long may not be finished then.
pub fn on_leaving(left: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    let Some(document) = window.document() else { return };
    let page = document.clone();
    let listener = Closure::<dyn Fn(web_sys::Event)>::new(move |event: web_sys::Event| {
        if page.hidden() || event.type_() == "pagehide" {
            left();
        }
    });
    let function = listener.as_ref().unchecked_ref();
    let _ = document.add_event_listener_with_callback("visibilitychange", function);
    let _ = window.add_event_listener_with_callback("pagehide", function);
    listener.forget();
}
