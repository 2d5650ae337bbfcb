//! The page around the app: its title, its language, the focus, its turns.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, HtmlElement};

use super::window;

fn document() -> Option<Document> {
    window()?.document()
}

/// Does something once what the page is at is done and may be painted.
pub fn next_turn(act: impl FnOnce() + 'static) {
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        let _ = window.set_timeout_with_callback(act.unchecked_ref());
    }
}

/// The language the browser asks for, such as `id-ID`.
pub fn browser_language() -> String {
    window().and_then(|window| window.navigator().language()).unwrap_or_default()
}

/// Sets the language of the page for screen readers and hyphens.
pub fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", tag);
    }
}

/// Sets the title of the tab.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Takes away what `index.html` says until the app stands.
pub fn clear_start() {
    if let Some(start) = document().and_then(|document| document.get_element_by_id("start")) {
        start.remove();
    }
}

/// Moves the focus to the element of this id.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Shows the page from its top.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = window() {
        let _ = window.location().reload();
    }
}
