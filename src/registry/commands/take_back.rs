//! Takes back what was taken in.

use std::collections::{BTreeMap, BTreeSet};

use super::take_in::{Held, Undo};
use crate::domain::{Field, GroupField};
use crate::history::{Record, Stamp};
use crate::registry::{Home, Registry, Touched};

/// What taking back did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// What has to be saved.
    pub touched: Touched,
    /// Records that were left as they are, because they were changed after the import.
    pub kept: usize,
}

/// The files that can be taken back, in the order in which they were taken in, each with what its owner calls it.
///
/// A book is at any time what is its own, and what each of these files holds, and what was typed since, united. To take a file
/// back is to unite the others anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Imports<T> {
    files: Vec<Import<T>>,
    /// How many were begun, also those that were taken back.
    begun: usize,
    /// What the book has of each record of theirs without any of them.
    own: BTreeMap<String, Own>,
}

#[derive(Clone, Debug, PartialEq)]
struct Import<T> {
    name: T,
    /// Its place among all that were ever begun.
    number: usize,
    undo: Undo,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Own {
    /// `None` where there is nothing without the files.
    record: Option<Record>,
    /// What was typed between the files, each with the number of the file that came next.
    typed: Vec<(usize, Stamp)>,
}

impl<T> Default for Imports<T> {
    fn default() -> Self {
        Self { files: Vec::new(), begun: 0, own: BTreeMap::new() }
    }
}

impl<T> Imports<T> {
    /// One file that was taken in whole.
    pub fn of(name: T, undo: Undo) -> Self {
        let mut imports = Self::default();
        imports.begin(name);
        imports.note(undo);
        imports
    }

    /// From now on parts of this file are taken in.
    pub fn begin(&mut self, name: T) {
        self.begun += 1;
        self.files.push(Import { name, number: self.begun, undo: Undo::default() });
    }

    /// Notes what taking in a part of the last file came to, before the next is taken in.
    pub fn note(&mut self, part: Undo) {
        for (id, mut held) in part.held {
            // Not kept with the file: what the book's own is goes on changing.
            let before = held.before.take();
            let typed = before.and_then(|before| before.beyond(&self.copies(&id)));
            let is_known = self.own.contains_key(&id);
            let own = self.own.entry(id.clone()).or_default();
            if is_known {
                let stamps = typed.iter().flat_map(Record::changes).map(|change| change.at);
                own.typed.extend(stamps.map(|at| (self.begun, at)));
            }
            own.record = united(own.record.take().into_iter().chain(typed));
            let Some(file) = self.files.last_mut() else { continue };
            match file.undo.held.get_mut(&id) {
                Some(known) => known.go_on(held),
                None => drop(file.undo.held.insert(id, held)),
            }
        }
    }

    /// How many files there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The names of all files.
    pub fn names(&self) -> impl DoubleEndedIterator<Item = &T> + ExactSizeIterator {
        self.files.iter().map(|file| &file.name)
    }

    /// What is known of a record: what is the book's own, and what each file has.
    fn copies(&self, id: &str) -> Vec<&Record> {
        let own = self.own.get(id).and_then(|own| own.record.as_ref());
        own.into_iter().chain(self.files.iter().filter_map(|file| Some(&file.undo.held.get(id)?.file))).collect()
    }

    /// What becomes of a record without a file that is not among the files any more.
    fn fate(&self, id: &str, now: &Record, gone: &Held, number: usize) -> Fate {
        let others = self.copies(id);
        let typed = now.beyond(&[others.as_slice(), &[&gone.file]].concat());
        let is_since = |(before, at): &(usize, Stamp)| *before > number && now.has(*at);
        let is_typed_in = typed.is_some() || self.own.get(id).is_some_and(|own| own.typed.iter().any(is_since));
        // What a newer version wrote beside the changes is nothing by itself.
        let left = united(others.into_iter().cloned().chain(typed)).filter(|record| !record.changes().is_empty());
        match left {
            Some(same) if same == *now => Fate::Same,
            _ if is_typed_in => Fate::Kept,
            other => Fate::Replaced(other),
        }
    }

