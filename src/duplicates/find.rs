//! All suspected duplicates of a book, each pair once.
//!
//! Never all pairs: records meet where they share a number, a day, a name or a village.

use super::near::{self, Nearness};
use super::reason::{Reason, Subject, Suspect};
use super::spelling::Key;
use crate::domain::{Date, Id, RegionCode, Verdict};
use crate::kinds::Traits;
use crate::registry::{Dossier, Registry};

/// So many records with one number are each paired with each; of more, which is a number put in for want of one, each is paired
/// with the oldest only, so that a hundred make 99 pairs and not 4,950.
const KNOT: usize = 8;

/// A record, ready for comparing.
struct Candidate {
    subject: Subject,
    number: Option<u64>,
    household: Option<u64>,
    day: Option<Date>,
    village: Option<RegionCode>,
    name: Option<Key>,
}

impl Candidate {
    fn of(subject: Subject, traits: Traits) -> Self {
        let Traits { number, household, name, day, village } = traits;
        Self { subject, number, household, day, village, name: name.map(Key::of) }
    }
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
    let mut all = Vec::with_capacity(of / 2 + dossiers.len());
    for dossier in dossiers {
        for member in dossier.members.iter().filter(|member| member.value.is_present(today)) {
            let subject = Subject { group: dossier.id, member: Some(member.id) };
            all.push(Candidate::of(subject, member.value.traits()));
        }
        all.push(Candidate::of(Subject { group: dossier.id, member: None }, dossier.group.value.traits()));
        done += dossier.present;
        progress(done, of);
    }
    let mut found: Vec<(Subject, Subject, Reason)> = Vec::new();
    let mut note = |one: Subject, other: Subject, reason| {
        let (older, younger) = if one.id() < other.id() { (one, other) } else { (other, one) };
        found.push((older, younger, reason));
    };

    for run in runs(&all, |it| it.number) {
        for (one, other) in pairs(&run) {
            note(one.subject, other.subject, Reason::Nik);
        }
    }
    for run in runs(&all, |it| it.household) {
        for (one, other) in pairs(&run).into_iter().filter(|(one, other)| one.subject.group != other.subject.group) {
            note(one.subject, other.subject, Reason::Card);
        }
    }
    let words = |it: &Candidate| it.name.as_ref().filter(|_| it.day.is_some()).map(|name| name.words.concat());
    for run in runs(&all, words) {
        for (at, one) in run.iter().enumerate() {
            for other in &run[at + 1..] {
                let near = one.day.zip(other.day).is_some_and(|(one, other)| near::dates(one, other));
                if near && are(one, other) == Nearness::Same {
                    note(one.subject, other.subject, Reason::NameAndNearBirthDate);
                }
            }
        }
    }
    let mut compared = 0;
    for run in runs(&all, |it| it.day) {
        for (at, one) in run.iter().enumerate() {
            for other in run[at + 1..].iter().filter(|other| are(one, other) != Nearness::Other) {
                note(one.subject, other.subject, Reason::NameAndBirthDate);
            }
        }
        compared += run.len();
        progress(done + compared, of);
    }
    for run in runs(&all, |it| it.village) {
        for (at, one) in run.iter().enumerate() {
            for other in run[at + 1..].iter().filter(|other| are(one, other) != Nearness::Other) {
                note(one.subject, other.subject, Reason::GroupNameAndVillage);
            }
        }
    }
    progress(of, of);
    gather(is_ruled, found)
}

/// How near the names of two are.
fn are(one: &Candidate, other: &Candidate) -> Nearness {
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
fn pairs<'a>(run: &[&'a Candidate]) -> Vec<(&'a Candidate, &'a Candidate)> {
    let mut run = run.to_vec();
    run.sort_unstable_by_key(|it| it.subject.id());
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
