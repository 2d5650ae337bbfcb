//! A recap says how many, and of nobody who; and what sets all there is keeps the laws of union.

use std::collections::BTreeSet;

use buku_kube::domain::{Date, FieldValue, Id};
use buku_kube::exchange::{self, ImportStatus, Kind, Plan, ReadError, Whose};
use buku_kube::history::{Change, Record, Stamp};
use buku_kube::kinds::{Group, Member};
use buku_kube::registry::{Registry, commands};
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
    let aggregates: Vec<_> = book.dossiers().map(|dossier| (dossier.id, dossier.members[0].id)).collect();
    for (place, (group, member)) in aggregates.into_iter().enumerate() {
        let unlike = |word: &str| json!(format!("{word}-q{place}q"));
        let set = ["business_name", "address", "decree", "bank", "account", "account_holder", "note", "coordinates"];
        let pairs: Vec<(&str, Value)> = set.iter().map(|key| (*key, unlike(key))).collect();
        commands::save(&mut book, Group::KIND, group, at(1, 5), &[], fields(&pairs));
        let pairs = ["address", "birth_place", "occupation", "leave_reason"].map(|key| (key, unlike(key)));
        commands::save(&mut book, Member::KIND, member, at(1, 5), &[], fields(&pairs));
    }
    let recaps = book.recaps(at(1, 7));
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
    let text = exchange::write(&header(Kind::Recap), book.recaps(at(1, 7)).iter());
    let office = registry(exchange::read(text.as_bytes()).unwrap().records);
    let numbers = |book: &buku_kube::registry::Registry| {
        book.dossiers().map(|dossier| (dossier.id, dossier.present, dossier.households)).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&office), numbers(&book));
}

#[test]
fn what_drops_all_before_it_is_refused_under_a_group_or_a_member() {
    for kind in [Group::KIND, Member::KIND] {
        let all = Change::whole(at(9, 1), vec![], fields(&[("name", json!("Contoh"))]));
        let record = Record::new(id(1).to_string(), kind, vec![all]);
        let text = exchange::write(&header(Kind::Full), std::iter::once(&record));
        let whose = Whose { number: 1, name: Some("Contoh".to_owned()) };
        assert_eq!(exchange::read(text.as_bytes()), Err(ReadError::Shape(whose)), "{kind}");
    }
}

/// Changes of any sort, under few stamps so that they meet, by two devices.
fn changes() -> impl Strategy<Value = Vec<Change>> {
    let one = (0..12_u64, 1..3_u32, 0..2_u64).prop_map(|(at_, device, twin)| {
        let set = fields(&[("members", json!(at_ + twin))]);
        let stamp = at(at_ * 10_000_000, device);
        match at_ % 4 {
            0 | 1 => Change::whole(stamp, vec![], set),
            _ if at_ == 11 => Change::erase(stamp, vec![], fields(&[])),
            _ => Change::set(stamp, vec![], set),
        }
    });
    prop::collection::vec(one, 1..6)
}

