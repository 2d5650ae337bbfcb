//! Who in a list is who: among its own rows, and in the book.
//!
//! The same NIK is the same person; so is the same name with the same birth date, and the same name in one group, unless NIK or
//! birth date say otherwise. Nothing is guessed beyond that: a doubtful pair is for `duplicates` and a person to decide.

use std::collections::BTreeMap;

use crate::domain::{Date, Id, Nik};
use crate::history::Fields;
use crate::kinds::Member;
use crate::registry::Registry;

/// What a person is known by.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Known {
    name: String,
    nik: Option<Nik>,
    born: Option<Date>,
}

impl Known {
    pub(super) fn of(member: &Member) -> Self {
        let name = member.name.as_ref().map(crate::domain::PersonName::folded).unwrap_or_default();
        Self { name, nik: member.nik, born: member.birth_date }
    }

    pub(super) fn of_fields(fields: &Fields) -> Self {
        Self::of(&Member::read(|key| fields.get(key)).0)
    }

    /// Whether both can be one person, by what both have; `near` says that they are in one group.
    fn is(&self, other: &Self, near: bool) -> bool {
        let same_or_unknown = |same: Option<bool>| same.unwrap_or(true);
        let both = |one: Option<Nik>, other: Option<Nik>| one.zip(other).map(|(one, other)| one == other);
        match both(self.nik, other.nik) {
            Some(is_same) => is_same,
            None if self.name.is_empty() || self.name != other.name => false,
            None => {
                let born = self.born.zip(other.born).map(|(one, other)| one == other);
                if near { same_or_unknown(born) } else { born == Some(true) }
            }
        }
    }
}

/// The people of a list so far, by the numbers of their rows.
#[derive(Default)]
pub(super) struct Twins {
    seen: Index<usize, usize>,
}

impl Twins {
    /// The earlier row that is one of these people, in whatever group; if there is none, they are noted.
    pub(super) fn meet(&mut self, people: &[&Fields], block: usize, row: usize) -> Option<usize> {
        let people: Vec<Known> = people.iter().map(|fields| Known::of_fields(fields)).collect();
        let twin = people.iter().find_map(|person| self.seen.find(person, block, |_| true)).map(|(row, _)| row);
        if twin.is_none() {
            for person in people {
                self.seen.add(person, block, row);
            }
        }
        twin
    }
}

/// People, found by NIK or by name. `G` is what a group is known by, `P` what a person is.
pub(super) struct Index<G, P> {
    people: Vec<(Known, G, P)>,
    by_nik: BTreeMap<u64, Vec<usize>>,
    by_name: BTreeMap<String, Vec<usize>>,
}

impl<G, P> Default for Index<G, P> {
    fn default() -> Self {
        Self { people: Vec::new(), by_nik: BTreeMap::new(), by_name: BTreeMap::new() }
    }
}

impl<G: Copy + PartialEq, P: Copy> Index<G, P> {
    pub(super) fn add(&mut self, known: Known, group: G, person: P) {
        let at = self.people.len();
        if let Some(nik) = known.nik {
            self.by_nik.entry(nik.number()).or_default().push(at);
        }
        if !known.name.is_empty() {
            self.by_name.entry(known.name.clone()).or_default().push(at);
        }
        self.people.push((known, group, person));
    }

    /// The person and the group, those of the same group first; `free` says who can still be met.
    pub(super) fn find(&self, known: &Known, group: G, free: impl Fn(P) -> bool) -> Option<(P, G)> {
        let of_nik = known.nik.and_then(|nik| self.by_nik.get(&nik.number())).into_iter().flatten();
        let of_name = self.by_name.get(&known.name).into_iter().flatten();
        let met = || {
            let places = of_nik.clone().chain(of_name.clone());
            places
                .filter_map(|at| self.people.get(*at))
                .filter(|(other, own, person)| known.is(other, *own == group) && free(*person))
        };
        let near = met().find(|(_, own, _)| *own == group);
        near.or_else(|| met().next()).map(|(_, own, person)| (*person, *own))
    }
}

/// All members of the book.
pub(super) fn members(registry: &Registry) -> Index<Option<Id>, Id> {
    let mut index = Index::default();
    for dossier in registry.dossiers() {
        for member in &dossier.members {
            index.add(Known::of(&member.value), Some(dossier.id), member.id);
        }
    }
    index
}
