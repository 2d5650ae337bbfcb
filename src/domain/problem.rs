//! Every broken rule is a value.
//!
//! An **error** is only what would make the record useless; all else is a **warning**, since real groups break the rules on
//! paper. Deliberately absent: sentences; `i18n` explains each by an exhaustive match.

use super::choices::Role;
use super::date::Date;
use super::fault::Fault;
use super::group::GroupField;
use super::id::Id;
use super::member::MemberField;
use super::region::RegionCode;

/// How grave a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Shown, never in the way.
    Warning,
    /// Keeps the form from being saved.
    Error,
}

/// What is wrong with a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupProblem {
    /// No name.
    NameMissing,
    /// No kind of business.
    BusinessMissing,
    /// The kind is "other" and nothing says which.
    BusinessUnnamed,
    /// No kelurahan or desa.
    RegionMissing,
    /// A code that today's list of Kaltim does not have.
    RegionUnknown,
    /// A kecamatan or a city where a kelurahan or desa belongs.
    RegionCoarse,
    /// Under five members (Permensos 2/2019 Pasal 3(2)).
    FewMembers {
        /// Members present.
        count: usize,
    },
    /// Over twenty members (the same rule).
    ManyMembers {
        /// Members present.
        count: usize,
    },
    /// Within the rule, but not the size its programme is meant for.
    OffTarget {
        /// Members present.
        count: usize,
        /// The programme's size.
        target: usize,
    },
    /// No chair, secretary or treasurer (Pasal 3(3)).
    OfficerMissing(Role),
    /// More than one of them.
    OfficerTwice(Role),
    /// Members live in more than one kecamatan (Pasal 3(1)).
    Scattered,
    /// A date that lies in the future.
    DateAhead(GroupField),
    /// A stored value that this version cannot read; it is kept.
    Unfit(GroupField, Fault),
}

/// What is wrong with a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberProblem {
    /// No name.
    NameMissing,
    /// No sex.
    SexMissing,
    /// No date of birth.
    BirthDateMissing,
    /// No NIK.
    NikMissing,
    /// The date in the NIK is another. Lawful when the date was corrected later: look at the card.
    NikDateDiffers {
        /// The date the NIK holds.
        in_nik: Date,
    },
    /// The sex in the NIK is another.
    NikSexDiffers,
    /// The NIK begins with no province's number.
    NikProvinceUnknown,
    /// The NIK begins with a number that Kaltim no longer uses; lawful for life.
    NikRegionOld,
    /// The NIK begins with a kecamatan of Kaltim that no list has.
    NikRegionUnknown,
    /// Outside the programme's ages.
    AgeOutside {
        /// Full years.
        age: i32,
        /// The youngest allowed.
        min: i32,
        /// The oldest allowed.
        max: i32,
    },
    /// Another member of this group has the same NIK.
    NikTwice,
    /// A member of another group has the same NIK.
    NikElsewhere {
        /// That group.
        group: Id,
    },
    /// Another member of this group has the same family card: one household, counted once.
    CardTwice,
    /// A code of the home that today's list of Kaltim does not have.
    RegionUnknown(RegionCode),
    /// Left before joining.
    LeftBeforeJoining,
    /// A date that lies in the future.
    DateAhead(MemberField),
    /// No consent on record.
    ConsentMissing,
    /// A stored value that this version cannot read; it is kept.
    Unfit(MemberField, Fault),
}

impl GroupProblem {
    /// How grave it is.
    pub fn severity(self) -> Severity {
        if self == Self::NameMissing { Severity::Error } else { Severity::Warning }
    }

    /// The field it is about, where it is about one.
    pub fn field(self) -> Option<GroupField> {
        match self {
            Self::NameMissing => Some(GroupField::Name),
            Self::BusinessMissing => Some(GroupField::Business),
            Self::BusinessUnnamed => Some(GroupField::BusinessName),
            Self::RegionMissing | Self::RegionUnknown | Self::RegionCoarse => Some(GroupField::Region),
            Self::DateAhead(field) | Self::Unfit(field, _) => Some(field),
            Self::FewMembers { .. }
            | Self::ManyMembers { .. }
            | Self::OffTarget { .. }
            | Self::OfficerMissing(_)
            | Self::OfficerTwice(_)
            | Self::Scattered => None,
        }
    }
}

impl MemberProblem {
    /// How grave it is.
    pub fn severity(self) -> Severity {
        match self {
            Self::NameMissing | Self::NikTwice => Severity::Error,
            _ => Severity::Warning,
        }
    }

    /// The field it is about.
    pub fn field(self) -> MemberField {
        match self {
            Self::NameMissing => MemberField::Name,
            Self::SexMissing | Self::NikSexDiffers => MemberField::Sex,
            Self::BirthDateMissing | Self::NikDateDiffers { .. } | Self::AgeOutside { .. } => MemberField::BirthDate,
            Self::NikMissing
            | Self::NikProvinceUnknown
            | Self::NikRegionOld
            | Self::NikRegionUnknown
            | Self::NikTwice
            | Self::NikElsewhere { .. } => MemberField::Nik,
            Self::CardTwice => MemberField::Card,
            Self::RegionUnknown(_) => MemberField::Region,
            Self::LeftBeforeJoining => MemberField::Left,
            Self::ConsentMissing => MemberField::ConsentDate,
            Self::DateAhead(field) | Self::Unfit(field, _) => field,
        }
    }

    /// Whether something is simply not filled in yet.
    pub fn is_gap(self) -> bool {
        matches!(
            self,
            Self::NameMissing | Self::SexMissing | Self::BirthDateMissing | Self::NikMissing | Self::ConsentMissing
        )
    }
}
