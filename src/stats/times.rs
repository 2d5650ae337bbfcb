//! Counts over time: groups by year, visits by month, people at events by year.

use super::asked::Asked;
use super::traits::visits;
use crate::domain::{Count, Date, FieldValue, RegionCode, Year};
use crate::kinds::{Event, KindId};
use crate::registry::{Dossier, Registry};

/// Groups and households by year, the first first, without a gap; and how many have no year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Years {
    /// Each year with its groups (KUBE) and households (KK).
    pub rows: Vec<(Year, [usize; 2])>,
    /// Groups and households without a year.
    pub unknown: [usize; 2],
}

/// The year in which a group was born: that of its forming, or else its budget year.
pub fn birth_year(dossier: &Dossier) -> Option<Year> {
    let group = &dossier.group.value;
    group.formed.and_then(|formed| Year::new(formed.year().into())).or(group.year)
}

impl Years {
    /// Counts the groups that are asked for by their budget year.
    pub fn count<'a>(dossiers: impl Iterator<Item = &'a Dossier>, asked: &Asked) -> Self {
        let mut years = Self::default();
        for dossier in dossiers.filter(|dossier| asked.covers(dossier)) {
            let sums = match dossier.group.value.year {
                None => &mut years.unknown,
                Some(year) => {
                    let at = years.rows.binary_search_by_key(&year, |(known, _)| *known).unwrap_or_else(|at| {
                        years.rows.insert(at, (year, [0; 2]));
                        at
                    });
                    &mut years.rows[at].1
                }
            };
            sums[0] += 1;
            sums[1] += dossier.households;
        }
        years.fill();
        years
    }

    /// A year between two others in which nothing was given is one of none.
    fn fill(&mut self) {
        let ends = self.rows.first().map(|(year, _)| year.get()).zip(self.rows.last().map(|(year, _)| year.get()));
        let Some((first, last)) = ends else { return };
        let of = |year: u16| self.rows.iter().find(|(known, _)| known.get() == year).map_or([0; 2], |(_, sums)| *sums);
        self.rows = (first..=last).map(|year| (Year::literal(year), of(year))).collect();
    }
}

/// A month: years times twelve, and the month from 0 on.
pub fn month_of(date: Date) -> i64 {
    i64::from(date.year()) * 12 + i64::from(date.month()) - 1
}

/// So many years of months are looked at.
const YEARS: i64 = 3;

/// Visits by month, to this one; months before the first visit that is known are not known.
pub fn visits_by_month<'a>(
    dossiers: impl Iterator<Item = &'a Dossier>,
    asked: &Asked,
    today: Date,
) -> Vec<(Date, Option<usize>)> {
    let first = (i64::from(today.year()) - YEARS + 1) * 12;
    let mut counts = vec![None::<usize>; usize::try_from(month_of(today) - first + 1).unwrap_or(0)];
    let mut since = None::<i64>;
    for dossier in dossiers.filter(|dossier| asked.covers(dossier)) {
        for (date, _) in visits(dossier, today) {
            let month = month_of(date);
            since = Some(since.map_or(month, |since| since.min(month)));
            let count = usize::try_from(month - first).ok().and_then(|place| counts.get_mut(place));
            if let Some(count) = count {
                *count = Some(count.unwrap_or(0) + 1);
            }
        }
    }
    let day =
        |month: i64| Date::new(i32::try_from(month / 12).unwrap_or(0), u32::try_from(month % 12 + 1).unwrap_or(1), 1);
    let known = |month: i64, count: Option<usize>| count.or_else(|| since.filter(|since| *since <= month).map(|_| 0));
    let months = (first..).zip(counts);
    months.filter_map(|(month, count)| Some((day(month)?, known(month, count)))).collect()
}

/// People at the events of a year: women, men, and those of whom it was not told which.
pub type Presence = [usize; 3];

/// Who came to own events, by the year they began, the first first; events of which no number is known are counted apart.
pub fn presence_by_year(registry: &Registry, place: Option<RegionCode>) -> (Vec<(i32, Presence)>, usize) {
    let mut years: Vec<(i32, Presence)> = Vec::new();
    let mut untold = 0;
    for event in registry.alone(KindId::Event).map(|entry| &entry.value) {
        let of = |field: crate::kinds::FieldRef| event.value(field.key());
        let region = of(Event::REGION).and_then(|value| RegionCode::from_json(value).ok());
        let Some(starts) = of(Event::STARTS).and_then(|value| Date::from_json(value).ok()) else { continue };
        if place.is_some_and(|place| region.is_none_or(|region| !place.contains(region))) {
            continue;
        }
        let count = |field| Some(Count::from_json(of(field)?).ok()?.get() as usize);
        let (women, men) = (count(Event::WOMEN).unwrap_or(0), count(Event::MEN).unwrap_or(0));
        let Some(all) = count(Event::PRESENT).or(Some(women + men).filter(|all| *all > 0)) else {
            untold += 1;
            continue;
        };
        let at = years.binary_search_by_key(&starts.year(), |(year, _)| *year).unwrap_or_else(|at| {
            years.insert(at, (starts.year(), [0; 3]));
            at
        });
        for (sum, count) in years[at].1.iter_mut().zip([women, men, all.saturating_sub(women + men)]) {
            *sum += count;
        }
    }
    (years, untold)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::commands;
    use crate::sample::{Sample, sample};
    use crate::stats::{Scope, per_city};

    fn book() -> Registry {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::import(&mut registry, sample(Sample { groups: 300, members: 2_500, seed: 7 })).unwrap();
        registry
    }

    #[test]
    fn years_add_up_to_all_groups_and_have_no_gap() {
        let book = book();
        let years = Years::count(book.dossiers(), &Asked::default());
        let all = per_city(book.dossiers(), Scope::All).total;
        let sum = |at: usize| years.rows.iter().map(|(_, sums)| sums[at]).sum::<usize>() + years.unknown[at];
        assert_eq!([sum(0), sum(1)], [all.groups, all.households]);
        assert!(years.rows.windows(2).all(|pair| pair[1].0.get() == pair[0].0.get() + 1));
        let gap = Years { rows: vec![(Year::literal(2010), [1, 9]), (Year::literal(2012), [2, 20])], unknown: [0; 2] };
        let mut filled = gap;
        filled.fill();
        assert_eq!(filled.rows.iter().map(|(_, sums)| sums[0]).collect::<Vec<_>>(), [1, 0, 2]);
    }

    #[test]
    fn months_before_the_first_visit_are_not_known_and_those_after_it_are_none() {
        let book = book();
        let today = book.today();
        let months = visits_by_month(book.dossiers(), &Asked::default(), today);
        assert_eq!(months.len(), 2 * 12 + 6);
        assert_eq!(months.last().map(|(month, _)| month_of(*month)), Some(month_of(today)));
        let known = months.iter().position(|(_, count)| count.is_some());
        let rest = known.map_or(&months[..0], |known| &months[known..]);
        assert!(rest.iter().all(|(_, count)| count.is_some()), "what lies between is none, and not unknown");
        let sum: usize = months.iter().filter_map(|(_, count)| *count).sum();
        let all = book.dossiers().flat_map(|dossier| visits(dossier, today));
        assert_eq!(sum, all.filter(|(date, _)| date.year() >= 2012).count());
    }
}
