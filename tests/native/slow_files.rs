//! Files made to be slow, of the worst shapes: each is read and taken in, or refused, in seconds.

use std::time::{Duration, Instant};

use buku_kube::domain::Id;
use buku_kube::exchange::{self, Kind, Limits, Plan, ReadError};
use buku_kube::history::{Change, Record};
use buku_kube::registry::{Registry, commands};
use serde_json::json;

use crate::invented::*;

/// Far more than any of these takes, and far less than what they took before they were looked at: minutes.
const LIMIT: Duration = Duration::from_secs(30);

/// Reads the file and takes it in, unless it is refused; fails if either takes too long.
fn read_in_time(what: &str, records: &[Record]) -> Result<(), ReadError> {
    let bytes = exchange::write(&header(Kind::Full), records.iter()).into_bytes();
    #[allow(clippy::disallowed_methods)] // it is the time itself that is looked at
    let started = Instant::now();
    let read = exchange::read(&bytes).map(|file| {
        let mut registry = Registry::new(today());
        Plan::of(&registry, &file.records).unwrap();
        commands::import(&mut registry, file.records).unwrap();
    });
    let took = started.elapsed();
    println!("{what}: {} bytes, {took:?}", bytes.len());
    assert!(took < LIMIT, "{what} took {took:?}");
    read
}

fn group(changes: impl IntoIterator<Item = Change>) -> [Record; 1] {
    [Record::new(id(1).to_string(), "group", changes.into_iter().collect())]
}

/// A group whose changes set so many fields each, none twice, and so that the fields of all lie between each other.
fn many_fields(changes: u64, each: u64) -> [Record; 1] {
    let named = |change| (0..each).map(move |number| (format!("f{:08}", number * changes + change), json!(1)));
    group((0..changes).map(|change| Change::set(at(change, 1), vec![], named(change).collect())))
}

/// Members of one group, two with each NIK and family card.
fn twins(count: u32) -> Vec<Record> {
    let member = |number: u32| {
        let [high, low] = [number / 256, number % 256].map(|part| u8::try_from(part).unwrap());
        let id = Id::v7(NOON, [high, low, 0, 0, 0, 0, 0, 0, 0, 0]);
        let number_of_both = json!(format!("647203050690{:04}", 1 + number / 2));
        let group = json!(self::id(1).to_string());
        let set = fields(&[("group", group), ("nik", number_of_both.clone()), ("card", number_of_both)]);
        Record::new(id.to_string(), "member", vec![Change::set(at(u64::from(number), 1), vec![], set)])
    };
    (0..count).map(member).collect()
}

#[test]
fn a_record_of_too_many_fields_is_refused_before_anything_is_made_of_it() {
    let most = u64::try_from(Limits::FIELDS).unwrap();
    assert_eq!(read_in_time("as many fields as allowed", &many_fields(2, most / 2)), Ok(()));
    assert_eq!(read_in_time("one more", &many_fields(1, most + 1)), Err(ReadError::TooMany));
    assert_eq!(read_in_time("80,000 fields", &many_fields(4_000, 20)), Err(ReadError::TooMany));
}

#[test]
fn changes_values_and_members_in_the_worst_order_are_read_in_time() {
    let name = || fields(&[("name", json!("Contoh"))]);
    let saw_all = |one| Change::set(at(one, 1), (0..one).map(|seen| at(seen, 1)).collect(), name());
    assert_eq!(read_in_time("1,000 changes that saw all before", &group((0..1_000).map(saw_all))), Ok(()));

    let same = |one: u64| (0..20).map(move |field| (format!("f{field}"), json!(one)));
    let heads = (0..2_000).map(|one| Change::set(at(one, 1), vec![], same(one).collect()));
    assert_eq!(read_in_time("2,000 changes beside each other", &group(heads)), Ok(()));

    let long = "x".repeat(5_000);
    let value = |one: u64| fields(&[("odd", json!(format!("{long}{one:04}")))]);
    let heads = (0..2_000).map(|one| Change::set(at(one, 1), vec![], value(one)));
    assert_eq!(read_in_time("2,000 long values in conflict", &group(heads)), Ok(()));

    assert_eq!(read_in_time("10,000 members in pairs", &twins(10_000)), Ok(()));
}
