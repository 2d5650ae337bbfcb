//! The words of a KUBE: its fields, what can be chosen in them, and what is wrong with it.

use super::GroupProblem;
use crate::domain::{Area, Business, Programme, Stage, Status};
use crate::kinds::kind::field_names;
use crate::kinds::{Names, Words};
use crate::lang::{Label, Lang, Text, labels};

/// What the kind is called.
pub(in crate::kinds) static NAMES: Names = Names {
    one: Text::new("KUBE", "KUBE"),
    many: Text::new("KUBE", "KUBE"),
    new: Text::new("KUBE baru", "New KUBE"),
    edit: Text::new("Ubah profil KUBE", "Edit KUBE profile"),
};

/// The words of the kind.
pub(in crate::kinds) static WORDS: Words = Words {
    fields: field_names!(Group {
        NAME = "Nama KUBE" | "Name of the KUBE",
        BUSINESS = "Jenis usaha" | "Kind of business",
        BUSINESS_NAME = "Nama atau rincian usaha" | "Name or particulars of the business",
        REGION = "Kelurahan/desa/kampung" | "Village",
        ADDRESS = "Alamat sekretariat" | "Address",
        RT = "RT" | "RT",
        RW = "RW" | "RW",
        POSTCODE = "Kode pos" | "Postcode",
        AREA = "Jenis wilayah" | "Kind of area",
        COORDINATES = "Koordinat" | "Coordinates",
        PROGRAMME = "Program" | "Programme",
        YEAR = "Tahun anggaran" | "Budget year",
        FORMED = "Tanggal terbentuk" | "Date formed",
        STATUS = "Status" | "Status",
        STAGE = "Tahap perkembangan" | "Growth stage",
        FACILITATOR = "Pendamping" | "Facilitator",
        DECREE = "Nomor SK penetapan" | "Decree number",
        DECREE_DATE = "Tanggal SK penetapan" | "Decree date",
        BANK = "Bank" | "Bank",
        ACCOUNT = "Nomor rekening kelompok" | "Group account number",
        ACCOUNT_HOLDER = "Atas nama" | "In the name of",
        NOTE = "Catatan" | "Note",
        SAME_AS = "KUBE yang sama" | "The same KUBE",
    }),
    sections: &[
        Text::new("Lokasi", "Place"),
        Text::new("Program dan SK", "Programme and decree"),
        Text::new("Rekening kelompok", "Group account"),
    ],
    add: Text::new("Tambah KUBE", "Add KUBE"),
    none: Text::new("Belum ada KUBE.", "No KUBE yet."),
    erase: Text::new("Hapus KUBE ini", "Delete this KUBE"),
    erase_explain: Text::new(
        "KUBE dan semua anggotanya dihapus permanen, juga di perangkat lain yang membuka berkas Anda. Bila KUBE sudah tidak berjalan, cukup ubah statusnya menjadi Tidak aktif atau Bubar.",
        "The KUBE and all its members are deleted for good, also on other devices that open your file. If the KUBE merely ended, set its status to Dissolved.",
    ),
};

labels!(Business {
    Grocery = "Warung sembako/kelontong" | "Grocery stall",
    Food = "Kuliner, makanan siap saji" | "Prepared food",
    Cakes = "Kue dan makanan ringan" | "Cakes and snacks",
    Catering = "Katering" | "Catering",
    Drinks = "Minuman, warung kopi" | "Drinks, coffee stall",
    Sewing = "Menjahit, konveksi" | "Sewing",
    Crafts = "Kerajinan" | "Crafts",
    Farming = "Pertanian, sayur" | "Farming, vegetables",
    Poultry = "Ternak unggas" | "Poultry",
    Livestock = "Ternak kambing, sapi" | "Goats, cattle",
    Fishing = "Perikanan tangkap" | "Fishing",
    FishFarming = "Budidaya ikan, keramba" | "Fish farming",
    FishProducts = "Olahan ikan, amplang" | "Fish products",
    Workshop = "Bengkel, cuci motor" | "Workshop, motorcycle wash",
    Carpentry = "Las, pertukangan" | "Welding, carpentry",
    Salon = "Salon, pangkas rambut" | "Salon, barber",
    Laundry = "Binatu (laundry)" | "Laundry",
    Peddling = "Berjualan ikan/sayur keliling" | "Peddling fish, vegetables",
    GasWater = "Gas, air galon" | "Gas, bottled water",
    Recycling = "Daur ulang, bank sampah" | "Recycling, waste bank",
    PartyRental = "Sewa tenda, alat pesta" | "Tent and party rental",
    Other = "Lainnya" | "Other",
});

