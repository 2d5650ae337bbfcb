//! What taking files in would change, shown before anything is taken.

mod alone;
mod difference;
mod gather;
mod group;
mod removals;
mod status;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::remark::{Remark, Remarks, Why};
use crate::domain::{FieldValue, Id};
use crate::history::{Record, RecordError};
use crate::kinds::Recap;
use crate::registry::{Aggregate, Dossier, Registry, Told};

pub use alone::AlonePlan;
pub use difference::{FieldChange, MemberPlan, NamedRecord, RecordPlan};
use difference::{changes, member_plans, record_plans};
use gather::{Gathered, gather};
pub use group::{GroupPlan, Moved, Twin};
pub use removals::{Removal, Removals, Removed, Way, Withheld};
pub use status::ImportStatus;

/// What a file, or several at once, would do to the registry.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Every group of the file.
    pub groups: Vec<GroupPlan>,
    /// Every record of the file that belongs to nothing but itself.
    pub alone: Vec<AlonePlan>,
    /// Records that are new or changed and are neither of these.
    pub others: usize,
    /// The registry now.
    pub before: Totals,
    /// The registry afterwards.
    pub after: Totals,
    /// What has to be said of single records.
    pub remarks: Vec<Remark>,
}

/// Sums over all groups.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// Groups.
    pub groups: usize,
    /// Households.
    pub households: usize,
}

impl Totals {
    /// The sums over these groups.
    pub fn of<'a>(dossiers: impl Iterator<Item = &'a Dossier>) -> Self {
        dossiers.fold(Self::default(), |sum, dossier| Self {
            groups: sum.groups + 1,
            households: sum.households + dossier.households,
        })
    }
}

impl Plan {
    /// Works out what taking in these records would do. Changes nothing. Each file holds whole aggregates: all that its sender had
    /// of a group.
    ///
    /// # Errors
    /// [`RecordError`] when an id of the file stands for another kind here, with as good a claim.
    pub fn of(registry: &Registry, incoming: &[Record]) -> Result<Self, RecordError> {
        Ok(Self::telling(registry, &mut incoming.iter().map(Cow::Borrowed), &mut |_, _| {})?.0)
    }

    /// The same, with the groups concerned as they would be; tells how many groups are compared, of how many.
    ///
    /// # Errors
    /// [`RecordError`] when an id of the file stands for another kind here, with as good a claim.
    pub fn telling(
        registry: &Registry,
        incoming: &mut dyn Iterator<Item = Cow<'_, Record>>,
        tell: &mut dyn FnMut(usize, usize),
    ) -> Result<(Self, Registry), RecordError> {
        let Gathered { theirs, aggregates, beside, scratch } = gather(registry, incoming)?;
        let view = View { registry, scratch: &scratch, theirs: &theirs };
        let mut groups = Vec::new();
        let (mut before, mut after) = (Totals::of(registry.dossiers()), Totals::of(registry.dossiers()));
        for (done, aggregate) in aggregates.iter().chain(&beside).enumerate() {
            tell(done, aggregates.len() + beside.len());
            let Aggregate::Group(id) = aggregate else { continue };
            let (old, new) = (registry.dossier(*id), scratch.dossier(*id));
            after.groups = after.groups + new.iter().count() - old.iter().count();
            after.households = after.households + new.map_or(0, |it| it.households) - old.map_or(0, |it| it.households);
            if old.is_some() || new.is_some() {
                let group = view.plan(*id, old, new);
                if aggregates.contains(aggregate) || group.status.brings() {
                    groups.push(group);
                }
            }
        }
        let changed = |record: &&Record| registry.record(record.id()) != Some(record);
        // An erase of a group that never was here belongs to no listed group, and must be taken in all the same.
        let is_listed = |aggregate: &Aggregate| match aggregate {
            Aggregate::Group(id) => registry.dossier(*id).is_some() || scratch.dossier(*id).is_some(),
            Aggregate::Own(id) => registry.alone_of(*id).is_some() || scratch.alone_of(*id).is_some(),
            Aggregate::Shared => false,
        };
        let unlisted = aggregates.iter().filter(|aggregate| !is_listed(aggregate));
        let others = unlisted.flat_map(|aggregate| scratch.records_at(*aggregate)).filter(changed).count();
        let alone = aggregates.iter().filter_map(|aggregate| match aggregate {
            Aggregate::Own(id) => AlonePlan::of(*id, theirs.get(&id.to_string()).map(Cow::as_ref), registry, &scratch),
            _ => None,
        });
        let mut alone: Vec<AlonePlan> = alone.collect();
        alone.sort_by_key(|one| (one.status, one.record.kind, one.id));
        before.groups = registry.group_count();
        let groups = in_order(groups);
        let remarks = view.remarks(aggregates.iter().chain(&beside));
        Ok((Self { groups, alone, others, before, after, remarks }, scratch))
    }

