//! The storage and a mirror of it: whichever lacks something gets it, and nothing is written over that was not kept first.

use std::collections::BTreeMap;

use buku_kube::exchange;
use buku_kube::history::{Change, Record};
use buku_kube::kinds::KindId;
use buku_kube::registry::{Registry, Touched, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::storage::{Failure, MemoryStorage, Storage, StorageError, seal};
use buku_kube::store::{
    Begun, FormKey, Loaded, Meta, Own, Quarantined, Replaced, Repository, Reunion, Side, Space, epochs_key, form_key,
};
use serde_json::json;

use crate::invented::*;

/// What IndexedDB would hold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mirror(BTreeMap<String, String>);

impl Mirror {
    /// A mirror of all that stands in the storage.
    pub fn of(store: &Repository<MemoryStorage>) -> Self {
        let keys = store.storage().keys(PREFIX).unwrap();
        Self(keys.into_iter().map(|key| (key.clone(), store.storage().read(&key).unwrap().unwrap())).collect())
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

    /// Whether it holds the same texts as the storage, but for those that are put in quarantine.
    pub fn holds_what(&self, store: &Repository<MemoryStorage>) -> bool {
        let plain = |texts: Self| texts.0.into_iter().filter(|(key, _)| !key.contains("/aside/")).collect::<Vec<_>>();
        plain(self.clone()) == plain(Self::of(store))
    }

    fn texts(&self) -> Vec<(String, String)> {
        self.0.clone().into_iter().collect()
    }
}

const PREFIX: &str = "buku-kube/book/";

/// A store with these records saved in it, and the registry.
pub fn saved(storage: MemoryStorage, records: Vec<Record>) -> (Repository<MemoryStorage>, Registry) {
    let store = Repository::new(storage, Space::Book);
    let registry = registry(records);
    for aggregate in registry.aggregates() {
        store.save(&registry, &mut Touched::one(aggregate)).unwrap();
    }
    (store, registry)
}

/// What the app does at its start, in the order that `store/mirror.rs` gives.
pub fn settle(store: &Repository<MemoryStorage>, loaded: &mut Loaded, mirror: &mut Mirror) -> Reunion {
    let own = Own::default();
    let side = Side { epochs: &loaded.epochs, quarantine: &loaded.quarantine, own: &own };
    let found = store.reunite(&mut loaded.registry, side, &mirror.texts()).unwrap();
    if !found.newer.is_empty() {
        return found;
    }
    for broken in &found.broken {
        store.quarantine(broken).unwrap();
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

fn load(store: &Repository<MemoryStorage>) -> Loaded {
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
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    store.save_meta(&Meta::new(device(5))).unwrap();
    let mut loaded = load(&store);
    // Rotten since it was loaded, here and there: whoever opened it would say so.
    store.storage().damage(&key_of(&registry, 0), "rotten");
    let mut mirror = Mirror::of(&store);
    assert_eq!(settle(&store, &mut loaded, &mut mirror), Reunion::default());
    assert!(same(&loaded.registry, &registry));
}

#[test]
fn an_empty_mirror_gets_all_and_an_empty_storage_too() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    store.save_meta(&Meta::new(device(5))).unwrap();
    store.keep_form(FormKey::New(KindId::Group, None, None), &json!({ "name": "Contoh" })).unwrap();
    store.save_settings(&store.settings()).unwrap();
    let whole = Mirror::of(&store);
    let mut mirror = Mirror::default();
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!(mirror, whole);
    assert_eq!((found.behind, found.touched), (whole.keys(), Touched::default()));

    let empty = Repository::new(MemoryStorage::default(), Space::Book);
    let mut loaded = load(&empty);
    assert!(loaded.registry.is_empty());
    let found = settle(&empty, &mut loaded, &mut mirror);
    assert!(same(&loaded.registry, &registry));
    assert_eq!(found.meta.unwrap().device(), Some(device(5)), "the device keeps its name");
    assert_eq!(found.touched.gained(), registry.aggregates().collect::<Vec<_>>());
    assert_eq!(mirror, whole);
    assert!(mirror.holds_what(&empty));
    assert_eq!(empty.form(FormKey::New(KindId::Group, None, None)), Some(json!({ "name": "Contoh" })));
}

#[test]
fn each_gets_what_only_the_other_has_within_one_group_too() {
    let (store, mut registry) = saved(MemoryStorage::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let mut elsewhere = registry.clone();
    // In the first group each has a change, in the second only the storage, in the third only the mirror.
    let mut touched = rename(&mut registry, 0, 10, "Contoh Nol");
    touched.extend(rename(&mut registry, 1, 11, "Contoh Nol"));
    store.save(&registry, &mut touched).unwrap();
    let other = Repository::new(MemoryStorage::default(), Space::Book);
    rename(&mut elsewhere, 0, 20, "Contoh Lain");
    rename(&mut elsewhere, 2, 21, "Contoh Lain");
    for aggregate in elsewhere.aggregates() {
        other.save(&elsewhere, &mut Touched::one(aggregate)).unwrap();
    }
    for place in [0, 2] {
        let key = key_of(&elsewhere, place);
        mirror.put(&key, &other.storage().read(&key).unwrap().unwrap());
    }
    let mut united = registry.clone();
    commands::import(&mut united, elsewhere.records().cloned().collect()).unwrap();

    let mut loaded = load(&store);
    let found = settle(&store, &mut loaded, &mut mirror);
    assert!(same(&loaded.registry, &united) && same(&load(&store).registry, &united));
    assert!(mirror.holds_what(&store));
    let aggregates = found.touched.gained().len();
    assert_eq!((aggregates, found.behind.len()), (2, 3), "only what differs is written");
    assert_eq!(settle(&store, &mut loaded, &mut mirror), Reunion::default(), "and then they are the same");
}

#[test]
fn an_import_that_is_over_in_one_copy_is_over() {
    let begun =
        Begun { asked_ms: 4, at_ms: 5, files: vec![("a".to_owned(), "a.json".to_owned())], groups: 3, is_over: false };
    let over = Begun { is_over: true, ..begun.clone() };
    for (here, there) in [(&begun, &over), (&over, &begun)] {
        let (store, _) = saved(MemoryStorage::default(), fixture());
        store.note_begun(there).unwrap();
        let mut mirror = Mirror::of(&store);
        store.note_begun(here).unwrap();
        settle(&store, &mut load(&store), &mut mirror);
        assert_eq!(store.begun(), vec![over.clone()]);
        assert!(mirror.holds_what(&store), "the second copy says so, too");
    }
    // One copy has lost it, as a browser that was killed: an import that was cut is told all the same.
    let (store, _) = saved(MemoryStorage::default(), fixture());
    store.note_begun(&begun).unwrap();
    let mut mirror = Mirror::of(&store);
    store.drop_begun(5).unwrap();
    settle(&store, &mut load(&store), &mut mirror);
    assert_eq!(store.begun(), [begun]);
}

#[test]
fn a_form_or_meta_on_the_storage_stays_and_goes_to_the_mirror() {
    let (store, _) = saved(MemoryStorage::default(), fixture());
    store.save_meta(&Meta::new(device(5))).unwrap();
    store.keep_form(FormKey::New(KindId::Group, None, None), &json!("older")).unwrap();
    let mut mirror = Mirror::of(&store);
    store.save_meta(&Meta::new(device(6))).unwrap();
    store.keep_form(FormKey::New(KindId::Group, None, None), &json!("newer")).unwrap();
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!((found.meta, found.beside), (None, vec![]));
    assert_eq!(store.form(FormKey::New(KindId::Group, None, None)), Some(json!("newer")));
    assert!(mirror.holds_what(&store));

    store.storage().damage(&format!("{PREFIX}meta"), "rotten");
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!(found.meta.unwrap().device(), Some(device(6)), "what the storage cannot read, it has not");
    assert!(mirror.holds_what(&store));
}

#[test]
fn a_group_of_which_the_last_record_moved_on_is_forgotten_by_the_mirror() {
    let member =
        |group: u8, seconds| Change::set(at(seconds, 1), vec![], fields(&[("group", json!(id(group).to_string()))]));
    let record = |changes| vec![Record::new(id(50).to_string(), "member", changes)];
    let (before, _) = saved(MemoryStorage::default(), record(vec![member(1, 1)]));
    let mut mirror = Mirror::of(&before);
    let (store, registry) = saved(MemoryStorage::default(), record(vec![member(1, 1), member(2, 9)]));
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!(found.touched, Touched::default());
    assert_eq!(mirror.keys(), [format!("{PREFIX}group/{}", id(2))]);
    assert!(mirror.holds_what(&store) && same(&load(&store).registry, &registry));
}

#[test]
fn an_erased_member_is_erased_in_the_mirror_and_does_not_come_back() {
    let (store, mut registry) = saved(MemoryStorage::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let member = &registry.dossiers().next().unwrap().members[0];
    let (member, nik) = (member.id, member.value.nik.unwrap());
    let mut touched = commands::erase_record(&mut registry, member, at(9, 30));
    store.save(&registry, &mut touched).unwrap();
    let mut loaded = load(&store);
    settle(&store, &mut loaded, &mut mirror);
    assert!(same(&loaded.registry, &registry) && mirror.holds_what(&store));
    let nik = buku_kube::domain::FieldValue::text(&nik);
    assert!(mirror.texts().iter().all(|(_, text)| !seal::open(text).unwrap().contains(&nik)));
}

#[test]
fn a_broken_text_of_the_mirror_is_told_and_set_aside_and_made_good() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let key = key_of(&registry, 1);
    mirror.put(&key, "rotten");
    mirror.put(&format!("{PREFIX}group/{}", id(9)), "rotten, and nowhere else");
    let mut loaded = load(&store);
    let found = settle(&store, &mut loaded, &mut mirror);
    assert_eq!(found.broken.len(), 2);
    assert_eq!(found.touched, Touched::default());
    assert!(mirror.holds_what(&store) && same(&loaded.registry, &registry));
    let texts: Vec<String> = load(&store).quarantine.into_iter().map(|quarantine| quarantine.text).collect();
    assert_eq!(texts, ["rotten", "rotten, and nowhere else"]);
}

#[test]
fn a_mirror_of_a_newer_app_is_told_and_left_as_it_is() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    store.save_meta(&Meta::new(device(5))).unwrap();
    for key in [key_of(&registry, 0), format!("{PREFIX}meta")] {
        let mut mirror = Mirror::of(&store);
        let text = of_version(mirror.text(&key).unwrap(), seal::VERSION + 1);
        mirror.put(&key, &text);
        let before = mirror.clone();
        let found = settle(&store, &mut load(&store), &mut mirror);
        let newer = Some(seal::VERSION + 1);
        assert_eq!(found.newer, [Quarantined { key: key[PREFIX.len()..].to_owned(), text, newer }]);
        assert!(!found.behind.contains(&key) && found.broken.is_empty());
        assert_eq!(mirror, before);
    }
}

#[test]
fn what_finds_no_room_on_the_storage_stands_in_the_mirror() {
    let (store, mut registry) = saved(MemoryStorage::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let more = sample(Sample { groups: 3, members: 12, seed: 5 });
    let (other, _) = saved(MemoryStorage::default(), more.clone());
    for (key, text) in Mirror::of(&other).texts() {
        mirror.put(&key, &text);
    }
    let key = key_of(&registry, 0);
    mirror.0.remove(&key);
    commands::import(&mut registry, more).unwrap();
    store.storage().fail(Failure::Full { units: store.units().unwrap() });
    let mut loaded = load(&store);
    let found = settle(&store, &mut loaded, &mut mirror);
    assert_eq!(store.save(&loaded.registry, &mut found.touched.clone()), Err(StorageError::Full));
    assert!(same(&loaded.registry, &registry));
    let (fresh, mut again) = (Repository::new(MemoryStorage::default(), Space::Book), None);
    for (key, text) in mirror.texts() {
        fresh.storage().write(&key, &text).unwrap();
        again = Some(load(&fresh).registry);
    }
    assert!(same(&again.unwrap(), &registry), "the mirror alone holds everything");
}

#[test]
fn a_text_of_an_older_version_that_says_the_same_goes_to_the_mirror_as_it_is() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let key = key_of(&registry, 0);
    let storage: BTreeMap<String, String> =
        serde_json::from_str(include_str!("../fixtures/store/v1/shelf.json")).unwrap();
    store.storage().damage(&key, &storage[&key]);
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!((found.behind, found.touched), (vec![key.clone()], Touched::default()));
    assert_eq!(mirror.text(&key), Some(&storage[&key]));
    assert_eq!(settle(&store, &mut load(&store), &mut mirror), Reunion::default());
}

#[test]
fn what_was_taken_away_for_good_beside_the_records_comes_back_from_neither_copy() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    let form = FormKey::Of(KindId::Member, registry.dossiers().next().unwrap().members[0].id);
    store.keep_form(form, &json!("half typed")).unwrap();
    store.keep_form(FormKey::New(KindId::Group, None, None), &json!("another")).unwrap();
    let before = Mirror::of(&store);
    let mut epochs = store.epochs();
    epochs.raise(&Replaced::Beside(vec![form_key(form)]), at(9, 1));
    store.drop_form(form).unwrap();
    store.save_epochs(&epochs).unwrap();
    let after = Mirror::of(&store);

    // The mirror has not heard of it; then the storage was written out before it.
    let mut mirror = before.clone();
    let found = settle(&store, &mut load(&store), &mut mirror);
    assert_eq!((store.form(form), mirror.text(&format!("{PREFIX}{}", form_key(form)))), (None, None));
    assert_eq!(found.epochs, Some(epochs.clone()));

    let old = Repository::new(MemoryStorage::default(), Space::Book);
    for (key, text) in before.texts() {
        old.storage().write(&key, &text).unwrap();
    }
    let mut mirror = after;
    settle(&old, &mut load(&old), &mut mirror);
    assert_eq!(old.form(form), None);
    assert_eq!(
        old.form(FormKey::New(KindId::Group, None, None)),
        Some(json!("another")),
        "what was not taken away stays"
    );
    assert!(mirror.text(&epochs_key(Space::Book)).is_some());
}

#[test]
fn an_id_under_two_kinds_stays_what_it_is_in_the_registry() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    let member = registry.dossiers().next().unwrap().members[0].id;
    let change = Change::set(at(1, 1), vec![], fields(&[("group", json!(id(9).to_string()))]));
    let (other, _) = saved(MemoryStorage::default(), vec![Record::new(member.to_string(), "audit", vec![change])]);
    let mut mirror = Mirror::of(&store);
    let clash = Mirror::of(&other);
    mirror.put(&clash.keys()[0], clash.text(&clash.keys()[0]).unwrap());
    let found = settle(&store, &mut load(&store), &mut mirror);
    // Since one of another kind is refused by itself, the rest of its text is as good as ever.
    assert_eq!(found.broken, []);
    assert!(mirror.holds_what(&store) && same(&load(&store).registry, &registry));
}

#[test]
fn set_aside_texts_unknown_keys_and_the_other_book_are_left_alone() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    let mut mirror = Mirror::of(&store);
    let group = mirror.0.remove(&key_of(&registry, 0)).unwrap();
    store.storage().remove(&key_of(&registry, 0)).unwrap();
    mirror.put(&key_of(&registry, 0).replace("/book/", "/book/aside/"), &group);
    for key in ["buku-kube/book/aside/group/x", "buku-kube/book/later", "buku-kube/practice/rest", "else"] {
        mirror.put(key, "rotten");
    }
    store.storage().write("buku-kube/book/earlier", "whatever").unwrap();
    store.storage().write("buku-kube/book/aside/group/y", "rotten").unwrap();
    let mut expected = mirror.clone();
    expected.put(&key_of(&registry, 0), &group);
    let mut loaded = load(&store);
    settle(&store, &mut loaded, &mut mirror);
    assert!(same(&loaded.registry, &registry), "a set-aside text that can be read is taken in");
    for key in ["buku-kube/book/aside/group/x", "buku-kube/book/later", "buku-kube/practice/rest"] {
        assert_eq!((mirror.text(key).map(String::as_str), store.storage().read(key).unwrap()), (Some("rotten"), None));
    }
    assert_eq!((mirror.text("buku-kube/book/earlier"), mirror.text("buku-kube/book/aside/group/y")), (None, None));
}
