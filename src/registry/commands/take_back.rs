//! Takes back what was taken in.

use std::collections::BTreeSet;

use super::take_in::{Replaced, Undo};
use crate::domain::{Field, GroupField};
use crate::history::{Record, Stamp};
use crate::registry::{Home, Registry, Touched};

/// What taking back did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenBack {
    /// What has to be saved.
    pub touched: Touched,
    /// Records that were left as they are, because they were changed after the import.
    pub kept: usize,
}

/// Takes out again what one file brought ([`take_in`](super::take_in())), and leaves what `later` files, which were taken in
/// after it, brought or hold, too. A record in which somebody has typed since stays as it is: undoing must not lose that.
///
/// The later files are noted to have been taken in without this one. What it brought and one of them holds too stays, and is nobody's to
/// take back from then on: a later file that brought nothing of it does not take it out.
pub fn take_back(registry: &mut Registry, undo: Undo, later: &mut [Undo]) -> TakenBack {
    let mut kept = 0;
    let mut going: Vec<(Replaced, Option<Record>, BTreeSet<Stamp>)> = Vec::new();
    for replaced in undo.records {
        let Some(now) = registry.record(&replaced.id) else { continue };
        let removed = brought_alone(&replaced, later);
        let becomes = without(now, &replaced, &removed, later);
        if becomes.as_ref() == Some(now) {
            continue;
        }
        if is_typed_in(now, &replaced, later) {
            kept += 1;
        } else {
            going.push((replaced, becomes, removed));
        }
    }
    let mut leaving = BTreeSet::new();
    for (replaced, becomes, _) in &going {
        if becomes.as_ref().map(Home::of) != registry.record(&replaced.id).map(Home::of) {
            leaving.insert(replaced.id.clone());
        }
    }
    let all = going.len();
    // A group that somebody has added a member to since stays: else the member would belong to nothing.
    going.retain(|(replaced, becomes, _)| {
        let record = registry.record(&replaced.id).filter(|record| record.kind() == GroupField::KIND);
        let Some(group) = record.filter(|_| becomes.is_none()) else { return true };
        let goes_or_was_there = |id: &str| leaving.contains(id) || replaced.company.iter().any(|other| other == id);
        registry.records_at(Home::of(group)).all(|record| goes_or_was_there(record.id()))
    });
    kept += all - going.len();
    for later in later {
        for (replaced, _, removed) in &going {
            later.forget(&replaced.id, removed);
        }
    }
    let records = going.into_iter().map(|(replaced, becomes, _)| (replaced.id, becomes)).collect();
    TakenBack { touched: registry.replace(records), kept }
}

/// The changes of a record that came with this file, and with no later one.
fn brought_alone(replaced: &Replaced, later: &[Undo]) -> BTreeSet<Stamp> {
    let came_again = |at: &Stamp| later.iter().any(|later| later.holds(&replaced.id, *at));
    let mut alone = BTreeSet::new();
    alone.extend(replaced.brought.iter().filter(|at| !came_again(at)).copied());
    alone
}

/// Whether the record has a change that came with no file since.
fn is_typed_in(now: &Record, replaced: &Replaced, later: &[Undo]) -> bool {
    let stamps = now.changes().iter().map(|change| change.at);
    let mut others = stamps.filter(|at| !replaced.after.contains(at));
    others.any(|at| !later.iter().any(|later| later.holds(&replaced.id, at)))
}

/// The record as it would be had this file never come.
fn without(now: &Record, replaced: &Replaced, removed: &BTreeSet<Stamp>, later: &[Undo]) -> Option<Record> {
    if !later.iter().any(|later| later.held.contains_key(&replaced.id)) {
        return replaced.before.clone();
    }
    let lost = later.iter().flat_map(|later| &later.lost).filter(|record| record.id() == replaced.id);
    let parts = [replaced.before.clone(), now.clone().without(removed)].into_iter().flatten();
    parts.chain(lost.cloned()).reduce(|mut sum, part| {
        // Copies of one record have one kind, so that this is never refused.
        let _ = sum.unite(part);
        sum
    })
}

impl Undo {
    fn holds(&self, id: &str, at: Stamp) -> bool {
        self.held.get(id).is_some_and(|stamps| stamps.contains(&at))
    }

    /// Notes that these changes were not here after all when this file was taken in.
    fn forget(&mut self, id: &str, removed: &BTreeSet<Stamp>) {
        for replaced in self.records.iter_mut().filter(|replaced| replaced.id == id) {
            replaced.before = replaced.before.take().and_then(|before| before.without(removed));
            replaced.after.retain(|at| !removed.contains(at));
            replaced.brought.retain(|at| !removed.contains(at));
        }
    }
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
        assert_eq!(take_back(&mut registry, undo, &mut []).kept, 1);
        let dossier = registry.dossier(group).unwrap();
        assert!(dossier.group.value.name.is_some());
        assert_eq!(dossier.members.len(), 1);
    }
}
