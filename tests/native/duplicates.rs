//! Suspected duplicates over the whole programme, what is decided about them, and the laws of both.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use buku_kube::domain::{Date, FieldValue, Id, Verdict, fold};
use buku_kube::duplicates::{Reason, Subject, Suspect, find, like_group, like_member};
use buku_kube::history::{Change, Clock, Fields, Record};
use buku_kube::kinds::{FieldRef, Group, Member};
use buku_kube::registry::{Aggregate, Registry, commands};
use buku_kube::sample::{Sample, sample};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::invented::*;

const PROGRAMME: Sample = Sample { groups: 949, members: 7_959, seed: 1 };

/// Of each of the five kinds.
const PLANTED: usize = 40;

fn programme_day() -> Date {
    Date::new(2014, 6, 30).unwrap()
}

fn book(records: Vec<Record>) -> Registry {
    Registry::of(programme_day(), records)
}

fn search(registry: &Registry) -> Vec<Suspect> {
    find(registry, &mut |_, _| ())
}

/// The ids of a pair, as a test names it.
fn pair(suspect: &Suspect) -> (Id, Id) {
    (suspect.older.id(), suspect.younger.id())
}

/// What a person sees of a name who types it anew from a crumpled list.
fn misspelled(name: &str, way: usize) -> String {
    match way % 8 {
        0 => name.to_uppercase(),
        1 => format!("Hj. {name}, S.Sos."),
        2 => format!("Ibu {name} A.Md"),
        3 => name.replacen("Contoh", "Tjontoh", 1),
        4 => name.replacen("Contoh", "Contooh", 1),
        5 => name.replacen("Contoh", "Conthoh", 1),
        6 => name.replacen(' ', "", 1),
        _ => name.replacen("Contoh", "Cotnoh", 1),
    }
}

fn one_digit_off(born: Date, way: usize) -> Date {
    let turned = Date::new(born.year(), born.day(), born.month()).filter(|turned| *turned != born);
    if let Some(turned) = turned.filter(|_| way.is_multiple_of(2)) {
        return turned;
    }
    let (year, day) = match born.day() {
        29 => (born.year(), 28),
        30 | 31 => (born.year(), born.day() - 10),
        day => (born.year() - born.year() % 10 + (born.year() + 3) % 10, day),
    };
    Date::new(year, born.month(), day).unwrap()
}

/// The programme with planted pairs, and what was planted.
fn planted() -> (Vec<Record>, Vec<(Id, Id, Reason)>) {
    let mut records = sample(PROGRAMME);
    let plain = book(records.clone());
    let dossiers: Vec<_> = plain.dossiers().collect();
    let mut clock = Clock::new(device(77));
    let mut expected = Vec::new();
    for (number, reason) in Reason::ALL.into_iter().flat_map(|reason| (0..PLANTED).map(move |number| (number, reason)))
    {
        let place = number + PLANTED * Reason::ALL.iter().position(|one| *one == reason).unwrap();
        let (from, to) = (dossiers[4 * place], dossiers[4 * place + 2]);
        let id = Id::v7(NOON + place as u64, [u8::try_from(place).unwrap(); 10]);
        if reason == Reason::GroupNameAndVillage {
            let name = from.group.value.name.as_ref().unwrap().as_str();
            let name = if number % 8 < 3 { format!("KUBE {name}") } else { misspelled(name, number) };
            let region = from.group.value.region.unwrap().to_json();
            let set = fields(&[("name", json!(name)), ("region", region)]);
            records.push(Record::new(id.to_string(), Group::KIND, vec![Change::set(clock.tick(NOON), vec![], set)]));
            expected.push((from.id, id, reason));
            continue;
        }
        let member = &from.members[number % from.members.len()];
        let mut set = fields(&[
            ("group", to.id.to_json()),
            ("name", json!(format!("Budi Santoso {}", "abcdefghijklmnopqrst".chars().nth(number % 20).unwrap()))),
            ("birth_date", Date::from_unix_days(37 * i64::try_from(place).unwrap()).to_json()),
        ]);
        let (name, born) = (member.value.name.as_ref().unwrap(), member.value.birth_date.unwrap());
        match reason {
            Reason::Nik => set.insert("nik", member.value.nik.unwrap().to_json()),
            Reason::Card => set.insert("card", member.value.card.unwrap().to_json()),
            Reason::NameAndBirthDate => {
                set.insert("name", json!(misspelled(name.as_str(), number)));
                set.insert("birth_date", born.to_json());
            }
            _ => {
                set.insert("name", json!(name.as_str().to_uppercase()));
                set.insert("birth_date", one_digit_off(born, number).to_json());
            }
        }
        records.push(Record::new(id.to_string(), Member::KIND, vec![Change::set(clock.tick(NOON), vec![], set)]));
        expected.push((member.id, id, reason));
    }
    (records, expected)
}

