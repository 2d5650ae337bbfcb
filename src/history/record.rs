//! A record: an id, a kind, and the union of all its changes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::change::Change;
use super::fields::{Fields, Name};
use super::fold::Fold;
use super::stamp::Stamp;

/// A group, a member, a month's report: whatever has an id and a history.
///
/// Its changes are a set, sorted by stamp and then by text; once one of them erases, only such are left; of those that set all
/// there is, each device has its last ([`Change::whole`]).
/// JSON: `{ "id", "kind", "changes": […] }`; other members of the object are kept and passed on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Record {
    id: String,
    kind: Name,
    changes: Vec<Change>,
    #[serde(flatten, skip_serializing_if = "Fields::is_empty")]
    more: Fields,
}

/// Why two records cannot be one, or a stored record cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordError {
    /// The ids differ.
    OtherId,
    /// The same id under two kinds.
    OtherKind,
}

impl Record {
    /// A record with its first changes.
    pub fn new(id: impl Into<String>, kind: impl Into<Name>, changes: Vec<Change>) -> Self {
        let mut record = Self { id: id.into(), kind: kind.into(), changes, more: Fields::new() };
        record.settle();
        record
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its kind, such as `group` or `member`.
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// Its changes, sorted by stamp.
    pub fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// What a newer version wrote beside the changes.
    pub fn more(&self) -> &Fields {
        &self.more
    }

    /// Whether it has been erased.
    pub fn is_erased(&self) -> bool {
        self.changes.first().is_some_and(Change::is_erase)
    }

    /// Whether two contents stand under one stamp.
    pub fn has_twins(&self) -> bool {
        self.changes.windows(2).any(|pair| pair[0].at == pair[1].at)
    }

    /// Whether it has a change of this stamp.
    pub fn has(&self, stamp: Stamp) -> bool {
        self.changes.binary_search_by_key(&stamp, |change| change.at).is_ok()
    }

    /// What its changes come to.
    pub fn fold(&self) -> Fold<'_> {
        Fold::of(&self.changes)
    }

    /// The value of one field, as the fold has it.
    pub fn value(&self, field: &str) -> Option<&Value> {
        Fold::value_in(&self.changes, field)
    }

    /// The record with another in place of each change.
    #[must_use]
    pub fn with_each(self, other: impl FnMut(Change) -> Change) -> Self {
        let mut record = Self { changes: self.changes.into_iter().map(other).collect(), ..self };
        record.settle();
        record
    }

    /// Adds one change.
    pub fn add(&mut self, change: Change) {
        self.changes.push(change);
        self.settle();
    }

    /// Takes in the changes of another copy of the same record: set union, after which an erase leaves only erases.
    ///
    /// Returns whether anything was new here.
    ///
    /// # Errors
    /// [`RecordError`] when the other is not a copy of this record; nothing is taken in then.
    pub fn unite(&mut self, other: Self) -> Result<bool, RecordError> {
        if self.id != other.id {
            return Err(RecordError::OtherId);
        }
        if self.kind != other.kind {
            return Err(RecordError::OtherKind);
        }
        let mut grew = false;
        if other.changes.iter().any(|change| !self.holds(change)) {
            let before = self.changes.clone();
            self.changes.extend(other.changes);
            self.settle();
            grew = self.changes != before;
        }
        let more = if self.is_erased() { Fields::new() } else { other.more };
        for (key, value) in more {
            // The greater text stays: the same on every device, whichever came first.
            let (own, theirs) = (self.more.get(&key).map(Value::to_string), value.to_string());
            if own.is_none_or(|own| own < theirs) {
                self.more.insert(key, value);
                grew = true;
            }
        }
        Ok(grew)
    }

    /// The record with that only which no other copy has; `None` if there is nothing.
    #[must_use]
    pub fn beyond(&self, copies: &[&Self]) -> Option<Self> {
        let is_elsewhere = |change: &Change| copies.iter().any(|copy| copy.holds(change));
        let stands_elsewhere = |key: &str, value| copies.iter().any(|copy| copy.more.get(key) == Some(value));
        let changes: Vec<Change> = self.changes.iter().filter(|change| !is_elsewhere(change)).cloned().collect();
        let more: Vec<(&str, Value)> = self
            .more
            .iter()
            .filter(|(key, value)| !stands_elsewhere(key, value))
            .map(|(key, value)| (key, value.clone()))
            .collect();
        if changes.is_empty() && more.is_empty() {
            return None;
        }
        Some(Self { id: self.id.clone(), kind: self.kind.clone(), changes, more: more.into_iter().collect() })
    }

    /// Whether it has this very change.
    pub fn holds(&self, change: &Change) -> bool {
        self.changes.binary_search_by(|own| own.order(change)).is_ok()
    }

    /// The same record under another id.
    #[must_use]
    pub fn named(&self, id: String) -> Self {
        Self { id, ..self.clone() }
    }

    /// The record without some of its changes; `None` when none is left.
    #[must_use]
    pub fn without(&self, is_out: impl Fn(&Change) -> bool) -> Option<Self> {
        let changes: Vec<Change> = self.changes.iter().filter(|change| !is_out(change)).cloned().collect();
        (!changes.is_empty()).then(|| Self { changes, ..self.clone() })
    }

