//! Torn and rotten: whatever is cut or flipped, the rest opens, it is told, and a second copy makes it whole.
//!
//! The seeds are the numbers of the cases, the same at each run; `BUKU_CASES` adds more.

use std::collections::BTreeSet;

use buku_kube::exchange;
use buku_kube::kinds::KindId;
use buku_kube::registry::{Aggregate, Registry};
use buku_kube::sample::{Sample, sample};
use buku_kube::storage::{MemoryStorage, Storage};
use buku_kube::store::{FormKey, Loaded, Meta, Quarantined, Repository, Space};
use serde_json::json;

use crate::invented::*;
use crate::mirror::{Mirror, saved, settle};

const PREFIX: &str = "buku-kube/book/";

/// Numbers from a seed (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut number = self.0;
        number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((number ^ (number >> 31)) % u64::try_from(bound).unwrap()).unwrap()
    }

    /// The text cut at a random place, or with one to eight bits flipped; never as it was.
    fn damage(&mut self, text: &str) -> String {
        let mut units: Vec<u16> = text.encode_utf16().collect();
        if self.below(2) == 0 {
            units.truncate(self.below(units.len()));
        } else {
            let flips: BTreeSet<(usize, usize)> =
                (0..=self.below(8)).map(|_| (self.below(units.len()), self.below(16))).collect();
            for (place, bit) in flips {
                units[place] ^= 1 << bit;
            }
        }
        // Half a surrogate pair does not come out of a browser either.
        let damaged = String::from_utf16_lossy(&units);
        assert_ne!(damaged, text);
        damaged
    }
}

fn seeds() -> std::ops::Range<u64> {
    0..u64::from(cases(1_000).cases)
}

/// A book of several groups, histories and all, as it was saved.
struct Whole {
    registry: Registry,
    mirror: Mirror,
    keys: Vec<String>,
}

impl Whole {
    fn new() -> Self {
        let mut records = exchange::read(include_bytes!("../fixtures/v1/full.json")).unwrap().records;
        records.extend(sample(Sample { groups: 3, members: 12, seed: 5 }));
        records.extend(exchange::receipt(&header(exchange::Kind::Full)));
        let (store, registry) = saved(MemoryStorage::default(), records);
        store.save_meta(&Meta::new(device(5))).unwrap();
        store.keep_form(FormKey::New(KindId::Group, None, None), &json!({ "name": "Contoh" })).unwrap();
        let mirror = Mirror::of(&store);
        Self { registry, keys: mirror.keys(), mirror }
    }

    /// The book in a storage with one key damaged, and loaded from there.
    fn damaged(&self, seed: u64) -> Damaged {
        let mut chance = Chance(seed);
        let store = Repository::new(MemoryStorage::default(), Space::Book);
        for key in &self.keys {
            store.storage().damage(key, self.mirror.text(key).unwrap());
        }
        let name = self.keys[chance.below(self.keys.len())].clone();
        let text = chance.damage(self.mirror.text(&name).unwrap());
        store.storage().damage(&name, &text);
        let loaded = store.load(today()).unwrap();
        Damaged { chance, store, name, text, loaded, mirror: self.mirror.clone() }
    }

    /// Whether a registry holds all, but for the aggregates under these keys.
    fn is_whole_but(&self, lost: &[&String], registry: &Registry) -> bool {
        registry.records().eq(self.registry.records().filter(|record| !lost.contains(&&name_of(Aggregate::of(record)))))
    }
}

struct Damaged {
    chance: Chance,
    store: Repository<MemoryStorage>,
    name: String,
    text: String,
    loaded: Loaded,
    mirror: Mirror,
}

fn is_record_key(key: &str) -> bool {
    ["/book/group/", "/book/own/", "/book/rest"].iter().any(|place| key.contains(place))
}

