//! What every value of a field can do: be read from typing, be shown for editing, travel as JSON.

use serde_json::Value;

use super::fault::Fault;

/// A value that stands in one field of a record.
///
/// Three forms: the value itself, the text a person types and edits, and the JSON that is stored and sent.
/// Laws, held by tests of each implementation: `parse(text(v)) == v` and `from_json(to_json(v)) == v`.
pub trait FieldValue: Sized {
    /// Reads what a person typed; `text` is trimmed and not empty.
    ///
    /// # Errors
    /// The [`Fault`] that a form shows under the field.
    fn parse(text: &str) -> Result<Self, Fault>;

    /// The text a person edits; [`parse`](Self::parse) reads it back.
    fn text(&self) -> String;

    /// Reads the stored form.
    ///
    /// # Errors
    /// A [`Fault`] when the JSON is of another type or names no possible value.
    fn from_json(value: &Value) -> Result<Self, Fault>;

    /// The stored form.
    fn to_json(&self) -> Value;
}
