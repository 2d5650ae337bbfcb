//! What a file may take away has to be asked for by itself: erasing what others did, and making records count nowhere.

use std::collections::BTreeSet;

use buku_kube::domain::{FieldValue, Id, Verdict};
use buku_kube::exchange::{self, FieldChange, From, Header, ImportStatus, Kind, Plan, Removal, Removals, Removed, Way};
use buku_kube::history::{Change, Device, Fields, Record};
use buku_kube::import_worker::{Answer, ImportWorker, Inspection};
use buku_kube::kinds::{Group, Member, Ruling};
use buku_kube::registry::{Registry, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::storage::MemoryStorage;
use buku_kube::store::{Repository, Space};
use proptest::prelude::*;
use serde_json::json;

use crate::invented::*;

const LATER: u64 = 90_000;

/// A group of six, and one beside it.
fn book() -> Registry {
    registry(sample(Sample { groups: 2, members: 12, seed: 4 }))
}

#[allow(clippy::needless_pass_by_value)] // made for it and for nothing else
fn file(records: Vec<Record>) -> Vec<u8> {
    let from = From { device: device(99).to_string(), name: "Contoh Lain".to_owned() };
    exchange::write(&Header { from, ..header(Kind::Group) }, records.iter()).into_bytes()
}

/// What a device makes of these records: an erase of each.
fn erased(book: &Registry, ids: &[Id], by: Device) -> Vec<Record> {
    let erase = |id: &Id| {
        let record = book.record(&id.to_string()).unwrap();
        let keep: Fields = record.value("group").map(|group| ("group".to_owned(), group.clone())).into_iter().collect();
        let at = buku_kube::history::Stamp::new(NOON + LATER, 0, by);
        Record::new(record.id(), record.kind().to_owned(), vec![Change::erase(at, record.fold().heads, keep)])
    };
    ids.iter().map(erase).collect()
}

/// What a device says of a record on top of what is here: it is the same as another.
fn said_same(book: &Registry, own: Id, kept: Id) -> Record {
    let mut record = book.record(&own.to_string()).unwrap().clone();
    record.add(Change::set(at(LATER, 99), record.fold().heads, fields(&[("same_as", kept.to_json())])));
    record
}

fn ruled_same(one: Id, other: Id) -> Record {
    let set = fields(&[
        (Ruling::ONE.key(), one.min(other).to_json()),
        (Ruling::OTHER.key(), one.max(other).to_json()),
        (Ruling::VERDICT.key(), Verdict::Same.to_json()),
    ]);
    Record::new(Id::of_pair(one, other).to_string(), Ruling::KIND, vec![Change::set(at(LATER, 99), vec![], set)])
}

fn members(book: &Registry, group: usize) -> Vec<Id> {
    book.dossiers().nth(group).unwrap().members.iter().map(|member| member.id).collect()
}

fn worker(book: &Registry) -> ImportWorker {
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let mut worker = ImportWorker::default();
    worker.take_book(&store.texts(book, &std::collections::BTreeMap::new()), today(), &mut |_| {});
    worker
}

/// Looks at files, and answers what they would take away.
fn look(worker: &mut ImportWorker, files: Vec<Vec<u8>>) -> (Inspection, Vec<Removal>) {
    let handed = files.into_iter().map(|file| ("kube.txt".to_owned(), Ok(file))).collect();
    let inspection = worker.look(handed, &mut |_| {});
    let Answer::Removals { removals, of } = worker.removals(0, usize::MAX) else { panic!("no removals") };
    assert_eq!((of, inspection.removals()), (removals.len(), removals.len()));
    (inspection, removals)
}

/// Takes in all of a file but what is not granted.
fn take(book: &mut Registry, worker: &ImportWorker, granted: &[String]) {
    let Answer::Batch { aggregates, next: None, .. } = worker.batch(0, 0, usize::MAX, &[], granted) else {
        panic!("no batch")
    };
    for records in aggregates {
        commands::import(book, records).unwrap();
    }
}

fn totals(book: &Registry) -> (usize, usize) {
    (book.group_count(), book.dossiers().map(|dossier| dossier.present).sum())
}

#[test]
fn what_erases_everything_erases_nothing_unless_it_is_granted_one_by_one() {
    let mut book = book();
    let (before, group) = (totals(&book), book.dossiers().next().unwrap().id);
    let ids: Vec<Id> = [vec![group], members(&book, 0)].concat();
    let bytes = file(erased(&book, &ids, device(99)));
    let mut worker = worker(&book);
    let (inspection, removals) = look(&mut worker, vec![bytes.clone()]);
    assert_eq!((inspection.erasing, inspection.hiding), (7, 0));
    assert!(inspection.granted.is_empty() && inspection.plan.unwrap().is_empty(), "nothing is granted at first");
    let name = book.dossier(group).unwrap().group.value.name.as_ref().map(FieldValue::text).unwrap();
    assert_eq!((removals[0].what, &removals[0].name, &removals[0].group), (Removed::Group, &name, &None));
    assert!(removals[1..].iter().all(|removal| removal.what == Removed::Member && removal.group == Some(name.clone())));
    assert!(removals.iter().all(|removal| removal.way == Way::Erased && removal.at_ms == NOON + LATER));
    assert!(removals.iter().all(|removal| !removal.name.is_empty() && removal.file == 0));

    take(&mut book, &worker, &[]);
    assert_eq!(totals(&book), before);
    // One is ticked.
    let one = vec![removals[3].id.clone()];
    let after = worker.grant(one.clone(), &mut |_| {});
    assert_eq!((after.granted.clone(), after.plan.unwrap().count(ImportStatus::Erased)), (one.clone(), 1));
    take(&mut book, &worker, &one);
    assert_eq!(totals(&book), (before.0, before.1 - 1));
    assert!(book.record(&one[0]).unwrap().is_erased());
    // The next file asks again for the others, and not for that one.
    let mut worker = self::worker(&book);
    let (_, again) = look(&mut worker, vec![bytes]);
    assert_eq!(again.len(), 6);
    assert!(again.iter().all(|removal| removal.id != one[0]));
}

#[test]
fn everything_else_of_the_file_is_taken_in() {
    let mut book = book();
    let (gone, named) = (members(&book, 0)[2], members(&book, 0)[3]);
    let mut renamed = book.record(&named.to_string()).unwrap().clone();
    renamed.add(Change::set(at(LATER, 99), renamed.fold().heads, fields(&[("name", json!("Contoh Baru"))])));
    let records = [erased(&book, &[gone], device(99)), vec![renamed]].concat();
    let mut worker = worker(&book);
    let (inspection, removals) = look(&mut worker, vec![file(records)]);
    assert_eq!((removals.len(), inspection.plan.unwrap().count(ImportStatus::NewerThere)), (1, 0));
    take(&mut book, &worker, &[]);
    let dossier = book.dossiers().next().unwrap();
    assert!(dossier.member(gone).is_some());
    assert_eq!(dossier.member(named).unwrap().value.name.as_ref().unwrap().as_str(), "Contoh Baru");
}

#[test]
fn whoever_erases_a_few_records_of_their_own_is_not_asked_for_and_more_than_three_are() {
    let of_one = |number: u64, by: u32| {
        let set = fields(&[("name", json!("Contoh")), ("group", json!(id(200).to_string()))]);
        Record::new(Id::v7(NOON + number, [7; 10]).to_string(), "member", vec![Change::set(at(1, by), vec![], set)])
    };
    let book = registry((0..6).map(|number| of_one(number, if number < 5 { 99 } else { 98 })));
    let ids: Vec<Id> = (0..6).map(|number| Id::v7(NOON + number, [7; 10])).collect();
    let asked = |ids: &[Id]| Removals::of(&book, &[erased(&book, ids, device(99)).iter().collect()]).all().len();
    assert_eq!(asked(&ids[..3]), 0, "three of their own");
    assert_eq!(asked(&ids[3..]), 1, "two of their own and one of another's");
    assert_eq!(asked(&ids[..4]), 4, "four of their own");
    // Somebody else has typed in it since.
    let mut changed = book.clone();
    commands::save(&mut changed, "member", ids[0], at(2, 98), &[], fields(&[("rt", json!("04"))]));
    let records = erased(&changed, &ids[..1], device(99));
    assert_eq!(Removals::of(&changed, &[records.iter().collect()]).all().len(), 1);
}

#[test]
fn nobody_is_hidden_by_a_word_alone_and_a_ruling_that_comes_in_a_file_is_asked_for() {
    let mut book = book();
    let (before, ids) = (totals(&book), members(&book, 0));
    let kept = *ids.iter().min().unwrap();
    let five: Vec<Id> = ids.into_iter().filter(|id| *id != kept).collect();
    let said: Vec<Record> = five.iter().map(|own| said_same(&book, *own, kept)).collect();
    // Without a decision of anybody it says nothing, and is taken in.
    let mut alone = book.clone();
    let mut worker = worker(&book);
    let (inspection, removals) = look(&mut worker, vec![file(said.clone())]);
    assert_eq!(
        (removals, inspection.plan.unwrap().after.households),
        (vec![], inspection.plan.unwrap().before.households)
    );
    take(&mut alone, &worker, &[]);
    assert_eq!(totals(&alone), before);
    // The decisions come later: they are what hides, and they are asked for.
    let rulings: Vec<Record> = five.iter().map(|own| ruled_same(kept, *own)).collect();
    let mut late = self::worker(&alone);
    let (inspection, removals) = look(&mut late, vec![file(rulings.clone())]);
    assert_eq!((removals.len(), inspection.hiding), (5, 5));
    take(&mut alone, &late, &[]);
    assert_eq!(totals(&alone), before);

    // Both in one file.
    let both = file([said, rulings].concat());
    let (inspection, removals) = look(&mut worker, vec![both]);
    assert_eq!((inspection.erasing, inspection.hiding), (0, 5));
    let name = book.dossiers().next().unwrap().member(kept).unwrap().value.name.as_ref().unwrap().text();
    assert!(removals.iter().all(|removal| removal.way == Way::Same(name.clone())));
    take(&mut book, &worker, &[]);
    assert_eq!(totals(&book), before);
    take(&mut book, &worker, &[removals[0].id.clone()]);
    assert_eq!(totals(&book), (before.0, before.1 - 1));
    let hidden = book.record(&removals[0].id).unwrap();
    assert_eq!(book.kept_for(hidden), Some(kept));
}

#[test]
fn a_chain_is_told_by_its_end_and_a_ring_hides_nobody() {
    let book = book();
    let mut ids = members(&book, 0);
    ids.sort();
    let [oldest, middle, youngest] = [ids[0], ids[1], ids[2]];
    let chain = [
        said_same(&book, youngest, middle),
        said_same(&book, middle, oldest),
        ruled_same(youngest, middle),
        ruled_same(middle, oldest),
    ];
    let found = Removals::of(&book, &[chain.iter().collect()]);
    let name = book.dossiers().next().unwrap().member(oldest).unwrap().value.name.as_ref().unwrap().text();
    assert_eq!(found.all().len(), 2);
    assert!(found.all().iter().all(|removal| removal.way == Way::Same(name.clone())));
    // The older of two never counts as the younger.
    let ring = [said_same(&book, oldest, middle), said_same(&book, middle, oldest), ruled_same(middle, oldest)];
    let found = Removals::of(&book, &[ring.iter().collect()]);
    assert_eq!(found.all().iter().map(|removal| removal.id.clone()).collect::<Vec<_>>(), [middle.to_string()]);
}

#[test]
fn what_is_hidden_behind_an_erase_is_found_too() {
    let book = book();
    let mut ids = members(&book, 0);
    ids.sort();
    // While the older one is erased, the younger counts: so nothing seems hidden until the erase is refused.
    let records =
        [erased(&book, &ids[..1], device(99)), vec![said_same(&book, ids[1], ids[0]), ruled_same(ids[0], ids[1])]]
            .concat();
    let found = Removals::of(&book, &[records.iter().collect()]);
    assert_eq!(found.all().len(), 2);
    let withheld = found.granting(&BTreeSet::new());
    let rest: Vec<Record> =
        records.iter().filter_map(|record| withheld.rest(record)).map(std::borrow::Cow::into_owned).collect();
    let mut after = book.clone();
    commands::import(&mut after, rest).unwrap();
    assert_eq!(totals(&after), totals(&book));
}

#[test]
fn a_member_that_is_put_into_no_group_is_asked_for() {
    let mut book = book();
    let (before, member) = (totals(&book), members(&book, 0)[1]);
    let mut record = book.record(&member.to_string()).unwrap().clone();
    record.add(Change::set(at(LATER, 99), record.fold().heads, fields(&[("group", json!(null))])));
    let mut worker = worker(&book);
    let (_, removals) = look(&mut worker, vec![file(vec![record])]);
    assert_eq!(removals.iter().map(|removal| &removal.way).collect::<Vec<_>>(), [&Way::Adrift]);
    take(&mut book, &worker, &[]);
    assert_eq!(totals(&book), before);
}

#[test]
fn what_one_of_two_files_brings_and_the_other_erases_is_asked_for() {
    let whole = book();
    let ids = members(&whole, 0);
    let records: Vec<Record> = whole.records().cloned().collect();
    let empty = Registry::new(today());
    let mut worker = worker(&empty);
    let from = From { device: device(99).to_string(), name: String::new() };
    let second = exchange::write(
        &Header { id: id(201).to_string(), from, ..header(Kind::Group) },
        erased(&whole, &ids, device(99)).iter(),
    );
    let (inspection, removals) = look(&mut worker, vec![file(records), second.into_bytes()]);
    assert_eq!((removals.len(), removals[0].file), (6, 1));
    assert_eq!(inspection.plan.unwrap().after.groups, 2);
    let mut after = Registry::new(today());
    take(&mut after, &worker, &[]);
    assert_eq!(totals(&after), totals(&whole));
}

#[test]
fn a_member_who_moves_is_told_as_moved_and_by_names() {
    let mut book = book();
    let (groups, member) = (book.dossiers().map(|dossier| dossier.id).collect::<Vec<_>>(), members(&book, 0)[1]);
    let name = |place: usize| book.dossiers().nth(place).unwrap().group.value.name.as_ref().unwrap().text();
    let (from, to) = (name(0), name(1));
    let mut record = book.record(&member.to_string()).unwrap().clone();
    record.add(Change::set(at(LATER, 99), record.fold().heads, fields(&[("group", groups[1].to_json())])));
    let plan = Plan::of(&book, std::slice::from_ref(&record)).unwrap();
    let of = |id| plan.groups.iter().find(|group| group.id == id).unwrap();
    let (old, new) = (of(groups[0]), of(groups[1]));
    assert_eq!((old.erased.len(), old.moved.len(), old.moved[0].to.as_str()), (0, 1, to.as_str()));
    assert_ne!(old.status, ImportStatus::Erased);
    let change = &new.members[0].fields[0];
    assert!(change.is_move());
    assert_eq!((change.before.clone(), change.after.clone()), (Some(json!(from)), vec![json!(to)]));
    commands::import(&mut book, vec![record]).unwrap();
    assert_eq!(book.dossier(groups[1]).unwrap().present, 7);
}

#[test]
fn of_values_in_conflict_those_of_the_book_are_told_from_those_of_the_file() {
    let mut book = book();
    let member = members(&book, 0)[1];
    let at_first = book.record(&member.to_string()).unwrap().clone();
    let with = |record: &Record, ms: u64, of: u32, address: serde_json::Value| {
        let mut record = record.clone();
        record.add(Change::set(at(ms, of), at_first.fold().heads, fields(&[("address", address)])));
        record
    };
    let change_of = |book: &Registry, record: &Record| {
        let plan = Plan::of(book, std::slice::from_ref(record)).unwrap();
        plan.groups[0].members[0].fields[0].clone()
    };
    commands::import(&mut book, vec![with(&at_first, LATER, 98, json!("Jalan Sini"))]).unwrap();
    let change = change_of(&book, &with(&at_first, LATER + 5, 99, json!("Jalan Sana")));
    let told = |change: &FieldChange| {
        change.after.iter().map(|value| (value.clone(), change.is_here(value))).collect::<Vec<_>>()
    };
    assert_eq!(told(&change), [(json!("Jalan Sana"), false), (json!("Jalan Sini"), true)]);
    // A third one beside two that are here already, one of them emptied.
    commands::import(&mut book, vec![with(&at_first, LATER + 7, 97, json!(null))]).unwrap();
    let change = change_of(&book, &with(&at_first, LATER + 9, 99, json!("Jalan Sana")));
    assert_eq!(told(&change), [(json!("Jalan Sana"), false), (json!(null), true), (json!("Jalan Sini"), true)]);
}

#[test]
fn a_group_whose_own_record_is_erased_says_so() {
    let book = book();
    let group = book.dossiers().next().unwrap().id;
    let plan = Plan::of(&book, &erased(&book, &[group], device(99))).unwrap();
    assert_eq!((plan.groups[0].status, plan.groups[0].is_erased), (ImportStatus::Erased, true));
    assert_eq!(plan.groups[0].present, Some(6), "and its members are still there");
}

/// The groups and members that count in a book.
fn counting(book: &Registry) -> BTreeSet<String> {
    let of = |record: &&Record| {
        let is_placed = record.kind() == Group::KIND
            || buku_kube::registry::Aggregate::of(record) != buku_kube::registry::Aggregate::Shared;
        let is_counted = [Group::KIND, Member::KIND].contains(&record.kind());
        !record.is_erased() && is_counted && is_placed && book.kept_for(record).is_none()
    };
    book.records().filter(of).map(|record| record.id().to_owned()).collect()
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn nothing_that_counts_goes_unless_it_is_granted_and_all_granted_is_the_plain_union(
        play in plays(40),
        ruled in prop::collection::vec((11_u8..15, 11_u8..15), 0..4),
        few in prop::collection::vec(any::<bool>(), 16),
    ) {
        let [own, one, other] = World::tame(&play, &BOOK).files();
        let rulings = ruled.iter().filter(|(one, other)| one != other).map(|(one, other)| ruled_same(id(*one), id(*other)));
        let files = [[one, rulings.collect()].concat(), other];
        let book = registry(own);
        let handed: Vec<Vec<&Record>> = files.iter().map(|file| file.iter().collect()).collect();
        let found = Removals::of(&book, &handed);
        let taken = |granted: &BTreeSet<String>| {
            let (withheld, mut book) = (found.granting(granted), book.clone());
            for file in &files {
                let rest = file.iter().filter_map(|record| withheld.rest(record)).map(std::borrow::Cow::into_owned);
                commands::import(&mut book, rest.collect()).unwrap();
            }
            book
        };
        let (before, none) = (counting(&book), counting(&taken(&BTreeSet::new())));
        // Few of one's own are not asked for: what only one device has ever touched.
        let of_one = |id: &String| {
            let files = files.iter().flatten().filter(|record| record.id() == id);
            let all = book.record(id).into_iter().chain(files).flat_map(Record::changes);
            all.map(|change| change.at.device()).collect::<BTreeSet<_>>().len() == 1
        };
        let gone: Vec<&String> = before.difference(&none).filter(|id| !of_one(id)).collect();
        prop_assert!(gone.is_empty(), "{:?}", gone);
        let all: BTreeSet<String> = found.all().iter().map(|removal| removal.id.clone()).collect();
        let mut united = book.clone();
        for file in files.clone() {
            commands::import(&mut united, file).unwrap();
        }
        let whole = taken(&all);
        prop_assert_eq!(whole.records().collect::<Vec<_>>(), united.records().collect::<Vec<_>>());
        // Whatever is granted, no more than that goes.
        let granted: BTreeSet<String> = all.iter().zip(few).filter(|(_, few)| *few).map(|(id, _)| id.clone()).collect();
        let some = counting(&taken(&granted));
        let gone: Vec<&String> = before.difference(&some).filter(|id| !of_one(id) && !granted.contains(*id)).collect();
        prop_assert!(gone.is_empty(), "{:?} though only {:?} was granted", gone, granted);
        // And what was refused is asked for again.
        let after = taken(&BTreeSet::new());
        let again: BTreeSet<String> = Removals::of(&after, &handed).all().iter().map(|removal| removal.id.clone()).collect();
        let here = |id: &&String| after.record(id).is_some_and(|record| !record.is_erased());
        prop_assert!(all.iter().filter(here).all(|id| again.contains(id)), "{:?} {:?}", all, again);
    }
}
