//! A series: numbers of one kind, point by point, as a chart shows them.
//!
//! It says what is counted and by what, what each number is compared with, which groups stand behind it, and whose records are
//! in it. Relies on the counts of this module, on `scale`, and on `search` for what a number leads to. Deliberately absent: words and
//! formatting (`i18n`), and drawing (`ui/charts`).

use super::per_city::{CityRow, PerCity};
use super::scale::Scale;
use super::scope::Scope;
use crate::domain::{Date, RegionCode, Year};
use crate::search::{Filter, Need};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Registered groups.
    Groups,
    /// Registered households.
    Households,
}

/// What a number is a number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Groups (KUBE).
    Groups,
    /// Households (KK).
    Households,
}

/// What the points of a series are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Cities and kabupaten.
    City,
}

/// Which point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A city or kabupaten; `None` for the groups whose place is not known.
    City(Option<RegionCode>),
}

/// A number, and the one that it is compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// The number, in the unit of the series; `None` where nothing is known, which is not 0.
    pub value: Option<i64>,
    /// What it is compared with, in the same unit; `None` where there is nothing, which is not 0.
    pub against: Option<i64>,
}

/// One point of a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// Which.
    pub key: Key,
    /// Its number.
    pub amount: Amount,
    /// The groups that are counted in it; `None` where no list shows them.
    pub behind: Option<Filter>,
}

/// Where the comparison of a series comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The allocations of the press release ([`published_allocations`](crate::domain::published_allocations)).
    PressRelease,
    /// There is none: nothing was published of this programme and year.
    Unpublished,
    /// There is none: the groups are not all of one programme and year. The first and the last of their budget years.
    Unlike(Option<(Year, Year)>),
}

/// Whose records are in a series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covers {
    /// How many groups.
    pub groups: usize,
    /// How many other devices a file has come from.
    pub senders: usize,
    /// The day here on which the last of these files was made.
    pub last: Option<Date>,
}

/// Numbers of one kind, point by point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What is counted.
    pub measure: Measure,
    /// By what.
    pub by: By,
    /// The points, in the order in which they are shown.
    pub points: Vec<Point>,
    /// What they come to together.
    pub total: Amount,
    /// Where the comparison comes from.
    pub source: Source,
    /// Whose records are in it.
    pub covers: Covers,
}

impl Measure {
    /// What its numbers are numbers of.
    pub fn unit(self) -> Unit {
        match self {
            Self::Groups => Unit::Groups,
            Self::Households => Unit::Households,
        }
    }

    /// The number of a city.
    fn of(self, row: &CityRow) -> Amount {
        let (value, against) = match self {
            Self::Groups => (row.groups, row.groups_allocated),
            Self::Households => (row.households, row.households_allocated),
        };
        Amount { value: Some(whole(value)), against: against.map(whole) }
    }
}

impl Amount {
    /// Whether there is nothing, and nothing is expected.
    pub fn is_nothing(self) -> bool {
        self.value.unwrap_or(0) == 0 && self.against.is_none()
    }

    /// Whether the number is at least what it is compared with.
    fn is_filled(self) -> bool {
        self.against.is_some_and(|against| self.value.unwrap_or(0) >= against)
    }
}

impl Series {
    /// One count of a scope, city by city.
    pub fn per_city(numbers: &PerCity, measure: Measure, scope: Scope, covers: Covers) -> Self {
        let point = |row: &CityRow| Point {
            key: Key::City(row.region),
            amount: measure.of(row),
            behind: Some(behind(row.region, scope)),
        };
        let source = match numbers.compared {
            Some(_) if numbers.total.groups_allocated.is_some() => Source::PressRelease,
            Some(_) => Source::Unpublished,
            None => Source::Unlike(numbers.years),
        };
        let points = numbers.rows.iter().map(point).collect();
        Self { measure, by: By::City, points, total: measure.of(&numbers.total), source, covers }
    }

    /// The axis on which each number, and each that one is compared with, has room.
    pub fn scale(&self) -> Scale {
        let amounts = self.points.iter().flat_map(|point| [point.amount.value, point.amount.against]);
        Scale::up_to(amounts.flatten().fold(0, i64::max))
    }

    /// How many points are compared with anything.
    pub fn compared(&self) -> usize {
        self.points.iter().filter(|point| point.amount.against.is_some()).count()
    }

