//! A ruling: what a person decided about two records that look like one.
//!
//! It holds ids and the decision, so nothing of a person. Its own id is made of the two ([`Id::of_pair`]): two offices that
//! decide on the same pair decide in one record, and contrary decisions become a conflict like any other.

mod words;

use super::record::record;
use super::{Belongs, Kind, KindId};
use crate::domain::{Id, Verdict};

pub(super) use words::{NAMES, WORDS};

record! {
    /// A ruling as its record reads now.
    Ruling = "ruling",
    {
        /// The older of the two records, by id.
        ONE one: Id = "one", Open [Hidden];
        /// The younger.
        OTHER other: Id = "other", Open [Hidden];
        /// What was decided.
        VERDICT verdict: Verdict = "verdict", Open;
    }
}

/// Nobody invents one.
pub(super) const INVENT: Option<super::Invent> = None;

/// No list has it.
pub(super) const HEADINGS: &[super::Heading] = &[];

/// What its records belong to.
pub(super) const BELONGS: Belongs = Belongs::Shared;

/// The row of the kind.
pub(super) static KIND: Kind = Kind {
    id: KindId::Ruling,
    name: Ruling::KIND,
    belongs: BELONGS,
    is_typed: false,
    is_derived: true,
    fields: Ruling::FIELDS,
    basics: &[],
    sections: &[],
    title: &[],
    dated: None,
    check: |_, _| Vec::new(),
};
