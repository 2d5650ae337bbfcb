//! What is like a record that is being typed: quick enough for every key.

use super::near::{self, Nearness};
use super::reason::{Reason, Subject};
use super::spelling::Key;
use crate::domain::{Group, Id, Member, PersonName, Verdict};
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
    let key = member.name.as_ref().zip(member.birth_date).map(|(name, _)| Key::of_person(name));
    let nearness = |theirs: Option<&PersonName>| {
        let names = key.as_ref().zip(theirs).map(|(key, theirs)| near::names(key, &Key::of_person(theirs)));
        names.unwrap_or(Nearness::Other)
    };
    let mut found = Vec::new();
    for dossier in registry.dossiers() {
        for other in dossier.members.iter().filter(|other| Some(other.id) != own) {
            let theirs = &other.value;
            let mut reasons = Vec::new();
            if member.nik.is_some() && member.nik == theirs.nik {
                reasons.push(Reason::Nik);
            }
            if let Some((born, their)) = member.birth_date.zip(theirs.birth_date) {
                if born == their && nearness(theirs.name.as_ref()) != Nearness::Other {
                    reasons.push(Reason::NameAndBirthDate);
                } else if near::dates(born, their) && nearness(theirs.name.as_ref()) == Nearness::Same {
                    reasons.push(Reason::NameAndNearBirthDate);
                }
            }
            if member.card.is_some() && member.card == theirs.card && dossier.id != group {
                reasons.push(Reason::Card);
            }
            if !reasons.is_empty() && theirs.is_present(registry.today()) {
                found.push(Likeness { subject: Subject { group: dossier.id, member: Some(other.id) }, reasons });
            }
        }
    }
    undecided(registry, own, found)
}

/// The groups who may be this one; `own` is its record.
pub fn like_group(registry: &Registry, own: Option<Id>, group: &Group) -> Vec<Likeness> {
    let Some((name, village)) = group.name.as_ref().zip(group.region.filter(|code| code.level().is_village())) else {
        return Vec::new();
    };
    let key = Key::of_group(name);
    let mut found = Vec::new();
    for other in registry.dossiers().filter(|other| Some(other.id) != own) {
        let theirs = &other.group.value;
        let is_like = |theirs| near::names(&key, &Key::of_group(theirs)) != Nearness::Other;
        if theirs.region == Some(village) && theirs.name.as_ref().is_some_and(is_like) {
            let subject = Subject { group: other.id, member: None };
            found.push(Likeness { subject, reasons: vec![Reason::GroupNameAndVillage] });
        }
    }
    undecided(registry, own, found)
}

/// Without those of whom a person has decided that they are others.
fn undecided(registry: &Registry, own: Option<Id>, mut found: Vec<Likeness>) -> Vec<Likeness> {
    found.retain(|like| own.is_none_or(|own| registry.verdict(own, like.subject.id()) != Some(Verdict::Different)));
    found
}
