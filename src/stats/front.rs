//! All that the first screen says, in a few numbers.
//!
//! Deliberately absent: where they are kept (`store`), and what counts as a need (`search`).

use super::per_city::{PerCity, Tally, tally};
use super::scope::Scope;
use crate::registry::Dossier;

/// Whose files are in the numbers, besides what was entered on this device.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Covered {
    /// How many other devices a file has come from.
    pub senders: usize,
    /// When the last of these files was made, milliseconds since 1970.
    pub last_ms: Option<u64>,
}

/// The numbers of the first screen, of every scope that is offered there; by default those of a book without anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Front {
    tallies: Vec<Tally>,
    /// How many groups have each need, in the order of the screen.
    pub needs: [usize; 3],
    /// How many changes wait to be sent.
    pub changes: usize,
    /// When the first of them was made, milliseconds since 1970.
    pub first_ms: Option<u64>,
    /// Whose files are in them.
    pub covered: Covered,
}

impl Front {
    /// Counts the groups; the rest is counted elsewhere.
    pub fn of<'a, Groups: Iterator<Item = &'a Dossier>>(
        dossiers: impl Fn() -> Groups,
        needs: [usize; 3],
        (changes, first_ms): (usize, Option<u64>),
        covered: Covered,
    ) -> Self {
        let tallies = Scope::offered().into_iter().map(|scope| tally(dossiers(), scope)).collect();
        Self { tallies, needs, changes, first_ms, covered }
    }

    /// The numbers per city; `None` for a scope that is not offered.
    pub fn per_city(&self, scope: Scope) -> Option<PerCity> {
        let place = Scope::offered().iter().position(|offered| *offered == scope)?;
        let tally = self.tallies.get(place).cloned().unwrap_or_else(|| tally([].iter(), scope));
        Some(PerCity::of(&tally, scope))
    }

    /// As plain numbers, for keeping.
    pub fn to_numbers(&self) -> Vec<u64> {
        let counts = self.needs.iter().chain([&self.changes, &self.covered.senders]);
        let counts = counts.chain(self.tallies.iter().flatten().flatten());
        [self.first_ms, self.covered.last_ms]
            .map(|ms| ms.unwrap_or(0))
            .into_iter()
            .chain(counts.map(|count| *count as u64))
            .collect()
    }

    /// What such numbers say; `None` when they are of another version.
    pub fn of_numbers(numbers: &[u64]) -> Option<Self> {
        let ([first, last], counts) = numbers.split_first_chunk()?;
        let time = |ms: u64| Some(ms).filter(|ms| *ms > 0);
        let counts: Vec<usize> = counts.iter().filter_map(|count| usize::try_from(*count).ok()).collect();
        let (needs, counts) = counts.split_first_chunk()?;
        let ([changes, senders], counts) = counts.split_first_chunk()?;
        let (rows, []) = counts.as_chunks() else { return None };
        let scopes = Scope::offered().len();
        let tallies: Vec<Tally> = rows.chunks(tally([].iter(), Scope::All).len()).map(<[_]>::to_vec).collect();
        (rows.len() == scopes * tallies.first()?.len() && tallies.len() == scopes).then(|| Self {
            tallies,
            needs: *needs,
            changes: *changes,
            first_ms: time(*first),
            covered: Covered { senders: *senders, last_ms: time(*last) },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::registry::{Registry, commands};
    use crate::sample::{Sample, sample};
    use crate::stats::per_city;

    const COVERED: Covered = Covered { senders: 4, last_ms: Some(1_780_000_000_001) };

    fn front_and_registry() -> (Front, Registry) {
        let mut registry = Registry::new(Date::new(2014, 6, 30).unwrap());
        commands::take_in(&mut registry, sample(Sample { groups: 40, members: 300, seed: 7 })).unwrap();
        let front = Front::of(|| registry.dossiers(), [1, 0, 2], (5, Some(1_780_000_000_000)), COVERED);
        (front, registry)
    }

    #[test]
    fn it_says_of_every_scope_what_the_groups_themselves_say() {
        let (front, registry) = front_and_registry();
        for scope in Scope::offered() {
            assert_eq!(front.per_city(scope), Some(per_city(registry.dossiers(), scope)));
        }
    }

    #[test]
    fn it_reads_back_from_its_numbers_and_other_numbers_are_refused() {
        let (front, _) = front_and_registry();
        let numbers = front.to_numbers();
        assert_eq!(Front::of_numbers(&numbers), Some(front));
        for wrong in [&numbers[..0], &numbers[1..], &numbers[..numbers.len() - 3], &[numbers.as_slice(), &[1]].concat()]
        {
            assert_eq!(Front::of_numbers(wrong), None);
        }
    }

    #[test]
    fn what_was_kept_before_it_said_whose_files_are_in_it_is_refused() {
        let (front, _) = front_and_registry();
        let mut numbers = front.to_numbers();
        // The time of the last file, and the number of senders behind three needs and the changes.
        numbers.remove(1);
        numbers.remove(5);
        assert_eq!(Front::of_numbers(&numbers), None);
    }
}
