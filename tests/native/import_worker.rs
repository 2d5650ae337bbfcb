//! The city's afternoon: thirty pendamping send their files, in any order, some twice, some old, some at odds with each other.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use buku_kube::domain::{FieldValue, Id};
use buku_kube::duplicates::{Subject, find};
use buku_kube::exchange::{self, From, Header, ImportStatus, Kind, Twin};
use buku_kube::history::{Clock, Device, Record, Stamp};
use buku_kube::import_worker::{Answer, ImportWorker, Inspection, Outcome, PlanCounts, Stage};
use buku_kube::kinds::{About, Group, Member};
use buku_kube::registry::commands::Imports;
use buku_kube::registry::{Aggregate, Dossier, Registry, commands};
use buku_kube::sample::{Sample, sample};
use buku_kube::storage::MemoryStorage;
use buku_kube::store::{Repository, Space};
use proptest::prelude::*;
use serde_json::json;

use crate::invented::*;

const SENDERS: usize = 30;
const GROUPS: usize = 90;

/// A pendamping's phone: its groups, and what was done there.
struct Phone {
    registry: Registry,
    clock: Clock,
    name: String,
    sent: u64,
}

impl Phone {
    fn new(number: usize, records: Vec<Record>) -> Self {
        let device = device(1_000 + u32::try_from(number).unwrap());
        Self {
            registry: registry(records),
            clock: Clock::new(device),
            name: format!("Contoh Pendamping {number}"),
            sent: 0,
        }
    }

    fn groups(&self) -> Vec<Id> {
        self.registry.dossiers().map(|dossier| dossier.id).collect()
    }

    fn save(&mut self, kind: &str, id: Id, pairs: &[(&str, serde_json::Value)]) {
        let seen = self.registry.record(&id.to_string()).map(|record| record.fold().heads).unwrap_or_default();
        commands::save(&mut self.registry, kind, id, self.clock.tick(NOON), &seen, fields(pairs));
    }

    /// A day's work: the address of one group, a new member in another, a member's phone, now and then somebody erased.
    fn work(&mut self, day: usize) {
        let groups = self.groups();
        let of = |place: usize| groups[(place * 7 + day) % groups.len()];
        self.save(Group::KIND, of(1), &[("address", json!(format!("Jl. Contoh {} {day}", self.name)))]);
        let random = u8::try_from((day * 31 + self.name.len() * 7) % 251).unwrap();
        let new = Id::v7(NOON + self.clock.tick(NOON).ms() + day as u64, [random; 10]);
        let group = of(2).to_json();
        self.save(Member::KIND, new, &[("group", group), ("name", json!(format!("Contoh Baru {day}")))]);
        let member = self.registry.dossier(of(3)).and_then(|dossier| dossier.members.first()).map(|member| member.id);
        if let Some(member) = member {
            self.save(Member::KIND, member, &[("occupation", json!(format!("Dagang {day}")))]);
            if day % 9 == 4 {
                let at = self.clock.tick(NOON);
                commands::erase_record(&mut self.registry, member, at);
            }
        }
    }

    fn file(&mut self) -> Vec<u8> {
        self.sent += 1;
        let header = Header {
            kind: Kind::Full,
            id: format!("{} {}", self.name, self.sent),
            created_ms: NOON + self.sent,
            app: "0.1.0".to_owned(),
            from: From { device: self.clock.device().to_string(), name: self.name.clone() },
            about: About::default(),
        };
        exchange::write(&header, self.registry.records()).into_bytes()
    }
}

/// The files of thirty pendamping, each with ten of ninety groups, so that most groups are with several of them: one file
/// each, of five an old one too, and three of them twice.
fn files() -> &'static [Vec<u8>] {
    static FILES: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    FILES.get_or_init(made)
}

fn made() -> Vec<Vec<u8>> {
    let all = registry(sample(Sample { groups: GROUPS, members: 700, seed: 30 }));
    let aggregates: Vec<Id> = all.dossiers().map(|dossier| dossier.id).collect();
    let mut files = Vec::new();
    for number in 0..SENDERS {
        let own = (0..10).map(|place| aggregates[(number * 3 + place * 11) % GROUPS]);
        let records =
            own.collect::<BTreeSet<_>>().into_iter().flat_map(|id| all.records_at(Aggregate::Group(id))).cloned();
        let mut phone = Phone::new(number, records.collect());
        phone.work(number);
        if number % 6 == 0 {
            files.push(phone.file());
        }
        phone.work(number + 40);
        files.push(phone.file());
        if number % 10 == 5 {
            files.push(files[files.len() - 1].clone());
        }
    }
    files
}

