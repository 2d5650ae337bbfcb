//! The browser's localStorage as a storage.

use buku_kube::storage::{Storage, StorageError, conformance};
use buku_kube::web::BrowserStorage;
use wasm_bindgen_test::wasm_bindgen_test;

fn raw() -> web_sys::Storage {
    web_sys::window().unwrap().local_storage().unwrap().unwrap()
}

/// Units of localStorage, keys and texts together.
fn units() -> usize {
    let storage = raw();
    let keys = (0..storage.length().unwrap()).map(|index| storage.key(index).unwrap().unwrap());
    keys.map(|key| key.len() + storage.get_item(&key).unwrap().unwrap().len()).sum()
}

/// Fills localStorage until not one unit more has room, and answers the keys.
fn fill() -> Vec<String> {
    let storage = raw();
    let mut keys = Vec::new();
    let mut size = 1 << 22;
    while size > 0 {
        let key = format!("fill/{:04}", keys.len());
        if storage.set_item(&key, &"x".repeat(size)).is_ok() {
            keys.push(key);
        } else {
            size /= 2;
        }
    }
    keys
}

fn empty(keys: &[String]) {
    for key in keys {
        raw().remove_item(key).unwrap();
    }
}

#[wasm_bindgen_test]
fn local_storage_keeps_to_what_every_storage_has_to() {
    let before = units();
    conformance::check(&BrowserStorage);
    assert_eq!(units(), before, "it is left as it was found");
}

#[wasm_bindgen_test]
fn a_full_local_storage_refuses_a_text_and_keeps_the_one_before() {
    let storage = BrowserStorage;
    storage.write("full/a", "small").unwrap();
    let filled = fill();
    let used = units();
    conformance::check_full(&storage, "full/a", "small", &"large".repeat(100));
    assert_eq!(storage.write("full/b", &"new".repeat(100)), Err(StorageError::Full));
    assert_eq!(storage.read("full/b"), Ok(None), "a key that found no room is not there");
    assert_eq!(units(), used);
    empty(&filled);
    storage.write("full/a", &"large".repeat(100)).unwrap();
    storage.remove("full/a").unwrap();
    assert!(used >= BrowserStorage::room(), "the room that is told, {}, is there: {used}", BrowserStorage::room());
}

#[wasm_bindgen_test]
fn a_full_local_storage_still_takes_a_shorter_text_and_a_removal() {
    let storage = BrowserStorage;
    storage.write("full/a", &"x".repeat(1000)).unwrap();
    let filled = fill();
    storage.write("full/a", "shorter").unwrap();
    assert_eq!(storage.read("full/a").unwrap().as_deref(), Some("shorter"));
    storage.remove("full/a").unwrap();
    assert_eq!(storage.read("full/a"), Ok(None));
    empty(&filled);
}

#[wasm_bindgen_test]
fn a_key_of_another_page_of_the_same_address_is_left_alone() {
    raw().set_item("another-page", "its own").unwrap();
    raw().set_item("buku-kube-of-another", "its own").unwrap();
    let storage = BrowserStorage;
    storage.write("buku-kube/book/meta", "ours").unwrap();
    assert_eq!(storage.keys("buku-kube/").unwrap(), ["buku-kube/book/meta"]);
    for key in storage.keys("buku-kube/").unwrap() {
        storage.remove(&key).unwrap();
    }
    for key in ["another-page", "buku-kube-of-another"] {
        assert_eq!(raw().get_item(key).unwrap().as_deref(), Some("its own"), "{key}");
        raw().remove_item(key).unwrap();
    }
}
