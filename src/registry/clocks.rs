//! Clocks as the stamps of a book give them away: the own clock at each start, and whose clock is or was wrong.
//!
//! The latter is for a notice and nothing else: what was made on top of what stands in `seen`, and no value depends on a
//! clock.

use super::aggregate::Aggregate;
use super::index::Registry;
use super::recap::day_of;
use super::receipts::{is_entered, is_typed};
use crate::domain::{Date, Id};
use crate::history::{Clock, Device, Record, Stamp};
use crate::kinds::Recap;

/// 1 January 2010, milliseconds since 1970: the first KUBE of this programme is younger.
const BEGINNING_MS: u64 = 1_262_304_000_000;

/// What is wrong with a clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockFault {
    /// More than a day ahead of the clock here, as far as stamps are followed: one of the two is wrong.
    Ahead,
    /// Before the programme existed, as on a device that was never set.
    Before,
}

/// Changes of one device with times that cannot be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongClock {
    /// The device.
    pub device: Device,
    /// What is wrong.
    pub fault: ClockFault,
    /// The latest of these times, milliseconds since 1970.
    pub latest_ms: u64,
    /// How many changes have such a time.
    pub changes: usize,
    /// The groups they are in.
    pub groups: Vec<Id>,
}

/// Whether a stamp is of more than a day after today: nothing that counts by its time may believe it.
pub(super) fn is_ahead(at: Stamp, today: Date) -> bool {
    day_of(at) > today.plus_days(1)
}

impl Registry {
    /// The clock of a device that opens this book. It follows all that was typed, and the stamp of the last file sent: else what
    /// is typed after the wall clock was set back would count as sent already.
    pub fn clock(&self, device: Device, sent: Option<Stamp>, now_ms: u64) -> Clock {
        let mut clock = Clock::new(device);
        let made = self.records().filter(|record| is_typed(record)).flat_map(Record::changes).map(|change| change.at);
        made.chain(sent).for_each(|stamp| clock.follow(stamp, now_ms));
        clock
    }

    /// Whether a device has to be given up for a new one: it has given stamps, or sent files, more than a day ahead of the wall, so
    /// that its clock would have to go back to before them.
    pub fn is_past_its_time(&self, device: Device, sent: Option<Stamp>, now_ms: u64) -> bool {
        let summary = |record: &&Record| record.kind() != Recap::KIND;
        let given = self.records().filter(summary).flat_map(Record::changes).map(|change| change.at);
        let own = given.filter(|at| at.device() == device);
        own.chain(sent).any(|at| Clock::is_ahead(at, now_ms))
    }

    /// Whether records that come in a file have changes of a device of this book that the book does not have: its browser profile
    /// was copied and goes on elsewhere, or the book was put back since, or somebody forged them.
    pub fn is_used_elsewhere(&self, device: Device, incoming: &[Record]) -> bool {
        incoming.iter().filter(|record| is_typed(record)).any(|record| {
            let own = self.record(record.id());
            let mut given = record.changes().iter().filter(|change| change.at.device() == device);
            // Of what was erased here nothing is left to compare with.
            !own.is_some_and(Record::is_erased) && given.any(|change| own.is_none_or(|own| !own.holds(change)))
        })
    }

