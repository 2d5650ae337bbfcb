//! All records by id, and the reading of them that is kept up to date as changes come in.

use std::collections::{BTreeMap, BTreeSet};

use super::dossier::Dossier;
use super::home::Home;
use super::touched::Touched;
use crate::domain::{Date, Field, GroupField, Id, Member, MemberField, MemberProblem, Nik};
use crate::history::{Change, Device, Record, RecordError, Stamp};

/// Records that were replaced, by id; `None` for one that was not there.
type Replaced = Vec<(String, Option<Record>)>;

/// The registry in memory.
#[derive(Clone, Debug)]
pub struct Registry {
    today: Date,
    records: BTreeMap<String, Record>,
    homes: BTreeMap<Home, BTreeSet<String>>,
    dossiers: BTreeMap<Id, Dossier>,
    by_nik: BTreeMap<Nik, BTreeSet<(Id, Id)>>,
}

impl Registry {
    /// An empty registry, read as of a day.
    pub fn new(today: Date) -> Self {
        Self {
            today,
            records: BTreeMap::new(),
            homes: BTreeMap::new(),
            dossiers: BTreeMap::new(),
            by_nik: BTreeMap::new(),
        }
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
        self.dossiers.values()
    }

    /// One group with its members.
    pub fn dossier(&self, id: Id) -> Option<&Dossier> {
        self.dossiers.get(&id)
    }

    /// How many groups there are.
    pub fn group_count(&self) -> usize {
        self.dossiers.len()
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
        self.homes.get(&home).into_iter().flatten().filter_map(|id| self.records.get(id))
    }

    /// All homes that hold a record.
    pub fn homes(&self) -> impl Iterator<Item = Home> {
        self.homes.keys().copied()
    }

    /// How many changes this device made after a stamp: what a file sent then does not hold.
    pub fn changes_since(&self, sent: Option<Stamp>, device: Device) -> usize {
        let own = |change: &&Change| change.at.device() == device && sent.is_none_or(|sent| change.at > sent);
        self.records.values().map(|record| record.changes().iter().filter(own).count()).sum()
    }

    /// What is wrong with a member because of the others: the same NIK here or elsewhere.
    ///
    /// `own` is the member's record when it has one already.
    pub fn clashes(&self, group: Id, own: Option<Id>, member: &Member) -> Vec<MemberProblem> {
        let others =
            member.nik.and_then(|nik| self.by_nik.get(&nik)).into_iter().flatten().filter(|(_, id)| Some(*id) != own);
        let mut found = Vec::new();
        for (theirs, _) in others {
            found.push(if *theirs == group {
                MemberProblem::NikTwice
            } else {
                MemberProblem::NikElsewhere { group: *theirs }
            });
        }
        let card_twin = |dossier: &Dossier| {
            dossier
                .members
                .iter()
                .any(|other| Some(other.id) != own && other.value.card.is_some() && other.value.card == member.card)
        };
        if self.dossier(group).is_some_and(card_twin) {
            found.push(MemberProblem::CardTwice);
        }
        found
    }

    /// Adds one change to a record, which is made if it is not there yet.
    pub(super) fn change<F: Field>(&mut self, id: Id, change: Change) -> Touched {
        let id = id.to_string();
        let record = match self.records.get(&id) {
            Some(record) => {
                let mut record = record.clone();
                record.add(change);
                record
            }
            None => Record::new(id, F::KIND, vec![change]),
        };
        self.replace([(record.id().to_owned(), Some(record))])
    }

    /// Takes in copies of records: those that are new, and what is new in those that are known.
    ///
    /// Returns the records it changed as they were before.
    ///
    /// # Errors
    /// [`RecordError`] when an id stands for another kind here; nothing at all is taken in then.
    pub(super) fn unite(&mut self, incoming: Vec<Record>) -> Result<(Touched, Replaced), RecordError> {
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
        let before = merged.keys().map(|id| (id.clone(), self.records.get(id).cloned())).collect();
        let touched = self.replace(merged.into_iter().map(|(id, record)| (id, Some(record))));
        Ok((touched, before))
    }

    /// Puts records in place of those of the same ids, or takes them out, and reads anew the homes this touches.
    pub(super) fn replace(&mut self, records: impl IntoIterator<Item = (String, Option<Record>)>) -> Touched {
        let mut touched = Touched::default();
        let mut read = BTreeSet::new();
        for (id, record) in records {
            let new = record.as_ref().map(Home::of);
            if let Some(old) = self.records.remove(&id) {
                let home = Home::of(&old);
                if let Some(ids) = self.homes.get_mut(&home) {
                    ids.remove(&id);
                    if ids.is_empty() {
                        self.homes.remove(&home);
                    }
                }
                if new != Some(home) {
                    touched.lose(home, &id);
                }
                read.insert(home);
            }
            if let (Some(record), Some(home)) = (record, new) {
                self.homes.entry(home).or_default().insert(id.clone());
                touched.gain(home);
                read.insert(home);
                self.records.insert(id, record);
            }
        }
        for home in read {
            if let Home::Group(id) = home {
                self.read_anew(id);
            }
        }
        touched
    }

    fn read_anew(&mut self, id: Id) {
        if let Some(old) = self.dossiers.remove(&id) {
            for (nik, member) in old.niks() {
                if let Some(places) = self.by_nik.get_mut(&nik) {
                    places.remove(&(id, member));
                    if places.is_empty() {
                        self.by_nik.remove(&nik);
                    }
                }
            }
        }
        if let Some(dossier) = Dossier::read(id, self.records_at(Home::Group(id)), self.today) {
            for (nik, member) in dossier.niks() {
                self.by_nik.entry(nik).or_default().insert((id, member));
            }
            self.dossiers.insert(id, dossier);
        }
    }

    /// Whether the kind is one that this version reads.
    pub fn knows_kind(kind: &str) -> bool {
        kind == GroupField::KIND || kind == MemberField::KIND
    }
}
