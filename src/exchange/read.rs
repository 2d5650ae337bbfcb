//! Reading a file: limits, then form, then every value. Either all of it is good, or nothing is taken.

mod records;

use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::checksum::checksum;
use super::content::Content;
use super::file::{FORMAT, File, From, Header, Kind, VERSION};
use super::limits::{Limits, is_too_deep};
use super::steps::{Present, Written};
use super::time::parse_rfc3339;
use crate::domain::{Fault, FieldValue, Id, PersonName};
use crate::history::{Change, Device, Record};
use crate::kinds::{About, FieldRef, KindId};
use crate::registry::reduced;

/// Why a file is refused. `i18n` has the one sentence for each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReadError {
    /// Nothing in it.
    Empty,
    /// Larger than [`Limits::BYTES`].
    TooLarge,
    /// Larger than [`Limits::SMALL_DEVICE_BYTES`], on a device of little memory.
    TooLargeHere,
    /// It begins as a file of ours, and its letters are neither UTF-8 nor UTF-16.
    NotText,
    /// It begins as a file of ours, and is no JSON.
    NotJson,
    /// Something else, which is called by what it is.
    Other(Content),
    /// A file of ours, and something before or behind it.
    Mixed,
    /// A locked file that came out of another file, or that is refused among others.
    Sealed,
    /// The browser did not give its bytes.
    Unreadable,
    /// JSON that stops in the middle.
    Truncated,
    /// Nested deeper than [`Limits::DEPTH`].
    TooDeep,
    /// JSON of something else.
    NotOurs,
    /// Written by a newer app.
    Newer,
    /// A part of the header is missing or of another type.
    Header,
    /// The records are not those that were written.
    Checksum,
    /// More records, changes, fields or stamps seen than [`Limits`] allow.
    TooMany,
    /// A record, or a part of it, is of another shape.
    Shape(Whose),
    /// A value that its field cannot hold.
    Value(Whose, FieldRef, Fault),
    /// With it the book would hold more than a file can.
    Full,
}

/// Which record: its number in the file, from 1, and the name in it where there is one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whose {
    /// The place in the file.
    pub number: usize,
    /// The name that stands in the record.
    pub name: Option<String>,
}

/// Reads the bytes of a file, whatever it is called: `.json` or `.txt`, with a byte order mark, with CRLF, laid out anew.
///
/// # Errors
/// The first [`ReadError`] found.
pub fn read(bytes: &[u8]) -> Result<File, ReadError> {
    read_telling(bytes, &mut |_, _| {})
}

/// The same, and tells how many records are read, of how many.
///
/// # Errors
/// The first [`ReadError`] found.
pub fn read_telling(bytes: &[u8], tell: &mut dyn FnMut(usize, usize)) -> Result<File, ReadError> {
    if bytes.len() > Limits::BYTES {
        return Err(ReadError::TooLarge);
    }
    let content = Content::of(bytes);
    if content.is_other() {
        return Err(ReadError::Other(content));
    }
    let text = decode(bytes).map_err(|error| match error {
        ReadError::NotText if content != Content::Json && !bytes.trim_ascii_start().starts_with(b"{") => {
            ReadError::Other(content)
        }
        error => error,
    })?;
    // Zeros are what a failed disk leaves, and what some transfers fill up with.
    let text = text.trim_matches(|sign: char| sign.is_whitespace() || matches!(sign, '\0' | '\u{feff}'));
    if text.is_empty() {
        return Err(ReadError::Empty);
    }
    if is_too_deep(text) {
        return Err(ReadError::TooDeep);
    }
    let (version, header, sum) = read_header(text)?;
    let records = read_records(text, tell)?;
    if checksum(&records.iter().map(|(_, record)| record).collect::<Vec<_>>()) != sum {
        return Err(ReadError::Checksum);
    }
    let Written { header, records } = match version {
        1 => Written::<1> { header, records }.present()?,
        _ => return Err(ReadError::Newer),
    };
    for (number, record) in &records {
        check(record, *number)?;
    }
    let settled = |(_, record)| reduced(counted_by(&header, record));
    Ok(File { records: records.into_iter().map(settled).collect(), header })
}

/// A recap of a version before says by its stamp which change of the group was the newest; who counted, and when, says the file.
fn counted_by(header: &Header, record: Record) -> Record {
    let is_old = |change: &Change| change.is_whole() && change.seen.is_empty();
    if header.kind != Kind::Recap || record.kind() != KindId::Recap.name() || !record.changes().iter().any(is_old) {
        return record;
    }
    record.with_each(|change| {
        if is_old(&change) { Change { at: header.made(), seen: vec![change.at], ..change } } else { change }
    })
}

