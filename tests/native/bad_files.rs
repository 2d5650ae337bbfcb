//! Files that are refused: each with its reason and one plain sentence, and nothing is taken of any. Those that are kept in a
//! folder are in `bad_folder.rs`.

use buku_kube::domain::{Fault, FieldValue, PersonName};
use buku_kube::exchange::{self, Kind, Limits, Plan, ReadError, Whose};
use buku_kube::history::{Change, Record};
use buku_kube::i18n::Lang;
use buku_kube::kinds::{Group, Member};
use buku_kube::registry::{Registry, commands};
use serde_json::{Value, json};

use crate::invented::*;

const GROUP: &str = include_str!("../fixtures/v1/group.json");

fn book() -> Registry {
    registry(exchange::read(GROUP.as_bytes()).unwrap().records)
}

/// The way of a file into the registry.
fn take_in(registry: &mut Registry, bytes: &[u8]) -> Result<(), ReadError> {
    let file = exchange::read(bytes)?;
    Plan::of(registry, &file.records).unwrap();
    commands::import(registry, file.records).unwrap();
    Ok(())
}

/// Fails unless the file is refused with this reason, in plain words, and the registry is what it was.
fn refused(bytes: &[u8], expected: &ReadError, what: &str) {
    let mut registry = book();
    let error = take_in(&mut registry, bytes).expect_err(what);
    assert_eq!(error, *expected, "{what}");
    assert!(registry.records().eq(book().records()) && registry.dossiers().eq(book().dossiers()), "{what}");
    for lang in Lang::ALL {
        assert_plain(&lang.read_error(&error));
    }
}

/// Fails unless the text is one to three sentences in plain words: what is wrong, why, and what to do.
pub fn assert_plain(text: &str) {
    let lower = text.to_lowercase();
    assert!(text.ends_with('.') && !text.contains("  "), "{text}");
    let ends = text.replace("No. ", "No ").matches(". ").count() + 1;
    assert!((1..=3).contains(&ends), "{text}");
    for word in ["error", "galat", "json", "utf", "null", "invalid", "checksum", "exception"] {
        assert!(!lower.contains(word), "{text}");
    }
    let is_code = |word: &str| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        word.starts_with("0x") || (digits > 0 && word.chars().any(|letter| letter.is_ascii_uppercase()))
    };
    assert!(!text.split_whitespace().any(is_code), "{text}");
}

fn whose(number: usize, name: Option<&str>) -> Whose {
    Whose { number, name: name.map(str::to_owned) }
}

/// A file with a right checksum.
fn file(records: &[Record]) -> Vec<u8> {
    exchange::write(&header(Kind::Full), records.iter()).into_bytes()
}

fn record(kind: &str, set: &[(&str, Value)]) -> Record {
    Record::new(id(1).to_string(), kind, vec![Change::set(at(1, 1), vec![], fields(set))])
}

#[test]
fn a_file_cut_at_any_byte_is_never_taken_for_whole() {
    let whole = GROUP.trim_end().len();
    assert!(GROUP.bytes().any(|byte| !byte.is_ascii()), "cuts inside a letter are among them");
    for end in 0..whole {
        let expected = if end == 0 { ReadError::Empty } else { ReadError::Truncated };
        assert_eq!(exchange::read(&GROUP.as_bytes()[..end]), Err(expected), "cut at {end}");
    }
    for end in whole..=GROUP.len() {
        assert!(exchange::read(&GROUP.as_bytes()[..end]).is_ok(), "only the last line feed is missing");
    }
}

#[test]
fn a_file_with_any_changed_byte_is_refused_or_reads_the_same() {
    let whole = exchange::read(GROUP.as_bytes()).unwrap();
    for place in 0..GROUP.len() {
        for bit in [0, 4, 5] {
            let mut bytes = GROUP.as_bytes().to_vec();
            bytes[place] ^= 1 << bit;
            if let Ok(read) = exchange::read(&bytes) {
                assert_eq!(read.records, whole.records, "bit {bit} of byte {place}");
            }
        }
    }
}

#[test]
fn a_file_of_500_mb_is_refused_by_its_size_before_anything_else() {
    for byte in [b' ', b'[', 0xff] {
        refused(&vec![byte; 500 * 1024 * 1024], &ReadError::TooLarge, "500 MB");
    }
    let mut most = vec![b' '; Limits::BYTES];
    assert_eq!(exchange::read(&most), Err(ReadError::Empty), "the limit itself is not over it");
    most.push(b' ');
    assert_eq!(exchange::read(&most), Err(ReadError::TooLarge));
}

