//! Every version of the store and of the file is read for ever: each has its fixtures, and none was forgotten.

use std::collections::BTreeMap;
use std::path::Path;

use buku_kube::exchange;
use buku_kube::history::Record;
use buku_kube::kinds::KindId;
use buku_kube::registry::{Registry, Touched};
use buku_kube::storage::{MemoryStorage, Storage, seal};
use buku_kube::store::{FormKey, Loaded, Quarantined, Repository, Settings, Space};
use serde_json::{Value, json};

use crate::invented::*;

const FIXTURES: &str = "tests/fixtures";

/// The storage that this version left.
fn storage_of(version: u32) -> MemoryStorage {
    let text = std::fs::read_to_string(format!("{FIXTURES}/store/v{version}/shelf.json")).unwrap();
    let storage = MemoryStorage::default();
    for (key, text) in serde_json::from_str::<BTreeMap<String, String>>(&text).unwrap() {
        storage.write(&key, &text).unwrap();
    }
    storage
}

fn contents(storage: &MemoryStorage) -> Vec<(String, String)> {
    storage.keys("").unwrap().into_iter().map(|key| (key.clone(), storage.read(&key).unwrap().unwrap())).collect()
}

fn full() -> Registry {
    registry(exchange::read(&std::fs::read(format!("{FIXTURES}/v1/full.json")).unwrap()).unwrap().records)
}

/// The folders `v1`, `v2`… in a folder.
fn versions_in(folder: &str) -> usize {
    let entries = Path::new(folder).read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    entries.filter(|name| name.strip_prefix('v').is_some_and(|number| number.parse::<u32>().is_ok())).count()
}

#[test]
fn no_version_of_the_store_was_forgotten() {
    assert_eq!(versions_in(&format!("{FIXTURES}/store")), usize::try_from(seal::VERSION).unwrap());
    for version in 1..=seal::VERSION {
        let texts = contents(&storage_of(version));
        let of_it = texts.iter().filter(|(key, text)| {
            !key.contains("/aside/") && text.starts_with(&format!("kube {version} ")) && seal::open(text).is_ok()
        });
        assert_eq!((of_it.count(), texts.len()), (8, 9), "version {version}");
    }
}

#[test]
fn no_version_of_the_file_was_forgotten() {
    assert_eq!(versions_in(FIXTURES), usize::try_from(exchange::VERSION).unwrap());
    for version in 1..=exchange::VERSION {
        let bytes = std::fs::read(format!("{FIXTURES}/v{version}/full.json")).unwrap();
        assert_eq!(serde_json::from_slice::<Value>(&bytes).unwrap()["version"], json!(version));
        assert!(exchange::read(&bytes).is_ok(), "version {version}");
        assert!(Path::new(&format!("public/schema/kube-{version}.schema.json")).exists(), "version {version}");
    }
}

#[test]
fn a_storage_of_any_version_opens_as_it_was_left_and_nothing_is_written() {
    let expected = full();
    for version in 1..=seal::VERSION {
        let storage = storage_of(version);
        let before = contents(&storage);
        let store = Repository::new(storage, Space::Book);
        let Loaded { registry, meta, quarantine, newer, .. } = store.load(today()).unwrap();
        assert!(!newer && registry.records().eq(expected.records()), "version {version}");
        let meta = meta.unwrap();
        assert_eq!((meta.device(), meta.sent), (Some(device(5)), Some(at(1, 5))));
        let name = "Contoh Pendamping É".to_owned();
        assert_eq!(store.settings(), Settings { language: "id".to_owned(), name, ..Settings::default() });
        let member = expected.dossiers().next().unwrap().members[0].id;
        assert_eq!(store.form(FormKey::New(KindId::Group, None, None)), Some(json!({ "name": "Contoh Baru 🌾" })));
        assert_eq!(store.form(FormKey::Of(KindId::Member, member)), Some(json!({ "name": "Contoh" })));
        let key = "group/01466950-0000-7000-8000-000000000000".to_owned();
        let text = "kube 1 00000000 12\n[{\"id\":\"x".to_owned();
        assert_eq!(quarantine, [Quarantined { key, text, newer: None }], "set aside, and kept as it was");
        assert_eq!(contents(store.storage()), before);
    }
}

#[test]
fn a_text_of_an_older_version_is_of_the_present_one_once_its_aggregate_is_saved_and_the_others_stay() {
    for version in 1..seal::VERSION {
        let store = Repository::new(storage_of(version), Space::Book);
        let registry = store.load(today()).unwrap().registry;
        let before = contents(store.storage());
        let aggregate = registry.aggregates().next().unwrap();
        store.save(&registry, &mut Touched::one(aggregate)).unwrap();
        let after = contents(store.storage());
        let changed: Vec<_> = after.iter().zip(&before).filter(|(after, before)| after != before).collect();
        assert_eq!(changed.len(), 1);
        assert!(changed[0].0.1.starts_with(&format!("kube {} ", seal::VERSION)));
        let again = store.load(today()).unwrap().registry;
        assert!(again.records().eq(full().records()), "the two versions stand side by side");
    }
}

/// Each step, before and after: what a text of one version says is what the next version's says.
#[test]
fn each_step_of_the_store_comes_to_what_the_next_version_says() {
    let said = |version| -> Vec<(String, Value)> {
        let texts = contents(&storage_of(version)).into_iter().filter(|(key, _)| !key.contains("/aside/"));
        texts.map(|(key, text)| (key, serde_json::from_str(&seal::open(&text).unwrap()).unwrap())).collect()
    };
    for version in 1..seal::VERSION {
        assert_eq!(said(version), said(version + 1), "from version {version}");
    }
    let records: Vec<Record> = said(1)
        .into_iter()
        .filter(|(key, _)| key.contains("/group/") && !key.contains("/form/"))
        .flat_map(|(_, value)| serde_json::from_value::<Vec<Record>>(value).unwrap())
        .collect();
    assert!(records.len() > 10, "and it says something");
}

#[test]
fn the_fixture_of_version_3_has_a_list_in_parts() {
    let texts = contents(&storage_of(3));
    assert!(texts.iter().any(|(_, text)| text.lines().next().is_some_and(|head| head.contains(';'))));
}
