//! Makes two records one: the same person, or the same group.

use crate::domain::{FieldValue, Id, Verdict};
use crate::history::{Change, Fields, Record, Stamp};
use crate::kinds::{Group, Member, Recap, Ruling};
use crate::registry::{Aggregate, Registry, Touched};

/// Decides that two records are the same person or the same group. The older, by id, counts from now on; the younger keeps its
/// history and counts nowhere. `set` is what was chosen for the one that counts, its group among it where that is another.
///
/// What belongs to a merged group moves to the one that counts, but for what was counted of it. Records of two kinds, or one that is not here, are left as they are;
/// what is decided already is not decided again.
pub fn merge(registry: &mut Registry, one: Id, other: Id, set: Fields, at: Stamp) -> Touched {
    let (kept, merged) = (one.min(other), one.max(other));
    let live = |id: Id| registry.record(&id.to_string()).filter(|record| !record.is_erased()).map(Record::kind);
    let mut touched = Touched::default();
    let kind = match (live(kept), live(merged)) {
        (Some(kind), Some(same)) if kind == same && kept != merged => kind.to_owned(),
        _ => return touched,
    };
    touched.extend(put(registry, &kept.to_string(), set, at));
    let same_as = [(Member::SAME_AS.key(), kept.to_json())].into();
    if kind == Group::KIND {
        let there = registry.records_at(Aggregate::Group(merged)).filter(|record| !record.is_erased());
        let moving = there.filter(|record| ![Group::KIND, Recap::KIND].contains(&record.kind()));
        for id in moving.map(|record| record.id().to_owned()).collect::<Vec<_>>() {
            touched.extend(put(registry, &id, [(Member::GROUP.key(), kept.to_json())].into(), at));
        }
    }
    touched.extend(put(registry, &merged.to_string(), same_as, at));
    touched.extend(rule(registry, kept, merged, Verdict::Same, at));
    touched
}

/// Decides about two records, `one` the lesser by id, unless the same is decided already.
pub(super) fn rule(registry: &mut Registry, one: Id, other: Id, verdict: Verdict, at: Stamp) -> Touched {
    if registry.verdict(one, other) == Some(verdict) {
        return Touched::default();
    }
    let id = Id::of_pair(one, other);
    let heads = registry.record(&id.to_string()).map(|record| record.fold().heads).unwrap_or_default();
    let set = [
        (Ruling::ONE.key(), one.to_json()),
        (Ruling::OTHER.key(), other.to_json()),
        (Ruling::VERDICT.key(), verdict.to_json()),
    ];
    registry.change(Ruling::KIND, &id.to_string(), Change::set(at, heads, set.into()))
}

/// Sets those fields of a record that read otherwise or are in conflict, on top of all there is.
fn put(registry: &mut Registry, id: &str, set: Fields, at: Stamp) -> Touched {
    let Some(record) = registry.record(id) else { return Touched::default() };
    let (kind, fold) = (record.kind().to_owned(), record.fold());
    let differs = |key: &str, value: &serde_json::Value| {
        fold.value(key) != Some(value).filter(|value| !value.is_null()) || fold.conflict(key).is_some()
    };
    let set: Fields = set.into_iter().filter(|(key, value)| differs(key, value)).collect();
    if set.is_empty() {
        return Touched::default();
    }
    let heads = fold.heads.clone();
    registry.change(&kind, id, Change::set(at, heads, set))
}
