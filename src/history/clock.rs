//! The hybrid logical clock that stamps the changes of one device.

use super::stamp::{Device, Stamp};

/// Gives each change of this device a stamp of its own, later than every stamp it gave or followed before.
///
/// It follows the stamps of all devices, so that a change made after reading another sorts after it, but only those at most
/// [`Clock::FOLLOWS_AHEAD_MS`] ahead of the wall: one phone whose clock is years wrong, or one forged file, must not drag the
/// dates of every device with it. Own stamps are no exception; a device whose own lie further ahead is given up for a new
/// one. Nothing depends on following: what was made on top of what stands in `seen`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    device: Device,
    ms: u64,
    /// The next counter in the millisecond `ms` may be this one, if it is in the lane.
    next: u16,
    /// The counters that are this clock's own: this one, and from there on every so many.
    lane: u16,
    lanes: u16,
}

impl Clock {
    /// How far ahead of the wall clock a stamp may be and still be followed: one day, more than any time zone or leap.
    pub const FOLLOWS_AHEAD_MS: u64 = 24 * 60 * 60 * 1000;

    /// How many clocks can stamp for one device at the same time: so many tabs of one browser.
    pub const LANES: u16 = 32;

    /// A clock of a device that has seen nothing yet.
    pub fn new(device: Device) -> Self {
        Self { device, ms: 0, next: 0, lane: 0, lanes: 1 }
    }

    /// The same clock, giving only the counters of one of [`Clock::LANES`] lanes, so that clocks of one device that do not
    /// know of each other never give the same stamp.
    #[must_use]
    pub fn in_lane(self, lane: u16) -> Self {
        Self { lane: lane % Self::LANES, lanes: Self::LANES, ..self }
    }

    /// The device it stamps for.
    pub fn device(&self) -> Device {
        self.device
    }

    /// Takes note of a stamp that came with a file, another tab or the store.
    pub fn follow(&mut self, stamp: Stamp, now_ms: u64) {
        if !Self::is_ahead(stamp, now_ms) && stamp.ms() >= self.ms {
            if stamp.ms() > self.ms {
                self.next = 0;
            }
            self.ms = stamp.ms();
            self.next = self.next.max(stamp.counter().saturating_add(1));
        }
    }

    /// Whether a stamp is too far ahead of the wall to be followed.
    pub fn is_ahead(stamp: Stamp, now_ms: u64) -> bool {
        stamp.ms() > now_ms.saturating_add(Self::FOLLOWS_AHEAD_MS)
    }

    /// The stamp of the next change; `now_ms` is the wall clock in milliseconds since 1970, and may stutter or go back.
    pub fn tick(&mut self, now_ms: u64) -> Stamp {
        if now_ms > self.ms {
            self.ms = now_ms;
            self.next = 0;
        }
        let mut counter = self.in_own_lane();
        if counter > Stamp::MAX_COUNTER {
            self.ms += 1;
            self.next = 0;
            counter = self.in_own_lane();
        }
        self.next = counter + 1;
        Stamp::new(self.ms, counter, self.device)
    }

    /// The first counter from `next` on that is this clock's own.
    fn in_own_lane(&self) -> u16 {
        let turns = self.next.saturating_sub(self.lane).div_ceil(self.lanes);
        self.lane + turns * self.lanes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: u64 = 1_780_000_000_000;

    fn clock() -> Clock {
        Clock::new(Device::from_random(1))
    }

    #[test]
    fn clocks_of_one_device_in_different_lanes_never_give_the_same_stamp() {
        let mut given = std::collections::BTreeSet::new();
        for lane in 0..Clock::LANES {
            let mut clock = clock().in_lane(lane);
            // The wall stands still: more stamps than a lane has in one millisecond.
            for _ in 0..100 {
                assert!(given.insert(clock.tick(NOON)), "{lane}");
            }
            // And it goes on from what another gave.
            let latest = given.last().copied().unwrap();
            clock.follow(latest, NOON);
            let next = clock.tick(NOON);
            assert!(next > latest && given.insert(next), "{lane}");
        }
    }

    fn theirs(ms: u64, counter: u16) -> Stamp {
        Stamp::new(ms, counter, Device::from_random(2))
    }

    #[test]
    fn a_stuttering_wall_still_gives_rising_stamps() {
        let mut clock = clock();
        let stamps: Vec<Stamp> = (0..3000).map(|_| clock.tick(NOON)).collect();
        assert!(stamps.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_wall_that_goes_back_is_not_followed_back() {
        let mut clock = clock();
        let late = clock.tick(NOON);
        assert!(clock.tick(NOON - 86_400_000) > late);
    }

    #[test]
    fn a_stamp_seen_is_passed() {
        let mut clock = clock();
        clock.follow(theirs(NOON + 5000, 7), NOON);
        assert!(clock.tick(NOON) > theirs(NOON + 5000, 7));
    }

    #[test]
    fn a_counter_that_is_full_moves_to_the_next_millisecond() {
        let mut clock = clock();
        clock.follow(theirs(NOON, Stamp::MAX_COUNTER), NOON);
        assert_eq!(clock.tick(NOON).ms(), NOON + 1);
    }

    #[test]
    fn a_clock_wrong_by_years_does_not_drag_this_one() {
        let mut clock = clock();
        clock.follow(theirs(NOON + 10 * 365 * 86_400_000, 0), NOON);
        assert_eq!(clock.tick(NOON).ms(), NOON);
    }

    #[test]
    fn no_stamp_moves_it_by_more_than_a_day_be_it_its_own() {
        let mut clock = clock();
        let own = |ms| Stamp::new(ms, 3, clock.device());
        let (near, far) = (own(NOON + Clock::FOLLOWS_AHEAD_MS), own(NOON + Clock::FOLLOWS_AHEAD_MS + 1));
        clock.follow(far, NOON);
        assert_eq!(clock.tick(NOON).ms(), NOON);
        clock.follow(near, NOON);
        assert!(clock.tick(NOON) > near);
    }
}
