//! What a person chose for this device. Not part of the registry, never sent.

use serde::{Deserialize, Serialize};

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
}
