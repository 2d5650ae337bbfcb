//! Files that leave and come in, without any server.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, FilePropertyBag, HtmlAnchorElement, ShareData, Url};

use super::window;

/// What came of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {
    /// The person chose where to.
    Done,
    /// The person closed the sheet.
    Cancelled,
    /// This browser does not share files.
    Unable,
}

/// Offers a text as a download. Whether it was kept is the browser's affair; `false` when it could not even be offered.
pub fn download(name: &str, text: &str) -> bool {
    let parts = Array::of1(&text.into());
    offer(name, "application/json", |options| Blob::new_with_str_sequence_and_options(&parts, options).ok()).is_some()
}

/// Offers bytes of this type as a download; `false` when they could not even be offered.
pub fn download_bytes(name: &str, bytes: &[u8], mime: &str) -> bool {
    let parts = Array::of1(&Uint8Array::from(bytes));
    offer(name, mime, |options| Blob::new_with_u8_array_sequence_and_options(&parts, options).ok()).is_some()
}

fn offer(name: &str, mime: &str, blob: impl FnOnce(&BlobPropertyBag) -> Option<Blob>) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = blob(&options)?;
    let address = Url::create_object_url_with_blob(&blob).ok()?;
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

/// Opens the share sheet with a text file. Must be called straight from a tap.
///
/// Chrome on Android lets `text/plain` with `.txt` through and refuses `.json` with "Permission denied".
pub async fn share(name: &str, text: &str) -> Sharing {
    let Some((navigator, data)) = shareable(name, text) else { return Sharing::Unable };
    match JsFuture::from(navigator.share_with_data(&data)).await {
        Ok(_) => Sharing::Done,
        Err(error) if is_abort(&error) => Sharing::Cancelled,
        Err(_) => Sharing::Unable,
    }
}

fn shareable(name: &str, text: &str) -> Option<(web_sys::Navigator, ShareData)> {
    let navigator = window()?.navigator();
    // Neither function exists where sharing does not, and calling what is not there would throw.
    let has = |name: &str| js_sys::Reflect::has(&navigator, &name.into()).unwrap_or(false);
    if !has("share") || !has("canShare") {
        return None;
    }
    let options = FilePropertyBag::new();
    options.set_type("text/plain");
    let file = File::new_with_str_sequence_and_options(&Array::of1(&text.into()), name, &options).ok()?;
    let data = ShareData::new();
    data.set_files(&Array::of1(&file));
    navigator.can_share_with_data(&data).then_some((navigator, data))
}

fn is_abort(error: &wasm_bindgen::JsValue) -> bool {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    name.as_deref() == Some("AbortError")
}

/// Puts a text on the clipboard; `false` when the browser does not allow it.
pub async fn copy(text: &str) -> bool {
    let Some(navigator) = window().map(|window| window.navigator()) else { return false };
    if !js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false) {
        return false;
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.is_ok()
}

/// The first file of a picker or a drop.
pub fn take_from(files: Option<FileList>) -> Option<File> {
    files?.get(0)
}

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than the limit, and was not touched.
    TooLarge,
    /// The browser could not read it; it may have been moved or deleted.
    Failed,
}

/// The bytes of a file of at most `limit` bytes.
///
/// # Errors
/// [`Unread`].
pub async fn read(file: File, limit: usize) -> Result<Vec<u8>, Unread> {
    #[allow(clippy::cast_precision_loss)]
    if file.size() > limit as f64 {
        return Err(Unread::TooLarge);
    }
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| Unread::Failed)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
