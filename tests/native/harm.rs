//! Files that mean harm or are merely careless: what they may do to a book, and that the rest of them is taken all the same.

use std::time::Instant;

use buku_kube::domain::{Date, FieldValue, Id};
use buku_kube::exchange::{self, Incoming, Kind, Limits, ReadError, Why};
use buku_kube::history::{Change, Clock, Record, Stamp};
use buku_kube::import_worker::{Answer, ImportWorker, Inspection, Outcome};
use buku_kube::kinds::{Group, Member};
use buku_kube::registry::{Registry, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::stats::{Coming, Coverage, Owner};
use buku_kube::storage::MemoryStorage;
use buku_kube::store::{Meta, Repository, Space};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::invented::*;

const DAY: u64 = 86_400_000;

fn case(name: &str) -> Vec<u8> {
    std::fs::read(format!("tests/fixtures/harm/{name}.json")).unwrap()
}

fn file(records: &[Record]) -> Vec<u8> {
    exchange::write(&header(Kind::Full), records.iter()).into_bytes()
}

fn of(kind: &str, id: &str, stamp: Stamp, set: &[(&str, Value)]) -> Record {
    Record::new(id, kind, vec![Change::set(stamp, vec![], fields(set))])
}

/// A worker with this book on it, and what it says of these files.
fn look(book: &Registry, files: &[Vec<u8>]) -> (ImportWorker, Inspection) {
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let mut worker = ImportWorker::default();
    worker.take_book(&store.texts(book, &std::collections::BTreeMap::new()), book.today(), &mut |_| {});
    let files = files.iter().enumerate().map(|(place, bytes)| (place.to_string(), Ok(bytes.clone()))).collect();
    let inspection = worker.look(files, &mut |_| {});
    (worker, inspection)
}

/// Takes in what the import worker gives of a file, as the page does.
fn take_in(book: &mut Registry, bytes: &[u8]) -> Inspection {
    let (worker, inspection) = look(book, &[bytes.to_vec()]);
    let mut from = matches!(inspection.files[0].outcome, Outcome::Good(_)).then_some(0);
    while let Some(start) = from {
        let Answer::Batch { aggregates, next, .. } = worker.batch(0, start, 7, &[], &[]) else { panic!("no batch") };
        for records in aggregates {
            drop(commands::import(book, records).unwrap());
        }
        from = next;
    }
    inspection
}

fn said(inspection: &Inspection) -> Vec<(Why, usize)> {
    inspection.remarks.iter().map(|remark| (remark.why, remark.count)).collect()
}

/// Whatever a book holds, it writes and reads back.
fn assert_writes_and_reads(book: &Registry) {
    let text = exchange::write(&header(Kind::Full), book.records());
    let read = exchange::read(text.as_bytes()).expect("what the book holds is read");
    assert!(registry(read.records).records().eq(book.records()));
}

#[test]
fn another_content_under_a_known_stamp_is_a_conflict_that_the_preview_names() {
    let member = "01a21ab4-86b4-746e-9792-eacd5a8a0714";
    let stamp = Stamp::parse("01m8db91s80hhnnbjk").unwrap();
    let own = [("address", json!("Jalan Asli")), ("name", json!("Contoh Satu"))];
    let mut book = registry([of("member", member, stamp, &own)]);
    let inspection = take_in(&mut book, &case("same-stamp-other-content"));
    assert_eq!(said(&inspection), [(Why::Twins, 1)]);
    assert_eq!(inspection.remarks[0].names, ["Contoh Satu"]);
    let fold = book.record(member).unwrap().fold();
    let values: Vec<_> = fold.conflict("address").unwrap().values.iter().map(|(_, value)| (*value).clone()).collect();
    assert!(values.contains(&json!("Jalan Asli")) && values.contains(&json!("Jalan Z palsu")));
    assert_eq!(said(&take_in(&mut book, &case("same-stamp-other-content"))), [], "it is told once");
    assert_writes_and_reads(&book);
}

#[test]
fn a_squatter_on_an_id_gives_way_to_the_honest_record_and_keeps_nothing_out() {
    let group = "d2c5ac7c-4fc9-4ad0-9f32-1570d8abad1f";
    let honest = file(&[
        of("group", group, at(1, 1), &[("name", json!("Contoh Rekan"))]),
        of("member", &id(2).to_string(), at(2, 1), &[("group", json!(group)), ("name", json!("Contoh Satu"))]),
    ]);
    let mut book = Registry::new(today());
    assert_eq!(said(&take_in(&mut book, &case("squats-a-group-id"))), []);
    let inspection = take_in(&mut book, &honest);
    assert!(inspection.plan.is_some(), "not refused");
    assert_eq!(book.dossiers().next().unwrap().present, 1);
    let mut other = Registry::new(today());
    take_in(&mut other, &honest);
    assert_eq!(said(&take_in(&mut other, &case("squats-a-group-id"))), [(Why::OtherKind, 1)]);
    assert!(other.records().eq(book.records()), "in any order");
    // Within one file, too.
    let both = [
        of("audit", group, at(1, 9), &[("a", json!(1))]),
        of("group", group, at(1, 1), &[("name", json!("Contoh Rekan"))]),
    ];
    let mut third = Registry::new(today());
    assert_eq!(said(&take_in(&mut third, &file(&both))), [(Why::OtherKind, 1)]);
    assert_eq!(third.record(group).unwrap().kind(), "group");
}

#[test]
fn a_record_under_the_id_of_another_kind_is_left_out_by_itself_and_the_rest_is_taken() {
    let mut book = registry([of("member", &id(1).to_string(), at(1, 1), &[("name", json!("Contoh Satu"))])]);
    let name = |name: &str| [("name", json!(name))];
    let files = [
        of("group", &id(1).to_string(), at(2, 2), &name("Contoh Dua")),
        of("group", &id(3).to_string(), at(2, 2), &name("Contoh Tiga")),
    ];
    let inspection = take_in(&mut book, &file(&files));
    assert_eq!(
        (said(&inspection), inspection.remarks[0].names.clone()),
        (vec![(Why::OtherKind, 1)], vec!["Contoh Dua".to_owned()])
    );
    assert_eq!(book.record(&id(1).to_string()).unwrap().kind(), "member");
    assert_eq!(book.group_count(), 1);
    // The ids of rulings and summaries are made of others; whoever takes one gives it back.
    let pair = Id::of_pair(id(3), id(4)).to_string();
    take_in(&mut book, &file(&[of("member", &pair, at(3, 2), &name("Contoh"))]));
    commands::rule_different(&mut book, id(3), id(4), at(4, 1));
    let ruling = of(
        "ruling",
        &pair,
        at(5, 2),
        &[("one", id(3).to_json()), ("other", id(4).to_json()), ("verdict", json!("different"))],
    );
    take_in(&mut book, &file(&[ruling]));
    assert_eq!(book.record(&pair).unwrap().kind(), "ruling");
}

#[test]
fn no_stamp_in_a_file_moves_the_clock_and_own_ones_that_the_book_lacks_are_found() {
    let bytes = case("own-device-in-9999");
    let records = exchange::read(&bytes).unwrap().records;
    let forged = Stamp::parse("76e1x6xc0000qskafm").unwrap();
    let now = 1_795_750_000_000;
    let mut whole = Registry::new(Date::new(2026, 11, 27).unwrap());
    commands::import(&mut whole, records.clone()).unwrap();
    // The book as it was before: without the forged change.
    let honest: Vec<Record> = records
        .iter()
        .map(|record| {
            Record::new(
                record.id(),
                record.kind(),
                record.changes().iter().filter(|change| change.at != forged).cloned().collect(),
            )
        })
        .collect();
    let mut book = Registry::new(whole.today());
    commands::import(&mut book, honest.clone()).unwrap();
    assert!(!book.is_used_elsewhere(forged.device(), &honest) && book.is_used_elsewhere(forged.device(), &records));
    assert!(!book.is_past_its_time(forged.device(), None, now) && whole.is_past_its_time(forged.device(), None, now));
    let mut clock = whole.clock(forged.device(), None, now);
    assert!(clock.tick(now).ms() <= now + Clock::FOLLOWS_AHEAD_MS);

    // Given up for another: what was typed as the former is made here, and waits to be sent, all the same.
    let mut meta = Meta::new(forged.device());
    assert_eq!(book.made_by(meta.devices()).0, 2);
    meta.become_another(device(5));
    assert_eq!((meta.device(), meta.is_own(forged.device())), (Some(device(5)), true));
    assert_eq!(book.made_by(meta.devices()).0, 2);
    commands::save(&mut book, Group::KIND, id(9), at(1, 5), &[], fields(&[("name", json!("Contoh"))]));
    assert_eq!(book.made_by(meta.devices()).0, 3);
    let kept: Meta = serde_json::from_str(&serde_json::to_string(&meta).unwrap()).unwrap();
    assert_eq!(kept, meta);
    meta.note_sent(Stamp::new(now, 0, device(5)), &whole);
    assert_eq!(whole.made_by(meta.devices()).0, 0, "also what is stamped far ahead");
}

#[test]
fn a_sender_whose_file_is_dated_2199_becomes_overdue() {
    let mut far = header(Kind::Full);
    far.created_ms = 7_226_582_400_000;
    let mut book = Registry::new(today());
    commands::import(&mut book, vec![exchange::receipt(&far).unwrap()]).unwrap();
    let came = book.sent_files().into_iter().map(|file| file.id).collect();
    let keeper = Owner { devices: &std::collections::BTreeSet::new(), name: "", came: &came };
    let found = Coverage::of(&book, &keeper, NOON + 31 * DAY);
    assert_eq!((found.senders[0].files, found.senders[0].last_ms, found.senders[0].coming), (1, None, Coming::Old));
    assert_eq!(book.senders(|_| false, &came), (1, None));
}

fn chain(member: &str, from: u64, count: u64) -> Record {
    let change = |number: u64| {
        let seen = if number == from { vec![] } else { vec![at(number - 1, 3)] };
        Change::set(at(number, 3), seen, fields(&[("note", json!(format!("n{number}")))]))
    };
    Record::new(member, "member", (from..from + count).map(change).collect())
}

#[test]
fn whatever_a_book_comes_to_hold_by_files_it_writes_and_reads_back_and_no_union_passes_it() {
    let member = id(1).to_string();
    let mut book = Registry::new(today());
    #[allow(clippy::disallowed_methods)] // how long it takes is measured
    let began = Instant::now();
    for part in 0..4 {
        assert_eq!(said(&take_in(&mut book, &file(&[chain(&member, part * 5_000, 4_096)]))), []);
    }
    let held = book.record(&member).unwrap().changes().len();
    assert_eq!(held, Limits::KEPT_CHANGES);
    let before = book.clone();
    let inspection = take_in(
        &mut book,
        &file(&[chain(&member, 90_000, 1), of("group", &id(7).to_string(), at(1, 1), &[("name", json!("Contoh"))])]),
    );
    assert_eq!(said(&inspection), [(Why::TooLarge, 1)]);
    assert_eq!(book.record(&member), before.record(&member), "nothing of it is half taken");
    assert_eq!(book.group_count(), 1, "and the rest is");
    println!("{held} changes of one record, five files: {:?}", began.elapsed());

    let many = |from: usize| {
        of(
            "member",
            &id(2).to_string(),
            at(from as u64 + 1, 4),
            &(0..250)
                .map(|number| (format!("f{}", from + number), json!(1)))
                .collect::<Vec<_>>()
                .iter()
                .map(|(key, value)| (key.as_str(), value.clone()))
                .collect::<Vec<_>>(),
        )
    };
    for from in [0, 250, 500] {
        take_in(&mut book, &file(&[many(from)]));
    }
    assert_eq!(book.record(&id(2).to_string()).unwrap().fold().fields.len(), 500, "the third would be 750");
    assert_writes_and_reads(&book);
    // Somebody goes on typing.
    for number in 0..20 {
        let seen = book.record(&member).unwrap().fold().heads;
        commands::save(&mut book, Member::KIND, id(1), at(200_000 + number, 5), &seen, fields(&[("note", json!("x"))]));
    }
    assert_writes_and_reads(&book);
}

#[test]
fn a_record_of_12_288_changes_is_folded_at_once_whatever_they_saw() {
    let member = id(1).to_string();
    let mut record = chain(&member, 0, 4_096);
    record.unite(chain(&member, 5_000, 4_096)).unwrap();
    record.unite(chain(&member, 10_000, 4_096)).unwrap();
    #[allow(clippy::disallowed_methods)] // how long it takes is measured
    let began = Instant::now();
    let fold = record.fold();
    assert_eq!((fold.heads.len(), fold.conflicts.len()), (3, 1));
    let took = began.elapsed();
    println!("a fold of {} changes: {took:?}", record.changes().len());
    assert!(took.as_secs() < 2, "{took:?}");
    let siblings =
        (0..12_288).map(|number| Change::set(at(number, 3), vec![], fields(&[("note", json!(number))]))).collect();
    #[allow(clippy::disallowed_methods)] // how long it takes is measured
    let began = Instant::now();
    assert_eq!(Record::new("r", "thing", siblings).fold().conflicts[0].values.len(), 12_288);
    assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
}

#[test]
fn what_this_version_does_not_know_travels_on_within_a_budget_and_beyond_it_is_named() {
    let blob = |number: u8, bytes: usize| {
        of("audit", &format!("visit-{number}"), at(1, 1), &[("a", json!("x".repeat(bytes)))])
    };
    let mut book = Registry::new(today());
    let group = of("group", &id(1).to_string(), at(1, 1), &[("name", json!("Contoh")), ("shoe", json!(41))]);
    let half = Limits::UNKNOWN / 2;
    assert_eq!(said(&take_in(&mut book, &file(&[blob(1, half), group]))), []);
    assert_eq!(said(&take_in(&mut book, &file(&[blob(2, half), blob(3, 100)]))), [(Why::Unknown, 1)]);
    assert!(book.record("visit-1").is_some() && book.record("visit-2").is_none() && book.record("visit-3").is_some());
    assert_eq!(said(&take_in(&mut book, &file(&[blob(1, half)]))), [], "what is here needs no more room");
    // 200,000 small ones, as a whole file of them.
    let many: Vec<Record> =
        (0..20_000).map(|number| of("audit", &format!("n{number}"), at(1, 1), &[("a", json!(number))])).collect();
    let inspection = take_in(&mut book, &file(&many));
    assert!(said(&inspection)[0].1 > 10_000 && inspection.plan.is_some());
    let unknown: usize = book
        .records()
        .filter(|record| record.kind() == "audit")
        .map(|record| serde_json::to_string(record).unwrap().len())
        .sum();
    assert!(unknown < Limits::UNKNOWN * 3 / 2, "{unknown}");
    assert_writes_and_reads(&book);
}

#[test]
fn a_file_of_nothing_but_2_8_mb_of_an_unknown_kind_takes_no_room() {
    let record = of("audit", "visit-1", at(1, 1), &[("a", json!("x".repeat(2_800_000)))]);
    let mut book = Registry::new(today());
    assert_eq!(said(&take_in(&mut book, &file(&[record]))), [(Why::Unknown, 1)]);
    assert!(book.is_empty());
}

proptest! {
    #![proptest_config(cases(2_000))]

    /// Of whatever kinds files bring under few ids: known and unknown in any order come to the same book.
    #[test]
    fn who_gives_way_depends_on_no_order(picks in prop::collection::vec((0..3_u8, 0..3_usize, 1..5_u64), 1..8), seed: u64) {
        let kinds = ["group", "audit", "ruling"];
        let ids = [id(1).to_string(), id(2).to_string(), Id::of_pair(id(1), id(2)).to_string()];
        // An id is known under one kind only, as long as nobody who knows a kind forges.
        let record = |(which, kind, time): &(u8, usize, u64)| {
            let rightful = if *which == 2 { 2 } else { 0 };
            let kind = if *kind == 1 { 1 } else { rightful };
            of(kinds[kind], &ids[usize::from(*which)], at(*time, 1), &[("name", json!("Contoh"))])
        };
        let records: Vec<Record> = picks.iter().map(record).collect();
        let mut turned = records.clone();
        turned.rotate_left(usize::try_from(seed % 7).unwrap() % records.len());
        let all = |records: Vec<Record>| registry(records).records().cloned().collect::<Vec<_>>();
        prop_assert_eq!(all(records.iter().cloned().rev().collect()), all(records.clone()));
        prop_assert_eq!(all(turned.iter().cloned().chain(records.iter().cloned()).collect()), all(records));
    }
}

#[test]
fn undo_of_a_file_before_which_a_squatter_gave_way_brings_the_squatter_back() {
    let group = "d2c5ac7c-4fc9-4ad0-9f32-1570d8abad1f";
    let mut book = Registry::new(today());
    take_in(&mut book, &case("squats-a-group-id"));
    let before: Vec<Record> = book.records().cloned().collect();
    let honest = of("group", group, at(1, 1), &[("name", json!("Contoh Rekan"))]);
    let (_, undo) = commands::import(&mut book, vec![honest]).unwrap();
    commands::undo_import(&mut book, &mut commands::Imports::of((), undo), 0);
    assert_eq!(book.records().cloned().collect::<Vec<_>>(), before);
}

#[test]
fn a_file_with_which_the_book_would_be_too_large_is_refused_whole() {
    let set = fields(&[("verdict", json!("different"))]);
    let few = |from: usize, count: usize| {
        let record = |number: usize| {
            Record::new(
                Id::v7(number as u64, [1; 10]).to_string(),
                "ruling",
                vec![Change::set(at(1, 1), vec![], set.clone())],
            )
        };
        (from..from + count).map(record).collect::<Vec<_>>()
    };
    let book = Registry::of(today(), few(0, Limits::KEPT_RECORDS - 5));
    let (fitting, too_many) = (few(1 << 20, 3), few(1 << 21, 20));
    let files = |bytes| {
        [&fitting, &too_many].into_iter().enumerate().map(move |(place, records)| Incoming {
            place,
            bytes,
            records: records.iter(),
        })
    };
    let sifted = exchange::sift(&book, 0, files(1));
    assert_eq!(sifted.too_large, [1]);
    assert!(sifted.takes(0, &fitting[0]) && !sifted.takes(1, &too_many[0]));
    // What is said of its bytes is an upper bound; in truth there is room.
    let small = registry(few(0, 2));
    assert_eq!(exchange::sift(&small, Limits::KEPT_BYTES, files(Limits::KEPT_BYTES)).too_large, [0_usize; 0]);
}

#[test]
fn a_file_refused_for_want_of_room_says_so_in_plain_words() {
    use buku_kube::i18n::Lang;
    for lang in Lang::ALL {
        crate::bad_files::assert_plain(&lang.read_error(&ReadError::Full));
    }
}

#[test]
fn what_was_kept_by_the_sample_is_taken_without_a_remark() {
    let mut book = Registry::new(today());
    let records = sample(Sample { groups: 20, members: 160, seed: 4 });
    assert_eq!(said(&take_in(&mut book, &file(&records))), []);
    assert_eq!(said(&take_in(&mut book, &file(&records))), []);
    assert_eq!(book.group_count(), 20);
}
