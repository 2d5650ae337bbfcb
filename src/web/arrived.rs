//! A file as it arrives, by whatever way. Its content is read by the worker, not here.

use web_sys::{Blob, File, FileList};

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
        let blob = Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into())).ok()?;
        Some(Self { name: String::new(), blob })
    }
}

impl From<File> for Arrived {
    fn from(file: File) -> Self {
        Self { name: file.name(), blob: file.into() }
    }
}
