//! What is like a record that is being typed: quick enough for every key.

use super::near::{self, Nearness};
use super::reason::{Reason, Subject};
use super::spelling::Key;
use crate::domain::{Id, Verdict};
use crate::kinds::{Group, Member, Traits};
use crate::registry::Registry;

/// A record that is like the one that is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Which.
    pub subject: Subject,
    /// Why, the weightiest first; never none.
    pub reasons: Vec<Reason>,
}

/// The members of all groups who may be this one; `group` is the group it is typed for, `own` its record.
///
/// Looks at numbers and dates of all, and at the names of those few only whose date of birth is the same or near.
pub fn like_member(registry: &Registry, group: Id, own: Option<Id>, member: &Member) -> Vec<Likeness> {
    let today = registry.today();
    let others = registry.dossiers().flat_map(|dossier| {
        let present = dossier.members.iter().filter(move |other| other.value.is_present(today));
        present.map(|other| (Subject { group: dossier.id, member: Some(other.id) }, other.value.traits()))
    });
    like(registry, own, Some(group), member.traits(), others)
}

/// The groups who may be this one; `own` is its record.
pub fn like_group(registry: &Registry, own: Option<Id>, group: &Group) -> Vec<Likeness> {
    let others = registry.dossiers();
    let others = others.map(|other| (Subject { group: other.id, member: None }, other.group.value.traits()));
    like(registry, own, None, group.traits(), others)
}

/// Those among others who may be one with what is typed, without those of whom a person has decided that they are not.
fn like<'a>(
    registry: &Registry,
    own: Option<Id>,
    group: Option<Id>,
    typed: Traits,
    others: impl Iterator<Item = (Subject, Traits<'a>)>,
) -> Vec<Likeness> {
    let says_something = typed.day.is_some() || typed.village.is_some();
    let key = typed.name.filter(|_| says_something).map(Key::of);
    let mut found = Vec::new();
    for (subject, theirs) in others.filter(|(other, _)| Some(other.id()) != own) {
        let nearness = || {
            let names = key.as_ref().zip(theirs.name).map(|(key, theirs)| near::names(key, &Key::of(theirs)));
            names.unwrap_or(Nearness::Other)
        };
        let mut reasons = Vec::new();
        if typed.number.is_some() && typed.number == theirs.number {
            reasons.push(Reason::Nik);
        }
        if let Some((day, their)) = typed.day.zip(theirs.day) {
            if day == their && nearness() != Nearness::Other {
                reasons.push(Reason::NameAndBirthDate);
            } else if near::dates(day, their) && nearness() == Nearness::Same {
                reasons.push(Reason::NameAndNearBirthDate);
            }
        }
        if typed.household.is_some() && typed.household == theirs.household && Some(subject.group) != group {
            reasons.push(Reason::Card);
        }
        if typed.village.is_some() && typed.village == theirs.village && nearness() != Nearness::Other {
            reasons.push(Reason::GroupNameAndVillage);
        }
        let is_decided = || own.is_some_and(|own| registry.verdict(own, subject.id()) == Some(Verdict::Different));
        if !reasons.is_empty() && !is_decided() {
            found.push(Likeness { subject, reasons });
        }
    }
    found
}
