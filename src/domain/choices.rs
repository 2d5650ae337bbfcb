//! The closed lists of the forms.
//!
//! Codes are English and stand in the file; the words a person reads come from `i18n`. Sources: the wording of the family
//! card for schooling, marital status and kinship; Permensos 2/2019 Pasal 3 for the officers.

use serde_json::Value;

use super::fault::Fault;
use super::field::FieldValue;

/// A closed list.
pub trait Choice: FieldValue + Copy + 'static {
    /// All choices in the order of a form.
    const ALL: &'static [Self];
    /// The code of each in the file.
    const CODES: &'static [&'static str];
}

macro_rules! choice {
    ($(#[$doc:meta])* $Name:ident { $( $(#[$variant_doc:meta])* $Variant:ident = $code:literal, )* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $Name { $( $(#[$variant_doc])* $Variant, )* }

        impl $Name {
            /// All choices in the order of a form.
            pub const ALL: &'static [Self] = &[ $( Self::$Variant, )* ];

            /// The code in the file.
            pub fn code(self) -> &'static str {
                match self { $( Self::$Variant => $code, )* }
            }

            /// The choice of this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.code() == code)
            }
        }

        impl Choice for $Name {
            const ALL: &'static [Self] = Self::ALL;
            const CODES: &'static [&'static str] = &[ $( $code, )* ];
        }

        impl FieldValue for $Name {
            fn parse(text: &str) -> Result<Self, Fault> {
                Self::from_code(text).ok_or(Fault::NotAChoice)
            }

            fn text(&self) -> String {
                self.code().to_owned()
            }

            fn from_json(value: &Value) -> Result<Self, Fault> {
                Self::parse(value.as_str().ok_or(Fault::WrongType)?)
            }

            fn to_json(&self) -> Value {
                self.code().into()
            }
        }
    };
}

pub(crate) use choice;

choice! {
    /// A member's part in the group.
    Role {
        /// Ketua.
        Chair = "chair",
        /// Sekretaris.
        Secretary = "secretary",
        /// Bendahara.
        Treasurer = "treasurer",
        /// Anggota.
        Member = "member",
    }
}

choice! {
    /// Sex as on the identity card.
    Sex {
        /// Laki-laki.
        Male = "male",
        /// Perempuan.
        Female = "female",
    }
}

choice! {
    /// Kind of business, from lists in use in Jakarta, Balikpapan, Samarinda and Kaltara. Free text alone fails: real
    /// columns hold one kind in five spellings.
    Business {
        /// Warung sembako, kelontong.
        Grocery = "grocery",
        /// Kuliner, makanan siap saji.
        Food = "food",
        /// Kue dan makanan ringan.
        Cakes = "cakes",
        /// Katering.
        Catering = "catering",
        /// Minuman, warung kopi.
        Drinks = "drinks",
        /// Menjahit, konveksi.
        Sewing = "sewing",
        /// Kerajinan.
        Crafts = "crafts",
        /// Pertanian, sayur.
        Farming = "farming",
        /// Ternak unggas.
        Poultry = "poultry",
        /// Ternak kambing, sapi.
        Livestock = "livestock",
        /// Perikanan tangkap.
        Fishing = "fishing",
        /// Budidaya ikan, keramba.
        FishFarming = "fish_farming",
        /// Olahan ikan, amplang.
        FishProducts = "fish_products",
        /// Bengkel, cuci motor.
        Workshop = "workshop",
        /// Las, pertukangan.
        Carpentry = "carpentry",
        /// Salon, pangkas rambut.
        Salon = "salon",
        /// Laundry.
        Laundry = "laundry",
        /// Jualan ikan, sayur keliling.
        Peddling = "peddling",
        /// Gas, air galon.
        GasWater = "gas_water",
        /// Daur ulang, bank sampah.
        Recycling = "recycling",
        /// Sewa tenda, alat pesta.
        PartyRental = "party_rental",
        /// Lainnya: the name of the business says which.
        Other = "other",
    }
}

choice! {
    /// Kind of area, as Kaltara's lists have it.
    Area {
        /// Perkotaan.
        Urban = "urban",
        /// Perdesaan.
        Rural = "rural",
        /// Pesisir.
        Coastal = "coastal",
    }
}

choice! {
    /// Whether a group still works; a second axis beside its stage.
    Status {
        /// Aktif.
        Active = "active",
        /// Tidak aktif.
        Inactive = "inactive",
        /// Bubar.
        Dissolved = "dissolved",
        /// Lulus, mandiri.
        Graduated = "graduated",
    }
}

choice! {
    /// Stage of growth, the Department of Social Affairs' three.
    Stage {
        /// Tumbuh.
        Growing = "growing",
        /// Berkembang.
        Developing = "developing",
        /// Mandiri.
        Independent = "independent",
    }
}

choice! {
    /// Place in the family, by the family card.
    Kinship {
        /// Kepala keluarga.
        Head = "head",
        /// Istri atau suami.
        Spouse = "spouse",
        /// Anak.
        Child = "child",
        /// Lainnya.
        Other = "other",
    }
}

choice! {
    /// Marital status, by the family card.
    Marital {
        /// Belum kawin.
        Single = "single",
        /// Kawin.
        Married = "married",
        /// Cerai hidup.
        Divorced = "divorced",
        /// Cerai mati.
        Widowed = "widowed",
    }
}

choice! {
    /// Highest schooling, by the family card.
    Schooling {
        /// Tidak atau belum sekolah.
        None = "none",
        /// Belum tamat SD.
        PrimaryUnfinished = "primary_unfinished",
        /// SD sederajat.
        Primary = "primary",
        /// SMP sederajat.
        LowerSecondary = "lower_secondary",
        /// SMA sederajat.
        UpperSecondary = "upper_secondary",
        /// Diploma I, II.
        DiplomaTwo = "diploma_1_2",
        /// Diploma III.
        DiplomaThree = "diploma_3",
        /// Diploma IV, S1.
        Bachelor = "bachelor",
        /// S2.
        Master = "master",
        /// S3.
        Doctor = "doctor",
    }
}

choice! {
    /// The integrated welfare data in which the family is found: BDT to 2017, then DTKS, DTSEN since Inpres 4/2025.
    WelfareData {
        /// DTSEN.
        Dtsen = "dtsen",
        /// DTKS.
        Dtks = "dtks",
        /// BDT.
        Bdt = "bdt",
        /// Not found in any.
        Absent = "absent",
    }
}

choice! {
    /// How a person agreed to being registered (UU 27/2022 Pasal 22).
    ConsentWay {
        /// In writing.
        Written = "written",
        /// By word, before a witness.
        Oral = "oral",
    }
}

choice! {
    /// What was decided about two records that look like one.
    Verdict {
        /// The same person, or the same group: the younger record counts nowhere.
        Same = "same",
        /// Two persons, or two groups.
        Different = "different",
    }
}

choice! {
    /// The programme that a group was formed under.
    Programme {
        /// Penanggulangan Kemiskinan Perkotaan, the programme of the 2014 press release.
        Pkp = "pkp",
        /// KUBE of the provincial budget (Dinsos Kaltim).
        Province = "province",
        /// KUBE of the Ministry of Social Affairs.
        Ministry = "ministry",
        /// KUBE of a kabupaten's or city's budget.
        Regency = "regency",
        /// Another.
        Other = "other",
    }
}
