//! One plain notice for each clock that is wrong: whose, how it shows, and what to do.

use super::Lang;
use crate::domain::Moment;
use crate::registry::{ClockFault, WrongClock};

impl Lang {
    /// A device with changes from the future or from before 2010. `here` is whether it is this one, `latest` the latest of
    /// these times as the clock here shows it.
    pub fn wrong_clock(self, wrong: &WrongClock, here: bool, latest: Moment) -> String {
        let (device, when, what) = (wrong.device, self.moment(latest), self.wrongly_dated(wrong));
        match (self, wrong.fault, here) {
            (Self::Id, ClockFault::Ahead, true) => format!(
                "Jam perangkat ini mundur: perubahan terakhir di sini bertanggal {when}, lebih dari satu hari mendahului jam sekarang. Periksa tanggal dan jam perangkat ini."
            ),
            (Self::En, ClockFault::Ahead, true) => format!(
                "The clock of this device went back: the last change made here is dated {when}, more than a day ahead of the clock now. Check this device's date and time."
            ),
            (Self::Id, ClockFault::Ahead, false) => format!(
                "Jam perangkat {device} salah: {what} bertanggal lebih dari sehari di depan jam di sini, yang terakhir {when}. Periksa tanggal dan jam di perangkat itu, dan di perangkat ini."
            ),
            (Self::En, ClockFault::Ahead, false) => format!(
                "The clock of device {device} is wrong: {what} dated more than a day ahead of the clock here, the last {when}. Check the date and time of that device, and of this one."
            ),
            (Self::Id, ClockFault::Before, true) => format!(
                "Jam perangkat ini pernah salah: {what} bertanggal sebelum tahun 2010, yang terakhir {when}. Periksa tanggal dan jam perangkat ini."
            ),
            (Self::En, ClockFault::Before, true) => format!(
                "The clock of this device was wrong: {what} dated before 2010, the last {when}. Check this device's date and time."
            ),
            (Self::Id, ClockFault::Before, false) => format!(
                "Jam perangkat {device} salah: {what} bertanggal sebelum tahun 2010, yang terakhir {when}. Periksa tanggal dan jam di perangkat itu."
            ),
            (Self::En, ClockFault::Before, false) => format!(
                "The clock of device {device} is wrong: {what} dated before 2010, the last {when}. Check the date and time of that device."
            ),
        }
    }

    /// "3 perubahan di 2 KUBE"; in English with its verb, "3 changes in 2 KUBE are".
    fn wrongly_dated(self, wrong: &WrongClock) -> String {
        let (changes, groups) = (self.number(wrong.changes), self.number(wrong.groups.len()));
        let place = match (self, wrong.groups.len()) {
            (_, 0) => String::new(),
            (Self::Id, _) => format!(" di {groups} KUBE"),
            (Self::En, _) => format!(" in {groups} KUBE"),
        };
        match (self, wrong.changes) {
            (Self::Id, _) => format!("{changes} perubahan{place}"),
            (Self::En, 1) => format!("1 change{place} is"),
            (Self::En, _) => format!("{changes} changes{place} are"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Id;
    use crate::history::Device;

    #[test]
    fn a_wrong_clock_is_told_with_its_device_its_changes_and_what_to_do() {
        let latest = Moment { ms: 2_096_152_320_000, offset_minutes: 480 };
        let groups = vec![Id::v7(1, [0; 10]), Id::v7(2, [0; 10])];
        let mut wrong = WrongClock {
            device: Device::from_random(5),
            fault: ClockFault::Ahead,
            latest_ms: latest.ms,
            changes: 1234,
            groups,
        };
        assert_eq!(
            Lang::Id.wrong_clock(&wrong, false, latest),
            "Jam perangkat 000005 salah: 1.234 perubahan di 2 KUBE bertanggal lebih dari sehari di depan jam di sini, yang terakhir 4 Juni 2036 08.32. Periksa tanggal dan jam di perangkat itu, dan di perangkat ini."
        );
        assert_eq!(
            Lang::En.wrong_clock(&wrong, true, latest),
            "The clock of this device went back: the last change made here is dated 4 June 2036 08:32, more than a day ahead of the clock now. Check this device's date and time."
        );
        wrong.changes = 1;
        wrong.groups.clear();
        wrong.fault = ClockFault::Before;
        let dawn = Moment { ms: 0, ..latest };
        assert_eq!(
            Lang::En.wrong_clock(&wrong, false, dawn),
            "The clock of device 000005 is wrong: 1 change is dated before 2010, the last 1 January 1970 08:00. Check the date and time of that device."
        );
        assert_eq!(
            Lang::Id.wrong_clock(&wrong, true, dawn),
            "Jam perangkat ini pernah salah: 1 perubahan bertanggal sebelum tahun 2010, yang terakhir 1 Januari 1970 08.00. Periksa tanggal dan jam perangkat ini."
        );
    }
}
