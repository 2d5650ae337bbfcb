//! A moment, as the clock on the wall here shows it.

use super::date::Date;

const DAY_MS: i64 = 86_400_000;

/// A moment and how the local clock stands to it. Only for showing: what is stored is a calendar date or a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970, UTC.
    pub ms: u64,
    /// How far the local clock is ahead of UTC, in minutes; 480 in Kalimantan Timur (WITA).
    pub offset_minutes: i32,
}

impl Moment {
    /// The calendar date here.
    pub fn date(self) -> Date {
        Date::from_unix_days(self.local_ms().div_euclid(DAY_MS))
    }

    /// Minutes since midnight here, 0 to 1439.
    pub fn minutes(self) -> i64 {
        self.local_ms().rem_euclid(DAY_MS) / 60_000
    }

    fn local_ms(self) -> i64 {
        i64::try_from(self.ms).unwrap_or(i64::MAX / 2) + i64::from(self.offset_minutes) * 60_000
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_here_may_be_another_than_in_utc() {
        let late = Moment { ms: 1_780_677_000_000, offset_minutes: 480 }; // 5 June 2026 16:30 UTC
        assert_eq!(late.date(), Date::new(2026, 6, 6).unwrap());
        assert_eq!(late.minutes(), 30);
        assert_eq!(Moment { offset_minutes: -420, ..late }.date(), Date::new(2026, 6, 5).unwrap());
    }
}
