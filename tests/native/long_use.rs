//! What ten years of use cost: a group that is edited every week, each of its members every other month.

use std::time::{Duration, Instant};

use buku_kube::domain::Id;
use buku_kube::history::{Clock, Stamp};
use buku_kube::kinds::{Group, Member};
use buku_kube::registry::{Aggregate, Registry, Touched, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::storage::{MemoryStorage, Storage, units};
use buku_kube::store::{Repository, Space};
use serde_json::json;

use crate::invented::*;

const WEEK: u64 = 7 * 86_400_000;
const YEARS: u64 = 10;

/// An edit as a person makes it: read the heads, add a change, read the group anew.
fn edit(book: &mut Registry, kind: &str, id: Id, at: Stamp, set: (&str, &str)) -> Touched {
    let seen = book.record(&id.to_string()).unwrap().fold().heads;
    commands::save(book, kind, id, at, &seen, fields(&[(set.0, json!(set.1))]))
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

#[test]
fn an_aggregate_of_ten_years_of_edits_is_still_kept_quickly_and_in_little_room() {
    let mut book = registry(sample(Sample { groups: 1, members: 10, seed: 6 }));
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let dossier = book.dossiers().next().unwrap();
    let (group, members) = (dossier.id, dossier.members.iter().map(|member| member.id).collect::<Vec<_>>());
    let aggregate = Aggregate::Group(group);
    store.save(&book, &mut Touched::one(aggregate)).unwrap();
    let kept = |store: &Repository<MemoryStorage>| {
        store
            .storage()
            .keys("")
            .unwrap()
            .iter()
            .map(|key| units(&store.storage().read(key).unwrap().unwrap()))
            .max()
            .unwrap()
    };
    let json = |book: &Registry| serde_json::to_string(&book.records_at(aggregate).collect::<Vec<_>>()).unwrap().len();
    println!("in the beginning: {} bytes, {} units", json(&book), kept(&store));
    let mut clock = Clock::new(device(3));
    let mut first: Option<Duration> = None;
    for year in 1..=YEARS {
        let mut times = Vec::new();
        for week in 0..52 {
            let now = NOON + ((year - 1) * 52 + week) * WEEK;
            #[allow(clippy::disallowed_methods)] // how long it takes is measured
            let began = Instant::now();
            let note =
                format!("Pertemuan minggu {week} tahun {year}: kas Rp{}", (year * 7919 + week * 104_729) % 9_999_999);
            let mut touched = edit(&mut book, Group::KIND, group, clock.tick(now), ("note", &note));
            // To keep it is the longest part, and is measured as often as is enough.
            if week % 6 == 0 {
                store.save(&book, &mut touched).unwrap();
                times.push(began.elapsed());
            }
            if week % 8 < 2 {
                for member in &members {
                    let occupation = format!("Dagang {}", (year * 31 + week * 7) % 97);
                    edit(&mut book, Member::KIND, *member, clock.tick(now), (Member::OCCUPATION.key(), &occupation));
                }
            }
        }
        let time = median(times);
        let ratio = time.as_secs_f64() / first.get_or_insert(time).as_secs_f64();
        println!(
            "after {year} years: {} changes, {} bytes, {} units, an edit {time:?}, {ratio:.1} times the first year's",
            book.records_at(aggregate).map(|record| record.changes().len()).sum::<usize>(),
            json(&book),
            kept(&store)
        );
    }
    // Far from the 4 MiB over which nothing is packed, and from what a browser gives: some 500 groups could be edited so.
    assert!(kept(&store) < 40_000, "{}", kept(&store));
}
