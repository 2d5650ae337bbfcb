//! A member of a KUBE, who stands for one household (KK).

mod fields;
mod headings;
mod matching;
mod rules;
mod words;

use super::{Belongs, Kind, KindId};

pub use fields::Member;
pub use rules::{MemberProblem, check_member};
pub(super) use words::{NAMES, WORDS};

/// Groups and members are invented together, by `sample`.
pub(super) const INVENT: Option<super::Invent> = None;

/// The words above its columns in lists.
pub(super) const HEADINGS: &[super::Heading] = headings::ROWS;

/// What its records belong to.
pub(super) const BELONGS: Belongs = Belongs::Group;

/// The row of the kind.
pub(super) static KIND: Kind = Kind {
    id: KindId::Member,
    name: Member::KIND,
    belongs: BELONGS,
    is_typed: true,
    is_derived: false,
    fields: Member::FIELDS,
    basics: &[
        Member::NAME,
        Member::NIK,
        Member::SEX,
        Member::BIRTH_DATE,
        Member::ROLE,
        Member::REGION,
        Member::RT,
        Member::CONSENT_DATE,
        Member::CONSENT_WAY,
    ],
    sections: &[
        &[
            Member::CARD,
            Member::PHONE,
            Member::BIRTH_PLACE,
            Member::ADDRESS,
            Member::RW,
            Member::KINSHIP,
            Member::MARITAL,
            Member::SCHOOLING,
            Member::OCCUPATION,
            Member::DEPENDANTS,
            Member::DISABILITY,
        ],
        &[Member::INCOME_BEFORE, Member::INCOME_AFTER, Member::WELFARE_DATA, Member::DECILE, Member::WELFARE_CHECKED],
        &[Member::JOINED, Member::LEFT, Member::LEAVE_REASON],
    ],
    title: &[Member::NAME],
    dated: None,
    check: |_, _| Vec::new(),
};
