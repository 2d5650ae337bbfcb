//! The rules of a member, each with its source at the [`MemberProblem`] it yields.
//!
//! Rules that need more than one group (a NIK found elsewhere) are the registry's.

use super::Member;
use crate::domain::{Date, Fault, Id, Programme, RegionCode, RegionStanding, region};
use crate::kinds::{FieldRef, Severity};

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
    /// Born longer ago than anybody lives.
    BirthUnlikely,
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
    DateAhead(FieldRef),
    /// No consent on record.
    ConsentMissing,
    /// A stored value that this version cannot read; it is kept.
    Unfit(FieldRef, Fault),
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
    pub fn field(self) -> FieldRef {
        match self {
            Self::NameMissing => Member::NAME,
            Self::SexMissing | Self::NikSexDiffers => Member::SEX,
            Self::BirthDateMissing | Self::NikDateDiffers { .. } | Self::AgeOutside { .. } | Self::BirthUnlikely => {
                Member::BIRTH_DATE
            }
            Self::NikMissing
            | Self::NikProvinceUnknown
            | Self::NikRegionOld
            | Self::NikRegionUnknown
            | Self::NikTwice
            | Self::NikElsewhere { .. } => Member::NIK,
            Self::CardTwice => Member::CARD,
            Self::RegionUnknown(_) => Member::REGION,
            Self::LeftBeforeJoining => Member::LEFT,
            Self::ConsentMissing => Member::CONSENT_DATE,
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
        Some(date) if date > today => found.push(MemberProblem::DateAhead(Member::BIRTH_DATE)),
        Some(date) if date.likely_age_on(today).is_none() => found.push(MemberProblem::BirthUnlikely),
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
        (Member::JOINED, member.joined),
        (Member::WELFARE_CHECKED, member.welfare_checked),
        (Member::CONSENT_DATE, member.consent_date),
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
    use crate::domain::{FieldValue, Nik, PersonName, Sex};

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
        assert!(found.iter().all(|problem| problem.severity() == crate::kinds::Severity::Warning));
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
    fn a_birth_ahead_or_of_longer_ago_than_anybody_lives_is_a_warning_and_no_age() {
        let of = |year| {
            let mut one = member("6472030506909001");
            one.nik = None;
            one.birth_date = Date::new(year, 6, 5);
            check_member(&one, Some(Programme::Province), today())
        };
        assert!(of(2073).contains(&MemberProblem::DateAhead(Member::BIRTH_DATE)));
        assert!(of(1900).contains(&MemberProblem::AgeOutside { age: 114, min: 18, max: 60 }));
        let mut one = member("6472030506909001");
        one.birth_date = Date::new(1900, 6, 5);
        let found = check_member(&one, None, Date::new(2026, 6, 5).unwrap());
        assert!(found.contains(&MemberProblem::BirthUnlikely));
        assert!(!found.iter().any(|problem| matches!(problem, MemberProblem::AgeOutside { .. })));
    }
}