#[test]
fn every_planted_pair_is_found_for_its_reason_and_hardly_another() {
    let (records, expected) = planted();
    assert_eq!(expected.len(), 200);
    let found = search(&book(records));
    for (older, younger, reason) in &expected {
        let suspect = found.iter().find(|suspect| pair(suspect) == (*older, *younger));
        let suspect = suspect.unwrap_or_else(|| panic!("{reason:?} {older} {younger} is not found"));
        assert!(suspect.reasons.contains(reason), "{reason:?}, not {:?}", suspect.reasons);
    }
    let plain = search(&book(sample(PROGRAMME)));
    let innocent: BTreeSet<Id> =
        plain.iter().flat_map(|suspect| [suspect.older, suspect.younger]).map(Subject::id).collect();
    println!(
        "planted {} of {}; without any planted {} pairs, {} of {} members and groups",
        expected.len(),
        expected.len(),
        plain.len(),
        innocent.len(),
        PROGRAMME.members + PROGRAMME.groups
    );
    assert!(innocent.len() * 100 <= 2 * PROGRAMME.members, "at most 2 % are suspected for nothing");
    assert_eq!(found.len(), expected.len() + plain.len(), "what was planted makes no other pair");
}

#[allow(clippy::disallowed_methods)] // a test may look at the clock
fn least(times: usize, mut what: impl FnMut()) -> Duration {
    let time = |what: &mut dyn FnMut()| {
        let start = Instant::now();
        what();
        start.elapsed()
    };
    (0..times).map(|_| time(&mut what)).min().unwrap()
}

#[test]
fn the_search_takes_some_times_the_folding_of_each_name_once() {
    let registry = book(planted().0);
    let floor = least(3, || {
        let names =
            registry.dossiers().flat_map(|dossier| &dossier.members).filter_map(|member| member.value.name.as_ref());
        assert!(names.map(|name| fold(name.as_str()).len() + name.folded().len()).sum::<usize>() > 0);
    });
    let all = least(3, || assert!(search(&registry).len() >= 200));
    let dossier = registry.dossiers().nth(400).unwrap();
    let (member, group) = (&dossier.members[3], &dossier.group.value);
    let typing = least(5, || assert!(like_member(&registry, dossier.id, Some(member.id), &member.value).len() < 9));
    let naming = least(5, || assert!(like_group(&registry, Some(dossier.id), group).len() < 9));
    let ratio = |time: Duration| time.as_secs_f64() / floor.as_secs_f64();
    println!(
        "search {all:?}, {:.1} times the floor {floor:?}; while typing {typing:?}, {:.2} times, and {naming:?}",
        ratio(all),
        ratio(typing)
    );
    assert!(ratio(all) < 20.0 && ratio(typing) < 1.0 && ratio(naming) < 1.0, "as a multiple of folding each name");
}

#[test]
fn progress_only_grows_and_ends_whole() {
    let registry = book(sample(Sample { groups: 20, members: 150, seed: 3 }));
    let mut heard = Vec::new();
    find(&registry, &mut |done, of| heard.push((done, of)));
    assert!(heard.is_sorted() && heard.iter().all(|(done, of)| done <= of));
    assert!(heard.last().is_some_and(|(done, of)| done == of));
}

#[test]
fn a_number_put_in_a_hundred_times_makes_ninety_nine_pairs() {
    let records: Vec<Record> = (0..100)
        .map(|number| {
            person(number, 1, &[("name", json!(format!("Orang {number}"))), ("nik", json!("6472030506909001"))])
        })
        .collect();
    assert_eq!(search(&registry(records)).len(), 99);
}

/// A member of a group of the invented book.
fn person(number: u8, group: u8, more: &[(&str, Value)]) -> Record {
    let mut set = fields(&[("group", id(200 + group).to_json())]);
    for (key, value) in more {
        set.insert(*key, value.clone());
    }
    Record::new(id(number).to_string(), Member::KIND, vec![Change::set(at(u64::from(number), 1), vec![], set)])
}

fn group(number: u8, name: &str) -> Record {
    let set = fields(&[("name", json!(name)), ("region", json!("64.72.03.1001"))]);
    Record::new(id(200 + number).to_string(), Group::KIND, vec![Change::set(at(0, 1), vec![], set)])
}

