//! Other tabs of this browser on the same book.
//!
//! By `BroadcastChannel`, whose messages come in the order in which they were sent; where there is none, by the `storage`
//! events of localStorage.

use std::cell::Cell;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{BroadcastChannel, MessageEvent, StorageEvent};

use super::window;
use crate::history::Clock;

const CHANNEL: &str = "buku-kube";

thread_local! {
    /// The lane of this tab's clock. At first a guess, with one chance in 32 that another open tab has made the same.
    static LANE: Cell<u16> = Cell::new(super::chance::lane());
}

/// The lane in which this tab's clock gives stamps ([`Clock::in_lane`]).
pub fn lane() -> u16 {
    LANE.get()
}

/// Takes a lane that no other open tab has, by the browser's locks; one is held until its tab is closed. Without locks, or
/// with more tabs than lanes, the guess stays.
pub async fn take_lane() {
    for turn in 0..Clock::LANES {
        let lane = (LANE.get() + turn) % Clock::LANES;
        if lock(&format!("{CHANNEL}/lane/{lane}")).await {
            LANE.set(lane);
            return;
        }
    }
}

/// Takes the lock of this name for as long as the page lives.
pub async fn hold(name: &str) {
    lock(&format!("{CHANNEL}/{name}")).await;
}

/// Whether the lock of this name is held by a page that lives. If it is not, this page holds it from now on; without locks nobody
/// can tell, and nobody does.
pub async fn is_held(name: &str) -> bool {
    lock_manager().is_some() && !lock(&format!("{CHANNEL}/{name}")).await
}

/// Takes a lock for as long as the page lives; `false` when somebody else has it.
async fn lock(name: &str) -> bool {
    let Some((locks, request)) = lock_manager() else { return false };
    let answer = Promise::new(&mut |answer, _| {
        let hold = Closure::once_into_js(move |lock: JsValue| {
            let is_ours = !lock.is_null();
            let _ = answer.call1(&JsValue::NULL, &is_ours.into());
            // A lock is held until what its holder promised is done, which this never is.
            if is_ours { Promise::new(&mut |_, _| {}).into() } else { JsValue::UNDEFINED }
        });
        let options = Object::new();
        let _ = Reflect::set(&options, &"ifAvailable".into(), &true.into());
        let _ = request.call3(&locks, &name.into(), &options, &hold);
    });
    JsFuture::from(answer).await.is_ok_and(|is_ours| is_ours.is_truthy())
}

/// `navigator.locks` and its `request`, which web-sys counts as unstable.
fn lock_manager() -> Option<(JsValue, Function)> {
    let locks = Reflect::get(&window()?.navigator(), &"locks".into()).ok()?;
    let request = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    Some((locks, request))
}

/// What another tab says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It wrote this text under this key.
    Wrote(String, String),
    /// It put something in place of what was there, which must not be united: the book has to be read anew.
    ReadAnew,
}

thread_local! {
    /// One for both directions: a channel hears every other of its name, even of the same tab. It lives as long as the page.
    static CHANNEL_HERE: Option<BroadcastChannel> = BroadcastChannel::new(CHANNEL).ok();
}

/// Tells the other tabs.
pub fn tell(told: &Told) {
    let message = match told {
        Told::Wrote(key, text) => Array::of2(&key.into(), &text.into()),
        Told::ReadAnew => Array::new(),
    };
    CHANNEL_HERE.with(|channel| channel.as_ref().map(|channel| channel.post_message(&message)));
}

/// Calls back with whatever another tab says, as long as the page lives.
pub fn on_other_tab(hear: impl Fn(Told) + 'static) {
    if let Some(channel) = CHANNEL_HERE.with(Clone::clone) {
        let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(told) = read(&event.data()) {
                hear(told);
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
    } else if let Some(window) = window() {
        // The browser tells all other documents of the origin, never the one that wrote.
        let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
            // A key that was taken away is not told: there is nothing in it to unite.
            if let (Some(key), Some(text)) = (event.key(), event.new_value()) {
                hear(Told::Wrote(key, text));
            }
        });
        let _ = window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

/// What a message says; nothing if it is not of this app. Everything of the origin may speak on the channel.
fn read(message: &JsValue) -> Option<Told> {
    let message = message.dyn_ref::<Array>()?;
    if message.length() == 0 {
        return Some(Told::ReadAnew);
    }
    match (message.get(0).as_string(), message.get(1).as_string()) {
        (Some(key), Some(text)) => Some(Told::Wrote(key, text)),
        _ => None,
    }
}
