//! What files would take away from the book, which is asked for by itself and never part of "take all".
//!
//! Two things take away: an erase of a record that is here, and what makes a record count nowhere, be it that it is said to be
//! the same as another or that it is put into no group. Each is a [`Removal`] with the changes that would do it; whoever does
//! not grant it takes in the files without these changes ([`Removals::granting`]). Relies on the union: a change that is not
//! taken in today is asked for again by the next file that has it.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::gather::gather;
use crate::domain::{FieldValue, Id, Line, Verdict};
use crate::history::{Change, Record, Stamp};
use crate::kinds::{Group, Member, Ruling};
use crate::registry::{Aggregate, Registry};

/// Changes that would hide a record: of which file, and under which id.
type Doing = Vec<(usize, (String, Change))>;

/// A sender who erases so few records, and only such as nobody else has changed, is not asked for.
const FEW: usize = 3;

/// One record that files would take away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// The id of the record.
    pub id: String,
    /// What it is.
    pub what: Removed,
    /// How it would go.
    pub way: Way,
    /// Its name; empty without one.
    pub name: String,
    /// The name of its group; `None` for a group, and for what belongs to none.
    pub group: Option<String>,
    /// The place of the file that asks for it, the first of several.
    pub file: usize,
    /// When that was done, milliseconds since 1970, by the clock of whoever did it.
    pub at_ms: u64,
}

/// What kind of record would go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Removed {
    /// A group.
    Group,
    /// A member.
    Member,
    /// Anything else.
    Other,
}

/// How a record would go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// It is erased.
    Erased,
    /// It counts no more, since it is said to be the same as the one of this name, which counts.
    Same(String),
    /// It counts no more, since it is put into no group.
    Adrift,
}

/// All that files would take away.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Removals {
    all: Vec<Removal>,
    /// By the id of a removal the changes that do it, each with the id of its record.
    doing: BTreeMap<String, Vec<(String, Change)>>,
}

/// The changes of files that are not taken in, by record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Withheld<'a>(BTreeMap<&'a str, Vec<&'a Change>>);

impl Removals {
    /// Finds what these files would take away, each given by its records.
    pub fn of(registry: &Registry, files: &[Vec<&Record>]) -> Self {
        let mut copies: BTreeMap<&str, Vec<(usize, &Record)>> = BTreeMap::new();
        for (file, record) in files.iter().enumerate().flat_map(|(file, all)| all.iter().map(move |it| (file, *it))) {
            copies.entry(record.id()).or_default().push((file, record));
        }
        let mut found = Self::default();
        let finding = Finding { registry, files, copies };
        found.erases(&finding);
        // What is withheld may have kept something else in place: so it is looked for until there is no more.
        while finding.may_hide() && found.hidings(&finding) {}
        found.all.sort_by_cached_key(|removal| {
            let group = removal.group.as_ref().unwrap_or(&removal.name);
            (group.clone(), removal.what, removal.name.clone())
        });
        found
    }

    /// Each, by group: the group itself, then its members.
    pub fn all(&self) -> &[Removal] {
        &self.all
    }