#[test]
fn whatever_a_book_comes_to_hold_by_files_is_read_again_also_locked() {
    // Base64 writes four letters for three bytes; the header and the bytes of the seal are a few hundred.
    let locked = Limits::KEPT_BYTES.div_ceil(3) * 4 + 4_096;
    assert!(locked < Limits::BYTES, "{locked} bytes");
    const { assert!(Limits::KEPT_RECORDS < Limits::RECORDS) };
}

#[test]
fn a_device_of_little_memory_takes_a_quarter_and_one_that_does_not_say_takes_all() {
    for (gigabytes, bytes) in [
        (Some(0.5), Limits::SMALL_DEVICE_BYTES),
        (Some(2.0), Limits::SMALL_DEVICE_BYTES),
        (Some(4.0), Limits::BYTES),
        (None, Limits::BYTES),
    ] {
        assert_eq!(Limits::bytes_on(gigabytes), bytes, "{gigabytes:?}");
    }
    let program = include_str!("../../page/worker.js");
    let most = format!(
        "(navigator.deviceMemory <= {} ? {} : {}) * 1024 * 1024",
        Limits::SMALL_DEVICE_MEMORY,
        Limits::SMALL_DEVICE_BYTES >> 20,
        Limits::BYTES >> 20
    );
    assert!(program.contains(&most), "the worker's program has the same: {most}");
}

