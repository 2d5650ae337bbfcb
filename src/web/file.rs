//! Files that leave, without any server: the share sheet, else a download, else the clipboard.
//!
//! What is shared is made ready before the tap: browsers allow sharing only within a tap, and a tap lasts for one attempt.
//! Deliberately absent: which way is offered when (`ui/pages/files/handing.rs`), and how files come in (`arrived.rs`).

use std::future::Future;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FilePropertyBag, HtmlAnchorElement, Navigator, ShareData, Url};

use super::object::{get, text};
use super::window;

/// What came of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// The person chose where to, and it went there.
    Done,
    /// The person closed the sheet.
    Cancelled,
    /// The browser refused ("Permission denied"), and the tap is used up: another way needs another tap.
    Refused,
    /// This browser does not share files.
    Absent,
}

/// A text as a file's content; nothing when the browser has no room for it.
pub fn blob(text: &str, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

/// The same of bytes.
pub fn blob_of_bytes(bytes: &Uint8Array, kind: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(bytes), &options).ok()
}

/// Offers a content as a download. Whether it was kept is the browser's affair; `false` when it could not even be offered.
pub fn download(name: &str, content: &Blob) -> bool {
    offer(name, content).is_some()
}

/// Offers bytes of this type as a download; `false` when they could not even be offered.
pub fn download_bytes(name: &str, bytes: &[u8], mime: &str) -> bool {
    blob_of_bytes(&Uint8Array::from(bytes), mime).is_some_and(|content| download(name, &content))
}

fn offer(name: &str, content: &Blob) -> Option<()> {
    let address = Url::create_object_url_with_blob(content).ok()?;
    let link: HtmlAnchorElement = window()?.document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    // Safari reads the address only after the click has been dealt with.
    let forget = Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&address);
    });
    window()?.set_timeout_with_callback_and_timeout_and_arguments_0(forget.unchecked_ref(), 60_000).ok().map(|_| ())
}

/// A file that is ready for the share sheet.
#[derive(Clone)]
pub struct Shareable {
    navigator: Navigator,
    data: ShareData,
}

impl Shareable {
    /// Makes a text ready as a plain text file, whose name has to end in `.txt`: Chrome on Android lets that through and
    /// refuses `.json` with "Permission denied". Nothing where the browser shares no files.
    ///
    /// A browser that says yes here may still refuse: Chrome looks at the type only when it shares.
    pub fn new(name: &str, text: &str) -> Option<Self> {
        let options = FilePropertyBag::new();
        options.set_type("text/plain");
        Self::of(&File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()?)
    }

    /// Makes a picture ready.
    pub fn picture(name: &str, content: &Blob) -> Option<Self> {
        Self::of(&super::picture::file(name, content)?)
    }

    /// Makes a file ready, where the browser shares such.
    fn of(file: &File) -> Option<Self> {
        let navigator = window()?.navigator();
        // Neither function exists where sharing does not, and calling what is not there would throw.
        let has = |name: &str| js_sys::Reflect::has(&navigator, &name.into()).unwrap_or(false);
        if !has("share") || !has("canShare") {
            return None;
        }
        let data = ShareData::new();
        data.set_files(&Array::of1(file));
        navigator.can_share_with_data(&data).then_some(Self { navigator, data })
    }

    /// Opens the share sheet at once: it must be called straight from a tap.
    pub fn share(&self) -> impl Future<Output = Sharing> + use<> {
        let promise: Promise = self.navigator.share_with_data(&self.data);
        async move {
            match JsFuture::from(promise).await {
                Ok(_) => Sharing::Done,
                Err(error) => refusal(&error),
            }
        }
    }
}

/// Whether the browser still takes what is done for what the person tapped; not where it does not say.
pub fn is_in_tap() -> bool {
    let activation = window().map(|window| get(&get(&window, "navigator"), "userActivation"));
    activation.is_some_and(|activation| get(&activation, "isActive").as_bool() == Some(true))
}

fn refusal(error: &JsValue) -> Sharing {
    match text(error, "name").as_deref() {
        Some("AbortError") => Sharing::Cancelled,
        _ => Sharing::Refused,
    }
}

/// Puts a text on the clipboard; `false` when the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let Some(navigator) = window().map(|window| window.navigator()) else { return false };
    if !js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}