/// The text of bytes in UTF-8 or UTF-16; some programs leave out the mark of the latter, and then our first sign tells it.
pub(super) fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    let wide = |bytes: &[u8], from: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| from([pair[0], pair[1]])).collect();
        String::from_utf16(&units).map_err(|_| ReadError::NotText)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [b'{', 0, ..] => wide(bytes, u16::from_le_bytes),
        [0, b'{', ..] => wide(bytes, u16::from_be_bytes),
        _ => std::str::from_utf8(bytes).map(str::to_owned).map_err(|error| match error.error_len() {
            // A letter of several bytes without its end, and nothing after it.
            None => ReadError::Truncated,
            Some(_) => ReadError::NotText,
        }),
    }
}

/// The header as it stands; every part may be missing or anything.
#[derive(Default, Deserialize)]
#[serde(default)]
struct RawHeader {
    format: Value,
    version: Value,
    kind: Value,
    id: Value,
    created: Value,
    app: Value,
    from: Value,
    about: Value,
    checksum: Value,
    records: Option<IgnoredAny>,
}

fn read_header(text: &str) -> Result<(u64, Header, String), ReadError> {
    let raw: RawHeader = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => ReadError::Truncated,
        // A part that stands there twice.
        serde_json::error::Category::Data if text.starts_with('{') && text.contains(FORMAT) => ReadError::Header,
        // A list whose first sign is one that JSON begins with, too, is none as a whole.
        serde_json::error::Category::Data if serde_json::from_str::<IgnoredAny>(text).is_ok() => ReadError::NotOurs,
        _ => broken(text),
    })?;
    if raw.format.as_str() != Some(FORMAT) {
        return Err(ReadError::NotOurs);
    }
    let version = raw.version.as_u64().filter(|version| *version >= 1).ok_or(ReadError::Header)?;
    if version > VERSION {
        return Err(ReadError::Newer);
    }
    let part = |value: &Value| value.as_str().map(str::to_owned);
    let header = || {
        raw.records.as_ref()?;
        let from = |name: &str| raw.from.get(name).and_then(Value::as_str).unwrap_or_default();
        // Shown before anything is taken in: a name is cleaned as any name, a device is six characters or none.
        let name = PersonName::parse(from("name")).map(|name| name.text()).unwrap_or_default();
        let device = Device::parse(from("device")).map(|device| device.to_string()).unwrap_or_default();
        Some(Header {
            kind: Kind::from_code(raw.kind.as_str()?)?,
            id: part(&raw.id)?,
            created_ms: parse_rfc3339(raw.created.as_str()?)?,
            app: part(&raw.app)?,
            from: From { device, name },
            about: About::read(|key| raw.about.get(key)),
        })
    };
    Ok((version, header().ok_or(ReadError::Header)?, part(&raw.checksum).ok_or(ReadError::Checksum)?))
}

/// What a text is that is no JSON: not meant to be any, a file of ours with something beside it, or damaged.
fn broken(text: &str) -> ReadError {
    if !text.starts_with(['{', '[']) {
        let holds_ours = text.contains(&format!("\"{FORMAT}\""));
        return if holds_ours { ReadError::Mixed } else { ReadError::Other(Content::of(text.as_bytes())) };
    }
    match serde_json::Deserializer::from_str(text).into_iter::<RawHeader>().next() {
        Some(Ok(first)) if first.format.as_str() == Some(FORMAT) => ReadError::Mixed,
        _ if is_headed_in_brackets(text) => ReadError::Other(Content::Text),
        _ => ReadError::NotJson,
    }
}

/// Whether the first line is a heading or a title in brackets, such as `[Nama];[NIK]` and `[DATA] Anggota`: they close there, with
/// nothing or a separator behind them or plain words in them, and hold no JSON.
fn is_headed_in_brackets(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let Some(end) = first.find(if text.starts_with('[') { ']' } else { '}' }) else { return false };
    let (inner, after) = first.split_at(end + 1);
    let is_parted = after.trim_start().is_empty() || after.trim_start().starts_with([';', ',', '\t', '|', '\u{1f}']);
    let is_word = inner.chars().any(char::is_alphabetic) && !inner.contains([':', ',', '"']);
    (is_parted || is_word) && serde_json::from_str::<IgnoredAny>(inner).is_err() && !inner.contains('"')
}

#[derive(Deserialize)]
struct RawRecords {
    records: Value,
}

/// The records sorted by id, each with its number in the file, from 1.
fn read_records(text: &str, tell: &mut dyn FnMut(usize, usize)) -> Result<Vec<(usize, Record)>, ReadError> {
    let Ok(records) = records::parse(text, tell) else { return Err(misshapen(text)) };
    let has_too_many = |record: &Record| {
        let seen = record.changes().iter().map(|change| change.seen.len()).sum::<usize>();
        record.changes().len() > Limits::CHANGES || seen > Limits::SEEN || has_too_many_fields(record)
    };
    if records.len() > Limits::RECORDS || records.iter().any(has_too_many) {
        return Err(ReadError::TooMany);
    }
    let mut records: Vec<(usize, Record)> = (1..).zip(records).collect();
    records.sort_by_cached_key(|(_, record)| record.id().to_owned());
    Ok(records)
}