fn aminah(number: u8, group: u8) -> Record {
    let values =
        [("name", json!("Siti Aminah")), ("nik", json!("6472034506909002")), ("birth_date", json!("1990-06-05"))];
    person(number, group, &values)
}

/// Two groups, in each the same person.
fn two() -> Registry {
    registry([group(1, "Mawar"), group(2, "Melati"), aminah(11, 1), aminah(12, 2)])
}

#[test]
fn who_left_is_nobodys_duplicate_and_keeps_the_record() {
    let mut registry = two();
    assert_eq!(search(&registry)[0].reasons, [Reason::Nik, Reason::NameAndBirthDate]);
    commands::leave(&mut registry, id(11), today().plus_days(-1), None, at(99, 2));
    assert_eq!(search(&registry), []);
    assert_eq!(registry.dossier(id(201)).unwrap().members.len(), 1);
    assert_eq!(registry.dossier(id(201)).unwrap().present, 0);
}

#[test]
fn the_same_person_counts_once_and_keeps_both_histories() {
    let mut registry = two();
    let set = fields(&[("phone", json!("+6281234567890")), ("group", id(202).to_json())]);
    commands::merge(&mut registry, id(12), id(11), set, at(99, 2));
    assert_eq!(search(&registry), []);
    assert_eq!(registry.dossier(id(201)).unwrap().members.len(), 0, "the one that counts moved");
    let there = registry.dossier(id(202)).unwrap();
    assert_eq!((there.present, there.households, there.members[0].id), (1, 1, id(11)), "the older counts");
    assert!(there.members[0].value.phone.is_some() && there.members[0].problems.iter().all(|it| it.is_gap()));
    assert_eq!(registry.clashes(id(202), Some(id(11)), &there.members[0].value), []);
    assert_eq!(registry.verdict(id(11), id(12)), Some(Verdict::Same));
    let merged: Vec<&str> = registry.merged_into(id(11)).iter().map(|record| record.id()).collect();
    assert_eq!(merged, [id(12).to_string()], "the other's history is still there");

    let before: Vec<Record> = registry.records().cloned().collect();
    commands::merge(&mut registry, id(11), id(12), fields(&[("group", id(202).to_json())]), at(200, 2));
    assert_eq!(registry.records().cloned().collect::<Vec<_>>(), before, "once more changes nothing");

    commands::erase_record(&mut registry, id(11), at(300, 2));
    assert!(registry.record(&id(12).to_string()).unwrap().is_erased(), "to erase a person is to erase all of them");
}

#[test]
fn what_was_made_one_can_be_made_two_again() {
    let mut registry = two();
    commands::merge(&mut registry, id(11), id(12), Fields::new(), at(99, 2));
    commands::rule_different(&mut registry, id(12), id(11), at(100, 2));
    assert_eq!(registry.dossier(id(202)).unwrap().present, 1);
    assert_eq!(search(&registry), []);
    commands::merge(&mut registry, id(11), id(12), Fields::new(), at(101, 2));
    assert!(registry.dossier(id(202)).unwrap().members.is_empty());
}

#[test]
fn a_merged_group_goes_with_its_members_and_shows_while_one_is_left() {
    let mut book =
        registry([group(1, "Mawar"), group(2, "KUBE Mawar"), aminah(11, 1), person(12, 2, &[("name", json!("Budi"))])]);
    assert_eq!(search(&book)[0].reasons, [Reason::GroupNameAndVillage]);
    commands::merge(&mut book, id(201), id(202), fields(&[("business", json!("food"))]), at(99, 2));
    assert_eq!((book.group_count(), book.dossier(id(201)).unwrap().present), (1, 2));
    assert_eq!(search(&book), []);

    // Another office, which knows nothing of it, had added somebody.
    let late = person(13, 2, &[("name", json!("Contoh Tiga"))]);
    commands::import(&mut book, vec![late]).unwrap();
    assert_eq!(book.dossier(id(202)).unwrap().present, 1, "nobody is lost");
    assert_eq!(search(&book).len(), 1, "and the two are named again");
    commands::merge(&mut book, id(201), id(202), Fields::new(), at(120, 2));
    assert_eq!((book.group_count(), book.dossier(id(201)).unwrap().present), (1, 3));

    commands::erase_group(&mut book, id(201), &mut || at(130, 2));
    assert_eq!(book.group_count(), 0);
    assert!(book.records().filter(|record| record.kind() != "ruling").all(Record::is_erased));
}

