//! What taking a file in would change, shown before anything is taken.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::domain::{AnyField, FieldValue, Id};
use crate::history::{Record, RecordError};
use crate::order::by_text;
use crate::registry::{Dossier, Home, Registry, commands};

/// What a file would do to the registry.
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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Groups.
    pub groups: usize,
    /// Households.
    pub households: usize,
}

/// How a group of the file stands to the registry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// It is not here yet.
    New,
    /// Something of it is new here.
    Changed,
    /// Something of it is new here, and a field will have two values until a person decides.
    Conflict,
    /// The file has nothing new of it.
    Same,
}

/// What happens to one group.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupPlan {
    /// Its id.
    pub id: Id,
    /// Its name afterwards.
    pub name: String,
    /// How it stands.
    pub standing: Standing,
    /// The group afterwards; `None` when the file erases it.
    pub after: Option<Dossier>,
    /// The group's own fields that change.
    pub fields: Vec<FieldChange>,
    /// Members that change or are new.
    pub members: Vec<MemberPlan>,
    /// How many members are erased.
    pub erased: usize,
}

/// What happens to one member.
#[derive(Clone, Debug, PartialEq)]
pub struct MemberPlan {
    /// The name afterwards.
    pub name: String,
    /// Whether the member is not here yet.
    pub is_new: bool,
    /// The fields that change; none listed for a new member.
    pub fields: Vec<FieldChange>,
}

/// What happens to one field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange {
    /// The field.
    pub field: AnyField,
    /// Its value here.
    pub before: Option<Value>,
    /// Its value afterwards, when it does not conflict; else the values, the one shown first.
    pub after: Vec<Value>,
}

impl FieldChange {
    /// Whether it will have more than one value.
    pub fn is_conflict(&self) -> bool {
        self.after.len() > 1
    }
}

impl Plan {
    /// Works out what taking in these records would do. Changes nothing.
    ///
    /// # Errors
    /// [`RecordError`] when an id of the file stands for another kind here.
    pub fn of(registry: &Registry, incoming: &[Record]) -> Result<Self, RecordError> {
        let mut homes = BTreeSet::new();
        for record in incoming {
            homes.insert(Home::of(record));
            homes.extend(registry.record(record.id()).map(Home::of));
        }
        let mut beside = registry.homes_of_same(incoming);
        beside.retain(|home| !homes.contains(home));

        let mut scratch = Registry::new(registry.today());
        let own: Vec<Record> =
            homes.iter().chain(&beside).flat_map(|home| registry.records_at(*home)).cloned().collect();
        commands::take_in(&mut scratch, own)?;
        commands::take_in(&mut scratch, incoming.to_vec())?;
        // A union can end one side of a conflict and so move a record to a group that neither copy showed it in.
        let further: Vec<Home> =
            scratch.homes().filter(|home| !homes.contains(home) && !beside.contains(home)).collect();
        for home in further {
            commands::take_in(&mut scratch, registry.records_at(home).cloned().collect())?;
            homes.insert(home);
        }

        let mut groups = Vec::new();
        let (mut before, mut after) = (totals(registry.dossiers()), totals(registry.dossiers()));
        for home in homes.iter().chain(&beside) {
            let Home::Group(id) = home else { continue };
            let (old, new) = (registry.dossier(*id), scratch.dossier(*id));
            after.groups = after.groups + new.iter().count() - old.iter().count();
            after.households = after.households + new.map_or(0, |it| it.households) - old.map_or(0, |it| it.households);
            if old.is_some() || new.is_some() {
                let group = plan_group(*id, old, new, registry, &scratch);
                if homes.contains(home) || group.standing != Standing::Same {
                    groups.push(group);
                }
            }
        }
        let groups = by_text(groups, |group| format!("{}{}", rank(group.standing), group.name));
        let changed = |record: &&Record| registry.record(record.id()) != Some(record);
        // An erase of a group that never was here belongs to no listed group, and must be taken in all the same.
        let is_listed = |home: &Home| match home {
            Home::Group(id) => registry.dossier(*id).is_some() || scratch.dossier(*id).is_some(),
            Home::Rest => false,
        };
        let unlisted = homes.iter().filter(|home| !is_listed(home));
        let others = unlisted.flat_map(|home| scratch.records_at(*home)).filter(changed).count();
        before.groups = registry.group_count();
        Ok(Self { groups, others, before, after })
    }

