//! The words of a recap.

use crate::kinds::kind::field_names;
use crate::kinds::{Names, Words};
use crate::lang::Text;

/// What the kind is called.
pub(in crate::kinds) static NAMES: Names =
    Names { one: Text::new("Rekap", "Summary"), many: Text::new("Rekap", "Recaps"), new: Text::NONE, edit: Text::NONE };

/// The words of the kind.
pub(in crate::kinds) static WORDS: Words = Words {
    fields: field_names!(Recap {
        GROUP = "KUBE" | "KUBE",
        NAME = "Nama KUBE" | "Name of the KUBE",
        BUSINESS = "Jenis usaha" | "Kind of business",
        REGION = "Kelurahan/desa/kampung" | "Village",
        AREA = "Jenis wilayah" | "Kind of area",
        PROGRAMME = "Program" | "Programme",
        YEAR = "Tahun anggaran" | "Budget year",
        FORMED = "Tanggal terbentuk" | "Date formed",
        STATUS = "Status" | "Status",
        STAGE = "Tahap perkembangan" | "Growth stage",
        AS_OF = "Dihitung per tanggal" | "Counted as of",
        MEMBERS = "Anggota" | "Members",
        HOUSEHOLDS = "KK" | "Households",
        WOMEN = "Perempuan" | "Women",
        MEN = "Laki-laki" | "Men",
        AGE_UNDER_18 = "Umur di bawah 18 tahun" | "Under 18 years",
        AGE_18_TO_29 = "Umur 18 sampai 29 tahun" | "18 to 29 years",
        AGE_30_TO_39 = "Umur 30 sampai 39 tahun" | "30 to 39 years",
        AGE_40_TO_49 = "Umur 40 sampai 49 tahun" | "40 to 49 years",
        AGE_50_TO_59 = "Umur 50 sampai 59 tahun" | "50 to 59 years",
        AGE_60_UP = "Umur 60 tahun ke atas" | "60 years and older",
        DTSEN = "Ada di DTSEN" | "In DTSEN",
        DTKS = "Ada di DTKS" | "In DTKS",
        BDT = "Ada di BDT" | "In BDT",
        ABSENT = "Dicari, belum ada" | "Looked up, in none",
        POOREST_FOUR = "Desil 1 sampai 4" | "Deciles 1 to 4",
    }),
    sections: &[],
    add: Text::NONE,
    none: Text::NONE,
    erase: Text::NONE,
    erase_explain: Text::NONE,
};
