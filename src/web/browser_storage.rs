//! The browser's localStorage as a storage, by way of gloo-storage.

use gloo_storage::{LocalStorage, Storage as _};
use js_sys::JsString;
use wasm_bindgen::JsCast;

use super::object::{get, text};
use super::window;
use crate::storage::{Storage, StorageError};

/// Keeps texts in localStorage.
///
/// The texts are our own, sealed, and not gloo's JSON: what cannot be read must be ours to put in quarantine, never a default that the
/// next write puts over the data.
#[derive(Clone, Copy, Debug, Default)]
pub struct BrowserStorage;

impl BrowserStorage {
    /// The room there is, in UTF-16 units, keys and texts together. Chromium and Firefox give 5,242,880. Safari gives 5 MB and
    /// counts two bytes for each character of a packed text.
    pub fn room() -> usize {
        if is_safari() { 2_500_000 } else { 5_000_000 }
    }

    /// gloo's `raw()` panics when the browser denies storage, so that is found out first.
    fn storage() -> Result<web_sys::Storage, StorageError> {
        match window().map(|window| window.local_storage()) {
            Some(Ok(Some(_))) => Ok(LocalStorage::raw()),
            _ => Err(StorageError::Denied),
        }
    }
}

impl Storage for BrowserStorage {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        let storage = Self::storage()?;
        let count = storage.length().map_err(|_| StorageError::Denied)?;
        let mut keys: Vec<String> = (0..count)
            .filter_map(|index| storage.key(index).ok().flatten())
            .filter(|key| key.starts_with(prefix))
            .collect();
        keys.sort_unstable();
        Ok(keys)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        Self::storage()?.get_item(key).map_err(|_| StorageError::Denied)
    }

    fn head(&self, key: &str, characters: usize) -> Result<Option<String>, StorageError> {
        let text = get(&Self::storage()?.into(), key).dyn_into::<JsString>().ok();
        Ok(text.map(|text| text.slice(0, u32::try_from(characters).unwrap_or(u32::MAX)).into()))
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        let storage = Self::storage()?;
        let before = storage.get_item(key).ok().flatten();
        storage.set_item(key, text).map_err(|_| StorageError::Full)?;
        match storage.get_item(key) {
            Ok(Some(kept)) if kept == text => Ok(()),
            _ => {
                // What was there goes back, as well as this browser can.
                let _ = before.map(|before| storage.set_item(key, &before));
                Err(StorageError::NotKept)
            }
        }
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        Self::storage()?.remove_item(key).map_err(|_| StorageError::Denied)
    }
}

/// Safari, and every browser of an iPhone.
fn is_safari() -> bool {
    window().is_some_and(|window| text(&window.navigator(), "vendor").is_some_and(|vendor| vendor.starts_with("Apple")))
}
