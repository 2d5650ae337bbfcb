//! What of some files a book can take in: each record as a whole, or not at all.
//!
//! Left out is a record under an id of another kind, one whose union would hold more than a file can, and what this version
//! does not know beyond its budget. A file with which the book would pass what a file can hold is left out whole. So whatever a
//! book comes to hold by files can be written and read back.

use std::collections::{BTreeMap, BTreeSet};

use super::limits::Limits;
use super::remark::{Remark, Remarks, Why};
use super::unknown::{is_known, json_bytes, unknown_bytes};
use crate::history::{Change, Record};
use crate::registry::{Registry, outranks, unite};

/// What is left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sifted {
    /// Records, by the place of their file, their id and their kind.
    left: BTreeSet<(usize, String, String)>,
    /// Files with which the book would be too large.
    pub too_large: Vec<usize>,
    /// What has to be said of it.
    pub remarks: Vec<Remark>,
}

impl Sifted {
    /// Whether a record of a file is taken.
    pub fn takes(&self, file: usize, record: &Record) -> bool {
        !self.too_large.contains(&file)
            && (self.left.is_empty() || !self.left.contains(&(file, record.id().to_owned(), record.kind().to_owned())))
    }
}

/// A file as it is sifted.
pub struct Incoming<Records> {
    /// Its place among the files.
    pub place: usize,
    /// The bytes of it.
    pub bytes: usize,
    /// Its records.
    pub records: Records,
}

/// Sifts files in the order in which they are taken in; the book has at most so many bytes as JSON.
pub fn sift<'a, Records: Iterator<Item = &'a Record>>(
    registry: &'a Registry,
    bytes: usize,
    files: impl Iterator<Item = Incoming<Records>>,
) -> Sifted {
    let room = Room { new: 0, unknown: None, bytes };
    let mut sieve = Sieve { registry, accepted: BTreeMap::new(), room, remarks: Remarks::default() };
    let mut sifted = Sifted::default();
    for file in files {
        let before = sieve.room;
        // What this version knows comes first: no other may take its place or its room.
        let (known, others): (Vec<&Record>, Vec<&Record>) = file.records.partition(|record| is_known(record.kind()));
        let mut taken = Vec::new();
        for record in known.into_iter().chain(others) {
            match sieve.take(record) {
                Ok(()) => taken.push(record),
                Err(why) => {
                    sieve.remarks.note(why, record);
                    sifted.left.insert((file.place, record.id().to_owned(), record.kind().to_owned()));
                }
            }
        }
        sieve.room.bytes += file.bytes;
        if sieve.is_too_large() {
            sieve.take_out(&taken);
            sieve.room = before;
            sifted.too_large.push(file.place);
        }
    }
    sifted.remarks = sieve.remarks.into_vec();
    sifted
}

/// What the book and the files so far take up.
#[derive(Clone, Copy)]
struct Room {
    /// How many records are not here yet.
    new: usize,
    /// The bytes that this version does not know; counted when they are first asked for.
    unknown: Option<usize>,
    /// The bytes of all, or more.
    bytes: usize,
}

struct Sieve<'a> {
    registry: &'a Registry,
    /// What of the files is taken, by id.
    accepted: BTreeMap<&'a str, Vec<&'a Record>>,
    room: Room,
    remarks: Remarks,
}

impl<'a> Sieve<'a> {
    fn take(&mut self, record: &'a Record) -> Result<(), Why> {
        let registry = self.registry;
        let here = registry.record(record.id());
        let others: Vec<&Record> = self.accepted.get(record.id()).cloned().unwrap_or_default();
        let (copies, of_other_kinds): (Vec<&Record>, Vec<&Record>) =
            here.into_iter().chain(others.iter().copied()).partition(|other| other.kind() == record.kind());
        if !of_other_kinds.iter().all(|other| outranks(record, other)) {
            return Err(Why::OtherKind);
        }
        let is_new = |change: &&Change| !copies.iter().any(|copy| copy.holds(change));
        let news: Vec<&Change> = record.changes().iter().filter(is_new).collect();
        if !fits(&copies, &news) {
            return Err(Why::TooLarge);
        }
        let is_news = !news.is_empty() || copies.iter().all(|copy| copy.more() != record.more());
        let unknown = if is_news { unknown_bytes(record, news.into_iter()) } else { 0 };
        if unknown > 0 {
            let so_far = self.room.unknown.unwrap_or_else(|| {
                registry.records().map(|record| unknown_bytes(record, record.changes().iter())).sum()
            });
            self.room.unknown = Some(so_far);
            if so_far + unknown > Limits::UNKNOWN {
                return Err(Why::Unknown);
            }
            self.room.unknown = Some(so_far + unknown);
        }
        for other in of_other_kinds {
            self.remarks.note(Why::OtherKind, other);
        }
        self.room.new += usize::from(here.is_none() && others.is_empty());
        self.accepted.entry(record.id()).or_default().push(record);
        Ok(())
    }

    fn take_out(&mut self, taken: &[&'a Record]) {
        for record in taken {
            if let Some(accepted) = self.accepted.get_mut(record.id()) {
                accepted.retain(|other| !std::ptr::eq(*other, *record));
            }
        }
        self.accepted.retain(|_, accepted| !accepted.is_empty());
    }

    fn is_too_large(&mut self) -> bool {
        if self.room.bytes > Limits::KEPT_BYTES {
            // To count in truth takes long, and is needed only here.
            let is_accepted = |record: &&Record| self.accepted.contains_key(record.id());
            let here = self.registry.records().filter(|record| !is_accepted(record)).map(json_bytes);
            let united = self.accepted.iter().map(|(id, copies)| {
                let copies = self.registry.record(id).into_iter().chain(copies.iter().copied()).cloned();
                copies.reduce(|mut sum, copy| {
                    let _ = unite(&mut sum, copy);
                    sum
                })
            });
            let bytes = here.sum::<usize>() + united.flatten().map(|record| json_bytes(&record)).sum::<usize>();
            // A comma, a line feed and the header.
            self.room.bytes = bytes + 2 * (self.registry.records().count() + self.room.new) + 4_096;
        }
        let records = || self.registry.records().count() + self.room.new;
        self.room.bytes > Limits::KEPT_BYTES || (self.room.new > 0 && records() > Limits::KEPT_RECORDS)
    }
}

/// Whether a record with these changes besides its copies is one that can be kept.
fn fits(copies: &[&Record], news: &[&Change]) -> bool {
    let all = || copies.iter().flat_map(|copy| copy.changes()).chain(news.iter().copied());
    let (mut changes, mut fields, mut seen) = (0, 0, 0);
    for change in all() {
        changes += 1;
        fields += change.fields().len();
        seen += change.seen.len();
    }
    if changes > Limits::KEPT_CHANGES || seen > Limits::KEPT_SEEN {
        // Copies share most of their changes.
        let mut union: Vec<&Change> = all().collect();
        union.sort_by(|one, other| one.order(other));
        union.dedup();
        let seen: usize = union.iter().map(|change| change.seen.len()).sum();
        if union.len() > Limits::KEPT_CHANGES || seen > Limits::KEPT_SEEN {
            return false;
        }
    }
    // Each counted as if it were another, and only then by name: most records have not even so many.
    fields <= Limits::KEPT_FIELDS || {
        let mut names = BTreeSet::new();
        names.extend(all().flat_map(|change| change.fields().names()));
        names.len() <= Limits::KEPT_FIELDS
    }
}
