//! How much of a record this version does not know.

use serde::Serialize;
use serde_json::Value;

use crate::history::{Change, Record};
use crate::kinds::{FieldRef, KindId, Receipt};

/// No value of a known field is longer than this in the form of today; what is longer is of another version, or of none.
const LONGEST: usize = 4_096;

/// Whether this version knows a kind.
pub(super) fn is_known(kind: &str) -> bool {
    KindId::named(kind).is_some()
}

/// The bytes of JSON in these changes of a record, and beside them, that this version does not know.
pub(super) fn unknown_bytes<'a>(record: &Record, changes: impl Iterator<Item = &'a Change>) -> usize {
    if !is_known(record.kind()) {
        return changes.map(json_bytes).sum::<usize>() + json_bytes(record.more());
    }
    let of = |change: &Change| {
        let fields = change.fields().iter().map(|(key, value)| unknown_in(record.kind(), key, value));
        fields.sum::<usize>() + if change.more.is_empty() { 0 } else { json_bytes(&change.more) }
    };
    changes.map(of).sum::<usize>() + if record.more().is_empty() { 0 } else { json_bytes(record.more()) }
}

fn unknown_in(kind: &str, key: &str, value: &Value) -> usize {
    let is_known = match kind {
        Receipt::KIND => ["kind", "name", "to", "groups", "households", "regions"].contains(&key),
        _ => FieldRef::of(kind, key).is_some(),
    };
    let is_short = match value {
        Value::Null | Value::Bool(_) | Value::Number(_) => true,
        Value::String(text) => text.len() <= LONGEST,
        Value::Array(_) | Value::Object(_) => false,
    };
    match (is_known, is_short) {
        (true, true) => 0,
        (true, false) => json_bytes(value).saturating_sub(LONGEST),
        (false, _) => key.len() + 4 + json_bytes(value),
    }
}

/// The length of a thing as JSON, which is not kept.
pub(super) fn json_bytes(thing: &(impl Serialize + ?Sized)) -> usize {
    struct Count(usize);

    impl std::io::Write for Count {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    let mut count = Count(0);
    // What can be read can be written.
    let _ = serde_json::to_writer(&mut count, thing);
    count.0
}
