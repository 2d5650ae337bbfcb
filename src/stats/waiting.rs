//! What only this device has, and whether it is time to say so.
//!
//! Deliberately absent: where it is said, and any other reason to remind.

/// Changes made here that no file holds which left this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub changes: usize,
    /// For how many whole days the first of them has been waiting.
    pub days: u64,
}

const DAY_MS: u64 = 24 * 60 * 60 * 1000;

impl Waiting {
    /// So many changes are worth a reminder on the day they are made: some two groups with their members.
    pub const MANY: usize = 30;
    /// So many days are too long for even one change.
    pub const LONG: u64 = 7;

    /// So many changes, the first of which was made at `first_ms`. One from the future has waited for no time yet.
    pub fn new(changes: usize, first_ms: Option<u64>, now_ms: u64) -> Self {
        Self { changes, days: first_ms.map_or(0, |first| now_ms.saturating_sub(first) / DAY_MS) }
    }

    /// Whether it is time to remind.
    pub fn is_due(self) -> bool {
        self.changes >= Self::MANY || (self.changes > 0 && self.days >= Self::LONG)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_780_000_000_000;

    fn due(changes: usize, age_ms: u64) -> bool {
        Waiting::new(changes, Some(NOW - age_ms), NOW).is_due()
    }

    #[test]
    fn a_reminder_is_due_by_many_changes_or_by_long_waiting_and_never_else() {
        let week = 7 * DAY_MS;
        assert_eq!([due(29, 0), due(30, 0)], [false, true]);
        assert_eq!([due(1, week - 1), due(1, week)], [false, true]);
        assert_eq!([due(29, week - 1), due(30, week)], [false, true]);
    }

    #[test]
    fn nothing_waiting_is_never_due() {
        assert_eq!(Waiting::new(0, None, NOW), Waiting { changes: 0, days: 0 });
        assert!(!Waiting { changes: 0, days: 100 }.is_due());
    }

    #[test]
    fn a_change_from_the_future_waits_for_no_time() {
        assert_eq!(Waiting::new(2, Some(NOW + 30 * DAY_MS), NOW), Waiting { changes: 2, days: 0 });
        assert_eq!(Waiting::new(2, Some(NOW - 2 * DAY_MS - 1), NOW).days, 2);
    }
}