    /// The record as it was for whoever made this change: with what it was made on top of, and no more.
    #[must_use]
    pub fn seen_by(&self, change: &Change) -> Self {
        let mut seen: BTreeSet<Stamp> = BTreeSet::new();
        let mut next: Vec<Stamp> = change.seen.clone();
        while let Some(at) = next.pop() {
            if seen.insert(at) {
                let first = self.changes.partition_point(|other| other.at < at);
                let made = self.changes[first..].iter().take_while(|other| other.at == at);
                next.extend(made.flat_map(|other| other.seen.iter().copied()));
            }
        }
        let changes = self.changes.iter().filter(|other| seen.contains(&other.at)).cloned().collect();
        Self { changes, ..self.clone() }
    }

    fn settle(&mut self) {
        if self.changes.iter().any(Change::is_erase) {
            self.changes.retain(Change::is_erase);
            // What a newer version wrote beside may be about the person, too.
            self.more.clear();
        }
        let is_sorted = |pair: &[Change]| pair[0].at < pair[1].at || pair[0].order(&pair[1]).is_lt();
        if !self.changes.windows(2).all(is_sorted) {
            self.changes.sort_by(Change::order);
            self.changes.dedup();
        }
        if self.changes.iter().any(Change::is_whole) {
            let mut last = BTreeMap::new();
            for change in self.changes.iter().filter(|change| change.is_whole()) {
                last.insert(change.drops(), change.at);
            }
            self.changes.retain(|change| last.get(&change.drops()).is_none_or(|last| *last <= change.at));
        }
    }
}

impl<'de> Deserialize<'de> for Record {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::{Error, MapAccess, Visitor};

        struct RecordVisitor;

        impl<'de> Visitor<'de> for RecordVisitor {
            type Value = Record;

            fn expecting(&self, out: &mut std::fmt::Formatter) -> std::fmt::Result {
                out.write_str("a record")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Record, A::Error> {
                let (mut id, mut kind, mut changes) = (None, None, None);
                let mut more = Fields::new();
                while let Some(key) = map.next_key::<Name>()? {
                    match &*key {
                        "id" => id = Some(map.next_value()?),
                        "kind" => kind = Some(map.next_value()?),
                        "changes" => changes = Some(map.next_value()?),
                        _ => {
                            more.insert(key, map.next_value()?);
                        }
                    }
                }
                let mut changes: Vec<Change> = changes.ok_or_else(|| A::Error::missing_field("changes"))?;
                changes.shrink_to_fit();
                let mut record = Record {
                    id: id.ok_or_else(|| A::Error::missing_field("id"))?,
                    kind: kind.ok_or_else(|| A::Error::missing_field("kind"))?,
                    changes,
                    more,
                };
                record.settle();
                Ok(record)
            }
        }

        deserializer.deserialize_map(RecordVisitor)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::history::Device;

    fn at(ms: u64, device: u32) -> Stamp {
        Stamp::new(ms, 0, Device::from_random(device))
    }

    #[test]
    fn two_contents_under_one_stamp_are_both_kept_and_are_a_conflict() {
        let of = |name: &str| {
            Record::new("r", "thing", vec![Change::set(at(1, 1), vec![], [("name".to_owned(), json!(name))].into())])
        };
        let (mut one, mut other) = (of("a"), of("b"));
        let news = [one.unite(other.clone()), other.unite(of("a")), other.clone().unite(of("b"))];
        assert_eq!(news, [Ok(true), Ok(true), Ok(false)]);
        assert_eq!(one, other);
        assert!(one.has_twins() && !of("a").has_twins());
        let fold = one.fold();
        let values: Vec<_> = fold.conflict("name").unwrap().values.iter().map(|(_, value)| (*value).clone()).collect();
        assert_eq!((values, fold.heads.clone()), (vec![json!("b"), json!("a")], vec![at(1, 1)]));
        let decided = Change::set(at(2, 1), fold.heads, [("name".to_owned(), json!("a"))].into());
        one.add(decided);
        assert!(one.fold().conflicts.is_empty(), "to have seen a stamp is to have seen all under it");
    }

    #[test]
    fn a_change_has_seen_what_it_was_made_on_top_of_and_nothing_that_was_made_beside_it() {
        let set = |ms, device, seen: Vec<Stamp>, name: &str| {
            Change::set(at(ms, device), seen, [("name".to_owned(), json!(name))].into())
        };
        let (first, second) = (set(1, 1, vec![], "a"), set(2, 1, vec![at(1, 1)], "b"));
        let (beside, last) = (set(3, 2, vec![at(1, 1)], "c"), set(4, 1, vec![at(2, 1)], "d"));
        let all = [&first, &second, &beside, &last].map(Clone::clone);
        let record = Record::new("r", "thing", all.into());
        let before = |change: &Change| record.seen_by(change).value("name").cloned();
        assert_eq!(
            [&first, &second, &beside, &last].map(before),
            [None, Some(json!("a")), Some(json!("a")), Some(json!("b"))]
        );
    }

    #[test]
    fn of_each_device_the_last_count_is_kept_and_no_stamp_of_another_season_drops_it() {
        let year = 400 * 86_400_000;
        let of = |stamps: &[(u64, u32)]| {
            let whole = |(ms, device): &(u64, u32)| Change::whole(at(*ms, *device), vec![], Fields::new());
            let record = Record::new("r", "thing", stamps.iter().map(whole).collect());
            record
                .changes()
                .iter()
                .map(|change| (change.at.ms(), u32::from(change.at.device() == Device::from_random(2)) + 1))
                .collect::<Vec<_>>()
        };
        assert_eq!(of(&[(1, 1), (3, 1), (2, 2)]), [(2, 2), (3, 1)]);
        assert_eq!(of(&[(1, 1), (3, 1), (70 * year, 1)]), [(3, 1), (70 * year, 1)]);
    }
}
