//! Registered against allocated, per city and kabupaten.

use super::scope::Scope;
use crate::domain::{RegionCode, Status, region};
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
}

/// Groups, households and active groups, a row a city or kabupaten, and a last one for the groups without a place.
pub type Tally = Vec<[usize; 3]>;

impl PerCity {
    /// The numbers of counted groups, beside what was allocated.
    pub fn of(tally: &[[usize; 3]], scope: Scope) -> Self {
        let of_row = |(region, counts): (Option<RegionCode>, &[usize; 3])| {
            let [groups, households, active] = *counts;
            CityRow { region, groups, households, active, ..CityRow::default() }
        };
        let mut rows: Vec<CityRow> = places().into_iter().zip(tally).map(of_row).collect();
        for one in scope.allocations() {
            let Some(row) = rows.iter_mut().find(|row| row.region == Some(one.region)) else { continue };
            *row.groups_allocated.get_or_insert(0) += one.groups as usize;
            *row.households_allocated.get_or_insert(0) += one.households as usize;
        }
        rows.pop_if(|last| *last == CityRow::default());
        let total = rows.iter().fold(CityRow::default(), |sum, row| CityRow {
            region: None,
            groups: sum.groups + row.groups,
            groups_allocated: add(sum.groups_allocated, row.groups_allocated),
            households: sum.households + row.households,
            households_allocated: add(sum.households_allocated, row.households_allocated),
            active: sum.active + row.active,
        });
        Self { rows, total }
    }

    /// Households per group, in hundredths, rounded half up; `None` without a group. 7,959 over 949 is 839.
    pub fn hundredths_per_group(&self) -> Option<usize> {
        let CityRow { groups, households, .. } = self.total;
        (groups > 0).then(|| (households * 200 + groups) / (groups * 2))
    }
}

/// The numbers of the groups that the scope covers.
pub fn per_city<'a>(dossiers: impl Iterator<Item = &'a Dossier>, scope: Scope) -> PerCity {
    PerCity::of(&tally(dossiers, scope), scope)
}

/// Counts the groups that the scope covers.
pub fn tally<'a>(dossiers: impl Iterator<Item = &'a Dossier>, scope: Scope) -> Tally {
    let places = places();
    let mut tally = vec![[0; 3]; places.len()];
    for dossier in dossiers.filter(|dossier| scope.covers(&dossier.group.value)) {
        let group = &dossier.group.value;
        let region = group.region.and_then(RegionCode::kabkota);
        let place = places.iter().position(|place| *place == region).unwrap_or(places.len() - 1);
        let is_active = group.status.is_none_or(|status| status == Status::Active);
        for (sum, count) in tally[place].iter_mut().zip([1, dossier.households, usize::from(is_active)]) {
            *sum += count;
        }
    }
    tally
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
