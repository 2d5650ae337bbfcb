//! Other tabs of this browser on the same book.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::StorageEvent;

use super::window;

/// Calls back with the key and the text whenever another tab writes one, as long as the page lives.
///
/// The browser tells all other documents of the origin, never the one that wrote. A key that was taken away is not told: there
/// is nothing in it to unite.
pub fn on_other_tab(written: impl Fn(String, String) + 'static) {
    let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        if let (Some(key), Some(text)) = (event.key(), event.new_value()) {
            written(key, text);
        }
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
