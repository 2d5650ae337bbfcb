//! The words of spreadsheets that go out: names of sheets, headings that are no field's, and what a sheet covers.
//!
//! They stand apart from the table of all texts, so that the wasm that makes spreadsheets has these and not the others.

use super::Lang;
use crate::domain::{Date, Region};
use crate::lang::labels;

/// A word of a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is what it says
pub enum SheetWord {
    Members,
    Groups,
    Recap,
    Row,
    Kabkota,
    District,
    Village,
    GroupKabkota,
    GroupDistrict,
    GroupVillage,
    AgeBand,
    Present,
    Households,
    Latitude,
    Longitude,
    GroupsRegistered,
    GroupsAllocated,
    HouseholdsRegistered,
    HouseholdsAllocated,
    GroupsActive,
    PerGroup,
    Total,
    Masked,
    Whole,
    NotesAllocated,
    NotesActive,
}

labels!(SheetWord {
    Members = "Anggota" | "Members",
    Groups = "KUBE" | "KUBE",
    Recap = "Rekap" | "Summary",
    Row = "No." | "No.",
    Kabkota = "Kabupaten/Kota" | "Regency or city",
    District = "Kecamatan" | "District (kecamatan)",
    Village = "Kelurahan/Desa" | "Village",
    GroupKabkota = "Kabupaten/Kota KUBE" | "Regency or city of the KUBE",
    GroupDistrict = "Kecamatan KUBE" | "District of the KUBE",
    GroupVillage = "Kelurahan/Desa KUBE" | "Village of the KUBE",
    AgeBand = "Kelompok umur" | "Age group",
    Present = "Anggota sekarang" | "Members now",
    Households = "KK sekarang" | "Households (KK) now",
    Latitude = "Lintang" | "Latitude",
    Longitude = "Bujur" | "Longitude",
    GroupsRegistered = "KUBE terdaftar" | "KUBE registered",
    GroupsAllocated = "Alokasi KUBE" | "KUBE allocated",
    HouseholdsRegistered = "KK terdaftar" | "Households (KK) registered",
    HouseholdsAllocated = "Alokasi KK" | "Households (KK) allocated",
    GroupsActive = "KUBE aktif" | "Active KUBE",
    PerGroup = "KK per KUBE" | "Households per KUBE",
    Total = "Jumlah" | "Total",
    Masked = "Nomor pribadi disamarkan; tanggal lahir, alamat, nomor HP, dan penghasilan tidak disertakan."
        | "Personal numbers are masked; dates of birth, addresses, phone numbers and incomes are left out.",
    Whole = "Berkas ini memuat data pribadi utuh. Kirim hanya kepada orang yang memerlukannya, dan hapus setelah dipakai."
        | "This file holds whole personal data. Send it only to a person who needs it, and delete it after use.",
    NotesAllocated = "Alokasi adalah yang telah diumumkan. Sel alokasi yang kosong berarti alokasinya tidak diketahui, bukan nol."
        | "Allocated is what has been announced. An empty cell there means that no allocation is known, which is not zero.",
    NotesActive = "KUBE aktif mencakup yang statusnya belum diisi. KK dihitung menurut No. KK anggota yang belum keluar."
        | "Active KUBE include those whose status is not filled in. Households are counted by the family cards of members present.",
});

/// What a spreadsheet is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covered<'a> {
    /// The whole book.
    Book,
    /// One kabupaten or kota.
    Region(Region),
    /// One group, by its name.
    Group(&'a str),
}

impl Lang {
    /// "Isi buku pada 5 Juni 2026: seluruh buku di perangkat ini, 949 KUBE."
    pub fn sheet_covers(self, covered: Covered<'_>, groups: usize, day: Date) -> String {
        let (count, day) = (self.number(groups), self.date(day));
        match (self, covered) {
            (Self::Id, Covered::Book) => {
                format!("Isi buku pada {day}: seluruh buku di perangkat ini, {count} KUBE.")
            }
            (Self::En, Covered::Book) => format!("The book on {day}: all of it on this device, {count} KUBE."),
            (Self::Id, Covered::Region(region)) => format!("Isi buku pada {day}: hanya {}, {count} KUBE.", region.name),
            (Self::En, Covered::Region(region)) => {
                format!("The book on {day}: only {}, {count} KUBE.", region.name)
            }
            (Self::Id, Covered::Group(name)) => format!("Isi buku pada {day}: hanya KUBE {name}."),
            (Self::En, Covered::Group(name)) => format!("The book on {day}: only the KUBE {name}."),
        }
    }

    /// How old somebody is, told so widely that it gives no birth date away: in the bands that a recap counts.
    pub fn age_band(self, years: i32) -> &'static str {
        match years {
            ..18 => self.pick("di bawah 18 tahun", "under 18 years"),
            18..30 => self.pick("18–29 tahun", "18–29 years"),
            30..40 => self.pick("30–39 tahun", "30–39 years"),
            40..50 => self.pick("40–49 tahun", "40–49 years"),
            50..60 => self.pick("50–59 tahun", "50–59 years"),
            60.. => self.pick("60 tahun ke atas", "60 years and over"),
        }
    }

    /// The foot of a printed page, in the signs of spreadsheets: `&P` is its number, `&N` how many there are.
    pub fn sheet_page(self) -> &'static str {
        self.pick("Halaman &P dari &N", "Page &P of &N")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::region;

    #[test]
    fn what_is_covered_is_told_with_the_day() {
        let day = Date::new(2026, 6, 5).unwrap();
        let samarinda = region::kabupaten_kota().next().unwrap();
        assert_eq!(
            Lang::Id.sheet_covers(Covered::Book, 7959, day),
            "Isi buku pada 5 Juni 2026: seluruh buku di perangkat ini, 7.959 KUBE."
        );
        assert_eq!(
            Lang::En.sheet_covers(Covered::Region(samarinda), 20, day),
            "The book on 5 June 2026: only Kota Samarinda, 20 KUBE."
        );
        assert_eq!(
            Lang::Id.sheet_covers(Covered::Group("Mawar"), 1, day),
            "Isi buku pada 5 Juni 2026: hanya KUBE Mawar."
        );
    }

    #[test]
    fn every_age_has_one_band_and_none_reads_as_a_date() {
        let bands = [17, 18, 29, 30, 39, 40, 49, 50, 59, 60].map(|years| Lang::Id.age_band(years));
        assert_eq!((bands[0], bands[9]), ("di bawah 18 tahun", "60 tahun ke atas"));
        assert!([1, 3, 5, 7].iter().all(|at| bands[*at] == bands[at + 1] && bands[*at] != bands[at - 1]));
        assert!(Lang::ALL.iter().all(|lang| lang.age_band(20).ends_with(lang.pick("tahun", "years"))));
    }
}
