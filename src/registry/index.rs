//! All records by id, and the reading of them that is kept up to date as changes come in.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use super::aggregate::Aggregate;
use super::claims::{reduced, unite};
use super::dossier::{Dossier, Entry, Head, Other, read_other};
use super::receipts::{is_entered, is_typed};
use super::same::older;
use super::touched::Touched;
use crate::domain::{Date, Id, Nik};
use crate::history::{Change, Device, Record, RecordError, Stamp};
use crate::kinds::{KindId, Member, MemberProblem, Rule};

/// What is to stand in place of records, by id; `None` for one that is to go.
type Replacing = Vec<(String, Option<Record>)>;

/// The registry in memory.
#[derive(Clone, Debug)]
pub struct Registry {
    today: Date,
    records: BTreeMap<String, Record>,
    places: BTreeMap<Aggregate, Place>,
    groups: usize,
    /// The groups with a member of this NIK, sorted.
    by_nik: BTreeMap<Nik, Vec<Id>>,
    /// By a record's id the ids of those that say they are the same.
    pub(super) same_as: BTreeMap<String, BTreeSet<String>>,
}

/// What is at one aggregate.
#[derive(Clone, Debug, Default)]
struct Place {
    ids: BTreeSet<String>,
    dossier: Option<Dossier>,
    /// The one record of a place of its own.
    alone: Option<Entry<Other, &'static Rule>>,
    own: OnceLock<Own>,
}

/// What a device changed at an aggregate, counted when it is first asked for.
#[derive(Clone, Copy, Debug)]
struct Own {
    device: Device,
    changes: usize,
    first: Option<Stamp>,
    latest: Option<Stamp>,
}

impl Own {
    fn of(device: Device, stamps: impl Iterator<Item = Stamp>) -> Self {
        let mut own = Self { device, changes: 0, first: None, latest: None };
        for at in stamps {
            own.changes += 1;
            own.first = own.first.filter(|first| *first < at).or(Some(at));
            own.latest = own.latest.max(Some(at));
        }
        own
    }
}

impl Registry {
    /// An empty registry, read as of a day.
    pub fn new(today: Date) -> Self {
        Self {
            today,
            records: BTreeMap::new(),
            places: BTreeMap::new(),
            groups: 0,
            by_nik: BTreeMap::new(),
            same_as: BTreeMap::new(),
        }
    }

    /// A registry of what was kept, several copies of one record united ([`unite`]). Of two kinds under one id, neither with the
    /// better claim, the first stays.
    pub fn of(today: Date, kept: Vec<Record>) -> Self {
        let mut registry = Self::new(today);
        for record in kept {
            let record = reduced(record);
            match registry.records.get_mut(record.id()) {
                Some(known) => drop(unite(known, record)),
                None => drop(registry.records.insert(record.id().to_owned(), record)),
            }
        }
        // Only now, since a union may have moved a record.
        for (id, record) in &registry.records {
            registry.places.entry(Aggregate::of(record)).or_default().ids.insert(id.clone());
            if let Some(older) = older(record) {
                registry.same_as.entry(older).or_default().insert(id.clone());
            }
        }
        for aggregate in registry.aggregates().collect::<Vec<_>>() {
            registry.read_anew(aggregate);
        }
        registry
    }

    /// The day as of which ages and rules are read.
    pub fn today(&self) -> Date {
        self.today
    }

    /// Reads all of it anew as of another day: ages, who has left, and the rules change with it.
    pub fn turn_to(&mut self, today: Date) {
        if today != self.today {
            let records = std::mem::take(&mut self.records).into_values().collect();
            *self = Self::of(today, records);
        }
    }

    /// Whether nothing is in it, not even what was erased.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// All groups with their members, in the order of their ids, which is that of their making.
    pub fn dossiers(&self) -> impl Iterator<Item = &Dossier> {
        self.places.values().filter_map(|place| place.dossier.as_ref())
    }

    /// One group with its members.
    pub fn dossier(&self, id: Id) -> Option<&Dossier> {
        self.places.get(&Aggregate::Group(id))?.dossier.as_ref()
    }

