//! What groups and their members are: a count for each answer, and how many have none.
//!
//! Members are counted who are present; of a group of which only a recap is here, the recap's counts. Deliberately absent: words,
//! and the order of what is shown, which is that of the answers.

use super::scope::Scope;
use crate::domain::{Business, Count, Date, RegionCode, Sex, Stage, Status, Year};
use crate::kinds::{Member, Recap};
use crate::registry::Dossier;
use crate::search::Filter;

/// What is asked of each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// The kind of business of a group.
    Business,
    /// The stage of growth of a group.
    Stage,
    /// Whether a group still works.
    Status,
    /// The budget year of a group.
    Year,
    /// Women and men among the members.
    Sex,
    /// The ages of the members.
    Age,
}

/// An answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A kind of business.
    Business(Business),
    /// A stage.
    Stage(Stage),
    /// A status.
    Status(Status),
    /// A budget year.
    Year(Year),
    /// A sex.
    Sex(Sex),
    /// Ages from one on, in whole years, to another, or without end.
    Age(i32, Option<i32>),
}

/// A count for each answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breakdown {
    /// What was asked.
    pub of: Trait,
    /// The answers, each with how many gave it and the groups behind it, where a list shows just these.
    pub counts: Vec<(Answer, usize, Option<Filter>)>,
    /// How many have none.
    pub unknown: usize,
    /// How many groups were looked at.
    pub groups: usize,
}

/// The ages of a recap: from, and to.
const AGES: [(i32, Option<i32>); 6] =
    [(0, Some(17)), (18, Some(29)), (30, Some(39)), (40, Some(49)), (50, Some(59)), (60, None)];

impl Trait {
    /// Whether members are counted, and not groups.
    pub fn is_of_members(self) -> bool {
        matches!(self, Self::Sex | Self::Age)
    }

    /// All answers there are; of years there are as many as groups have.
    fn answers(self) -> Vec<Answer> {
        match self {
            Self::Business => Business::ALL.iter().copied().map(Answer::Business).collect(),
            Self::Stage => Stage::ALL.iter().copied().map(Answer::Stage).collect(),
            Self::Status => Status::ALL.iter().copied().map(Answer::Status).collect(),
            Self::Year => Vec::new(),
            Self::Sex => vec![Answer::Sex(Sex::Female), Answer::Sex(Sex::Male)],
            Self::Age => AGES.map(|(from, to)| Answer::Age(from, to)).into(),
        }
    }

    /// The answer of a group.
    fn of_group(self, dossier: &Dossier) -> Option<Answer> {
        let group = &dossier.group.value;
        match self {
            Self::Business => group.business.map(Answer::Business),
            Self::Stage => group.stage.map(Answer::Stage),
            Self::Status => group.status.map(Answer::Status),
            Self::Year => group.year.map(Answer::Year),
            Self::Sex | Self::Age => None,
        }
    }

    /// The answer of a member.
    fn of_member(self, member: &Member, today: Date) -> Option<Answer> {
        match self {
            Self::Sex => member.sex.map(Answer::Sex),
            Self::Age => {
                let age = member.birth_date?.likely_age_on(today)?;
                let is_in = |(from, to): &&(i32, Option<i32>)| *from <= age && to.is_none_or(|to| age <= to);
                AGES.iter().find(is_in).map(|(from, to)| Answer::Age(*from, *to))
            }
            Self::Business | Self::Stage | Self::Status | Self::Year => None,
        }
    }
}

impl Answer {
    /// How many a recap says gave it.
    fn in_recap(self, recap: &Recap) -> Option<Count> {
        match self {
            Self::Sex(Sex::Female) => recap.women,
            Self::Sex(Sex::Male) => recap.men,
            Self::Age(0, _) => recap.age_under_18,
            Self::Age(18, _) => recap.age_18_29,
            Self::Age(30, _) => recap.age_30_39,
            Self::Age(40, _) => recap.age_40_49,
            Self::Age(50, _) => recap.age_50_59,
            Self::Age(60, _) => recap.age_60_up,
            _ => None,
        }
    }

    /// The groups that gave it, as the list shows them.
    fn behind(self, within: Filter) -> Option<Filter> {
        match self {
            Self::Status(status) => Some(Filter { status: Some(status), ..within }),
            Self::Year(year) => Some(Filter { year: Some(year), ..within }),
            Self::Stage(stage) => Some(within.with(|further| further.stage = Some(stage))),
            _ => None,
        }
    }
}

