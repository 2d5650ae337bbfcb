//! What taking files in would change, shown before anything is taken.

mod difference;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::domain::{FieldValue, Id, RegionCode};
use crate::history::{Record, RecordError};
use crate::order::by_text;
use crate::registry::{Dossier, Home, Registry, commands};

pub use difference::{FieldChange, MemberPlan};
use difference::{changes, member_plans};

/// What a file, or several at once, would do to the registry.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Every group of the file.
    pub groups: Vec<GroupPlan>,
    /// Records that are new or changed and belong to none of these groups.
    pub others: usize,
    /// The registry now.
    pub before: Totals,
    /// The registry afterwards.
    pub after: Totals,
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

/// How a group of the file stands to the registry. What needs an eye comes first; each group stands in one way only, the
/// first that fits, so that the counts add up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Standing {
    /// Something of it is new here, and a field will have two values until a person decides.
    Conflict,
    /// It brings somebody who may be here already, or may be here itself under another id.
    Suspected,
    /// The group, or somebody in it, is erased.
    Erased,
    /// Both have something that the other has not.
    Changed,
    /// The file has all that is here, and more.
    NewerThere,
    /// It is not here yet.
    New,
    /// Here is all that the file has, and more.
    NewerHere,
    /// Both have the same.
    Same,
}

impl Standing {
    /// All, in order.
    pub const ALL: [Self; 8] = [
        Self::Conflict,
        Self::Suspected,
        Self::Erased,
        Self::Changed,
        Self::NewerThere,
        Self::New,
        Self::NewerHere,
        Self::Same,
    ];

    /// Whether taking the group in changes anything.
    pub fn brings(self) -> bool {
        !matches!(self, Self::NewerHere | Self::Same)
    }
}

/// What happens to one group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupPlan {
    /// Its id.
    pub id: Id,
    /// Its name afterwards; empty without one.
    pub name: String,
    /// How it stands.
    pub standing: Standing,
    /// Where it lies afterwards.
    pub region: Option<RegionCode>,
    /// Its members present afterwards; `None` when the file erases the group.
    pub present: Option<usize>,
    /// Its households now; `None` when it is not here.
    pub was: Option<usize>,
    /// Its households afterwards; `None` when the file erases it.
    pub will: Option<usize>,
    /// The group's own fields that change.
    pub fields: Vec<FieldChange>,
    /// Members that change or are new.
    pub members: Vec<MemberPlan>,
    /// How many members are erased.
    pub erased: usize,
    /// Who of it may be here already.
    pub twins: Vec<Twin>,
}

/// Two that may be one: a member or the group itself, and another in the book or in the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Twin {
    /// The name here.
    pub name: String,
    /// The name of the other.
    pub other: String,
    /// The name of the other's group; `None` when the two are groups themselves.
    pub group: Option<String>,
}

impl Plan {
    /// Works out what taking in these records would do. Changes nothing. Each file holds whole homes: all that its sender had
    /// of a group.
    ///
    /// # Errors
    /// [`RecordError`] when an id of the file stands for another kind here.
    pub fn of(registry: &Registry, incoming: &[Record]) -> Result<Self, RecordError> {
        Ok(Self::telling(registry, &mut incoming.iter(), &mut |_, _| {})?.0)
    }

    /// The same, with the groups concerned as they would be; tells how many groups are compared, of how many.
    ///
    /// # Errors
    /// [`RecordError`] when an id of the file stands for another kind here.
    pub fn telling(
        registry: &Registry,
        incoming: &mut dyn Iterator<Item = &Record>,
        tell: &mut dyn FnMut(usize, usize),
    ) -> Result<(Self, Registry), RecordError> {
        // Most records come in one file only, and are not copied to be united with another.
        let mut theirs: BTreeMap<&str, Cow<Record>> = BTreeMap::new();
        let mut homes = BTreeSet::new();
        for record in incoming {
            homes.insert(Home::of(record));
            if let Some(own) = registry.record(record.id()) {
                if own.kind() != record.kind() {
                    return Err(RecordError::OtherKind);
                }
                homes.insert(Home::of(own));
            }
            match theirs.get_mut(record.id()) {
                Some(known) => drop(known.to_mut().unite(record.clone())?),
                None => drop(theirs.insert(record.id(), Cow::Borrowed(record))),
            }
        }
        let mut beside = registry.homes_of_same(theirs.values().map(Cow::as_ref));
        beside.retain(|home| !homes.contains(home));

        let own = homes.iter().chain(&beside).flat_map(|home| registry.records_at(*home));
        let both = own.chain(theirs.values().map(Cow::as_ref)).cloned();
        let mut scratch = Registry::of(registry.today(), both.collect());
        // A union can end one side of a conflict and so move a record to a group that neither copy showed it in.
        let further: Vec<Home> =
            scratch.homes().filter(|home| !homes.contains(home) && !beside.contains(home)).collect();
        for home in further {
            commands::take_in(&mut scratch, registry.records_at(home).cloned().collect())?;
            homes.insert(home);
        }

        let view = View { registry, scratch: &scratch, theirs: &theirs };
        let mut groups = Vec::new();
        let (mut before, mut after) = (Totals::of(registry.dossiers()), Totals::of(registry.dossiers()));
        for (done, home) in homes.iter().chain(&beside).enumerate() {
            tell(done, homes.len() + beside.len());
            let Home::Group(id) = home else { continue };
            let (old, new) = (registry.dossier(*id), scratch.dossier(*id));
            after.groups = after.groups + new.iter().count() - old.iter().count();
            after.households = after.households + new.map_or(0, |it| it.households) - old.map_or(0, |it| it.households);
            if old.is_some() || new.is_some() {
                let group = view.plan(*id, old, new);
                if homes.contains(home) || group.standing.brings() {
                    groups.push(group);
                }
            }
        }
        let changed = |record: &&Record| registry.record(record.id()) != Some(record);
        // An erase of a group that never was here belongs to no listed group, and must be taken in all the same.
        let is_listed = |home: &Home| match home {
            Home::Group(id) => registry.dossier(*id).is_some() || scratch.dossier(*id).is_some(),
            Home::Rest => false,
        };
        let unlisted = homes.iter().filter(|home| !is_listed(home));
        let others = unlisted.flat_map(|home| scratch.records_at(*home)).filter(changed).count();
        before.groups = registry.group_count();
        let groups = in_order(groups);
        Ok((Self { groups, others, before, after }, scratch))
    }

