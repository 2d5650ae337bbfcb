//! Files changed at random behind a right checksum: none brings the app down, one that is refused changes no byte, and what is
//! taken is written and read back.
//!
//! `BUKU_MUTATED` sets how many; without it there are 20,000. A failure names the number of its file, which is always the same.

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use buku_kube::exchange::{self, Kind};
use buku_kube::history::{Change, Record, Stamp};
use buku_kube::i18n::Lang;
use buku_kube::import_worker::{Answer, ImportWorker, Outcome};
use buku_kube::registry::{Registry, Touched, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::storage::{MemoryStorage, Storage};
use buku_kube::store::{Repository, Space};
use serde_json::{Value, json};

use crate::invented::*;

/// No file may keep the app longer than this, on a machine that is busy with other things.
const LONGEST: Duration = Duration::from_secs(10);

/// Chance that is the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.roll(all.len())]
    }
}

fn seeds() -> Vec<Vec<u8>> {
    let some = sample(Sample { groups: 2, members: 9, seed: 5 });
    let book = registry(some.clone());
    let group = book.dossiers().next().unwrap().id;
    let member = book.dossiers().next().unwrap().members[0].id;
    let mut erased = book.clone();
    commands::erase_record(&mut erased, member, at(1, 4));
    let mut merged = book.clone();
    let others: Vec<_> = book.dossiers().next().unwrap().members.iter().map(|member| member.id).collect();
    commands::merge(&mut merged, others[1], others[2], fields(&[]), at(2, 4));
    let unknown = Record::new(
        "visit-1",
        "audit",
        vec![Change::set(at(1, 9), vec![], fields(&[("group", json!(group.to_string()))]))],
    );
    let text = |kind, records: &[Record]| exchange::write(&header(kind), records.iter()).into_bytes();
    let all = |registry: &Registry| registry.records().cloned().collect::<Vec<_>>();
    let mut seeds = vec![
        text(Kind::Full, &some),
        text(Kind::Group, &some[..4]),
        text(Kind::Recap, &book.recaps(at(3, 4))),
        text(Kind::Full, &all(&erased)),
        text(Kind::Delta, &all(&merged)),
        text(Kind::Full, &[unknown]),
        text(Kind::Full, &[exchange::receipt(&header(Kind::Full)).unwrap()]),
        text(Kind::Full, &[]),
        std::fs::read("tests/fixtures/v1/group.json").unwrap(),
    ];
    for name in ["recap-late-1", "own-device-in-9999", "same-stamp-other-content", "squats-a-group-id"] {
        seeds.push(std::fs::read(format!("tests/fixtures/harm/{name}.json")).unwrap());
    }
    seeds
}

/// Changes some bytes.
fn in_bytes(mut bytes: Vec<u8>, dice: &mut Dice) -> Vec<u8> {
    for _ in 0..=dice.roll(3) {
        let place = dice.roll(bytes.len());
        match dice.roll(5) {
            0 => bytes[place] ^= 1 << dice.roll(8),
            1 => bytes.insert(place, u8::try_from(dice.roll(256)).unwrap()),
            2 => drop(bytes.remove(place)),
            3 => bytes.truncate(place + 1),
            _ => {
                let end = (place + dice.roll(40)).min(bytes.len());
                let piece = bytes[place..end].to_vec();
                bytes.splice(place..place, piece);
            }
        }
    }
    bytes
}

/// The ways to all values.
fn ways(value: &Value, way: &str, found: &mut Vec<String>) {
    found.push(way.to_owned());
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(key, item)| ways(item, &format!("{way}/{key}"), found));
        }
        Value::Object(members) => members.iter().for_each(|(key, item)| ways(item, &format!("{way}/{key}"), found)),
        _ => {}
    }
}

/// Changes values, stamps, kinds, ids and how often things stand there.
fn in_values(file: &mut Value, dice: &mut Dice) {
    let mut all = Vec::new();
    ways(&file["records"], "/records", &mut all);
    let texts: Vec<String> = {
        let found = all.iter().filter_map(|way| file.pointer(way)?.as_str().map(str::to_owned));
        found.collect::<BTreeSet<_>>().into_iter().collect()
    };
    for _ in 0..=dice.roll(3) {
        let way = dice.of(&all).clone();
        let far = Stamp::new(Stamp::MAX_MS / 2, 3, device(4)).to_string();
        let other = match dice.roll(12) {
            0 => Value::Null,
            1 => json!(dice.roll(1 << 20)),
            2 => json!(-1.5),
            3 => json!({ "a": [1, { "b": null }] }),
            4 => json!([]),
            5 => json!(far),
            6 => json!(*dice.of(&["group", "member", "ruling", "summary", "receipt", "audit", "full", "recap"])),
            7 => json!("x".repeat(dice.roll(5_000))),
            8 => json!(true),
            9 => json!(id(u8::try_from(dice.roll(4)).unwrap()).to_string()),
            _ if texts.is_empty() => json!("\u{202e}"),
            _ => json!(dice.of(&texts)),
        };
        match (dice.roll(4), file.pointer_mut(&way)) {
            (0, Some(Value::Array(items))) if !items.is_empty() => {
                let again = items[dice.roll(items.len())].clone();
                items.extend(std::iter::repeat_n(again, 1 + dice.roll(4)));
            }
            (0, Some(Value::Object(members))) if !members.is_empty() => {
                let key = members.keys().nth(dice.roll(members.len())).cloned().unwrap();
                members.remove(&key);
            }
            (1, Some(Value::Object(members))) => drop(members.insert(format!("odd-{}", dice.roll(3)), other)),
            (1, Some(Value::Array(items))) => items.push(other),
            (_, Some(value)) => *value = other,
            (_, None) => {}
        }
    }
}

