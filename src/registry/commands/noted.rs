//! Notes what an act changes, so that it can be taken back as a file can.

use std::collections::{BTreeMap, BTreeSet};

use super::import::{Held, Undo};
use crate::domain::{FieldValue, Id};
use crate::history::Record;
use crate::kinds::Group;
use crate::registry::{Aggregate, Registry, Touched};

/// Does what changes these records and no others, and answers what takes it back ([`Imports::of`](super::Imports::of)).
///
/// An act is taken back as if it had never been: an edit, an addition, also a deletion. Where it has gone on to others, it comes
/// back from them.
pub fn noted(registry: &mut Registry, ids: &[String], act: impl FnOnce(&mut Registry) -> Touched) -> (Touched, Undo) {
    let before: Vec<Option<Record>> = ids.iter().map(|id| registry.record(id).cloned()).collect();
    let touched = act(registry);
    let mut held = BTreeMap::new();
    for (id, before) in ids.iter().zip(before) {
        let Some(now) = registry.record(id) else { continue };
        let Some(file) = now.beyond(&before.iter().collect::<Vec<_>>()) else { continue };
        let company = if before.is_none() && now.kind() == Group::KIND {
            let there = registry.records_at(Aggregate::of(now)).map(Record::id);
            there.filter(|other| !ids.iter().any(|id| id == other)).map(str::to_owned).collect()
        } else {
            Vec::new()
        };
        held.insert(id.clone(), Held { file, before, is_changed: true, company });
    }
    (touched, Undo { held })
}

/// The ids of all records that erasing a group, or another record, erases.
pub fn erased_with(registry: &Registry, id: Id) -> Vec<String> {
    let there = registry.records_at(Aggregate::Group(id)).map(|record| record.id().to_owned());
    let mut ids: BTreeSet<String> = there.chain([id.to_string()]).collect();
    let merged = ids.iter().filter_map(|id| Id::parse(id).ok()).flat_map(|id| registry.merged_into(id));
    let merged: Vec<String> = merged.map(|record| record.id().to_owned()).collect();
    ids.extend(merged);
    ids.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::history::{Device, Fields, Stamp};
    use crate::kinds::Member;
    use crate::registry::commands::{Imports, erase_group, erase_record, import, save, undo_import};
    use crate::sample::{Sample, sample};

    fn book() -> Registry {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        import(&mut registry, sample(Sample { groups: 2, members: 10, seed: 1 })).unwrap();
        registry
    }

    fn stamp(ms: u64) -> Stamp {
        Stamp::new(1_410_000_000_000 + ms, 0, Device::from_random(7))
    }

    fn records(registry: &Registry) -> Vec<Record> {
        registry.records().cloned().collect()
    }

    fn named(name: &str) -> Fields {
        [("name".to_owned(), name.into())].into()
    }

    /// Takes it back, and answers how much was left as it is.
    fn take_back(registry: &mut Registry, undo: Undo) -> usize {
        undo_import(registry, &mut Imports::of((), undo), 0).kept
    }

    #[test]
    fn an_edit_an_addition_and_a_deletion_are_as_if_they_had_never_been() {
        let mut registry = book();
        let before = records(&registry);
        let dossier = registry.dossiers().next().unwrap();
        let (group, member, new) = (dossier.id, dossier.members[1].id, Id::v7(5, [5; 10]));
        let heads = registry.record(&member.to_string()).unwrap().fold().heads;

        let (touched, undo) = noted(&mut registry, &[member.to_string()], |registry| {
            save(registry, Member::KIND, member, stamp(1), &heads, named("Lain"))
        });
        assert!(!touched.is_empty() && records(&registry) != before);
        assert_eq!((take_back(&mut registry, undo), records(&registry)), (0, before.clone()));

        let (_, undo) = noted(&mut registry, &[new.to_string()], |registry| {
            let set = Fields::from([("name".to_owned(), "Baru".into()), ("group".to_owned(), group.to_json())]);
            save(registry, Member::KIND, new, stamp(2), &[], set)
        });
        assert_eq!(registry.dossier(group).unwrap().members.len(), 6);
        assert_eq!((take_back(&mut registry, undo), records(&registry)), (0, before.clone()));

        let ids = erased_with(&registry, member);
        let (_, undo) = noted(&mut registry, &ids, |registry| erase_record(registry, member, stamp(3)));
        assert_eq!(registry.dossier(group).unwrap().members.len(), 4);
        assert_eq!((take_back(&mut registry, undo), records(&registry)), (0, before.clone()));

        let mut ms = 3;
        let ids = erased_with(&registry, group);
        let (_, undo) = noted(&mut registry, &ids, |registry| {
            erase_group(registry, group, &mut || {
                ms += 1;
                stamp(ms)
            })
        });
        assert_eq!(registry.group_count(), 1);
        assert_eq!((take_back(&mut registry, undo), records(&registry)), (0, before));
    }

    #[test]
    fn what_somebody_went_on_from_stays() {
        let mut registry = book();
        let member = registry.dossiers().next().unwrap().members[1].id;
        let id = member.to_string();
        let heads = registry.record(&id).unwrap().fold().heads;
        let (_, undo) = noted(&mut registry, &[id], |registry| {
            save(registry, Member::KIND, member, stamp(1), &heads, named("Lain"))
        });
        save(&mut registry, Member::KIND, member, stamp(2), &[stamp(1)], named("Lain lagi"));
        let now = records(&registry);
        assert_eq!((take_back(&mut registry, undo), records(&registry)), (1, now));
    }
}
