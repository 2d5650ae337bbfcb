//! The service worker (`page/sw.js`), which keeps the page for when there is no network, and its new versions.
//!
//! By members' names, not by bindings: all of it is in the second wasm. Deliberately absent: when to ask, and what to say.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventTarget};

use super::object::{call, get, text};
use super::window;

/// Where the worker is, beside the page.
const SCRIPT: &str = "sw.js";

/// What it is told to be used at once.
const USE: &str = "use";

/// The event by which `page/start.js` says that a new version has taken over. Unless it is stopped, the page is loaded anew.
const RENEW: &str = "renew";

/// The worker of this folder, with all its versions.
#[derive(Clone, PartialEq)]
pub struct ServiceWorker(JsValue);

/// What became of a version that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// It is here whole, and waits.
    Whole,
    /// It did not come whole, and is gone again.
    Failed,
}

/// Whether this browser has service workers; private windows often have none.
pub fn has_workers() -> bool {
    !container().is_undefined()
}

fn container() -> JsValue {
    window().map_or(JsValue::UNDEFINED, |window| get(&window.navigator(), "serviceWorker"))
}

/// Registers the worker, or finds it registered; nothing when its script cannot be fetched.
pub async fn register() -> Option<ServiceWorker> {
    let options = Object::new();
    // Its script is always asked of the host, whatever a cache says.
    let _ = Reflect::set(&options, &"updateViaCache".into(), &"none".into());
    call(&container(), "register", &[&SCRIPT.into(), &options]).await.ok().map(ServiceWorker)
}

impl ServiceWorker {
    /// Asks the host for a new version.
    pub async fn look(&self) {
        // Without a network there is none.
        let _ = call(&self.0, "update", &[]).await;
    }

    /// Whether a new version is here whole, and waits while an older one has the page.
    pub fn has_new(&self) -> bool {
        get(&self.0, "waiting").is_object() && get(&self.0, "active").is_object()
    }

    /// Lets the new version take over all tabs; whether there is one.
    pub fn use_new(&self) -> bool {
        let waiting = get(&self.0, "waiting");
        let send = get(&waiting, "postMessage").dyn_into::<Function>();
        send.is_ok_and(|send| send.call1(&waiting, &USE.into()).is_ok())
    }

    /// Calls back with what becomes of each version, also of one that is on its way already.
    pub fn on_found(&self, hear: impl Fn(Found) + Clone + 'static) {
        let registration = self.0.clone();
        let watch = move || {
            let (coming, hear) = (get(&registration, "installing"), hear.clone());
            let version = coming.clone();
            on(&coming, "statechange", move |_| match text(&version, "state").as_deref() {
                Some("installed") => hear(Found::Whole),
                Some("redundant") => hear(Found::Failed),
                _ => {}
            });
        };
        watch();
        on(&self.0, "updatefound", move |_| watch());
    }
}

/// Asks, when a new version has taken over, whether the page may be loaded anew at once.
pub fn on_renewal(may_reload: impl Fn() -> bool + 'static) {
    if let Some(window) = window() {
        on(&window, RENEW, move |event| {
            if !may_reload() {
                event.prevent_default();
            }
        });
    }
}

/// Calls back whenever the page comes to be seen.
pub fn on_visible(hear: impl Fn() + 'static) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let page = JsValue::from(document.clone());
    on(&document, "visibilitychange", move |_| {
        if text(&page, "visibilityState").as_deref() == Some("visible") {
            hear();
        }
    });
}

/// Hears an event for as long as the page lives.
pub(super) fn on(target: &JsValue, event: &str, hear: impl Fn(Event) + 'static) {
    if let Some(target) = target.dyn_ref::<EventTarget>() {
        let listener = Closure::<dyn Fn(Event)>::new(hear);
        let _ = target.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        listener.forget();
    }
}
