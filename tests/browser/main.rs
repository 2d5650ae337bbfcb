//! What needs a real browser and no page: storage, chance, the address, the zone. `cargo xtask test browser` runs it.
#![cfg(target_arch = "wasm32")]
// A test has no other way to fail, and here the browser is at hand.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

mod address;
mod chance;
mod cipher;
#[path = "../native/dates.rs"]
mod dates;
mod storage;
mod zones;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