#[test]
fn a_file_nested_10_000_deep_is_refused_and_brackets_in_a_name_are_not_nesting() {
    let (arrays, objects) = ("[".repeat(10_000), "{\"a\":".repeat(10_000));
    refused(arrays.as_bytes(), &ReadError::TooDeep, "arrays");
    refused(format!("{arrays}{}", "]".repeat(10_000)).as_bytes(), &ReadError::TooDeep, "closed arrays");
    refused(objects.as_bytes(), &ReadError::TooDeep, "objects");
    let plain = String::from_utf8(file(&[record("group", &[("shoe", json!("here"))])])).unwrap();
    let nested = |depth: usize| plain.replace("\"here\"", &format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
    refused(nested(10_000).as_bytes(), &ReadError::TooDeep, "inside a set");
    // The file, its records, the record, its changes, the change and its set are six.
    refused(nested(Limits::DEPTH - 5).as_bytes(), &ReadError::TooDeep, "one too deep");
    assert_eq!(
        exchange::read(nested(Limits::DEPTH - 6).as_bytes()),
        Err(ReadError::Checksum),
        "just as deep as allowed"
    );
    let named = file(&[record("group", &[("shoe", json!(["[{".repeat(10_000), "\"[".repeat(10_000)]))])]);
    assert!(exchange::read(&named).is_ok());
}

#[test]
fn too_many_records_or_changes_are_refused_and_as_many_as_allowed_are_not() {
    let changes = |count: u64| {
        Record::new("r", "thing", (0..count).map(|number| Change::set(at(number, 1), vec![], fields(&[]))).collect())
    };
    let most = u64::try_from(Limits::CHANGES).unwrap();
    assert!(exchange::read(&file(&[changes(most)])).is_ok());
    refused(&file(&[changes(most + 1)]), &ReadError::TooMany, "changes");
    let few = vec![Change::set(at(1, 1), vec![], fields(&[]))];
    let mut records: Vec<_> =
        (0..=Limits::RECORDS).map(|number| Record::new(number.to_string(), "thing", few.clone())).collect();
    refused(&file(&records), &ReadError::TooMany, "records");
    records.pop();
    assert!(exchange::read(&file(&records)).is_ok());
}

/// Edits of a good record that break its shape, for this table and for the schema.
pub const SHAPES: [(&str, &str, &str); 14] = [
    ("a stamp that is a number", r#""at":"0"#, r#""at":3,"x":"0"#),
    ("a stamp that is no stamp", r#""at":"0"#, r#""at":"U"#),
    ("no stamp", r#""at":"#, r#""when":"#),
    ("seen is null", r#""seen":[]"#, r#""seen":null"#),
    ("seen holds what is no stamp", r#""seen":[]"#, r#""seen":["yesterday"]"#),
    ("no seen", r#""seen":[],"#, ""),
    ("set is a list", r#""set":{"name":"Contoh"}"#, r#""set":[]"#),
    ("set is null", r#""set":{"name":"Contoh"}"#, r#""set":null"#),
    ("neither set nor erase", r#","set":{"name":"Contoh"}"#, ""),
    ("erase is a word", r#""set":"#, r#""erase":"yes","set":"#),
    ("changes are an object", r#""changes":["#, r#""changes":{},"x":["#),
    ("no changes", r#""changes":"#, r#""change":"#),
    ("an id that is a number", r#""id":"019e"#, r#""id":5,"x":"019e"#),
    ("no kind", r#""kind":"group","#, ""),
];

/// A small good file whose record these edits fit.
pub fn small() -> String {
    String::from_utf8(file(&[record("group", &[("name", json!("Contoh"))])])).unwrap()
}

#[test]
fn a_part_of_another_shape_is_refused_with_the_record_it_stands_in() {
    let good = small();
    let body = good.find("\"records\"").unwrap();
    for (what, from, to) in SHAPES {
        let (head, records) = good.split_at(body);
        assert!(records.contains(from), "{what}");
        let bad = format!("{head}{}", records.replacen(from, to, 1));
        let value: Value = serde_json::from_str(&bad).unwrap();
        let name = value.pointer("/records/0/changes/0/set/name").and_then(Value::as_str);
        refused(bad.as_bytes(), &ReadError::Shape(whose(1, name)), what);
    }
    refused(
        good.replace("\"records\": [", "\"records\": {}, \"x\": [").as_bytes(),
        &ReadError::Header,
        "records are an object",
    );
    refused(
        good.replace("\"records\": [", "\"records\": [5,").as_bytes(),
        &ReadError::Shape(whose(1, None)),
        "a record is a number",
    );
}

#[test]
fn a_record_without_changes_or_with_an_unfit_id_is_refused() {
    let set = |id: &str, kind: &str| {
        Record::new(id, kind, vec![Change::set(at(1, 1), vec![], fields(&[("name", json!("Contoh"))]))])
    };
    let long = "x".repeat(Limits::ID + 1);
    let table = [
        ("no uuid", set("group-1", "group")),
        ("no uuid", set("5", "member")),
        ("empty id", set("", "audit")),
        ("empty kind", set("visit-1", "")),
        ("long id", set(&long, "audit")),
        ("long kind", set("visit-1", &long)),
    ];
    for (what, record) in table {
        refused(&file(&[record]), &ReadError::Shape(whose(1, Some("Contoh"))), what);
    }
    refused(&file(&[Record::new("visit-1", "audit", vec![])]), &ReadError::Shape(whose(1, None)), "no changes at all");
    assert!(
        exchange::read(&file(&[set("visit-1", "audit")])).is_ok(),
        "a kind of a newer version names its records as it likes"
    );
}

#[test]
fn each_value_that_its_field_cannot_hold_is_refused_by_name() {
    use Group as G;
    use Member as M;
    let count = |min, max| Fault::NotANumber { min, max };
    let groups = [
        (G::NAME, json!(5), Fault::WrongType),
        (G::NAME, json!(""), Fault::Empty),
        (G::NAME, json!("\u{202e} \u{feff}"), Fault::Empty),
        (G::NAME, json!("x".repeat(81)), Fault::TooLong { max: 80 }),
        (G::BUSINESS, json!(7), Fault::WrongType),
        (G::REGION, json!("64.7"), Fault::NotARegion),
        (G::REGION, json!(6472), Fault::WrongType),
        (G::RT, json!("1234"), count(0, 999)),
        (G::YEAR, json!(1989), count(1990, 2100)),
        (G::YEAR, json!(2014.5), count(1990, 2100)),
        (G::YEAR, json!("2014"), Fault::WrongType),
        (G::FORMED, json!("05/06/2014"), Fault::NotADate),
        (G::FORMED, json!("2014-13-01"), Fault::NoSuchDay),
        (G::NOTE, json!(["Contoh"]), Fault::WrongType),
    ];
    for (field, value, fault) in groups {
        let named = [("account", json!("1")), (field.key(), value.clone())];
        // A name that cannot be a name is not told either.
        let name = value.as_str().filter(|name| field == G::NAME && PersonName::parse(name).is_ok());
        refused(
            &file(&[record("group", &named)]),
            &ReadError::Value(whose(1, name), field, fault),
            &format!("{field:?} {value}"),
        );
    }
    let members = [
        (M::GROUP, json!("here"), Fault::NotAnId),
        (M::NIK, json!(6_472_030_506_909_001_u64), Fault::WrongType),
        (M::NIK, json!("12"), Fault::NotSixteenDigits { found: 2 }),
        (M::NIK, json!("6472 0305 0690 9001"), Fault::NotDigits),
        (M::NIK, json!("1111111111111111"), Fault::AllEqual),
        (M::NIK, json!("6472030506900000"), Fault::Spreadsheet),
        (M::NIK, json!("6400030506909001"), Fault::NumberRegion),
        (M::NIK, json!("6472033206909001"), Fault::NumberDay),
        (M::NIK, json!("6472030513909001"), Fault::NumberMonth),
        (M::NIK, json!("6472033102909001"), Fault::NumberNoSuchDay),
        (M::BIRTH_DATE, json!("2026-02-31"), Fault::NoSuchDay),
        (M::BIRTH_DATE, json!("1990-06-05T00:00"), Fault::NotADate),
        (M::CARD, json!("x472030506909001"), Fault::NotDigits),
        (M::PHONE, json!("081234567890"), Fault::NotAPhone),
        (M::DEPENDANTS, json!(31), count(0, 30)),
        (M::DECILE, json!(0), count(1, 10)),
        (M::INCOME_AFTER, json!(1.5), Fault::NotMoney),
        (M::INCOME_BEFORE, json!(1_000_000_000_000_001_i64), count(-1_000_000_000_000_000, 1_000_000_000_000_000)),
        (M::DISABILITY, json!("ya"), Fault::WrongType),
        (M::SEX, json!(true), Fault::WrongType),
    ];
    for (field, value, fault) in members {
        let named = [("name", json!("Contoh Satu")), (field.key(), value.clone())];
        let expected = ReadError::Value(whose(1, Some("Contoh Satu")), field, fault);
        refused(&file(&[record("member", &named)]), &expected, &format!("{field:?} {value}"));
    }
}

#[test]
fn a_bad_value_is_found_in_an_older_change_and_beside_an_erase_too() {
    let older = vec![
        Change::set(at(1, 1), vec![], fields(&[("birth_date", json!("2026-02-31"))])),
        Change::set(at(2, 1), vec![at(1, 1)], fields(&[("birth_date", json!("1990-06-05"))])),
    ];
    let expected = ReadError::Value(whose(1, None), Member::BIRTH_DATE, Fault::NoSuchDay);
    refused(&file(&[Record::new(id(1).to_string(), "member", older)]), &expected, "an older change");
    let erased = vec![Change::erase(at(1, 1), vec![], fields(&[("group", json!("here"))]))];
    let expected = ReadError::Value(whose(1, None), Member::GROUP, Fault::NotAnId);
    refused(&file(&[Record::new(id(1).to_string(), "member", erased)]), &expected, "an erase");
}

#[test]
fn names_that_attack_a_page_or_a_spreadsheet_are_only_names() {
    let names = [
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "@SUM(1+1)*cmd",
        "Contoh\u{202e}utaS\u{200f}",
        "'; DROP TABLE--",
    ];
    for name in names {
        let member = [("name", json!(name)), ("group", json!(id(9).to_string()))];
        let read = exchange::read(&file(&[record("member", &member)])).unwrap();
        assert_eq!(read.records[0].fold().value("name"), Some(&json!(name)), "kept as it came");
        let registry = registry(read.records);
        let shown = registry.dossier(id(9)).unwrap().members[0].value.name.as_ref().map(FieldValue::text).unwrap();
        let clean: String = name.chars().filter(|letter| !"\u{202e}\u{200f}".contains(*letter)).collect();
        assert_eq!(shown, clean, "read without what turns the direction of writing");
    }
}

#[test]
fn choices_fields_and_kinds_of_a_newer_version_are_no_reason_to_refuse() {
    let group = record("group", &[("business", json!("bees")), ("shoe", json!([1, { "a": null }]))]);
    let odd = Record::new("audit-1", "audit", vec![Change::set(at(1, 1), vec![], fields(&[("name", json!(5))]))]);
    assert!(take_in(&mut book(), &file(&[group, odd])).is_ok());
}
