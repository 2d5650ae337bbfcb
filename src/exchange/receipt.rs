//! The receipt of a file, made of its header and nothing else.
//!
//! Whoever has the file makes the very same record of it: the sender once it has left, each receiver once it is taken in. So
//! any order of taking in files, and any repetition, comes to the same receipts.

use super::file::Header;
use crate::domain::{FieldValue, Id, RegionCode};
use crate::history::{Change, Fields, Record};
use crate::kinds::{About, Receipt};
use crate::registry::{Dossier, Registry};

/// The receipt of a file; none of a file whose id is not one, since another kind of record may stand under such a word.
pub fn receipt(header: &Header) -> Option<Record> {
    let id = Id::parse(&header.id).ok()?;
    let about = header.about.clone();
    let told = Receipt { kind: header.kind.code().to_owned(), name: header.from.name.clone(), about }.settled();
    let mut set = Fields::new();
    for (key, value) in told.fields() {
        set.insert(key, value);
    }
    Some(Record::new(id.to_string(), Receipt::KIND, vec![Change::set(header.made(), Vec::new(), set)]))
}

/// The records of a file with its receipt. A file that has taken the id of another record gets none, since two kinds under
/// one id would keep all of it from being taken in.
pub fn with_receipt(registry: &Registry, header: &Header, mut records: Vec<Record>) -> Vec<Record> {
    let taken = |receipt: &Record| {
        let other = |record: &Record| record.id() == receipt.id() && record.kind() != receipt.kind();
        registry.record(receipt.id()).is_some_and(other) || records.iter().any(other)
    };
    let receipt = receipt(header).filter(|receipt| !taken(receipt));
    records.extend(receipt);
    records
}

/// What a file of these groups says of itself.
pub fn about<'a>(dossiers: impl Iterator<Item = &'a Dossier>, to: &str) -> About {
    let mut about = About { to: to.trim().to_owned(), groups: Some(0), households: Some(0), regions: Vec::new() };
    let add = |sum: &mut Option<u32>, count: usize| {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        *sum = sum.map(|sum| sum.saturating_add(count));
    };
    for dossier in dossiers {
        add(&mut about.groups, 1);
        add(&mut about.households, dossier.households);
        let Some(city) = dossier.group.value.region.and_then(RegionCode::kabkota) else { continue };
        match about.regions.iter_mut().find(|(code, _)| *code == city) {
            Some((_, count)) => *count += 1,
            None => about.regions.push((city, 1)),
        }
    }
    about.regions.sort_unstable();
    about
}
