//! What a list of changes comes to: the value of each field, the exact conflicts, the heads.

use std::collections::BTreeSet;

use serde_json::Value;

use super::change::Change;
use super::stamp::Stamp;

/// The value of a field, and the change that set it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown<'a> {
    /// The field.
    pub field: &'a str,
    /// The change.
    pub at: Stamp,
    /// The value; `null` when the field was cleared.
    pub value: &'a Value,
}

/// Two or more values of one field, none made on top of the other: a person has to decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict<'a> {
    /// The field.
    pub field: &'a str,
    /// The values with the stamps of the changes that set them, the greatest stamp first; no value twice.
    pub values: Vec<(Stamp, &'a Value)>,
}

/// The sum of the changes of one record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fold<'a> {
    /// The value of each field, sorted by field. In a conflict the greatest stamp's, the same on every device.
    pub fields: Vec<Shown<'a>>,
    /// The fields in conflict, sorted by field.
    pub conflicts: Vec<Conflict<'a>>,
    /// The changes that no other change was made on top of, sorted. A form that opens now was made on top of these.
    pub heads: Vec<Stamp>,
}

impl<'a> Fold<'a> {
    /// Folds changes that are in the order of a record.
    pub(super) fn of(changes: &'a [Change]) -> Self {
        if is_chain(changes) { Self::of_chain(changes) } else { Self::of_graph(changes) }
    }

    /// The value of a field; a cleared field has none.
    pub fn value(&self, field: &str) -> Option<&'a Value> {
        let place = self.place(field).ok()?;
        Some(self.fields[place].value).filter(|value| !value.is_null())
    }

    /// The value of one field in changes that are sorted by stamp, without folding the others where they are a chain.
    pub(super) fn value_in(changes: &'a [Change], field: &str) -> Option<&'a Value> {
        if is_chain(changes) {
            let last = changes.iter().rev().find_map(|change| change.fields().get(field));
            last.filter(|value| !value.is_null())
        } else {
            Self::of_graph(changes).value(field)
        }
    }

    /// The conflict of a field.
    pub fn conflict(&self, field: &str) -> Option<&Conflict<'a>> {
        self.conflicts.iter().find(|conflict| conflict.field == field)
    }

    /// Where a field is among those shown, or would have to be.
    fn place(&self, field: &str) -> Result<usize, usize> {
        self.fields.binary_search_by(|shown| shown.field.cmp(field))
    }

    fn show(&mut self, shown: Shown<'a>) {
        // The fields of a change are sorted: those of the first only ever come last.
        if self.fields.last().is_none_or(|last| last.field < shown.field) {
            self.fields.push(shown);
            return;
        }
        match self.place(shown.field) {
            Ok(place) => self.fields[place] = shown,
            Err(place) => self.fields.insert(place, shown),
        }
    }

    /// The usual case: each change was made on top of the one before, so the last word counts and nothing conflicts.
    fn of_chain(changes: &'a [Change]) -> Self {
        let mut fold = Self::default();
        for change in changes {
            for (field, value) in change.fields().iter() {
                fold.show(Shown { field, at: change.at, value });
            }
        }
        fold.heads.extend(changes.last().map(|change| change.at));
        fold
    }

    fn of_graph(changes: &'a [Change]) -> Self {
        let graph = Graph::of(changes);
        let mut fold = Self::default();
        for change in changes {
            for (field, value) in change.fields().iter() {
                fold.show(Shown { field, at: change.at, value });
            }
        }
        // In one pass over the changes: to look for each field in each change would take minutes in a file made to be slow.
        let mut setters: Vec<Vec<usize>> = vec![Vec::new(); fold.fields.len()];
        for (index, change) in changes.iter().enumerate() {
            for field in change.fields().names() {
                if let Ok(place) = fold.place(field) {
                    setters[place].push(index);
                }
            }
        }
        setters.push((0..changes.len()).collect());
        let mut latest = graph.latest(&setters);
        fold.heads = latest.pop().into_iter().flatten().map(|index| changes[index].at).collect();
        fold.heads.dedup();
        for (place, latest) in latest.iter().enumerate() {
            let field = fold.fields[place].field;
            let mut values: Vec<(Stamp, &Value)> = Vec::new();
            let mut known = BTreeSet::new();
            for &index in latest.iter().rev() {
                let Some(value) = changes[index].fields().get(field) else { continue };
                if latest.len() == 1 || known.insert(value.to_string()) {
                    values.push((changes[index].at, value));
                }
            }
            if let Some(&(at, value)) = values.first() {
                fold.fields[place] = Shown { field, at, value };
            }
            if values.len() > 1 {
                fold.conflicts.push(Conflict { field, values });
            }
        }
        fold
    }
}