fn sum(parts: &[&Record]) -> Record {
    let mut sum = parts[0].clone();
    for part in &parts[1..] {
        sum.unite((*part).clone()).unwrap();
    }
    sum
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn union_keeps_its_laws_where_a_change_sets_all_there_is(parts in prop::collection::vec(changes(), 3)) {
        let [a, b, c] = [0, 1, 2].map(|place| Record::new("r", "summary", parts[place].clone()));
        prop_assert_eq!(sum(&[&a, &b]), sum(&[&b, &a]));
        prop_assert_eq!(sum(&[&sum(&[&a, &b]), &c]), sum(&[&a, &sum(&[&b, &c])]));
        prop_assert_eq!(sum(&[&a, &a]), a.clone());
    }

    /// Any counts by any makers, of anything, in any order and any repetition, come to one: the same for everybody.
    #[test]
    fn which_recap_counts_depends_on_no_order(
        made in prop::collection::vec((0..6_u64, 1..5_u32, prop::collection::vec((0..5_u64, 1..5_u32), 0..4), 0..9_u64, any::<bool>()), 1..8),
        seed: u64,
    ) {
        let group = id(1);
        let own = summary_id(group).to_string();
        let record = |(time, device, seen, members, is_shadow): &(u64, u32, Vec<(u64, u32)>, u64, bool)| {
            let seen = seen.iter().map(|(time, device)| at(*time, *device)).collect();
            let set = fields(&[("group", group.to_json()), ("members", json!(members)), ("households", json!(members))]);
            let id = if *is_shadow { id(9).to_string() } else { own.clone() };
            Record::new(id, "summary", vec![Change::whole(at(*time, *device), seen, set)])
        };
        let records: Vec<Record> = made.iter().map(record).collect();
        let told = |records: Vec<Record>| registry(records).dossier(group).map(|dossier| dossier.recap.clone());
        let first = told(records.clone());
        prop_assert!(first.is_some());
        let mut turned = records.clone();
        let by = usize::try_from(seed % 7).unwrap() % turned.len();
        turned.rotate_left(by);
        turned.extend(records.into_iter().rev());
        prop_assert_eq!(told(turned), first);
    }
}

fn summary_id(group: Id) -> Id {
    Id::derived("summary", &[group])
}

fn file(name: &str) -> Vec<Record> {
    let bytes = std::fs::read(format!("tests/fixtures/harm/{name}.json")).unwrap();
    exchange::read(&bytes).unwrap().records
}

/// A registry as of the day on which those files were made.
fn then(records: impl IntoIterator<Item = Record>) -> Registry {
    let mut registry = Registry::new(Date::new(2026, 11, 27).unwrap());
    for record in records {
        commands::import(&mut registry, vec![record]).unwrap();
    }
    registry
}

fn households(registry: &Registry) -> Vec<usize> {
    registry.dossiers().map(|dossier| dossier.households).collect()
}

#[test]
fn a_later_recap_of_the_same_changes_counts_in_any_order() {
    let (first, second) = (file("recap-late-1"), file("recap-late-2"));
    assert_eq!(households(&then([first.clone(), second.clone()].concat())), [10]);
    assert_eq!(households(&then([second, first].concat())), [10]);
}

#[test]
fn a_recap_that_lacks_what_another_was_counted_from_does_not_overrule_it() {
    let group = id(1);
    let of = |time, maker, seen: &[Stamp], count: u64| {
        let set = fields(&[("group", group.to_json()), ("members", json!(count)), ("households", json!(count))]);
        Record::new(summary_id(group).to_string(), "summary", vec![Change::whole(at(time, maker), seen.to_vec(), set)])
    };
    let all = of(100, 7, &[at(1, 1), at(5, 2)], 10);
    let in_part = of(200, 8, &[at(5, 2)], 6);
    for order in [[&all, &in_part], [&in_part, &all]] {
        let book = registry(order.map(Clone::clone));
        assert_eq!(households(&book), [10]);
        let told = book.dossiers().next().unwrap().recap.clone().unwrap();
        assert_eq!(told.against.len(), 1, "and what was said later is told");
    }
    // A phone a year ahead typed something: later recaps count all the same.
    let ahead = Stamp::new(NOON + 400 * 86_400_000, 0, device(3));
    let book = registry([of(100, 7, &[at(1, 1), ahead], 6), of(200, 8, &[at(1, 1), at(5, 2), ahead], 10)]);
    assert_eq!(households(&book), [10]);
}

/// The group of the fixture, with six members of one device.
fn six(group: &str, by: u32) -> Vec<Record> {
    let stamp = |number: u64| Stamp::new(1_795_700_000_000 + number, 0, device(by));
    let name = [("name", json!("Contoh Asli"))];
    let mut records = vec![Record::new(group, "group", vec![Change::set(stamp(0), vec![], fields(&name))])];
    for number in 1..7 {
        let set = fields(&[("group", json!(group)), ("name", json!("Contoh Satu"))]);
        records.push(Record::new(
            id(number).to_string(),
            "member",
            vec![Change::set(stamp(number.into()), vec![], set)],
        ));
    }
    records
}

