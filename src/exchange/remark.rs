//! What has to be said of single records of files, before anything is taken in.

use serde::{Deserialize, Serialize};

use crate::domain::{FieldValue, PersonName};
use crate::history::Record;

/// Why a record has to be spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Why {
    /// Left out: its id stands for a record of another kind, here or in one of the files.
    OtherKind,
    /// Left out: with what is here it would hold more than a file can.
    TooLarge,
    /// Left out: of what this version does not know there would be more than it keeps.
    Unknown,
    /// Two contents stand under one stamp, as only a damaged or forged file or a copied browser profile makes them.
    Twins,
    /// Recaps of the group contradict each other.
    Recaps,
}

impl Why {
    /// All, in order.
    pub const ALL: [Self; 5] = [Self::OtherKind, Self::TooLarge, Self::Unknown, Self::Twins, Self::Recaps];

    /// Whether such a record is left out.
    pub fn is_left_out(self) -> bool {
        matches!(self, Self::OtherKind | Self::TooLarge | Self::Unknown)
    }
}

/// The records that the same is to be said of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What.
    pub why: Why,
    /// How many they are.
    pub count: usize,
    /// The names of the first of them that have one, each once.
    pub names: Vec<String>,
}

/// More names than these are only counted.
const NAMED: usize = 5;

/// Remarks as they are made, one for each reason.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Remarks(Vec<Remark>);

impl Remarks {
    pub(super) fn note(&mut self, why: Why, record: &Record) {
        self.note_name(why, name_of(record));
    }

    pub(super) fn note_name(&mut self, why: Why, name: Option<String>) {
        let place = self.0.iter().position(|remark| remark.why == why).unwrap_or_else(|| {
            self.0.push(Remark { why, count: 0, names: Vec::new() });
            self.0.len() - 1
        });
        let remark = &mut self.0[place];
        remark.count += 1;
        if let Some(name) = name.filter(|name| remark.names.len() < NAMED && !remark.names.contains(name)) {
            remark.names.push(name);
        }
    }

    pub(super) fn into_vec(mut self) -> Vec<Remark> {
        self.0.sort_by_key(|remark| remark.why);
        self.0
    }
}

/// The name in a record, cleaned as any name: shown before anything is taken in.
pub(super) fn name_of(record: &Record) -> Option<String> {
    let name = record.value("name")?.as_str()?;
    PersonName::parse(name).ok().map(|name| name.text())
}
