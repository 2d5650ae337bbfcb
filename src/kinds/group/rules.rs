//! The rules of a group, each with its source at the [`GroupProblem`] it yields: of its own values, and as its members make it.

use super::Group;
use crate::domain::{Business, CROWD, Date, Fault, GROUP_SIZE, Programme, Role, region};
use crate::kinds::{FieldRef, Member, Severity};

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
    /// So many that several groups must have been put together.
    Crowded {
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
    DateAhead(FieldRef),
    /// A stored value that this version cannot read; it is kept.
    Unfit(FieldRef, Fault),
}

impl GroupProblem {
    /// How grave it is.
    pub fn severity(self) -> Severity {
        if self == Self::NameMissing { Severity::Error } else { Severity::Warning }
    }

    /// The field it is about, where it is about one.
    pub fn field(self) -> Option<FieldRef> {
        match self {
            Self::NameMissing => Some(Group::NAME),
            Self::BusinessMissing => Some(Group::BUSINESS),
            Self::BusinessUnnamed => Some(Group::BUSINESS_NAME),
            Self::RegionMissing | Self::RegionUnknown | Self::RegionCoarse => Some(Group::REGION),
            Self::DateAhead(field) | Self::Unfit(field, _) => Some(field),
            Self::FewMembers { .. }
            | Self::ManyMembers { .. }
            | Self::Crowded { .. }
            | Self::OffTarget { .. }
            | Self::OfficerMissing(_)
            | Self::OfficerTwice(_)
            | Self::Scattered => None,
        }
    }
}

/// What is wrong with the group's own values.
pub fn check_group(group: &Group, today: Date) -> Vec<GroupProblem> {
    let mut found = Vec::new();
    if group.name.is_none() {
        found.push(GroupProblem::NameMissing);
    }
    match (group.business, &group.business_name) {
        (None, _) => found.push(GroupProblem::BusinessMissing),
        (Some(Business::Other), None) => found.push(GroupProblem::BusinessUnnamed),
        _ => {}
    }
    match group.region {
        None => found.push(GroupProblem::RegionMissing),
        Some(place) if !region::is_known(place) => found.push(GroupProblem::RegionUnknown),
        Some(place) if !place.level().is_village() => found.push(GroupProblem::RegionCoarse),
        Some(_) => {}
    }
    for (field, date) in [(Group::FORMED, group.formed), (Group::DECREE_DATE, group.decree_date)] {
        if date.is_some_and(|date| date > today) {
            found.push(GroupProblem::DateAhead(field));
        }
    }
    found
}

/// What is wrong with the group as its members make it; `members` are those present.
pub fn check_composition(group: &Group, members: &[&Member]) -> Vec<GroupProblem> {
    let mut found = Vec::new();
    let count = members.len();
    let target = group.programme.and_then(Programme::target_size);
    if count < *GROUP_SIZE.start() {
        found.push(GroupProblem::FewMembers { count });
    } else if count >= CROWD {
        found.push(GroupProblem::Crowded { count });
    } else if count > *GROUP_SIZE.end() {
        found.push(GroupProblem::ManyMembers { count });
    } else if let Some(target) = target.filter(|target| *target != count) {
        found.push(GroupProblem::OffTarget { count, target });
    }
    if count > 0 {
        for role in [Role::Chair, Role::Secretary, Role::Treasurer] {
            match members.iter().filter(|member| member.role == Some(role)).count() {
                0 => found.push(GroupProblem::OfficerMissing(role)),
                1 => {}
                _ => found.push(GroupProblem::OfficerTwice(role)),
            }
        }
    }
    let mut districts = members.iter().filter_map(|member| member.region?.district());
    if let Some(first) = districts.next()
        && districts.any(|other| other != first)
    {
        found.push(GroupProblem::Scattered);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{FieldValue, Nik, PersonName, RegionCode};

    fn today() -> Date {
        Date::new(2014, 6, 5).unwrap()
    }

    fn member(nik: &str) -> Member {
        let nik = Nik::parse(nik).unwrap();
        Member {
            name: PersonName::parse("Contoh Satu").ok(),
            nik: Some(nik),
            sex: Some(nik.sex()),
            birth_date: nik.birth_date(today(), None),
            consent_date: Some(today()),
            ..Member::default()
        }
    }

    #[test]
    fn groups_of_3_and_of_25_are_warned_of_and_a_group_of_8_by_its_programme() {
        let one = member("6472030506909001");
        let of = |count: usize, programme| {
            let group = Group { programme, ..Group::default() };
            check_composition(&group, &vec![&one; count])[0]
        };
        assert_eq!(of(3, None), GroupProblem::FewMembers { count: 3 });
        assert_eq!(of(25, None), GroupProblem::ManyMembers { count: 25 });
        assert_eq!(of(59, None), GroupProblem::ManyMembers { count: 59 });
        assert_eq!(of(3_000, None), GroupProblem::Crowded { count: 3_000 });
        assert_eq!(of(8, Some(Programme::Pkp)), GroupProblem::OffTarget { count: 8, target: 10 });
        assert_eq!(of(8, None), GroupProblem::OfficerMissing(Role::Chair));
    }

    #[test]
    fn members_of_two_kecamatan_are_a_warning() {
        let mut here = member("6472030506909001");
        here.region = RegionCode::parse("64.72.03.1001").ok();
        let mut there = here.clone();
        there.region = RegionCode::parse("64.72.01.1001").ok();
        assert!(check_composition(&Group::default(), &[&here, &there]).contains(&GroupProblem::Scattered));
        assert!(!check_composition(&Group::default(), &[&here, &here]).contains(&GroupProblem::Scattered));
    }

    #[test]
    fn only_a_missing_name_keeps_a_group_from_being_saved() {
        let found = check_group(&Group::default(), today());
        let errors: Vec<_> =
            found.iter().filter(|problem| problem.severity() == crate::kinds::Severity::Error).collect();
        assert_eq!(errors, [&GroupProblem::NameMissing]);
    }
}
