//! Ids and devices out of the browser's random bytes.

use std::collections::BTreeSet;

use buku_kube::domain::{FieldValue, Id};
use buku_kube::history::Device;
use buku_kube::web;
use wasm_bindgen_test::wasm_bindgen_test;

const MANY: usize = 1000;

#[wasm_bindgen_test]
fn each_id_is_another_and_tells_the_time_it_was_made() {
    let begun = web::now_ms();
    let ids: BTreeSet<String> = (0..MANY).map(|_| web::random_id().to_string()).collect();
    let ended = web::now_ms();
    assert_eq!(ids.len(), MANY);
    for id in ids {
        assert_eq!(Id::parse(&id).unwrap().to_string(), id);
        assert_eq!((&id[14..15], id.len()), ("7", 36), "{id} is of version 7");
        assert!("89ab".contains(&id[19..20]), "{id} is of the variant of RFC 9562");
        let made = u64::from_str_radix(&id.replace('-', "")[..12], 16).unwrap();
        assert!((begun..=ended).contains(&made), "{id} was made at {made}, not from {begun} to {ended}");
    }
}

#[wasm_bindgen_test]
fn a_device_has_six_characters_and_two_seldom_have_the_same() {
    let devices: BTreeSet<String> = (0..MANY).map(|_| web::random_device().to_string()).collect();
    assert!(devices.len() > MANY - 5, "{} of {MANY} differ", devices.len());
    for device in devices {
        assert_eq!(device.chars().count(), 6, "{device}");
        assert_eq!(Device::parse(&device).unwrap().to_string(), device);
    }
}
