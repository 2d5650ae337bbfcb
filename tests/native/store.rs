//! The store: what is saved loads the same, whatever the storage does, and nothing typed is lost.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;

use buku_kube::domain::{FieldValue, Id};
use buku_kube::exchange;
use buku_kube::history::{Change, Record};
use buku_kube::kinds::{Group, KindId, Member};
use buku_kube::registry::{Aggregate, Draft, Registry, Touched, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::storage::{Failure, MemoryStorage, Storage, StorageError, seal, units};
use buku_kube::store::{FormKey, Meta, Newer, Quarantined, Repository, Settings, Space};
use serde_json::json;

use crate::invented::*;

/// The quota of localStorage in Chromium and Firefox, UTF-16 units.
const QUOTA: usize = 5_242_880;

/// A storage that notes each write and stops after so many of them, as a killed tab does.
#[derive(Clone, Default)]
struct Watched {
    storage: MemoryStorage,
    left: Cell<Option<usize>>,
    writes: RefCell<Vec<(String, usize)>>,
}

impl Watched {
    fn spend(&self) -> Result<(), StorageError> {
        match self.left.get() {
            Some(0) => return Err(StorageError::Denied),
            Some(left) => self.left.set(Some(left - 1)),
            None => {}
        }
        Ok(())
    }
}

impl Storage for Watched {
    fn keys(&self, prefix: &str) -> Result<Vec<String>, StorageError> {
        self.storage.keys(prefix)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageError> {
        self.storage.read(key)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StorageError> {
        self.spend()?;
        self.writes.borrow_mut().push((key.to_owned(), units(key) + units(text)));
        self.storage.write(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StorageError> {
        self.spend()?;
        self.storage.remove(key)
    }
}

/// A store with these records saved in it, and the registry.
fn saved<S: Storage>(storage: S, records: Vec<Record>) -> (Repository<S>, Registry) {
    let store = Repository::new(storage, Space::Book);
    let mut registry = Registry::new(today());
    let (mut touched, _) = commands::import(&mut registry, records).unwrap();
    store.save(&registry, &mut touched).unwrap();
    assert!(touched.is_empty());
    (store, registry)
}

fn loaded<S: Storage>(store: &Repository<S>) -> Registry {
    let loaded = store.load(today()).unwrap();
    assert_eq!(loaded.quarantine, []);
    loaded.registry
}

fn same(one: &Registry, other: &Registry) -> bool {
    one.records().eq(other.records()) && one.dossiers().eq(other.dossiers())
}

/// The fixture of version 1, and a receipt, which is kept with all that names no group and is not kept by itself.
fn fixture() -> Vec<Record> {
    let mut records = exchange::read(include_bytes!("../fixtures/v1/full.json")).unwrap().records;
    records.extend(exchange::receipt(&header(exchange::Kind::Full)));
    records
}

fn contents(storage: &impl Storage) -> Vec<(String, String)> {
    storage.keys("").unwrap().into_iter().map(|key| (key.clone(), storage.read(&key).unwrap().unwrap())).collect()
}

fn first_member(registry: &Registry) -> Id {
    registry.dossiers().next().unwrap().members[0].id
}

fn rename(registry: &mut Registry, member: Id, seconds: u64) -> Touched {
    let seen = registry.record(&member.to_string()).unwrap().fold().heads;
    commands::save(registry, "member", member, at(seconds, 30), &seen, fields(&[("name", json!("Contoh Nol"))]))
}

#[test]
#[cfg(feature = "conformance")]
fn the_watched_storage_is_a_storage() {
    buku_kube::storage::conformance::check(&Watched::default());
}

#[test]
fn what_is_saved_loads_the_same() {
    for records in [fixture(), sample(Sample::ARTICLE), vec![]] {
        let (store, registry) = saved(MemoryStorage::default(), records);
        assert!(same(&loaded(&store), &registry));
        let known = |unit| matches!(unit, ' '..='~' | '\n' | '\u{3400}'..='\u{b3ff}');
        assert!(contents(store.storage()).iter().all(|(key, text)| key.is_ascii() && text.chars().all(known)));
    }
}

#[test]
fn loading_writes_nothing() {
    let (store, _) = saved(Watched::default(), fixture());
    let before = contents(store.storage());
    store.storage().writes.borrow_mut().clear();
    loaded(&store);
    assert_eq!(store.storage().writes.borrow().len(), 0);
    assert_eq!(contents(store.storage()), before);
}

#[test]
fn a_save_writes_one_key_however_many_groups_there_are_and_ten_times_the_programme_fit() {
    let mut saves = Vec::new();
    println!("groups  members  units per save      units     %  bytes in Safari      %");
    for (groups, members) in [(10, 84), (949, 7_959), (9_490, 79_590)] {
        let (store, mut registry) = saved(Watched::default(), sample(Sample { groups, members, seed: 1 }));
        let taken = store.units().unwrap();
        store.storage().writes.borrow_mut().clear();
        let member = first_member(&registry);
        let mut touched = rename(&mut registry, member, 1);
        store.save(&registry, &mut touched).unwrap();
        let writes = store.storage().writes.borrow().clone();
        assert!(writes.len() == 1 && writes[0].0.starts_with("buku-kube/book/group/"));
        let percent = |of: usize| {
            let tenths = (of * 1000 + QUOTA / 2) / QUOTA;
            format!("{}.{}", tenths / 10, tenths % 10)
        };
        // A byte a character of Latin-1, two as soon as there is any other.
        let bytes = |text: &str| if text.is_ascii() { text.len() } else { units(text) * 2 };
        let in_safari = contents(store.storage()).iter().map(|(key, text)| bytes(key) + bytes(text)).sum();
        let (share, share_in_safari) = (percent(taken), percent(in_safari));
        println!(
            "{groups:>6} {members:>8} {:>15} {taken:>10} {share:>5} {in_safari:>16} {share_in_safari:>6}",
            writes[0].1
        );
        assert!(taken < groups * 475, "of the 552 that a group may take if 9,490 are to fit");
        assert!(in_safari < groups * 890, "5,242,880 bytes are room for 5,890 groups");
        saves.push(writes[0].1);
        if groups < 1_000 {
            assert!(same(&loaded(&store), &registry));
        }
    }
    assert!(saves.iter().all(|save| save.abs_diff(saves[0]) < 20 && *save < 550), "{saves:?}");
}

/// What it is called, and what it makes of a text.
type Way = (&'static str, fn(&str) -> String);

#[test]
fn whatever_key_is_damaged_the_rest_opens_and_the_text_is_set_aside_untouched() {
    let ways: [Way; 6] = [
        ("cut", |text| text.chars().take(text.chars().count() / 2).collect()),
        ("one bit", |text| {
            let mut units: Vec<u16> = text.encode_utf16().collect();
            let middle = units.len() / 2;
            units[middle] ^= 1;
            String::from_utf16(&units).unwrap()
        }),
        ("garbage", |_| "x\u{0}\u{7f}".to_owned()),
        ("nothing", |_| String::new()),
        ("other JSON, well sealed", |_| seal::seal("{\"a\":1}")),
        ("of a newer version, it seems, but its checksum does not hold", |text| {
            text.replacen(&format!("kube {}", seal::VERSION), &format!("kube {}", seal::VERSION + 1), 1)
        }),
    ];
    let (_, whole) = saved(MemoryStorage::default(), fixture());
    let aggregates: Vec<Aggregate> = whole.aggregates().collect();
    assert!(aggregates.iter().any(|it| matches!(it, Aggregate::Own(_))) && aggregates.contains(&Aggregate::Shared));
    assert_eq!(aggregates.len(), 5);
    for aggregate in aggregates {
        for (what, damage) in ways {
            let (store, _) = saved(MemoryStorage::default(), fixture());
            let key = match aggregate {
                Aggregate::Group(id) => format!("group/{id}"),
                Aggregate::Own(id) => format!("own/{id}"),
                Aggregate::Shared => "rest".to_owned(),
            };
            let name = format!("buku-kube/book/{key}");
            let text = damage(&store.storage().read(&name).unwrap().unwrap());
            store.storage().damage(&name, &text);
            let expected = [Quarantined { key: key.clone(), text: text.clone(), newer: None }];
            for round in ["first", "second", "third"] {
                let loaded = store.load(today()).unwrap();
                assert_eq!(loaded.quarantine, expected, "{key} {what}, {round} load");
                assert!(
                    loaded.registry.records().eq(whole.records().filter(|record| Aggregate::of(record) != aggregate)),
                    "{key} {what}: the rest opens"
                );
            }
            assert_eq!(store.storage().read(&format!("buku-kube/book/aside/{key}")).unwrap().as_ref(), Some(&text));
            assert_eq!(store.storage().read(&name).unwrap(), None);
        }
    }
}

#[test]
fn what_a_newer_app_wrote_is_left_where_it_is_and_the_rest_opens() {
    let (_, whole) = saved(MemoryStorage::default(), fixture());
    for aggregate in whole.aggregates() {
        for newer in [|text: &str| of_version(text, seal::VERSION + 1), |_: &str| of_version("kube 4 0 \u{0}", 9)] {
            let (store, _) = saved(MemoryStorage::default(), fixture());
            let name = match aggregate {
                Aggregate::Group(id) => format!("buku-kube/book/group/{id}"),
                Aggregate::Own(id) => format!("buku-kube/book/own/{id}"),
                Aggregate::Shared => "buku-kube/book/rest".to_owned(),
            };
            let text = newer(&store.storage().read(&name).unwrap().unwrap());
            store.storage().damage(&name, &text);
            let before = contents(store.storage());
            let loaded = store.load(today()).unwrap();
            assert!(loaded.newer && loaded.quarantine.is_empty());
            assert!(loaded.registry.records().eq(whole.records().filter(|record| Aggregate::of(record) != aggregate)));
            assert_eq!(contents(store.storage()), before, "nothing is written");
            assert_eq!(store.written(&name, &text), Err(Newer));
        }
    }
    let (store, _) = saved(MemoryStorage::default(), fixture());
    assert!(!store.load(today()).unwrap().newer);
    store.save_meta(&Meta::new(device(5))).unwrap();
    let meta = store.storage().read("buku-kube/book/meta").unwrap().unwrap();
    store.storage().damage("buku-kube/book/meta", &of_version(&meta, seal::VERSION + 1));
    assert!(store.load(today()).unwrap().newer, "newer meta would be written over");
}

#[test]
fn a_key_damaged_twice_is_set_aside_twice() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    let group = registry.dossiers().next().unwrap().id;
    let name = format!("buku-kube/book/group/{group}");
    for text in ["first damage", "second damage", "second damage"] {
        store.storage().damage(&name, text);
        store.load(today()).unwrap();
    }
    let texts: Vec<String> =
        store.load(today()).unwrap().quarantine.into_iter().map(|quarantine| quarantine.text).collect();
    assert_eq!(texts, ["first damage", "second damage"]);
}

#[test]
fn a_damaged_text_stays_where_it_is_when_there_is_no_room_to_set_it_aside() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    let name = format!("buku-kube/book/group/{}", registry.dossiers().next().unwrap().id);
    let text = store.storage().read(&name).unwrap().unwrap().replacen('2', "3", 1);
    store.storage().damage(&name, &text);
    store.storage().fail(Failure::Full { units: store.units().unwrap() });
    for _ in 0..2 {
        assert_eq!(store.load(today()).unwrap().quarantine.len(), 1);
        assert_eq!(store.storage().read(&name).unwrap().as_ref(), Some(&text));
    }
}

#[test]
fn what_an_older_app_set_aside_is_read_once_it_can_be() {
    let (store, whole) = saved(MemoryStorage::default(), fixture());
    let group = whole.dossiers().next().unwrap().id;
    let name = format!("buku-kube/book/group/{group}");
    let text = store.storage().read(&name).unwrap().unwrap();
    store.storage().remove(&name).unwrap();
    store.storage().write(&format!("buku-kube/book/aside/group/{group}"), &text).unwrap();
    assert!(same(&loaded(&store), &whole));
}

#[test]
fn damaged_meta_settings_and_forms_are_no_reason_not_to_open() {
    let (store, whole) = saved(MemoryStorage::default(), fixture());
    store.save_meta(&Meta::new(device(5))).unwrap();
    store.save_settings(&Settings { language: "en".to_owned(), ..Settings::default() }).unwrap();
    store.keep_form(FormKey::New(KindId::Group, None, None), &json!({ "a": 1 })).unwrap();
    for key in ["buku-kube/book/meta", "buku-kube/settings", "buku-kube/book/form/group"] {
        assert!(store.storage().read(key).unwrap().is_some(), "{key}");
        store.storage().damage(key, "garbage");
    }
    assert!(same(&loaded(&store), &whole));
    assert_eq!(store.load(today()).unwrap().meta, None);
    assert_eq!((store.settings(), store.form(FormKey::New(KindId::Group, None, None))), (Settings::default(), None));
}

#[test]
fn a_failing_storage_says_so_and_saving_again_later_completes_it() {
    let failures = [
        (Failure::Denied, StorageError::Denied),
        (Failure::Forgets, StorageError::NotKept),
        (Failure::Full { units: 10 }, StorageError::Full),
    ];
    for (failure, error) in failures {
        let (store, mut registry) = saved(MemoryStorage::default(), fixture());
        let before = contents(store.storage());
        let members: Vec<Id> = registry.dossiers().map(|dossier| dossier.members[0].id).collect();
        let mut touched = Touched::default();
        for member in members {
            touched.extend(rename(&mut registry, member, 1));
        }
        store.storage().fail(failure);
        for _ in 0..2 {
            assert_eq!(store.save(&registry, &mut touched), Err(error));
            assert_eq!(touched.len(), 3, "nothing counts as saved");
        }
        store.storage().fail(Failure::None);
        assert_eq!(contents(store.storage()), before, "what was there is still there");
        store.save(&registry, &mut touched).unwrap();
        assert!(touched.is_empty() && same(&loaded(&store), &registry));
    }
}

#[test]
fn a_storage_that_fills_up_half_way_keeps_what_fits_and_remembers_the_rest() {
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let registry = registry(sample(Sample { groups: 10, members: 84, seed: 1 }));
    let (mut touched, _) =
        commands::import(&mut Registry::new(today()), registry.records().cloned().collect()).unwrap();
    store.storage().fail(Failure::Full { units: 2_000 });
    assert_eq!(store.save(&registry, &mut touched), Err(StorageError::Full));
    let there = store.storage().keys("buku-kube/book/group/").unwrap().len();
    assert!(there > 0);
    assert_eq!(touched.len(), 10 - there);
    store.storage().fail(Failure::None);
    store.save(&registry, &mut touched).unwrap();
    assert!(same(&loaded(&store), &registry));
}

#[test]
fn a_browser_without_storage_says_so_at_the_start() {
    let (store, _) = saved(MemoryStorage::default(), fixture());
    store.storage().fail(Failure::Denied);
    assert_eq!(store.load(today()).map(|_| ()).unwrap_err(), StorageError::Denied);
    assert_eq!(store.units(), Err(StorageError::Denied));
    assert_eq!(store.settings(), Settings::default());
}

/// Members that move, each to a group: by their places in the fixture's groups.
fn moves(registry: &mut Registry, moves: &[(usize, usize)]) -> Touched {
    let dossiers: Vec<(Id, Id)> = registry.dossiers().map(|dossier| (dossier.id, dossier.members[0].id)).collect();
    let file = moves.iter().map(|(from, to)| {
        let (member, group) = (dossiers[*from].1, dossiers[*to].0);
        let heads = registry.record(&member.to_string()).unwrap().fold().heads;
        let change = Change::set(at(5, 30), heads, fields(&[("group", json!(group.to_string()))]));
        Record::new(member.to_string(), Member::KIND, vec![change])
    });
    let file: Vec<Record> = file.collect();
    commands::import(registry, file).unwrap().0
}

#[test]
fn a_member_that_moves_is_never_nowhere_wherever_saving_stops() {
    let table: [&[(usize, usize)]; 6] =
        [&[(0, 1)], &[(2, 0)], &[(0, 1), (1, 0)], &[(0, 1), (1, 2)], &[(2, 1), (1, 0)], &[(0, 1), (1, 2), (2, 0)]];
    for moved in table {
        let mut stops = 0;
        loop {
            let (store, before) = saved(Watched::default(), fixture());
            let mut registry = before.clone();
            let mut touched = moves(&mut registry, moved);
            store.storage().left.set(Some(stops));
            let result = store.save(&registry, &mut touched);
            store.storage().left.set(None);
            let found = loaded(&store);
            for record in before.records() {
                let now = found
                    .record(record.id())
                    .unwrap_or_else(|| panic!("{moved:?}, {stops} writes: {} is lost", record.id()));
                assert!(record.changes().iter().all(|change| now.has(change.at)));
            }
            store.save(&registry, &mut touched).unwrap();
            assert!(same(&loaded(&store), &registry), "going on completes it");
            let keys = contents(store.storage());
            let texts: Vec<_> = keys.iter().map(|(_, text)| seal::open(text).unwrap()).collect();
            let copies = |id: &str| texts.iter().filter(|text| text.contains(&format!("{{\"id\":\"{id}\""))).count();
            assert!(registry.records().all(|record| copies(record.id()) == 1), "no copy is left behind");
            if result.is_ok() {
                break;
            }
            stops += 1;
        }
        assert!(stops >= 2, "each of the writes was the last once");
    }
}

#[test]
fn a_group_whose_last_record_moves_away_leaves_no_key() {
    let member =
        |group: u8| Change::set(at(u64::from(group), 1), vec![], fields(&[("group", json!(id(group).to_string()))]));
    let record = Record::new(id(50).to_string(), "member", vec![member(1)]);
    let (store, mut registry) = saved(MemoryStorage::default(), vec![record]);
    let seen = vec![at(1, 1)];
    let set = fields(&[("group", json!(id(2).to_string()))]);
    let mut touched = commands::save(&mut registry, "member", id(50), at(9, 1), &seen, set);
    store.save(&registry, &mut touched).unwrap();
    assert_eq!(store.storage().keys("").unwrap(), [format!("buku-kube/book/group/{}", id(2))]);
}

#[test]
fn an_erased_member_leaves_no_value_on_the_storage() {
    let (store, mut registry) = saved(MemoryStorage::default(), fixture());
    let member = first_member(&registry);
    let (name, nik) = ("Contoh Satu\"", registry.dossiers().next().unwrap().members[0].value.nik.unwrap().text());
    let holds = |what: &str| contents(store.storage()).iter().any(|(_, text)| seal::open(text).unwrap().contains(what));
    assert!(holds(name) && holds(&nik));
    let mut touched = commands::erase_record(&mut registry, member, at(9, 30));
    store.save(&registry, &mut touched).unwrap();
    assert!(!holds(name) && !holds(&nik));
    assert!(loaded(&store).record(&member.to_string()).is_some_and(Record::is_erased));
}

#[test]
fn an_import_taken_back_is_gone_from_the_storage_too() {
    let (store, mut registry) = saved(MemoryStorage::default(), fixture());
    let before = contents(store.storage());
    let (mut touched, undo) =
        commands::import(&mut registry, sample(Sample { groups: 4, members: 30, seed: 9 })).unwrap();
    store.save(&registry, &mut touched).unwrap();
    assert_ne!(contents(store.storage()), before);
    let mut touched = commands::undo_import(&mut registry, &mut commands::Imports::of((), undo), 0).touched;
    store.save(&registry, &mut touched).unwrap();
    assert_eq!(contents(store.storage()), before);
}

#[test]
fn what_is_handed_over_is_what_is_in_memory_whatever_another_tab_has_written() {
    let (store, mut registry) = saved(MemoryStorage::default(), fixture());
    let marks = registry.aggregates().map(|aggregate| (aggregate, registry.mark_at(aggregate))).collect();
    let all = |registry: &Registry| {
        let texts = store.texts(registry, &marks);
        texts.iter().flat_map(|text| buku_kube::store::records_in(text).unwrap()).collect::<Vec<_>>()
    };
    let whole = |registry: &Registry| Registry::of(today(), registry.records().cloned().collect()).mark();
    assert_eq!(Registry::of(today(), all(&registry)).mark(), whole(&registry));
    // Changed here, and under its key stands what another tab knew of it.
    let member = registry.dossiers().next().unwrap().members[0].id;
    let mut touched = commands::erase_record(&mut registry, member, at(5_000, 9));
    let Aggregate::Group(group) = touched.gained()[0] else { panic!("no group") };
    let key = format!("{}group/{group}", Space::Book.prefix());
    let standing = || store.storage().read(&key).unwrap().unwrap();
    let before = standing();
    assert_eq!(Registry::of(today(), all(&registry)).mark(), whole(&registry));
    // Written here, it is not made anew; unless what was there before stands there again.
    store.save(&registry, &mut touched).unwrap();
    assert!(store.texts(&registry, &marks).contains(&standing()));
    assert_eq!(Registry::of(today(), all(&registry)).mark(), whole(&registry));
    store.storage().write(&key, &before).unwrap();
    assert!(!store.texts(&registry, &marks).contains(&before));
    assert_eq!(Registry::of(today(), all(&registry)).mark(), whole(&registry));
}

#[test]
fn half_typed_forms_come_back_after_a_reload() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    let dossier = registry.dossiers().next().unwrap();
    let mut group = Draft::open("group", dossier.id, &registry.record(&dossier.id.to_string()).unwrap().fold());
    group.put(Group::NAME, "Contoh Baru ");
    let mut member = Draft::new("member", dossier.id);
    member.put(Member::NIK, "6472 0305");
    let member_id = dossier.members[0].id;
    let forms = [
        FormKey::New(KindId::Group, None, None),
        FormKey::Of(KindId::Group, dossier.id),
        FormKey::New(KindId::Member, Some(dossier.id), None),
        FormKey::Of(KindId::Member, member_id),
    ];
    for (key, json) in forms.iter().zip([json!(1), group.to_json(), member.to_json(), json!(4)]) {
        store.keep_form(*key, &json).unwrap();
    }
    let again = Repository::new(store.storage().clone(), Space::Book);
    assert!(same(&loaded(&again), &registry), "a form is no record");
    let form = |key| again.form(key).unwrap();
    assert_eq!(Draft::from_json("group", &form(forms[1])), Some(group));
    assert_eq!(Draft::from_json("member", &form(forms[2])), Some(member));
    assert_eq!((form(forms[0]), form(forms[3])), (json!(1), json!(4)));
    again.drop_form(forms[0]).unwrap();
    assert_eq!((store.form(forms[0]), store.form(forms[3])), (None, Some(json!(4))));
}

#[test]
fn practice_and_book_never_mix_and_clearing_one_leaves_the_other_and_the_neighbours() {
    let storage = MemoryStorage::default();
    storage.write("another page's key", "theirs").unwrap();
    let (book, real) = saved(storage.clone(), fixture());
    let practice = Repository::new(storage.clone(), Space::Practice);
    let mut invented = Registry::new(today());
    let (mut touched, _) = commands::import(&mut invented, sample(Sample { groups: 4, members: 30, seed: 9 })).unwrap();
    practice.save(&invented, &mut touched).unwrap();
    let mut meta = Meta::new(device(5));
    meta.sent = Some(at(1, 1));
    book.save_meta(&meta).unwrap();
    practice.save_meta(&Meta::new(device(6))).unwrap();
    practice.keep_form(FormKey::New(KindId::Group, None, None), &json!("practice")).unwrap();
    let settings = Settings {
        language: "id".to_owned(),
        practice: true,
        name: "Contoh".to_owned(),
        city: "64.72".to_owned(),
        desk: "keys-off".to_owned(),
        at_ms: 7,
    };
    practice.save_settings(&settings).unwrap();

    assert!(same(&loaded(&book), &real) && same(&loaded(&practice), &invented));
    assert_eq!(book.form(FormKey::New(KindId::Group, None, None)), None);
    assert_eq!(book.settings(), settings, "settings are the device's");
    practice.storage().damage("buku-kube/practice/rest", "garbage");
    assert_eq!(practice.load(today()).unwrap().quarantine.len(), 1);

    practice.clear().unwrap();
    assert_eq!(storage.keys("buku-kube/practice/").unwrap(), [""; 0]);
    assert!(practice.load(today()).unwrap().registry.is_empty());
    assert!(same(&loaded(&book), &real));
    let meta = book.load(today()).unwrap().meta.unwrap();
    assert_eq!((meta.device(), meta.sent), (Some(device(5)), Some(at(1, 1))));
    assert_eq!((book.settings(), storage.read("another page's key").unwrap().as_deref()), (settings, Some("theirs")));
}

#[test]
fn every_group_has_a_key_of_its_own() {
    let (store, registry) = saved(MemoryStorage::default(), sample(Sample::ARTICLE));
    let expected: BTreeSet<String> =
        registry.dossiers().map(|dossier| format!("buku-kube/book/group/{}", dossier.id)).collect();
    assert_eq!(store.storage().keys("").unwrap().into_iter().collect::<BTreeSet<_>>(), expected);
}

#[test]
fn what_another_tab_wrote_is_known_by_its_key_and_nothing_else_is() {
    let (store, registry) = saved(MemoryStorage::default(), fixture());
    let aggregate = Aggregate::Group(registry.dossiers().next().unwrap().id);
    let records: Vec<Record> = registry.records_at(aggregate).cloned().collect();
    let keys = store.storage().keys("buku-kube/book/group/").unwrap();
    let texts = keys.iter().map(|key| (key, store.storage().read(key).unwrap().unwrap()));
    let read: Vec<_> = texts.filter_map(|(key, text)| store.written(key, &text).unwrap()).collect();
    assert_eq!(read.len(), keys.len());
    assert!(read.contains(&(aggregate, records)));
    let text = store.storage().read(&keys[0]).unwrap().unwrap();
    let practice = keys[0].replace("/book/", "/practice/");
    for other in ["", "buku-kube/book/meta", "buku-kube/book/group/no-id", "else", practice.as_str()] {
        assert_eq!(store.written(other, &text), Ok(None), "{other}");
    }
    assert_eq!(store.written(&keys[0], "torn"), Ok(None));
}
