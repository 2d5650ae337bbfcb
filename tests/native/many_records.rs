//! What months, visits and aids cost, before anything is built on them: a group with five years of months (60), twelve visits and six
//! aids, each a record; then the programme and ten times it with these (`sample::sample_of_five_years`). Figures stand in docs/performance.md.

use std::time::{Duration, Instant};

use buku_kube::domain::{FieldValue, Id};
use buku_kube::exchange::{self, Kind};
use buku_kube::history::{Clock, Record};
use buku_kube::kinds::Member;
use buku_kube::registry::{Aggregate, Registry, Touched, commands};
use buku_kube::sample::{Sample, sample, sample_of_five_years};
use buku_kube::storage::{MemoryStorage, Storage, seal, units};
use buku_kube::store::{Repository, Space};
use serde_json::json;

use crate::invented::*;

#[allow(clippy::disallowed_methods)] // how long it takes is measured
fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let done = act();
    (done, began.elapsed())
}

fn kept(store: &Repository<MemoryStorage>) -> usize {
    let storage = store.storage();
    storage.keys("").unwrap().iter().map(|key| units(key) + units(&storage.read(key).unwrap().unwrap())).sum()
}

/// The median time of an edit of one member's occupation, kept; and the units that the book takes.
fn edit(records: Vec<Record>) -> (Duration, usize) {
    let mut book = registry(records);
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let dossier = book.dossiers().next().unwrap();
    let (group, member) = (dossier.id, dossier.members[3].id);
    store.save(&book, &mut Touched::one(Aggregate::Group(group))).unwrap();
    let mut clock = Clock::new(device(3));
    let mut times: Vec<Duration> = (0..41_u64)
        .map(|edit| {
            let occupation = format!("Dagang {edit}");
            let (mut touched, reading) = timed(|| {
                let seen = book.record(&member.to_string()).unwrap().fold().heads;
                let set = fields(&[(Member::OCCUPATION.key(), json!(occupation))]);
                let at = clock.tick(NOON + edit * 60_000);
                commands::save(&mut book, Member::KIND, member, at, &seen, set)
            });
            let keeping = timed(|| store.save(&book, &mut touched).unwrap()).1;
            reading + keeping
        })
        .collect();
    times.sort_unstable();
    (times[20], kept(&store))
}

#[test]
fn a_group_with_five_years_of_months_is_kept_in_a_few_times_the_time_and_room_of_one_without() {
    let one = Sample { groups: 1, members: 8, seed: 6 };
    let (plain, room) = edit(sample(one));
    let (full, more_room) = edit(sample_of_five_years(one));
    let ratio = full.as_secs_f64() / plain.as_secs_f64();
    println!("a group of 8 members: an edit {plain:?}, {room} units");
    println!("with 60 months, 12 visits, 6 aids: an edit {full:?}, {ratio:.1} times; {more_room} units");
    // What it came to when it was measured, and half as much again: whoever makes it worse is told.
    assert!(more_room < 9 * room, "{more_room} units, {room} without");
}

/// A book in which the parts of a long group stand, and the group.
fn long_group() -> (Registry, Repository<MemoryStorage>, Id) {
    let book = registry(sample_of_five_years(Sample { groups: 1, members: 8, seed: 6 }));
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let group = book.dossiers().next().unwrap().id;
    store.save(&book, &mut Touched::one(Aggregate::Group(group))).unwrap();
    (book, store, group)
}

/// The header of the text of a group: a word for each part.
fn parts(store: &Repository<MemoryStorage>, group: Id) -> Vec<String> {
    let text = store.storage().read(&format!("buku-kube/book/group/{group}")).unwrap().unwrap();
    let (head, _) = text.split_once('\n').unwrap();
    head.rsplit(' ').next().unwrap().split(';').map(str::to_owned).collect()
}

fn edit_of(book: &mut Registry, member: Id, occupation: &str, by: u32) -> Touched {
    let seen = book.record(&member.to_string()).unwrap().fold().heads;
    commands::save(
        book,
        Member::KIND,
        member,
        at(u64::from(by) + 9, by),
        &seen,
        fields(&[(Member::OCCUPATION.key(), json!(occupation))]),
    )
}