/// Whether a record sets more fields than allowed. Stops at the first that is over, since a record is folded often, and to
/// fold one of many fields takes long.
fn has_too_many_fields(record: &Record) -> bool {
    // Each counted as if it were another: most records have not even so many.
    if record.changes().iter().map(|change| change.fields().len()).sum::<usize>() <= Limits::FIELDS {
        return false;
    }
    let mut known: Vec<&str> = Vec::new();
    for field in record.changes().iter().flat_map(|change| change.fields().names()) {
        if let Err(place) = known.binary_search(&field) {
            known.insert(place, field);
        }
        if known.len() > Limits::FIELDS {
            return true;
        }
    }
    false
}

/// Looks for the first record that is of another shape.
fn misshapen(text: &str) -> ReadError {
    let Ok(RawRecords { records: Value::Array(records) }) = serde_json::from_str(text) else {
        return ReadError::Header;
    };
    for (index, raw) in records.into_iter().enumerate() {
        let name = raw.pointer("/changes/0/set/name").and_then(name_in);
        // by way of text, so that there is one reader of records and not two
        if serde_json::from_str::<Record>(&raw.to_string()).is_err() {
            return ReadError::Shape(Whose { number: index + 1, name });
        }
    }
    ReadError::Header
}

/// A name as it may be shown: one line, not too long, nothing that turns the direction of writing.
fn name_in(value: &Value) -> Option<String> {
    PersonName::parse(value.as_str()?).ok().map(|name| name.text())
}

/// An id in capitals would be another key than the one that commands use.
fn is_canonical(id: &str) -> bool {
    Id::parse(id).is_ok_and(|parsed| parsed.to_string() == id)
}

fn check(record: &Record, number: usize) -> Result<(), ReadError> {
    let whose = || Whose { number, name: record.fold().value("name").and_then(name_in) };
    let kind = KindId::named(record.kind());
    let is_recap = kind == Some(KindId::Recap);
    // A receipt only tells, so what cannot be read in it is left out.
    let known = kind.is_some_and(|kind| kind != KindId::Receipt);
    // What drops all that was set before must never come under a record that people type in.
    let drops = !is_recap && known && record.changes().iter().any(Change::is_whole);
    let is_of_old = known && kind.is_some_and(KindId::is_of_first_version);
    let plain = |text: &str| !text.is_empty() && text.len() <= Limits::ID;
    if !plain(record.id())
        || !plain(record.kind())
        || record.changes().is_empty()
        || drops
        || (is_of_old && !is_canonical(record.id()))
    {
        return Err(ReadError::Shape(whose()));
    }
    for change in record.changes() {
        for (key, value) in change.fields().iter() {
            if let Some(field) = FieldRef::of(record.kind(), key) {
                // Nobody typed a recap: no field of it can be typed again.
                let error =
                    |fault| if is_recap { ReadError::Shape(whose()) } else { ReadError::Value(whose(), field, fault) };
                field.check(value).map_err(error)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinds::Group;

    #[test]
    fn a_file_cut_inside_a_letter_is_told_from_one_that_is_no_text() {
        let text = "{\"format\": \"\u{e9}".as_bytes();
        assert_eq!(read(&text[..text.len() - 1]), Err(ReadError::Truncated));
        assert_eq!(read(b"{\"format\": \"\xe9\""), Err(ReadError::NotText));
    }

    #[test]
    fn a_record_is_named_by_its_place_in_the_file_though_the_order_is_another() {
        use crate::exchange::write;
        use crate::history::{Change, Device, Stamp};

        let at = Stamp::new(1, 0, Device::from_random(1));
        let of = |id: &str, name: Value| {
            Record::new(id, "group", vec![Change::set(at, vec![], [("name".to_owned(), name)].into())])
        };
        let good = of("0197412c-5a00-7000-8000-000000000000", "Contoh".into());
        let bad = of("0297412c-5a00-7000-8000-000000000000", 5.into());
        let header = Header {
            kind: Kind::Full,
            id: "f".into(),
            created_ms: 0,
            app: "1".into(),
            from: From::default(),
            about: About::default(),
        };
        let text = write(&header, [&good, &bad].into_iter());
        let [good, bad] = [good, bad].map(|record| serde_json::to_string(&record).unwrap());
        let turned = text.replace(&format!("{good},\n{bad}"), &format!("{bad},\n{good}"));
        assert_ne!(turned, text);
        let whose = Whose { number: 1, name: None };
        assert_eq!(read(turned.as_bytes()), Err(ReadError::Value(whose, Group::NAME, Fault::WrongType)));
    }
}
