//! What taking a file in would change, shown before anything is taken.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::domain::{Field, FieldValue, GroupField, Id, MemberField};
use crate::history::{Record, RecordError};
use crate::registry::{Dossier, Home, Registry, commands};

/// What a file would do to the registry.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Every group of the file.
    pub groups: Vec<GroupPlan>,
    /// Records of no group that are new or changed.
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
    pub fields: Vec<FieldChange<GroupField>>,
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
    pub fields: Vec<FieldChange<MemberField>>,
}

/// What happens to one field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldChange<F> {
    /// The field.
    pub field: F,
    /// Its value here.
    pub before: Option<Value>,
    /// Its value afterwards, when it does not conflict; else the values, the one shown first.
    pub after: Vec<Value>,
}

impl<F> FieldChange<F> {
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
        let mut homes: BTreeSet<Home> = incoming.iter().map(Home::of).collect();
        homes.extend(incoming.iter().filter_map(|record| registry.record(record.id())).map(Home::of));

        let mut scratch = Registry::new(registry.today());
        let own: Vec<Record> = homes.iter().flat_map(|home| registry.records_at(*home)).cloned().collect();
        commands::take_in(&mut scratch, own)?;
        commands::take_in(&mut scratch, incoming.to_vec())?;

        let mut groups = Vec::new();
        let (mut before, mut after) = (totals(registry.dossiers()), totals(registry.dossiers()));
        for home in &homes {
            let Home::Group(id) = home else { continue };
            let (old, new) = (registry.dossier(*id), scratch.dossier(*id));
            after.groups = after.groups + new.iter().count() - old.iter().count();
            after.households = after.households + new.map_or(0, |it| it.households) - old.map_or(0, |it| it.households);
            if old.is_some() || new.is_some() {
                groups.push(plan_group(*id, old, new, registry, &scratch));
            }
        }
        groups.sort_by(|one, other| (rank(one.standing), &one.name).cmp(&(rank(other.standing), &other.name)));
        let changed = |record: &&Record| registry.record(record.id()) != Some(record);
        let others = scratch.records_at(Home::Rest).filter(changed).count();
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
    let erased = old.map_or(0, |dossier| dossier.members.iter().filter(|member| !kept(member.id)).count());
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
fn changes<F: Field>(old: Option<&Record>, new: Option<&Record>) -> Vec<FieldChange<F>> {
    let (Some(old), Some(new)) = (old, new) else { return Vec::new() };
    let (was, will) = (old.fold(), new.fold());
    let mut found = Vec::new();
    for field in F::all() {
        let key = field.key();
        let (before, shown) = (was.value(key), will.value(key));
        let disputed = will.conflicts.get(key);
        if disputed.is_some() && disputed == was.conflicts.get(key)
            || disputed.is_none() && before == shown && !was.conflicts.contains_key(key)
        {
            continue;
        }
        let after = disputed.map_or_else(
            || shown.into_iter().cloned().collect(),
            |conflict| conflict.values.iter().map(|(_, value)| (*value).clone()).collect(),
        );
        found.push(FieldChange { field: *field, before: before.cloned(), after });
    }
    found
}