fn records_of(file: &[u8]) -> Vec<Record> {
    exchange::read(file).unwrap().records
}

/// A worker with this book on it.
fn worker(book: &Registry) -> ImportWorker {
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let mut worker = ImportWorker::default();
    worker.take_book(&store.texts(book, &BTreeMap::new()), today(), &mut |_| {});
    worker
}

fn look(worker: &mut ImportWorker, files: &[&Vec<u8>]) -> Inspection {
    let handed = files.iter().map(|file| ("kube.txt".to_owned(), Ok((*file).clone()))).collect();
    let inspection = worker.look(handed, &mut |_| {});
    if inspection.removals() == 0 {
        return inspection;
    }
    // A file may take away only what is granted: here the person trusts them all.
    let Answer::Removals { removals, .. } = worker.removals(0, usize::MAX) else { panic!("no removals") };
    worker.grant(removals.into_iter().map(|removal| removal.id).collect(), &mut |_| {})
}

/// Takes in what the import worker hands out of all good files, a few aggregates at a time.
fn take(
    book: &mut Registry,
    worker: &ImportWorker,
    inspection: &Inspection,
    without: &[Id],
    imports: &mut Imports<usize>,
) {
    for place in 0..inspection.files.len() {
        if !matches!(inspection.files[place].outcome, Outcome::Good(_)) {
            continue;
        }
        imports.begin(imports.len());
        let mut from = Some(0);
        while let Some(start) = from {
            let Answer::Batch { aggregates, next, .. } = worker.batch(place, start, 3, without, &inspection.granted)
            else {
                panic!("no batch")
            };
            for records in aggregates {
                imports.note(commands::import(book, records).unwrap().1);
            }
            from = next;
        }
    }
}

fn book() -> Registry {
    Registry::new(today())
}

fn records(book: &Registry) -> Vec<Record> {
    book.records().cloned().collect()
}

/// How a group stands, worked out anew from nothing but stamps and folds.
fn status(id: Id, before: &Registry, after: &Registry, theirs: &Registry) -> ImportStatus {
    let aggregate = Aggregate::Group(id);
    let stamps = |book: &Registry| -> BTreeMap<String, Vec<_>> {
        let of = |record: &Record| record.changes().iter().map(|change| change.at).collect::<Vec<_>>();
        book.records_at(aggregate).map(|record| (record.id().to_owned(), of(record))).collect()
    };
    let disputes = |book: &Registry| -> BTreeSet<String> {
        let of = |record: &Record| format!("{} {:?}", record.id(), record.fold().conflicts);
        book.records_at(aggregate).filter(|record| !record.fold().conflicts.is_empty()).map(of).collect()
    };
    let living = |book: &Registry| -> BTreeSet<Id> {
        book.dossier(id).into_iter().flat_map(|dossier| dossier.members.iter().map(|member| member.id)).collect()
    };
    let (was, will, has) = (stamps(before), stamps(after), stamps(theirs));
    if was == will {
        return if has == will { ImportStatus::Same } else { ImportStatus::NewerHere };
    }
    if disputes(after).difference(&disputes(before)).next().is_some() {
        return ImportStatus::Conflict;
    }
    if before.dossier(id).is_none() {
        return ImportStatus::New;
    }
    if living(before).difference(&living(after)).next().is_some() {
        return ImportStatus::Erased;
    }
    if has == will { ImportStatus::NewerThere } else { ImportStatus::Changed }
}

/// Whether the numbers of a preview are those that taking in leads to.
fn assert_exact(summary: &PlanCounts, before: &Registry, after: &Registry, files: &[&Vec<u8>]) {
    let totals = |book: &Registry| {
        let households: usize = book.dossiers().map(|dossier: &Dossier| dossier.households).sum();
        (book.group_count(), households)
    };
    assert_eq!((summary.before.groups, summary.before.households), totals(before));
    assert_eq!((summary.after.groups, summary.after.households), totals(after));
    let theirs = registry(files.iter().flat_map(|file| records_of(file)));
    // Those who come with the files and are like somebody else.
    let is_new = |subject: &Subject| before.record(&subject.id().to_string()).is_none();
    let pairs = find(after, &mut |_, _| {}).into_iter();
    let new = pairs.filter(|pair| is_new(&pair.older) || is_new(&pair.younger));
    let suspected: BTreeSet<Id> = new.flat_map(|pair| [pair.older.group, pair.younger.group]).collect();
    let mut counts = [0; ImportStatus::ALL.len()];
    for dossier in theirs.dossiers() {
        let mut status = status(dossier.id, before, after, &theirs);
        if status.brings() && suspected.contains(&dossier.id) {
            status = status.min(ImportStatus::Suspected);
        }
        counts[ImportStatus::ALL.iter().position(|other| *other == status).unwrap()] += 1;
    }
    assert_eq!(summary.counts, counts);
    assert_eq!(summary.groups(), theirs.group_count());
}

