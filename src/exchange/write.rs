//! Writing a file.

use std::fmt::Write;

use serde_json::json;

use super::checksum::checksum;
use super::file::{FORMAT, Header, VERSION, counts};
use super::time::rfc3339;
use crate::history::Record;

/// The text of a file: the header, a line a part, then a line a record, sorted by id.
pub fn write<'a>(header: &Header, records: impl Iterator<Item = &'a Record>) -> String {
    let mut records: Vec<&Record> = records.collect();
    records.sort_by(|one, other| one.id().cmp(other.id()));
    let parts = [
        ("format", json!(FORMAT)),
        ("version", json!(VERSION)),
        ("kind", json!(header.kind.code())),
        ("id", json!(header.id)),
        ("created", json!(rfc3339(header.created_ms))),
        ("app", json!(header.app)),
        ("from", json!({ "device": header.from.device, "name": header.from.name })),
        ("counts", json!(counts(records.iter().copied()))),
        ("checksum", json!(checksum(records.iter().copied()))),
    ];
    let mut text = String::from("{\n");
    for (name, value) in parts {
        let _ = writeln!(text, "\"{name}\": {value},");
    }
    text.push_str("\"records\": [");
    for (index, record) in records.iter().enumerate() {
        text.push_str(if index == 0 { "\n" } else { ",\n" });
        text.push_str(&serde_json::to_string(record).unwrap_or_default());
    }
    text.push_str("\n]\n}\n");
    text
}
