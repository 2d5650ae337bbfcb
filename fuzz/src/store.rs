//! Bytes found as a text in the storage, beside good ones.

use buku_kube::history::Record;
use buku_kube::kinds::{Group, KindId, Member};
use buku_kube::registry::{Draft, Registry, Touched, commands};
use buku_kube::storage::{Failure, MemoryStorage, Storage, seal};
use buku_kube::store::{FormKey, Repository, Space};

use crate::{good, records, registry_of, today};

const FORM: FormKey = FormKey::New(KindId::Group, None, None);

/// Keys under which a text can lie; the first byte of the input names one, and its eighth bit, whether it is sealed.
const KEYS: [&str; 10] = [
    "buku-kube/book/group/01977a00-0000-7000-8000-000000000000",
    "buku-kube/book/rest",
    "buku-kube/book/group/no id",
    "buku-kube/book/own/01977a00-0000-7000-8000-000000000001",
    "buku-kube/book/own/no id",
    "buku-kube/book/aside/rest",
    "buku-kube/book/meta",
    "buku-kube/book/form/group",
    "buku-kube/settings",
    "buku-kube/book/of a newer version",
];

/// Puts the bytes under a key, sealed or as they are: no chance finds a seal, and what lies behind it has to be reached.
///
/// # Panics
/// Where a promise is broken.
pub fn store(bytes: &[u8]) {
    let Some((&first, text)) = bytes.split_first() else { return };
    let Ok(text) = std::str::from_utf8(text) else { return };
    let key = KEYS[usize::from(first) % KEYS.len()];
    let text = if first < 128 { seal::seal(text) } else { text.to_owned() };
    let _ = seal::open(&text);

    let storage = MemoryStorage::default();
    let store = Repository::new(storage.clone(), Space::Book);
    save_all(&store, &registry_of(good()));
    storage.damage(key, &text);
    is_kept_when_there_is_no_room(key, &text);
    let loaded = store.load(today()).expect("the storage gives what it has");

    let fits = registry_with(good(), &loaded.registry).is_some();
    if fits {
        let mut united = loaded.registry.clone();
        let (touched, _) = commands::import(&mut united, good()).expect("they fit");
        assert!(touched.is_empty(), "what else lies there is there");
    }
    let held = BOOK_KEYS.iter().any(|prefix| key.starts_with(prefix));
    let is_there = all(&storage).iter().any(|(_, other)| *other == text);
    assert!(is_there, "loading leaves the text or a copy of it");
    let read = records(&loaded.registry).len() > good().len() || loaded.quarantine.is_empty();
    assert!(
        !held || read || loaded.quarantine.iter().any(|quarantine| quarantine.text == text),
        "what cannot be read is told"
    );

    let before = all(&storage);
    let again = store.load(today()).expect("a second time too");
    assert_eq!(records(&again.registry), records(&loaded.registry), "a second time gives the same");
    assert_eq!(again.quarantine, loaded.quarantine);
    assert_eq!(all(&storage), before, "and writes nothing");

    is_the_same_when_saved(&loaded.registry);
    is_read_or_not(&store, key, &text, loaded.registry);
}

const BOOK_KEYS: [&str; 4] =
    ["buku-kube/book/group/", "buku-kube/book/own/", "buku-kube/book/rest", "buku-kube/book/aside/"];

/// A text that cannot be copied into quarantine for want of room stays where it was.
fn is_kept_when_there_is_no_room(key: &str, text: &str) {
    let storage = MemoryStorage::default();
    storage.damage(key, text);
    storage.fail(Failure::Full { units: 0 });
    let store = Repository::new(storage.clone(), Space::Book);
    store.load(today()).expect("reading needs no room");
    assert_eq!(all(&storage), [(key.to_owned(), text.to_owned())]);
}

/// What was loaded, saved in another storage and loaded there, is the same.
fn is_the_same_when_saved(registry: &Registry) {
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    save_all(&store, registry);
    let loaded = store.load(today()).expect("a good storage");
    assert!(loaded.quarantine.is_empty(), "what the app saves, it reads");
    assert_eq!(records(&loaded.registry), records(registry));
    assert!(loaded.registry.dossiers().eq(registry.dossiers()));
}

/// The other ways of the text into the app: from another tab, as a half-typed form, as settings.
fn is_read_or_not(store: &Repository<MemoryStorage>, key: &str, text: &str, mut registry: Registry) {
    if let Ok(Some((_, incoming))) = store.written(key, text) {
        let before = records(&registry);
        if commands::import(&mut registry, incoming).is_err() {
            assert_eq!(records(&registry), before, "what is refused changes nothing");
        }
    }
    if let Some(json) = store.form(FORM) {
        for kind in [Group::KIND, Member::KIND] {
            if let Some(draft) = Draft::from_json(kind, &json) {
                let _ = (draft.changes(), draft.values(), draft.is_dirty());
                let again = Draft::from_json(kind, &draft.to_json());
                assert_eq!(again, Some(draft), "a kept form reads back");
            }
        }
    }
    let settings = store.settings();
    store.save_settings(&settings).expect("there is room");
    assert_eq!(store.settings(), settings);
}

/// The good records with those of a registry, if no id stands for two kinds.
fn registry_with(good: Vec<Record>, other: &Registry) -> Option<Registry> {
    let mut both = registry_of(good);
    commands::import(&mut both, records(other)).ok().map(|_| both)
}

fn save_all(store: &Repository<MemoryStorage>, registry: &Registry) {
    let mut touched = Touched::default();
    for aggregate in registry.aggregates() {
        touched.extend(Touched::one(aggregate));
    }
    store.save(registry, &mut touched).expect("there is room");
}

/// Every key of ours with its text.
fn all(storage: &MemoryStorage) -> Vec<(String, String)> {
    let keys = storage.keys("buku-kube/").expect("the storage gives what it has");
    keys.into_iter().map(|key| (key.clone(), storage.read(&key).ok().flatten().unwrap_or_default())).collect()
}