fn name_of(aggregate: Aggregate) -> String {
    match aggregate {
        Aggregate::Group(id) => format!("{PREFIX}group/{id}"),
        Aggregate::Own(id) => format!("{PREFIX}own/{id}"),
        Aggregate::Shared => format!("{PREFIX}rest"),
    }
}

fn quarantine(name: &str, text: &str) -> Quarantined {
    Quarantined { key: name[PREFIX.len()..].to_owned(), text: text.to_owned(), newer: None }
}

#[test]
fn a_damaged_key_loses_its_own_records_and_is_told_and_kept() {
    let mut hit = BTreeSet::new();
    let whole = Whole::new();
    for seed in seeds() {
        let Damaged { store, name, text, loaded, .. } = whole.damaged(seed);
        if is_record_key(&name) {
            assert_eq!(loaded.quarantine, [quarantine(&name, &text)], "seed {seed}");
            assert!(whole.is_whole_but(&[&name], &loaded.registry), "seed {seed}");
            let kept = store.storage().read(&name.replace("/book/", "/book/aside/")).unwrap();
            assert_eq!(kept, Some(text), "seed {seed}");
        } else {
            assert!(loaded.quarantine.is_empty() && whole.is_whole_but(&[], &loaded.registry), "seed {seed}");
            assert_eq!(loaded.meta.is_none(), name.ends_with("/meta"), "seed {seed}");
        }
        hit.insert(name);
    }
    assert_eq!(hit.len(), 10, "each key was damaged once at least");
}

#[test]
fn what_one_copy_lost_comes_from_the_other() {
    let whole = Whole::new();
    for seed in seeds() {
        let Damaged { store, name, mut loaded, mut mirror, .. } = whole.damaged(seed);
        let before = mirror.clone();
        let quarantine = loaded.quarantine.clone();
        let found = settle(&store, &mut loaded, &mut mirror);
        assert!(whole.is_whole_but(&[], &loaded.registry), "seed {seed}");
        assert_eq!(mirror, before, "seed {seed}: the mirror had nothing to learn");
        let healed: Vec<String> = quarantine.iter().map(|quarantine| quarantine.key.clone()).collect();
        assert_eq!((found.healed, found.newer, found.broken), (healed, vec![], vec![]), "seed {seed}");
        assert_eq!(store.storage().read(&name).unwrap().as_ref(), mirror.text(&name), "seed {seed}");
        assert_eq!(
            store.load(today()).unwrap().quarantine,
            quarantine,
            "seed {seed}: the damaged text is kept all the same"
        );
    }
}

#[test]
fn only_what_both_copies_lost_is_lost() {
    let mut both = 0;
    let whole = Whole::new();
    for seed in seeds() {
        let Damaged { mut chance, store, name, text, mut loaded, mut mirror } = whole.damaged(seed);
        let other = whole.keys[chance.below(whole.keys.len())].clone();
        let other_text = chance.damage(mirror.text(&other).unwrap());
        mirror.put(&other, &other_text);
        let found = settle(&store, &mut loaded, &mut mirror);
        let mut told = loaded.quarantine.clone();
        told.extend(found.broken.clone());
        assert!(!is_record_key(&name) || told.contains(&quarantine(&name, &text)), "seed {seed}");
        assert!(told.contains(&quarantine(&other, &other_text)), "seed {seed}: told, and not silently written over");
        let kept = store.storage().keys(&format!("{PREFIX}aside/")).unwrap();
        let kept: Vec<_> = kept.iter().map(|key| store.storage().read(key).unwrap().unwrap()).collect();
        assert!(kept.contains(&other_text), "seed {seed}: kept");
        let lost: Vec<&String> = if name == other { vec![&name] } else { vec![] };
        both += lost.len();
        assert!(whole.is_whole_but(&lost, &loaded.registry), "seed {seed}");
        assert!(whole.is_whole_but(&lost, &store.load(today()).unwrap().registry), "seed {seed}: in the storage too");
        assert!(mirror.holds_what(&store), "seed {seed}");
    }
    assert!(both > 50, "both were damaged at the same key often enough");
}
