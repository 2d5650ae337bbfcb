//! Files that are opened with the installed app, on a desktop: the manifest's `file_handlers`, Chromium's `launchQueue`.
//!
//! Deliberately absent: a `launch_handler`. With `focus-existing` browsers drop what is shared to the app
//! (WICG/web-app-launch, issue 62); so a file opens in a window of its own, which is another tab of the same book.

use js_sys::{Array, Function};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use super::incoming::IncomingFile;
use super::object::{call, get};
use super::window;

/// Hears the files of each launch that has any; those that the browser does not hand over are missing. Launches from before are
/// heard at once.
pub fn on_launch(hear: impl Fn(Vec<IncomingFile>) + Clone + 'static) {
    let queue = window().map_or(JsValue::UNDEFINED, |window| get(&window, "launchQueue"));
    let Ok(set) = get(&queue, "setConsumer").dyn_into::<Function>() else { return };
    let consume = Closure::<dyn Fn(JsValue)>::new(move |launch: JsValue| {
        let handles = get(&launch, "files");
        let handles = if handles.is_object() { Array::from(&handles) } else { Array::new() };
        if handles.length() == 0 {
            return;
        }
        let hear = hear.clone();
        spawn_local(async move {
            let mut arrived = Vec::new();
            for handle in handles {
                let file = call(&handle, "getFile", &[]).await.and_then(JsCast::dyn_into::<File>);
                arrived.extend(file.ok().map(IncomingFile::from));
            }
            hear(arrived);
        });
    });
    let _ = set.call1(&queue, consume.as_ref());
    consume.forget();
}
