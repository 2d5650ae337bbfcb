//! Which records are the same person or the same group as an older one, and so count nowhere.
//!
//! A record says so in its field `same_as`. It holds only where a person has ruled so in a [`Ruling`] on the two, and while the
//! older one is here, is of the same kind and is not erased. Where two offices decided differently both count, until a person
//! decides. It always points at the lesser id, which is the older, so that there is never a ring; what points elsewhere can only
//! come from a damaged file and says nothing.

use std::collections::BTreeSet;

use super::aggregate::Aggregate;
use super::index::Registry;
use crate::domain::{FieldValue, Id, Verdict};
use crate::history::Record;
use crate::kinds::{Group, Member, Recap, Ruling};

/// The id of the older record that a record names.
pub(super) fn older(record: &Record) -> Option<String> {
    // One name for both kinds.
    record.value(Member::SAME_AS.key()).and_then(|value| Id::from_json(value).ok()).map(|id| id.to_string())
}

impl Registry {
    /// What was decided about two records; `None` also while two decisions contradict each other.
    pub fn verdict(&self, one: Id, other: Id) -> Option<Verdict> {
        let fold = self.record(&Id::of_pair(one, other).to_string()).filter(|record| is_ruling(record))?.fold();
        let value = fold.value(Ruling::VERDICT.key()).filter(|_| fold.conflicts.is_empty())?;
        Verdict::from_json(value).ok()
    }

    /// Whether what was decided about two records contradicts itself.
    pub fn is_disputed(&self, one: Id, other: Id) -> bool {
        let ruling = self.record(&Id::of_pair(one, other).to_string());
        ruling.is_some_and(|ruling| is_ruling(ruling) && !ruling.fold().conflicts.is_empty())
    }

    /// All rulings, each with its record.
    pub fn rulings(&self) -> impl Iterator<Item = (Ruling, &Record)> {
        let rulings = self.records_at(Aggregate::Shared).filter(|record| is_ruling(record));
        rulings.map(|record| {
            let fold = record.fold();
            (Ruling::read(|key| fold.value(key)).0, record)
        })
    }

    /// The record that is to count in place of this one, be it here or not: what the record says, where a person has ruled so.
    pub fn ruled_same_as(&self, record: &Record) -> Option<Id> {
        let (kept, own) = (Id::parse(&older(record)?).ok()?, Id::parse(record.id()).ok()?);
        (kept < own && self.verdict(kept, own) == Some(Verdict::Same)).then_some(kept)
    }

    /// The record that counts in place of this one; `None` when it counts itself.
    pub fn kept_for(&self, record: &Record) -> Option<Id> {
        let kept = self.ruled_same_as(record)?;
        let is_here = |kept: &Record| kept.kind() == record.kind() && !kept.is_erased();
        self.record(&kept.to_string()).is_some_and(is_here).then_some(kept)
    }

    /// The records that one counts in place of, those that count in place of which it counts, and so on.
    pub fn merged_into(&self, id: Id) -> Vec<&Record> {
        let mut merged: Vec<&Record> = Vec::new();
        let mut kept = vec![id];
        while let Some(id) = kept.pop() {
            for record in self.same_as.get(&id.to_string()).into_iter().flatten().filter_map(|id| self.record(id)) {
                if self.kept_for(record) == Some(id) {
                    merged.push(record);
                    kept.extend(Id::parse(record.id()));
                }
            }
        }
        merged
    }

    /// What a file of some groups holds: their records, and what was decided about any of them.
    pub fn records_to_send(&self, groups: &[Id]) -> Vec<&Record> {
        let mut sent: Vec<&Record> =
            groups.iter().flat_map(|group| self.records_at(Aggregate::Group(*group))).collect();
        let mut own = BTreeSet::new();
        own.extend(sent.iter().map(|record| record.id().to_owned()));
        let is_own = |id: Option<Id>| id.is_some_and(|id| own.contains(&id.to_string()));
        let about = self.rulings().filter(|(ruling, _)| is_own(ruling.one) || is_own(ruling.other));
        sent.extend(about.map(|(_, record)| record));
        sent
    }

    /// The aggregates without which it cannot be told who counts once these records have been taken in: those of all that are the
    /// same, here and among the records, and the one of the rulings.
    pub fn aggregates_of_same<'a>(&self, incoming: impl Iterator<Item = &'a Record>) -> BTreeSet<Aggregate> {
        let here = self.same_as.iter().flat_map(|(older, younger)| [older].into_iter().chain(younger)).cloned();
        let ids = here.chain(incoming.filter_map(older));
        let mut aggregates = BTreeSet::new();
        aggregates.extend(ids.filter_map(|id| self.record(&id)).map(Aggregate::of));
        if !aggregates.is_empty() {
            aggregates.insert(Aggregate::Shared);
        }
        aggregates
    }

    /// The records of an aggregate without those that count nowhere. A merged group stays as long as a record of its own counts,
    /// since such a record has to stand somewhere.
    pub(super) fn counting_at(&self, aggregate: Aggregate) -> Vec<&Record> {
        let (groups, mut others): (Vec<&Record>, Vec<&Record>) =
            self.records_at(aggregate).partition(|record| record.kind() == Group::KIND);
        others.retain(|record| self.kept_for(record).is_none());
        let has_own = others.iter().any(|record| record.kind() != Recap::KIND && !record.is_erased());
        let groups = groups.into_iter().filter(|group| has_own || self.kept_for(group).is_none());
        groups.chain(others).collect()
    }

    /// Notes what a record that comes in place of another is the same as, and the aggregates that read differently for it.
    pub(super) fn point_anew(&mut self, id: &str, record: Option<&Record>, read: &mut BTreeSet<Aggregate>) {
        let before = self.record(id).and_then(older);
        let after = record.and_then(older);
        if before != after {
            if let Some(younger) = before.as_ref().and_then(|older| self.same_as.get_mut(older)) {
                younger.remove(id);
            }
            self.same_as.retain(|_, younger| !younger.is_empty());
            if let Some(older) = after {
                self.same_as.entry(older).or_default().insert(id.to_owned());
            }
        }
        let is_ruled = record.or_else(|| self.record(id)).is_some_and(is_ruling);
        let concerned = self.same_as.iter().filter(|(older, _)| is_ruled || *older == id);
        read.extend(concerned.flat_map(|(_, younger)| younger).filter_map(|id| self.record(id)).map(Aggregate::of));
    }
}

fn is_ruling(record: &Record) -> bool {
    record.kind() == Ruling::KIND
}
