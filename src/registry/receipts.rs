//! What files have left which device, as their receipts tell.
//!
//! A receipt is a record and comes in anybody's file: that a file came here itself is what only this device knows, and those who
//! ask say which did. A receipt is no entry of anybody's: it never counts as a change that waits to be sent, and no clock follows
//! it. One that is dated more than a day ahead tells that a file came, and not when.

use std::collections::BTreeSet;

use super::aggregate::Aggregate;
use super::clocks::is_ahead;
use super::index::Registry;
use crate::history::{Device, Record, Stamp};
use crate::kinds::{Recap, Receipt};
use crate::order::by_text;

/// A file that left a device and reached this book, itself or by what it brought to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentFile {
    /// Its id.
    pub id: String,
    /// The device that made it.
    pub device: Device,
    /// When, milliseconds since 1970, by that device's clock.
    pub ms: u64,
    /// What it was.
    pub receipt: Receipt,
}

/// Whether this is more than a note of a file: all but receipts.
pub(super) fn is_entered(record: &Record) -> bool {
    record.kind() != Receipt::KIND
}

/// Whether somebody typed this: neither receipts, nor what a device counted.
pub(super) fn is_typed(record: &Record) -> bool {
    is_entered(record) && record.kind() != Recap::KIND
}

impl Registry {
    /// All files that receipts tell of, the latest first.
    pub fn sent_files(&self) -> Vec<SentFile> {
        let mut files = Vec::new();
        for record in self.receipts() {
            let Some(at) = record.changes().first().map(|change| change.at) else { continue };
            let fold = record.fold();
            let receipt = Receipt::read(|key| fold.value(key));
            files.push(SentFile { id: record.id().to_owned(), device: at.device(), ms: at.ms(), receipt });
        }
        // As many digits for every time.
        let mut files = by_text(files, |file| format!("{:020}{}", file.ms, file.id));
        files.reverse();
        files
    }

    /// The last file, of those that left from here (`left` says which did), that went to somebody by name and was of one of these
    /// kinds.
    pub fn last_sent_to(&self, left: impl Fn(&SentFile) -> bool, kinds: &[&str]) -> Option<SentFile> {
        let is_such = |file: &SentFile| {
            !file.receipt.about.to.is_empty() && kinds.contains(&file.receipt.kind.as_str()) && left(file)
        };
        self.sent_files().into_iter().find(is_such)
    }

    /// The name that the last file of a device gave, of those that gave one: of those that came here (`came`, by id), else of those
    /// that others told of.
    pub fn name_of(&self, device: Device, came: &BTreeSet<String>) -> Option<String> {
        let mut last: Option<((bool, u64), String)> = None;
        for record in self.receipts() {
            let Some(at) = record.changes().first().map(|change| change.at) else { continue };
            let rank = (came.contains(record.id()), at.ms());
            if at.device() == device && last.as_ref().is_none_or(|(last, _)| rank >= *last) {
                let name = Receipt::read(|key| record.value(key)).name;
                last = Some((rank, name)).filter(|(_, name)| !name.is_empty()).or(last);
            }
        }
        last.map(|(_, name)| name)
    }

    /// How many other devices a file has come from, of those that came here (`came`, by id), and when the last of these files was
    /// made, milliseconds since 1970.
    pub fn senders(&self, is_own: impl Fn(Device) -> bool, came: &BTreeSet<String>) -> (usize, Option<u64>) {
        let (mut devices, mut last) = (Vec::new(), None);
        let receipts = self.receipts().filter(|record| came.contains(record.id()));
        for at in receipts.filter_map(|record| Some(record.changes().first()?.at)) {
            if !is_own(at.device()) {
                last = last.max(self.believed(at));
                if !devices.contains(&at.device()) {
                    devices.push(at.device());
                }
            }
        }
        (devices.len(), last)
    }

    /// The time of a receipt, unless it is ahead of today.
    fn believed(&self, at: Stamp) -> Option<u64> {
        (!is_ahead(at, self.today())).then(|| at.ms())
    }

    fn receipts(&self) -> impl Iterator<Item = &Record> {
        self.records_at(Aggregate::Shared).filter(|record| !is_entered(record) && !record.is_erased())
    }
}
