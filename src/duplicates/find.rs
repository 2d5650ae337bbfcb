//! All suspected duplicates of a book, each pair once.
//!
//! Never all pairs: members meet where they share a number, a date of birth or a name, groups where they share a village.

use super::near::{self, Nearness};
use super::reason::{Reason, Subject, Suspect};
use super::spelling::Key;
use crate::domain::{Date, FamilyCard, FieldValue, Id, Nik, Verdict};
use crate::registry::{Dossier, Registry};

/// So many records with one number are each paired with each; of more, which is a number put in for want of one, each is paired
/// with the oldest only, so that a hundred make 99 pairs and not 4,950.
const KNOT: usize = 8;

/// A member, ready for comparing.
struct Person {
    subject: Subject,
    nik: Option<u64>,
    card: Option<u64>,
    born: Option<Date>,
    name: Option<Key>,
}

/// Finds all suspected duplicates, in the order of their ids; `progress` hears how much of how much is done.
pub fn find(registry: &Registry, progress: &mut dyn FnMut(usize, usize)) -> Vec<Suspect> {
    let is_ruled = |one, other| registry.verdict(one, other) == Some(Verdict::Different);
    find_among(&registry.dossiers().collect::<Vec<_>>(), registry.today(), &is_ruled, progress)
}

/// The same among some groups, wherever they are read.
pub fn find_among(
    dossiers: &[&Dossier],
    today: Date,
    is_ruled: &dyn Fn(Id, Id) -> bool,
    progress: &mut dyn FnMut(usize, usize),
) -> Vec<Suspect> {
    // Every member is read once and compared once.
    let of = 2 * dossiers.iter().map(|dossier| dossier.present).sum::<usize>();
    let mut done = 0;
    let mut people = Vec::with_capacity(of / 2);
    let mut groups = Vec::with_capacity(dossiers.len());
    for dossier in dossiers {
        for member in dossier.members.iter().filter(|member| member.value.is_present(today)) {
            people.push(Person {
                subject: Subject { group: dossier.id, member: Some(member.id) },
                nik: member.value.nik.map(Nik::number),
                card: member.value.card.map(FamilyCard::number),
                born: member.value.birth_date,
                name: member.value.name.as_ref().map(Key::of_person),
            });
        }
        let group = &dossier.group.value;
        if let (Some(name), Some(village)) = (&group.name, group.region.filter(|code| code.level().is_village())) {
            groups.push((Subject { group: dossier.id, member: None }, village.text(), Key::of_group(name)));
        }
        done += dossier.present;
        progress(done, of);
    }
    let mut found: Vec<(Subject, Subject, Reason)> = Vec::new();
    let mut note = |one: Subject, other: Subject, reason| {
        let (older, younger) = if one.id() < other.id() { (one, other) } else { (other, one) };
        found.push((older, younger, reason));
    };

    for run in runs(&people, |person| person.nik) {
        for (one, other) in pairs(&run) {
            note(one.subject, other.subject, Reason::Nik);
        }
    }
    for run in runs(&people, |person| person.card) {
        for (one, other) in pairs(&run).into_iter().filter(|(one, other)| one.subject.group != other.subject.group) {
            note(one.subject, other.subject, Reason::Card);
        }
    }
    let words =
        |person: &Person| person.name.as_ref().filter(|_| person.born.is_some()).map(|name| name.words.concat());
    for run in runs(&people, words) {
        for (at, one) in run.iter().enumerate() {
            for other in &run[at + 1..] {
                let near = one.born.zip(other.born).is_some_and(|(one, other)| near::dates(one, other));
                if near && are(one, other) == Nearness::Same {
                    note(one.subject, other.subject, Reason::NameAndNearBirthDate);
                }
            }
        }
    }
    let mut compared = 0;
    for run in runs(&people, |person| person.born) {
        for (at, one) in run.iter().enumerate() {
            for other in run[at + 1..].iter().filter(|other| are(one, other) != Nearness::Other) {
                note(one.subject, other.subject, Reason::NameAndBirthDate);
            }
        }
        compared += run.len();
        progress(done + compared, of);
    }
    for run in runs(&groups, |(_, village, _)| Some(village.clone())) {
        for (at, (one, _, name)) in run.iter().enumerate() {
            for (other, _, theirs) in &run[at + 1..] {
                if near::names(name, theirs) != Nearness::Other {
                    note(*one, *other, Reason::GroupNameAndVillage);
                }
            }
        }
    }
    progress(of, of);
    gather(is_ruled, found)
}

/// How near the names of two people are.
fn are(one: &Person, other: &Person) -> Nearness {
    one.name.as_ref().zip(other.name.as_ref()).map_or(Nearness::Other, |(one, other)| near::names(one, other))
}

/// Those that have the same, where more than one has it.
fn runs<T, K: Ord>(all: &[T], what: impl Fn(&T) -> Option<K>) -> Vec<Vec<&T>> {
    let mut keyed: Vec<(K, usize)> =
        all.iter().enumerate().filter_map(|(place, one)| Some((what(one)?, place))).collect();
    keyed.sort_unstable();
    let same = keyed.chunk_by(|one, next| one.0 == next.0).filter(|run| run.len() > 1);
    same.map(|run| run.iter().map(|(_, place)| &all[*place]).collect()).collect()
}

/// Each with each, or, where they are many, each with the oldest.
fn pairs<'a>(run: &[&'a Person]) -> Vec<(&'a Person, &'a Person)> {
    let mut run = run.to_vec();
    run.sort_unstable_by_key(|person| person.subject.id());
    let first = if run.len() > KNOT { 1 } else { run.len() };
    let each = run.iter().take(first).enumerate();
    each.flat_map(|(at, one)| run[at + 1..].iter().map(|other| (*one, *other))).collect()
}

/// Each pair once, with all its reasons, without those that a person has decided on.
fn gather(is_ruled: &dyn Fn(Id, Id) -> bool, mut found: Vec<(Subject, Subject, Reason)>) -> Vec<Suspect> {
    found.sort_unstable_by_key(|(older, younger, reason)| (older.id(), younger.id(), *reason));
    found.dedup();
    let mut suspects: Vec<Suspect> = Vec::new();
    for (older, younger, reason) in found {
        match suspects.last_mut().filter(|last| last.older == older && last.younger == younger) {
            Some(last) => last.reasons.push(reason),
            None => suspects.push(Suspect { older, younger, reasons: vec![reason] }),
        }
    }
    suspects.retain(|pair| !is_ruled(pair.older.id(), pair.younger.id()));
    suspects
}
