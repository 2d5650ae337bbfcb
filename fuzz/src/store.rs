//! Bytes found as a text on the shelf, beside good ones.

use buku_kube::domain::{Field, GroupField, MemberField};
use buku_kube::history::Record;
use buku_kube::registry::{Draft, Registry, Touched, commands};
use buku_kube::shelf::{Failure, MemoryShelf, Shelf, seal};
use buku_kube::store::{FormKey, Space, Store};

use crate::{good, records, registry_of, today};

const FORM: FormKey = FormKey::NewGroup;

/// Keys under which a text can lie; the first byte of the input names one, and its eighth bit, whether it is sealed.
const KEYS: [&str; 8] = [
    "buku-kube/book/group/01977a00-0000-7000-8000-000000000000",
    "buku-kube/book/rest",
    "buku-kube/book/group/no id",
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

    let shelf = MemoryShelf::default();
    let store = Store::new(shelf.clone(), Space::Book);
    save_all(&store, &registry_of(good()));
    shelf.damage(key, &text);
    is_kept_when_there_is_no_room(key, &text);
    let loaded = store.load(today()).expect("the shelf gives what it has");

    let fits = registry_with(good(), &loaded.registry).is_some();
    if fits {
        let mut united = loaded.registry.clone();
        let (touched, _) = commands::take_in(&mut united, good()).expect("they fit");
        assert!(touched.is_empty(), "what else lies on the shelf is there");
    }
    let held = BOOK_KEYS.iter().any(|prefix| key.starts_with(prefix));
    let is_there = all(&shelf).iter().any(|(_, other)| *other == text);
    assert!(is_there, "loading leaves the text or a copy of it");
    let read = records(&loaded.registry).len() > good().len() || loaded.aside.is_empty();
    assert!(!held || read || loaded.aside.iter().any(|aside| aside.text == text), "what cannot be read is told");

    let before = all(&shelf);
    let again = store.load(today()).expect("a second time too");
    assert_eq!(records(&again.registry), records(&loaded.registry), "a second time gives the same");
    assert_eq!(again.aside, loaded.aside);
    assert_eq!(all(&shelf), before, "and writes nothing");

    is_the_same_when_saved(&loaded.registry);
    is_read_or_not(&store, key, &text, loaded.registry);
}

const BOOK_KEYS: [&str; 3] = ["buku-kube/book/group/", "buku-kube/book/rest", "buku-kube/book/aside/"];

/// A text that cannot be copied aside for want of room stays where it was.
fn is_kept_when_there_is_no_room(key: &str, text: &str) {
    let shelf = MemoryShelf::default();
    shelf.damage(key, text);
    shelf.fail(Failure::Full { units: 0 });
    let store = Store::new(shelf.clone(), Space::Book);
    store.load(today()).expect("reading needs no room");
    assert_eq!(all(&shelf), [(key.to_owned(), text.to_owned())]);
}

/// What was loaded, saved on another shelf and loaded there, is the same.
fn is_the_same_when_saved(registry: &Registry) {
    let store = Store::new(MemoryShelf::default(), Space::Book);
    save_all(&store, registry);
    let loaded = store.load(today()).expect("a good shelf");
    assert!(loaded.aside.is_empty(), "what the app saves, it reads");
    assert_eq!(records(&loaded.registry), records(registry));
    assert!(loaded.registry.dossiers().eq(registry.dossiers()));
}

/// The other ways of the text into the app: from another tab, as a half-typed form, as settings.
fn is_read_or_not(store: &Store<MemoryShelf>, key: &str, text: &str, mut registry: Registry) {
    if let Ok(Some((_, incoming))) = store.written(key, text) {
        let before = records(&registry);
        if commands::take_in(&mut registry, incoming).is_err() {
            assert_eq!(records(&registry), before, "what is refused changes nothing");
        }
    }
    if let Some(json) = store.form(FORM) {
        for kind in [GroupField::KIND, MemberField::KIND] {
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
    commands::take_in(&mut both, records(other)).ok().map(|_| both)
}

fn save_all(store: &Store<MemoryShelf>, registry: &Registry) {
    let mut touched = Touched::default();
    for home in registry.homes() {
        touched.extend(Touched::one(home));
    }
    store.save(registry, &mut touched).expect("there is room");
}

/// Every key of ours with its text.
fn all(shelf: &MemoryShelf) -> Vec<(String, String)> {
    let keys = shelf.keys("buku-kube/").expect("the shelf gives what it has");
    keys.into_iter().map(|key| (key.clone(), shelf.read(&key).ok().flatten().unwrap_or_default())).collect()
}
