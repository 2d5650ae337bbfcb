//! The laws of [`FieldValue`], for the tests of every implementation.

use std::fmt::Debug;

use serde_json::Value;

use super::fault::Fault;
use super::field::FieldValue;

/// Fails unless `value` survives being edited as text and being stored as JSON.
pub fn hold<T: FieldValue + PartialEq + Debug>(value: &T) {
    assert_eq!(T::parse(&value.text()).as_ref(), Ok(value), "parse(text(v)) == v");
    assert_eq!(T::from_json(&value.to_json()).as_ref(), Ok(value), "from_json(to_json(v)) == v");
}

/// Fails unless JSON of every other type than `T` stores is refused as [`Fault::WrongType`].
pub fn refuse_other_types<T: FieldValue + PartialEq + Debug>(stored: &T) {
    let own = std::mem::discriminant(&stored.to_json());
    for value in
        [Value::Null, true.into(), 1.into(), "1".into(), Value::Array(vec![]), Value::Object(serde_json::Map::new())]
    {
        if std::mem::discriminant(&value) != own {
            assert_eq!(T::from_json(&value), Err(Fault::WrongType), "{value}");
        }
    }
}
