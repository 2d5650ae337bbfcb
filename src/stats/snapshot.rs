//! All that the first screen says, in a few numbers.
//!
//! Deliberately absent: where they are kept (`store`), and what counts as a need (`search`).

use super::per_city::{PerCity, Tally, none, tally};
use super::scope::{Scope, Slice};
use crate::domain::{Programme, RegionCode, Year};
use crate::registry::Dossier;

/// Whose files are in the numbers, besides what was entered on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// How many other devices a file has come from.
    pub senders: usize,
    /// When the last of these files was made, milliseconds since 1970.
    pub last_ms: Option<u64>,
}

/// The numbers of the first screen, of every scope; by default those of a book without anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DashboardSnapshot {
    tally: Tally,
    /// How many groups have each need, in the order of the screen.
    pub needs: [usize; 3],
    /// How many changes wait to be sent.
    pub changes: usize,
    /// When the first of them was made, milliseconds since 1970.
    pub first_ms: Option<u64>,
    /// Whose files are in them.
    pub covered: Covered,
}

impl DashboardSnapshot {
    /// Counts the groups; the rest is counted elsewhere.
    pub fn of<'a>(
        dossiers: impl Iterator<Item = &'a Dossier>,
        needs: [usize; 3],
        (changes, first_ms): (usize, Option<u64>),
        covered: Covered,
    ) -> Self {
        Self { tally: tally(dossiers), needs, changes, first_ms, covered }
    }

    /// The numbers per city.
    pub fn per_city(&self, scope: Scope) -> PerCity {
        PerCity::of(&self.tally, scope)
    }

    /// The same of one city or kabupaten.
    pub fn within(&self, scope: Scope, city: Option<RegionCode>) -> PerCity {
        PerCity::within(&self.tally, scope, city)
    }

    /// What the groups are of.
    pub fn slices(&self) -> impl Iterator<Item = Slice> {
        self.tally.iter().map(|(slice, _)| *slice)
    }

    /// As plain numbers, for keeping.
    pub fn to_numbers(&self) -> Vec<u64> {
        let times = [self.first_ms, self.covered.last_ms].map(|ms| ms.unwrap_or(0));
        let counts = self.needs.iter().chain([&self.changes, &self.covered.senders]).map(|count| *count as u64);
        let mut numbers: Vec<u64> = times.into_iter().chain(counts).collect();
        for ((programme, year), counts) in &self.tally {
            let place = programme.and_then(|programme| Programme::ALL.iter().position(|one| *one == programme));
            numbers.extend([place.map_or(0, |place| place as u64 + 1), year.map_or(0, |year| u64::from(year.get()))]);
            numbers.extend(counts.iter().flatten().map(|count| *count as u64));
        }
        numbers
    }

    /// What such numbers say; `None` when they are of another version.
    pub fn of_numbers(numbers: &[u64]) -> Option<Self> {
        let ([first, last], counts) = numbers.split_first_chunk()?;
        let time = |ms: u64| Some(ms).filter(|ms| *ms > 0);
        let counts: Vec<usize> = counts.iter().filter_map(|count| usize::try_from(*count).ok()).collect();
        let (needs, counts) = counts.split_first_chunk()?;
        let ([changes, senders], counts) = counts.split_first_chunk()?;
        let tally = counts.chunks(2 + 3 * none().len()).map(slice_of).collect::<Option<Tally>>()?;
        (!tally.is_empty()).then(|| Self {
            tally,
            needs: *needs,
            changes: *changes,
            first_ms: time(*first),
            covered: Covered { senders: *senders, last_ms: time(*last) },
        })
    }
}

/// What the groups of one slice come to: its programme and year as numbers, and the counts behind them.
fn slice_of(numbers: &[usize]) -> Option<(Slice, Vec<[usize; 3]>)> {
    let ([programme, year], counts) = numbers.split_first_chunk()?;
    let (counts, []) = counts.as_chunks() else { return None };
    let programme = match programme.checked_sub(1) {
        None => None,
        Some(place) => Some(*Programme::ALL.get(place)?),
    };
    let year = match *year {
        0 => None,
        year => Some(Year::new(i64::try_from(year).ok()?)?),
    };
    (counts.len() == none().len()).then(|| ((programme, year), counts.to_vec()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::registry::{Registry, commands};
    use crate::sample::{Sample, sample};
    use crate::stats::{per_city, within};

    const COVERED: Covered = Covered { senders: 4, last_ms: Some(1_780_000_000_001) };

    fn front_and_registry() -> (DashboardSnapshot, Registry) {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::import(&mut registry, sample(Sample { groups: 949, members: 7_959, seed: 7 })).unwrap();
        let snapshot = DashboardSnapshot::of(registry.dossiers(), [1, 0, 2], (5, Some(1_780_000_000_000)), COVERED);
        (snapshot, registry)
    }

    #[test]
    fn it_says_of_every_scope_what_the_groups_themselves_say() {
        let (snapshot, registry) = front_and_registry();
        let offered = Scope::offered(&snapshot.slices().collect::<Vec<_>>());
        assert!(offered.len() > 2, "the groups are of several years");
        for scope in offered {
            assert_eq!(snapshot.per_city(scope), per_city(registry.dossiers(), scope));
            let samarinda = Some(RegionCode::kaltim(72));
            assert_eq!(snapshot.within(scope, samarinda), within(registry.dossiers(), scope, samarinda));
        }
    }

    #[test]
    fn it_reads_back_from_its_numbers_and_other_numbers_are_refused() {
        let (snapshot, _) = front_and_registry();
        let numbers = snapshot.to_numbers();
        assert_eq!(DashboardSnapshot::of_numbers(&numbers), Some(snapshot));
        for wrong in [
            &numbers[..0],
            &numbers[1..],
            &numbers[..numbers.len() - 3],
            &numbers[..7],
            &[numbers.as_slice(), &[1]].concat(),
        ] {
            assert_eq!(DashboardSnapshot::of_numbers(wrong), None);
        }
    }

    #[test]
    fn what_was_kept_before_it_said_whose_files_are_in_it_is_refused() {
        let (snapshot, _) = front_and_registry();
        let mut numbers = snapshot.to_numbers();
        // The time of the last file, and the number of senders behind three needs and the changes.
        numbers.remove(1);
        numbers.remove(5);
        assert_eq!(DashboardSnapshot::of_numbers(&numbers), None);
    }
}
