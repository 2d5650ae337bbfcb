//! Files that come: picked, dropped, pasted, shared to the app or opened with it. All become an [`IncomingFile`].
//!
//! The worker reads them; here only what tells a locked one is read, and that one whole. Deliberately absent: what they are,
//! which their content alone decides.

use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Event, File, FileList};

use super::object::{get, text};
use super::{inbox, window};
use crate::domain::harmless;
use crate::exchange::Limits;

/// Bytes that tell a locked file; the compact form, which has no names, is known by its end and so up to this length only.
const HEAD: i32 = 1 << 16;

/// A file that came.
#[derive(Clone, Debug)]
pub struct IncomingFile {
    /// What it is called, as it may be shown, or nothing.
    pub name: String,
    /// Its content, not read yet.
    pub blob: Blob,
    /// Where it is kept until it was opened, when it was shared to the app.
    kept: Option<String>,
}

impl IncomingFile {
    /// A content with a name.
    pub fn new(name: &str, blob: Blob) -> Self {
        Self { name: harmless(name), blob, kept: None }
    }

    pub(super) fn kept_at(address: String, name: &str, blob: Blob) -> Self {
        Self { kept: Some(address), ..Self::new(name, blob) }
    }

    /// A text without a name, as it was pasted; nothing for white space.
    pub fn of_text(content: &str) -> Option<Self> {
        let content = Some(content).filter(|content| !content.trim().is_empty())?;
        super::blob(content, "text/plain").map(|blob| Self::new("", blob))
    }

    /// Whether it was shared to the app, and is kept until it was opened.
    pub fn is_kept(&self) -> bool {
        self.kept.is_some()
    }

    /// Whether two are the same that came.
    pub fn is(&self, other: &Self) -> bool {
        if self.kept.is_some() { self.kept == other.kept } else { self.blob == other.blob }
    }

    /// To be called when it was opened, or the person has thrown it away: until then one that was shared to the app is kept,
    /// and comes back.
    pub async fn is_settled(self) {
        if let Some(address) = self.kept {
            inbox::remove(&address).await;
        }
    }

    /// What came out of it when it was unlocked; else it is the same file.
    pub fn unlocked(self, bytes: &[u8]) -> Option<Self> {
        let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()?;
        Some(Self { blob, ..self })
    }

    /// The first bytes: enough to tell a locked file, whole if it is short.
    pub async fn head(&self) -> Option<Vec<u8>> {
        read(&self.blob.slice_with_i32_and_i32(0, HEAD).ok()?).await
    }

    /// All of it, unless it is larger than a file may be on this device.
    pub async fn whole(&self) -> Option<Vec<u8>> {
        #[allow(clippy::cast_precision_loss)]
        if self.blob.size() > Limits::bytes_on(memory()) as f64 {
            return None;
        }
        read(&self.blob).await
    }
}

impl From<File> for IncomingFile {
    fn from(file: File) -> Self {
        Self::new(&file.name(), file.unchecked_into())
    }
}

/// Gigabytes of memory that the device has, as far as the browser says.
fn memory() -> Option<f64> {
    get(&get(&js_sys::global(), "navigator"), "deviceMemory").as_f64()
}

async fn read(blob: &Blob) -> Option<Vec<u8>> {
    JsFuture::from(blob.array_buffer()).await.ok().map(|buffer| Uint8Array::new(&buffer).to_vec())
}

/// The files of a picker, in the order in which it has them.
pub fn picked(files: Option<FileList>) -> Vec<IncomingFile> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).map(IncomingFile::from).collect()
}

/// What a drop or the clipboard carries: its files, else its text.
fn carried(data: &JsValue) -> Vec<IncomingFile> {
    let files = picked(get(data, "files").dyn_into().ok());
    if !files.is_empty() {
        return files;
    }
    let read = get(data, "getData").dyn_into::<Function>().and_then(|read| read.call1(data, &"text/plain".into()));
    read.ok()
        .and_then(|content| content.as_string())
        .and_then(|content| IncomingFile::of_text(&content))
        .into_iter()
        .collect()
}

/// Hearing an event of the window. It ends when this is dropped.
pub struct Listening {
    event: &'static str,
    listener: Closure<dyn Fn(Event)>,
}

impl Listening {
    pub(super) fn to(event: &'static str, hear: impl Fn(Event) + 'static) -> Self {
        let listener = Closure::<dyn Fn(Event)>::new(hear);
        if let Some(window) = window() {
            let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
        Self { event, listener }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let _ = window.remove_event_listener_with_callback(self.event, self.listener.as_ref().unchecked_ref());
        }
    }
}

/// Hears when the page is about to be printed, and when that is over.
pub fn on_print(hear: impl Fn(bool) + Clone + 'static) -> [Listening; 2] {
    let after = hear.clone();
    [Listening::to("beforeprint", move |_| hear(true)), Listening::to("afterprint", move |_| after(false))]
}

/// Hears what is pasted anywhere but in a field.
pub fn on_paste(hear: impl Fn(Vec<IncomingFile>) + 'static) -> Listening {
    Listening::to("paste", move |event| {
        if !is_in_a_field(&event) {
            let arrived = carried(&get(&event, "clipboardData"));
            if !arrived.is_empty() {
                event.prevent_default();
                hear(arrived);
            }
        }
    })
}

/// Hears what is dropped anywhere on the page, and whether something is held over it.
///
/// Without this, a file that misses its place makes the browser leave the page and show the file.
pub fn on_drop(over: impl Fn(bool) + Clone + 'static, hear: impl Fn(Vec<IncomingFile>) + 'static) -> [Listening; 3] {
    let (left, dropped) = (over.clone(), over.clone());
    [
        Listening::to("dragover", move |event| {
            if is_taken(&event) {
                event.prevent_default();
                over(true);
            }
        }),
        Listening::to("dragleave", move |event| {
            // From one element to the next is not out of the page.
            if !get(&event, "relatedTarget").is_object() {
                left(false);
            }
        }),
        Listening::to("drop", move |event| {
            if is_taken(&event) {
                event.prevent_default();
                dropped(false);
                hear(carried(&get(&event, "dataTransfer")));
            }
        }),
    ]
}

/// Files are taken anywhere; a text only where it would not go into a field.
fn is_taken(event: &Event) -> bool {
    let types = Array::from(&get(&get(event, "dataTransfer"), "types"));
    let has = |kind: &str| types.includes(&kind.into(), 0);
    has("Files") || (has("text/plain") && !is_in_a_field(event))
}

/// Whether an event is of something that a person types into or chooses in.
pub(super) fn is_in_a_field(event: &Event) -> bool {
    let target = get(event, "target");
    let name = text(&target, "tagName").unwrap_or_default();
    ["INPUT", "TEXTAREA", "SELECT"].contains(&name.as_str()) || get(&target, "isContentEditable").is_truthy()
}
