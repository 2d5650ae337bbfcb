//! A folder of this computer that the person chose, by the File System Access API of desktop browsers.
//!
//! Its handle is kept in IndexedDB, so that the folder is known at the next visit; whether it may still be written to, the
//! browser says each time. Deliberately absent: what is written, and when. Comes with the second wasm.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use super::database::{self, Put, Table};
use super::object::{call, get, text};
use super::window;

const PICKER: &str = "showDirectoryPicker";
const HANDLE: &str = "folder";
const NOTE: &str = "folder/written";

/// A chosen folder.
#[derive(Clone, Debug)]
pub struct Folder(JsValue);

/// Whether a folder may be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Permission {
    /// It may.
    Granted,
    /// The person has to be asked again, which needs a tap.
    Lapsed,
    /// The person said no.
    Refused,
}

/// Why a folder could not be chosen or written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FolderError {
    /// The person closed the picker.
    Cancelled,
    /// The browser or the person does not allow it.
    Refused,
    /// It is not there any more: moved, renamed or deleted, or its disk taken out.
    Gone,
    /// There is no room on its disk.
    Full,
    /// Anything else.
    Failed,
}

impl From<JsValue> for FolderError {
    fn from(error: JsValue) -> Self {
        match text(&error, "name").as_deref() {
            Some("AbortError") => Self::Cancelled,
            Some("NotAllowedError" | "SecurityError") => Self::Refused,
            Some("NotFoundError") => Self::Gone,
            Some("QuotaExceededError") => Self::Full,
            _ => Self::Failed,
        }
    }
}

impl Folder {
    /// Whether this browser lets a person choose a folder.
    pub fn is_offered() -> bool {
        window().is_some_and(|window| get(&window, PICKER).is_function())
    }

    /// Opens the picker. Must be called straight from a tap.
    ///
    /// # Errors
    /// [`FolderError`].
    pub async fn choose() -> Result<Self, FolderError> {
        let window = window().ok_or(FolderError::Failed)?;
        // Documents is where it opens first; `id` lets the browser open it next time where it was left.
        let wish = wish(&[("id", "buku-kube"), ("mode", "readwrite"), ("startIn", "documents")]);
        Ok(Self(call(&window, PICKER, &[&wish]).await?))
    }

    /// The folder that was chosen on an earlier visit, and the note that was kept with it.
    pub async fn kept() -> Option<(Self, Option<String>)> {
        let handle = database::read(Table::Handles, HANDLE).await.ok()?.filter(JsValue::is_object)?;
        let note = database::read(Table::Handles, NOTE).await.ok().flatten().and_then(|note| note.as_string());
        Some((Self(handle), note))
    }

    /// Keeps it for later visits; `false` when the browser does not.
    pub async fn keep(&self) -> bool {
        let handle = Put { value: Some(self.0.clone()), ..Put::text(Table::Handles, HANDLE, None) };
        let puts = [handle, Put::text(Table::Handles, NOTE, None)];
        database::write(puts.into()).await.is_ok()
    }

    /// Keeps a note with the folder that is kept.
    pub async fn note(text: &str) {
        // Without it the same is written once more at the next start, which does no harm.
        let _ = database::write(vec![Put::text(Table::Handles, NOTE, Some(text))]).await;
    }

    /// Forgets the folder that is kept. What was written to it stays.
    pub async fn forget() {
        let puts = [HANDLE, NOTE].map(|key| Put::text(Table::Handles, key, None));
        let _ = database::write(puts.into()).await;
    }

    /// Its name, without where it is: browsers do not tell that.
    pub fn name(&self) -> String {
        text(&self.0, "name").unwrap_or_default()
    }

    /// Whether it may be written to.
    pub async fn permission(&self) -> Permission {
        self.permission_by("queryPermission").await
    }

    /// Asks the person. Must be called straight from a tap.
    pub async fn ask(&self) -> Permission {
        self.permission_by("requestPermission").await
    }

    async fn permission_by(&self, how: &str) -> Permission {
        let answer = call(&self.0, how, &[&wish(&[("mode", "readwrite")])]).await;
        match answer.ok().and_then(|answer| answer.as_string()).as_deref() {
            Some("granted") => Permission::Granted,
            Some("prompt") => Permission::Lapsed,
            _ => Permission::Refused,
        }
    }

    /// Writes a file, over one of the same name. The browser puts it there only once all of it is written.
    ///
    /// # Errors
    /// [`FolderError`]; what stood there then still stands.
    pub async fn write(&self, name: &str, text: &str) -> Result<(), FolderError> {
        let create = Object::new();
        let _ = Reflect::set(&create, &"create".into(), &true.into());
        let file = call(&self.0, "getFileHandle", &[&name.into(), &create]).await?;
        let stream = call(&file, "createWritable", &[]).await?;
        let written = match call(&stream, "write", &[&text.into()]).await {
            Ok(_) => call(&stream, "close", &[]).await,
            failed => failed,
        };
        if let Err(error) = written {
            drop(call(&stream, "abort", &[]).await);
            return Err(error.into());
        }
        Ok(())
    }
}

fn wish(members: &[(&str, &str)]) -> JsValue {
    let wish = Object::new();
    for (name, value) in members {
        let _ = Reflect::set(&wish, &(*name).into(), &(*value).into());
    }
    wish.into()
}
