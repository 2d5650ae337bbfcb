//! The parts of a file.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::history::{Device, Record, Stamp};
use crate::kinds::About;

/// The word by which a file is known as ours, whatever its name.
pub(super) const FORMAT: &str = "buku-kube";

/// The version of the file that this app writes, and the newest it reads.
pub const VERSION: u64 = 1;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// The whole book.
    Full,
    /// One group with its members.
    Group,
    /// Counts of each group, and nobody's data.
    Recap,
    /// What the receiver's last file did not hold, group by group.
    Delta,
}

impl Kind {
    /// All.
    pub const ALL: [Self; 4] = [Self::Full, Self::Group, Self::Recap, Self::Delta];

    /// The word in the file.
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Group => "group",
            Self::Recap => "recap",
            Self::Delta => "delta",
        }
    }

    /// The kind of this word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// Who wrote a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct From {
    /// The device, six characters.
    pub device: String,
    /// The person's name as typed under "Lainnya"; may be empty.
    pub name: String,
}

/// All of a file but its records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// What it holds.
    pub kind: Kind,
    /// Its own id: files are known by this, not by their name, which messengers change.
    pub id: String,
    /// When it was written, milliseconds since 1970.
    pub created_ms: u64,
    /// The version of the app that wrote it.
    pub app: String,
    /// Who wrote it.
    pub from: From,
    /// What else it says of itself; nothing in files of before.
    pub about: About,
}

impl Header {
    /// When and by which device it was made, as a stamp; to the second, as it stands in the file.
    pub fn made(&self) -> Stamp {
        let device = Device::parse(&self.from.device).unwrap_or_else(|_| Device::from_random(0));
        Stamp::new(self.created_ms / 1000 * 1000, 0, device)
    }
}

/// A file that has been read and checked.
#[derive(Clone, Debug, PartialEq)]
pub struct File {
    /// All but the records.
    pub header: Header,
    /// The records.
    pub records: Vec<Record>,
}

/// How many records of each kind there are; those erased count as `erased`.
pub(super) fn counts(records: &[&Record]) -> Map<String, Value> {
    let mut counts = Map::new();
    for record in records {
        let kind = if record.is_erased() { "erased" } else { record.kind() };
        let before = counts.get(kind).and_then(Value::as_u64).unwrap_or(0);
        counts.insert(kind.to_owned(), (before + 1).into());
    }
    counts
}
