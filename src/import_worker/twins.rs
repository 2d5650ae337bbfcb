//! Who of a file may be in the book already, under another record.

use std::collections::BTreeMap;

use crate::domain::{FieldValue, Id, Verdict};
use crate::duplicates::{Subject, find_among};
use crate::exchange::Twin;
use crate::registry::{Aggregate, Dossier, Registry};

/// The new pairs that taking in would make, by group: `scratch` holds the groups concerned as they would be. A pair of two
/// records that are here already is none of the file's.
pub(super) fn twins(registry: &Registry, scratch: &Registry) -> BTreeMap<Id, Vec<Twin>> {
    let elsewhere =
        registry.dossiers().filter(|dossier| scratch.records_at(Aggregate::Group(dossier.id)).next().is_none());
    let dossiers: Vec<&Dossier> = elsewhere.chain(scratch.dossiers()).collect();
    let is_ruled =
        |one, other| [registry, scratch].iter().any(|book| book.verdict(one, other) == Some(Verdict::Different));
    let is_here = |subject: &Subject| registry.record(&subject.id().to_string()).is_some();
    let dossier = |id: Id| scratch.dossier(id).or_else(|| registry.dossier(id));
    let mut twins: BTreeMap<Id, Vec<Twin>> = BTreeMap::new();
    for pair in find_among(&dossiers, registry.today(), &is_ruled, &mut |_, _| {}) {
        if is_here(&pair.older) && is_here(&pair.younger) {
            continue;
        }
        for (one, other) in [(&pair.older, &pair.younger), (&pair.younger, &pair.older)] {
            let Some((own, theirs)) = dossier(one.group).zip(dossier(other.group)) else { continue };
            let group = other.member.map(|_| group_name(theirs));
            let twin = Twin { name: name(own, one), other: name(theirs, other), group };
            twins.entry(one.group).or_default().push(twin);
        }
    }
    twins
}

fn name(dossier: &Dossier, subject: &Subject) -> String {
    let member = subject.member.and_then(|id| dossier.member(id));
    member.map_or_else(|| group_name(dossier), |member| text(member.value.name.as_ref()))
}

fn group_name(dossier: &Dossier) -> String {
    text(dossier.group.value.name.as_ref())
}

fn text<T: FieldValue>(value: Option<&T>) -> String {
    value.map(FieldValue::text).unwrap_or_default()
}
