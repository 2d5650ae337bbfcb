//! Members of browser objects by their name: for what web-sys has no stable binding, and for what only the second wasm uses,
//! since each binding weighs on the script of the first visit.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// A member; `undefined` where there is none.
pub(super) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// A member that is a text.
pub(super) fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name).as_string()
}

/// What a method promises, once it is there.
///
/// # Errors
/// What the browser throws or refuses with; anything, if there is no such method.
pub(super) async fn call(object: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    JsFuture::from(call_now(object, method, arguments)?.dyn_into::<Promise>()?).await
}

/// What a method answers.
///
/// # Errors
/// What the browser throws; anything, if there is no such method.
pub(super) fn call_now(object: &JsValue, method: &str, arguments: &[&JsValue]) -> Result<JsValue, JsValue> {
    let method: Function = get(object, method).dyn_into()?;
    Reflect::apply(&method, object, &arguments.iter().copied().collect::<Array>())
}

/// The same of a method that promises something which nobody waits for: what it refuses is no fault of the page.
pub(super) fn begin(object: &JsValue, method: &str, arguments: &[&JsValue]) {
    if let Some(promise) =
        call_now(object, method, arguments).ok().and_then(|promise| promise.dyn_into::<Promise>().ok())
    {
        spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}
