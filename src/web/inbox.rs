//! What was shared to the app and is not opened yet: the service worker (`page/sw.js`) takes it in and keeps it in a cache.
//!
//! That cache belongs to no version of the app. A file stays in it until it was opened, whatever is closed or killed before;
//! only then it is taken out. Deliberately absent: opening it.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::incoming::IncomingFile;
use super::object::{call, get, text};
use super::{address, home, replace_address, window};

/// What the worker's cache is called, before the folder of the page.
const CACHE: &str = "buku-kube-inbox ";

/// What the address says of what was just shared.
const MARK: &str = "#/files?share=";

/// What became of what was just shared to the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// So many files were taken in: the last ones of [`waiting`].
    Files(usize),
    /// It held neither a file nor a text.
    Nothing,
    /// Too many, or too large ones, are waiting already.
    Full,
    /// The browser had no room, or could not read what was shared.
    Failed,
    /// The worker was not there, and the host was asked instead: nothing was taken in.
    Missed,
}

/// What was just shared, as the address has it. It is told once: the address forgets it.
pub fn just_shared() -> Option<Shared> {
    let address = address();
    let outcome = address.strip_prefix(MARK)?;
    replace_address("#/files");
    Some(match outcome {
        "nothing" => Shared::Nothing,
        "full" => Shared::Full,
        "missed" => Shared::Missed,
        number => number.parse().map_or(Shared::Failed, Shared::Files),
    })
}

/// Everything that was shared and is not opened yet, the oldest first.
pub async fn waiting() -> Vec<IncomingFile> {
    let mut found = Vec::new();
    let Some(cache) = open().await else { return found };
    let keys = call(&cache, "keys", &[]).await.unwrap_or_else(|_| Array::new().into());
    for key in Array::from(&keys) {
        let Ok(response) = call(&cache, "match", &[&key]).await else { continue };
        let content = call(&response, "blob", &[]).await.and_then(JsCast::dyn_into::<Blob>);
        if let (Some(address), Ok(blob)) = (text(&key, "url"), content) {
            let name = name_of(&address);
            found.push(IncomingFile::kept_at(address, &name, blob));
        }
    }
    found
}

/// Takes one out.
pub(super) async fn remove(address: &str) {
    if let Some(cache) = open().await {
        // If that fails it is offered once more, which does no harm.
        let _ = call(&cache, "delete", &[&address.into()]).await;
    }
}

/// The cache of this folder, unless there is none: looking for one must not make it.
async fn open() -> Option<JsValue> {
    let window = window()?;
    let caches = get(&window, "caches");
    let home = home();
    let folder = &home[..=home.rfind('/')?];
    let name = JsValue::from(format!("{CACHE}{folder}"));
    let is_there = call(&caches, "has", &[&name]).await.ok()?.is_truthy();
    if is_there { call(&caches, "open", &[&name]).await.ok() } else { None }
}

/// The name stands behind the question mark of the address.
fn name_of(address: &str) -> String {
    let name = address.split_once('?').map_or("", |(_, name)| name);
    js_sys::decode_uri_component(name).map_or_else(|_| name.to_owned(), String::from)
}