    /// The records of a kind that belongs to nothing but itself, in the order of their making.
    pub fn alone(&self, kind: KindId) -> impl Iterator<Item = &Entry<Other, &'static Rule>> {
        self.places.values().filter_map(|place| place.alone.as_ref()).filter(move |entry| entry.value.kind == kind)
    }

    /// The record of this id, where it belongs to nothing but itself.
    pub fn alone_of(&self, id: Id) -> Option<&Entry<Other, &'static Rule>> {
        self.places.get(&Aggregate::Own(id))?.alone.as_ref()
    }

    /// All records of such kinds, as what works over any kind sees them.
    pub fn heads_alone(&self) -> impl Iterator<Item = Head<'_>> {
        let all = self.places.values().filter_map(|place| place.alone.as_ref());
        all.map(|entry| Head { kind: entry.value.kind, id: entry.id, conflicts: &entry.conflicts })
    }

    /// How many groups there are.
    pub fn group_count(&self) -> usize {
        self.groups
    }

    /// One record.
    pub fn record(&self, id: &str) -> Option<&Record> {
        self.records.get(id)
    }

    /// All records, by id.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// The records of one aggregate.
    pub fn records_at(&self, aggregate: Aggregate) -> impl Iterator<Item = &Record> {
        let place = self.places.get(&aggregate).into_iter();
        place.flat_map(|place| &place.ids).filter_map(|id| self.records.get(id))
    }

    /// All aggregates that hold a record.
    pub fn aggregates(&self) -> impl Iterator<Item = Aggregate> {
        self.places.keys().copied()
    }

    /// How many changes this device made after a stamp: what a file sent then does not hold.
    pub fn changes_since(&self, sent: Option<Stamp>, device: Device) -> usize {
        self.made_since(sent, device).0
    }

    /// The same, and the first of these changes.
    pub fn made_since(&self, sent: Option<Stamp>, device: Device) -> (usize, Option<Stamp>) {
        let (mut count, mut first) = (0, None);
        for place in self.places.values() {
            let stamps = || {
                let records = place.ids.iter().filter_map(|id| self.records.get(id)).filter(|record| is_typed(record));
                records.flat_map(Record::changes).map(|change| change.at).filter(|at| at.device() == device)
            };
            let own = *place.own.get_or_init(|| Own::of(device, stamps()));
            let own = if own.device == device { own } else { Own::of(device, stamps()) };
            let since = match sent {
                Some(sent) if own.latest > Some(sent) => Own::of(device, stamps().filter(|at| *at > sent)),
                Some(_) => continue,
                None => own,
            };
            count += since.changes;
            first = [first, since.first].into_iter().flatten().min();
        }
        (count, first)
    }

    /// The same of all devices that one browser is or was, each since its own stamp.
    pub fn made_by(&self, devices: impl Iterator<Item = (Device, Option<Stamp>)>) -> (usize, Option<Stamp>) {
        devices
            .map(|(device, sent)| self.made_since(sent, device))
            .fold((0, None), |(count, first), (more, since)| (count + more, [first, since].into_iter().flatten().min()))
    }

    /// The latest stamp that a device typed under.
    pub fn latest_of(&self, device: Device) -> Option<Stamp> {
        let typed = self.records().filter(|record| is_typed(record)).flat_map(Record::changes);
        typed.map(|change| change.at).filter(|at| at.device() == device).max()
    }

    /// A number that tells this registry from one with other changes, receipts apart: for asking whether a file of it is still
    /// up to date, by the same version of the app.
    pub fn mark(&self) -> u64 {
        let mut mark = DefaultHasher::new();
        let entered = self.records.values().filter(|record| is_entered(record));
        entered.flat_map(Record::changes).for_each(|change| change.at.hash(&mut mark));
        mark.finish()
    }

    /// The same of one aggregate.
    pub fn mark_at(&self, aggregate: Aggregate) -> u64 {
        let mut mark = DefaultHasher::new();
        self.records_at(aggregate).flat_map(Record::changes).for_each(|change| change.at.hash(&mut mark));
        mark.finish()
    }

    /// What is wrong with a member because of the others: the same NIK here or elsewhere.
    ///
    /// `own` is the member's record when it has one already.
    pub fn clashes(&self, group: Id, own: Option<Id>, member: &Member) -> Vec<MemberProblem> {
        let mut found = Vec::new();
        for theirs in member.nik.and_then(|nik| self.by_nik.get(&nik)).into_iter().flatten() {
            let is_twin = |(nik, id): (Nik, Id)| Some(nik) == member.nik && Some(id) != own;
            if *theirs != group {
                found.push(MemberProblem::NikElsewhere { group: *theirs });
            } else if self.dossier(group).is_some_and(|dossier| dossier.niks(self.today).any(is_twin)) {
                found.push(MemberProblem::NikTwice);
            }
        }
        let card_twin = |dossier: &Dossier| {
            dossier
                .members
                .iter()
                .filter(|other| Some(other.id) != own && other.value.is_present(self.today))
                .any(|other| other.value.card.is_some() && other.value.card == member.card)
        };
        if self.dossier(group).is_some_and(card_twin) {
            found.push(MemberProblem::CardTwice);
        }
        found
    }

    /// Adds one change to a record, which is made if it is not there yet.
    pub(super) fn change(&mut self, kind: &str, id: &str, change: Change) -> Touched {
        let record = match self.records.get(id) {
            // What was erased stays so: a change that nobody could ever see is not made.
            Some(record) if record.is_erased() => return Touched::default(),
            Some(record) => {
                let mut record = record.clone();
                record.add(change);
                record
            }
            None => Record::new(id, kind, vec![change]),
        };
        self.replace(vec![(record.id().to_owned(), Some(record))])
    }

    /// Erases a record of whatever kind, for good. Which group it belongs to stays, so that the erase goes where its group goes.
    pub(super) fn erase(&mut self, id: &str, at: Stamp) -> Touched {
        let Some(mut record) = self.records.get(id).filter(|record| !record.is_erased()).cloned() else {
            return Touched::default();
        };
        let key = Member::GROUP.key();
        let group = record.value(key).map(|group| (key.to_owned(), group.clone()));
        let heads = record.fold().heads;
        record.add(Change::erase(at, heads, group.into_iter().collect()));
        self.replace(vec![(id.to_owned(), Some(record))])
    }

    /// Takes in copies of records: those that are new, and what is new in those that are known.
    ///
    /// Returns the ids of the records it changed, too.
    ///
    /// # Errors
    /// [`RecordError`] when an id stands for another kind here with as good a claim; nothing at all is taken in then.
    pub(super) fn unite(&mut self, incoming: Vec<Record>) -> Result<(Touched, BTreeSet<String>), RecordError> {
        let mut merged: BTreeMap<String, Record> = BTreeMap::new();
        for record in incoming.into_iter().map(reduced) {
            let id = record.id().to_owned();
            match merged.remove(&id).or_else(|| self.records.get(&id).cloned()) {
                None => {
                    merged.insert(id, record);
                }
                Some(mut known) => {
                    unite(&mut known, record)?;
                    merged.insert(id, known);
                }
            }
        }
        merged.retain(|id, record| self.records.get(id) != Some(record));
        let mut changed = BTreeSet::new();
        changed.extend(merged.keys().cloned());
        let touched = self.replace(merged.into_iter().map(|(id, record)| (id, Some(record))).collect());
        Ok((touched, changed))
    }

    /// Puts records in place of those of the same ids, or takes them out, and reads anew the aggregates this touches.
    pub(super) fn replace(&mut self, records: Replacing) -> Touched {
        let mut touched = Touched::default();
        let mut read = BTreeSet::new();
        for (id, record) in records {
            let new = record.as_ref().map(Aggregate::of);
            self.point_anew(&id, record.as_ref(), &mut read);
            if let Some(old) = self.records.remove(&id) {
                let aggregate = Aggregate::of(&old);
                if let Some(place) = self.places.get_mut(&aggregate) {
                    place.ids.remove(&id);
                }
                if new != Some(aggregate) {
                    touched.lose(aggregate, &id);
                }
                read.insert(aggregate);
            }
            if let (Some(record), Some(aggregate)) = (record, new) {
                self.places.entry(aggregate).or_default().ids.insert(id.clone());
                touched.gain(aggregate);
                read.insert(aggregate);
                self.records.insert(id, record);
            }
        }
        for aggregate in read {
            self.read_anew(aggregate);
        }
        touched
    }

    fn read_anew(&mut self, aggregate: Aggregate) {
        let old = self.places.get_mut(&aggregate).and_then(|place| {
            place.own = OnceLock::new();
            place.alone = None;
            place.dossier.take()
        });
        self.groups -= usize::from(old.is_some());
        for (nik, _) in old.iter().flat_map(|dossier| dossier.niks(self.today)) {
            if let Some(groups) = self.by_nik.get_mut(&nik) {
                groups.retain(|group| Aggregate::Group(*group) != aggregate);
                if groups.is_empty() {
                    self.by_nik.remove(&nik);
                }
            }
        }
        if self.places.get(&aggregate).is_some_and(|place| place.ids.is_empty()) {
            self.places.remove(&aggregate);
        }
        let id = match aggregate {
            Aggregate::Group(id) => id,
            Aggregate::Own(id) => {
                let live = self.records.get(&id.to_string()).filter(|record| !record.is_erased());
                let alone = live.and_then(|record| read_other(record, self.today));
                if let Some(place) = self.places.get_mut(&aggregate) {
                    place.alone = alone;
                }
                return;
            }
            Aggregate::Shared => return,
        };
        let Some(dossier) = Dossier::read(id, &self.counting_at(aggregate), self.today) else { return };
        for (nik, _) in dossier.niks(self.today) {
            let groups = self.by_nik.entry(nik).or_default();
            if let Err(place) = groups.binary_search(&id) {
                groups.insert(place, id);
            }
        }
        self.groups += 1;
        if let Some(place) = self.places.get_mut(&aggregate) {
            place.dossier = Some(dossier);
        }
    }
}