labels!(Area {
    Urban = "Perkotaan" | "Urban",
    Rural = "Perdesaan" | "Rural",
    Coastal = "Pesisir" | "Coastal",
});

labels!(Status {
    Active = "Aktif" | "Active",
    Inactive = "Tidak aktif" | "Inactive",
    Dissolved = "Bubar" | "Dissolved",
    Graduated = "Graduasi (mandiri)" | "Graduated",
});

labels!(Stage {
    Growing = "Tumbuh" | "Growing",
    Developing = "Berkembang" | "Developing",
    Independent = "Mandiri" | "Independent",
});

labels!(Programme {
    Pkp = "PKP (Penanggulangan Kemiskinan Perkotaan)" | "PKP (urban poverty programme)",
    Province = "APBD Provinsi Kaltim" | "Provincial budget of East Kalimantan",
    Ministry = "Kementerian Sosial" | "Ministry of Social Affairs",
    Regency = "APBD kabupaten/kota" | "Budget of the regency or city",
    Other = "Lainnya" | "Other",
});

impl Lang {
    /// What is wrong with a group.
    pub fn group_problem(self, problem: GroupProblem) -> String {
        let plain = match problem {
            GroupProblem::NameMissing => self.pick("Isi nama KUBE.", "Enter the name of the KUBE."),
            GroupProblem::BusinessMissing => {
                self.pick("Jenis usaha belum dipilih.", "The kind of business is not chosen.")
            }
            GroupProblem::BusinessUnnamed => {
                self.pick("Usaha \"Lainnya\": tuliskan jenis usahanya.", "Business \"Other\": write which.")
            }
            GroupProblem::RegionMissing => self.pick(
                "Kelurahan/desa belum diisi; KUBE ini belum terhitung di kabupaten/kota mana pun.",
                "The village is not filled in; this KUBE counts for no city yet.",
            ),
            GroupProblem::RegionUnknown => self.pick(
                "Kode wilayah tidak ada di daftar Kaltim. Pilih lagi.",
                "The place code is not in the list of East Kalimantan. Choose again.",
            ),
            GroupProblem::RegionCoarse => {
                self.pick("Pilih sampai kelurahan/desa/kampung.", "Choose down to the village.")
            }
            GroupProblem::FewMembers { count } => {
                return match self {
                    Self::Id => format!("Baru {count} anggota; ketentuannya 5 sampai 20 KK."),
                    Self::En => format!("{count} of at least 5 members so far; the rule is 5 to 20 households."),
                };
            }
            GroupProblem::ManyMembers { count } => {
                return match self {
                    Self::Id => format!("Ada {count} anggota; ketentuannya 5 sampai 20 KK."),
                    Self::En => format!("{count} members; the rule is 5 to 20 households."),
                };
            }
            GroupProblem::Crowded { count } => {
                let count = self.number(count);
                return match self {
                    Self::Id => format!(
                        "Ada {count} anggota dalam satu KUBE; aturannya 5 sampai 20 KK. Mungkin beberapa KUBE tercampur di sini."
                    ),
                    Self::En => format!(
                        "{count} members in one KUBE; the rule is 5 to 20 households. Several KUBE may have been put together here."
                    ),
                };
            }
            GroupProblem::OffTarget { count, target } => {
                return match self {
                    Self::Id => format!("Ada {count} anggota; program ini umumnya {target} KK."),
                    Self::En => format!("{count} members; this programme usually has {target} households."),
                };
            }
            GroupProblem::OfficerMissing(role) => {
                return match self {
                    Self::Id => format!("{} belum dipilih.", role.label(self)),
                    Self::En => format!("No {} yet.", role.label(self).to_ascii_lowercase()),
                };
            }
            GroupProblem::OfficerTwice(role) => {
                return match self {
                    Self::Id => format!("{} lebih dari satu.", role.label(self)),
                    Self::En => format!("More than one {}.", role.label(self).to_ascii_lowercase()),
                };
            }
            GroupProblem::Scattered => self.pick(
                "Anggota tinggal di lebih dari satu kecamatan; ketentuannya satu kecamatan.",
                "Members live in more than one subdistrict; the rule is one.",
            ),
            GroupProblem::DateAhead(field) => {
                return match self {
                    Self::Id => format!("{} melewati tanggal hari ini.", field.label(self)),
                    Self::En => format!("{} lies in the future.", field.label(self)),
                };
            }
            GroupProblem::Unfit(field, _) => return self.unfit(field.label(self)),
        };
        plain.to_owned()
    }
}