    /// The point that is furthest below what it is compared with, by its part of that; of equals the first. `None` where all
    /// that are compared have reached it.
    pub fn furthest(&self) -> Option<&Point> {
        let is_short = |point: &&Point| point.amount.against.is_some() && !point.amount.is_filled();
        self.points.iter().filter(is_short).min_by_key(|point| {
            let Amount { value, against } = point.amount;
            Scale::up_to(against.unwrap_or(0)).share(value.unwrap_or(0))
        })
    }
}

/// The groups behind the number of a city.
fn behind(region: Option<RegionCode>, scope: Scope) -> Filter {
    let (programme, year) = match scope {
        Scope::All => (None, None),
        Scope::Of(programme, year) => (Some(programme), Some(year)),
    };
    let need = region.is_none().then_some(Need::NoPlace);
    Filter { region, programme, year, need, ..Filter::default() }
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Programme, region};

    const PKP: Scope = Scope::Of(Programme::Pkp, Year::literal(2014));

    /// A city with so many households, of which so many were allocated.
    fn row(city: u8, households: usize, allocated: Option<usize>) -> CityRow {
        CityRow {
            region: Some(RegionCode::kaltim(city)),
            groups: households.div_ceil(10),
            groups_allocated: allocated.map(|allocated| allocated / 10),
            households,
            households_allocated: allocated,
            ..CityRow::default()
        }
    }

    fn of_rows(rows: Vec<CityRow>) -> Series {
        let numbers = PerCity { rows, ..PerCity::of(&[], PKP) };
        Series::per_city(&numbers, Measure::Households, PKP, Covers::default())
    }

    #[test]
    fn a_series_says_of_each_city_what_its_row_says() {
        let numbers = PerCity::of(&[], PKP);
        for (measure, total) in [(Measure::Groups, 50), (Measure::Households, 500)] {
            let series = Series::per_city(&numbers, measure, PKP, Covers::default());
            assert_eq!(series.points.len(), region::kabupaten_kota().count());
            assert_eq!(series.total, Amount { value: Some(0), against: Some(total) });
            let against = series.points.iter().filter_map(|point| point.amount.against);
            assert_eq!(against.sum::<i64>(), total, "the points add up to the total");
            assert_eq!((series.source, series.compared()), (Source::PressRelease, 3));
        }
    }

    #[test]
    fn each_number_leads_to_the_groups_that_it_counts() {
        let samarinda = RegionCode::kaltim(72);
        let of_year = Filter {
            region: Some(samarinda),
            programme: Some(Programme::Pkp),
            year: Some(Year::literal(2014)),
            ..Filter::default()
        };
        assert_eq!(behind(Some(samarinda), PKP), of_year);
        assert_eq!(behind(Some(samarinda), Scope::All), Filter { region: Some(samarinda), ..Filter::default() });
        assert_eq!(behind(None, Scope::All), Filter { need: Some(Need::NoPlace), ..Filter::default() });
    }

    #[test]
    fn the_furthest_is_so_by_its_part_and_not_by_its_number() {
        let series = of_rows(vec![row(72, 150, Some(200)), row(71, 90, Some(150)), row(74, 90, Some(150))]);
        assert_eq!(series.furthest().map(|point| point.key), Some(Key::City(Some(RegionCode::kaltim(71)))));
    }

    #[test]
    fn the_axis_has_room_for_the_greatest_number_be_it_a_value_or_a_comparison() {
        for rows in [[row(72, 150, Some(200)), row(71, 90, None)], [row(72, 200, Some(150)), row(3, 7, None)]] {
            assert_eq!(of_rows(rows.into()).scale(), Scale::up_to(200));
        }
        assert_eq!(of_rows(vec![]).scale(), Scale::up_to(0));
    }

    #[test]
    fn what_is_filled_or_compared_with_nothing_is_never_furthest() {
        assert_eq!(of_rows(vec![row(72, 200, Some(200)), row(71, 160, Some(150)), row(3, 0, None)]).furthest(), None);
        assert_eq!(of_rows(vec![row(3, 7, None)]).compared(), 0);
    }

    #[test]
    fn a_series_without_a_comparison_says_why() {
        let unlike = PerCity { compared: None, ..PerCity::of(&[], PKP) };
        let source = |numbers: &PerCity| Series::per_city(numbers, Measure::Groups, PKP, Covers::default()).source;
        assert_eq!(source(&unlike), Source::Unlike(None));
        let later = Scope::Of(Programme::Pkp, Year::literal(2019));
        assert_eq!(source(&PerCity::of(&[], later)), Source::Unpublished);
    }
}