#[test]
fn who_points_at_nobody_at_a_younger_one_or_at_another_kind_counts() {
    for target in [id(99), id(12), id(13), id(201)] {
        let pointing = person(12, 1, &[("name", json!("Budi")), ("same_as", target.to_json())]);
        let book = registry([group(1, "Mawar"), pointing, person(13, 1, &[("name", json!("Contoh"))])]);
        assert_eq!(book.dossier(id(201)).unwrap().present, 2, "{target}");
    }
    let ring = || [(12, 11), (11, 12)].map(|(own, other)| person(own, 1, &[("same_as", id(other).to_json())])).to_vec();
    // Nobody is made one by a word alone: a person has to have ruled so.
    assert_eq!(registry(ring()).dossier(id(201)).unwrap().present, 2);
    let set = fields(&[("one", id(11).to_json()), ("other", id(12).to_json()), ("verdict", json!("same"))]);
    let ruling =
        Record::new(Id::of_pair(id(11), id(12)).to_string(), "ruling", vec![Change::set(at(1, 1), vec![], set)]);
    assert_eq!(registry([ring(), vec![ruling]].concat()).dossier(id(201)).unwrap().present, 1);
}

#[test]
fn the_file_of_one_group_takes_along_what_was_decided_about_its_members() {
    let mut registry = two();
    commands::rule_different(&mut registry, id(11), id(12), at(99, 2));
    let ruling = Id::of_pair(id(11), id(12)).to_string();
    for group in [id(201), id(202)] {
        let sent: Vec<&str> = registry.records_to_send(&[group]).iter().map(|record| record.id()).collect();
        assert!(sent.contains(&ruling.as_str()) && sent.len() == 3, "{sent:?}");
    }
    commands::import(&mut registry, vec![person(14, 3, &[("name", json!("Budi"))])]).unwrap();
    assert_eq!(registry.records_to_send(&[id(203)]).len(), 1);
}

#[test]
fn a_plan_tells_of_a_merging_what_taking_it_in_does() {
    let mut theirs = two();
    commands::merge(&mut theirs, id(11), id(12), Fields::new(), at(99, 2));
    let own = two();
    for sent in [vec![id(12)], vec![id(11), id(12)]] {
        let ids: Vec<String> =
            sent.iter().map(Id::to_string).chain([Id::of_pair(id(11), id(12)).to_string()]).collect();
        let file: Vec<Record> = ids.iter().filter_map(|id| theirs.record(id)).cloned().collect();
        let plan = buku_kube::exchange::Plan::of(&own, &file).unwrap();
        let mut after = own.clone();
        commands::import(&mut after, file).unwrap();
        let households = |book: &Registry| book.dossiers().map(|dossier| dossier.households).sum::<usize>();
        assert_eq!((plan.before.households, plan.after.households), (households(&own), households(&after)));
        assert_eq!((households(&own), households(&after)), (2, 1));
        assert!(plan.groups.iter().all(|group| group.erased.is_empty()), "who is made one is not erased");
    }
}

#[test]
fn typing_finds_what_the_search_finds() {
    let registry = two();
    let member = registry.dossier(id(201)).unwrap().members[0].value.clone();
    let like = like_member(&registry, id(201), Some(id(11)), &member);
    assert_eq!((like.len(), like[0].subject.id()), (1, id(12)));
    assert_eq!(like[0].reasons, [Reason::Nik, Reason::NameAndBirthDate]);
    assert_eq!(like_member(&registry, id(201), None, &member).len(), 2, "of a new one there is no record yet");
}

/// The outcome of each of two offices, on a pair of its own book.
#[derive(Clone, Copy, Debug)]
enum Outcome {
    Nothing,
    Same,
    Different,
    Left,
}

fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![Just(Outcome::Nothing), Just(Outcome::Same), Just(Outcome::Different), Just(Outcome::Left)]
}

fn act(registry: &mut Registry, outcome: Outcome, seconds: u64, office: u32) {
    let stamp = at(seconds, office);
    match outcome {
        Outcome::Nothing => return,
        Outcome::Same => commands::merge(registry, id(12), id(11), Fields::new(), stamp),
        Outcome::Different => commands::rule_different(registry, id(11), id(12), stamp),
        Outcome::Left => commands::leave(registry, id(12), today(), None, stamp),
    };
}

