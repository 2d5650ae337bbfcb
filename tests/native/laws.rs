//! Laws: what has to hold of every history, whatever devices, clocks and damaged files make of it.

use std::collections::{BTreeMap, BTreeSet};

use buku_kube::exchange::{self, Kind};
use buku_kube::history::{Body, Change, Clock, Device, Record, Stamp};
use buku_kube::kinds::{Group, Member};
use buku_kube::registry::{Aggregate, Registry, commands};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::invented::*;

const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

fn union(one: &Record, other: &Record) -> Record {
    let mut both = one.clone();
    let said = both.unite(other.clone()).unwrap();
    assert_eq!(said, both != *one, "unite says whether anything was new");
    both
}

fn copies(play: &Play) -> [Record; 3] {
    World::wild(play, &ONE).copies.map(|records| records[0].clone())
}

fn shuffled<T>(mut all: Vec<T>, seed: u64) -> Vec<T> {
    let mut state = seed;
    for place in (1..all.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        all.swap(place, usize::try_from(state >> 33).unwrap() % (place + 1));
    }
    all
}

/// What a fold has to be, worked out in the plainest way; `None` when the changes stand on each other in a ring.
type Plain = (BTreeMap<String, (Stamp, Value)>, BTreeMap<String, Vec<(Stamp, Value)>>, Vec<Stamp>);

fn plain_fold(changes: &[Change]) -> Option<Plain> {
    // To have seen a stamp is to have seen all that stands under it; what stands under one's own are siblings.
    let seen = |change: &Change| change.seen.iter().copied().filter(|stamp| *stamp != change.at).collect::<Vec<_>>();
    let below = |change: &Change| {
        let mut found = BTreeSet::new();
        let mut next: Vec<Stamp> = seen(change);
        while let Some(stamp) = next.pop() {
            if changes.iter().any(|change| change.at == stamp) && found.insert(stamp) {
                next.extend(changes.iter().filter(|change| change.at == stamp).flat_map(seen));
            }
        }
        found
    };
    let below: Vec<BTreeSet<Stamp>> = changes.iter().map(below).collect();
    if changes.iter().zip(&below).any(|(change, below)| below.contains(&change.at)) {
        return None;
    }
    let latest = |among: &[usize]| -> Vec<usize> {
        among
            .iter()
            .copied()
            .filter(|one| !among.iter().any(|other| below[*other].contains(&changes[*one].at)))
            .collect()
    };
    let names: BTreeSet<&str> = changes.iter().flat_map(|change| change.fields().names()).collect();
    let (mut shown, mut disputed) = (BTreeMap::new(), BTreeMap::new());
    for name in names {
        let setters: Vec<usize> =
            (0..changes.len()).filter(|index| changes[*index].fields().get(name).is_some()).collect();
        let mut found: Vec<(Stamp, Value)> = latest(&setters)
            .into_iter()
            .filter_map(|index| Some((changes[index].at, changes[index].fields().get(name)?.clone())))
            .collect();
        // They come in the order of the record: by stamp, and twins by their text.
        found.reverse();
        let mut values: Vec<(Stamp, Value)> = Vec::new();
        for (stamp, value) in found {
            if !values.iter().any(|(_, known)| *known == value) {
                values.push((stamp, value));
            }
        }
        shown.insert(name.to_owned(), values[0].clone());
        if values.len() > 1 {
            disputed.insert(name.to_owned(), values);
        }
    }
    let mut heads: Vec<Stamp> =
        latest(&(0..changes.len()).collect::<Vec<_>>()).into_iter().map(|index| changes[index].at).collect();
    heads.sort_unstable();
    heads.dedup();
    Some((shown, disputed, heads))
}

fn fold_of(record: &Record) -> Plain {
    let fold = record.fold();
    let owned = |(stamp, value): &(Stamp, &Value)| (*stamp, (*value).clone());
    (
        fold.fields.iter().map(|shown| (shown.field.to_owned(), (shown.at, shown.value.clone()))).collect(),
        fold.conflicts.iter().map(|found| (found.field.to_owned(), found.values.iter().map(owned).collect())).collect(),
        fold.heads,
    )
}

fn records(registry: &Registry) -> Vec<Record> {
    registry.records().cloned().collect()
}

