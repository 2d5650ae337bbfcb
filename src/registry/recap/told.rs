//! Which of the recaps of a group counts.
//!
//! A function of all counts of all its summary records, whatever their ids and whatever came first. A count is one change, which
//! names the group and the members; this app makes each such that it sets all there is. Each says what it was counted from: of
//! each device the newest change. One that has seen no more than another is passed over; of those that are left the one made last
//! counts, and the others are told where their numbers differ.

use std::collections::BTreeMap;

use crate::domain::{Date, FieldValue, Id};
use crate::history::{Change, Device, Fields, Record, Stamp};
use crate::kinds::Recap;
use crate::registry::clocks::is_ahead;

/// So many are compared, those made last: a file may hold thousands.
const COMPARED: usize = 64;

/// What the recaps of a group say.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// The one that counts among them.
    pub best: Counted,
    /// Others that say otherwise, and that it has not seen all of or that were made later.
    pub against: Vec<Counted>,
    /// Whether it was counted from something that this book lacks.
    pub knows_more: bool,
    /// Whether it counts in place of the records: no member is here, and it knows more.
    pub counts: bool,
    /// Whether it is all that is here of the group.
    pub is_alone: bool,
}

/// One recap.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// What it says; no day is ahead of today.
    pub recap: Recap,
    /// When and by which device it was made.
    pub at: Stamp,
    /// The record of it alone.
    pub record: Record,
}

impl Told {
    /// Whether others say the same as these and count alike, whenever they were made.
    pub fn says_as(&self, other: &Self) -> bool {
        let is_there = |one: &Counted, among: &[Counted]| among.iter().any(|other| other.says_as(one));
        self.counts == other.counts
            && self.best.says_as(&other.best)
            && self.against.iter().all(|one| is_there(one, &other.against))
            && other.against.iter().all(|one| is_there(one, &self.against))
    }
}

impl Counted {
    fn of(aggregate: Id, change: &Change, today: Date) -> Option<Self> {
        let record = Record::new(super::summary_id(aggregate).to_string(), Recap::KIND, vec![change.clone()]);
        let (mut recap, _) = Recap::read(|key| change.fields().get(key));
        recap.members?;
        recap.as_of = recap.as_of.map(|day| day.min(today));
        Some(Self { recap, at: change.at, record })
    }

    /// Whether a count says the same, but for when it was made.
    pub fn is_said_by(&self, change: &Change) -> bool {
        let said = |change: &Change| -> Fields {
            let fields = change.fields().iter().filter(|(key, _)| *key != Recap::AS_OF.key());
            fields.map(|(key, value)| (key, value.clone())).collect()
        };
        self.record.changes().iter().all(|own| said(own) == said(change))
    }

    /// Whether two say the same, but for when they were made.
    pub fn says_as(&self, other: &Self) -> bool {
        other.record.changes().iter().all(|change| self.is_said_by(change))
    }

    fn numbers_differ(&self, other: &Self) -> bool {
        (self.recap.members, self.recap.households) != (other.recap.members, other.recap.households)
    }
}

/// Of each device the newest stamp that is known.
pub(super) type Seen = BTreeMap<Device, Stamp>;

/// The newest stamps of these.
pub(super) fn newest(stamps: impl Iterator<Item = Stamp>) -> Seen {
    let mut seen = Seen::new();
    for stamp in stamps {
        let known = seen.entry(stamp.device()).or_insert(stamp);
        *known = stamp.max(*known);
    }
    seen
}

/// What is known from a group's own records. To have erased is to have seen what was erased.
pub(super) fn known<'a>(records: impl Iterator<Item = &'a Record>) -> Seen {
    let own = records.filter(|record| record.kind() != Recap::KIND);
    let of = |change: &'a Change| {
        let seen: &[Stamp] = if change.is_erase() { &change.seen } else { &[] };
        seen.iter().copied().chain([change.at])
    };
    newest(own.flat_map(Record::changes).flat_map(of))
}

/// A count as it is compared.
struct Candidate<'a> {
    change: &'a Change,
    seen: Seen,
}

impl<'a> Candidate<'a> {
    fn new(change: &'a Change) -> Self {
        // What lies ahead of its own making it cannot have seen: so says a wrong clock, or a forger.
        let is_credible = |stamp: &Stamp| stamp.ms() <= change.at.ms().saturating_add(super::DAY_MS);
        Self { change, seen: newest(counted_from(change).filter(is_credible)) }
    }

    fn has_seen_no_more_than(&self, other: &Self) -> bool {
        let is_known = |(device, stamp): (&Device, &Stamp)| other.seen.get(device).is_some_and(|known| known >= stamp);
        let latest = |seen: &Seen| seen.values().max().copied();
        // Recaps of versions before name the newest change only, and knew less than one with a newer.
        self.seen.iter().all(is_known) || (self.seen.len() == 1 && latest(&self.seen) < latest(&other.seen))
    }

    fn is_passed_by(&self, other: &Self) -> bool {
        self.has_seen_no_more_than(other)
            && (!other.has_seen_no_more_than(self) || other.change.order(self.change).is_gt())
    }
}

/// The stamps that a count names; one of a version before stands under the newest of them.
fn counted_from(change: &Change) -> impl Iterator<Item = Stamp> {
    let own = change.seen.is_empty().then_some(change.at);
    change.seen.iter().copied().chain(own)
}

/// What the recaps among the records of a group's aggregate say; `None` without any.
pub(in crate::registry) fn told(aggregate: Id, records: &[&Record], today: Date) -> Option<Told> {
    let is_of_aggregate = |change: &&Change| {
        let group = change.fields().get(Recap::GROUP.key());
        group.and_then(|group| Id::from_json(group).ok()) == Some(aggregate)
    };
    let summaries = records.iter().filter(|record| record.kind() == Recap::KIND && !record.is_erased());
    let mut made: Vec<&Change> = summaries.flat_map(|record| record.changes()).filter(is_of_aggregate).collect();
    // Those whose time has not come count only where there is no other.
    if made.iter().any(|change| !is_ahead(change.at, today)) {
        made.retain(|change| !is_ahead(change.at, today));
    }
    made.sort_by(|one, other| other.order(one));
    made.dedup();
    made.truncate(COMPARED);
    let candidates: Vec<Candidate> = made.into_iter().map(Candidate::new).collect();
    let is_passed = |one: &Candidate| candidates.iter().any(|other| one.is_passed_by(other));
    let place = candidates.iter().position(|one| !is_passed(one))?;
    let best = Counted::of(aggregate, candidates[place].change, today)?;
    let against = candidates.iter().enumerate().filter(|(at, one)| *at < place || (*at > place && !is_passed(one)));
    let against = against.filter_map(|(_, one)| Counted::of(aggregate, one.change, today));
    let against = against.filter(|other| other.numbers_differ(&best)).collect();
    let here = known(records.iter().copied());
    let is_lacking = |stamp: Stamp| here.get(&stamp.device()).is_none_or(|known| *known < stamp);
    let knows_more = counted_from(candidates[place].change).any(is_lacking);
    Some(Told { best, against, knows_more, counts: false, is_alone: false })
}
