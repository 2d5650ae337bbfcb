//! From whom and from where files have come, who has sent none, and whose last one is old.
//!
//! Counted over receipts, so it says what others sent and not what is right. The files of this device are left out: what is
//! here says nothing of what has come. Deliberately absent: words, and any guess at who is meant by a name spelt otherwise.

use std::collections::BTreeSet;

use crate::domain::{RegionCode, fold, published_allocations, region};
use crate::registry::{Registry, SentFile};

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

/// How a city or a person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Coming {
    /// No file has come.
    Missing,
    /// The last file is older than [`Coverage::OLD_DAYS`].
    Old,
    /// The last file is younger.
    Fresh,
    /// It is the person who keeps this very book.
    Own,
}

/// One city, device or pendamping.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageRow<Who> {
    /// Which.
    pub who: Who,
    /// How many files have come.
    pub files: usize,
    /// When the last of them was made, milliseconds since 1970.
    pub last_ms: Option<u64>,
    /// How many groups the last whole file held of it; `None` where none said so.
    pub sent: Option<u32>,
    /// How many groups of it are in this book.
    pub here: usize,
    /// How it stands.
    pub coming: Coming,
}

/// A device that files have come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// Its six characters.
    pub device: String,
    /// The name in its last file; may be empty.
    pub name: String,
}

/// What has come, by city, by device and by the pendamping named in the groups; in each those first who have sent nothing,
/// then those whose last file is old.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// The cities and kabupaten with an allocation, with a group here, or named by a file.
    pub cities: Vec<CoverageRow<RegionCode>>,
    /// The devices.
    pub senders: Vec<CoverageRow<Sender>>,
    /// Everybody named as pendamping of a group.
    pub facilitators: Vec<CoverageRow<String>>,
}

/// Whose book it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner<'a> {
    /// The devices that this one is, or was before it was given another mark, six characters each.
    pub devices: &'a BTreeSet<String>,
    /// The name that stands in its files; may be empty.
    pub name: &'a str,
    /// The ids of the files that came here themselves. Of others a receipt may tell what it likes.
    pub came: &'a BTreeSet<String>,
}

impl Coverage {
    /// So many days make a last file old. A pendamping reports on the groups once a month, so that after 30 days at least
    /// one report is out.
    pub const OLD_DAYS: u64 = 30;

    /// What has come to a book by now.
    pub fn of(registry: &Registry, keeper: &Owner, now_ms: u64) -> Self {
        let mut files = registry.sent_files();
        files.retain(|file| !keeper.devices.contains(&file.device.to_string()) && keeper.came.contains(&file.id));
        // A file dated ahead came at a time that nobody knows: it is the last to be asked for anything.
        files.sort_by_key(|file| is_ahead(file, now_ms));
        let counting = Counting { files: &files, now_ms };
        Self {
            cities: counting.cities(registry),
            senders: counting.senders(),
            facilitators: counting.facilitators(registry, keeper),
        }
    }

    /// How many rows stand so, over all three lists but the devices, which cannot be missing.
    pub fn count(&self, coming: Coming) -> [usize; 2] {
        let cities = self.cities.iter().filter(|row| row.coming == coming).count();
        [cities, self.facilitators.iter().filter(|row| row.coming == coming).count()]
    }
}

struct Counting<'a> {
    /// The latest first.
    files: &'a [SentFile],
    now_ms: u64,
}

impl Counting<'_> {
    fn cities(&self, registry: &Registry) -> Vec<CoverageRow<RegionCode>> {
        let groups_of = |file: &SentFile, city: RegionCode| {
            file.receipt.about.regions.iter().find(|(code, _)| *code == city).map(|(_, groups)| *groups)
        };
        let mut rows = Vec::new();
        for city in region::kabupaten_kota().map(|region| region.code) {
            let place = |code: Option<RegionCode>| code.and_then(RegionCode::kabkota) == Some(city);
            let here = registry.dossiers().filter(|dossier| place(dossier.group.value.region)).count();
            let row = self.row(city, here, |file| groups_of(file, city).is_some(), |file| groups_of(file, city));
            if here > 0 || row.files > 0 || published_allocations().iter().any(|one| one.region == city) {
                rows.push(row);
            }
        }
        sorted(rows, ToString::to_string)
    }

    fn senders(&self) -> Vec<CoverageRow<Sender>> {
        let mut rows: Vec<CoverageRow<Sender>> = Vec::new();
        for file in self.files {
            let device = file.device.to_string();
            if rows.iter().any(|row| row.who.device == device) {
                continue;
            }
            let of_device = |other: &SentFile| other.device == file.device;
            let names = self.files.iter().filter(|other| of_device(other)).map(|other| &other.receipt.name);
            let name = names.into_iter().find(|name| !name.is_empty()).cloned().unwrap_or_default();
            rows.push(self.row(Sender { device, name }, 0, of_device, |file| file.receipt.about.groups));
        }
        sorted(rows, |sender| format!("{} {}", fold(&sender.name), sender.device))
    }

    fn facilitators(&self, registry: &Registry, keeper: &Owner) -> Vec<CoverageRow<String>> {
        let mut named: Vec<(String, String, usize)> = Vec::new();
        for facilitator in registry.dossiers().filter_map(|dossier| dossier.group.value.facilitator.as_ref()) {
            let folded = fold(facilitator.as_str());
            match named.iter_mut().find(|(known, ..)| *known == folded) {
                Some((.., groups)) => *groups += 1,
                None => named.push((folded, facilitator.to_string(), 1)),
            }
        }
        let mut rows = Vec::new();
        for (folded, name, here) in named {
            let own = fold(keeper.name) == folded;
            let mut row =
                self.row(name, here, |file| fold(&file.receipt.name) == folded, |file| file.receipt.about.groups);
            if own && row.files == 0 {
                row.coming = Coming::Own;
            }
            rows.push(row);
        }
        sorted(rows, |name| fold(name))
    }

    fn row<Who>(
        &self,
        who: Who,
        here: usize,
        is_of: impl Fn(&SentFile) -> bool,
        groups: impl Fn(&SentFile) -> Option<u32>,
    ) -> CoverageRow<Who> {
        let of_it = || self.files.iter().filter(|file| is_of(file));
        let last_ms = of_it().find(|file| !is_ahead(file, self.now_ms)).map(|file| file.ms);
        let is_old = |last: u64| self.now_ms.saturating_sub(last) > Coverage::OLD_DAYS * DAY_MS;
        let coming = match last_ms {
            // A file from a clock that is wrong by years came at a time that nobody knows.
            None if of_it().next().is_some() => Coming::Old,
            None => Coming::Missing,
            Some(last) if is_old(last) => Coming::Old,
            Some(_) => Coming::Fresh,
        };
        // One group or a few changes say nothing of how many there are.
        let sent = of_it().filter(|file| is_whole(&file.receipt.kind)).find_map(groups);
        CoverageRow { who, files: of_it().count(), last_ms, sent, here, coming }
    }
}

/// Whether a file is dated more than a day from now.
fn is_ahead(file: &SentFile, now_ms: u64) -> bool {
    file.ms > now_ms.saturating_add(DAY_MS)
}

/// Whether a file of this kind holds every group of its sender.
fn is_whole(kind: &str) -> bool {
    ["full", "recap"].contains(&kind)
}

fn sorted<Who>(mut rows: Vec<CoverageRow<Who>>, name: impl Fn(&Who) -> String) -> Vec<CoverageRow<Who>> {
    rows.sort_by_cached_key(|row| (row.coming, name(&row.who)));
    rows
}