    /// Marks the groups that bring somebody who may be here already.
    pub fn suspect(&mut self, twins: impl Fn(Id) -> Vec<Twin>) {
        for group in self.groups.iter_mut().filter(|group| group.status.brings()) {
            group.twins = twins(group.id);
            if !group.twins.is_empty() {
                group.status = group.status.min(ImportStatus::Suspected);
            }
        }
        self.groups = in_order(std::mem::take(&mut self.groups));
    }

    /// How many groups stand so.
    pub fn count(&self, status: ImportStatus) -> usize {
        self.groups.iter().filter(|group| group.status == status).count()
    }

    /// How many records that belong to nothing but themselves stand so.
    pub fn count_alone(&self, status: ImportStatus) -> usize {
        self.alone.iter().filter(|one| one.status == status).count()
    }

    /// Whether there is nothing new at all.
    pub fn is_empty(&self) -> bool {
        let brings = |status: ImportStatus| status.brings();
        self.others == 0
            && !self.groups.iter().any(|group| brings(group.status))
            && !self.alone.iter().any(|one| brings(one.status))
    }
}

/// What needs an eye comes first, then by name.
fn in_order(mut groups: Vec<GroupPlan>) -> Vec<GroupPlan> {
    groups.sort_by_cached_key(|group| (group.status, group.name.clone()));
    groups
}

/// What is at an aggregate but for recaps.
fn entered(registry: &Registry, aggregate: Aggregate) -> impl Iterator<Item = &Record> {
    registry.records_at(aggregate).filter(|record| record.kind() != Recap::KIND)
}

/// The registry, what it would be, and what the files have.
struct View<'a> {
    registry: &'a Registry,
    scratch: &'a Registry,
    theirs: &'a BTreeMap<String, Cow<'a, Record>>,
}