/// With the checksum that its records have, as far as these can be read.
fn mended(file: &mut Value) {
    if let Ok(records) = serde_json::from_value::<Vec<Record>>(file["records"].clone()) {
        let written: Value = serde_json::from_str(&exchange::write(&header(Kind::Full), records.iter())).unwrap();
        file["checksum"] = written["checksum"].clone();
    }
}

fn mutated(seed: &[u8], dice: &mut Dice) -> Vec<u8> {
    if dice.roll(4) == 0 {
        return in_bytes(seed.to_vec(), dice);
    }
    let mut file: Value = serde_json::from_slice(seed).unwrap();
    in_values(&mut file, dice);
    mended(&mut file);
    file.to_string().into_bytes()
}

fn contents(storage: &MemoryStorage) -> Vec<(String, Option<String>)> {
    storage.keys("").unwrap().into_iter().map(|key| (key.clone(), storage.read(&key).unwrap())).collect()
}

/// The records of the file that the import worker gives to be taken in.
fn batch(worker: &ImportWorker) -> Vec<Vec<Record>> {
    let Answer::Batch { aggregates, next: None, .. } = worker.batch(0, 0, usize::MAX, &[], &[]) else {
        panic!("all at once")
    };
    aggregates
}

#[test]
fn no_mutated_file_brings_the_app_down_and_none_is_half_taken() {
    let count = std::env::var("BUKU_MUTATED").ok().and_then(|text| text.parse().ok()).unwrap_or(20_000);
    let seeds = seeds();
    let book = registry(sample(Sample { groups: 2, members: 9, seed: 5 }));
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    book.aggregates().for_each(|aggregate| store.save(&book, &mut Touched::one(aggregate)).unwrap());
    let storage = contents(store.storage());
    let mut worker = ImportWorker::default();
    worker.take_book(&store.texts(&book, &BTreeMap::new()), book.today(), &mut |_| {});
    let (mut taken, mut refused, mut longest) = (0, 0, Duration::ZERO);
    for number in 0..count {
        let mut dice = Dice(number);
        let seed = dice.of(&seeds);
        let bytes = mutated(seed, &mut dice);
        #[allow(clippy::disallowed_methods)] // how long it takes is measured
        let began = Instant::now();
        let inspection = worker.look(vec![(String::new(), Ok(bytes.clone()))], &mut |_| {});
        match &inspection.files[0].outcome {
            Outcome::Refused(error) => {
                refused += 1;
                let said = Lang::ALL.map(|lang| lang.read_error(error));
                assert!(said.iter().all(|said| said.ends_with('.') && said.len() < 1_000), "{number}: {said:?}");
                assert!(contents(store.storage()) == storage, "{number}: a refused file changes no byte");
            }
            Outcome::Good(_) => {
                taken += 1;
                let mut after = book.clone();
                for records in batch(&worker) {
                    commands::import(&mut after, records).unwrap_or_else(|error| panic!("{number}: {error:?}"));
                }
                let text = exchange::write(&header(Kind::Full), after.records());
                let read = exchange::read(text.as_bytes())
                    .unwrap_or_else(|error| panic!("{number}: {error:?}\n{}", String::from_utf8_lossy(&bytes)));
                let again = registry(read.records);
                assert!(again.records().eq(after.records()), "{number}: what is taken is written and read back");
                assert!(again.dossiers().eq(after.dossiers()), "{number}: and shows the same");
            }
            Outcome::Left => panic!("{number}"),
        }
        longest = longest.max(began.elapsed());
        assert!(longest < LONGEST, "{number}: {longest:?}");
    }
    println!("{count} mutated files: {taken} taken, {refused} refused, the slowest in {longest:?}");
    assert!(taken * 20 > count && refused * 20 > count, "both happen: {taken} and {refused}");
}
