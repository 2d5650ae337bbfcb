//! The words of a member: its fields, what can be chosen in them, and what is wrong with it.

use super::MemberProblem;
use crate::domain::{ConsentWay, Kinship, Marital, Role, Schooling, Sex, WelfareData};
use crate::kinds::kind::field_names;
use crate::kinds::{Names, Words};
use crate::lang::{Label, Lang, Text, labels};

/// What the kind is called.
pub(in crate::kinds) static NAMES: Names = Names {
    one: Text::new("Anggota", "Member"),
    many: Text::new("Anggota", "Members"),
    new: Text::new("Anggota baru", "New member"),
    edit: Text::new("Ubah anggota", "Edit member"),
};

/// The words of the kind.
pub(in crate::kinds) static WORDS: Words = Words {
    fields: field_names!(Member {
        GROUP = "KUBE" | "KUBE",
        NAME = "Nama sesuai KTP" | "Name as on the identity card",
        NIK = "NIK" | "NIK (national id number)",
        SEX = "Jenis kelamin" | "Sex",
        BIRTH_PLACE = "Tempat lahir" | "Place of birth",
        BIRTH_DATE = "Tanggal lahir" | "Date of birth",
        ROLE = "Jabatan dalam KUBE" | "Role",
        REGION = "Kelurahan/desa/kampung" | "Village",
        RT = "RT" | "RT",
        RW = "RW" | "RW",
        ADDRESS = "Alamat" | "Address",
        CARD = "No. KK" | "Family card number (No. KK)",
        PHONE = "No. HP/WA" | "Mobile number",
        KINSHIP = "Status hubungan dalam keluarga" | "Place in the family",
        MARITAL = "Status perkawinan" | "Marital status",
        SCHOOLING = "Pendidikan terakhir" | "Highest schooling",
        OCCUPATION = "Pekerjaan" | "Occupation",
        DEPENDANTS = "Jumlah tanggungan" | "Dependants",
        INCOME_BEFORE = "Penghasilan sebulan sebelum KUBE" | "Monthly income before the KUBE",
        INCOME_AFTER = "Penghasilan sebulan sekarang" | "Monthly income now",
        DISABILITY = "Penyandang disabilitas" | "Lives with a disability",
        WELFARE_DATA = "Data terpadu" | "Welfare data",
        DECILE = "Desil" | "Decile",
        WELFARE_CHECKED = "Tanggal cek data terpadu" | "Date the welfare data was checked",
        JOINED = "Tanggal masuk" | "Date of joining",
        LEFT = "Tanggal keluar" | "Date of leaving",
        LEAVE_REASON = "Alasan keluar" | "Reason for leaving",
        CONSENT_DATE = "Tanggal persetujuan" | "Date of consent",
        CONSENT_WAY = "Cara persetujuan" | "Way of consent",
        SAME_AS = "Orang yang sama" | "The same person",
    }),
    sections: &[
        Text::new("Keluarga", "Family"),
        Text::new("Penghasilan dan data terpadu", "Income and welfare data"),
        Text::new("Keanggotaan", "Membership"),
    ],
    add: Text::new("Tambah anggota", "Add member"),
    none: Text::new(
        "Belum ada anggota. Mulailah dari ketua, lalu sekretaris dan bendahara.",
        "No members yet. Start with the chair, then secretary and treasurer.",
    ),
    erase: Text::new("Hapus orang ini", "Delete this person"),
    erase_explain: Text::new(
        "Semua data orang ini dihapus permanen, juga di perangkat lain yang membuka berkas Anda. Bila anggota hanya keluar, isi tanggal keluar.",
        "All data of this person is deleted for good, also on other devices that open your file. If the member merely left, fill in the leaving date.",
    ),
};

labels!(Role {
    Chair = "Ketua" | "Chair",
    Secretary = "Sekretaris" | "Secretary",
    Treasurer = "Bendahara" | "Treasurer",
    Member = "Anggota" | "Member",
});

labels!(Sex {
    Male = "Laki-laki" | "Male",
    Female = "Perempuan" | "Female",
});

labels!(Kinship {
    Head = "Kepala keluarga" | "Head of family",
    Spouse = "Suami/istri" | "Spouse",
    Child = "Anak" | "Child",
    Other = "Lainnya" | "Other",
});

labels!(Marital {
    Single = "Belum kawin" | "Single",
    Married = "Kawin" | "Married",
    Divorced = "Cerai hidup" | "Divorced",
    Widowed = "Cerai mati" | "Widowed",
});

