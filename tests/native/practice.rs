//! The practice book: exactly what there is to practise on, and the file that goes with it.

use buku_kube::domain::{Date, Id, Role};
use buku_kube::duplicates::{Reason, find};
use buku_kube::exchange::{ImportStatus, Plan};
use buku_kube::history::{Device, Fields, Record};
use buku_kube::kinds::{Group, GroupProblem, Member, MemberProblem};
use buku_kube::registry::{Dossier, Registry, commands};
use buku_kube::sample::practice;
use buku_kube::search::Need;
use buku_kube::stats::{Scope, per_city};
use serde_json::Value;

/// Days on which somebody may practise: what there is to do does not age.
fn days() -> [Date; 3] {
    [(2016, 7, 1), (2026, 11, 28), (2039, 1, 1)].map(|(year, month, day)| Date::new(year, month, day).unwrap())
}

fn book(today: Date, records: Vec<Record>) -> Registry {
    Registry::of(today, records)
}

#[test]
fn it_has_the_groups_and_households_of_the_press_release() {
    for today in days() {
        let numbers = per_city(book(today, practice().book).dossiers(), Scope::All);
        let rows: Vec<_> = numbers.rows.iter().take(3).map(|row| (row.groups, row.households)).collect();
        assert_eq!(rows, [(20, 200), (15, 150), (15, 150)]);
        assert_eq!((numbers.total.groups, numbers.total.households), (50, 500));
    }
}

#[test]
fn two_pairs_look_like_one_a_person_and_a_group() {
    for today in days() {
        let found = find(&book(today, practice().book), &mut |_, _| ());
        let told: Vec<_> = found.iter().map(|pair| (pair.older.member.is_some(), pair.reasons.clone())).collect();
        assert_eq!(told.len(), 2, "{told:?}");
        assert!(told.contains(&(true, vec![Reason::Nik, Reason::NameAndBirthDate])), "{told:?}");
        assert!(told.contains(&(false, vec![Reason::GroupNameAndVillage])), "{told:?}");
    }
}

#[test]
fn one_field_has_the_values_of_two_devices() {
    let book = book(days()[1], practice().book);
    let fields: Vec<_> = book.dossiers().flat_map(|dossier| &dossier.group.conflicts).collect();
    assert_eq!(book.dossiers().map(Dossier::conflict_count).sum::<usize>(), 1);
    assert_eq!(fields.len(), 1);
    assert_eq!(fields[0].field, Group::BUSINESS_NAME);
    let devices: Vec<_> = fields[0].values.iter().map(|(stamp, _)| stamp.device()).collect();
    assert_eq!(devices.len(), 2);
    assert_ne!(devices[0], devices[1]);
}

#[test]
fn one_group_is_not_complete_and_becomes_so_by_two_entries() {
    for today in days() {
        let made = practice();
        let mut book = book(today, made.book);
        let incomplete: Vec<Id> =
            book.dossiers().filter(|dossier| Need::Incomplete.is_of(dossier)).map(|dossier| dossier.id).collect();
        assert_eq!(incomplete, [made.incomplete]);
        assert_eq!(book.dossiers().filter(|dossier| Need::NoPlace.is_of(dossier)).count(), 0);

        let dossier = book.dossier(made.incomplete).unwrap();
        assert_eq!(dossier.composition, [GroupProblem::OfficerMissing(Role::Secretary)]);
        let gaps = dossier.members.iter().filter(|member| member.problems.contains(&MemberProblem::ConsentMissing));
        let (member, heads) = gaps.map(|member| (member.id, member.heads.clone())).next().unwrap();
        let mut set = Fields::new();
        for (field, text) in [(Member::ROLE, "secretary"), (Member::CONSENT_DATE, "01/07/2014")] {
            set.insert(field.key(), field.parse(text).unwrap());
        }
        let mut clock = book.clock(Device::from_random(5), None, 1_780_000_000_000);
        let at = clock.tick(1_780_000_000_000);
        commands::save(&mut book, Member::KIND, member, at, &heads, set);
        assert!(!book.dossier(made.incomplete).unwrap().is_incomplete());
    }
}

#[test]
fn the_file_brings_something_new_something_changed_and_something_in_conflict() {
    for today in days() {
        let made = practice();
        let mut book = book(today, made.book);
        let plan = Plan::of(&book, &made.file.records).unwrap();
        let brought = plan.groups.iter().filter(|group| group.status.brings()).count();
        let count = |status| plan.count(status);
        let counts = [ImportStatus::New, ImportStatus::NewerThere, ImportStatus::Conflict].map(count);
        assert_eq!((counts, brought), ([1, 1, 1], 3));

        assert!(book.dossier(made.file.new_group).is_none());
        commands::import(&mut book, made.file.records.clone()).unwrap();
        let came = book.dossier(made.file.new_group).unwrap();
        assert_eq!((came.present, came.is_incomplete()), (10, false));
        assert_eq!(book.dossiers().map(Dossier::conflict_count).sum::<usize>(), 2);
        assert_eq!(find(&book, &mut |_, _| ()).len(), 2, "the file brings no pair of its own");
        let again = Plan::of(&book, &made.file.records).unwrap();
        assert!(again.is_empty(), "it brings nothing twice");
    }
}

#[test]
fn it_is_the_same_each_time() {
    assert_eq!(practice(), practice());
}

#[test]
fn all_of_it_is_plainly_invented() {
    let made = practice();
    for record in made.book.iter().chain(&made.file.records) {
        for change in record.changes() {
            let text = |field: &str| change.fields().get(field).and_then(Value::as_str).unwrap_or_default().to_owned();
            if record.kind() == Member::KIND {
                let name = text("name");
                assert!(name.is_empty() || name.starts_with("Conto"), "{name}");
                let nik = text("nik");
                assert!(nik.is_empty() || nik[12..].starts_with('9'), "{nik}");
            }
        }
    }
}
