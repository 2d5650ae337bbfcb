//! The hash of the page's address.
//!
//! Set by way of the history and not of `location.hash`, for which the browser lays the whole page out at once to look for a
//! place of that name.

use std::cell::{Cell, RefCell};

use js_sys::Reflect;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use super::{next_turn, window};

const CHANGE: &str = "hashchange";

thread_local! {
    /// The hash that the app itself has set last.
    static SET: RefCell<String> = const { RefCell::new(String::new()) };
    /// The hash of the page that is shown.
    static HERE: RefCell<String> = const { RefCell::new(String::new()) };
    /// Whether the app itself has just made a step.
    static STEPPED: Cell<bool> = const { Cell::new(false) };
    /// Whether the page that is shown was come back to.
    static RETURNED: Cell<bool> = const { Cell::new(false) };
    /// How far each page was scrolled when it was left, in pixels.
    static PLACES: RefCell<Vec<(String, f64)>> = const { RefCell::new(Vec::new()) };
}

/// The hash of the address, with its `#`.
pub fn address() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to a hash, as a new step of the browser's history, in a turn of its own: what a person saved is never kept waiting by
/// the next page. Whoever has gone elsewhere by then is not called away.
pub fn go(hash: &str) {
    let from = address();
    go_if(hash, false, move |here| here == from || SET.with_borrow(|set| set == here));
}

/// The same in place of the present step of the history; back, where the step before is that page: it stands there once.
pub fn go_instead(hash: &str) {
    let from = address();
    go_if(hash, true, move |here| here == from || SET.with_borrow(|set| set == here));
}

/// The same, from one address only: whoever has gone elsewhere by then is not called away.
pub fn go_from(from: &str, hash: &str) {
    let from = from.to_owned();
    go_if(hash, false, move |here| here == from);
}

fn go_if(hash: &str, instead: bool, may: impl FnOnce(&str) -> bool + 'static) {
    let hash = hash.to_owned();
    next_turn(move || {
        let here = address();
        let Some(window) = window().filter(|_| here != hash && may(&here)) else { return };
        let Ok(history) = window.history() else { return };
        let state = history.state().unwrap_or_default();
        if instead && state.as_string().as_ref() == Some(&hash) {
            let _ = history.back();
            SET.set(hash);
            return;
        }
        let _ = if instead {
            history.replace_state_with_url(&state, "", Some(&hash))
        } else {
            history.push_state_with_url(&here.into(), "", Some(&hash))
        };
        SET.set(hash);
        STEPPED.set(true);
        if let Ok(changed) = Event::new(CHANGE) {
            let _ = window.dispatch_event(&changed);
        }
    });
}

/// Puts a hash in place of the present one, without a new step of the history and without telling anybody.
pub fn replace_address(hash: &str) {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&history.state().unwrap_or_default(), "", Some(hash));
        SET.set(hash.to_owned());
        HERE.set(hash.to_owned());
    }
}

/// The page before the present one, as far as the history says.
pub fn came_from() -> Option<String> {
    window()?.history().ok()?.state().ok()?.as_string()
}

/// Goes back one step.
pub fn back() {
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = history.back();
    }
}

/// Whether the page that is shown was come back to, by the browser's "back" or "forward".
pub fn is_return() -> bool {
    RETURNED.get()
}

/// Scrolls to the top of the page, or to where it was left when it was come back to.
pub fn scroll_to_place() {
    let is_here = |place: &&(String, f64)| HERE.with_borrow(|here| place.0 == *here);
    let place = PLACES.with_borrow(|places| places.iter().find(is_here).map(|place| place.1));
    let place = place.filter(|_| is_return()).unwrap_or_default();
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, place);
    }
}

/// Calls back whenever the hash changes, as long as the page lives. Each step of the history comes to say which page is before it.
pub fn on_address_change(changed: impl Fn(String) + 'static) {
    HERE.set(address());
    // The browser scrolls before the page of the address is drawn; so it is done here.
    if let Some(history) = window().and_then(|window| window.history().ok()) {
        let _ = Reflect::set(&history, &"scrollRestoration".into(), &"manual".into());
    }
    let listener = Closure::<dyn Fn()>::new(move || {
        let from = HERE.replace(address());
        let scrolled = window().and_then(|window| window.scroll_y().ok()).unwrap_or_default();
        PLACES.with_borrow_mut(|places| {
            places.retain(|place| place.0 != from);
            places.push((from.clone(), scrolled));
        });
        RETURNED.set(!STEPPED.take() && !note_before(&from));
        changed(address());
    });
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(CHANGE, listener.as_ref().unchecked_ref());
    }
    listener.forget();
}

/// Notes of a step that a link has just made which page is before it; `false` for a step that was there.
fn note_before(from: &str) -> bool {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return false };
    let is_new = history.state().is_ok_and(|state| state.is_null());
    if is_new {
        let _ = history.replace_state(&from.into(), "");
    }
    is_new
}
