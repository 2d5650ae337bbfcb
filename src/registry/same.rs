//! Which records are the same person or the same group as an older one, and so count nowhere.
//!
//! A record says so in its field `same_as`. It holds while the older one is here, is of the same kind and is not erased, and
//! while the [`Ruling`] on the two says nothing else: where two offices decided differently both count, until a person
//! decides. It always points at the lesser id, which is the older, so that there is never a ring; what points elsewhere can only
//! come from a damaged file and says nothing.

use std::collections::BTreeSet;

use super::home::Home;
use super::index::Registry;
use crate::domain::{Field, FieldValue, GroupField, Id, MemberField, Ruling, RulingField, Verdict};
use crate::history::Record;

/// The id of the older record that a record names.
pub(super) fn older(record: &Record) -> Option<String> {
    // One name for both kinds.
    record.value(MemberField::SameAs.key()).and_then(|value| Id::from_json(value).ok()).map(|id| id.to_string())
}

impl Registry {
    /// What was decided about two records; `None` also while two decisions contradict each other.
    pub fn verdict(&self, one: Id, other: Id) -> Option<Verdict> {
        let fold = self.record(&Id::of_pair(one, other).to_string()).filter(|record| is_ruling(record))?.fold();
        let value = fold.value(RulingField::Verdict.key()).filter(|_| fold.conflicts.is_empty())?;
        Verdict::from_json(value).ok()
    }

    /// Whether what was decided about two records contradicts itself.
    pub fn is_disputed(&self, one: Id, other: Id) -> bool {
        let ruling = self.record(&Id::of_pair(one, other).to_string());
        ruling.is_some_and(|ruling| is_ruling(ruling) && !ruling.fold().conflicts.is_empty())
    }

    /// All rulings, each with its record.
    pub fn rulings(&self) -> impl Iterator<Item = (Ruling, &Record)> {
        let rulings = self.records_at(Home::Rest).filter(|record| is_ruling(record));
        rulings.map(|record| {
            let fold = record.fold();
            (Ruling::read(|key| fold.value(key)).0, record)
        })
    }

    /// The record that counts in place of this one; `None` when it counts itself.
    pub fn kept_for(&self, record: &Record) -> Option<Id> {
        let older = older(record)?;
        let kept = self.record(&older).filter(|kept| kept.kind() == record.kind() && !kept.is_erased())?;
        let (kept, own) = (Id::parse(kept.id()).ok()?, Id::parse(record.id()).ok()?);
        let is_refused = || self.verdict(kept, own) == Some(Verdict::Different) || self.is_disputed(kept, own);
        (kept < own && !is_refused()).then_some(kept)
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
        let mut sent: Vec<&Record> = groups.iter().flat_map(|group| self.records_at(Home::Group(*group))).collect();
        let mut own = BTreeSet::new();
        own.extend(sent.iter().map(|record| record.id().to_owned()));
        let is_own = |id: Option<Id>| id.is_some_and(|id| own.contains(&id.to_string()));
        let about = self.rulings().filter(|(ruling, _)| is_own(ruling.one) || is_own(ruling.other));
        sent.extend(about.map(|(_, record)| record));
        sent
    }

    /// The homes without which it cannot be told who counts once these records have been taken in: those of all that are the
    /// same, here and among the records, and the one of the rulings.
    pub fn homes_of_same<'a>(&self, incoming: impl Iterator<Item = &'a Record>) -> BTreeSet<Home> {
        let here = self.same_as.iter().flat_map(|(older, younger)| [older].into_iter().chain(younger)).cloned();
        let ids = here.chain(incoming.filter_map(older));
        let mut homes = BTreeSet::new();
        homes.extend(ids.filter_map(|id| self.record(&id)).map(Home::of));
        if !homes.is_empty() {
            homes.insert(Home::Rest);
        }
        homes
    }

    /// The records of a home without those that count nowhere. A merged group stays as long as a member of its own counts,
    /// since such a member has to stand somewhere.
    pub(super) fn counting_at(&self, home: Home) -> Vec<&Record> {
        let (groups, mut others): (Vec<&Record>, Vec<&Record>) =
            self.records_at(home).partition(|record| record.kind() == GroupField::KIND);
        others.retain(|record| self.kept_for(record).is_none());
        let has_member = others.iter().any(|record| record.kind() == MemberField::KIND && !record.is_erased());
        let groups = groups.into_iter().filter(|group| has_member || self.kept_for(group).is_none());
        groups.chain(others).collect()
    }

    /// Notes what a record that comes in place of another is the same as, and the homes that read differently for it.
    pub(super) fn point_anew(&mut self, id: &str, record: Option<&Record>, read: &mut BTreeSet<Home>) {
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
        read.extend(concerned.flat_map(|(_, younger)| younger).filter_map(|id| self.record(id)).map(Home::of));
    }
}

fn is_ruling(record: &Record) -> bool {
    record.kind() == RulingField::KIND
}