#[test]
fn the_thirty_files_are_what_the_city_gets() {
    let files = files();
    assert_eq!(files.len(), 38, "thirty, five old ones, three twice");
    let all = registry(files.iter().flat_map(|file| records_of(file)));
    let shared = all.dossiers().filter(|dossier| {
        files.iter().filter(|file| records_of(file).iter().any(|record| record.id() == dossier.id.to_string())).count()
            > 1
    });
    assert!(shared.count() > 60, "most groups come from several");
    assert!(all.dossiers().any(|dossier| dossier.conflict_count() > 0), "some are at odds");
    assert!(all.records().any(Record::is_erased), "somebody was erased");
}

#[test]
fn all_at_once_is_the_same_as_one_after_the_other() {
    let files = files();
    let handed: Vec<&Vec<u8>> = files.iter().collect();
    let mut worker = worker(&book());
    let inspection = look(&mut worker, &handed);
    let mut all = book();
    take(&mut all, &worker, &inspection, &[], &mut Imports::default());
    assert_exact(&inspection.plan.unwrap(), &book(), &all, &handed);
    let one_by_one = registry(files.iter().flat_map(|file| records_of(file)));
    assert_eq!(records(&all), records(&one_by_one));
}

#[test]
fn what_is_left_out_is_not_taken_in_and_nothing_else_is_missing() {
    let files = files();
    let mut worker = worker(&book());
    let inspection = look(&mut worker, &[&files[0]]);
    let Answer::Cards { cards, of } = worker.cards(Some(ImportStatus::New), 0, 4) else { panic!("no cards") };
    assert_eq!((cards.len(), of), (4, 10));
    let without: Vec<Id> = cards.iter().map(|card| card.id).collect();
    let mut some = book();
    take(&mut some, &worker, &inspection, &without, &mut Imports::default());
    assert_eq!(some.group_count(), 6);
    assert!(without.iter().all(|id| some.dossier(*id).is_none()));
    let inspection = worker.leave(0, &mut |_| {});
    assert_eq!((inspection.plan, inspection.files[0].outcome.clone()), (None, Outcome::Left));
}

#[test]
fn a_bad_file_among_good_ones_is_named_and_the_others_are_taken() {
    let files = files();
    let mut bad = files[1].clone();
    bad.truncate(2_000);
    let mut worker = worker(&book());
    let inspection = look(&mut worker, &[&files[0], &bad, &files[2]]);
    assert!(matches!(inspection.files[1].outcome, Outcome::Refused(exchange::ReadError::Truncated)));
    let mut some = book();
    take(&mut some, &worker, &inspection, &[], &mut Imports::default());
    assert_eq!(records(&some), records(&registry([records_of(&files[0]), records_of(&files[2])].concat())));
}

#[test]
fn the_desk_tells_how_far_it_is() {
    let files = files();
    let all = registry(files.iter().flat_map(|file| records_of(file)));
    let store = Repository::new(MemoryStorage::default(), Space::Book);
    let (mut worker, mut heard) = (ImportWorker::default(), Vec::new());
    worker.take_book(&store.texts(&all, &BTreeMap::new()), today(), &mut |progress| heard.push(progress));
    worker.look(vec![("a".to_owned(), Ok(files[0].clone()))], &mut |progress| heard.push(progress));
    for stage in [Stage::Book, Stage::File, Stage::Groups] {
        assert!(heard.iter().any(|progress| progress.stage == stage), "{stage:?}");
    }
    assert!(heard.iter().all(|progress| progress.done <= progress.of));
}

