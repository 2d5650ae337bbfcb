//! A recap says how many, and of nobody who; and what sets all there is keeps the laws of union.

use std::collections::BTreeSet;

use buku_kube::domain::{Field, FieldValue, GroupField, MemberField};
use buku_kube::exchange::{self, Kind, ReadError, Whose};
use buku_kube::history::{Change, Record};
use buku_kube::registry::commands;
use buku_kube::sample::{Sample, sample};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::invented::*;

/// Fields that say something of a person, or are free text that may.
const PERSONAL: [(&str, &[&str]); 2] = [
    (
        "group",
        &[
            "business_name",
            "address",
            "rt",
            "facilitator",
            "decree",
            "bank",
            "account",
            "account_holder",
            "note",
            "coordinates",
        ],
    ),
    ("member", &["name", "nik", "card", "birth_place", "birth_date", "address", "phone", "occupation", "leave_reason"]),
];

#[test]
fn no_value_of_a_person_occurs_in_a_recap_of_the_whole_province() {
    let mut book = registry(sample(Sample { groups: 949, members: 7_959, seed: 2014 }));
    let homes: Vec<_> = book.dossiers().map(|dossier| (dossier.id, dossier.members[0].id)).collect();
    for (place, (group, member)) in homes.into_iter().enumerate() {
        let unlike = |word: &str| json!(format!("{word}-q{place}q"));
        let set = ["business_name", "address", "decree", "bank", "account", "account_holder", "note", "coordinates"];
        let pairs: Vec<(&str, Value)> = set.iter().map(|key| (*key, unlike(key))).collect();
        commands::save(&mut book, GroupField::KIND, group, at(1, 5), &[], fields(&pairs));
        let pairs = ["address", "birth_place", "occupation", "leave_reason"].map(|key| (key, unlike(key)));
        commands::save(&mut book, MemberField::KIND, member, at(1, 5), &[], fields(&pairs));
    }
    let recaps = book.recaps();
    assert_eq!(recaps.len(), 949);
    let text = exchange::write(&header(Kind::Recap), recaps.iter());
    let strings = strings_in(&serde_json::from_str(&text).unwrap());

    let mut searched = 0;
    for (kind, keys) in PERSONAL {
        for record in book.records().filter(|record| record.kind() == kind) {
            for value in keys.iter().filter_map(|key| record.value(key)) {
                let value = value.as_str().unwrap();
                // RT are two digits, which occur in any time of day; as a value of their own they must not.
                let occurs = if value.len() < 6 { strings.contains(value) } else { text.contains(value) };
                assert!(!occurs, "{kind}: {value}");
                searched += 1;
            }
        }
    }
    assert!(searched > 40_000, "{searched} values were searched");
    // The search finds what is there.
    let name = book.dossiers().next().unwrap().group.value.name.as_ref().unwrap().text();
    assert!(text.contains(&name));
    let whole = exchange::write(&header(Kind::Full), book.records());
    println!("a recap of 949 groups is {} bytes, the whole book {}", text.len(), whole.len());
}

fn strings_in(value: &Value) -> BTreeSet<String> {
    match value {
        Value::String(text) => BTreeSet::from([text.clone()]),
        Value::Array(values) => values.iter().flat_map(strings_in).collect(),
        Value::Object(values) => values.values().flat_map(strings_in).collect(),
        _ => BTreeSet::new(),
    }
}

#[test]
fn a_recap_is_read_as_it_was_written_and_counts_the_same() {
    let book = registry(sample(Sample { groups: 30, members: 251, seed: 3 }));
    let text = exchange::write(&header(Kind::Recap), book.recaps().iter());
    let office = registry(exchange::read(text.as_bytes()).unwrap().records);
    let numbers = |book: &buku_kube::registry::Registry| {
        book.dossiers().map(|dossier| (dossier.id, dossier.present, dossier.households)).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&office), numbers(&book));
}

#[test]
fn what_drops_all_before_it_is_refused_under_a_group_or_a_member() {
    for kind in [GroupField::KIND, MemberField::KIND] {
        let all = Change::whole(at(9, 1), fields(&[("name", json!("Contoh"))]));
        let record = Record::new(id(1).to_string(), kind, vec![all]);
        let text = exchange::write(&header(Kind::Full), std::iter::once(&record));
        let whose = Whose { number: 1, name: Some("Contoh".to_owned()) };
        assert_eq!(exchange::read(text.as_bytes()), Err(ReadError::Shape(whose)), "{kind}");
    }
}

/// Changes of any sort, under few stamps so that they meet, each stamp with one content.
fn changes() -> impl Strategy<Value = Vec<Change>> {
    let one = (0..12_u64).prop_map(|at_| {
        let set = fields(&[("members", json!(at_))]);
        match at_ % 4 {
            0 | 1 => Change::whole(at(at_, 1), set),
            2 => Change::set(at(at_, 1), vec![], set),
            _ if at_ == 11 => Change::erase(at(at_, 1), vec![], fields(&[])),
            _ => Change::set(at(at_, 1), vec![], set),
        }
    });
    prop::collection::vec(one, 1..6)
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn union_keeps_its_laws_where_a_change_sets_all_there_is(parts in prop::collection::vec(changes(), 3)) {
        let [a, b, c] = [0, 1, 2].map(|place| Record::new("r", "summary", parts[place].clone()));
        let sum = |parts: &[&Record]| {
            let mut sum = parts[0].clone();
            for part in &parts[1..] {
                sum.unite((*part).clone()).unwrap();
            }
            sum
        };
        prop_assert_eq!(sum(&[&a, &b]), sum(&[&b, &a]));
        prop_assert_eq!(sum(&[&sum(&[&a, &b]), &c]), sum(&[&a, &sum(&[&b, &c])]));
        prop_assert_eq!(sum(&[&a, &a]), a.clone());
        let all = sum(&[&a, &b, &c]);
        prop_assert!(all.changes().iter().skip(1).all(|change| !change.is_whole()), "the last stands first: {:?}", all);
    }
}
