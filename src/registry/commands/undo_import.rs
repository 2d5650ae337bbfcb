//! Takes back what was taken in.

use std::collections::{BTreeMap, BTreeSet};

use super::import::{Held, Undo};
use crate::history::{Change, Record, Stamp};
use crate::kinds::Group;
use crate::registry::{Aggregate, Registry, Touched, unite};

/// What taking back did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
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
    /// How much it takes, as JSON.
    bytes: usize,
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
        self.files.push(Import { name, number: self.begun, undo: Undo::default(), bytes: 0 });
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
            file.bytes += bytes_of(&held.file);
            match file.undo.held.get_mut(&id) {
                Some(known) => known.go_on(held),
                None => drop(file.undo.held.insert(id, held)),
            }
        }
    }

    /// Lets go of the oldest files as long as all take more than so many bytes, as JSON; the last stays whatever it takes. What
    /// is let go of is the book's own from then on, and cannot be taken back.
    pub fn bound(&mut self, most: usize) {
        let mut all: usize = self.files.iter().map(|file| file.bytes).sum();
        while all > most && self.files.len() > 1 {
            let oldest = self.files.remove(0);
            all -= oldest.bytes;
            for (id, held) in oldest.undo.held {
                self.keep(&id, held);
            }
        }
        self.forget_unheld();
    }

    fn forget_unheld(&mut self) {
        let is_held = |id: &String| self.files.iter().any(|file| file.undo.held.contains_key(id));
        self.own.retain(|id, _| is_held(id));
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

    /// Holds of each record only what is in the book by now: what was taken out of it elsewhere is nobody's any more, and does not
    /// come back with taking a file back.
    pub fn hold_only(&mut self, registry: &Registry) {
        let within = |record: Record| {
            let now = registry.record(record.id())?;
            match record.beyond(&[now]) {
                Some(gone) => record.beyond(&[&gone]),
                None => Some(record),
            }
        };
        for own in self.own.values_mut() {
            own.record = own.record.take().and_then(within);
        }
        for file in &mut self.files {
            file.undo.held = std::mem::take(&mut file.undo.held)
                .into_iter()
                .filter_map(|(id, held)| Some((id, Held { file: within(held.file)?, ..held })))
                .collect();
        }
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
        // What was refused was not taken in.
        let _ = unite(&mut self.file, next.file);
        self.is_changed |= next.is_changed;
    }
}

/// Takes out again what the file at this place brought ([`import`](super::import())), and leaves what the others brought or
/// hold, too, whenever they came. A record in which somebody has typed since stays as it is: undoing must not lose that.
///
/// # Panics
/// When there is no such place.
pub fn undo_import<T>(registry: &mut Registry, imports: &mut Imports<T>, place: usize) -> Undone {
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
        if becomes.as_ref().map(Aggregate::of) != registry.record(id).map(Aggregate::of) {
            leaving.insert(id.clone());
        }
    }
    let mut replacing = Vec::new();
    for (id, held, becomes) in going {
        // A group that somebody has added a member to since stays: else the member would belong to nothing.
        let group = registry.record(&id).filter(|record| becomes.is_none() && record.kind() == Group::KIND);
        let goes_or_was_there = |id: &str| leaving.contains(id) || held.company.iter().any(|other| other == id);
        if group
            .is_none_or(|group| registry.records_at(Aggregate::of(group)).all(|record| goes_or_was_there(record.id())))
        {
            replacing.push((id, becomes));
        } else {
            kept += 1;
            imports.keep(&id, held);
        }
    }
    imports.forget_unheld();
    Undone { touched: registry.replace(replacing), kept }
}

/// How much a record takes, as JSON, near enough.
fn bytes_of(record: &Record) -> usize {
    let change = |change: &Change| {
        let fields = change.fields().iter().chain(change.more.iter());
        let fields: usize = fields.map(|(key, value)| key.len() + 6 + value.as_str().map_or(8, str::len)).sum();
        60 + 21 * change.seen.len() + fields
    };
    80 + record.changes().iter().map(change).sum::<usize>()
}

/// Copies of one record as one.
fn united(copies: impl Iterator<Item = Record>) -> Option<Record> {
    copies.reduce(|mut sum, copy| {
        // Of two kinds the same one stays as in the registry.
        let _ = unite(&mut sum, copy);
        sum
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, FieldValue};
    use crate::history::Device;
    use crate::kinds::Member;
    use crate::registry::commands::{import, save};
    use crate::sample::{Sample, sample};

    #[test]
    fn what_was_taken_out_elsewhere_does_not_come_back_with_taking_a_file_back() {
        let all = sample(Sample { groups: 3, members: 9, seed: 1 });
        // Of the first half of the records, one change each was here; the file has all, and so united every one of them.
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        import(&mut registry, all[..all.len() / 2].to_vec()).unwrap();
        let mut imports = Imports::default();
        imports.begin(());
        imports.note(import(&mut registry, all.clone()).unwrap().1);
        // Elsewhere everything was deleted, and then one record written anew.
        let mut emptied = Registry::new(Date::new(2014, 6, 30).unwrap());
        import(&mut emptied, all[..1].to_vec()).unwrap();
        let before: Vec<Record> = emptied.records().cloned().collect();
        imports.hold_only(&emptied);
        undo_import(&mut emptied, &mut imports, 0);
        assert_eq!(emptied.records().cloned().collect::<Vec<_>>(), before);
    }

    #[test]
    fn what_takes_too_much_is_let_go_of_from_the_oldest_and_the_others_are_taken_back_as_before() {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        let mut imports = Imports::default();
        let mut states = Vec::new();
        for seed in 0..4 {
            states.push(registry.clone());
            imports.begin(seed);
            let (_, undo) = import(&mut registry, sample(Sample { groups: 2, members: 12, seed })).unwrap();
            imports.note(undo);
        }
        let json: usize = sample(Sample { groups: 2, members: 12, seed: 3 })
            .iter()
            .map(|record| serde_json::to_string(record).unwrap().len())
            .sum();
        let bytes = imports.files[3].bytes;
        assert!(bytes > json * 8 / 10 && bytes < json * 12 / 10, "{bytes} for {json}");

        imports.bound(bytes * 5 / 2);
        assert_eq!(imports.names().copied().collect::<Vec<_>>(), [2, 3]);
        undo_import(&mut registry, &mut imports, 1);
        assert!(registry.records().eq(states[3].records()));
        undo_import(&mut registry, &mut imports, 0);
        assert!(registry.records().eq(states[2].records()), "what was let go of stays");
        assert!(imports.own.is_empty());
        imports.bound(0);
    }

    #[test]
    fn a_group_that_a_member_was_added_to_since_stays() {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        let (_, undo) = import(&mut registry, sample(Sample { groups: 1, members: 5, seed: 1 })).unwrap();
        let group = registry.dossiers().next().unwrap().id;
        let set = [("group".to_owned(), group.to_json()), ("name".to_owned(), "Contoh Enam".into())].into();
        let at = Stamp::new(1_410_000_000_000, 0, Device::from_random(7));
        save(&mut registry, Member::KIND, crate::domain::Id::v7(9, [9; 10]), at, &[], set);
        assert_eq!(undo_import(&mut registry, &mut Imports::of((), undo), 0).kept, 1);
        let dossier = registry.dossier(group).unwrap();
        assert!(dossier.group.value.name.is_some());
        assert_eq!(dossier.members.len(), 1);
    }
}
