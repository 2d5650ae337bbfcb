//! Registered against allocated, per city and kabupaten.

use super::scope::{Scope, Slice};
use crate::domain::{Programme, RegionCode, Status, Year, published_allocations, region};
use crate::order::by_text;
use crate::registry::Dossier;

/// The numbers of one city or kabupaten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CityRow {
    /// Which; `None` for the groups whose place is not known.
    pub region: Option<RegionCode>,
    /// Groups registered (KUBE).
    pub groups: usize,
    /// Groups allocated; `None` where no allocation is known, which is not the same as 0.
    pub groups_allocated: Option<usize>,
    /// Households registered (KK).
    pub households: usize,
    /// Households allocated.
    pub households_allocated: Option<usize>,
    /// Of the registered groups, those whose status is active or not filled in.
    pub active: usize,
}

/// The ten kabupaten and cities, the three of the press release first; then, where there are such, the groups without a place.
#[derive(Clone, Debug, PartialEq)]
pub struct PerCity {
    /// The rows.
    pub rows: Vec<CityRow>,
    /// Their sums.
    pub total: CityRow,
    /// What the groups are of, where all are of one programme and year: only then is anything allocated to compare them with.
    pub compared: Option<(Programme, Year)>,
    /// The first and the last budget year of the groups; none where no year is known.
    pub years: Option<(Year, Year)>,
}

/// Groups, households and active groups, a row a city or kabupaten, and a last one for the groups without a place.
pub type Counts = Vec<[usize; 3]>;

/// The counts of the groups of one slice after the other, in a fixed order.
pub type Tally = Vec<(Slice, Counts)>;

impl PerCity {
    /// The numbers of the counted groups that the scope covers, beside what was allocated to groups of their kind.
    pub fn of(tally: &[(Slice, Counts)], scope: Scope) -> Self {
        Self::within(tally, scope, None)
    }

    /// The same of one city or kabupaten, as if there were no other.
    pub fn within(tally: &[(Slice, Counts)], scope: Scope, city: Option<RegionCode>) -> Self {
        let place = city.and_then(|city| places().iter().position(|place| *place == Some(city)));
        let is_there = |counts: &Counts| place.is_none_or(|place| counts[place][0] > 0);
        let covers = |(slice, counts): &&(Slice, Counts)| scope.covers(*slice) && is_there(counts);
        let covered: Vec<_> = tally.iter().filter(covers).collect();
        let mut sums = none();
        for (sum, count) in covered.iter().flat_map(|(_, counts)| sums_of(counts)) {
            sums[sum.0][sum.1] += count;
        }
        let of_row = |(region, counts): (Option<RegionCode>, [usize; 3])| {
            let [groups, households, active] = counts;
            CityRow { region, groups, households, active, ..CityRow::default() }
        };
        let mut rows: Vec<CityRow> = places().into_iter().zip(sums).map(of_row).collect();
        let slices: Vec<Slice> = covered.iter().map(|(slice, _)| *slice).collect();
        let compared = scope.compared(&slices);
        for one in published_allocations().into_iter().filter(|one| Some((one.programme, one.year)) == compared) {
            let Some(row) = rows.iter_mut().find(|row| row.region == Some(one.region)) else { continue };
            *row.groups_allocated.get_or_insert(0) += one.groups as usize;
            *row.households_allocated.get_or_insert(0) += one.households as usize;
        }
        rows.pop_if(|last| *last == CityRow::default());
        rows.retain(|row| city.is_none() || row.region == city);
        let total = rows.iter().fold(CityRow::default(), |sum, row| CityRow {
            region: None,
            groups: sum.groups + row.groups,
            groups_allocated: add(sum.groups_allocated, row.groups_allocated),
            households: sum.households + row.households,
            households_allocated: add(sum.households_allocated, row.households_allocated),
            active: sum.active + row.active,
        });
        Self { rows, total, compared, years: Scope::years(&slices) }
    }

    /// Households per group, in tenths, rounded half up; `None` without a group. 7,959 over 949 is 84.
    pub fn tenths_per_group(&self) -> Option<usize> {
        self.total.per_group(10)
    }
}

impl CityRow {
    /// Households per group, in parts of which one household has so many, rounded half up; `None` without a group.
    pub fn per_group(&self, parts: usize) -> Option<usize> {
        let Self { groups, households, .. } = *self;
        (groups > 0).then(|| (households * parts * 2 + groups) / (groups * 2))
    }
}

