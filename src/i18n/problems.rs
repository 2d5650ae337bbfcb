//! One sentence for each broken rule and for each text that cannot be read.

use super::labels::Label;
use super::lang::Lang;
use crate::domain::{Fault, GroupProblem, MemberProblem, Role};

impl Lang {
    /// What is wrong with a text or a value, and what to do.
    pub fn fault(self, fault: Fault) -> String {
        let plain = match fault {
            Fault::WrongType => self.pick("Bentuk isian ini tidak dikenal.", "This value is of an unknown form."),
            Fault::Empty => self.pick("Isian ini kosong. Ketik lagi.", "This is empty. Type it again."),
            Fault::TooLong { max } => {
                return match self {
                    Self::Id => format!("Terlalu panjang. Paling banyak {max} huruf."),
                    Self::En => format!("Too long. At most {max} characters."),
                };
            }
            Fault::NotADate => self.pick(
                "Tanggal tidak terbaca. Tulis hari, bulan, tahun, misalnya 05/06/1990.",
                "The date cannot be read. Write day, month, year, for example 05/06/1990.",
            ),
            Fault::NoSuchDay => self.pick(
                "Tanggal ini tidak ada di kalender. Periksa hari dan bulannya.",
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
                    Self::Id => format!("Harus 16 angka, ini {found}. Lihat lagi kartunya."),
                    Self::En => format!("It needs 16 digits, this has {found}. Look at the card again."),
                };
            }
            Fault::NotDigits => self.pick("Hanya angka. Lihat lagi kartunya.", "Digits only. Look at the card again."),
            Fault::Spreadsheet => self.pick(
                "Nomor ini dibulatkan oleh Excel. Ketik ulang dari kartunya.",
                "This number was rounded by a spreadsheet. Type it again from the card.",
            ),
            Fault::AllEqual => {
                self.pick("Semua angkanya sama. Lihat lagi kartunya.", "All digits are equal. Look at the card again.")
            }
            Fault::NumberRegion => self.pick(
                "Enam angka pertama bukan kode wilayah. Lihat lagi kartunya.",
                "The first six digits are no place code. Look at the card again.",
            ),
            Fault::NumberDay => self.pick(
                "Angka ke-7 dan 8 bukan tanggal. Lihat lagi kartunya.",
                "Digits 7 and 8 are no day. Look at the card again.",
            ),
            Fault::NumberMonth => self.pick(
                "Angka ke-9 dan 10 bukan bulan. Lihat lagi kartunya.",
                "Digits 9 and 10 are no month. Look at the card again.",
            ),
            Fault::NumberNoSuchDay => self.pick(
                "Tanggal di nomor ini tidak ada di kalender. Lihat lagi kartunya.",
                "The date in this number does not exist. Look at the card again.",
            ),
        };
        plain.to_owned()
    }

    /// What is wrong with a group.
    pub fn group_problem(self, problem: GroupProblem) -> String {
        let plain = match problem {
            GroupProblem::NameMissing => self.pick("Isi nama KUBE.", "Enter the name of the KUBE."),
            GroupProblem::BusinessMissing => {
                self.pick("Jenis usaha belum dipilih.", "The kind of business is not chosen.")
            }
            GroupProblem::BusinessUnnamed => {
                self.pick("Usaha \"Lainnya\": tulis usaha apa.", "Business \"Other\": write which.")
            }
            GroupProblem::RegionMissing => self.pick(
                "Kelurahan atau desa belum diisi; KUBE ini belum terhitung di kota mana pun.",
                "The village is not filled in; this KUBE counts for no city yet.",
            ),
            GroupProblem::RegionUnknown => self.pick(
                "Kode wilayah tidak ada di daftar Kaltim. Pilih lagi.",
                "The place code is not in the list of East Kalimantan. Choose again.",
            ),
            GroupProblem::RegionCoarse => self.pick("Pilih sampai kelurahan atau desa.", "Choose down to the village."),
            GroupProblem::FewMembers { count } => {
                return match self {
                    Self::Id => format!("Baru ada {count} anggota; aturannya 5 sampai 20 KK."),
                    Self::En => format!("{count} of at least 5 members so far; the rule is 5 to 20 households."),
                };
            }
            GroupProblem::ManyMembers { count } => {
                return match self {
                    Self::Id => format!("Ada {count} anggota; aturannya 5 sampai 20 KK."),
                    Self::En => format!("{count} members; the rule is 5 to 20 households."),
                };
            }
            GroupProblem::OffTarget { count, target } => {
                return match self {
                    Self::Id => format!("Ada {count} anggota; program ini biasanya {target} KK."),
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
                "Anggota tinggal di lebih dari satu kecamatan; aturannya satu kecamatan.",
                "Members live in more than one subdistrict; the rule is one.",
            ),
            GroupProblem::DateAhead(field) => {
                return match self {
                    Self::Id => format!("{} ada di masa depan.", field.label(self)),
                    Self::En => format!("{} lies in the future.", field.label(self)),
                };
            }
            GroupProblem::Unfit(field, _) => return self.unfit(field.label(self)),
        };
        plain.to_owned()
    }

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
                "Dua angka pertama NIK bukan kode provinsi: periksa KTP.",
                "The first two digits of the NIK are no province: check the card.",
            ),
            MemberProblem::NikRegionOld => self.pick(
                "NIK memakai kode wilayah lama; itu tetap sah.",
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
            MemberProblem::NikTwice => self.pick(
                "NIK ini sudah dipakai anggota lain di KUBE ini. Periksa KTP keduanya.",
                "Another member of this KUBE has this NIK. Check both cards.",
            ),
            MemberProblem::NikElsewhere { .. } => {
                return match self {
                    Self::Id => format!("NIK sama dengan anggota KUBE {group}."),
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
                "Tanggal keluar lebih dulu daripada tanggal masuk.",
                "The date of leaving is before the date of joining.",
            ),
            MemberProblem::DateAhead(field) => {
                return match self {
                    Self::Id => format!("{} ada di masa depan.", field.label(self)),
                    Self::En => format!("{} lies in the future.", field.label(self)),
                };
            }
            MemberProblem::ConsentMissing => self.pick("Persetujuan belum dicatat.", "Consent is not recorded."),
            MemberProblem::Unfit(field, _) => return self.unfit(field.label(self)),
        };
        plain.to_owned()
    }

    /// An officer, for lists of roles; plain members have none to name.
    pub fn officer(self, role: Option<Role>) -> Option<&'static str> {
        role.filter(|role| *role != Role::Member).map(|role| role.label(self))
    }

    fn unfit(self, label: &str) -> String {
        match self {
            Self::Id => format!("{label}: ditulis versi lain dan tidak terbaca di sini; isinya tetap disimpan."),
            Self::En => format!("{label}: written by another version and unreadable here; it is kept."),
        }
    }
}
