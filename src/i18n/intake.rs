//! How files on their way in stand to the book, and how far the work on them is.

use super::lang::Lang;
use crate::desk::{Progress, Stage};
use crate::domain::Date;
use crate::exchange::{Standing, Twin};

impl Lang {
    /// How a group of a file stands to the book, in one or two words.
    pub fn standing(self, standing: Standing) -> &'static str {
        match (self, standing) {
            (Self::Id, Standing::Conflict) => "Bentrok",
            (Self::Id, Standing::Suspected) => "Diduga ganda",
            (Self::Id, Standing::Erased) => "Dihapus",
            (Self::Id, Standing::Changed) => "Berubah di keduanya",
            (Self::Id, Standing::NewerThere) => "Lebih baru di berkas",
            (Self::Id, Standing::New) => "Baru",
            (Self::Id, Standing::NewerHere) => "Lebih baru di sini",
            (Self::Id, Standing::Same) => "Sama",
            (Self::En, Standing::Conflict) => "Conflict",
            (Self::En, Standing::Suspected) => "Suspected duplicate",
            (Self::En, Standing::Erased) => "Erased",
            (Self::En, Standing::Changed) => "Changed in both",
            (Self::En, Standing::NewerThere) => "Newer in the file",
            (Self::En, Standing::New) => "New",
            (Self::En, Standing::NewerHere) => "Newer here",
            (Self::En, Standing::Same) => "The same",
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
            Self::Id => format!("Mengambil: {done} dari {of} KUBE"),
            Self::En => format!("Taking in: {done} of {of} KUBE"),
        }
    }

    /// The day that a recap is of.
    pub fn as_of(self, day: Date) -> String {
        let day = self.date(day);
        match self {
            Self::Id => format!("Keadaan per {day}"),
            Self::En => format!("As of {day}"),
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
            Self::Id => format!("{count} berkas yang bisa diambil"),
            Self::En => format!("{count} files that can be taken in"),
        }
    }

    /// The button that takes in all but some groups.
    pub fn take_in_but(self, left: usize) -> String {
        let left = self.number(left);
        match self {
            Self::Id => format!("Ambil, kecuali {left} KUBE"),
            Self::En => format!("Take in all but {left} KUBE"),
        }
    }
}