/// Fails unless all that the registry keeps beside its records is what the records come to.
fn assert_in_order(registry: &Registry) {
    let fresh = crate::invented::registry(records(registry));
    assert_eq!(registry.dossiers().collect::<Vec<_>>(), fresh.dossiers().collect::<Vec<_>>());
    assert_eq!(registry.aggregates().collect::<Vec<_>>(), fresh.aggregates().collect::<Vec<_>>());
    for aggregate in fresh.aggregates() {
        assert_eq!(registry.records_at(aggregate).collect::<Vec<_>>(), fresh.records_at(aggregate).collect::<Vec<_>>());
    }
    for dossier in fresh.dossiers() {
        for member in &dossier.members {
            let of = |registry: &Registry| registry.clashes(dossier.id, Some(member.id), &member.value);
            assert_eq!(of(registry), of(&fresh));
        }
    }
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn union_is_commutative_associative_and_idempotent(play in plays(24)) {
        let [a, b, c] = copies(&play);
        prop_assert_eq!(union(&a, &b), union(&b, &a));
        prop_assert_eq!(union(&union(&a, &b), &c), union(&a, &union(&b, &c)));
        prop_assert_eq!(&union(&a, &a), &a);
        prop_assert_eq!(union(&union(&a, &b), &b), union(&a, &b));
    }

    #[test]
    fn once_erased_anywhere_no_union_brings_a_value_back(play in plays(24), erase: bool, again in plays(12)) {
        let mut all = copies(&play);
        if erase {
            let heads = all[0].fold().heads;
            all[0].add(Change::erase(at(1, 9), heads, fields(&[("group", json!("kept"))])));
        }
        let late = copies(&again);
        let erased = all.iter().any(Record::is_erased);
        for order in ORDERS {
            let mut sum = union(&union(&all[order[0]], &all[order[1]]), &all[order[2]]);
            prop_assert_eq!(sum.is_erased(), erased);
            if erased {
                for copy in &late {
                    sum = union(&sum, copy);
                }
                prop_assert!(sum.changes().iter().all(Change::is_erase));
                let text = serde_json::to_string(&sum).unwrap();
                prop_assert!(!text.contains("value-"), "{}", text);
            }
        }
    }

    #[test]
    fn a_change_made_on_top_wins_whatever_the_clocks_say(play in plays(24), ms in 0..Stamp::MAX_MS, place in 0..3_usize) {
        let mut record = copies(&play)[place].clone();
        let before = record.clone();
        let stamp = Stamp::new(ms, 0, device(99));
        record.add(Change::set(stamp, record.fold().heads, fields(&[("name", json!("last word")), ("rt", Value::Null)])));
        if before.is_erased() {
            prop_assert_eq!(record, before, "nothing is on top of an erase");
            return Ok(());
        }
        let fold = record.fold();
        prop_assert_eq!(fold.value("name"), Some(&json!("last word")));
        prop_assert_eq!(fold.value("rt"), None);
        prop_assert!(fold.conflict("name").is_none() && fold.conflict("rt").is_none());
        prop_assert_eq!(&fold.heads, &[stamp]);
    }

    #[test]
    fn values_conflicts_and_heads_are_exactly_those_of_the_plain_reference(play in plays(24)) {
        let mut compared = 0;
        for world in [World::tame(&play, &ONE), World::wild(&play, &ONE)] {
            let [a, b, c] = world.copies.map(|records| records[0].clone());
            for record in [&a, &b, &c, &union(&union(&a, &b), &c)] {
                if let Some(plain) = plain_fold(record.changes()) {
                    prop_assert_eq!(fold_of(record), plain);
                    compared += 1;
                }
            }
        }
        prop_assert!(compared >= 4, "no device makes a ring by itself");
    }

    #[test]
    fn a_fold_is_the_same_whatever_the_order_of_arrival(play in plays(24), seed: u64) {
        let made = World::wild(&play, &ONE).made;
        let arrive = |changes: Vec<(usize, Change)>| {
            let mut record = Record::new("one", "thing", vec![]);
            for (_, change) in changes {
                record.add(change);
            }
            record
        };
        let (one, other) = (arrive(made.clone()), arrive(shuffled(made.clone(), seed)));
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(fold_of(&one), fold_of(&other));
        prop_assert_eq!(&one, &Record::new("one", "thing", made.into_iter().map(|(_, change)| change).collect()));
        let known: BTreeSet<&str> = one.changes().iter().flat_map(|change| change.fields().names()).collect();
        prop_assert_eq!(one.fold().fields.iter().map(|shown| shown.field).collect::<BTreeSet<_>>(), known, "a ring hides no field");
    }

    #[test]
    fn a_record_is_the_same_after_it_was_written_and_read(play in plays(24), more in any_json(), value in any_json()) {
        for copy in copies(&play) {
            let mut copy = with_more(&copy, "colour", more.clone());
            if !copy.is_erased() {
                let mut change = Change::set(at(1, 9), copy.fold().heads, fields(&[("shoe", value.clone())]));
                change.more = fields(&[("why", more.clone())]);
                copy.add(change);
            }
            let text = serde_json::to_string(&copy).unwrap();
            let read: Record = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(&read, &copy);
            prop_assert_eq!(serde_json::to_string(&read).unwrap(), text);
        }
    }

    #[test]
    fn texts_of_stamps_sort_as_the_stamps_do(
        one in (0..=Stamp::MAX_MS, 0..=Stamp::MAX_COUNTER, any::<u32>()),
        other in (0..=Stamp::MAX_MS, 0..=Stamp::MAX_COUNTER, any::<u32>()),
        same in 0..3_u8,
    ) {
        let of = |(ms, counter, device)| Stamp::new(ms, counter, Device::from_random(device));
        let one = of(one);
        let other = of(match same {
            0 => other,
            1 => (one.ms(), other.1, other.2),
            _ => (one.ms(), one.counter(), other.2),
        });
        prop_assert_eq!(one.cmp(&other), one.to_string().cmp(&other.to_string()));
        prop_assert_eq!(Stamp::parse(&one.to_string()), Ok(one));
    }

    #[test]
    fn a_clock_never_gives_a_stamp_twice_and_never_goes_back(
        walls in prop::collection::vec((0..NOON * 2, any::<bool>(), 0..NOON * 2, 0..=Stamp::MAX_COUNTER), 1..40),
    ) {
        let mut clock = Clock::new(device(1));
        let mut last = None;
        for (wall, follow, ms, counter) in walls {
            if follow {
                clock.follow(Stamp::new(ms, counter, device(2)), wall);
            }
            let stamp = clock.tick(wall);
            prop_assert!(last < Some(stamp), "{:?} then {}", last, stamp);
            last = Some(stamp);
        }
    }

    #[test]
    fn three_files_taken_in_in_any_order_come_to_the_same_registry(play in plays(30)) {
        let files = World::wild(&play, &BOOK).files();
        let mut sums = ORDERS.iter().map(|order| {
            let mut registry = Registry::new(today());
            for place in order {
                commands::import(&mut registry, files[*place].clone()).unwrap();
            }
            registry
        });
        let first = sums.next().unwrap();
        assert_in_order(&first);
        for sum in sums {
            prop_assert_eq!(records(&sum), records(&first));
            prop_assert_eq!(sum.dossiers().collect::<Vec<_>>(), first.dossiers().collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_file_taken_in_twice_changes_nothing(play in plays(30)) {
        let [own, file, _] = World::wild(&play, &BOOK).files();
        let mut registry = registry(own);
        commands::import(&mut registry, file.clone()).unwrap();
        let before = records(&registry);
        let (touched, undo) = commands::import(&mut registry, file).unwrap();
        prop_assert!(touched.is_empty() && undo.is_empty());
        prop_assert_eq!(records(&registry), before);
    }

    #[test]
    fn taking_back_restores_what_was_and_keeps_what_was_changed_since(play in plays(30), since in prop::option::of(0..6_usize)) {
        let [own, file, _] = World::wild(&play, &BOOK).files();
        let mut registry = registry(own);
        let before = records(&registry);
        let (_, undo) = commands::import(&mut registry, file).unwrap();
        let taken = records(&registry);
        let touched = |id: &str| {
            let of = |all: &[Record]| all.iter().find(|record| record.id() == id).cloned();
            of(&before) != of(&taken)
        };
        let changed = since.map(|place| BOOK[place]).filter(|thing| registry.record(&id(thing.id).to_string()).is_some_and(|record| !record.is_erased()));
        if let Some(thing) = changed {
            let (id, stamp) = (id(thing.id), at(900, 40));
            let seen = registry.record(&id.to_string()).unwrap().fold().heads;
            let set = fields(&[("rt", json!("04"))]);
            match thing.kind {
                "group" => commands::save(&mut registry, "group", id, stamp, &seen, set),
                _ => commands::save(&mut registry, "member", id, stamp, &seen, set),
            };
        }
        let mut expected = before.clone();
        let mut kept = 0;
        if let Some(now) = changed.and_then(|thing| registry.record(&id(thing.id).to_string()).cloned()) {
            kept = usize::from(touched(now.id()));
            // A member that stays keeps its group, when that came with the file too.
            let aggregate = Aggregate::of(&now);
            let group = taken.iter().find(|record| record.kind() == "group" && Aggregate::of(record) == aggregate).cloned();
            let stays = group.filter(|group| group.id() != now.id() && touched(now.id()));
            let came = stays.filter(|group| !before.iter().any(|record| record.id() == group.id()));
            let was_there = before.iter().any(|record| record.id() == now.id() && Aggregate::of(record) == aggregate);
            if let Some(group) = came.filter(|_| !was_there) {
                kept += 1;
                expected.push(group);
            }
            expected.retain(|record| record.id() != now.id());
            expected.push(now);
            expected.sort_by(|one, other| one.id().cmp(other.id()));
        }
        let back = commands::undo_import(&mut registry, &mut commands::Imports::of((), undo), 0);
        prop_assert_eq!(records(&registry), expected);
        prop_assert_eq!(back.kept, kept);
        assert_in_order(&registry);
    }

    #[test]
    fn saving_deciding_and_erasing_leave_the_registry_in_order(play in plays(20), acts in prop::collection::vec(any::<[u8; 4]>(), 1..5)) {
        let [own, file, _] = World::tame(&play, &BOOK).files();
        let mut registry = registry(own);
        commands::import(&mut registry, file).unwrap();
        let mut clock = Clock::new(device(50));
        for [what, which, value, _] in acts {
            let member = id(BOOK[2 + usize::from(which % 4)].id);
            let group = id(BOOK[usize::from(which % 2)].id);
            let touched = match what % 4 {
                0 => commands::save(&mut registry, "member", member, clock.tick(NOON), &[], fields(&[("group", json!(group.to_string()))])),
                1 => commands::decide(&mut registry, member, clock.tick(NOON), Member::NAME, json!(format!("Contoh {value}"))).0,
                2 => commands::erase_record(&mut registry, member, clock.tick(NOON)),
                _ => {
                    let touched = commands::erase_group(&mut registry, group, &mut || clock.tick(NOON));
                    prop_assert!(registry.dossier(group).is_none(), "nothing of an erased group is left");
                    touched
                }
            };
            prop_assert!(touched.len() <= 6, "no more than the homes of what it changed");
        }
        assert_in_order(&registry);
    }

    #[test]
    fn unknown_kinds_and_fields_survive_being_written_read_taken_in_and_written(play in plays(20), more in any_json(), value in any_json()) {
        let [own, file, other] = World::tame(&play, &BOOK).files();
        let all = records(&registry([own, file, other].concat()));
        let valid = |record: &&Record| {
            let fits = |change: &Change| change.fields().iter().all(|(key, value)| match record.kind() {
                Group::KIND => Group::field(key).is_none_or(|field| field.check(value).is_ok()),
                Member::KIND => Member::field(key).is_none_or(|field| field.check(value).is_ok()),
                _ => true,
            });
            record.changes().iter().all(fits)
        };
        let mut odd = Record::new("odd", "of a newer version", vec![Change::set(at(1, 9), vec![], fields(&[("shoe", value)]))]);
        odd = with_more(&odd, "colour", more);
        let records: Vec<&Record> = all.iter().filter(valid).chain([&odd]).collect();
        let text = exchange::write(&header(Kind::Full), records.iter().copied());
        let file = exchange::read(text.as_bytes()).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
        let registry = registry(file.records.clone());
        prop_assert_eq!(exchange::write(&file.header, registry.records()), text);
    }
}

#[test]
fn a_file_is_the_same_to_the_reader_though_its_seen_were_not_in_order() {
    let (one, other) = (at(1, 1), at(2, 2));
    let set = |stamp, seen, name: &str| Change::set(stamp, seen, fields(&[("name", json!(name))]));
    let record = Record::new(
        "r",
        "thing",
        vec![set(one, vec![], "a"), set(other, vec![], "b"), set(at(3, 1), vec![other, one, other], "c")],
    );
    let file = exchange::read(exchange::write(&header(Kind::Full), std::iter::once(&record)).as_bytes()).unwrap();
    assert_eq!(file.records, [record]);
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn no_content_is_ever_replaced_by_another_under_its_stamp(play in plays(24)) {
        let [a, b, c] = copies(&play);
        let all = union(&union(&a, &b), &c);
        if !all.is_erased() {
            for change in [&a, &b, &c].into_iter().flat_map(Record::changes) {
                prop_assert!(all.holds(change), "{:?}", change);
            }
        }
        prop_assert!(all.changes().windows(2).all(|pair| pair[0].order(&pair[1]).is_lt()), "each once, in order");
    }
}

#[test]
fn a_change_under_a_stamp_that_is_taken_is_settled_the_same_on_both_sides_even_with_an_erase() {
    let stamp = at(1, 1);
    let set = Record::new("r", "thing", vec![Change::set(stamp, vec![], fields(&[("name", json!("a"))]))]);
    let erase = Record::new("r", "thing", vec![Change::erase(stamp, vec![], fields(&[]))]);
    assert_eq!(union(&set, &erase), erase);
    assert_eq!(union(&erase, &set), erase);
    assert!(matches!(erase.changes()[0].body, Body::Erase(_)));
}