fn present(registry: &Registry) -> usize {
    registry.dossiers().map(|dossier| dossier.present).sum()
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn the_files_of_two_offices_come_to_one_book_in_any_order(
        own in prop::collection::vec(outcome(), 0..4),
        theirs in prop::collection::vec(outcome(), 0..4),
        own_first: bool,
    ) {
        let [mut one, mut other] = [two(), two()];
        for (registry, outcomes, office) in [(&mut one, &own, 2), (&mut other, &theirs, 3)] {
            for (step, outcome) in outcomes.iter().enumerate() {
                act(registry, *outcome, 100 + 2 * step as u64 + u64::from(office), office);
            }
        }
        let file = |registry: &Registry| registry.records().cloned().collect::<Vec<_>>();
        let (mut here, mut there, mut fresh) = (one.clone(), other.clone(), Registry::new(today()));
        let plan = buku_kube::exchange::Plan::of(&one, &file(&other)).unwrap();
        let (_, undo) = commands::import(&mut here, file(&other)).unwrap();
        let counted = |book: &Registry| (book.group_count(), book.dossiers().map(|dossier| dossier.households).sum::<usize>());
        prop_assert_eq!((plan.before.groups, plan.before.households), counted(&one));
        prop_assert_eq!((plan.after.groups, plan.after.households), counted(&here), "the preview counts what comes of it");
        let mut back = here.clone();
        commands::undo_import(&mut back, &mut commands::Imports::of((), undo), 0);
        prop_assert!(back.dossiers().eq(one.dossiers()), "taken back, it reads as before");
        commands::import(&mut there, file(&one)).unwrap();
        let files = if own_first { [file(&one), file(&other)] } else { [file(&other), file(&one)] };
        // A record at a time, the last first: what a merging hangs on comes after it.
        for record in files.concat().into_iter().rev() {
            commands::import(&mut fresh, vec![record]).unwrap();
        }
        let whole = Registry::of(today(), file(&here));
        for book in [&there, &fresh, &whole] {
            prop_assert_eq!(file(book), file(&here));
            prop_assert_eq!(search(book), search(&here));
            prop_assert!(book.dossiers().eq(here.dossiers()), "read the same, however it came");
        }
        let last = |outcomes: &[Outcome]| outcomes.iter().rev().copied().find(|one| matches!(one, Outcome::Same | Outcome::Different));
        if let (Some(Outcome::Same), Some(Outcome::Different)) | (Some(Outcome::Different), Some(Outcome::Same)) = (last(&own), last(&theirs)) {
            prop_assert!(here.is_disputed(id(11), id(12)), "contrary decisions are a conflict");
            let left = own.iter().chain(&theirs).any(|one| matches!(one, Outcome::Left));
            prop_assert_eq!(present(&here), 2 - usize::from(left), "until a person decides, both count");
        }
    }

    #[test]
    fn a_pair_that_was_decided_on_never_comes_back(
        names in prop::collection::vec(("[A-C][ae]di( bin Umar)?", 0_u8..3, 1_u32..4, 0_u8..3), 2..9),
        order in any::<u64>(),
    ) {
        let mut records: Vec<Record> = (0_u8..).zip(&names).map(|(number, (name, group, day, nik))| {
            person(number, *group, &[
                ("name", json!(name)),
                ("birth_date", json!(format!("1990-06-{day:02}"))),
                ("nik", json!(format!("647203050690900{}", nik + 1))),
            ])
        }).collect();
        let first = search(&registry(records.clone()));
        let turn = usize::try_from(order % 7).unwrap() % records.len();
        records.rotate_left(turn);
        let mut book = registry(records);
        prop_assert_eq!(&search(&book), &first, "in whatever order they came");
        for suspect in &first {
            prop_assert!(suspect.older.id() < suspect.younger.id());
            prop_assert!(suspect.reasons.is_sorted() && !suspect.reasons.is_empty());
        }
        let mut clock = Clock::new(device(5));
        for (turn, suspect) in first.iter().enumerate() {
            let (one, other) = if turn % 2 == 0 { pair(suspect) } else { let (one, other) = pair(suspect); (other, one) };
            commands::rule_different(&mut book, one, other, clock.tick(NOON));
            prop_assert!(!search(&book).iter().any(|again| pair(again) == pair(suspect)));
        }
        prop_assert_eq!(search(&book), vec![]);
        prop_assert_eq!(book.rulings().count(), first.len());
        prop_assert!(book.records_at(Aggregate::Shared).all(|record| record.changes().iter().all(|change| {
            change.fields().names().all(|name| FieldRef::of("ruling", name).is_some())
        })), "nothing of a person stands in a ruling");
    }

    #[test]
    fn merging_in_either_order_is_the_same(flip: bool, more in "[a-z]{1,8}") {
        let [mut one, mut other] = [two(), two()];
        let set = fields(&[("occupation", json!(more))]);
        let ids = if flip { (id(12), id(11)) } else { (id(11), id(12)) };
        commands::merge(&mut one, ids.0, ids.1, set.clone(), at(99, 2));
        commands::merge(&mut other, ids.1, ids.0, set, at(99, 2));
        prop_assert!(one.records().eq(other.records()));
    }
}