fn is_chain(changes: &[Change]) -> bool {
    changes.windows(2).all(|pair| pair[0].at < pair[1].at && pair[1].seen == [pair[0].at])
}

/// Which change was made on top of which. Several changes under one stamp are siblings, and to have seen the stamp is to have
/// seen all of them; so the nodes are the stamps, and there are no more edges than stamps seen.
struct Graph {
    /// The first change of each stamp, and the end.
    first: Vec<usize>,
    /// The stamps that each change has seen, by their places among all.
    parents: Vec<Vec<usize>>,
    /// The place of each stamp in an order in which what was seen comes first.
    rank: Vec<usize>,
}

impl Graph {
    fn of(changes: &[Change]) -> Self {
        let mut first: Vec<usize> =
            (0..changes.len()).filter(|index| *index == 0 || changes[index - 1].at != changes[*index].at).collect();
        let place = |stamp: &Stamp| first.binary_search_by_key(stamp, |index| changes[*index].at).ok();
        let parents = changes.iter().map(|change| change.seen.iter().filter_map(place).collect()).collect();
        first.push(changes.len());
        let mut graph = Self { rank: vec![usize::MAX; first.len() - 1], first, parents };
        graph.order();
        graph
    }

    /// Walks down into the parents first. A ring, which only a damaged file can hold, is cut where it closes: an edge to what
    /// does not come before is none.
    fn order(&mut self) {
        let mut entered = vec![false; self.rank.len()];
        let mut next = 0;
        for start in 0..entered.len() {
            // A stamp, the change of it whose parents are next, and which of these.
            let mut path = vec![(start, self.first[start], 0)];
            while let Some((stamp, change, edge)) = path.pop() {
                if (change, edge) == (self.first[stamp], 0) && std::mem::replace(&mut entered[stamp], true) {
                    continue;
                }
                if let Some(&parent) = self.parents[change].get(edge) {
                    path.push((stamp, change, edge + 1));
                    path.push((parent, self.first[parent], 0));
                } else if change + 1 < self.first[stamp + 1] {
                    path.push((stamp, change + 1, 0));
                } else {
                    self.rank[stamp] = next;
                    next += 1;
                }
            }
        }
    }