impl Breakdown {
    /// Counts the groups of a scope, in one city or in all, as of a day.
    pub fn count<'a>(
        of: Trait,
        dossiers: impl Iterator<Item = &'a Dossier>,
        scope: Scope,
        city: Option<RegionCode>,
        today: Date,
    ) -> Self {
        let (programme, year) = match scope {
            Scope::All => (None, None),
            Scope::Of(programme, year) => (Some(programme), Some(year)),
        };
        let within = Filter { region: city, programme, year, ..Filter::default() };
        let mut counts: Vec<(Answer, usize)> = of.answers().into_iter().map(|answer| (answer, 0)).collect();
        let mut add = |answer: Answer, count: usize| match counts.iter_mut().find(|(known, _)| *known == answer) {
            Some((_, known)) => *known += count,
            None => counts.push((answer, count)),
        };
        let (mut unknown, mut groups) = (0, 0);
        for dossier in dossiers {
            let group = &dossier.group.value;
            let place = group.region.and_then(RegionCode::kabkota);
            if !scope.covers((group.programme, group.year)) || city.is_some() && place != city {
                continue;
            }
            groups += 1;
            if !of.is_of_members() {
                of.of_group(dossier).map_or_else(|| unknown += 1, |answer| add(answer, 1));
            } else if let Some(told) = dossier.recap.as_ref().filter(|told| told.counts) {
                let mut known = 0;
                for answer in of.answers() {
                    let count = answer.in_recap(&told.best.recap).map_or(0, |count| count.get() as usize);
                    add(answer, count);
                    known += count;
                }
                unknown += dossier.present.saturating_sub(known);
            } else {
                for member in dossier.members.iter().map(|member| &member.value).filter(|it| it.is_present(today)) {
                    of.of_member(member, today).map_or_else(|| unknown += 1, |answer| add(answer, 1));
                }
            }
        }
        if of == Trait::Year {
            counts.sort_by_key(|(answer, _)| if let Answer::Year(year) = answer { year.get() } else { 0 });
        }
        let counts = counts.into_iter().map(|(answer, count)| (answer, count, answer.behind(within))).collect();
        Self { of, counts, unknown, groups }
    }

    /// How many there are, with an answer or without.
    pub fn total(&self) -> usize {
        self.counts.iter().map(|(_, count, _)| count).sum::<usize>() + self.unknown
    }

    /// The answers that most gave: one, more where as many gave each, none where nobody gave any.
    pub fn most(&self) -> Vec<Answer> {
        let most = self.counts.iter().map(|(_, count, _)| *count).max().filter(|most| *most > 0);
        self.counts.iter().filter(|(_, count, _)| Some(*count) == most).map(|(answer, ..)| *answer).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{Registry, commands};
    use crate::sample::{Sample, sample};
    use crate::search::{Query, find};

    const TODAY: &str = "2014-06-30";

    fn book() -> Registry {
        let mut registry = Registry::new(Date::from_iso(TODAY).unwrap());
        commands::import(&mut registry, sample(Sample { groups: 90, members: 700, seed: 7 })).unwrap();
        registry
    }

    const ALL: [Trait; 6] = [Trait::Business, Trait::Stage, Trait::Status, Trait::Year, Trait::Sex, Trait::Age];

    #[test]
    fn every_group_and_every_member_present_is_counted_once() {
        let (book, today) = (book(), Date::from_iso(TODAY).unwrap());
        let members: usize = book.dossiers().map(|dossier| dossier.present).sum();
        for of in ALL {
            let counted = Breakdown::count(of, book.dossiers(), Scope::All, None, today);
            assert_eq!(counted.total(), if of.is_of_members() { members } else { 90 }, "{of:?}");
            let cities = crate::domain::region::kabupaten_kota();
            let parts = cities.map(|city| Breakdown::count(of, book.dossiers(), Scope::All, Some(city.code), today));
            assert_eq!(parts.map(|part| part.total()).sum::<usize>(), counted.total(), "{of:?}, city by city");
        }
    }

    #[test]
    fn a_recap_gives_the_same_counts_as_the_records_it_was_counted_from() {
        let (own, today) = (book(), Date::from_iso(TODAY).unwrap());
        let at = crate::history::Stamp::new(1_404_100_000_000, 0, crate::history::Device::from_random(7));
        let mut other = Registry::new(today);
        commands::import(&mut other, own.recaps(at)).unwrap();
        for of in ALL {
            let [own, told] = [&own, &other].map(|book| Breakdown::count(of, book.dossiers(), Scope::All, None, today));
            let plain =
                |it: &Breakdown| it.counts.iter().map(|(answer, count, _)| (*answer, *count)).collect::<Vec<_>>();
            assert_eq!((plain(&own), own.unknown), (plain(&told), told.unknown), "{of:?}");
        }
    }

    #[test]
    fn the_list_behind_a_count_has_as_many_groups() {
        let (book, today) = (book(), Date::from_iso(TODAY).unwrap());
        for of in [Trait::Stage, Trait::Status, Trait::Year] {
            let counted = Breakdown::count(of, book.dossiers(), Scope::All, None, today);
            for (answer, count, behind) in counted.counts {
                let found = find(book.dossiers(), &Query::new(""), &behind.unwrap()).len();
                assert_eq!(found, count, "{answer:?}");
            }
        }
    }

    #[test]
    fn most_are_all_that_are_equal_and_nobody_where_nothing_is_known() {
        let with = |counts: [usize; 2]| Breakdown {
            of: Trait::Sex,
            counts: vec![(Answer::Sex(Sex::Female), counts[0], None), (Answer::Sex(Sex::Male), counts[1], None)],
            unknown: 3,
            groups: 1,
        };
        assert_eq!(with([2, 1]).most(), [Answer::Sex(Sex::Female)]);
        assert_eq!(with([2, 2]).most().len(), 2);
        assert_eq!((with([0, 0]).most().len(), with([0, 0]).total()), (0, 3));
    }
}