    /// From now on this is the book's own.
    fn keep(&mut self, id: &str, held: Held) {
        let own = self.own.entry(id.to_owned()).or_default();
        own.record = united(own.record.take().into_iter().chain([held.file]));
    }
}

/// What becomes of a record when a file is taken back.
enum Fate {
    Same,
    /// Somebody has typed in it since.
    Kept,
    Replaced(Option<Record>),
}

impl Held {
    /// What another part of the same file holds of the record, taken in after this.
    fn go_on(&mut self, next: Self) {
        // Copies of one record have one kind, so that this is never refused.
        let _ = self.file.unite(next.file);
        self.is_changed |= next.is_changed;
    }
}

/// Takes out again what the file at this place brought ([`take_in`](super::take_in())), and leaves what the others brought or
/// hold, too, whenever they came. A record in which somebody has typed since stays as it is: undoing must not lose that.
///
/// # Panics
/// When there is no such place.
pub fn take_back<T>(registry: &mut Registry, imports: &mut Imports<T>, place: usize) -> TakenBack {
    let Import { number, undo, .. } = imports.files.remove(place);
    let mut kept = 0;
    let mut going: Vec<(String, Held, Option<Record>)> = Vec::new();
    for (id, held) in undo.held {
        let Some(now) = registry.record(&id) else { continue };
        match imports.fate(&id, now, &held, number) {
            Fate::Same => {}
            Fate::Kept => {
                kept += 1;
                imports.keep(&id, held);
            }
            Fate::Replaced(becomes) => going.push((id, held, becomes)),
        }
    }
    let mut leaving = BTreeSet::new();
    for (id, _, becomes) in &going {
        if becomes.as_ref().map(Home::of) != registry.record(id).map(Home::of) {
            leaving.insert(id.clone());
        }
    }
    let mut replacing = Vec::new();
    for (id, held, becomes) in going {
        // A group that somebody has added a member to since stays: else the member would belong to nothing.
        let group = registry.record(&id).filter(|record| becomes.is_none() && record.kind() == GroupField::KIND);
        let goes_or_was_there = |id: &str| leaving.contains(id) || held.company.iter().any(|other| other == id);
        if group.is_none_or(|group| registry.records_at(Home::of(group)).all(|record| goes_or_was_there(record.id()))) {
            replacing.push((id, becomes));
        } else {
            kept += 1;
            imports.keep(&id, held);
        }
    }
    let is_held = |id: &String| imports.files.iter().any(|file| file.undo.held.contains_key(id));
    imports.own.retain(|id, _| is_held(id));
    TakenBack { touched: registry.replace(replacing), kept }
}

/// Copies of one record as one.
fn united(copies: impl Iterator<Item = Record>) -> Option<Record> {
    copies.reduce(|mut sum, copy| {
        // Copies of one record have one kind, so that this is never refused.
        let _ = sum.unite(copy);
        sum
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, FieldValue, MemberField};
    use crate::history::Device;
    use crate::registry::commands::{save, take_in};
    use crate::sample::{Sample, sample};

    #[test]
    fn a_group_that_a_member_was_added_to_since_stays() {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        let (_, undo) = take_in(&mut registry, sample(Sample { groups: 1, members: 5, seed: 1 })).unwrap();
        let group = registry.dossiers().next().unwrap().id;
        let set = [("group".to_owned(), group.to_json()), ("name".to_owned(), "Contoh Enam".into())].into();
        let at = Stamp::new(1_410_000_000_000, 0, Device::from_random(7));
        save(&mut registry, MemberField::KIND, crate::domain::Id::v7(9, [9; 10]), at, &[], set);
        assert_eq!(take_back(&mut registry, &mut Imports::of((), undo), 0).kept, 1);
        let dossier = registry.dossier(group).unwrap();
        assert!(dossier.group.value.name.is_some());
        assert_eq!(dossier.members.len(), 1);
    }
}