    /// What is withheld of the files when these alone are granted.
    pub fn granting(&self, granted: &BTreeSet<String>) -> Withheld<'_> {
        let mut withheld: BTreeMap<&str, Vec<&Change>> = BTreeMap::new();
        for (_, doing) in self.doing.iter().filter(|(id, _)| !granted.contains(*id)) {
            for (record, change) in doing {
                withheld.entry(record).or_default().push(change);
            }
        }
        Withheld(withheld)
    }

    fn add(&mut self, removal: Removal, doing: Vec<(String, Change)>) {
        if let Some(known) = self.doing.get_mut(&removal.id) {
            known.extend(doing);
        } else {
            self.doing.insert(removal.id.clone(), doing);
            self.all.push(removal);
        }
    }

    /// The erases that are asked for.
    fn erases(&mut self, finding: &Finding) {
        for (file, records) in finding.files.iter().enumerate() {
            let erasing: Vec<(&Record, Record)> =
                records.iter().filter_map(|record| Some((*record, finding.erased_by(record)?))).collect();
            let own = erasing.iter().filter(|(erase, known)| is_of_one_device(erase, known)).count();
            for (erase, known) in &erasing {
                if own <= FEW && is_of_one_device(erase, known) {
                    continue;
                }
                let doing = erase.changes().iter().map(|change| (erase.id().to_owned(), change.clone())).collect();
                self.add(finding.removal(known, Way::Erased, file, erase.changes().first()), doing);
            }
        }
    }

    /// What would make records count nowhere, with all that is withheld so far; whether there was any.
    fn hidings(&mut self, finding: &Finding) -> bool {
        let withheld = self.granting(&BTreeSet::new());
        let mut incoming = finding.files.iter().flatten().filter_map(|record| withheld.rest(record));
        let Ok(gathered) = gather(finding.registry, &mut incoming) else { return false };
        drop(withheld);
        let mut is_any = false;
        for record in gathered.scratch.records().filter(|record| !record.is_erased()) {
            let Some((way, doing)) = finding.hides(record, &gathered.scratch) else { continue };
            let known = self.doing.get(record.id());
            let doing: Vec<(usize, (String, Change))> =
                doing.into_iter().filter(|(_, one)| known.is_none_or(|known| !known.contains(one))).collect();
            let Some((file, (_, change))) = doing.first() else { continue };
            let removal = finding.removal(record, way, *file, Some(change));
            self.add(removal, doing.into_iter().map(|(_, one)| one).collect());
            is_any = true;
        }
        is_any
    }
}

impl Withheld<'_> {
    /// A record of a file without what is withheld of it; `None` when nothing is left.
    pub fn rest<'r>(&self, record: &'r Record) -> Option<Cow<'r, Record>> {
        match self.0.get(record.id()) {
            None => Some(Cow::Borrowed(record)),
            Some(changes) => record.without(|change| changes.contains(&change)).map(Cow::Owned),
        }
    }
}

/// The registry and the files that are looked at.
struct Finding<'a> {
    registry: &'a Registry,
    files: &'a [Vec<&'a Record>],
    /// By id what the files have of a record, each with the place of its file.
    copies: BTreeMap<&'a str, Vec<(usize, &'a Record)>>,
}

impl Finding<'_> {
    /// What an erased record of a file takes away: the record as it is here and in the other files.
    fn erased_by(&self, record: &Record) -> Option<Record> {
        let own = self.registry.record(record.id());
        if !record.is_erased() || own.is_some_and(Record::is_erased) {
            return None;
        }
        let copies = self.copies(record.id()).map(|(_, copy)| copy).filter(|copy| !copy.is_erased());
        own.into_iter().chain(copies).cloned().reduce(|mut sum, copy| {
            // One kind, or the file has been refused.
            let _ = sum.unite(copy);
            sum
        })
    }

    /// What the files have of a record.
    fn copies(&self, id: &str) -> impl Iterator<Item = (usize, &Record)> {
        self.copies.get(id).into_iter().flatten().copied()
    }

    /// The changes of a file's copy of a record that are not here, and that may make it count nowhere. Of a record that is here
    /// that may be any word on where it belongs: it can end the side of a conflict that kept it in place.
    fn hiding<'r>(&self, copy: &'r Record) -> impl Iterator<Item = &'r Change> {
        let own = self.registry.record(copy.id());
        let is_new = move |change: &&Change| own.is_none_or(|own| !own.changes().contains(change));
        let may = move |change: &&Change| may_hide(copy, change) || own.is_some() && places(copy, change);
        copy.changes().iter().filter(may).filter(is_new)
    }

    /// Whether anything of the files can make a record count nowhere: most files have nothing of the kind.
    fn may_hide(&self) -> bool {
        self.files.iter().flatten().any(|record| self.hiding(record).next().is_some())
    }

    /// How a record that counts would count nowhere, and by which changes of which files.
    fn hides(&self, record: &Record, scratch: &Registry) -> Option<(Way, Doing)> {
        let is_placed_in =
            |record: &Record| record.kind() != Member::KIND || Aggregate::of(record) != Aggregate::Shared;
        let (is_placed, kept) = (is_placed_in(record), scratch.ruled_same_as(record));
        if ![Group::KIND, Member::KIND].contains(&record.kind()) || (is_placed && kept.is_none()) {
            return None;
        }
        let (was_placed, was_kept) = if let Some(own) = self.registry.record(record.id()) {
            (is_placed_in(own), self.registry.ruled_same_as(own))
        } else {
            // Two files, of which one brings it and the other hides it.
            let says = |copy: &Record| copy.changes().iter().any(|change| may_hide(copy, change));
            let copies = self.copies(record.id()).map(|(_, copy)| copy);
            let others: Vec<&Record> = copies.filter(|copy| !copy.is_erased() && !says(copy)).collect();
            if others.is_empty() {
                return None;
            }
            (others.iter().any(|copy| is_placed_in(copy)), None)
        };
        if let Some(kept) = kept.filter(|_| was_kept.is_none()) {
            let ruling = Id::parse(record.id()).ok().map(|own| Id::of_pair(kept, own).to_string());
            let mut doing = self.all_hiding(record.id());
            doing.extend(ruling.iter().flat_map(|ruling| self.all_hiding(ruling)));
            return Some((Way::Same(name_at_the_end(record, scratch)), doing));
        }
        (was_placed && !is_placed).then(|| (Way::Adrift, self.all_hiding(record.id())))
    }

    /// Those changes of all files, each with the place of its file.
    fn all_hiding(&self, id: &str) -> Doing {
        let of = |(file, copy)| self.hiding(copy).map(move |change| (file, (id.to_owned(), change.clone())));
        self.copies(id).flat_map(of).collect()
    }

    fn removal(&self, record: &Record, way: Way, file: usize, by: Option<&Change>) -> Removal {
        let what = match record.kind() {
            Group::KIND => Removed::Group,
            Member::KIND => Removed::Member,
            _ => Removed::Other,
        };
        let own = self.registry.record(record.id()).unwrap_or(record);
        let group = match Aggregate::of(own) {
            Aggregate::Group(id) if what != Removed::Group => Some(self.group_name(id)),
            _ => None,
        };
        let at_ms = by.map_or(0, |change| Stamp::ms(change.at));
        Removal { id: record.id().to_owned(), what, way, name: name(own), group, file, at_ms }
    }

    fn group_name(&self, id: Id) -> String {
        let key = id.to_string();
        let copies = || self.copies(&key).map(|(_, copy)| name(copy)).find(|name| !name.is_empty());
        let own = self.registry.record(&key).map(name).filter(|name| !name.is_empty());
        own.or_else(copies).unwrap_or_default()
    }
}

