//! What files have left which device, as their receipts tell.
//!
//! A receipt is no entry of anybody's: it never counts as a change that waits to be sent, and no clock follows it.

use super::home::Home;
use super::index::Registry;
use crate::domain::Receipt;
use crate::history::{Device, Record};
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

/// Whether somebody entered this: all but receipts.
pub(super) fn is_entered(record: &Record) -> bool {
    record.kind() != Receipt::KIND
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

    /// The name that the last file of a device gave, of those that gave one.
    pub fn name_of(&self, device: Device) -> Option<String> {
        let mut last: Option<(u64, String)> = None;
        for record in self.receipts() {
            let Some(at) = record.changes().first().map(|change| change.at) else { continue };
            if at.device() == device && last.as_ref().is_none_or(|(ms, _)| at.ms() >= *ms) {
                let name = Receipt::read(|key| record.value(key)).name;
                last = Some((at.ms(), name)).filter(|(_, name)| !name.is_empty()).or(last);
            }
        }
        last.map(|(_, name)| name)
    }

    /// How many other devices a file has come from, and when the last of these files was made, milliseconds since 1970.
    pub fn senders(&self, own: Device) -> (usize, Option<u64>) {
        let (mut devices, mut last) = (Vec::new(), None);
        for at in self.receipts().filter_map(|record| Some(record.changes().first()?.at)) {
            if at.device() != own {
                last = last.max(Some(at.ms()));
                if !devices.contains(&at.device()) {
                    devices.push(at.device());
                }
            }
        }
        (devices.len(), last)
    }

    fn receipts(&self) -> impl Iterator<Item = &Record> {
        self.records_at(Home::Rest).filter(|record| !is_entered(record) && !record.is_erased())
    }
}
