//! The moments at which the page is put away or taken up again: another tab or app comes before it, it is closed, it is back.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::window;

/// Calls back at each of them, as long as the page lives. What takes long may not be finished when it is closed.
pub fn on_leaving(left: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn()>::new(left);
    let function = listener.as_ref().unchecked_ref();
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("pagehide", function);
        let document = window.document();
        let _ = document.map(|document| document.add_event_listener_with_callback("visibilitychange", function));
    }
    listener.forget();
}
