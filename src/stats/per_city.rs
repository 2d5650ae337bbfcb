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

impl PerCity {
    /// Households per group, in hundredths, rounded half up; `None` without a group. 7,959 over 949 is 839.
    pub fn hundredths_per_group(&self) -> Option<usize> {
        let CityRow { groups, households, .. } = self.total;
        (groups > 0).then(|| (households * 200 + groups) / (groups * 2))
    }
}

/// Counts the groups that the scope covers.
pub fn per_city<'a>(dossiers: impl Iterator<Item = &'a Dossier>, scope: Scope) -> PerCity {
    let mut rows: Vec<CityRow> = region::kabupaten_kota()
        .map(|place| CityRow { region: Some(place.code), ..CityRow::default() })
        .chain([CityRow::default()])
        .collect();
    let unplaced = rows.len() - 1;
    let place_of = |rows: &[CityRow], region: Option<RegionCode>| {
        rows.iter().position(|row| row.region == region).unwrap_or(unplaced)
    };
    for dossier in dossiers.filter(|dossier| scope.covers(&dossier.group.value)) {
        let group = &dossier.group.value;
        let place = place_of(&rows, group.region.and_then(RegionCode::kabkota));
        let row = &mut rows[place];
        row.groups += 1;
        row.households += dossier.households;
        row.active += usize::from(group.status.is_none_or(|status| status == Status::Active));
    }
    for one in scope.allocations() {
        let place = place_of(&rows, Some(one.region));
        let row = &mut rows[place];
        *row.groups_allocated.get_or_insert(0) += one.groups as usize;
        *row.households_allocated.get_or_insert(0) += one.households as usize;
    }
    if rows[unplaced] == CityRow::default() {
        rows.pop();
    }
    let total = rows.iter().fold(CityRow::default(), |sum, row| CityRow {
        region: None,
        groups: sum.groups + row.groups,
        groups_allocated: add(sum.groups_allocated, row.groups_allocated),
        households: sum.households + row.households,
        households_allocated: add(sum.households_allocated, row.households_allocated),
        active: sum.active + row.active,
    });
    PerCity { rows, total }
}

fn add(one: Option<usize>, other: Option<usize>) -> Option<usize> {
    match (one, other) {
        (None, None) => None,
        _ => Some(one.unwrap_or(0) + other.unwrap_or(0)),
    }
}