#[test]
fn an_edit_packs_one_part_of_a_long_group_and_leaves_the_others_as_they_stand() {
    let (mut book, store, group) = long_group();
    let before = parts(&store, group);
    assert!(before.len() > 3, "{before:?}");
    let member = book.dossier(group).unwrap().members[3].id;
    let mut touched = edit_of(&mut book, member, "Dagang", 3);
    store.save(&book, &mut touched).unwrap();
    let after = parts(&store, group);
    assert_eq!(before.len(), after.len());
    assert_eq!(before.iter().zip(&after).filter(|(before, after)| before != after).count(), 1);
    let again = store.load(today()).unwrap();
    assert!(again.quarantine.is_empty() && again.registry.records().eq(book.records()));
}

#[test]
fn parts_take_a_third_more_room_than_the_whole_and_no_more() {
    let (book, store, group) = long_group();
    let text = store.storage().read(&format!("buku-kube/book/group/{group}")).unwrap().unwrap();
    let records: Vec<&Record> = book.records_at(Aggregate::Group(group)).collect();
    let whole = units(&seal::seal(&serde_json::to_string(&records).unwrap()));
    println!("a group with five years of months: {} units in parts, {whole} whole", units(&text));
    // It came to 1.31 times when it was measured.
    assert!(units(&text) * 10 < whole * 14, "{} units, {whole} whole", units(&text));
}

#[test]
fn what_another_tab_wrote_into_a_part_is_found_and_nothing_else_is_opened() {
    let (mut book, store, group) = long_group();
    assert_eq!(
        store.stored(&book, Aggregate::Group(group)),
        Ok(Some((Aggregate::Group(group), vec![]))),
        "nothing is news"
    );
    let mut theirs = book.clone();
    let (own, other) = (book.dossier(group).unwrap().members[1].id, book.dossier(group).unwrap().members[6].id);
    let mut touched = edit_of(&mut theirs, other, "Tani", 4);
    store.save(&theirs, &mut touched).unwrap();
    let mut touched = edit_of(&mut book, own, "Dagang", 3);
    let (_, found) = store.stored(&book, Aggregate::Group(group)).unwrap().unwrap();
    assert!(found.len() < book.records().count() / 2 && found.iter().any(|record| record.id() == other.to_string()));
    commands::import(&mut book, found).unwrap();
    store.save(&book, &mut touched).unwrap();
    let again = store.load(today()).unwrap().registry;
    let occupation =
        |id: Id| again.dossier(group).unwrap().member(id).unwrap().value.occupation.as_ref().unwrap().text();
    assert_eq!((occupation(own), occupation(other)), ("Dagang".to_owned(), "Tani".to_owned()));
}

/// Long: some 660,000 records in 10x. `cargo xtask test native -- many_records --ignored --nocapture` prints it.
#[test]
#[ignore = "takes minutes and a gigabyte; its figures stand in docs/performance.md"]
fn what_the_programme_and_ten_times_it_take_with_five_years_of_months() {
    for times in [1, 10] {
        let wanted = Sample { groups: 949 * times, members: 7_959 * times, seed: 1 };
        let records = sample_of_five_years(wanted);
        let count = records.len();
        let text = exchange::write(&header(Kind::Full), records.iter());
        let (book, opening) = timed(|| registry(records));
        let store = Repository::new(MemoryStorage::default(), Space::Book);
        let mut touched = Touched::default();
        for aggregate in book.aggregates() {
            touched.extend(Touched::one(aggregate));
        }
        store.save(&book, &mut touched).unwrap();
        drop(book);
        let room = kept(&store);
        let (loaded, loading) = timed(|| store.load(today()).unwrap());
        assert_eq!(loaded.registry.records().count(), count);
        drop(loaded);
        println!(
            "{times}x: {count} records, {} bytes as a file, {room} units; united in {opening:?}, opened in {loading:?}",
            text.len()
        );
        let (read, reading) = timed(|| exchange::read(text.as_bytes()).map(|file| file.records.len()));
        println!("{times}x: its own file read in {reading:?}: {read:?}");
    }
}

/// The same registry whatever way it is read.
#[test]
fn a_book_with_months_reads_back_whole() {
    let records = sample_of_five_years(Sample { groups: 3, members: 20, seed: 2 });
    let book: Registry = registry(records.clone());
    let text = exchange::write(&header(Kind::Full), book.records());
    let again = registry(exchange::read(text.as_bytes()).unwrap().records);
    assert!(book.records().eq(again.records()));
    assert_eq!(book.records().count(), records.len());
}