    /// How many groups stand so.
    pub fn count(&self, standing: Standing) -> usize {
        self.groups.iter().filter(|group| group.standing == standing).count()
    }

    /// Whether the file has nothing new at all.
    pub fn is_empty(&self) -> bool {
        self.others == 0 && self.groups.iter().all(|group| group.standing == Standing::Same)
    }
}

/// What needs an eye comes first.
fn rank(standing: Standing) -> u8 {
    match standing {
        Standing::Conflict => 0,
        Standing::Changed => 1,
        Standing::New => 2,
        Standing::Same => 3,
    }
}

fn totals<'a>(dossiers: impl Iterator<Item = &'a Dossier>) -> Totals {
    dossiers.fold(Totals::default(), |sum, dossier| Totals {
        groups: sum.groups + 1,
        households: sum.households + dossier.households,
    })
}

fn plan_group(
    id: Id,
    old: Option<&Dossier>,
    new: Option<&Dossier>,
    registry: &Registry,
    scratch: &Registry,
) -> GroupPlan {
    let records = |book: &Registry| book.records_at(Home::Group(id)).cloned().collect::<Vec<_>>();
    let (was, will) = (records(registry), records(scratch));
    let same = was == will;
    let fields = if old.is_some() {
        changes(registry.record(&id.to_string()), scratch.record(&id.to_string()))
    } else {
        Vec::new()
    };
    let mut members = Vec::new();
    if !same {
        for member in new.into_iter().flat_map(|dossier| &dossier.members) {
            let key = member.id.to_string();
            let known = registry.record(&key);
            let fields = known.map_or_else(Vec::new, |known| changes(Some(known), scratch.record(&key)));
            if known.is_none() || !fields.is_empty() {
                let name = member.value.name.as_ref().map(FieldValue::text).unwrap_or_default();
                members.push(MemberPlan { name, is_new: known.is_none(), fields });
            }
        }
    }
    let kept = |id: Id| new.is_some_and(|dossier| dossier.member(id).is_some());
    let is_merged = |id: Id| scratch.record(&id.to_string()).is_some_and(|record| scratch.kept_for(record).is_some());
    let is_gone = |id: Id| !kept(id) && !is_merged(id);
    let erased = old.map_or(0, |dossier| dossier.members.iter().filter(|member| is_gone(member.id)).count());
    let conflicts = fields.iter().any(FieldChange::is_conflict)
        || members.iter().any(|member| member.fields.iter().any(FieldChange::is_conflict));
    let standing = match (old, same) {
        (_, true) => Standing::Same,
        (None, _) => Standing::New,
        (Some(_), false) if conflicts => Standing::Conflict,
        (Some(_), false) => Standing::Changed,
    };
    let name =
        new.or(old).and_then(|dossier| dossier.group.value.name.as_ref()).map(FieldValue::text).unwrap_or_default();
    GroupPlan { id, name, standing, after: new.cloned(), fields, members, erased }
}

/// The fields of a record that read differently afterwards, in the order of the form.
fn changes(old: Option<&Record>, new: Option<&Record>) -> Vec<FieldChange> {
    let (Some(old), Some(new)) = (old, new) else { return Vec::new() };
    let (was, will) = (old.fold(), new.fold());
    let mut found = Vec::new();
    for field in AnyField::all_of(new.kind()) {
        let key = field.key();
        let (before, shown) = (was.value(key), will.value(key));
        let disputed = will.conflict(key);
        if disputed.is_some() && disputed == was.conflict(key)
            || disputed.is_none() && before == shown && was.conflict(key).is_none()
        {
            continue;
        }
        let after = disputed.map_or_else(
            || shown.into_iter().cloned().collect(),
            |conflict| conflict.values.iter().map(|(_, value)| (*value).clone()).collect(),
        );
        found.push(FieldChange { field, before: before.cloned(), after });
    }
    found
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
            plan.groups.iter().filter(|plan| plan.after.is_some()).map(|plan| plan.id).collect::<Vec<_>>(),
            [group(2)]
        );
    }
}