/// Whether a change can make a record count nowhere: it says what it is the same as, rules so, or puts it into no group.
fn may_hide(record: &Record, change: &Change) -> bool {
    let set = |key: &str| change.fields().get(key);
    match record.kind() {
        Ruling::KIND => set(Ruling::VERDICT.key()) == Some(&Verdict::Same.to_json()),
        Group::KIND => set(Group::SAME_AS.key()).is_some_and(|value| !value.is_null()),
        Member::KIND => {
            let points = set(Member::SAME_AS.key()).is_some_and(|value| !value.is_null());
            points || set(Member::GROUP.key()).is_some_and(|value| Id::from_json(value).is_err())
        }
        _ => false,
    }
}

/// Whether a change says where a record belongs, whatever it says.
fn places(record: &Record, change: &Change) -> bool {
    let sets = |key: &str| change.fields().get(key).is_some();
    match record.kind() {
        Group::KIND => sets(Group::SAME_AS.key()),
        Member::KIND => sets(Member::SAME_AS.key()) || sets(Member::GROUP.key()),
        _ => false,
    }
}

/// Whether all that is known of a record was done on the device that erases it.
fn is_of_one_device(erase: &Record, known: &Record) -> bool {
    let mut devices = erase.changes().iter().chain(known.changes()).map(|change| change.at.device());
    devices.next().is_some_and(|first| devices.all(|other| other == first))
}

/// The name of the record that counts in place of this one, at the end of the chain.
fn name_at_the_end(record: &Record, book: &Registry) -> String {
    let mut kept = book.ruled_same_as(record).and_then(|id| book.record(&id.to_string()));
    // Each is older than the one before, so that there is an end.
    while let Some(next) = kept.and_then(|kept| book.record(&book.ruled_same_as(kept)?.to_string())) {
        kept = Some(next);
    }
    kept.map(name).unwrap_or_default()
}

fn name(record: &Record) -> String {
    // One field name for both kinds.
    let name = record.value(Member::NAME.key()).and_then(|value| Line::from_json(value).ok());
    name.map(|name| name.text()).unwrap_or_default()
}
