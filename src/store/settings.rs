//! What a person chose for this device. Not part of the registry, never sent.

use serde::{Deserialize, Serialize};

use super::key::settings_key;
use super::repository::Repository;
use crate::storage::{Storage, StorageError, seal};

/// Choices of this device, kept under one key of their own, outside both books.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language, as a tag such as `id`; empty until chosen.
    pub language: String,
    /// Whether the practice book is open.
    pub practice: bool,
    /// Who uses this device: stands in the files that are sent.
    pub name: String,
    /// The city or kabupaten that the person works in, as its code; empty until chosen.
    pub city: String,
    /// How tables and keys are arranged, as [`Arrangement`](super::Arrangement) reads it; empty where all is as usual.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub desk: String,
    /// When something was chosen last, milliseconds since 1970: of two copies the later counts.
    #[serde(rename = "at")]
    pub at_ms: u64,
}

impl Settings {
    /// The choices in a text.
    pub fn read(text: &str) -> Option<Self> {
        serde_json::from_str(&seal::open_plain(text).ok()?).ok()
    }

    /// The text under which they are kept.
    pub fn text(&self) -> String {
        // Texts, a number and a yes or no are always JSON.
        seal::seal_plain(&serde_json::to_string(self).unwrap_or_default())
    }

    /// Notes that something is chosen now, after all that was chosen before.
    pub fn choose(&mut self, now_ms: u64, choice: impl FnOnce(&mut Self)) {
        choice(self);
        self.at_ms = now_ms.max(self.at_ms.saturating_add(1));
    }

    /// Whether these were chosen after the others.
    pub fn is_later(&self, than: &Self) -> bool {
        self.at_ms > than.at_ms
    }
}

impl<S: Storage> Repository<S> {
    /// The choices of this device.
    pub fn settings(&self) -> Settings {
        let text = self.storage().read(&settings_key()).ok().flatten();
        text.and_then(|text| Settings::read(&text)).unwrap_or_default()
    }

    /// Keeps the choices of this device.
    ///
    /// # Errors
    /// [`StorageError`] of the storage.
    pub fn save_settings(&self, settings: &Settings) -> Result<(), StorageError> {
        self.storage().write(&settings_key(), &settings.text())
    }
}
