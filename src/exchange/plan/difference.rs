//! What becomes of each field and each member.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::{FieldValue, Id, PersonName};
use crate::history::{Fold, Record};
use crate::kinds::{FieldRef, Flag, GROUP_KEY, KindId, Member, ValueType};
use crate::registry::{Dossier, Other, Registry};

/// What happens to one member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MemberPlan {
    /// The name afterwards.
    pub name: String,
    /// Whether the member is not here yet.
    pub is_new: bool,
    /// The fields that change; for a new member only those in conflict, when several files bring one member.
    pub fields: Vec<FieldChange>,
}

/// A record of a kind that is neither a group nor a member, by what tells it from others of its kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedRecord {
    /// Its kind.
    pub kind: KindId,
    /// The values of the fields that its kind is told by, as far as it has them.
    pub title: Vec<(FieldRef, Value)>,
}

impl NamedRecord {
    pub(super) fn of(other: &Other) -> Self {
        let value = |field: &FieldRef| other.value(field.key()).map(|value| (*field, value.clone()));
        Self { kind: other.kind, title: other.kind.row().title.iter().filter_map(value).collect() }
    }
}

/// What happens to such a record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordPlan {
    /// Which it is, as it is told afterwards.
    pub record: NamedRecord,
    /// Whether it is not here yet.
    pub is_new: bool,
    /// The fields that change; of a new one only those in conflict.
    pub fields: Vec<FieldChange>,
}

/// What happens to one field. A value that is an id is told by the name of what it stands for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field.
    pub field: FieldRef,
    /// Its value here, the one shown of several.
    pub before: Option<Value>,
    /// Its values here where it will conflict.
    pub here: Vec<Value>,
    /// Its value afterwards, when it does not conflict; else the values, the one shown first.
    pub after: Vec<Value>,
}

impl FieldChange {
    /// Whether it will have more than one value.
    pub fn is_conflict(&self) -> bool {
        self.after.len() > 1
    }

    /// Whether one of its values after is here already; else it is the files'.
    pub fn is_here(&self, value: &Value) -> bool {
        self.here.contains(value)
    }

    /// Whether it says to which group a record belongs.
    pub fn is_move(&self) -> bool {
        self.field.key() == GROUP_KEY && stands_for_another(self.field)
    }

    /// Whether it says what the record is the same as.
    pub fn is_same_as(&self) -> bool {
        !self.is_move() && stands_for_another(self.field)
    }
}

/// The members of a group that are new or read differently afterwards.
pub(super) fn member_plans(
    after: &Dossier,
    registry: &Registry,
    scratch: &Registry,
    group_name: &dyn Fn(Id) -> String,
) -> Vec<MemberPlan> {
    let name_of = |id: Id| {
        let record = scratch.record(&id.to_string()).or_else(|| registry.record(&id.to_string()));
        record.filter(|record| record.kind() == Member::KIND).map_or_else(|| group_name(id), name_in)
    };
    let mut plans = Vec::new();
    for member in &after.members {
        let key = member.id.to_string();
        let known = registry.record(&key);
        let fields = changes(known, scratch.record(&key), &name_of);
        if known.is_none() || !fields.is_empty() {
            let name = member.value.name.as_ref().map(FieldValue::text).unwrap_or_default();
            plans.push(MemberPlan { name, is_new: known.is_none(), fields });
        }
    }
    plans
}

/// The other records of a group that are new or read differently afterwards.
pub(super) fn record_plans(
    after: &Dossier,
    registry: &Registry,
    scratch: &Registry,
    name_of: &dyn Fn(Id) -> String,
) -> Vec<RecordPlan> {
    let mut plans = Vec::new();
    for other in &after.others {
        let key = other.id.to_string();
        let known = registry.record(&key);
        let fields = changes(known, scratch.record(&key), name_of);
        if known.is_none() || !fields.is_empty() {
            plans.push(RecordPlan { record: NamedRecord::of(&other.value), is_new: known.is_none(), fields });
        }
    }
    plans
}

/// The fields of a record that read differently afterwards, in the order of the form; of one that is not here yet those in
/// conflict, since the rest is all new.
pub(super) fn changes(old: Option<&Record>, new: Option<&Record>, name_of: &dyn Fn(Id) -> String) -> Vec<FieldChange> {
    let Some(new) = new else { return Vec::new() };
    let (was, will) = (old.map(Record::fold).unwrap_or_default(), new.fold());
    if old.is_none() && will.conflicts.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for field in FieldRef::all_of(new.kind()) {
        let key = field.key();
        let (before, shown) = (was.value(key), will.value(key));
        let disputed = will.conflict(key);
        let is_as_before = before == shown && was.conflict(key).is_none();
        if disputed.is_some() && disputed == was.conflict(key) || disputed.is_none() && (old.is_none() || is_as_before)
        {
            continue;
        }
        let after: Vec<Value> = disputed.map_or_else(|| shown.into_iter().cloned().collect(), |_| values(&will, key));
        let told = |value: Value| match Id::from_json(&value) {
            Ok(id) if stands_for_another(field) => name_of(id).into(),
            _ => value,
        };
        let here = disputed.map(|_| values(&was, key)).unwrap_or_default().into_iter().map(told).collect();
        let after = after.into_iter().map(told).collect();
        found.push(FieldChange { field, before: before.cloned().map(told), here, after });
    }
    found
}

/// All values of a field, the one shown first.
fn values(fold: &Fold<'_>, key: &str) -> Vec<Value> {
    match fold.conflict(key) {
        Some(conflict) => conflict.values.iter().map(|(_, value)| (*value).clone()).collect(),
        // One that was emptied counts, too.
        None => fold.fields.iter().filter(|shown| shown.field == key).map(|shown| shown.value.clone()).collect(),
    }
}

/// Whether the values of a field are ids.
fn stands_for_another(field: FieldRef) -> bool {
    matches!(field.value_type(), ValueType::Id) && field.is(Flag::Hidden)
}

fn name_in(record: &Record) -> String {
    let name = record.value(Member::NAME.key()).and_then(|value| PersonName::from_json(value).ok());
    name.map(|name| name.text()).unwrap_or_default()
}