    /// Marks the groups that bring somebody who may be here already.
    pub fn suspect(&mut self, twins: impl Fn(Id) -> Vec<Twin>) {
        for group in self.groups.iter_mut().filter(|group| group.standing.brings()) {
            group.twins = twins(group.id);
            if !group.twins.is_empty() {
                group.standing = group.standing.min(Standing::Suspected);
            }
        }
        self.groups = in_order(std::mem::take(&mut self.groups));
    }

    /// How many groups stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.groups.iter().filter(|group| group.standing == standing).count()
    }

    /// Whether there is nothing new at all.
    pub fn is_empty(&self) -> bool {
        self.others == 0 && self.groups.iter().all(|group| !group.standing.brings())
    }
}

/// What needs an eye comes first, then by name.
fn in_order(groups: Vec<GroupPlan>) -> Vec<GroupPlan> {
    by_text(groups, |group| format!("{}{}", group.standing as u8, group.name))
}

/// The registry, what it would be, and what the files have.
struct View<'a> {
    registry: &'a Registry,
    scratch: &'a Registry,
    theirs: &'a BTreeMap<&'a str, Cow<'a, Record>>,
}

impl View<'_> {
    fn plan(&self, id: Id, old: Option<&Dossier>, new: Option<&Dossier>) -> GroupPlan {
        let home = Home::Group(id);
        let key = id.to_string();
        let same = self.registry.records_at(home).eq(self.scratch.records_at(home));
        let (mut fields, mut members) = (Vec::new(), Vec::new());
        if !same {
            fields = changes(self.registry.record(&key), self.scratch.record(&key));
            members = new.map(|dossier| member_plans(dossier, self.registry, self.scratch)).unwrap_or_default();
        }
        let kept = |id: Id| new.is_some_and(|dossier| dossier.member(id).is_some());
        // Who is the same as another is gone from the list, and not erased.
        let is_merged =
            |id: Id| self.scratch.record(&id.to_string()).is_some_and(|record| self.scratch.kept_for(record).is_some());
        let is_gone = |id: Id| !kept(id) && !is_merged(id);
        let erased = old.map_or(0, |dossier| dossier.members.iter().filter(|member| is_gone(member.id)).count());
        let conflicts = fields.iter().any(FieldChange::is_conflict)
            || members.iter().any(|member| member.fields.iter().any(FieldChange::is_conflict));
        // Whether the file has all of what there will be.
        let is_theirs = || {
            self.scratch.records_at(home).all(|record| self.theirs.get(record.id()).map(Cow::as_ref) == Some(record))
        };
        let standing = match old {
            _ if same && is_theirs() => Standing::Same,
            _ if same => Standing::NewerHere,
            // Of a group that is not here yet, too: two of the files may contradict each other.
            _ if conflicts => Standing::Conflict,
            Some(_) if erased > 0 || (new.is_none() && !is_merged(id)) => Standing::Erased,
            None => Standing::New,
            Some(_) if is_theirs() => Standing::NewerThere,
            Some(_) => Standing::Changed,
        };
        let value = new.or(old).map(|dossier| &dossier.group.value);
        GroupPlan {
            id,
            name: value.and_then(|group| group.name.as_ref()).map(FieldValue::text).unwrap_or_default(),
            standing,
            region: value.and_then(|group| group.region),
            present: new.map(|dossier| dossier.present),
            was: old.map(|dossier| dossier.households),
            will: new.map(|dossier| dossier.households),
            fields,
            members,
            erased,
            twins: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::Date;
    use crate::history::{Change, Device, Fields, Stamp};

    fn at(ms: u64) -> Stamp {
        Stamp::new(ms, 0, Device::from_random(1))
    }

    fn group(number: u64) -> Id {
        Id::v7(number, [0; 10])
    }

    fn of(registry: &mut Registry, records: Vec<Record>) -> Plan {
        let plan = Plan::of(registry, &records).unwrap();
        commands::take_in(registry, records).unwrap();
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
        assert_eq!(plan.groups[0].standing, Standing::Conflict);
        assert_eq!(plan.groups[0].fields.len(), 1);

        assert_eq!(of(&mut registry, vec![of_group(1, "Contoh Satu")]).groups[0].standing, Standing::New);
        let plan = of(&mut registry, vec![member(3, "Contoh Tiga"), member(4, "Contoh Empat")]);
        assert_eq!(plan.groups[0].standing, Standing::Conflict);
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
