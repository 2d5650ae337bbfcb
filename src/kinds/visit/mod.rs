//! A visit to a KUBE (kunjungan): whom one met, whether the business runs, what was found and what follows from it.
//!
//! Deliberately absent: photos, which need more room than a phone's book has, and where the visitor was, which is nobody's
//! business.

mod choices;
mod fields;
mod rules;
mod sample;
mod words;

use super::{Belongs, Kind, KindId};

pub use choices::{Condition, Place, Purpose};
pub use fields::Visit;
pub(super) use words::{NAMES, WORDS};

/// How visits are invented.
pub(super) const INVENT: Option<super::Invent> = Some(sample::invent);

/// No list has it.
pub(super) const HEADINGS: &[super::Heading] = &[];

/// What its records belong to.
pub(super) const BELONGS: Belongs = Belongs::Group;

/// The row of the kind.
pub(super) static KIND: Kind = Kind {
    id: KindId::Visit,
    name: Visit::KIND,
    belongs: BELONGS,
    is_typed: true,
    is_derived: false,
    fields: Visit::FIELDS,
    basics: &[Visit::DATE, Visit::PURPOSE, Visit::CONDITION, Visit::FINDINGS],
    sections: &[
        &[Visit::PLACE, Visit::FACILITATOR, Visit::MET],
        &[Visit::FOLLOW_UP, Visit::DUE, Visit::DUTY, Visit::DONE, Visit::NEXT],
    ],
    title: &[Visit::DATE, Visit::PURPOSE],
    dated: Some(Visit::DATE),
    check: rules::check,
};
