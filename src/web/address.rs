//! The hash of the page's address.
//!
//! Set by way of the history and not of `location.hash`, for which the browser lays the whole page out at once to look for a
//! place of that name.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::{next_turn, window};

const CHANGE: &str = "hashchange";

/// The hash of the address, with its `#`.
pub fn address() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to a hash, as a new step of the browser's history, in a turn of its own: what a person saved is never kept waiting by
/// the next page.
pub fn go(hash: &str) {
    go_if(hash, |_| true);
}

/// The same, from one address only: whoever has gone elsewhere by then is not called away.
pub fn go_from(from: &str, hash: &str) {
    let from = from.to_owned();
    go_if(hash, move |here| here == from);
}

fn go_if(hash: &str, may: impl FnOnce(&str) -> bool + 'static) {
    let hash = hash.to_owned();
    next_turn(move || {
        let here = address();
        let Some(window) = window().filter(|_| here != hash && may(&here)) else { return };
        let Ok(history) = window.history() else { return };
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&hash));
        if let Ok(changed) = Event::new(CHANGE) {
            let _ = window.dispatch_event(&changed);
        }
    });
}

/// Puts a hash in place of the present one, without a new step of the history and without telling anybody.
pub fn replace_address(hash: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(hash));
    }
}

/// Calls back whenever the hash changes, as long as the page lives.
pub fn on_address_change(changed: impl Fn(String) + 'static) {
    let listener = Closure::<dyn Fn()>::new(move || changed(address()));
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(CHANGE, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
