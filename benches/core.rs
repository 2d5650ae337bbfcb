//! Native times of what the page spends its time on, over the programme: 949 groups and 7,959 members of invented data.
//!
//! `cargo bench`; the profile is the release's, so that the proportions are those of the wasm. Deliberately absent: bounds,
//! which `cargo xtask bench` holds in a real browser.
#![allow(missing_docs, clippy::unwrap_used)]

use std::hint::black_box;

use buku_kube::domain::Date;
use buku_kube::duplicates::{find as find_duplicates, like_member};
use buku_kube::history::{Clock, Device, Fields, Record};
use buku_kube::kinds::Group;
use buku_kube::registry::{Registry, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::search::{Filter, Query, find};
use buku_kube::stats::{Scope, per_city};
use buku_kube::storage::{MemoryStorage, Storage, seal};
use buku_kube::store::{Repository, Space};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};

const PROGRAMME: Sample = Sample { groups: 949, members: 7_959, seed: 1 };

fn today() -> Date {
    Date::new(2014, 6, 30).unwrap()
}

fn registry() -> Registry {
    let mut registry = Registry::new(today());
    commands::import(&mut registry, sample(PROGRAMME)).unwrap();
    registry
}

fn reading(criterion: &mut Criterion) {
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let mut registry = Registry::new(today());
    let (mut touched, _) = commands::import(&mut registry, sample(PROGRAMME)).unwrap();
    store.save(&registry, &mut touched).unwrap();
    let keys = store.storage().keys("").unwrap();
    let texts: Vec<String> = keys.iter().filter_map(|key| store.storage().read(key).unwrap()).collect();
    let plain: Vec<String> = texts.iter().map(|text| seal::open(text).unwrap().into_owned()).collect();
    let read = |text: &String| serde_json::from_str::<Vec<Record>>(text).unwrap();
    let records: Vec<Record> = plain.iter().flat_map(read).collect();
    criterion.bench_function("open the seals", |bench| {
        bench.iter(|| texts.iter().map(|text| seal::open(text).unwrap().len()).sum::<usize>());
    });
    criterion.bench_function("parse", |bench| bench.iter(|| plain.iter().map(|text| read(text).len()).sum::<usize>()));
    criterion.bench_function("fold", |bench| {
        bench.iter(|| records.iter().map(|record| black_box(record.fold()).fields.len()).sum::<usize>());
    });
    criterion
        .bench_function("load, all of it", |bench| bench.iter(|| store.load(today()).unwrap().registry.group_count()));
}

fn union(criterion: &mut Criterion) {
    let registry = registry();
    let copy = sample(PROGRAMME);
    criterion.bench_function("unite with the same file", |bench| {
        bench.iter_batched(
            || (registry.clone(), copy.clone()),
            |(mut registry, copy)| commands::import(&mut registry, copy),
            BatchSize::LargeInput,
        );
    });
}

fn duplicates(criterion: &mut Criterion) {
    let registry = registry();
    let dossier = registry.dossiers().nth(400).unwrap();
    let (id, member) = (dossier.members[3].id, &dossier.members[3].value);
    criterion.bench_function("suspected duplicates", |bench| {
        bench.iter(|| find_duplicates(&registry, &mut |_, _| ()).len());
    });
    criterion.bench_function("suspected duplicates, the floor: each name folded", |bench| {
        let members = || registry.dossiers().flat_map(|dossier| &dossier.members);
        bench.iter(|| {
            members().filter_map(|member| member.value.name.as_ref()).map(|name| name.folded().len()).sum::<usize>()
        });
    });
    criterion.bench_function("like a member that is being typed", |bench| {
        bench.iter(|| like_member(&registry, dossier.id, Some(id), black_box(member)).len());
    });
}

fn save(criterion: &mut Criterion) {
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let registry = registry();
    let group = registry.dossiers().nth(400).unwrap().id;
    let heads = registry.dossier(group).unwrap().group.heads.clone();
    let at = Clock::new(Device::from_random(1)).tick(1_500_000_000_000);
    let mut set = Fields::new();
    set.insert(Group::NAME.key().to_owned(), "Contoh Baru".into());
    criterion.bench_function("change a group and keep it", |bench| {
        bench.iter_batched(
            // A copy each time: a history that grows would make each save longer than the one before.
            || (registry.clone(), set.clone()),
            |(mut registry, set)| {
                let mut touched = commands::save(&mut registry, Group::KIND, group, at, &heads, set);
                store.save(&registry, &mut touched).unwrap();
                registry
            },
            BatchSize::LargeInput,
        );
    });
}

fn looking(criterion: &mut Criterion) {
    let registry = registry();
    for words in ["lima", "6472", "zzz"] {
        criterion.bench_function(&format!("search {words}"), |bench| {
            bench.iter(|| find(registry.dossiers(), &Query::new(words), &Filter::default()).len());
        });
    }
    criterion.bench_function("stats", |bench| bench.iter(|| per_city(registry.dossiers(), Scope::All)));
}

criterion_group!(benches, reading, union, save, duplicates, looking);
criterion_main!(benches);
