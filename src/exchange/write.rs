//! Writing a file.

use std::fmt::Write;

use serde_json::{Value, json};

use super::checksum::checksum;
use super::file::{FORMAT, Header, VERSION, counts};
use super::time::rfc3339;
use crate::history::Record;

/// The text of a file: the header, a line a part, then a line a record, sorted by id.
pub fn write<'a>(header: &Header, records: impl Iterator<Item = &'a Record>) -> String {
    let mut records: Vec<&Record> = records.collect();
    records.sort_by_cached_key(|record| record.id().to_owned());
    write_sorted(header, &records)
}

fn write_sorted(header: &Header, records: &[&Record]) -> String {
    let parts: [(&str, Value); 9] = [
        ("format", FORMAT.into()),
        ("version", VERSION.into()),
        ("kind", header.kind.code().into()),
        ("id", header.id.as_str().into()),
        ("created", rfc3339(header.created_ms).into()),
        ("app", header.app.as_str().into()),
        ("from", json!({ "device": header.from.device, "name": header.from.name })),
        ("counts", counts(records).into()),
        ("checksum", checksum(records).into()),
    ];
    let mut text = String::from("{\n");
    let about = header.about.members().into_iter().map(|(key, value)| (key.to_owned(), value)).collect::<Value>();
    let about = (!header.about.is_empty()).then_some(("about", about));
    for (name, value) in parts.into_iter().chain(about) {
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
