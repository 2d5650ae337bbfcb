//! The published schema of the file: what the app writes and takes is valid, what it refuses for its shape is not.

use std::collections::BTreeSet;
use std::fmt::Write;

use buku_kube::domain::RegionCode;
use buku_kube::exchange::{self, Header, Kind, Limits};
use buku_kube::history::{Change, Record};
use buku_kube::kinds::{About, FieldRef, Group, KindId, Member, Receipt, ValueType};
use buku_kube::sample::{Sample, sample};
use jsonschema::Validator;
use proptest::prelude::*;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::bad_files::{SHAPES, small};
use crate::invented::*;

const FULL: &str = include_str!("../fixtures/v1/full.json");
const GROUP: &str = include_str!("../fixtures/v1/group.json");

fn schema() -> Value {
    serde_json::from_str(include_str!("../../public/schema/kube-1.schema.json")).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn file(records: &[Record]) -> Value {
    parsed(&exchange::write(&header(Kind::Full), records.iter()))
}

fn assert_valid(validator: &Validator, value: &Value, what: &str) {
    if let Some(error) = validator.iter_errors(value).next() {
        panic!("{what}: {error} at {}", error.instance_path());
    }
}

/// All that a file can say of itself.
fn everything() -> About {
    About {
        to: "Dinas Sosial".into(),
        groups: Some(2),
        households: Some(9),
        regions: vec![(RegionCode::kaltim(72), 2)],
    }
}

fn record(kind: &str, set: &[(&str, Value)]) -> Record {
    Record::new(id(1).to_string(), kind, vec![Change::set(at(1, 1), vec![], fields(set))])
}

fn parsed_records(text: &str) -> Vec<Record> {
    exchange::read(text.as_bytes()).unwrap().records
}

#[test]
fn the_schema_is_a_schema_of_2020_12() {
    assert!(jsonschema::draft202012::meta::is_valid(&schema()));
    assert_eq!(schema()["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let name = schema()["$id"].as_str().unwrap().to_owned();
    assert!(name.starts_with("urn:uuid:"), "whole, as tools want it, and of no address: the app may stand at any");
}

#[test]
fn what_the_app_writes_is_valid() {
    let validator = validator();
    assert_valid(&validator, &parsed(FULL), "the full fixture, with a conflict, an erase and unknown fields and kinds");
    assert_valid(&validator, &parsed(GROUP), "the fixture of a group");
    assert_valid(&validator, &file(&[]), "an empty book");
    assert_valid(&validator, &file(&sample(Sample { groups: 949, members: 7959, seed: 1 })), "949 groups");
    let told = Header { about: everything(), ..header(Kind::Full) };
    let receipt = exchange::receipt(&told).unwrap();
    assert_valid(
        &validator,
        &parsed(&exchange::write(&told, [receipt].iter())),
        "a receipt, and what a file says of itself",
    );
    let erased = Record::new(id(1).to_string(), "group", vec![Change::erase(at(1, 1), vec![], fields(&[]))]);
    assert_valid(&validator, &file(&[erased]), "an erase that keeps nothing");
    let recap = exchange::write(&header(Kind::Recap), registry(parsed_records(FULL)).recaps(at(1, 7)).iter());
    assert_valid(&validator, &parsed(&recap), "a recap");
}

#[test]
fn a_recap_that_holds_a_person_is_invalid() {
    let validator = validator();
    let recap = |record: Record| parsed(&exchange::write(&header(Kind::Recap), [record].iter()));
    assert!(!validator.is_valid(&recap(record("member", &[]))), "a member");
    assert!(!validator.is_valid(&recap(record("receipt", &[]))), "a receipt, which names its sender");
    assert!(!validator.is_valid(&recap(record("group", &[("account", json!("1234"))]))), "what a group has typed");
    let erased = Record::new(id(1).to_string(), "group", vec![Change::erase(at(1, 1), vec![], fields(&[]))]);
    assert_valid(&validator, &recap(erased), "a group that was erased");
    assert_valid(&validator, &recap(record("audit", &[])), "another kind is free");
    assert_valid(&validator, &file(&[record("member", &[])]), "of other files nothing is said");
}

#[test]
fn every_part_of_another_shape_is_invalid() {
    let validator = validator();
    let good = small();
    assert_valid(&validator, &parsed(&good), "the small file");
    let body = good.find("\"records\"").unwrap();
    for (what, from, to) in SHAPES {
        let (head, records) = good.split_at(body);
        let bad = format!("{head}{}", records.replacen(from, to, 1));
        assert!(!validator.is_valid(&parsed(&bad)), "{what}");
    }
    for (what, from, to) in [
        ("records are an object", "\"records\": [", "\"records\": {}, \"x\": ["),
        ("a record is a number", "\"records\": [", "\"records\": [5,"),
        ("a record without changes", "\"changes\":[{", "\"changes\":[],\"x\":[{"),
        ("another format", "\"buku-kube\"", "\"other\""),
        ("another version", "\"version\": 1", "\"version\": 2"),
        ("another kind of file", "\"full\"", "\"half\""),
        ("no time", "\"created\"", "\"made\""),
        ("a time that is none", "T20:26:40Z", ""),
        ("a checksum of another sort", "sha256-", "md5-"),
        ("no checksum", "\"checksum\"", "\"sum\""),
        ("an id of a group that is no UUID", "\"id\":\"019e", "\"id\":\"19e"),
    ] {
        assert!(good.contains(from), "{what}");
        assert!(!validator.is_valid(&parsed(&good.replacen(from, to, 1))), "{what}");
    }
}

#[test]
fn every_value_of_another_type_or_form_is_invalid_and_a_cleared_field_is_valid() {
    let validator = validator();
    let forms = |field: FieldRef| match field.value_type() {
        ValueType::Date => json!("05/06/1990"),
        ValueType::RegionCode => json!("6472"),
        ValueType::Rt => json!("0004"),
        ValueType::Nik | ValueType::FamilyCard => json!("6472 0305 0690 9001"),
        ValueType::Phone => json!("081234567890"),
        ValueType::Id => json!("here"),
        ValueType::Year => json!(1989),
        ValueType::Dependants => json!(31),
        ValueType::Decile => json!(0),
        ValueType::Rupiah => json!(1.5),
        ValueType::YesNo => json!("ya"),
        _ => json!(false),
    };
    let fields = KindId::ALL.iter().filter(|kind| **kind != KindId::Recap).flat_map(|kind| kind.row().fields());
    for (kind, key, field) in fields.map(|field| (field.kind().name(), field.key(), field)) {
        assert_valid(&validator, &file(&[record(kind, &[(key, Value::Null)])]), key);
        for bad in [json!([]), json!({}), forms(field)] {
            let bad = file(&[record(kind, &[(key, bad)])]);
            assert!(!validator.is_valid(&bad), "{kind} {key}");
            assert!(exchange::read(bad.to_string().as_bytes()).is_err(), "{kind} {key}: the app refuses it too");
        }
    }
    assert_valid(&validator, &file(&[record("audit", &[("name", json!(5))])]), "another kind is free");
}

#[test]
fn the_schema_names_exactly_the_fields_there_are() {
    let schema = schema();
    let named =
        |kind: &str| schema["$defs"][kind]["properties"].as_object().unwrap().keys().cloned().collect::<BTreeSet<_>>();
    let of = |keys: &mut dyn Iterator<Item = &'static str>| keys.map(str::to_owned).collect::<BTreeSet<_>>();
    for kind in KindId::ALL.iter().filter(|kind| **kind != KindId::Receipt) {
        assert_eq!(named(kind.name()), of(&mut kind.row().fields().map(FieldRef::key)));
    }
    let receipt = exchange::receipt(&Header { about: everything(), ..header(Kind::Full) }).unwrap();
    assert_eq!(named(Receipt::KIND), receipt.changes()[0].fields().names().map(str::to_owned).collect());
}

#[test]
fn the_schema_names_exactly_the_choices_there_are_and_lets_newer_ones_through() {
    let schema = schema();
    let validator = validator();
    for field in KindId::ALL.iter().flat_map(|kind| kind.row().fields()) {
        let ValueType::Choice(choice) = field.value_type() else { continue };
        let (kind, key) = (field.kind().name(), field.key());
        let any = &schema["$defs"][kind]["properties"][key]["anyOf"];
        assert_eq!(any[0]["enum"], json!(choice.codes), "{kind} {key}");
        if field.kind() != KindId::Recap {
            assert_valid(&validator, &file(&[record(kind, &[(key, json!("of a newer version"))])]), key);
        }
    }
}

#[test]
fn every_part_has_a_title_and_says_what_it_is() {
    let schema = schema();
    let told = |name: &str, part: &Value| {
        let text = |key: &str| part[key].as_str().unwrap_or_else(|| panic!("{name} has no {key}")).to_owned();
        assert!(!text("title").is_empty() && text("description").ends_with('.'), "{name}");
    };
    let properties = |part: &Value| part["properties"].as_object().cloned().unwrap_or_default();
    told("the file", &schema);
    let parts = properties(&schema).into_iter().chain(schema["$defs"].as_object().cloned().unwrap());
    let mut count = 0;
    for (name, part) in parts {
        told(&name, &part);
        for (inner, part) in properties(&part) {
            told(&format!("{name}/{inner}"), &part);
            count += 1;
        }
    }
    assert!(count > Group::fields().count() + Member::fields().count());
}

#[test]
fn the_schema_has_the_limits_of_the_app() {
    let schema = schema();
    assert_eq!(schema["properties"]["records"]["maxItems"], Limits::RECORDS);
    let record = &schema["$defs"]["record"]["properties"];
    assert_eq!(record["changes"]["maxItems"], Limits::CHANGES);
    assert_eq!((&record["id"]["maxLength"], &record["kind"]["maxLength"]), (&json!(Limits::ID), &json!(Limits::ID)));
}

/// The object without spaces, these members first and the others by name.
fn object_in_order(value: &Value, first: &[&str]) -> String {
    let object = value.as_object().unwrap();
    let rest = object.keys().map(String::as_str).filter(|key| !first.contains(key));
    let keys = first.iter().copied().filter(|key| object.contains_key(*key)).chain(rest);
    let member = |key: &str| {
        let inner = match key {
            "changes" => {
                let changes: Vec<String> = object[key]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|change| object_in_order(change, &["at", "seen", "erase", "set"]))
                    .collect();
                format!("[{}]", changes.join(","))
            }
            _ => object[key].to_string(),
        };
        format!("{}:{inner}", json!(key))
    };
    format!("{{{}}}", keys.map(member).collect::<Vec<_>>().join(","))
}

#[test]
fn the_checksum_is_what_the_schema_says_it_is() {
    for text in [FULL, GROUP] {
        let value = parsed(text);
        let mut records = value["records"].as_array().unwrap().clone();
        records.sort_by_key(|record| record["id"].as_str().unwrap().to_owned());
        let mut hasher = Sha256::new();
        for record in &records {
            hasher.update(object_in_order(record, &["id", "kind", "changes"]));
            hasher.update("\n");
        }
        let mut sum = String::from("sha256-");
        for byte in hasher.finalize() {
            let _ = write!(sum, "{byte:02x}");
        }
        assert_eq!(value["checksum"], sum);
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn every_file_that_the_app_takes_is_valid(play in plays(24), more in any_json()) {
        thread_local!(static VALIDATOR: Validator = validator());
        for record in World::wild(&play, &BOOK).files().into_iter().flatten() {
            let text = exchange::write(&header(Kind::Group), std::iter::once(&with_more(&record, "colour", more.clone())));
            if exchange::read(text.as_bytes()).is_ok() {
                VALIDATOR.with(|validator| assert_valid(validator, &parsed(&text), &text));
            }
        }
    }
}
