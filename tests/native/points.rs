//! Restore points: what a book was, it is again, and whoever is killed on the way back has too much, never too little.

use std::collections::BTreeSet;

use buku_kube::domain::FieldValue;
use buku_kube::exchange;
use buku_kube::registry::{Registry, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::storage::{Failure, MemoryStorage, Storage, StorageError};
use buku_kube::store::{Cause, Repository, Space};

use crate::invented::*;

fn book(space: Space, records: Vec<buku_kube::history::Record>) -> (Repository<MemoryStorage>, Registry) {
    let store = Repository::new(MemoryStorage::default(), space);
    let mut registry = registry(records);
    let mut all = commands::import(&mut Registry::new(today()), registry.records().cloned().collect()).unwrap().0;
    store.save(&registry, &mut all).unwrap();
    registry = store.load(today()).unwrap().registry;
    (store, registry)
}

fn fixture() -> Vec<buku_kube::history::Record> {
    exchange::read(include_bytes!("../fixtures/v1/full.json")).unwrap().records
}

#[test]
fn going_back_makes_the_book_what_it_was_whatever_was_done_since() {
    let (store, before) = book(Space::Book, fixture());
    let (point, texts) = store.point(&before, Cause::Import, 7).unwrap();
    assert_eq!((point.at_ms, point.cause, point.practice), (7, Cause::Import, false));
    assert_eq!(point.groups, before.group_count());
    assert!(point.units > 0 && texts.len() == before.aggregates().count());

    // A file is taken in, a group is erased, everything is deleted: each time one step from the book as it was.
    let mut after = before.clone();
    let (mut touched, _) = commands::import(&mut after, sample(Sample { groups: 9, members: 60, seed: 3 })).unwrap();
    let group = before.dossiers().next().unwrap().id;
    touched.extend(commands::erase_group(&mut after, group, &mut || at(99, 30)));
    store.save(&after, &mut touched).unwrap();
    assert!(!store.load(today()).unwrap().registry.records().eq(before.records()));
    store.go_back(&texts).unwrap();
    assert!(store.load(today()).unwrap().registry.records().eq(before.records()));

    store.clear().unwrap();
    store.go_back(&texts).unwrap();
    assert!(store.load(today()).unwrap().registry.records().eq(before.records()));
}

#[test]
fn a_point_of_one_book_leaves_the_other_and_meta_alone() {
    let storage = book(Space::Practice, sample(Sample::ARTICLE)).0;
    let store = storage.beside(Space::Book);
    store.save_meta(&buku_kube::store::Meta::new(device(5))).unwrap();
    let (_, texts) = store.point(&Registry::new(today()), Cause::EraseAll, 7).unwrap();
    assert!(texts.is_empty());
    store.go_back(&texts).unwrap();
    assert!(store.load(today()).unwrap().meta.is_some());
    assert_eq!(storage.load(today()).unwrap().registry.group_count(), 50);
}

#[test]
fn a_point_holds_what_could_not_be_kept() {
    let (store, mut registry) = book(Space::Book, fixture());
    store.storage().fail(Failure::Full { units: store.units().unwrap() });
    let (mut touched, _) = commands::import(&mut registry, sample(Sample { groups: 3, members: 20, seed: 4 })).unwrap();
    assert_eq!(store.save(&registry, &mut touched), Err(StorageError::Full));
    let (point, texts) = store.point(&registry, Cause::Import, 7).unwrap();
    assert_eq!(point.groups, registry.group_count());

    let other = Repository::new(MemoryStorage::default(), Space::Book);
    other.go_back(&texts).unwrap();
    assert!(other.load(today()).unwrap().registry.records().eq(registry.records()));
}

#[test]
fn without_room_on_the_way_back_nothing_goes() {
    let (store, _) = book(Space::Book, fixture());
    let (_, many) = book(Space::Book, sample(Sample { groups: 40, members: 300, seed: 5 }));
    let (_, texts) = store.point(&many, Cause::Restore, 7).unwrap();
    let before: BTreeSet<String> =
        store.load(today()).unwrap().registry.records().map(|it| it.id().to_owned()).collect();
    store.storage().fail(Failure::Full { units: store.units().unwrap() + 3_000 });
    assert_eq!(store.go_back(&texts), Err(StorageError::Full));
    let after: BTreeSet<String> =
        store.load(today()).unwrap().registry.records().map(|it| it.id().to_owned()).collect();
    assert!(after.is_superset(&before) && after.len() > before.len());
}

#[test]
fn only_a_storage_of_an_older_form_asks_for_a_point_before_it_is_rewritten() {
    let (store, registry) = book(Space::Book, fixture());
    assert_eq!(store.is_older(), Ok(false));
    let name = format!("buku-kube/book/group/{}", registry.dossiers().next().unwrap().id.text());
    store.storage().write(&name, "kube 1 00000000 2\n[]").unwrap();
    assert_eq!(store.is_older(), Ok(true));
}