#[test]
fn a_recap_of_2099_hides_no_member_and_is_told_beside_them_with_no_day_ahead() {
    let group = "01a21a50-462f-7b0f-9f50-9d4a47d333ae";
    let recap = file("recap-of-2099-hides-six-members");
    for book in [then([six(group, 1), recap.clone()].concat()), then([recap.clone(), six(group, 1)].concat())] {
        assert_eq!(households(&book), [6]);
        let told = book.dossiers().next().unwrap().recap.clone().unwrap();
        assert!(told.knows_more && !told.counts);
        assert_eq!(told.best.recap.as_of, Some(book.today()));
        // Nor does it go on as what this book counts.
        let passed = then(book.recaps(Stamp::new(1_795_800_000_000, 0, device(1))));
        assert_eq!(households(&passed), [6]);
    }
    // Alone it is all there is, until somebody counts.
    let mut alone = then(recap);
    assert_eq!(households(&alone), [1]);
    commands::import(&mut alone, then(six(group, 1)).recaps(Stamp::new(1_795_800_000_000, 0, device(1)))).unwrap();
    assert_eq!(households(&alone), [6]);
}

#[test]
fn which_summary_counts_does_not_depend_on_its_id() {
    let group = "ddfd3d65-a8f8-445c-ae7c-b638a7437df4";
    let (honest, shadow) =
        (then(six(group, 1)).recaps(Stamp::new(1_795_800_000_000, 0, device(1))), file("recap-shadows-by-lower-id"));
    assert!(shadow[0].id() < honest[0].id());
    assert_eq!(households(&then([honest.clone(), shadow.clone()].concat())), [6]);
    assert_eq!(households(&then([shadow, honest].concat())), [6]);
}

#[test]
fn a_recap_in_which_only_the_making_differs_is_the_same_and_one_with_other_numbers_is_news() {
    let mut book = registry(sample(Sample { groups: 3, members: 20, seed: 3 }));
    let mut office = registry(book.recaps(at(1, 7)));
    let status = |office: &Registry, book: &Registry, time| {
        let plan = Plan::of(office, &book.recaps(at(time, 7))).unwrap();
        plan.groups.iter().map(|group| group.status).collect::<Vec<_>>()
    };
    assert_eq!(status(&office, &book, 700_000), [ImportStatus::Same; 3]);
    let member = book.dossiers().next().unwrap().members[0].id;
    commands::erase_record(&mut book, member, at(2, 5));
    assert_eq!(status(&office, &book, 700_001), [ImportStatus::NewerThere, ImportStatus::Same, ImportStatus::Same]);
    commands::import(&mut office, book.recaps(at(700_001, 7))).unwrap();
    assert!(office.records().all(|record| record.changes().len() == 1), "of one maker one count is kept");
    assert_eq!(status(&book, &book, 9), [ImportStatus::NewerHere; 3]);
}

#[test]
fn an_erase_keeps_nothing_of_the_person_neither_when_read_nor_in_a_recap() {
    let (group, member) = (id(1).to_string(), id(2).to_string());
    let nik = [("nik", json!("6472030506909001")), ("group", json!(group))];
    let erase =
        |id: &str, kind: &str| Record::new(id, kind, vec![Change::erase(at(2, 1), vec![at(1, 1)], fields(&nik))]);
    let text = exchange::write(&header(Kind::Full), [erase(&group, "group"), erase(&member, "member")].iter());
    let book = registry(exchange::read(text.as_bytes()).unwrap().records);
    let recaps = exchange::write(&header(Kind::Recap), book.recaps(at(3, 1)).iter());
    let full = exchange::write(&header(Kind::Full), book.records());
    assert!(!recaps.contains("6472030506909001") && !full.contains("6472030506909001"));
    assert_eq!(book.record(&member).unwrap().value("group"), Some(&json!(group)), "but where the person was");
    assert!(recaps.contains("\"erase\":true"));
}
