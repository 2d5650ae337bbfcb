//! Bytes read as a file.

use buku_kube::exchange::{self, Limits, Plan, ReadError};
use buku_kube::history::Record;
use buku_kube::i18n::Lang;
use buku_kube::kinds::Recap;
use buku_kube::registry::{Registry, commands};
use serde_json::Value;

use crate::{good, records, registry_of};

/// Reads the bytes and, if it is only the checksum that does not fit, once more with the right one: no chance finds a
/// checksum, and what lies behind it has to be reached.
///
/// # Panics
/// Where a promise is broken.
pub fn file(bytes: &[u8]) {
    let read = exchange::read(bytes);
    if read == Err(ReadError::Checksum)
        && let Some(mended) = with_its_checksum(bytes)
    {
        check(exchange::read(&mended));
    }
    check(read);
}

fn check(read: Result<exchange::File, ReadError>) {
    match read {
        Ok(file) => {
            is_within_limits(&file.records);
            reads_the_same_again(&file);
            is_taken_in_as_planned(file.records);
        }
        Err(error) => {
            for lang in Lang::ALL {
                let sentence = lang.read_error(&error);
                assert!(sentence.ends_with('.') && sentence.len() < 1000, "{sentence}");
            }
        }
    }
}

fn is_within_limits(records: &[Record]) {
    assert!(records.len() <= Limits::RECORDS);
    for record in records {
        assert!((1..=Limits::CHANGES).contains(&record.changes().len()));
        assert!((1..=Limits::ID).contains(&record.id().len()) && (1..=Limits::ID).contains(&record.kind().len()));
    }
}

fn reads_the_same_again(file: &exchange::File) {
    let text = exchange::write(&file.header, file.records.iter());
    let again = exchange::read(text.as_bytes()).expect("what the app writes, it reads");
    assert_eq!(again, *file, "what is read and written reads the same");
    assert_eq!(exchange::write(&again.header, again.records.iter()), text, "and is written the same");
}

/// The plan says what taking in does; taking in is a union; and it can be taken back.
fn is_taken_in_as_planned(incoming: Vec<Record>) {
    let mut registry = registry_of(good());
    let before = records(&registry);
    let plan = Plan::of(&registry, &incoming);
    assert_eq!(records(&registry), before, "a plan changes nothing");
    let Ok(plan) = plan else {
        assert!(commands::import(&mut registry, incoming).is_err(), "what has no plan is not taken in");
        assert_eq!(records(&registry), before, "what is refused changes nothing");
        return;
    };
    let (_, undo) = commands::import(&mut registry, incoming.clone()).expect("what was planned is taken in");
    assert!(plan.is_empty() || !undo.is_empty(), "what the plan says is new, is");
    // When and by whom the same numbers were counted is kept, and is no news.
    let recaps = incoming.iter().any(|record| record.kind() == Recap::KIND);
    assert!(recaps || !plan.is_empty() || undo.is_empty(), "and what is new, the plan says");
    assert_eq!(plan.after.groups, registry.group_count());
    assert_eq!(plan.after.households, registry.dossiers().map(|dossier| dossier.households).sum::<usize>());
    let after = records(&registry);

    let (_, again) = commands::import(&mut registry, incoming.clone()).expect("a second time too");
    assert!(again.is_empty() && records(&registry) == after, "a second time changes nothing");

    let mut other = Registry::new(registry.today());
    commands::import(&mut other, incoming).expect("into an empty registry too");
    commands::import(&mut other, good()).expect("and the good file after it");
    assert_eq!(records(&other), after, "the order does not matter");
    assert!(other.dossiers().eq(registry.dossiers()), "nor for what is shown");

    assert_eq!(commands::undo_import(&mut registry, &mut commands::Imports::of((), undo), 0).kept, 0);
    assert_eq!(records(&registry), before, "what was taken in is taken back");
}

/// The bytes with the checksum that their records have.
fn with_its_checksum(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(text).ok()?;
    let records: Vec<Record> = serde_json::from_value(value.get("records")?.clone()).ok()?;
    let found = value.get("checksum")?.as_str().filter(|found| !found.is_empty())?;
    let header = exchange::read(crate::GOOD).ok()?.header;
    let written: Value = serde_json::from_str(&exchange::write(&header, records.iter())).ok()?;
    Some(text.replace(found, written.get("checksum")?.as_str()?).into_bytes())
}
