//! Takes back what was taken in.

use std::collections::BTreeSet;

use super::take_in::{Replaced, Undo};
use crate::domain::{Field, GroupField};
use crate::registry::{Home, Registry, Touched};

/// What taking back did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// What has to be saved.
    pub touched: Touched,
    /// Records that were left as they are, because they were changed after the import.
    pub kept: usize,
}

/// Puts every record back to what it was before [`take_in`](super::take_in()). A record that has been changed since stays as
/// it is: undoing must not lose what somebody typed.
pub fn take_back(registry: &mut Registry, undo: Undo) -> TakenBack {
    let all = undo.records.len();
    let is_untouched = |replaced: &Replaced| {
        let now = registry.record(&replaced.id).map(|record| record.changes().iter().map(|change| change.at));
        now.is_some_and(|now| now.eq(replaced.after.iter().copied()))
    };
    let mut going: Vec<Replaced> = undo.records.into_iter().filter(is_untouched).collect();
    let mut leaving = BTreeSet::new();
    leaving.extend(going.iter().map(|replaced| replaced.id.clone()));
    // A group that somebody has added a member to since stays: else the member would belong to nothing.
    going.retain(|replaced| {
        let record = registry.record(&replaced.id).filter(|record| record.kind() == GroupField::KIND);
        let Some(group) = record.filter(|_| replaced.before.is_none()) else { return true };
        let goes_or_was_there = |id: &str| leaving.contains(id) || replaced.company.iter().any(|other| other == id);
        registry.records_at(Home::of(group)).all(|record| goes_or_was_there(record.id()))
    });
    let kept = all - going.len();
    let touched = registry.replace(going.into_iter().map(|replaced| (replaced.id, replaced.before)).collect());
    TakenBack { touched, kept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, FieldValue, MemberField};
    use crate::history::{Device, Stamp};
    use crate::registry::commands::{save, take_in};
    use crate::sample::{Sample, sample};

    #[test]
    fn a_group_that_a_member_was_added_to_since_stays() {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        let (_, undo) = take_in(&mut registry, sample(Sample { groups: 1, members: 5, seed: 1 })).unwrap();
        let group = registry.dossiers().next().unwrap().id;
        let set = [("group".to_owned(), group.to_json()), ("name".to_owned(), "Contoh Enam".into())].into();
        let at = Stamp::new(1_410_000_000_000, 0, Device::from_random(7));
        save(&mut registry, MemberField::KIND, crate::domain::Id::v7(9, [9; 10]), at, &[], set);
        assert_eq!(take_back(&mut registry, undo).kept, 1);
        let dossier = registry.dossier(group).unwrap();
        assert!(dossier.group.value.name.is_some());
        assert_eq!(dossier.members.len(), 1);
    }
}