    /// Of each of these sets of changes those that no other of the set was made on top of, through any number of steps.
    fn latest(&self, sets: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let mut by_rank = vec![0; self.rank.len()];
        for (stamp, rank) in self.rank.iter().enumerate() {
            by_rank[*rank] = stamp;
        }
        let mut latest = Vec::with_capacity(sets.len());
        // As many sets at once as a number has bits.
        for sets in sets.chunks(64) {
            let mut is_in = vec![0_u64; self.parents.len()];
            for (bit, set) in sets.iter().enumerate() {
                for &change in set {
                    is_in[change] |= 1 << bit;
                }
            }
            let mut passed = vec![0_u64; self.rank.len()];
            for &stamp in by_rank.iter().rev() {
                let under = self.first[stamp]..self.first[stamp + 1];
                for (parents, sets) in self.parents[under.clone()].iter().zip(&is_in[under]) {
                    let above = passed[stamp] | sets;
                    for &parent in parents.iter().filter(|parent| self.rank[**parent] < self.rank[stamp]) {
                        passed[parent] |= above;
                    }
                }
            }
            let mut is_passed = Vec::with_capacity(self.parents.len());
            for (stamp, passed) in passed.iter().enumerate() {
                is_passed.resize(self.first[stamp + 1], *passed);
            }
            let of = |(bit, set): (usize, &Vec<usize>)| {
                set.iter().copied().filter(|change| is_passed[*change] & (1 << bit) == 0).collect()
            };
            latest.extend(sets.iter().enumerate().map(of));
        }
        latest
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::history::{Device, Fields};

    fn at(ms: u64) -> Stamp {
        Stamp::new(ms, 0, Device::from_random(u32::try_from(ms).unwrap()))
    }

    fn set(ms: u64, seen: &[u64], fields: &[(&str, &str)]) -> Change {
        let fields: Fields = fields.iter().map(|(key, value)| ((*key).to_owned(), json!(value))).collect();
        Change::set(at(ms), seen.iter().map(|ms| at(*ms)).collect(), fields)
    }

    fn shown(fold: &Fold, field: &str) -> String {
        fold.value(field).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    fn disputed(fold: &Fold, field: &str) -> Vec<String> {
        let conflict = fold.conflict(field);
        conflict
            .map_or(vec![], |found| found.values.iter().map(|(_, value)| value.as_str().unwrap().to_owned()).collect())
    }

    #[test]
    fn the_last_word_of_a_chain_counts() {
        let changes = [set(1, &[], &[("name", "a"), ("rt", "01")]), set(2, &[1], &[("name", "b")])];
        let fold = Fold::of(&changes);
        assert_eq!((shown(&fold, "name"), shown(&fold, "rt")), ("b".into(), "01".into()));
        assert_eq!(fold.heads, [at(2)]);
        assert!(fold.conflicts.is_empty());
    }

    #[test]
    fn different_fields_changed_side_by_side_are_no_conflict() {
        let changes = [
            set(1, &[], &[("name", "a"), ("phone", "1")]),
            set(2, &[1], &[("name", "b")]),
            set(3, &[1], &[("phone", "2")]),
        ];
        let fold = Fold::of(&changes);
        assert_eq!((shown(&fold, "name"), shown(&fold, "phone")), ("b".into(), "2".into()));
        assert!(fold.conflicts.is_empty());
        assert_eq!(fold.heads, [at(2), at(3)]);
    }

    #[test]
    fn the_same_field_changed_side_by_side_is_a_conflict_of_both_values() {
        let changes = [set(1, &[], &[("name", "a")]), set(2, &[1], &[("name", "b")]), set(3, &[1], &[("name", "c")])];
        let fold = Fold::of(&changes);
        assert_eq!(shown(&fold, "name"), "c");
        assert_eq!(disputed(&fold, "name"), ["c", "b"]);
    }

    #[test]
    fn the_same_value_set_side_by_side_is_no_conflict() {
        let changes = [set(1, &[], &[("name", "a")]), set(2, &[1], &[("name", "b")]), set(3, &[1], &[("name", "b")])];
        assert!(Fold::of(&changes).conflicts.is_empty());
    }

    #[test]
    fn a_decision_on_top_of_both_ends_the_conflict() {
        let changes = [
            set(1, &[], &[("name", "a")]),
            set(2, &[1], &[("name", "b")]),
            set(3, &[1], &[("name", "c")]),
            set(4, &[2, 3], &[("name", "b")]),
        ];
        let fold = Fold::of(&changes);
        assert_eq!(shown(&fold, "name"), "b");
        assert!(fold.conflicts.is_empty());
    }

    #[test]
    fn a_later_change_of_another_field_leaves_the_conflict() {
        let changes = [
            set(1, &[], &[("name", "a")]),
            set(2, &[1], &[("name", "b")]),
            set(3, &[1], &[("name", "c")]),
            set(4, &[2, 3], &[("rt", "04")]),
        ];
        assert_eq!(disputed(&Fold::of(&changes), "name"), ["c", "b"]);
    }

    #[test]
    fn a_change_on_top_wins_whatever_the_clocks_say() {
        let changes = [set(1, &[900], &[("name", "right")]), set(900, &[], &[("name", "wrong clock")])];
        let fold = Fold::of(&changes);
        assert_eq!(shown(&fold, "name"), "right");
        assert_eq!(fold.heads, [at(1)]);
    }

    #[test]
    fn a_cleared_field_has_no_value_but_can_conflict() {
        let mut cleared = set(2, &[1], &[]);
        cleared.body = crate::history::Body::Set([("name".to_owned(), Value::Null)].into());
        let changes = [set(1, &[], &[("name", "a")]), cleared, set(3, &[1], &[("name", "c")])];
        let fold = Fold::of(&changes);
        assert_eq!(shown(&fold, "name"), "c");
        assert_eq!(fold.conflict("name").unwrap().values.len(), 2);
    }

    #[test]
    fn a_ring_in_a_damaged_file_is_folded_without_a_hang() {
        let ring = [set(1, &[3], &[("name", "a")]), set(2, &[1], &[("name", "b")]), set(3, &[2], &[("name", "c")])];
        assert!(Fold::of_graph(&ring).value("name").is_some());
        let own = [set(1, &[1], &[("name", "a")]), set(2, &[2], &[("name", "b")])];
        assert!(Fold::of_graph(&own).value("name").is_some());
    }
}
