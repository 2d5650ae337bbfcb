//! How files on their way in stand to the book, and how far the work on them is.

use super::Lang;
use crate::domain::Date;
use crate::exchange::{ImportStatus, Twin};
use crate::import_worker::{Progress, Stage};
use crate::store::Begun;

impl Lang {
    /// How a group of a file stands to the book, in one or two words.
    pub fn status(self, status: ImportStatus) -> &'static str {
        match (self, status) {
            (Self::Id, ImportStatus::Conflict) => "Perlu dipilih",
            (Self::Id, ImportStatus::Suspected) => "Diduga ganda",
            (Self::Id, ImportStatus::Erased) => "Dihapus",
            (Self::Id, ImportStatus::Changed) => "Berubah di keduanya",
            (Self::Id, ImportStatus::NewerThere) => "Lebih baru di berkas",
            (Self::Id, ImportStatus::New) => "Baru",
            (Self::Id, ImportStatus::NewerHere) => "Lebih baru di sini",
            (Self::Id, ImportStatus::Same) => "Sama",
            (Self::En, ImportStatus::Conflict) => "Conflict",
            (Self::En, ImportStatus::Suspected) => "Suspected duplicate",
            (Self::En, ImportStatus::Erased) => "Erased",
            (Self::En, ImportStatus::Changed) => "Changed in both",
            (Self::En, ImportStatus::NewerThere) => "Newer in the file",
            (Self::En, ImportStatus::New) => "New",
            (Self::En, ImportStatus::NewerHere) => "Newer here",
            (Self::En, ImportStatus::Same) => "The same",
        }
    }

    /// "Memeriksa berkas: 3.200 dari 8.908 catatan".
    pub fn checking(self, progress: Progress) -> String {
        let (done, of) = (self.number(progress.done), self.number(progress.of));
        match (self, progress.stage) {
            (Self::Id, Stage::Book) => format!("Membaca buku ini: {done} dari {of} KUBE"),
            (Self::Id, Stage::File) => format!("Membaca berkas: {done} dari {of} catatan"),
            (Self::Id, Stage::Groups) => format!("Membandingkan: {done} dari {of} KUBE"),
            (Self::Id, Stage::People) => format!("Mencari data ganda: {done} dari {of}"),
            (Self::En, Stage::People) => format!("Looking for duplicates: {done} of {of}"),
            (Self::En, Stage::Book) => format!("Reading this book: {done} of {of} KUBE"),
            (Self::En, Stage::File) => format!("Reading the file: {done} of {of} records"),
            (Self::En, Stage::Groups) => format!("Comparing: {done} of {of} KUBE"),
        }
    }

    /// "Mengambil: 120 dari 949 KUBE".
    pub fn taking(self, done: usize, of: usize) -> String {
        let (done, of) = (self.number(done), self.number(of));
        match self {
            Self::Id => format!("Menggabungkan: {done} dari {of} KUBE"),
            Self::En => format!("Taking in: {done} of {of} KUBE"),
        }
    }

    /// That files were not taken in to their end, and what to do.
    pub fn cut(self, begun: &Begun, has_point: bool) -> String {
        let unnamed = self.pick("tanpa nama", "without a name");
        let names = begun.files.iter().map(|(_, name)| if name.is_empty() { unnamed } else { name.as_str() });
        let (names, groups) = (names.collect::<Vec<_>>().join(", "), self.number(begun.groups));
        let told = match self {
            Self::Id => format!(
                "Berkas {names} belum selesai digabungkan: halaman tertutup sebelum {groups} KUBE di dalamnya masuk semua."
            ),
            Self::En => format!(
                "File {names} was not taken in to its end: the page went before all of its {groups} KUBE were in."
            ),
        };
        let to_do = match (self, has_point) {
            (Self::Id, true) => "Buka lagi berkas itu untuk melengkapi, atau kembali ke titik sebelum berkas itu.",
            (Self::Id, false) => "Buka lagi berkas itu untuk melengkapi.",
            (Self::En, true) => "Open that file again to complete it, or go back to the point before it.",
            (Self::En, false) => "Open that file again to complete it.",
        };
        format!("{told} {to_do}")
    }

    /// The day that a recap is of.
    pub fn as_of(self, day: Date) -> String {
        let day = self.date(day);
        match self {
            Self::Id => format!("Keadaan per {day}"),
            Self::En => format!("As of {day}"),
        }
    }

    /// What a recap says that stands beside others, or beside the members.
    pub fn recap_says(self, day: Date, by: impl std::fmt::Display, households: usize) -> String {
        let (day, count) = (self.date(day), self.number(households));
        match (self, households) {
            (Self::Id, _) => format!("Rekap {day} dari {by}: {count} KK."),
            (Self::En, 1) => format!("A recap of {day} by {by}: 1 household."),
            (Self::En, _) => format!("A recap of {day} by {by}: {count} households."),
        }
    }

    /// Somebody of a file who may be here already.
    pub fn twin(self, twin: &Twin) -> String {
        let Twin { name, other, group } = twin;
        match (self, group) {
            (Self::Id, Some(group)) => format!("{name} mirip {other} di {group}"),
            (Self::En, Some(group)) => format!("{name} is like {other} in {group}"),
            (Self::Id, None) => format!("KUBE ini, {name}, mirip KUBE lain, {other}"),
            (Self::En, None) => format!("This KUBE, {name}, is like another, {other}"),
        }
    }

    /// Several files that can be taken in.
    pub fn readable_files(self, count: usize) -> String {
        let count = self.number(count);
        match self {
            Self::Id => format!("{count} berkas dapat digabungkan"),
            Self::En => format!("{count} files that can be taken in"),
        }
    }

    /// The button that takes in all but some groups.
    pub fn take_in_but(self, left: usize) -> String {
        let left = self.number(left);
        match self {
            Self::Id => format!("Gabungkan, kecuali {left} KUBE"),
            Self::En => format!("Take in all but {left} KUBE"),
        }
    }
}
