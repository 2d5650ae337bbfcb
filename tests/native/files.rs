//! Files: what is written is what is read, in every version and however the text was laid out on its way.

use std::fmt::Write;

use buku_kube::domain::{Date, FieldValue};
use buku_kube::exchange::{self, File, GroupPlan, ImportStatus, Kind, Limits, Plan};
use buku_kube::history::{Change, Record};
use buku_kube::registry::{Dossier, Registry, commands};
use buku_kube::sample::{Sample, sample};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::invented::*;

const FULL: &str = include_str!("../fixtures/v1/full.json");
const GROUP: &str = include_str!("../fixtures/v1/group.json");

fn read(text: &str) -> File {
    exchange::read(text.as_bytes()).unwrap()
}

/// What a registry holds, a line a group, a member, a conflict.
fn told(file: &File) -> String {
    let mut registry = Registry::new(Date::new(2026, 6, 5).unwrap());
    commands::import(&mut registry, file.records.clone()).unwrap();
    let mut text = String::new();
    for dossier in registry.dossiers() {
        let group = &dossier.group;
        let name = |name: Option<String>| name.unwrap_or_default();
        let _ = writeln!(
            text,
            "{}: {} households",
            name(group.value.name.as_ref().map(FieldValue::text)),
            dossier.households
        );
        for conflict in &group.conflicts {
            let _ = writeln!(
                text,
                "  {}: {}",
                conflict.field.key(),
                json!(conflict.values.iter().map(|(_, value)| value).collect::<Vec<_>>())
            );
        }
        for member in &dossier.members {
            let _ = writeln!(
                text,
                "  {}, {:?}",
                name(member.value.name.as_ref().map(FieldValue::text)),
                member.value.role.unwrap()
            );
            for conflict in &member.conflicts {
                let _ = writeln!(
                    text,
                    "    {}: {}",
                    conflict.field.key(),
                    json!(conflict.values.iter().map(|(_, value)| value).collect::<Vec<_>>())
                );
            }
        }
    }
    text
}

#[test]
fn the_full_file_of_version_1_reads_as_it_did() {
    let file = read(FULL);
    assert_eq!(file.header, header(Kind::Full));
    let count = |kind: &str| file.records.iter().filter(|record| record.kind() == kind).count();
    assert_eq!((count("group"), count("member"), count("visit"), count("event")), (3, 16, 1, 1));
    let expected = r#"Contoh Mawar Putih: 3 households
  name: ["Contoh Mawar Putih","Contoh Mawar Berduri"]
  Contoh Satu, Chair
    income_after: [2000000,1500000]
  Contoh Dua, Secretary
  Bu É 🌾 "Contoh" \ 100% <b>, Member
Contoh Melati: 6 households
  Contoh Enam, Chair
  Contoh Tujuh, Secretary
  Contoh Delapan, Treasurer
  Contoh Lima, Member
  Contoh Sembilan, Member
  Contoh Satu Nol, Member
Contoh Anggrek: 6 households
  Contoh Satu Satu, Chair
  Contoh Satu Dua, Secretary
  Contoh Satu Tiga, Treasurer
  Contoh Satu Empat, Member
  Contoh Satu Lima, Member
  Contoh Satu Enam, Member
"#;
    assert_eq!(told(&file), expected);
}

#[test]
fn the_group_file_of_version_1_reads_as_it_did() {
    let file = read(GROUP);
    assert_eq!(file.header, header(Kind::Group));
    assert_eq!(told(&file).lines().next(), Some("Contoh Mawar Putih: 3 households"));
    assert_eq!(file.records.iter().filter(|record| record.is_erased()).count(), 1);
    assert!(!GROUP.contains("Contoh Tiga"), "nothing of the erased member is in it");
    let full = read(FULL);
    assert!(file.records.iter().all(|record| full.records.contains(record)));
}

#[test]
fn the_decided_conflict_of_version_1_stays_decided_and_the_cleared_field_cleared() {
    let file = read(FULL);
    let value = |nth: usize, field: &str| {
        let members = file.records.iter().filter(|record| record.kind() == "member");
        let fold = members.clone().nth(nth).unwrap().fold();
        (fold.value(field).cloned(), fold.conflict(field).is_some())
    };
    assert_eq!(value(1, "phone"), (Some(json!("+6281200000002")), false));
    assert_eq!(value(3, "card"), (None, false));
}

#[test]
fn what_a_newer_version_wrote_in_version_1_is_kept() {
    let file = read(FULL);
    let json: Vec<Value> = file.records.iter().map(|record| serde_json::to_value(record).unwrap()).collect();
    let group = json.iter().find(|record| record.get("colour").is_some()).unwrap();
    assert_eq!(group["colour"], json!(["red", null]));
    assert_eq!(group["changes"][1]["set"]["hives"], json!({ "count": 4, "kg": [1.5, 100.767_133_157_722_67] }));
    assert_eq!(
        (&group["changes"][1]["set"]["business"], &group["changes"][1]["why"]),
        (&json!("bees"), &json!("visit"))
    );
    assert!(json.iter().any(|record| record["kind"] == "visit" && record["photo"] == 3));
}

#[test]
fn the_files_of_version_1_are_written_again_byte_for_byte() {
    for text in [FULL, GROUP] {
        let file = read(text);
        assert_eq!(exchange::write(&file.header, file.records.iter()), text);
        let registry = registry(file.records.clone());
        assert_eq!(exchange::write(&file.header, registry.records()), text, "through the registry too");
    }
}

