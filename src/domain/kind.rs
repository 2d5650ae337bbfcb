//! A kind of record (group, member): its fields, named once, with their types.
//!
//! [`record_kind!`] makes of one list: the struct of typed values, the enum of its fields, and the reading of both from
//! JSON. Forms, the file's checks, previews and conflicts work over any [`Field`]; rules and sums read the struct.

use std::fmt::Debug;

use serde_json::Value;

use super::fault::Fault;
use super::field::FieldValue;

/// A field of one kind of record.
pub trait Field: Copy + Debug + Eq + Ord + Send + Sync + 'static {
    /// The kind as it stands in a record, such as `group`.
    const KIND: &'static str;

    /// All fields in the order of a form.
    fn all() -> &'static [Self];

    /// The field's name as it stands in a change.
    fn key(self) -> &'static str;

    /// Reads what a person typed into the stored form; empty text clears the field.
    ///
    /// # Errors
    /// The [`Fault`] to show under the field.
    fn parse(self, text: &str) -> Result<Value, Fault>;

    /// The text a person edits; empty for a cleared field or a value this version cannot read.
    fn text(self, value: &Value) -> String;

    /// Whether a stored value can stand in this field.
    ///
    /// A choice this version does not know is let through: a newer version has more of them.
    ///
    /// # Errors
    /// The [`Fault`] that makes the value useless.
    fn check(self, value: &Value) -> Result<(), Fault>;

    /// The field of this name.
    fn from_key(key: &str) -> Option<Self> {
        Self::all().iter().copied().find(|field| field.key() == key)
    }
}

pub(super) fn parse<T: FieldValue>(text: &str) -> Result<Value, Fault> {
    let text = text.trim();
    if text.is_empty() { Ok(Value::Null) } else { T::parse(text).map(|value| value.to_json()) }
}

pub(super) fn text<T: FieldValue>(value: &Value) -> String {
    T::from_json(value).map(|value| value.text()).unwrap_or_default()
}

pub(super) fn check<T: FieldValue>(value: &Value) -> Result<(), Fault> {
    match T::from_json(value) {
        _ if value.is_null() => Ok(()),
        Ok(_) | Err(Fault::NotAChoice) => Ok(()),
        Err(fault) => Err(fault),
    }
}

/// Declares a kind of record. See [`super::group`] for one in use.
macro_rules! record_kind {
    (
        $(#[$record_doc:meta])* $Record:ident,
        $(#[$field_doc:meta])* $Field:ident, $kind:literal,
        { $( $(#[$doc:meta])* $Variant:ident / $name:ident : $Type:ty = $key:literal, )* }
    ) => {
        $(#[$record_doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $Record { $( $(#[$doc])* pub $name: Option<$Type>, )* }

        $(#[$field_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $Field { $( $(#[$doc])* $Variant, )* }

        impl $Record {
            /// Reads the typed values; what cannot be read is left out here and named beside, and stays in the record.
            pub fn read<'a>(value: impl Fn(&str) -> Option<&'a serde_json::Value>) -> (Self, Vec<($Field, $crate::domain::Fault)>) {
                let mut unfit = Vec::new();
                let read = Self { $( $name: value($key).and_then(|value| {
                    <$Type as $crate::domain::FieldValue>::from_json(value).map_err(|fault| unfit.push(($Field::$Variant, fault))).ok()
                }), )* };
                (read, unfit)
            }
        }

        impl $crate::domain::Field for $Field {
            const KIND: &'static str = $kind;

            fn all() -> &'static [Self] {
                &[ $( Self::$Variant, )* ]
            }

            fn key(self) -> &'static str {
                match self { $( Self::$Variant => $key, )* }
            }

            fn parse(self, text: &str) -> Result<serde_json::Value, $crate::domain::Fault> {
                match self { $( Self::$Variant => $crate::domain::kind::parse::<$Type>(text), )* }
            }

            fn text(self, value: &serde_json::Value) -> String {
                match self { $( Self::$Variant => $crate::domain::kind::text::<$Type>(value), )* }
            }

            fn check(self, value: &serde_json::Value) -> Result<(), $crate::domain::Fault> {
                match self { $( Self::$Variant => $crate::domain::kind::check::<$Type>(value), )* }
            }
        }
    };
}
pub(crate) use record_kind;
