//! What a list of changes comes to: the value of each field, the exact conflicts, the heads.

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
    /// Folds changes that are sorted by stamp, each stamp once.
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
        let ancestry = Ancestry::of(changes);
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
        for (place, setters) in setters.iter().enumerate() {
            let field = fold.fields[place].field;
            let mut values: Vec<(Stamp, &Value)> = Vec::new();
            for &index in ancestry.latest(setters).iter().rev() {
                let Some(value) = changes[index].fields().get(field) else { continue };
                if values.iter().all(|(_, known)| *known != value) {
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
        let all: Vec<usize> = (0..changes.len()).collect();
        fold.heads = ancestry.latest(&all).into_iter().map(|index| changes[index].at).collect();
        fold
    }
}

fn is_chain(changes: &[Change]) -> bool {
    changes.windows(2).all(|pair| pair[1].seen == [pair[0].at])
}

/// Which change was made on top of which, through any number of steps: one bit row per change.
struct Ancestry {
    rows: Vec<Vec<u64>>,
}

impl Ancestry {
    fn of(changes: &[Change]) -> Self {
        let parents: Vec<Vec<usize>> = changes
            .iter()
            .map(|change| {
                let place = |stamp: &Stamp| changes.binary_search_by_key(stamp, |other| other.at).ok();
                change.seen.iter().filter_map(place).collect()
            })
            .collect();
        let width = changes.len().div_ceil(64);
        let mut rows: Vec<Vec<u64>> = vec![Vec::new(); changes.len()];
        // A walk that goes down into the parents first; a ring, which only a damaged file can hold, is cut where it closes.
        let mut entered = vec![false; changes.len()];
        for start in 0..changes.len() {
            let mut path = vec![(start, 0)];
            while let Some((index, next)) = path.pop() {
                if next == 0 && std::mem::replace(&mut entered[index], true) {
                    continue;
                }
                if let Some(&parent) = parents[index].get(next) {
                    path.push((index, next + 1));
                    path.push((parent, 0));
                } else {
                    rows[index] = Self::row(&parents[index], &rows, width);
                }
            }
        }
        Self { rows }
    }

    /// All that the parents stand on, and the parents; one whose own row is not there yet closes a ring and is left out.
    fn row(parents: &[usize], rows: &[Vec<u64>], width: usize) -> Vec<u64> {
        let mut row = vec![0; width];
        for &parent in parents.iter().filter(|parent| !rows[**parent].is_empty()) {
            row[parent / 64] |= 1 << (parent % 64);
            for (bits, above) in row.iter_mut().zip(&rows[parent]) {
                *bits |= above;
            }
        }
        row
    }

    /// Those of the given changes that no other of them was made on top of.
    fn latest(&self, among: &[usize]) -> Vec<usize> {
        let mut passed = vec![0_u64; self.rows.len().div_ceil(64)];
        for &index in among {
            for (bits, above) in passed.iter_mut().zip(&self.rows[index]) {
                *bits |= above;
            }
        }
        among.iter().copied().filter(|index| passed[index / 64] & (1 << (index % 64)) == 0).collect()
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
