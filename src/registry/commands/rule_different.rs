//! Notes that two records that look like one are two.

use super::merge::rule;
use crate::domain::{FieldValue, Id, Verdict};
use crate::history::{Change, Stamp};
use crate::kinds::Member;
use crate::registry::{Registry, Touched};

/// Decides that two records are two persons, or two groups: they are not named together again, here and wherever the decision
/// arrives. Where they had been made one, the younger counts again.
pub fn rule_different(registry: &mut Registry, one: Id, other: Id, at: Stamp) -> Touched {
    let (one, other) = (one.min(other), one.max(other));
    let mut touched = Touched::default();
    let key = Member::SAME_AS.key();
    if let Some(record) = registry.record(&other.to_string()) {
        let (kind, fold) = (record.kind().to_owned(), record.fold());
        if fold.value(key) == Some(&one.to_json()) {
            let change = Change::set(at, fold.heads.clone(), [(key, serde_json::Value::Null)].into());
            touched.extend(registry.change(&kind, &other.to_string(), change));
        }
    }
    touched.extend(rule(registry, one, other, Verdict::Different, at));
    touched
}
