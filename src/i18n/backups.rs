//! What is in a file and what is not yet, and what to do.

use super::Lang;
use crate::domain::Moment;
use crate::stats::Waiting;

impl Lang {
    /// Before something is erased: restore points have it as it was.
    pub fn points_still_hold(self, points: usize) -> String {
        let points = self.number(points);
        match self {
            Self::Id => {
                format!(
                    "{points} titik pemulihan di perangkat ini dibuat sebelumnya dan mungkin masih memuat data ini."
                )
            }
            Self::En => {
                format!("Restore points on this device from before, {points} in all, may still hold this data.")
            }
        }
    }

    /// The choice that takes them away in the same step.
    pub fn points_go_too(self, points: usize) -> String {
        let points = self.number(points);
        match self {
            Self::Id => format!("Hapus juga {points} titik pemulihan itu"),
            Self::En => format!("Delete these restore points, too ({points})"),
        }
    }

    /// Before everything is deleted: the restore points that stay.
    pub fn clearing_leaves(self, points: usize) -> String {
        let points = self.number(points);
        match self {
            Self::Id => format!(
                "Titik pemulihan tetap ada di Lainnya, bagian Penyimpanan, sampai Anda menghapusnya di sana: {points} yang sudah ada, dan satu dari keadaan sekarang bila buku ada isinya."
            ),
            Self::En => format!(
                "Restore points stay under More, in Storage, until you delete them there: {points} that are there, and one of this moment if there is anything in the book."
            ),
        }
    }

    /// Everything was deleted; so many restore points are left.
    pub fn cleared(self, points: usize) -> String {
        let done = self.texts().clear_done;
        let number = self.number(points);
        match (self, points) {
            (_, 0) => done.to_owned(),
            (Self::Id, _) => {
                format!("{done} Masih ada {number} titik pemulihan; hapus di Lainnya, bagian Penyimpanan.")
            }
            (Self::En, 1) => format!("{done} One restore point is left; delete it under More, in Storage."),
            (Self::En, _) => format!("{done} {number} restore points are left; delete them under More, in Storage."),
        }
    }

    /// A line on the summary, when it is time: "Kirim berkas: 34 perubahan hanya ada di perangkat ini, sudah 9 hari".
    pub fn reminder(self, waiting: Waiting) -> String {
        let only_here = self.only_here(waiting);
        match self {
            Self::Id => format!("Kirim berkas: {only_here}"),
            Self::En => format!("Send a file: {only_here}"),
        }
    }

    /// What to do about changes that no file holds.
    pub fn to_send(self, waiting: Waiting) -> String {
        let only_here = self.only_here(waiting);
        match (self, waiting.is_due()) {
            (Self::Id, true) => format!("{only_here}. Kirim atau unduh berkas hari ini."),
            (Self::En, true) => format!("{only_here}. Send or download a file today."),
            (Self::Id, false) => format!("{only_here}. Kirim atau unduh berkas setelah selesai bekerja hari ini."),
            (Self::En, false) => format!("{only_here}. Send or download a file at the end of the working day."),
        }
    }

    fn only_here(self, waiting: Waiting) -> String {
        let (changes, days) = (self.changes(waiting.changes), self.for_days(waiting.days));
        match (self, waiting.changes) {
            (Self::Id, _) => format!("{changes} hanya ada di perangkat ini{days}"),
            (Self::En, 1) => format!("{changes} is only on this device{days}"),
            (Self::En, _) => format!("{changes} are only on this device{days}"),
        }
    }

    fn for_days(self, days: u64) -> String {
        match (self, days) {
            (_, 0) => String::new(),
            (Self::Id, _) => format!(", sudah {days} hari"),
            (Self::En, 1) => ", for 1 day".to_owned(),
            (Self::En, _) => format!(", for {days} days"),
        }
    }

    fn changes(self, changes: usize) -> String {
        let number = self.number(changes);
        match (self, changes) {
            (Self::Id, _) => format!("{number} perubahan"),
            (Self::En, 1) => "1 change".to_owned(),
            (Self::En, _) => format!("{number} changes"),
        }
    }

    /// The last file with everything, and what it does not hold yet.
    pub fn in_file(self, last: Option<Moment>, waiting: usize) -> String {
        let Some(last) = last else {
            let none = self.pick(
                "Belum ada berkas dengan seluruh isi buku yang keluar dari perangkat ini.",
                "No file with all of the book has left this device yet.",
            );
            return none.to_owned();
        };
        let (when, changes) = (self.moment(last), self.changes(waiting));
        match (self, waiting) {
            (Self::Id, 0) => format!("Terakhir {when}. Semua perubahan ada di dalamnya."),
            (Self::En, 0) => format!("Last on {when}. All changes are in it."),
            (Self::Id, _) => format!("Terakhir {when}. Belum di dalamnya: {changes}."),
            (Self::En, _) => format!("Last on {when}. Not in it yet: {changes}."),
        }
    }

    /// The chosen folder and its last file.
    pub fn in_folder(self, name: &str, last: Option<Moment>) -> String {
        match (self, last.map(|last| self.moment(last))) {
            (Self::Id, Some(when)) => format!("{name}: terakhir ditulis {when}."),
            (Self::En, Some(when)) => format!("{name}: last written on {when}."),
            (Self::Id, None) => format!("{name}: belum ada yang ditulis."),
            (Self::En, None) => format!("{name}: nothing written yet."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Moment = Moment { ms: 1_780_619_520_000, offset_minutes: 480 };

    #[test]
    fn a_reminder_says_how_many_and_for_how_long() {
        assert_eq!(
            Lang::Id.reminder(Waiting { changes: 1234, days: 9 }),
            "Kirim berkas: 1.234 perubahan hanya ada di perangkat ini, sudah 9 hari"
        );
        assert_eq!(
            Lang::En.reminder(Waiting { changes: 1, days: 7 }),
            "Send a file: 1 change is only on this device, for 7 days"
        );
        assert_eq!(
            Lang::En.reminder(Waiting { changes: 30, days: 0 }),
            "Send a file: 30 changes are only on this device"
        );
    }

    #[test]
    fn what_to_do_is_more_urgent_once_it_is_due() {
        assert_eq!(
            Lang::En.to_send(Waiting { changes: 3, days: 1 }),
            "3 changes are only on this device, for 1 day. Send or download a file at the end of the working day."
        );
        assert_eq!(
            Lang::Id.to_send(Waiting { changes: 3, days: 7 }),
            "3 perubahan hanya ada di perangkat ini, sudah 7 hari. Kirim atau unduh berkas hari ini."
        );
    }

    #[test]
    fn a_file_is_told_with_its_time_and_what_it_lacks() {
        assert_eq!(
            Lang::Id.in_file(None, 5),
            "Belum ada berkas dengan seluruh isi buku yang keluar dari perangkat ini."
        );
        assert_eq!(Lang::Id.in_file(Some(NOON), 0), "Terakhir 5 Juni 2026 08.32. Semua perubahan ada di dalamnya.");
        assert_eq!(Lang::En.in_file(Some(NOON), 1), "Last on 5 June 2026 08:32. Not in it yet: 1 change.");
        assert_eq!(Lang::En.in_folder("KUBE", None), "KUBE: nothing written yet.");
        assert_eq!(Lang::Id.in_folder("KUBE", Some(NOON)), "KUBE: terakhir ditulis 5 Juni 2026 08.32.");
    }
}
