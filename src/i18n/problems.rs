//! One sentence for each broken rule and for each text that cannot be read.

use super::Label;
use super::Lang;
use crate::domain::{Fault, Role};

impl Lang {
    /// What is wrong with a text or a value, and what to do.
    pub fn fault(self, fault: Fault) -> String {
        let plain = match fault {
            Fault::WrongType => self.pick("Format isian ini tidak dikenal.", "This value is of an unknown form."),
            Fault::Empty => self.pick("Isian ini kosong. Ketik lagi.", "This is empty. Type it again."),
            Fault::TooLong { max } => {
                return match self {
                    Self::Id => format!("Terlalu panjang. Paling banyak {max} huruf."),
                    Self::En => format!("Too long. At most {max} characters."),
                };
            }
            Fault::NotADate => self.pick(
                "Tanggal tidak terbaca. Tulis tanggal, bulan, tahun, misalnya 05/06/1990.",
                "The date cannot be read. Write day, month, year, for example 05/06/1990.",
            ),
            Fault::NoSuchDay => self.pick(
                "Tanggal ini tidak ada di kalender. Periksa tanggal dan bulannya.",
                "There is no such day. Check the day and the month.",
            ),
            Fault::NotANumber { min, max } => {
                return match self {
                    Self::Id => format!("Isi dengan angka {min} sampai {max}."),
                    Self::En => format!("Enter a number from {min} to {max}."),
                };
            }
            Fault::NotMoney => self.pick(
                "Jumlah uang tidak terbaca. Tulis misalnya 1.500.000 atau 1,5 juta.",
                "The amount cannot be read. Write for example 1.500.000 or 1,5 juta.",
            ),
            Fault::NotAPhone => self.pick(
                "Nomor HP tidak terbaca. Tulis misalnya 0812 3456 7890.",
                "The phone number cannot be read. Write for example 0812 3456 7890.",
            ),
            Fault::NotARegion => self.pick(
                "Wilayah belum dipilih. Ketik namanya, lalu pilih dari daftar.",
                "No place is chosen. Type its name, then choose from the list.",
            ),
            Fault::NotAChoice => self.pick("Pilih salah satu dari daftar.", "Choose one from the list."),
            Fault::NotAnId => self.pick("Nomor catatan ini tidak dikenal.", "This record's id is of an unknown form."),
            Fault::NotSixteenDigits { found } => {
                return match self {
                    Self::Id => format!("Harus 16 digit; yang diisi {found} digit. Periksa kembali KTP atau KK."),
                    Self::En => format!("It needs 16 digits, this has {found}. Look at the card again."),
                };
            }
            Fault::NotDigits => {
                self.pick("Hanya boleh angka. Periksa kembali KTP atau KK.", "Digits only. Look at the card again.")
            }
            Fault::Spreadsheet => self.pick(
                "Nomor ini dibulatkan oleh Excel. Ketik ulang sesuai KTP atau KK.",
                "This number was rounded by a spreadsheet. Type it again from the card.",
            ),
            Fault::AllEqual => self.pick(
                "Semua digitnya sama. Periksa kembali KTP atau KK.",
                "All digits are equal. Look at the card again.",
            ),
            Fault::NumberRegion => self.pick(
                "Enam digit pertama bukan kode wilayah. Periksa kembali KTP atau KK.",
                "The first six digits are no place code. Look at the card again.",
            ),
            Fault::NumberDay => self.pick(
                "Digit ke-7 dan ke-8 bukan tanggal. Periksa kembali KTP atau KK.",
                "Digits 7 and 8 are no day. Look at the card again.",
            ),
            Fault::NumberMonth => self.pick(
                "Digit ke-9 dan ke-10 bukan bulan. Periksa kembali KTP atau KK.",
                "Digits 9 and 10 are no month. Look at the card again.",
            ),
            Fault::NumberNoSuchDay => self.pick(
                "Tanggal dalam nomor ini tidak ada di kalender. Periksa kembali KTP atau KK.",
                "The date in this number does not exist. Look at the card again.",
            ),
        };
        plain.to_owned()
    }

    /// An officer, for lists of roles; plain members have none to name.
    pub fn officer(self, role: Option<Role>) -> Option<&'static str> {
        role.filter(|role| *role != Role::Member).map(|role| role.label(self))
    }

    /// Of a value that this version cannot read.
    pub(crate) fn unfit(self, label: &str) -> String {
        match self {
            Self::Id => format!("{label}: ditulis versi lain dan tidak terbaca di sini; isinya tetap disimpan."),
            Self::En => format!("{label}: written by another version and unreadable here; it is kept."),
        }
    }
}
