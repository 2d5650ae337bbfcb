//! The rules of a group and of a member, each with its source at the [`GroupProblem`] or [`MemberProblem`] it yields.
//!
//! Rules that need more than one group (a NIK found elsewhere) are the registry's.

use super::choices::{Business, Programme, Role};
use super::date::Date;
use super::group::{Group, GroupField};
use super::member::{Member, MemberField};
use super::nik::RegionStanding;
use super::problem::{GroupProblem, MemberProblem};
use super::programme::GROUP_SIZE;
use super::region;

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
    for (field, date) in [(GroupField::Formed, group.formed), (GroupField::DecreeDate, group.decree_date)] {
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

/// What is wrong with one member; `programme` is the group's.
pub fn check_member(member: &Member, programme: Option<Programme>, today: Date) -> Vec<MemberProblem> {
    let mut found = Vec::new();
    if member.name.is_none() {
        found.push(MemberProblem::NameMissing);
    }
    check_nik(member, today, &mut found);
    if member.sex.is_none() {
        found.push(MemberProblem::SexMissing);
    }
    match member.birth_date {
        None => found.push(MemberProblem::BirthDateMissing),
        Some(date) if date > today => found.push(MemberProblem::DateAhead(MemberField::BirthDate)),
        Some(date) => {
            let (age, ages) = (date.age_on(today), programme.unwrap_or(Programme::Other).ages());
            if !ages.contains(&age) {
                found.push(MemberProblem::AgeOutside { age, min: *ages.start(), max: *ages.end() });
            }
        }
    }
    if let Some(code) = member.region.filter(|code| !region::is_known(*code)) {
        found.push(MemberProblem::RegionUnknown(code));
    }
    if let (Some(joined), Some(left)) = (member.joined, member.left)
        && left < joined
    {
        found.push(MemberProblem::LeftBeforeJoining);
    }
    let dates = [
        (MemberField::Joined, member.joined),
        (MemberField::WelfareChecked, member.welfare_checked),
        (MemberField::ConsentDate, member.consent_date),
    ];
    for (field, _) in dates.into_iter().filter(|(_, date)| date.is_some_and(|date| date > today)) {
        found.push(MemberProblem::DateAhead(field));
    }
    if member.consent_date.is_none() {
        found.push(MemberProblem::ConsentMissing);
    }
    found
}

fn check_nik(member: &Member, today: Date, found: &mut Vec<MemberProblem>) {
    let Some(nik) = member.nik else {
        found.push(MemberProblem::NikMissing);
        return;
    };
    match nik.region_standing() {
        RegionStanding::UnknownProvince => found.push(MemberProblem::NikProvinceUnknown),
        RegionStanding::Old { .. } => found.push(MemberProblem::NikRegionOld),
        RegionStanding::UnknownDistrict => found.push(MemberProblem::NikRegionUnknown),
        RegionStanding::Current | RegionStanding::Elsewhere => {}
    }
    if let (Some(given), Some(in_nik)) = (member.birth_date, nik.birth_date(today, member.birth_date))
        && given != in_nik
    {
        found.push(MemberProblem::NikDateDiffers { in_nik });
    }
    if member.sex.is_some_and(|sex| sex != nik.sex()) {
        found.push(MemberProblem::NikSexDiffers);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Date, FieldValue, Nik, PersonName, RegionCode, Sex};

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
    fn a_whole_member_has_no_problem() {
        assert_eq!(check_member(&member("6472030506909001"), None, today()), []);
    }

    #[test]
    fn a_date_or_sex_that_differs_from_the_nik_is_a_warning() {
        let mut one = member("6472030506909001");
        one.birth_date = Date::new(1990, 6, 6);
        one.sex = Some(Sex::Female);
        let found = check_member(&one, None, today());
        assert_eq!(
            found,
            [MemberProblem::NikDateDiffers { in_nik: Date::new(1990, 6, 5).unwrap() }, MemberProblem::NikSexDiffers]
        );
        assert!(found.iter().all(|problem| problem.severity() == crate::domain::Severity::Warning));
    }

    #[test]
    fn an_age_outside_the_programmes_limits_is_a_warning() {
        let old = member("6472030506589001");
        assert!(check_member(&old, Some(Programme::Pkp), today()).contains(&MemberProblem::AgeOutside {
            age: 56,
            min: 15,
            max: 55
        }));
        assert_eq!(check_member(&old, Some(Programme::Province), today()), []);
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
            found.iter().filter(|problem| problem.severity() == crate::domain::Severity::Error).collect();
        assert_eq!(errors, [&GroupProblem::NameMissing]);
    }
}
