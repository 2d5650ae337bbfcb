//! Two records side by side, field by field.

use serde_json::Value;

use crate::domain::{FieldValue, Id};
use crate::kinds::{FieldRef, Group, Member};
use crate::registry::Registry;

/// A field of two records.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The field.
    pub field: FieldRef,
    /// What the older record has.
    pub older: Option<Value>,
    /// What the younger one has.
    pub younger: Option<Value>,
    /// Whether the younger one's value is the better guess: the only one, or the one that was typed later.
    pub prefers_younger: bool,
}

impl Row {
    /// Whether a person has to choose.
    pub fn differs(&self) -> bool {
        self.older != self.younger
    }
}

/// Two records of one kind, side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The one with the lesser id, which counts if they are made one.
    pub older: Id,
    /// The other.
    pub younger: Id,
    /// The groups of two members; `None` of two groups.
    pub groups: Option<[Id; 2]>,
    /// The fields that either has, in the order of a form.
    pub rows: Vec<Row>,
}

/// Puts two records side by side; `None` when one is not here, is erased, or is of another kind.
pub fn compare(registry: &Registry, one: Id, other: Id) -> Option<Comparison> {
    let (older, younger) = (one.min(other), one.max(other));
    let live = |id: Id| registry.record(&id.to_string()).filter(|record| !record.is_erased());
    let (first, second) = (live(older)?, live(younger).filter(|_| older != younger)?);
    if first.kind() != second.kind() {
        return None;
    }
    let (own, theirs) = (first.fold(), second.fold());
    macro_rules! set_at {
        ($fold:expr, $key:expr) => {
            $fold.fields.iter().find(|shown| shown.field == $key).map(|shown| shown.at)
        };
    }
    let mut rows = Vec::new();
    for field in FieldRef::all_of(first.kind()) {
        let key = field.key();
        let (older, younger) = (own.value(key).cloned(), theirs.value(key).cloned());
        let is_own = matches!(field, Group::SAME_AS | Member::SAME_AS);
        if is_own || (older.is_none() && younger.is_none()) {
            continue;
        }
        let later = younger.is_some() && set_at!(theirs, key) > set_at!(own, key);
        let prefers_younger = older.is_none() || later;
        rows.push(Row { field, older, younger, prefers_younger });
    }
    let group = |value: Option<&Value>| value.and_then(|value| Id::from_json(value).ok());
    let key = Member::GROUP.key();
    let groups = group(own.value(key)).zip(group(theirs.value(key))).map(|(one, other)| [one, other]);
    Some(Comparison { older, younger, groups, rows })
}
