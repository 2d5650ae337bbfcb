//! What has to hold of any bytes: read as a file, and found in the storage.
//!
//! One function a target; each panics where a promise is broken, which is how the fuzzer is told. Relies on the public
//! parts of `buku-kube` alone. Deliberately absent: the fuzzer, which `targets/` binds to these.

mod file;
mod store;

use buku_kube::domain::Date;
use buku_kube::exchange;
use buku_kube::history::Record;
use buku_kube::registry::{Registry, commands};

pub use file::file;
pub use store::store;

/// The good file that stands in the registry before anything hostile arrives.
const GOOD: &[u8] = include_bytes!("../../tests/fixtures/v1/group.json");

fn today() -> Date {
    Date::from_iso("2026-06-05").expect("a day")
}

/// A registry of these records.
fn registry_of(records: Vec<Record>) -> Registry {
    let mut registry = Registry::new(today());
    commands::import(&mut registry, records).expect("records of one registry fit together");
    registry
}

/// The records of the good file.
fn good() -> Vec<Record> {
    exchange::read(GOOD).expect("the fixture is good").records
}

fn records(registry: &Registry) -> Vec<Record> {
    registry.records().cloned().collect()
}