    /// Every device with changes from the future or from before 2010, once for each of the two.
    ///
    /// If one from the future is this very device, its clock has gone back since.
    pub fn wrong_clocks(&self, now_ms: u64) -> Vec<WrongClock> {
        let mut found: Vec<WrongClock> = Vec::new();
        for aggregate in self.aggregates() {
            let entered = self.records_at(aggregate).filter(|record| is_entered(record));
            for at in entered.flat_map(Record::changes).map(|change| change.at) {
                let fault = match at.ms() {
                    ms if ms < BEGINNING_MS => ClockFault::Before,
                    ms if ms > now_ms.saturating_add(Clock::FOLLOWS_AHEAD_MS) => ClockFault::Ahead,
                    _ => continue,
                };
                let known = found.iter().position(|wrong| (wrong.device, wrong.fault) == (at.device(), fault));
                let place = known.unwrap_or(found.len());
                if known.is_none() {
                    let device = at.device();
                    found.push(WrongClock { device, fault, latest_ms: 0, changes: 0, groups: Vec::new() });
                }
                let wrong = &mut found[place];
                wrong.changes += 1;
                wrong.latest_ms = wrong.latest_ms.max(at.ms());
                // Aggregates come in order, so that a group that is known already is the last.
                if let Aggregate::Group(group) = aggregate
                    && wrong.groups.last() != Some(&group)
                {
                    wrong.groups.push(group);
                }
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Date;
    use crate::kinds::{Group, Member};
    use crate::registry::commands;

    const NOW: u64 = 1_780_000_000_000;

    fn device(number: u32) -> Device {
        Device::from_random(number)
    }

    fn group(number: u64) -> Id {
        Id::v7(number, [0; 10])
    }

    /// A registry of changes: the group, when, by which device.
    fn registry(changes: &[(u64, u64, u32)]) -> Registry {
        let mut registry = Registry::new(Date::new(2026, 5, 28).unwrap());
        for (number, ms, of) in changes {
            let set = [("name".to_owned(), "Contoh".into())].into();
            let at = Stamp::new(*ms, 0, device(*of));
            commands::save(&mut registry, Group::KIND, group(*number), at, &[], set);
        }
        registry
    }

    #[test]
    fn what_is_typed_after_the_wall_was_set_back_is_not_sent_yet() {
        let hour = 3_600_000;
        let mut book = registry(&[(1, NOW, 1)]);
        let sent = book.clock(device(1), None, NOW + 2 * hour).tick(NOW + 2 * hour);
        assert_eq!(book.changes_since(Some(sent), device(1)), 0);
        let at = book.clock(device(1), Some(sent), NOW + hour).tick(NOW + hour);
        let renamed = [("name".to_owned(), "Contoh Dua".into())].into();
        commands::save(&mut book, Group::KIND, group(1), at, &[], renamed);
        assert_eq!(book.changes_since(Some(sent), device(1)), 1);
    }

    #[test]
    fn each_device_with_times_that_cannot_be_is_told_with_what_it_wrote() {
        let year = 365 * Clock::FOLLOWS_AHEAD_MS;
        let book = [(1, NOW, 1), (1, NOW + year, 2), (1, NOW + 2 * year, 2), (2, NOW + year, 2), (2, 5, 3)];
        let of = |number, fault, latest_ms, changes, groups| WrongClock {
            device: device(number),
            fault,
            latest_ms,
            changes,
            groups,
        };
        assert_eq!(
            registry(&book).wrong_clocks(NOW),
            [
                of(2, ClockFault::Ahead, NOW + 2 * year, 3, vec![group(1), group(2)]),
                of(3, ClockFault::Before, 5, 1, vec![group(2)]),
            ]
        );
    }

    #[test]
    fn a_day_ahead_is_not_wrong_yet_and_2010_is_not_too_early() {
        let ahead = NOW + Clock::FOLLOWS_AHEAD_MS;
        let faults = |ms| registry(&[(1, ms, 1)]).wrong_clocks(NOW).iter().map(|wrong| wrong.fault).collect::<Vec<_>>();
        assert_eq!([faults(ahead), faults(ahead + 1)], [vec![], vec![ClockFault::Ahead]]);
        assert_eq!([faults(BEGINNING_MS), faults(BEGINNING_MS - 1)], [vec![], vec![ClockFault::Before]]);
        assert_eq!(Date::from_unix_days((BEGINNING_MS / Clock::FOLLOWS_AHEAD_MS).cast_signed()).iso(), "2010-01-01");
    }

    #[test]
    fn a_device_wrong_both_ways_is_told_twice_and_what_belongs_to_no_group_counts() {
        let mut registry = registry(&[(1, 5, 1)]);
        let set = [(Member::NAME.key().to_owned(), "Contoh".to_owned().into())].into();
        let at = Stamp::new(Stamp::MAX_MS, 0, device(1));
        commands::save(&mut registry, Member::KIND, group(9), at, &[], set);
        let wrong = registry.wrong_clocks(NOW);
        assert_eq!(
            wrong.iter().map(|wrong| (wrong.fault, wrong.groups.len())).collect::<Vec<_>>(),
            [(ClockFault::Before, 1), (ClockFault::Ahead, 0)]
        );
    }
}
