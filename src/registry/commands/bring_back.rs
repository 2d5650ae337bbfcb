//! Brings back what a file erased.

use crate::domain::{FieldValue, Id};
use crate::history::{Change, Fields, Record, Stamp};
use crate::kinds::{Group, Member};
use crate::registry::{Registry, Touched};

/// Brings back these records, each as it was before it was erased and under another id, with all its changes. The erase itself
/// stays, here and everywhere, since no union may bring a value back. A member goes to the group as it was brought back, now
/// or before, else to the group it belonged to. `stamp` gives a new stamp at each call.
///
/// What has been brought back before, also elsewhere, and was erased since stays erased.
pub fn bring_back(registry: &mut Registry, erased: &[Record], stamp: &mut dyn FnMut() -> Stamp) -> Touched {
    let mut touched = Touched::default();
    // The group first: a member asks for it.
    let (groups, others): (Vec<&Record>, Vec<&Record>) = erased.iter().partition(|record| record.kind() == Group::KIND);
    for record in groups.into_iter().chain(others) {
        let Ok(id) = Id::parse(record.id()) else { continue };
        let mut record = record.named(id.brought_back().to_string());
        let group = record.value(Member::GROUP.key()).and_then(|value| Id::from_json(value).ok());
        if let Some(group) = group.filter(|_| record.kind() != Group::KIND) {
            let again = group.brought_back();
            let is_here = |record: &Record| !record.is_erased();
            let group = if registry.record(&again.to_string()).is_some_and(is_here) { again } else { group };
            let set = [(Member::GROUP.key(), group.to_json())];
            record.add(Change::set(stamp(), record.fold().heads, Fields::from(set)));
        }
        // An id of two kinds cannot be: it is made of one that had this kind.
        touched.extend(registry.unite(vec![record]).map(|(touched, _)| touched).unwrap_or_default());
    }
    touched
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::history::Device;
    use crate::registry::commands::{erase_group, erase_record, import};
    use crate::sample::{Sample, sample};

    fn registry() -> Registry {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        import(&mut registry, sample(Sample { groups: 1, members: 5, seed: 1 })).unwrap();
        registry
    }

    fn stamps(device: u32) -> impl FnMut() -> Stamp {
        let mut ms = 1_410_000_000_000;
        move || {
            ms += 10;
            Stamp::new(ms, 0, Device::from_random(device))
        }
    }

    fn records(registry: &Registry) -> Vec<Record> {
        registry.records().cloned().collect()
    }

    #[test]
    fn a_group_comes_back_with_its_members_and_their_values_and_history() {
        let mut registry = registry();
        let (before, was) = (records(&registry), registry.dossiers().next().unwrap().clone());
        erase_group(&mut registry, was.id, &mut stamps(7));
        assert_eq!(registry.group_count(), 0);
        let touched = bring_back(&mut registry, &before, &mut stamps(8));
        let again = registry.dossier(was.id.brought_back()).unwrap();
        assert_eq!(again.group.value, was.group.value);
        assert_eq!((again.present, again.households), (was.present, was.households));
        let values = |dossier: &crate::registry::Dossier| {
            dossier
                .members
                .iter()
                .map(|member| crate::kinds::Member { group: None, ..member.value.clone() })
                .collect::<Vec<_>>()
        };
        assert_eq!(values(again), values(&was));
        assert!(touched.gained().contains(&crate::registry::Aggregate::Group(again.id)));
        assert!(before.iter().all(|record| registry.record(record.id()).unwrap().is_erased()), "the erase stays");
    }

    #[test]
    fn a_member_comes_back_to_its_group() {
        let mut registry = registry();
        let dossier = registry.dossiers().next().unwrap();
        let (group, member) = (dossier.id, dossier.members[2].id);
        let record = registry.record(&member.to_string()).unwrap().clone();
        erase_record(&mut registry, member, stamps(7)());
        bring_back(&mut registry, &[record], &mut stamps(8));
        assert_eq!(registry.dossier(group).unwrap().present, 5);
    }

    #[test]
    fn two_who_bring_back_have_one_record_and_no_conflict() {
        let mut one = registry();
        let (before, group) = (records(&one), one.dossiers().next().unwrap().id);
        erase_group(&mut one, group, &mut stamps(7));
        let mut other = one.clone();
        bring_back(&mut one, &before, &mut stamps(8));
        bring_back(&mut other, &before, &mut stamps(9));
        import(&mut one, records(&other)).unwrap();
        import(&mut other, records(&one)).unwrap();
        assert_eq!(records(&one), records(&other));
        assert_eq!(one.group_count(), 1);
        assert_eq!(one.dossiers().next().unwrap().conflict_count(), 0);
        assert_eq!(one.dossiers().next().unwrap().present, 5);
    }

    #[test]
    fn who_was_deleted_for_good_after_that_does_not_come_back_again() {
        let mut registry = registry();
        let member = registry.dossiers().next().unwrap().members[2].id;
        let record = registry.record(&member.to_string()).unwrap().clone();
        erase_record(&mut registry, member, stamps(7)());
        bring_back(&mut registry, std::slice::from_ref(&record), &mut stamps(8));
        erase_record(&mut registry, member.brought_back(), stamps(9)());
        bring_back(&mut registry, &[record], &mut stamps(8));
        assert_eq!(registry.dossiers().next().unwrap().present, 4);
    }
}
