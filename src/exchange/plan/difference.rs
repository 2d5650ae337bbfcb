//! What becomes of each field and each member.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::{AnyField, FieldValue};
use crate::history::Record;
use crate::registry::{Dossier, Registry};

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

/// What happens to one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
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

/// The members of a group that are new or read differently afterwards.
pub(super) fn member_plans(after: &Dossier, registry: &Registry, scratch: &Registry) -> Vec<MemberPlan> {
    let mut plans = Vec::new();
    for member in &after.members {
        let key = member.id.to_string();
        let known = registry.record(&key);
        let fields = changes(known, scratch.record(&key));
        if known.is_none() || !fields.is_empty() {
            let name = member.value.name.as_ref().map(FieldValue::text).unwrap_or_default();
            plans.push(MemberPlan { name, is_new: known.is_none(), fields });
        }
    }
    plans
}

/// The fields of a record that read differently afterwards, in the order of the form; of one that is not here yet those in
/// conflict, since the rest is all new.
pub(super) fn changes(old: Option<&Record>, new: Option<&Record>) -> Vec<FieldChange> {
    let Some(new) = new else { return Vec::new() };
    let (was, will) = (old.map(Record::fold).unwrap_or_default(), new.fold());
    if old.is_none() && will.conflicts.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for field in AnyField::all_of(new.kind()) {
        let key = field.key();
        let (before, shown) = (was.value(key), will.value(key));
        let disputed = will.conflict(key);
        let is_as_before = before == shown && was.conflict(key).is_none();
        if disputed.is_some() && disputed == was.conflict(key) || disputed.is_none() && (old.is_none() || is_as_before)
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