#[test]
fn somebody_who_is_here_under_another_record_is_suspected_before_anything_is_taken() {
    let here = registry(sample(Sample { groups: 3, members: 24, seed: 5 }));
    let twin = here.dossiers().next().unwrap().members[2].value.clone();
    let mut phone = Phone::new(1, sample(Sample { groups: 1, members: 6, seed: 77 }));
    let group = phone.groups()[0];
    let set = [
        ("group", group.to_json()),
        ("name", twin.name.as_ref().unwrap().to_json()),
        ("nik", twin.nik.unwrap().to_json()),
    ];
    phone.save(Member::KIND, Id::v7(NOON, [9; 10]), &set);
    let mut worker = worker(&here);
    let inspection = look(&mut worker, &[&phone.file()]);
    assert_eq!(inspection.plan.unwrap().count(ImportStatus::Suspected), 1);
    let Answer::Cards { cards, .. } = worker.cards(Some(ImportStatus::Suspected), 0, 9) else { panic!("no cards") };
    let name = twin.name.unwrap().text();
    let is_this = |pair: &&Twin| pair.name == name && pair.other == name;
    let twin = cards[0].twins.iter().find(is_this).expect("the two are named");
    assert_eq!(twin.group, here.dossiers().next().unwrap().group.value.name.as_ref().map(FieldValue::text));
    // A group that is like another stands in none.
    let mut other = Phone::new(2, here.records().cloned().collect());
    let own = here.dossiers().next().unwrap().group.value.clone();
    let set = [("name", own.name.as_ref().unwrap().to_json()), ("region", own.region.unwrap().to_json())];
    other.save(Group::KIND, Id::v7(NOON, [8; 10]), &set);
    let mut worker = self::worker(&here);
    look(&mut worker, &[&other.file()]);
    let Answer::Cards { cards, .. } = worker.cards(Some(ImportStatus::Suspected), 0, 9) else { panic!("no cards") };
    assert!(cards[0].twins.iter().any(|pair| pair.group.is_none() && pair.name == pair.other), "{:?}", cards[0].twins);
}

proptest! {
    #![proptest_config(cases(8))]

    #[test]
    fn thirty_files_in_any_order_give_one_book_each_preview_is_exact_and_all_can_be_undone_in_any_order(
        order in Just((0..38_usize).collect::<Vec<_>>()).prop_shuffle(),
        undone in Just((0..38_usize).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        let files = files();
        let mut city = book();
        let mut imports = Imports::default();
        for place in &order {
            let before = city.clone();
            let mut worker = worker(&city);
            let inspection = look(&mut worker, &[&files[*place]]);
            take(&mut city, &worker, &inspection, &[], &mut imports);
            assert_exact(&inspection.plan.unwrap(), &before, &city, &[&files[*place]]);
        }
        let whole = registry(files.iter().flat_map(|file| records_of(file)));
        prop_assert_eq!(records(&city), records(&whole));

        // Whichever is undone, what the others brought stays: as had it never come.
        let mut left = undone.clone();
        for which in undone {
            let place = imports.names().position(|name| *name == which).unwrap();
            let taken_back = commands::undo_import(&mut city, &mut imports, place);
            left.retain(|other| *other != which);
            prop_assert_eq!(taken_back.kept, 0);
            let without = registry(left.iter().flat_map(|name| records_of(&files[order[*name]])));
            prop_assert_eq!(records(&city), records(&without));
        }
        prop_assert!(city.is_empty());
    }

    #[test]
    fn what_was_here_and_what_is_typed_between_stays_whichever_files_are_undone(
        order in Just((0..38_usize).collect::<Vec<_>>()).prop_shuffle(),
        undone in Just((0..38_usize).collect::<Vec<_>>()).prop_shuffle(),
        typed in prop::collection::btree_set(1..38_usize, 0..6),
    ) {
        let files = files();
        let mut phone = Phone::new(77, records_of(&files[9]));
        let mut imports = Imports::default();
        for (at, place) in order.iter().enumerate() {
            imports.begin(at);
            imports.note(commands::import(&mut phone.registry, records_of(&files[*place])).unwrap().1);
            if typed.contains(&at) {
                phone.work(at);
            }
        }
        let device = phone.clock.device();
        let before = made_by(device, &phone.registry);
        for which in undone {
            let place = imports.names().position(|name| *name == which).unwrap();
            commands::undo_import(&mut phone.registry, &mut imports, place);
            let now = made_by(device, &phone.registry);
            prop_assert!(now.is_superset(&before), "{:?}", before.difference(&now).collect::<Vec<_>>());
        }
        let mut with = phone.registry.clone();
        commands::import(&mut with, records_of(&files[9])).unwrap();
        prop_assert_eq!(records(&with), records(&phone.registry), "what was here before is all here");
    }
}

/// The changes of a device that are shown somewhere.
fn made_by(device: Device, registry: &Registry) -> BTreeSet<(String, Stamp)> {
    let living = registry.records().filter(|record| !record.is_erased());
    let of =
        |record: &Record| record.changes().iter().map(|change| (record.id().to_owned(), change.at)).collect::<Vec<_>>();
    living.flat_map(of).filter(|(_, at)| at.device() == device).collect()
}
