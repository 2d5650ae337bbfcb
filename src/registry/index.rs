//! All records by id, and the reading of them that is kept up to date as changes come in.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use super::dossier::Dossier;
use super::home::Home;
use super::receipts::is_entered;
use super::same::older;
use super::touched::Touched;
use crate::domain::{Date, Id, Member, MemberProblem, Nik};
use crate::history::{Change, Device, Record, RecordError, Stamp};

/// What is to stand in place of records, by id; `None` for one that is to go.
type Replacing = Vec<(String, Option<Record>)>;

/// The registry in memory.
#[derive(Clone, Debug)]
pub struct Registry {
    today: Date,
    records: BTreeMap<String, Record>,
    places: BTreeMap<Home, Place>,
    groups: usize,
    /// The groups with a member of this NIK, sorted.
    by_nik: BTreeMap<Nik, Vec<Id>>,
    /// By a record's id the ids of those that say they are the same.
    pub(super) same_as: BTreeMap<String, BTreeSet<String>>,
}

/// What is at one home.
#[derive(Clone, Debug, Default)]
struct Place {
    ids: BTreeSet<String>,
    dossier: Option<Dossier>,
    own: OnceLock<Own>,
}

/// What a device changed at a home, counted when it is first asked for.
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

    /// A registry of what was kept, several copies of one record united. Of an id under two kinds, which cannot come from this
    /// app, the first stays.
    pub fn of(today: Date, kept: Vec<Record>) -> Self {
        let mut registry = Self::new(today);
        for record in kept {
            match registry.records.get_mut(record.id()) {
                Some(known) => drop(known.unite(record)),
                None => drop(registry.records.insert(record.id().to_owned(), record)),
            }
        }
        // Only now, since a union may have moved a record.
        for (id, record) in &registry.records {
            registry.places.entry(Home::of(record)).or_default().ids.insert(id.clone());
            if let Some(older) = older(record) {
                registry.same_as.entry(older).or_default().insert(id.clone());
            }
        }
        for home in registry.homes().collect::<Vec<_>>() {
            registry.read_anew(home);
        }
        registry
    }

    /// The day as of which ages and rules are read.
    pub fn today(&self) -> Date {
        self.today
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
        self.places.get(&Home::Group(id))?.dossier.as_ref()
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

    /// The records of one home.
    pub fn records_at(&self, home: Home) -> impl Iterator<Item = &Record> {
        let place = self.places.get(&home).into_iter();
        place.flat_map(|place| &place.ids).filter_map(|id| self.records.get(id))
    }

    /// All homes that hold a record.
    pub fn homes(&self) -> impl Iterator<Item = Home> {
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
                let records =
                    place.ids.iter().filter_map(|id| self.records.get(id)).filter(|record| is_entered(record));
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

    /// A number that tells this registry from one with other changes, receipts apart: for asking whether a file of it is still
    /// up to date, by the same version of the app.
    pub fn mark(&self) -> u64 {
        let mut mark = DefaultHasher::new();
        let entered = self.records.values().filter(|record| is_entered(record));
        entered.flat_map(Record::changes).for_each(|change| change.at.hash(&mut mark));
        mark.finish()
    }

    /// The same of one home.
    pub fn mark_at(&self, home: Home) -> u64 {
        let mut mark = DefaultHasher::new();
        self.records_at(home).flat_map(Record::changes).for_each(|change| change.at.hash(&mut mark));
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
    pub(super) fn change(&mut self, kind: &str, id: Id, change: Change) -> Touched {
        let id = id.to_string();
        let record = match self.records.get(&id) {
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

    /// Takes in copies of records: those that are new, and what is new in those that are known.
    ///
    /// Returns the ids of the records it changed, too.
    ///
    /// # Errors
    /// [`RecordError`] when an id stands for another kind here; nothing at all is taken in then.
    pub(super) fn unite(&mut self, incoming: Vec<Record>) -> Result<(Touched, BTreeSet<String>), RecordError> {
        let mut merged: BTreeMap<String, Record> = BTreeMap::new();
        for record in incoming {
            let id = record.id().to_owned();
            match merged.remove(&id).or_else(|| self.records.get(&id).cloned()) {
                None => {
                    merged.insert(id, record);
                }
                Some(mut known) => {
                    known.unite(record)?;
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

    /// Puts records in place of those of the same ids, or takes them out, and reads anew the homes this touches.
    pub(super) fn replace(&mut self, records: Replacing) -> Touched {
        let mut touched = Touched::default();
        let mut read = BTreeSet::new();
        for (id, record) in records {
            let new = record.as_ref().map(Home::of);
            self.point_anew(&id, record.as_ref(), &mut read);
            if let Some(old) = self.records.remove(&id) {
                let home = Home::of(&old);
                if let Some(place) = self.places.get_mut(&home) {
                    place.ids.remove(&id);
                }
                if new != Some(home) {
                    touched.lose(home, &id);
                }
                read.insert(home);
            }
            if let (Some(record), Some(home)) = (record, new) {
                self.places.entry(home).or_default().ids.insert(id.clone());
                touched.gain(home);
                read.insert(home);
                self.records.insert(id, record);
            }
        }
        for home in read {
            self.read_anew(home);
        }
        touched
    }

    fn read_anew(&mut self, home: Home) {
        let old = self.places.get_mut(&home).and_then(|place| {
            place.own = OnceLock::new();
            place.dossier.take()
        });
        self.groups -= usize::from(old.is_some());
        for (nik, _) in old.iter().flat_map(|dossier| dossier.niks(self.today)) {
            if let Some(groups) = self.by_nik.get_mut(&nik) {
                groups.retain(|group| Home::Group(*group) != home);
                if groups.is_empty() {
                    self.by_nik.remove(&nik);
                }
            }
        }
        if self.places.get(&home).is_some_and(|place| place.ids.is_empty()) {
            self.places.remove(&home);
        }
        let Home::Group(id) = home else { return };
        let Some(dossier) = Dossier::read(id, &self.counting_at(home), self.today) else { return };
        for (nik, _) in dossier.niks(self.today) {
            let groups = self.by_nik.entry(nik).or_default();
            if let Err(place) = groups.binary_search(&id) {
                groups.insert(place, id);
            }
        }
        self.groups += 1;
        if let Some(place) = self.places.get_mut(&home) {
            place.dossier = Some(dossier);
        }
    }
}