/// The same of one city or kabupaten.
pub fn within<'a>(dossiers: impl Iterator<Item = &'a Dossier>, scope: Scope, city: Option<RegionCode>) -> PerCity {
    PerCity::within(&tally(dossiers), scope, city)
}

/// The numbers of the groups that the scope covers.
pub fn per_city<'a>(dossiers: impl Iterator<Item = &'a Dossier>, scope: Scope) -> PerCity {
    PerCity::of(&tally(dossiers), scope)
}

/// Counts groups.
pub fn tally<'a>(dossiers: impl Iterator<Item = &'a Dossier>) -> Tally {
    let places = places();
    let mut tally: Tally = Vec::new();
    for dossier in dossiers {
        let group = &dossier.group.value;
        let slice = (group.programme, group.year);
        let at = tally.iter().position(|(known, _)| *known == slice).unwrap_or_else(|| {
            tally.push((slice, none()));
            tally.len() - 1
        });
        let region = group.region.and_then(RegionCode::kabkota);
        let place = places.iter().position(|place| *place == region).unwrap_or(places.len() - 1);
        let is_active = group.status.is_none_or(|status| status == Status::Active);
        for (sum, count) in tally[at].1[place].iter_mut().zip([1, dossier.households, usize::from(is_active)]) {
            *sum += count;
        }
    }
    let name = |((programme, year), _): &(Slice, Counts)| {
        format!("{} {}", year.map_or(0, Year::get), programme.map_or("", |programme| programme.code()))
    };
    by_text(tally, name)
}

/// The counts of no groups.
pub(super) fn none() -> Counts {
    vec![[0; 3]; places().len()]
}

fn sums_of(counts: &Counts) -> impl Iterator<Item = ((usize, usize), usize)> {
    counts.iter().enumerate().flat_map(|(row, counts)| (0..3).map(move |column| ((row, column), counts[column])))
}

/// The rows in their order.
fn places() -> Vec<Option<RegionCode>> {
    region::kabupaten_kota().map(|place| Some(place.code)).chain([None]).collect()
}

fn add(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    match (one, other) {
        (None, None) => None,
        _ => Some(one.unwrap_or(0) + other.unwrap_or(0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::registry::{Registry, commands};
    use crate::sample::{Sample, sample};

    #[test]
    fn five_years_are_compared_with_nothing_and_one_of_them_with_its_own() {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::import(&mut registry, sample(Sample { groups: 949, members: 7_959, seed: 1 })).unwrap();
        let all = per_city(registry.dossiers(), Scope::All);
        assert_eq!((all.total.groups, all.total.groups_allocated, all.compared), (949, None, None));
        assert_eq!(all.years.map(|(first, last)| (first.get(), last.get())), Some((2010, 2014)));
        let one = per_city(registry.dossiers(), Scope::Of(Programme::Pkp, Year::literal(2014)));
        assert!(one.total.groups > 0 && one.total.groups < 949);
        assert_eq!((one.total.groups_allocated, one.total.households_allocated), (Some(50), Some(500)));
        let other = per_city(registry.dossiers(), Scope::Of(Programme::Pkp, Year::literal(2011)));
        assert!(other.total.groups > 0);
        assert_eq!(other.total.groups_allocated, None, "nothing was published of that year");
    }

    #[test]
    fn a_city_is_counted_as_if_there_were_no_other() {
        let (samarinda, berau) = (RegionCode::kaltim(72), RegionCode::kaltim(3));
        let mut counts = none();
        counts[0] = [2, 20, 1];
        let mut elsewhere = none();
        elsewhere[1] = [5, 50, 5];
        let of = |year| (Some(Programme::Pkp), Some(Year::literal(year)));
        let tally = [(of(2014), counts), (of(2012), elsewhere)];

        let whole = PerCity::of(&tally, Scope::All);
        assert_eq!((whole.total.groups, whole.compared, whole.rows.len()), (7, None, 10));
        let one = PerCity::within(&tally, Scope::All, Some(samarinda));
        assert_eq!((one.rows.len(), one.rows[0].region), (1, Some(samarinda)));
        let total = (one.total.groups, one.total.households, one.total.active, one.total.groups_allocated);
        assert_eq!(total, (2, 20, 1, Some(20)), "its groups are all of one year, whatever others are of");
        assert_eq!(one.years, Some((Year::literal(2014), Year::literal(2014))));
        let none_there = PerCity::within(&tally, Scope::Of(Programme::Pkp, Year::literal(2014)), Some(berau));
        assert_eq!((none_there.total.groups, none_there.total.groups_allocated), (0, None));
    }
}