#[test]
fn a_file_of_sample_data_reads_back_whole() {
    for wanted in [Sample::ARTICLE, Sample { groups: 949, members: 7959, seed: 1 }] {
        let mut records = sample(wanted);
        let text = exchange::write(&header(Kind::Full), records.iter());
        let file = read(&text);
        records.sort_by(|one, other| one.id().cmp(other.id()));
        assert_eq!((&file.header, &file.records), (&header(Kind::Full), &records));
        assert!(text.len() < Limits::BYTES / 10, "{} bytes", text.len());
    }
}

#[test]
fn an_empty_book_is_a_file_too() {
    let file = read(&exchange::write(&header(Kind::Full), std::iter::empty()));
    assert_eq!(file.records, []);
}

#[test]
fn the_order_of_the_records_in_the_text_does_not_matter() {
    let mut value: Value = serde_json::from_str(FULL).unwrap();
    value["records"].as_array_mut().unwrap().reverse();
    let turned = serde_json::to_string(&value).unwrap();
    assert!(turned.find("Contoh Anggrek") < turned.find("Contoh Melati"));
    assert_eq!(read(&turned), read(FULL));
}

#[test]
fn a_file_is_known_by_its_content_however_it_was_laid_out_on_the_way() {
    let value: Value = serde_json::from_str(FULL).unwrap();
    let pretty = serde_json::to_string_pretty(&value).unwrap();
    let escaped: String = FULL
        .chars()
        .map(|letter| {
            let mut units = [0; 2];
            let escape = |unit: &u16| format!("\\u{unit:04x}");
            if letter.is_ascii() {
                letter.to_string()
            } else {
                letter.encode_utf16(&mut units).iter().map(escape).collect()
            }
        })
        .collect();
    let utf16 = |mark: u16, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        std::iter::once(mark).chain(FULL.encode_utf16()).flat_map(bytes).collect()
    };
    let ways: [(&str, Vec<u8>); 10] = [
        ("as written", FULL.into()),
        ("CRLF", FULL.replace('\n', "\r\n").into()),
        ("CR", FULL.replace('\n', "\r").into()),
        ("byte order mark", format!("\u{feff}{FULL}").into()),
        ("byte order mark and CRLF", format!("\u{feff}{}", FULL.replace('\n', "\r\n")).into()),
        ("UTF-16 little end first", utf16(0xfeff, u16::to_le_bytes)),
        ("UTF-16 big end first", utf16(0xfeff, u16::to_be_bytes)),
        ("pretty-printed, parts in another order", pretty.into()),
        ("in one line", serde_json::to_string(&value).unwrap().into()),
        ("pasted, with space around and letters as escapes", format!("\n\n  {escaped}  \n").into()),
    ];
    for (way, bytes) in ways {
        assert_eq!(exchange::read(&bytes), Ok(read(FULL)), "{way}");
    }
}

#[test]
fn a_plan_of_a_file_that_was_taken_in_already_has_nothing_new() {
    let records = read(FULL).records;
    let empty = Plan::of(&Registry::new(today()), &records).unwrap();
    // One of the three was sent with two values for a field.
    assert_eq!([ImportStatus::New, ImportStatus::Conflict].map(|status| empty.count(status)), [2, 1]);
    assert_eq!((empty.alone.len(), empty.others, empty.after.households), (1, 0, 15));
    let registry = registry(records.clone());
    let again = Plan::of(&registry, &records).unwrap();
    assert!(again.is_empty());
    assert_eq!(again.before, again.after);
}

/// Whether the name and the place are those that a group has afterwards.
fn plan_and_book_agree(plan: &GroupPlan, now: Option<&Dossier>) -> bool {
    let Some(now) = now else { return plan.present.is_none() };
    let name = now.group.value.name.as_ref().map(FieldValue::text).unwrap_or_default();
    (plan.name.clone(), plan.region) == (name, now.group.value.region)
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn what_is_written_of_any_history_is_what_is_read(play in plays(24), more in any_json()) {
        let [one, other, _] = World::wild(&play, &ONE).files();
        for records in [one, other] {
            let records: Vec<Record> = records.iter().map(|record| with_more(record, "colour", more.clone())).collect();
            let file = exchange::read(exchange::write(&header(Kind::Group), records.iter()).as_bytes());
            prop_assert_eq!(file, Ok(File { header: header(Kind::Group), records }));
        }
    }

    #[test]
    fn a_plan_foretells_what_taking_in_does(play in plays(24)) {
        let [own, file, _] = World::wild(&play, &BOOK).files();
        let mut registry = registry(own);
        let plan = Plan::of(&registry, &file).unwrap();
        let before: usize = registry.dossiers().map(|dossier| dossier.households).sum();
        prop_assert_eq!((plan.before.groups, plan.before.households), (registry.group_count(), before));
        let (touched, _) = commands::import(&mut registry, file).unwrap();
        prop_assert_eq!(plan.is_empty(), touched.is_empty());
        let after: usize = registry.dossiers().map(|dossier| dossier.households).sum();
        prop_assert_eq!((plan.after.groups, plan.after.households), (registry.group_count(), after));
        for group in &plan.groups {
            let now = registry.dossier(group.id);
            prop_assert_eq!(group.present, now.map(|dossier| dossier.present));
            let is_there = plan_and_book_agree(group, now);
            prop_assert!(is_there, "{:?}", group);
        }
    }
}

#[test]
fn a_change_that_only_an_app_of_today_would_refuse_is_written_as_it_came() {
    let change = Change::set(at(1, 1), vec![], fields(&[("shoe", json!(-0.0))]));
    let record = Record::new("r", "thing", vec![change]);
    let text = exchange::write(&header(Kind::Full), std::iter::once(&record));
    assert_eq!(exchange::write(&header(Kind::Full), read(&text).records.iter()), text);
}
