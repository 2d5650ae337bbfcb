//! A file as it arrives, by whatever way. Its content is read by the worker, and here only what is locked.

use js_sys::{Array, Uint8Array};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, File, FileList};

use crate::exchange::Limits;

/// Bytes that tell a locked file; the compact form, which has no names, is known by its end and so up to this length only.
const HEAD: i32 = 1 << 16;

/// A file and the name it came by.
#[derive(Clone, Debug)]
pub struct Arrived {
    /// The name; messengers change it.
    pub name: String,
    /// The content.
    pub blob: Blob,
}

impl Arrived {
    /// All files of a picker or a drop.
    pub fn all(files: Option<FileList>) -> Vec<Self> {
        let files = files.into_iter().flat_map(|files| (0..files.length()).filter_map(move |place| files.get(place)));
        files.map(Self::from).collect()
    }

    /// A text that was pasted; `None` when the browser makes no file of it.
    pub fn text(text: &str) -> Option<Self> {
        let blob = Blob::new_with_str_sequence(&Array::of1(&text.into())).ok()?;
        Some(Self { name: String::new(), blob })
    }

    /// Bytes that came out of a locked file of this name.
    pub fn bytes(name: String, bytes: &[u8]) -> Option<Self> {
        let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(bytes))).ok()?;
        Some(Self { name, blob })
    }

    /// The first bytes: enough to tell a locked file, whole if it is short.
    pub async fn head(&self) -> Option<Vec<u8>> {
        read(&self.blob.slice_with_i32_and_i32(0, HEAD).ok()?).await
    }

    /// All of it, unless it is larger than a file may be.
    pub async fn whole(&self) -> Option<Vec<u8>> {
        #[allow(clippy::cast_precision_loss)]
        if self.blob.size() > Limits::BYTES as f64 {
            return None;
        }
        read(&self.blob).await
    }
}

impl From<File> for Arrived {
    fn from(file: File) -> Self {
        Self { name: file.name(), blob: file.into() }
    }
}

async fn read(blob: &Blob) -> Option<Vec<u8>> {
    JsFuture::from(blob.array_buffer()).await.ok().map(|buffer| Uint8Array::new(&buffer).to_vec())
}