impl View<'_> {
    /// What of the files stands twice under one stamp, or says otherwise than other recaps, and did not do so before.
    fn remarks<'h>(&self, aggregates: impl Iterator<Item = &'h Aggregate>) -> Vec<Remark> {
        let mut remarks = Remarks::default();
        for id in self.theirs.keys() {
            let has_twins = |registry: &Registry| registry.record(id).filter(|record| record.has_twins()).cloned();
            if let Some(record) = has_twins(self.scratch).filter(|_| has_twins(self.registry).is_none()) {
                remarks.note(Why::Twins, &record);
            }
        }
        for aggregate in aggregates {
            let Aggregate::Group(id) = aggregate else { continue };
            let (old, new) = (self.registry.dossier(*id), self.scratch.dossier(*id));
            let Some(told) = new.and_then(Dossier::news_of_recaps).filter(|told| !told.against.is_empty()) else {
                continue;
            };
            if old.and_then(Dossier::news_of_recaps).is_none_or(|old| !old.says_as(told)) {
                let name = new.and_then(|dossier| dossier.group.value.name.as_ref());
                remarks.note_name(Why::Recaps, name.map(FieldValue::text));
            }
        }
        remarks.into_vec()
    }

    /// Whether an aggregate is the same afterwards. When and by whom the same numbers were counted is no news.
    fn is_same(&self, aggregate: Aggregate, old: Option<&Dossier>, new: Option<&Dossier>) -> bool {
        let says_the_same = || match (old.and_then(Dossier::news_of_recaps), new.and_then(Dossier::news_of_recaps)) {
            (Some(old), Some(new)) => old.says_as(new),
            (None, None) => true,
            _ => false,
        };
        entered(self.registry, aggregate).eq(entered(self.scratch, aggregate)) && says_the_same()
    }

    /// Whether a recap of the file says what counts among the recaps.
    fn is_told_by_file(&self, told: &Told) -> bool {
        let theirs = self.theirs.get(told.best.record.id());
        theirs.is_some_and(|record| record.changes().iter().any(|change| told.best.is_said_by(change)))
    }

    fn plan(&self, id: Id, old: Option<&Dossier>, new: Option<&Dossier>) -> GroupPlan {
        let aggregate = Aggregate::Group(id);
        let key = id.to_string();
        let same = self.is_same(aggregate, old, new);
        let (mut fields, mut members, mut others) = (Vec::new(), Vec::new(), Vec::new());
        if !same {
            let name = |id: Id| self.group_name(id);
            fields = changes(self.registry.record(&key), self.scratch.record(&key), &name);
            members = new.map(|new| member_plans(new, self.registry, self.scratch, &name)).unwrap_or_default();
            others = new.map(|new| record_plans(new, self.registry, self.scratch, &name)).unwrap_or_default();
        }
        // Who is the same as another is gone from the list, and neither erased nor elsewhere.
        let is_merged =
            |id: Id| self.scratch.record(&id.to_string()).is_some_and(|record| self.scratch.kept_for(record).is_some());
        let is_gone = |id: Id| new.is_none_or(|new| new.member(id).is_none()) && !is_merged(id);
        let (mut erased, mut moved) = (Vec::new(), Vec::new());
        for member in old.iter().flat_map(|old| &old.members).filter(|member| is_gone(member.id)) {
            let name = member.value.name.as_ref().map(FieldValue::text).unwrap_or_default();
            match self.scratch.record(&member.id.to_string()).filter(|record| !record.is_erased()).map(Aggregate::of) {
                Some(Aggregate::Group(to)) => moved.push(Moved { name, to: self.group_name(to) }),
                _ => erased.push(name),
            }
        }
        let is_gone = |id: Id| self.scratch.record(&id.to_string()).is_none_or(Record::is_erased);
        let gone = old.iter().flat_map(|old| &old.others).filter(|other| is_gone(other.id));
        let erased_others: Vec<NamedRecord> = gone.map(|other| NamedRecord::of(&other.value)).collect();
        let is_erased = |book: &Registry| book.record(&key).is_some_and(Record::is_erased);
        let erases_itself = !is_erased(self.registry) && is_erased(self.scratch);
        let conflicts = fields.iter().any(FieldChange::is_conflict)
            || members.iter().any(|member| member.fields.iter().any(FieldChange::is_conflict))
            || others.iter().any(|other| other.fields.iter().any(FieldChange::is_conflict));
        // Whether the file has all of what there will be.
        let is_theirs = || {
            let is_there = |record: &Record| self.theirs.get(record.id()).map(Cow::as_ref) == Some(record);
            entered(self.scratch, aggregate).all(is_there)
                && new.and_then(Dossier::news_of_recaps).is_none_or(|told| self.is_told_by_file(told))
        };
        let status = match old {
            _ if same && is_theirs() => ImportStatus::Same,
            _ if same => ImportStatus::NewerHere,
            // Of a group that is not here yet, too: two of the files may contradict each other.
            _ if conflicts => ImportStatus::Conflict,
            Some(_) if !erased.is_empty() || !erased_others.is_empty() || erases_itself => ImportStatus::Erased,
            None => ImportStatus::New,
            Some(_) if is_theirs() => ImportStatus::NewerThere,
            Some(_) => ImportStatus::Changed,
        };
        let value = new.or(old).map(|dossier| &dossier.group.value);
        GroupPlan {
            id,
            name: self.group_name(id),
            status,
            region: value.and_then(|group| group.region),
            present: new.map(|dossier| dossier.present),
            was: old.map(|dossier| dossier.households),
            will: new.map(|dossier| dossier.households),
            fields,
            members,
            erased,
            others,
            erased_others,
            moved,
            is_erased: is_erased(self.scratch),
            twins: Vec::new(),
        }
    }

    fn group_name(&self, id: Id) -> String {
        let dossier = self.scratch.dossier(id).or_else(|| self.registry.dossier(id));
        let name = dossier.and_then(|dossier| dossier.group.value.name.as_ref());
        name.map(FieldValue::text).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::Date;
    use crate::history::{Change, Device, Fields, Stamp};
    use crate::registry::commands;

    fn at(ms: u64) -> Stamp {
        Stamp::new(ms, 0, Device::from_random(1))
    }

    fn group(number: u64) -> Id {
        Id::v7(number, [0; 10])
    }

    fn of(registry: &mut Registry, records: Vec<Record>) -> Plan {
        let plan = Plan::of(registry, &records).unwrap();
        commands::import(registry, records).unwrap();
        plan
    }

    #[test]
    fn an_erase_of_a_group_that_never_was_here_is_something_new() {
        let mut registry = Registry::new(Date::new(2026, 6, 5).unwrap());
        let erased = Record::new(group(1).to_string(), "group", vec![Change::erase(at(1), vec![], Fields::new())]);
        assert!(!of(&mut registry, vec![erased.clone()]).is_empty());
        assert!(of(&mut registry, vec![erased]).is_empty());
    }

    #[test]
    fn files_that_contradict_each_other_on_what_is_not_here_yet_are_a_conflict() {
        let (id, named) = (group(1).to_string(), |name: &str| [("name".to_owned(), json!(name))].into());
        let of_group = |ms, name| Record::new(&id, "group", vec![Change::set(at(ms), vec![], named(name))]);
        let within = |name: &str| {
            [("name".to_owned(), json!(name)), ("group".to_owned(), json!(id))].into_iter().collect::<Fields>()
        };
        let member = |ms, name: &str| {
            Record::new(group(2).to_string(), "member", vec![Change::set(at(ms), vec![], within(name))])
        };
        let mut registry = Registry::new(Date::new(2026, 6, 5).unwrap());
        let plan = Plan::of(&registry, &[of_group(1, "Contoh Satu"), of_group(2, "Contoh Dua")]).unwrap();
        assert_eq!(plan.groups[0].status, ImportStatus::Conflict);
        assert_eq!(plan.groups[0].fields.len(), 1);

        assert_eq!(of(&mut registry, vec![of_group(1, "Contoh Satu")]).groups[0].status, ImportStatus::New);
        let plan = of(&mut registry, vec![member(3, "Contoh Tiga"), member(4, "Contoh Empat")]);
        assert_eq!(plan.groups[0].status, ImportStatus::Conflict);
        assert_eq!(plan.groups[0].members[0].fields.len(), 1, "and not the group, which both name alike");
        assert!(plan.groups[0].members[0].is_new);
    }

    #[test]
    fn a_member_that_lands_in_a_third_group_is_counted_there() {
        let id = group(9).to_string();
        let moved =
            |ms, seen, to| Change::set(at(ms), seen, [("group".to_owned(), json!(group(to).to_string()))].into());
        let member = |changes| Record::new(&id, "member", changes);
        let mut registry = Registry::new(Date::new(2026, 6, 5).unwrap());
        // Here: one to group 1 at 10, beside it one to group 2 at 5. There: on top of the first, by a slow clock, to group 3.
        of(&mut registry, vec![member(vec![moved(10, vec![], 1), moved(5, vec![], 2)])]);
        let plan = of(&mut registry, vec![member(vec![moved(10, vec![], 1), moved(3, vec![at(10)], 3)])]);
        assert!(registry.dossier(group(2)).is_some());
        assert_eq!(plan.after.groups, registry.group_count());
        assert_eq!(
            plan.groups.iter().filter(|plan| plan.present.is_some()).map(|plan| plan.id).collect::<Vec<_>>(),
            [group(2)]
        );
    }
}
