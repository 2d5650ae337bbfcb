//! Putting the book on the home screen, where the browser offers that.
//!
//! The offer may come before this code does, so `page/start.js` keeps it, as a member of the window.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use super::object::{call, get};
use super::service_worker::on;
use super::window;

const OFFER: &str = "installOffer";

/// Whether the browser offers it now.
pub fn can_install() -> bool {
    window().is_some_and(|window| get(&window, OFFER).is_object())
}

/// Calls back when that changes.
pub fn on_install_offer(hear: impl Fn() + Clone + 'static) {
    let Some(window) = window() else { return };
    let offered = hear.clone();
    on(&window, "beforeinstallprompt", move |_| offered());
    on(&window, "appinstalled", move |_| {
        forget_offer();
        hear();
    });
}

/// Lets the browser ask the person. An offer holds for one question.
pub async fn install() {
    let Some(window) = window() else { return };
    let offer = get(&window, OFFER);
    forget_offer();
    // What the person answers is theirs: the browser goes on from there.
    let _ = call(&offer, "prompt", &[]).await;
}

fn forget_offer() {
    if let Some(window) = window() {
        let _ = Reflect::set(&window, &OFFER.into(), &JsValue::UNDEFINED);
    }
}
