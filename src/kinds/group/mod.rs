//! A KUBE: the group, its business, its place, its programme.

mod fields;
mod headings;
mod matching;
mod rules;
mod words;

use super::{Belongs, Kind, KindId};

pub use fields::Group;
pub use rules::{GroupProblem, check_composition, check_group};
pub(super) use words::{NAMES, WORDS};

/// Groups and members are invented together, by `sample`.
pub(super) const INVENT: Option<super::Invent> = None;

/// The words above its columns in lists.
pub(super) const HEADINGS: &[super::Heading] = headings::ROWS;

/// What its records belong to.
pub(super) const BELONGS: Belongs = Belongs::Itself;

/// The row of the kind.
pub(super) static KIND: Kind = Kind {
    id: KindId::Group,
    name: Group::KIND,
    belongs: BELONGS,
    is_typed: true,
    is_derived: false,
    fields: Group::FIELDS,
    basics: &[Group::NAME, Group::BUSINESS, Group::BUSINESS_NAME, Group::REGION, Group::PROGRAMME, Group::YEAR],
    sections: &[
        &[Group::ADDRESS, Group::RT, Group::RW, Group::POSTCODE, Group::AREA, Group::COORDINATES],
        &[
            Group::FORMED,
            Group::STATUS,
            Group::STAGE,
            Group::FACILITATOR,
            Group::DECREE,
            Group::DECREE_DATE,
            Group::NOTE,
        ],
        &[Group::BANK, Group::ACCOUNT, Group::ACCOUNT_HOLDER],
    ],
    title: &[Group::NAME],
    dated: None,
    check: |_, _| Vec::new(),
};