labels!(Schooling {
    None = "Tidak/belum sekolah" | "None",
    PrimaryUnfinished = "Belum tamat SD/sederajat" | "Primary, unfinished",
    Primary = "Tamat SD/sederajat" | "Primary",
    LowerSecondary = "SLTP/sederajat" | "Lower secondary",
    UpperSecondary = "SLTA/sederajat" | "Upper secondary",
    DiplomaTwo = "Diploma I/II" | "Diploma I, II",
    DiplomaThree = "Akademi/Diploma III/S. Muda" | "Diploma III",
    Bachelor = "Diploma IV/Strata I" | "Bachelor",
    Master = "Strata II" | "Master",
    Doctor = "Strata III" | "Doctor",
});

labels!(WelfareData {
    Dtsen = "Ada di DTSEN" | "In DTSEN",
    Dtks = "Ada di DTKS" | "In DTKS",
    Bdt = "Ada di BDT" | "In BDT",
    Absent = "Belum terdaftar" | "In none",
});

labels!(ConsentWay {
    Written = "Tertulis" | "In writing",
    Oral = "Lisan, di hadapan saksi" | "By word, before a witness",
});

impl Lang {
    /// What is wrong with a member. `group` names the other group of [`MemberProblem::NikElsewhere`].
    pub fn member_problem(self, problem: MemberProblem, group: &str) -> String {
        let plain = match problem {
            MemberProblem::NameMissing => self.pick("Isi nama sesuai KTP.", "Enter the name as on the identity card."),
            MemberProblem::SexMissing => self.pick("Jenis kelamin belum dipilih.", "Sex is not chosen."),
            MemberProblem::BirthDateMissing => {
                self.pick("Tanggal lahir belum diisi.", "Date of birth is not filled in.")
            }
            MemberProblem::NikMissing => self.pick("NIK belum diisi.", "NIK is not filled in."),
            MemberProblem::NikDateDiffers { in_nik } => {
                return match self {
                    Self::Id => format!("Berbeda dari tanggal di NIK ({}): periksa KTP.", self.date(in_nik)),
                    Self::En => format!("Differs from the date in the NIK ({}): check the card.", self.date(in_nik)),
                };
            }
            MemberProblem::NikSexDiffers => self.pick(
                "Berbeda dari jenis kelamin di NIK: periksa KTP.",
                "Differs from the sex in the NIK: check the card.",
            ),
            MemberProblem::NikProvinceUnknown => self.pick(
                "Dua digit pertama NIK bukan kode provinsi: periksa KTP.",
                "The first two digits of the NIK are no province: check the card.",
            ),
            MemberProblem::NikRegionOld => self.pick(
                "NIK memakai kode wilayah lama; NIK tetap berlaku.",
                "The NIK has an old place code; it remains valid.",
            ),
            MemberProblem::NikRegionUnknown => self.pick(
                "Kode kecamatan di NIK tidak ada di daftar Kaltim: periksa KTP.",
                "The subdistrict in the NIK is not in the list of East Kalimantan: check the card.",
            ),
            MemberProblem::AgeOutside { age, min, max } => {
                return match self {
                    Self::Id => format!("Umur {age} tahun; program ini {min} sampai {max} tahun."),
                    Self::En => format!("{age} years old; this programme takes {min} to {max}."),
                };
            }
            MemberProblem::BirthUnlikely => self.pick(
                "Tanggal lahir ini lebih dari 120 tahun yang lalu. Periksa tahunnya.",
                "This date of birth is more than 120 years ago. Check the year.",
            ),
            MemberProblem::NikTwice => self.pick(
                "NIK ini sudah dipakai anggota lain di KUBE ini. Periksa KTP keduanya.",
                "Another member of this KUBE has this NIK. Check both cards.",
            ),
            MemberProblem::NikElsewhere { .. } => {
                return match self {
                    Self::Id => format!("NIK ini sudah terdaftar di KUBE {group}."),
                    Self::En => format!("The same NIK as a member of KUBE {group}."),
                };
            }
            MemberProblem::CardTwice => self.pick(
                "No. KK sama dengan anggota lain di KUBE ini; dihitung satu KK.",
                "The same family card as another member of this KUBE; counted as one household.",
            ),
            MemberProblem::RegionUnknown(_) => self.pick(
                "Kode wilayah tidak ada di daftar Kaltim. Pilih lagi.",
                "The place code is not in the list of East Kalimantan. Choose again.",
            ),
            MemberProblem::LeftBeforeJoining => self.pick(
                "Tanggal keluar lebih awal daripada tanggal masuk.",
                "The date of leaving is before the date of joining.",
            ),
            MemberProblem::DateAhead(field) => {
                return match self {
                    Self::Id => format!("{} melewati tanggal hari ini.", field.label(self)),
                    Self::En => format!("{} lies in the future.", field.label(self)),
                };
            }
            MemberProblem::ConsentMissing => self.pick("Persetujuan belum dicatat.", "Consent is not recorded."),
            MemberProblem::Unfit(field, _) => return self.unfit(field.label(self)),
        };
        plain.to_owned()
    }
}
