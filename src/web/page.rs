//! The page around the app: its title, its language, the focus, its turns.

use std::time::Duration;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlElement};

use super::object::{call_now, get};
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

/// Waits.
pub async fn pause(long: Duration) {
    let promise = Promise::new(&mut |done, _| {
        if let Some(window) = window() {
            let ms = JsValue::from(u32::try_from(long.as_millis()).unwrap_or(u32::MAX));
            let _ = call_now(&window, "setTimeout", &[&done, &ms]);
        }
    });
    let _ = JsFuture::from(promise).await;
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

/// Moves the focus there if nothing has it.
pub fn focus_if_lost(id: &str) {
    let holder = document().and_then(|document| document.active_element());
    if holder.is_none_or(|holder| holder.tag_name() == "BODY") {
        focus(id);
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

/// Asks the browser to print the page.
pub fn print() {
    if let Some(window) = window() {
        // A browser without printing does nothing.
        let _ = window.print();
    }
}

/// Has the page wear a style sheet beside its own, which the first visit does without; `false` in a browser that cannot.
pub fn wear(style: &str) -> bool {
    let Some(window) = window() else { return false };
    let document = get(&window, "document");
    let Ok(make) = get(&window, "CSSStyleSheet").dyn_into::<Function>() else { return false };
    let Ok(sheet) = Reflect::construct(&make, &Array::new()) else { return false };
    let worn = get(&document, "adoptedStyleSheets");
    if !worn.is_object() || call_now(&sheet, "replaceSync", &[&style.into()]).is_err() {
        return false;
    }
    let worn = Array::from(&worn);
    worn.push(&sheet);
    Reflect::set(&document, &"adoptedStyleSheets".into(), &worn).is_ok()
}
