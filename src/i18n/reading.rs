//! Sentences of the pages on which a group or a person is read.

use super::{Label, Lang};
use crate::kinds::FieldRef;

impl Lang {
    /// "2 hal perlu diperiksa:"
    pub fn to_check(self, count: usize) -> String {
        let number = self.number(count);
        match (self, count) {
            (Self::Id, _) => format!("{number} hal perlu diperiksa:"),
            (Self::En, 1) => "1 thing to look at:".to_owned(),
            (Self::En, _) => format!("{number} things to look at:"),
        }
    }

    /// "Persetujuan 9 anggota belum dicatat."
    pub fn without_consent(self, count: usize) -> String {
        let members = self.members(count);
        match self {
            Self::Id => format!("Persetujuan {members} belum dicatat."),
            Self::En => format!("The consent of {members} is not on record."),
        }
    }

    /// "Persetujuan 9 anggota dicatat."
    pub fn consent_noted(self, count: usize) -> String {
        let members = self.members(count);
        match self {
            Self::Id => format!("Persetujuan {members} dicatat."),
            Self::En => format!("The consent of {members} is on record."),
        }
    }

    /// "Belum diisi: No. KK, Agama."
    pub fn gaps(self, fields: &[FieldRef]) -> String {
        let names: Vec<&str> = fields.iter().map(|field| field.label(self)).collect();
        let names = names.join(", ");
        match self {
            Self::Id => format!("Belum diisi: {names}."),
            Self::En => format!("Not filled in: {names}."),
        }
    }

    /// "Nama dikembalikan."
    pub fn restored(self, field: FieldRef) -> String {
        let name = field.label(self);
        match self {
            Self::Id => format!("{name} dikembalikan."),
            Self::En => format!("{name} put back."),
        }
    }

    /// "Berikutnya: Contoh Melati", the next of a list.
    pub fn next_in_list(self, name: &str) -> String {
        match self {
            Self::Id => format!("Berikutnya: {name}"),
            Self::En => format!("Next: {name}"),
        }
    }

    /// "12 dari 16 digit", while a NIK is being typed.
    pub fn of_sixteen(self, digits: usize) -> String {
        match self {
            Self::Id => format!("{digits} dari 16 digit"),
            Self::En => format!("{digits} of 16 digits"),
        }
    }

    /// "Pakai lagi: Nama, Contoh Satu", for who hears the button; it begins with what is seen of it.
    pub fn use_again(self, field: FieldRef, value: &str) -> String {
        format!("{}: {}, {value}", self.texts().history_use, field.label(self))
    }
}
