//! Records of kinds that belong to nothing but themselves, such as events: each is kept, sent and read alone.

use std::collections::BTreeMap;

use buku_kube::domain::Id;
use buku_kube::exchange::{self, Kind};
use buku_kube::history::{Change, Record};
use buku_kube::i18n::{Lang, Show};
use buku_kube::import_worker::{Contents, ImportWorker};
use buku_kube::kinds::{Belongs, Kind as Row, KindId, Spoilt};
use buku_kube::registry::{Aggregate, Registry, Touched, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::search::{Query, find_records};
use buku_kube::storage::{MemoryStorage, Storage};
use buku_kube::store::{Marks, Own, Receivers, Repository, Side, Space};
use serde_json::json;

use crate::invented::*;

const PREFIX: &str = "buku-kube/book/";

/// A kind that belongs to nothing but itself.
fn kind() -> KindId {
    KindId::alone().next().unwrap()
}

/// Does something as an app of before would, which does not know what its records belong to.
fn of_before<T>(act: impl FnOnce() -> T) -> T {
    let good = Spoilt::of(kind());
    let row: &'static Row = Box::leak(Box::new(Row { belongs: Belongs::Shared, ..*good.row }));
    Spoilt { row, ..good }.during(act)
}

/// A record of it, told by a text in its last line of text.
fn record(number: u8, text: &str) -> Record {
    Record::new(id(number).to_string(), kind().name(), vec![Change::set(at(u64::from(number), 1), vec![], told(text))])
}

fn told(text: &str) -> buku_kube::history::Fields {
    let row = kind().row();
    let field = row.fields().find(|field| field.parse("Contoh dua kata").is_ok()).unwrap();
    fields(&[(field.key(), json!(text))])
}

/// Two groups and three such records.
fn records() -> Vec<Record> {
    let mut records = sample(Sample { groups: 2, members: 8, seed: 9 });
    records.extend([record(201, "Contoh satu"), record(202, "Contoh dua"), record(203, "Contoh tiga")]);
    records
}

fn book() -> Registry {
    registry(records())
}

fn kept(book: &Registry) -> Repository<MemoryStorage> {
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let mut touched = Touched::default();
    book.aggregates().for_each(|aggregate| touched.extend(Touched::one(aggregate)));
    store.save(book, &mut touched).unwrap();
    store
}

fn texts(store: &Repository<MemoryStorage>) -> BTreeMap<String, String> {
    let storage = store.storage();
    let text = |key: String| (key.clone(), storage.read(&key).unwrap().unwrap());
    storage.keys("").unwrap().into_iter().map(text).collect()
}

#[test]
fn each_is_read_by_its_kind_and_a_save_of_one_writes_one_text() {
    let mut book = book();
    let all: Vec<Id> = book.alone(kind()).map(|entry| entry.id).collect();
    assert_eq!(all, [id(201), id(202), id(203)]);
    assert!(book.alone(kind()).all(|entry| !entry.problems.is_empty()), "its rules are asked");
    let store = kept(&book);
    let before = texts(&store);
    let seen = book.record(&id(202).to_string()).unwrap().fold().heads;
    let mut touched = commands::save(&mut book, kind().name(), id(202), at(900, 1), &seen, told("Contoh lain"));
    assert_eq!(touched.gained(), [Aggregate::Own(id(202))]);
    store.save(&book, &mut touched).unwrap();
    let after = texts(&store);
    let changed: Vec<&String> = after.keys().filter(|key| before.get(*key) != after.get(*key)).collect();
    assert_eq!(changed, [&format!("{PREFIX}own/{}", id(202))]);
    let again = store.load(today()).unwrap();
    assert!(again.registry.records().eq(book.records()) && again.misplaced.is_empty());
    assert_eq!(again.registry.alone(kind()).count(), 3);
}

#[test]
fn one_that_an_app_of_before_kept_with_the_rest_is_put_in_its_place_and_is_never_nowhere() {
    let records = records();
    let store = of_before(|| kept(&registry(records)));
    assert!(texts(&store).contains_key(&format!("{PREFIX}rest")));
    let loaded = store.load(today()).unwrap();
    assert_eq!(loaded.registry.alone(kind()).count(), 3, "it is read at once");
    let mut touched = loaded.misplaced;
    assert_eq!(touched.gained(), [201, 202, 203].map(|number| Aggregate::Own(id(number))));
    // Whoever is killed between two writes finds all of it.
    let mut half = touched.clone();
    let at_most = |store: &Repository<MemoryStorage>| store.load(today()).unwrap().registry.alone(kind()).count();
    for aggregate in half.gained() {
        store.save(&loaded.registry, &mut Touched::one(aggregate)).unwrap();
        half.saved(aggregate);
        assert_eq!(at_most(&store), 3);
    }
    store.save(&loaded.registry, &mut touched).unwrap();
    assert!(!texts(&store).contains_key(&format!("{PREFIX}rest")), "nothing else was there");
    let again = store.load(today()).unwrap();
    assert!(again.registry.records().eq(loaded.registry.records()) && again.misplaced.is_empty());
}

#[test]
fn changes_only_are_told_by_the_record() {
    let mut book = book();
    let mut receivers = Receivers::default();
    receivers.note("Dinsos Contoh", 1, Marks::of(&book, book.aggregates()));
    let seen = book.record(&id(203).to_string()).unwrap().fold().heads;
    commands::save(&mut book, kind().name(), id(203), at(900, 1), &seen, told("Contoh lain"));
    assert_eq!(receivers.of("Dinsos Contoh").unwrap().lacks(&book), [Aggregate::Own(id(203))]);
    let mut worker = ImportWorker::default();
    worker.take_book(&kept(&book).texts(&book, &BTreeMap::new()), today(), &mut |_| {});
    let contents = Contents::Some { groups: vec![], own: vec![id(203)], rest: false };
    let file = exchange::read(worker.make(&header(Kind::Delta), &contents).as_bytes()).unwrap();
    assert_eq!(file.records.iter().map(Record::id).collect::<Vec<_>>(), [id(203).to_string()]);
    // Who takes it in has the same.
    let mut other = self::book();
    commands::import(&mut other, file.records).unwrap();
    assert!(other.records().eq(book.records()));
}

#[test]
fn a_field_in_conflict_is_seen_and_an_erase_leaves_nothing_to_read() {
    let mut book = book();
    let key = id(201).to_string();
    let seen = book.record(&key).unwrap().fold().heads;
    for (text, device) in [("Contoh kiri", 21), ("Contoh kanan", 22)] {
        let change = Change::set(at(9_000, device), seen.clone(), told(text));
        commands::import(&mut book, vec![Record::new(&key, kind().name(), vec![change])]).unwrap();
    }
    let disputed: Vec<Id> = book.heads_alone().filter(|head| !head.conflicts.is_empty()).map(|head| head.id).collect();
    assert_eq!(disputed, [id(201)]);
    let touched = commands::erase_record(&mut book, id(201), at(9_100, 1));
    assert_eq!(touched.gained(), [Aggregate::Own(id(201))]);
    assert!(book.alone_of(id(201)).is_none() && book.record(&key).unwrap().is_erased());
    assert_eq!(book.alone(kind()).count(), 2);
}

#[test]
fn either_copy_gives_the_other_what_it_lacks() {
    let whole = book();
    let mirror: Vec<(String, String)> = texts(&kept(&whole)).into_iter().collect();
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let mut book = registry(sample(Sample { groups: 2, members: 8, seed: 9 }));
    let own = Own { devices: vec![device(1)], now_ms: NOON };
    let loaded = store.load(today()).unwrap();
    let side = Side { epochs: &loaded.epochs, quarantine: &[], own: &own };
    let found = store.reunite(&mut book, side, &mirror).unwrap();
    assert_eq!(book.alone(kind()).count(), 3);
    store.save(&book, &mut found.touched.clone()).unwrap();
    assert_eq!(store.load(today()).unwrap().registry.alone(kind()).count(), 3);
}

#[test]
fn they_are_searched_by_all_that_is_shown_of_them_and_stay_in_their_order() {
    let book = book();
    let found = |words: &str| -> Vec<Id> {
        let shown = |field, value: &serde_json::Value| Lang::Id.value(field, value, Show::Whole);
        find_records(book.alone(kind()).collect(), &Query::new(words), shown)
            .into_iter()
            .map(|entry| entry.id)
            .collect()
    };
    assert_eq!(found(""), [id(201), id(202), id(203)]);
    assert_eq!(found(" TIGA  contoh "), [id(203)]);
    assert_eq!(found("contoh"), found(""));
    assert_eq!(found("contoh empat"), []);
}
