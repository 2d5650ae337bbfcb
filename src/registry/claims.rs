//! What two records of one id come to, be they copies of one or of two kinds, and what may stand in an erase.
//!
//! Whoever made an id made it for one kind. Of two kinds under one id, which only a forged or damaged file brings, the one with
//! the better claim stays, whichever came first; the other gives way. Where none has, what is here stays.

use crate::domain::{FieldValue, Id};
use crate::history::{Body, Change, Fields, Record, RecordError};
use crate::kinds::{Belongs, GROUP_KEY, kind_of};

/// How well a kind fits an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Claim {
    /// A kind that this version does not know.
    Unknown,
    /// A kind it knows, under an id of another sort.
    Known,
    /// A kind it knows, under an id of its sort: made of other ids for rulings and summaries, of time and chance for the rest.
    Rightful,
}

fn claim(record: &Record) -> Claim {
    let is_derived = Id::parse(record.id()).ok().map(Id::is_derived);
    let kind = kind_of(record.kind()).filter(|kind| kind.id.is_of_first_version());
    let Some(kind) = kind else { return Claim::Unknown };
    if is_derived == Some(kind.is_derived) { Claim::Rightful } else { Claim::Known }
}

/// Takes in what another file or copy has under the same id; whether anything was new.
///
/// # Errors
/// [`RecordError::OtherKind`] when the other is of another kind that has no better claim and no lesser one.
pub fn unite(known: &mut Record, other: Record) -> Result<bool, RecordError> {
    if known.kind() == other.kind() || known.id() != other.id() {
        return known.unite(other);
    }
    match claim(&other).cmp(&claim(known)) {
        std::cmp::Ordering::Less => Ok(false),
        std::cmp::Ordering::Equal => Err(RecordError::OtherKind),
        std::cmp::Ordering::Greater => {
            *known = other;
            Ok(true)
        }
    }
}

/// Whether two are of two kinds under one id, of which none has the better claim.
pub fn clash(one: &Record, other: &Record) -> bool {
    one.kind() != other.kind() && claim(one) == claim(other)
}

/// Whether a record has a better claim to its id than another.
pub fn outranks(one: &Record, other: &Record) -> bool {
    claim(one) > claim(other)
}

/// The record with nothing in its erases but what must still be known: the group that it belonged to.
/// Of a kind that this version does not know it cannot tell.
pub fn reduced(record: Record) -> Record {
    let kept = match kind_of(record.kind()).map(|kind| kind.belongs) {
        Some(Belongs::Group) => Some(GROUP_KEY),
        Some(Belongs::Itself | Belongs::Own | Belongs::Shared) => None,
        None => return record,
    };
    let is_bare = |change: &Change| change.more.is_empty() && change.fields().names().all(|name| Some(name) == kept);
    if !record.is_erased() || record.changes().iter().all(is_bare) {
        return record;
    }
    record.with_each(|change| {
        let keep: Fields = change
            .fields()
            .iter()
            .filter(|(name, _)| Some(*name) == kept)
            .map(|(name, value)| (name, value.clone()))
            .collect();
        Change { body: Body::Erase(keep), more: Fields::new(), ..change }
    })
}
