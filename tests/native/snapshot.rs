//! What the first screen said is said again only while nothing has changed.

use buku_kube::domain::Date;
use buku_kube::history::{Device, Record, Stamp};
use buku_kube::registry::commands;
use buku_kube::sample::{Sample, sample};
use buku_kube::storage::{MemoryStorage, Storage};
use buku_kube::store::{Meta, Repository, Space};

use crate::invented::*;

const NUMBERS: [u64; 4] = [949, 7_959, 0, 1_780_000_000_000];

fn take_in(store: &Repository<MemoryStorage>, records: Vec<Record>) {
    let mut registry = store.load(today()).unwrap().registry;
    let (mut touched, _) = commands::import(&mut registry, records).unwrap();
    store.save(&registry, &mut touched).unwrap();
}

/// A store with records and meta, and numbers kept of them.
fn kept() -> Repository<MemoryStorage> {
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    take_in(&store, sample(Sample { groups: 5, members: 20, seed: 1 }));
    store.save_meta(&Meta::new(Device::from_random(7))).unwrap();
    store.keep_snapshot(today(), &NUMBERS).unwrap();
    assert_eq!(store.snapshot(today()).as_deref(), Some(NUMBERS.as_slice()));
    store
}

/// The key of any group.
fn group_key(store: &Repository<MemoryStorage>) -> String {
    let keys = store.storage().keys(Space::Book.prefix()).unwrap();
    keys.into_iter().find(|key| key.contains("/group/")).unwrap()
}

#[test]
fn it_holds_for_one_day() {
    let store = kept();
    assert_eq!(store.snapshot(Date::new(1999, 1, 1).unwrap()), None);
}

#[test]
fn it_holds_until_a_record_is_added_changed_or_taken_away_or_a_file_is_sent() {
    let store = kept();
    let key = group_key(&store);
    let before = store.storage().read(&key).unwrap().unwrap();
    store.storage().remove(&key).unwrap();
    assert_eq!(store.snapshot(today()), None, "a group less");
    store.storage().write(&key, &before).unwrap();
    assert!(store.snapshot(today()).is_some(), "the same again");

    let names = store.storage().keys(Space::Book.prefix()).unwrap();
    let other = names.iter().find(|name| name.contains("/group/") && **name != key).unwrap();
    let theirs = store.storage().read(other).unwrap().unwrap();
    store.storage().write(&key, &theirs).unwrap();
    assert_eq!(store.snapshot(today()), None, "another text under the key of a group");
    store.storage().write(&key, &before).unwrap();

    let mut meta = Meta::new(Device::from_random(7));
    meta.sent = Some(Stamp::new(1, 0, Device::from_random(7)));
    store.save_meta(&meta).unwrap();
    assert_eq!(store.snapshot(today()), None, "a file was sent");
}

#[test]
fn it_is_none_where_the_first_screen_has_more_to_say() {
    for (key, text) in [("aside/group/x", "torn"), ("rest", "kube 4 00000000 of a newer app"), ("rest", "torn")] {
        let store = kept();
        store.storage().write(&format!("{}{key}", Space::Book.prefix()), text).unwrap();
        assert_eq!(store.snapshot(today()), None, "{key}");
        store.keep_snapshot(today(), &NUMBERS).unwrap();
        assert_eq!(store.snapshot(today()), None, "{key}, and it is not kept either");
    }
}

#[test]
fn a_torn_one_is_none_and_harms_nothing() {
    let store = kept();
    let key = format!("{}glance", Space::Book.prefix());
    let text = store.storage().read(&key).unwrap().unwrap();
    for end in 0..text.len() {
        store.storage().write(&key, &text[..end]).unwrap();
        assert_eq!(store.snapshot(today()), None);
        let loaded = store.load(today()).unwrap();
        assert!(loaded.quarantine.is_empty() && !loaded.newer);
    }
}

#[test]
fn without_groups_none_is_kept_and_clearing_takes_it_along() {
    let store = kept();
    store.keep_snapshot(today(), &[]).unwrap();
    assert_eq!(store.storage().keys("").unwrap().iter().filter(|key| key.ends_with("/glance")).count(), 0);
    let store = kept();
    store.clear().unwrap();
    assert_eq!(store.storage().keys("").unwrap(), Vec::<String>::new());
}

#[test]
fn the_other_book_has_none_of_it() {
    let store = kept();
    assert_eq!(store.beside(Space::Practice).snapshot(today()), None);
}
