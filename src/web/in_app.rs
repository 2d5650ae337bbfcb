//! Whether the page stands in a window of another app, and where it is to be opened instead.

use super::object::{get, text};
use super::window;
use crate::agent::InApp;

/// The app that shows this page inside itself; nothing in a browser, or when opened from the home screen.
pub fn in_app() -> Option<InApp> {
    let navigator = window()?.navigator();
    if get(&navigator, "standalone").as_bool() == Some(true) {
        return None;
    }
    InApp::of(&text(&navigator, "userAgent")?)
}

/// The address of the book, without the place in it.
pub fn home() -> String {
    let address = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    address.split(['#', '?']).next().unwrap_or_default().to_owned()
}
