//! Programmes and what was allocated under them, per year and city.

use std::ops::RangeInclusive;

use super::choices::Programme;
use super::counts::Year;
use super::region::RegionCode;

impl Programme {
    /// How many households a group of this programme is meant to have, where a source says so.
    ///
    /// PKP: 500 KK in 50 KUBE (press release of Kaltim, 2014). Province: 5 persons per KUBE (Dinsos Kaltim 2019, 2024).
    /// Ministry: Rp20 juta per KUBE of 10 KK (Kemensos, to 2019).
    pub fn target_size(self) -> Option<usize> {
        match self {
            Self::Pkp | Self::Ministry => Some(10),
            Self::Province => Some(5),
            Self::Regency | Self::Other => None,
        }
    }

    /// The ages a member may have, in years. 15-55 in the older guides, 18-60 since 2020.
    pub fn ages(self) -> RangeInclusive<i32> {
        match self {
            Self::Pkp => 15..=55,
            _ => 18..=60,
        }
    }
}

/// The least and most households of a group: Permensos 2/2019 Pasal 3(2).
pub const GROUP_SIZE: RangeInclusive<usize> = 5..=20;

/// From so many members on, three times the most that a group may have, it is no group any more: a list without a column for the
/// name of the KUBE was taken for one.
pub const CROWD: usize = 60;

/// What one city or kabupaten was given under a programme in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// The programme.
    pub programme: Programme,
    /// The budget year.
    pub year: Year,
    /// The city or kabupaten.
    pub region: RegionCode,
    /// Groups (KUBE).
    pub groups: u32,
    /// Households (KK).
    pub households: u32,
}

/// The published allocations: 50 KUBE and 500 KK of PKP in three cities.
///
/// Source: press release of the government of Kalimantan Timur. It names no year; the poverty figure it quotes was
/// announced in July 2013 and its training ran on "5-7 June this year", so it is of June 2014.
pub fn published_allocations() -> [Allocation; 3] {
    let of = |city, groups, households| Allocation {
        programme: Programme::Pkp,
        year: PRESS_RELEASE_YEAR,
        region: RegionCode::kaltim(city),
        groups,
        households,
    };
    [of(72, 20, 200), of(71, 15, 150), of(74, 15, 150)]
}

/// Groups (KUBE) and households (KK) of the programme's five years so far, by the same press release, which does not name the years.
pub const FIVE_YEARS: [u32; 2] = [949, 7_959];

/// The budget year of the press release.
pub const PRESS_RELEASE_YEAR: Year = Year::literal(2014);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_allocations_add_up_to_50_groups_and_500_households() {
        let all = published_allocations();
        assert_eq!(all.iter().map(|one| one.groups).sum::<u32>(), 50);
        assert_eq!(all.iter().map(|one| one.households).sum::<u32>(), 500);
    }
}
