//! The shelf and a mirror of it: whichever lacks something gets it, and nothing is written over that was not kept first.

use std::collections::BTreeMap;

use buku_kube::exchange;
use buku_kube::history::{Change, Record};
use buku_kube::registry::{Registry, Touched, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::shelf::{Failure, MemoryShelf, Shelf, ShelfError, seal};
use buku_kube::store::{FormKey, Loaded, Meta, Reunion, SetAside, Space, Store};
use serde_json::json;

use crate::invented::*;

/// What IndexedDB would hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mirror(BTreeMap<String, String>);

impl Mirror {
    /// A mirror of all that stands on the shelf.
    pub fn of(store: &Store<MemoryShelf>) -> Self {
        let keys = store.shelf().keys(PREFIX).unwrap();
        Self(keys.into_iter().map(|key| (key.clone(), store.shelf().read(&key).unwrap().unwrap())).collect())
    }

    pub fn keys(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    pub fn text(&self, key: &str) -> Option<&String> {
        self.0.get(key)
    }

    pub fn put(&mut self, key: &str, text: &str) {
        self.0.insert(key.to_owned(), text.to_owned());
    }

    /// Whether it holds the same texts as the shelf, but for those that are set aside.
    pub fn holds_what(&self, store: &Store<MemoryShelf>) -> bool {
        let plain = |texts: Self| texts.0.into_iter().filter(|(key, _)| !key.contains("/aside/")).collect::<Vec<_>>();
        plain(self.clone()) == plain(Self::of(store))
    }

    fn texts(&self) -> Vec<(String, String)> {
        self.0.clone().into_iter().collect()
    }
}

const PREFIX: &str = "buku-kube/book/";

/// A store with these records saved in it, and the registry.
pub fn saved(shelf: MemoryShelf, records: Vec<Record>) -> (Store<MemoryShelf>, Registry) {
    let store = Store::new(shelf, Space::Book);
    let registry = registry(records);
    for home in registry.homes() {
        store.save(&registry, &mut Touched::one(home)).unwrap();
    }
    (store, registry)
}

/// What the app does at its start, in the order that `store/mirror.rs` gives.
pub fn settle(store: &Store<MemoryShelf>, loaded: &mut Loaded, mirror: &mut Mirror) -> Reunion {
    let found = store.reunite(&mut loaded.registry, &loaded.aside, &mirror.texts()).unwrap();
    if !found.newer.is_empty() {
        return found;
    }
    for broken in &found.broken {
        store.set_aside(broken).unwrap();
    }
    let _ = store.save(&loaded.registry, &mut found.touched.clone());
    let _ = store.take_over(&found);
    for key in &found.behind {
        match store.text(&loaded.registry, key).unwrap() {
            Some(text) => mirror.put(key, &text),
            None => {
                mirror.0.remove(key);
            }
        }
    }
    found
}

fn fixture() -> Vec<Record> {
    exchange::read(include_bytes!("../fixtures/v1/full.json")).unwrap().records
}

fn load(store: &Store<MemoryShelf>) -> Loaded {
    store.load(today()).unwrap()
}

fn same(one: &Registry, other: &Registry) -> bool {
    one.records().eq(other.records())
}

/// The key of a group, the first by default.
fn key_of(registry: &Registry, place: usize) -> String {
    format!("{PREFIX}group/{}", registry.dossiers().nth(place).unwrap().id)
}

/// Gives the first member of a group a name, with a stamp of its own.
fn rename(registry: &mut Registry, place: usize, seconds: u64, name: &str) -> Touched {
    let member = registry.dossiers().nth(place).unwrap().members[0].id;
    let seen = registry.record(&member.to_string()).unwrap().fold().heads;
    commands::save(registry, "member", member, at(seconds, 30), &seen, fields(&[("name", json!(name))]))
}

#[test]
fn two_copies_that_are_the_same_are_not_even_opened() {
    let (store, registry) = saved(MemoryShelf::default(), fixture());
    store.save_meta(&Meta::new(device(5))).unwrap();
    let mut loaded = load(&store);
    // Rotten since it was loaded, here and there: whoever opened it would say so.
    store.shelf().damage(&key_of(&registry, 0), "rotten");
    let mut mirror = Mirror::of(&store);
    assert_eq!(settle(&store, &mut loaded, &mut mirror), Reunion::default());
    assert!(same(&loaded.registry, &registry));
}

#[test]
fn an_empty_mirror_gets_all_and_an_empty_shelf_too() {
    let (store, registry) = saved(MemoryShelf::default(), fixture());
    store.save_meta(&Meta::new(device(5))).unwrap();
    store.keep_form(FormKey::NewGroup, &json!({ "name": "Contoh" })).unwrap();
    store.save_settings(&store.settings()).unwrap();
    let whole = Mirror::of(&store);
    let mut mirror = Mirror::default();
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!(mirror, whole);
    assert_eq!((found.behind, found.touched), (whole.keys(), Touched::default()));

    let empty = Store::new(MemoryShelf::default(), Space::Book);
    let mut loaded = load(&empty);
    assert!(loaded.registry.is_empty());
    let found = settle(&empty, &mut loaded, &mut mirror);
    assert!(same(&loaded.registry, &registry));
    assert_eq!(found.meta.unwrap().device(), Some(device(5)), "the device keeps its name");
    assert_eq!(found.touched.gained(), registry.homes().collect::<Vec<_>>());
    assert_eq!(mirror, whole);
    assert!(mirror.holds_what(&empty));
    assert_eq!(empty.form(FormKey::NewGroup), Some(json!({ "name": "Contoh" })));
}

#[test]
fn each_gets_what_only_the_other_has_within_one_group_too() {
    let (store, mut registry) = saved(MemoryShelf::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let mut elsewhere = registry.clone();
    // In the first group each has a change, in the second only the shelf, in the third only the mirror.
    let mut touched = rename(&mut registry, 0, 10, "Contoh Nol");
    touched.extend(rename(&mut registry, 1, 11, "Contoh Nol"));
    store.save(&registry, &mut touched).unwrap();
    let other = Store::new(MemoryShelf::default(), Space::Book);
    rename(&mut elsewhere, 0, 20, "Contoh Lain");
    rename(&mut elsewhere, 2, 21, "Contoh Lain");
    for home in elsewhere.homes() {
        other.save(&elsewhere, &mut Touched::one(home)).unwrap();
    }
    for place in [0, 2] {
        let key = key_of(&elsewhere, place);
        mirror.put(&key, &other.shelf().read(&key).unwrap().unwrap());
    }
    let mut united = registry.clone();
    commands::take_in(&mut united, elsewhere.records().cloned().collect()).unwrap();

    let mut loaded = load(&store);
    let found = settle(&store, &mut loaded, &mut mirror);
    assert!(same(&loaded.registry, &united) && same(&load(&store).registry, &united));
    assert!(mirror.holds_what(&store));
    let homes = found.touched.gained().len();
    assert_eq!((homes, found.behind.len()), (2, 3), "only what differs is written");
    assert_eq!(settle(&store, &mut loaded, &mut mirror), Reunion::default(), "and then they are the same");
}

#[test]
fn a_form_or_meta_on_the_shelf_stays_and_goes_to_the_mirror() {
    let (store, _) = saved(MemoryShelf::default(), fixture());
    store.save_meta(&Meta::new(device(5))).unwrap();
    store.keep_form(FormKey::NewGroup, &json!("older")).unwrap();
    let mut mirror = Mirror::of(&store);
    store.save_meta(&Meta::new(device(6))).unwrap();
    store.keep_form(FormKey::NewGroup, &json!("newer")).unwrap();
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!((found.meta, found.beside), (None, vec![]));
    assert_eq!(store.form(FormKey::NewGroup), Some(json!("newer")));
    assert!(mirror.holds_what(&store));

    store.shelf().damage(&format!("{PREFIX}meta"), "rotten");
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!(found.meta.unwrap().device(), Some(device(6)), "what the shelf cannot read, it has not");
    assert!(mirror.holds_what(&store));
}

#[test]
fn a_group_of_which_the_last_record_moved_on_is_forgotten_by_the_mirror() {
    let member =
        |group: u8, seconds| Change::set(at(seconds, 1), vec![], fields(&[("group", json!(id(group).to_string()))]));
    let record = |changes| vec![Record::new(id(50).to_string(), "member", changes)];
    let (before, _) = saved(MemoryShelf::default(), record(vec![member(1, 1)]));
    let mut mirror = Mirror::of(&before);
    let (store, registry) = saved(MemoryShelf::default(), record(vec![member(1, 1), member(2, 9)]));
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!(found.touched, Touched::default());
    assert_eq!(mirror.keys(), [format!("{PREFIX}group/{}", id(2))]);
    assert!(mirror.holds_what(&store) && same(&load(&store).registry, &registry));
}

#[test]
fn an_erased_member_is_erased_in_the_mirror_and_does_not_come_back() {
    let (store, mut registry) = saved(MemoryShelf::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let member = &registry.dossiers().next().unwrap().members[0];
    let (member, nik) = (member.id, member.value.nik.unwrap());
    let mut touched = commands::erase_member(&mut registry, member, at(9, 30));
    store.save(&registry, &mut touched).unwrap();
    let mut loaded = load(&store);
    settle(&store, &mut loaded, &mut mirror);
    assert!(same(&loaded.registry, &registry) && mirror.holds_what(&store));
    let nik = buku_kube::domain::FieldValue::text(&nik);
    assert!(mirror.texts().iter().all(|(_, text)| !seal::open(text).unwrap().contains(&nik)));
}

#[test]
fn a_broken_text_of_the_mirror_is_told_and_set_aside_and_made_good() {
    let (store, registry) = saved(MemoryShelf::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let key = key_of(&registry, 1);
    mirror.put(&key, "rotten");
    mirror.put(&format!("{PREFIX}group/{}", id(9)), "rotten, and nowhere else");
    let mut loaded = load(&store);
    let found = settle(&store, &mut loaded, &mut mirror);
    assert_eq!(found.broken.len(), 2);
    assert_eq!(found.touched, Touched::default());
    assert!(mirror.holds_what(&store) && same(&loaded.registry, &registry));
    let texts: Vec<String> = load(&store).aside.into_iter().map(|aside| aside.text).collect();
    assert_eq!(texts, ["rotten", "rotten, and nowhere else"]);
}

#[test]
fn a_mirror_of_a_newer_app_is_told_and_left_as_it_is() {
    let (store, registry) = saved(MemoryShelf::default(), fixture());
    store.save_meta(&Meta::new(device(5))).unwrap();
    for key in [key_of(&registry, 0), format!("{PREFIX}meta")] {
        let mut mirror = Mirror::of(&store);
        let text = of_version(mirror.text(&key).unwrap(), seal::VERSION + 1);
        mirror.put(&key, &text);
        let before = mirror.clone();
        let found = settle(&store, &mut load(&store), &mut mirror);
        let newer = Some(seal::VERSION + 1);
        assert_eq!(found.newer, [SetAside { key: key[PREFIX.len()..].to_owned(), text, newer }]);
        assert!(!found.behind.contains(&key) && found.broken.is_empty());
        assert_eq!(mirror, before);
    }
}

#[test]
fn what_finds_no_room_on_the_shelf_stands_in_the_mirror() {
    let (store, mut registry) = saved(MemoryShelf::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let more = sample(Sample { groups: 3, members: 12, seed: 5 });
    let (other, _) = saved(MemoryShelf::default(), more.clone());
    for (key, text) in Mirror::of(&other).texts() {
        mirror.put(&key, &text);
    }
    let key = key_of(&registry, 0);
    mirror.0.remove(&key);
    commands::take_in(&mut registry, more).unwrap();
    store.shelf().fail(Failure::Full { units: store.units().unwrap() });
    let mut loaded = load(&store);
    let found = settle(&store, &mut loaded, &mut mirror);
    assert_eq!(store.save(&loaded.registry, &mut found.touched.clone()), Err(ShelfError::Full));
    assert!(same(&loaded.registry, &registry));
    let (fresh, mut again) = (Store::new(MemoryShelf::default(), Space::Book), None);
    for (key, text) in mirror.texts() {
        fresh.shelf().write(&key, &text).unwrap();
        again = Some(load(&fresh).registry);
    }
    assert!(same(&again.unwrap(), &registry), "the mirror alone holds everything");
}

#[test]
fn a_text_of_an_older_version_that_says_the_same_goes_to_the_mirror_as_it_is() {
    let (store, registry) = saved(MemoryShelf::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let key = key_of(&registry, 0);
    let shelf: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../fixtures/store/v1/shelf.json")).unwrap();
    store.shelf().damage(&key, &shelf[&key]);
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!((found.behind, found.touched), (vec![key.clone()], Touched::default()));
    assert_eq!(mirror.text(&key), Some(&shelf[&key]));
    assert_eq!(settle(&store, &mut load(&store), &mut mirror), Reunion::default());
}

#[test]
fn an_id_under_two_kinds_is_told_as_broken() {
    let (store, registry) = saved(MemoryShelf::default(), fixture());
    let member = registry.dossiers().next().unwrap().members[0].id;
    let change = Change::set(at(1, 1), vec![], fields(&[("group", json!(id(9).to_string()))]));
    let (other, _) = saved(MemoryShelf::default(), vec![Record::new(member.to_string(), "visit", vec![change])]);
    let mut mirror = Mirror::of(&store);
    let clash = Mirror::of(&other);
    mirror.put(&clash.keys()[0], clash.text(&clash.keys()[0]).unwrap());
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!(found.broken.len(), 1);
    assert!(mirror.holds_what(&store) && same(&load(&store).registry, &registry));
}

#[test]
fn set_aside_texts_unknown_keys_and_the_other_book_are_left_alone() {
    let (store, registry) = saved(MemoryShelf::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let group = mirror.0.remove(&key_of(&registry, 0)).unwrap();
    store.shelf().remove(&key_of(&registry, 0)).unwrap();
    mirror.put(&key_of(&registry, 0).replace("/book/", "/book/aside/"), &group);
    for key in ["buku-kube/book/aside/group/x", "buku-kube/book/later", "buku-kube/practice/rest", "else"] {
        mirror.put(key, "rotten");
    }
    store.shelf().write("buku-kube/book/earlier", "whatever").unwrap();
    store.shelf().write("buku-kube/book/aside/group/y", "rotten").unwrap();
    let mut expected = mirror.clone();
    expected.put(&key_of(&registry, 0), &group);
    let mut loaded = load(&store);
    settle(&store, &mut loaded, &mut mirror);
    assert!(same(&loaded.registry, &registry), "a set-aside text that can be read is taken in");
    for key in ["buku-kube/book/aside/group/x", "buku-kube/book/later", "buku-kube/practice/rest"] {
        assert_eq!((mirror.text(key).map(String::as_str), store.shelf().read(key).unwrap()), (Some("rotten"), None));
    }
    assert_eq!((mirror.text("buku-kube/book/earlier"), mirror.text("buku-kube/book/aside/group/y")), (None, None));
}
