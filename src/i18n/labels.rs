//! The names of fields and of the choices in them.

use serde_json::Value;

use super::lang::Lang;
use crate::domain::{
    AnyField, Area, Business, ConsentWay, Date, Field, FieldValue, GroupField, Kinship, Level, Line, Marital,
    MemberField, Phone, Programme, Region, Role, Rupiah, Schooling, Sex, Stage, Status, WelfareData, region,
};
use crate::search::Need;
use crate::stats::Scope;

/// A thing with a name in both languages.
pub trait Label {
    /// Its name.
    fn label(&self, lang: Lang) -> &'static str;
}

macro_rules! labels {
    ($Type:ty { $( $Variant:ident = $id:literal | $en:literal, )* }) => {
        impl Label for $Type {
            fn label(&self, lang: Lang) -> &'static str {
                match self { $( Self::$Variant => lang.pick($id, $en), )* }
            }
        }
    };
}
pub(super) use labels;

labels!(GroupField {
    Name = "Nama KUBE" | "Name of the KUBE",
    Business = "Jenis usaha" | "Kind of business",
    BusinessName = "Nama atau rincian usaha" | "Name or particulars of the business",
    Region = "Kelurahan atau desa" | "Village",
    Address = "Alamat sekretariat" | "Address",
    Rt = "RT" | "RT",
    Rw = "RW" | "RW",
    Postcode = "Kode pos" | "Postcode",
    Area = "Jenis wilayah" | "Kind of area",
    Coordinates = "Koordinat" | "Coordinates",
    Programme = "Program" | "Programme",
    Year = "Tahun anggaran" | "Budget year",
    Formed = "Tanggal terbentuk" | "Date formed",
    Status = "Status" | "Status",
    Stage = "Tahap perkembangan" | "Growth stage",
    Facilitator = "Pendamping" | "Facilitator",
    Decree = "Nomor SK" | "Decree number",
    DecreeDate = "Tanggal SK" | "Decree date",
    Bank = "Bank" | "Bank",
    Account = "Nomor rekening kelompok" | "Group account number",
    AccountHolder = "Atas nama" | "In the name of",
    Note = "Catatan" | "Note",
    SameAs = "KUBE yang sama" | "The same KUBE",
});

labels!(MemberField {
    Group = "KUBE" | "KUBE",
    Name = "Nama sesuai KTP" | "Name as on the identity card",
    Nik = "NIK" | "NIK (national id number)",
    Sex = "Jenis kelamin" | "Sex",
    BirthPlace = "Tempat lahir" | "Place of birth",
    BirthDate = "Tanggal lahir" | "Date of birth",
    Role = "Peran" | "Role",
    Region = "Kelurahan atau desa" | "Village",
    Rt = "RT" | "RT",
    Rw = "RW" | "RW",
    Address = "Alamat" | "Address",
    Card = "No. KK" | "Family card number (No. KK)",
    Phone = "No. HP" | "Mobile number",
    Kinship = "Hubungan dalam keluarga" | "Place in the family",
    Marital = "Status kawin" | "Marital status",
    Schooling = "Pendidikan terakhir" | "Highest schooling",
    Occupation = "Pekerjaan" | "Occupation",
    Dependants = "Jumlah tanggungan" | "Dependants",
    IncomeBefore = "Penghasilan sebulan sebelum KUBE" | "Monthly income before the KUBE",
    IncomeAfter = "Penghasilan sebulan sekarang" | "Monthly income now",
    Disability = "Penyandang disabilitas" | "Lives with a disability",
    WelfareData = "Data terpadu" | "Welfare data",
    Decile = "Desil" | "Decile",
    WelfareChecked = "Tanggal data terpadu diperiksa" | "Date the welfare data was checked",
    Joined = "Tanggal masuk" | "Date of joining",
    Left = "Tanggal keluar" | "Date of leaving",
    LeaveReason = "Alasan keluar" | "Reason for leaving",
    ConsentDate = "Tanggal persetujuan" | "Date of consent",
    ConsentWay = "Cara persetujuan" | "Way of consent",
    SameAs = "Orang yang sama" | "The same person",
});

impl Label for AnyField {
    fn label(&self, lang: Lang) -> &'static str {
        match self {
            Self::Group(field) => field.label(lang),
            Self::Member(field) => field.label(lang),
            Self::Ruling(field) => field.label(lang),
        }
    }
}

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

labels!(Business {
    Grocery = "Warung sembako, kelontong" | "Grocery stall",
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
    Laundry = "Laundry" | "Laundry",
    Peddling = "Jualan ikan, sayur keliling" | "Peddling fish, vegetables",
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
    Graduated = "Lulus" | "Graduated",
});

labels!(Stage {
    Growing = "Tumbuh" | "Growing",
    Developing = "Berkembang" | "Developing",
    Independent = "Mandiri" | "Independent",
});

labels!(Kinship {
    Head = "Kepala keluarga" | "Head of family",
    Spouse = "Istri atau suami" | "Spouse",
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
    None = "Tidak atau belum sekolah" | "None",
    PrimaryUnfinished = "Belum tamat SD" | "Primary, unfinished",
    Primary = "SD sederajat" | "Primary",
    LowerSecondary = "SMP sederajat" | "Lower secondary",
    UpperSecondary = "SMA sederajat" | "Upper secondary",
    DiplomaTwo = "Diploma I, II" | "Diploma I, II",
    DiplomaThree = "Diploma III" | "Diploma III",
    Bachelor = "Diploma IV, S1" | "Bachelor",
    Master = "S2" | "Master",
    Doctor = "S3" | "Doctor",
});

labels!(WelfareData {
    Dtsen = "Ada di DTSEN" | "In DTSEN",
    Dtks = "Ada di DTKS" | "In DTKS",
    Bdt = "Ada di BDT" | "In BDT",
    Absent = "Belum ada" | "In none",
});

labels!(ConsentWay {
    Written = "Tertulis" | "In writing",
    Oral = "Lisan, di depan saksi" | "By word, before a witness",
});

labels!(Programme {
    Pkp = "PKP (Penanggulangan Kemiskinan Perkotaan)" | "PKP (urban poverty programme)",
    Province = "APBD Provinsi Kaltim" | "Provincial budget of East Kalimantan",
    Ministry = "Kementerian Sosial" | "Ministry of Social Affairs",
    Regency = "APBD kabupaten atau kota" | "Budget of the regency or city",
    Other = "Lainnya" | "Other",
});

labels!(Need {
    Incomplete = "Belum lengkap atau perlu dicek" | "Incomplete or to be checked",
    Conflict = "Bentrok" | "In conflict",
    NoPlace = "Wilayah belum diisi" | "Place not filled in",
});

/// Whether numbers that are nobody else's business are shown whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// First four and last two characters.
    Masked,
    /// Whole: only where a person has to decide between two values, or asked to see it.
    Whole,
}

/// A heading over some fields of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The first fields.
    Basics,
    /// Where the group is.
    Place,
    /// Programme, year, decree.
    Programme,
    /// Bank account.
    Account,
    /// The family.
    Family,
    /// Income and welfare data.
    Welfare,
    /// Joining, leaving, consent.
    Membership,
}

labels!(Section {
    Basics = "Pokok" | "Basics",
    Place = "Tempat" | "Place",
    Programme = "Program dan SK" | "Programme and decree",
    Account = "Rekening kelompok" | "Group account",
    Family = "Keluarga" | "Family",
    Welfare = "Penghasilan dan data terpadu" | "Income and welfare data",
    Membership = "Keanggotaan" | "Membership",
});

impl Lang {
    /// A scope, short enough for a heading: "PKP 2014".
    pub fn scope(self, scope: Scope) -> String {
        match scope {
            Scope::All => self.first_texts().scope_all.to_owned(),
            Scope::Of(Programme::Pkp, year) => format!("PKP {year}"),
            Scope::Of(programme, year) => format!("{} {year}", programme.label(self)),
        }
    }

    /// A region with what it lies in: "Kel. Sidodadi, Kec. Samarinda Ulu, Samarinda".
    pub fn place(self, region: Region) -> String {
        let mut parts = vec![self.region_name(region)];
        let mut around = region.parent();
        while let Some(here) = around.filter(|here| here.level != Level::Province) {
            parts.push(self.region_name(here));
            around = here.parent();
        }
        parts.join(", ")
    }

    /// A region with what it lies in, short enough for a field of a phone: "Sidodadi, Samarinda Ulu, Samarinda".
    pub fn short_place(self, region: Region) -> String {
        let mut parts = vec![region.short_name()];
        let mut around = region.parent();
        while let Some(here) = around.filter(|here| here.level != Level::Province) {
            parts.push(here.short_name());
            around = here.parent();
        }
        parts.join(", ")
    }

    /// A region by the usual short form of its level.
    pub fn region_name(self, region: Region) -> String {
        let word = match region.level {
            Level::UrbanVillage => "Kel. ",
            Level::RuralVillage => "Desa ",
            Level::District => "Kec. ",
            Level::Regency => "Kab. ",
            Level::City | Level::Province => "",
        };
        format!("{word}{}", region.short_name())
    }

    /// A stored value as a person reads it.
    pub fn value(self, field: AnyField, value: &Value, show: Show) -> String {
        match field {
            AnyField::Group(field) => self.group_value(field, value, show),
            AnyField::Member(field) => self.member_value(field, value, show),
            AnyField::Ruling(field) => self.ruling_value(field, value),
        }
    }

    /// A stored value of a group as a person reads it. The bank account is nobody else's business.
    pub fn group_value(self, field: GroupField, value: &Value, show: Show) -> String {
        match field {
            GroupField::Business => self.choice::<Business>(value),
            GroupField::Area => self.choice::<Area>(value),
            GroupField::Programme => self.choice::<Programme>(value),
            GroupField::Status => self.choice::<Status>(value),
            GroupField::Stage => self.choice::<Stage>(value),
            GroupField::Region => self.region_value(value),
            GroupField::Formed | GroupField::DecreeDate => self.date_value(value),
            GroupField::Account if show == Show::Masked => masked(&field.text(value)),
            _ => field.text(value),
        }
    }

    /// A stored value of a member as a person reads it. NIK, family card and phone number are nobody else's business.
    pub fn member_value(self, field: MemberField, value: &Value, show: Show) -> String {
        match field {
            MemberField::Role => self.choice::<Role>(value),
            MemberField::Sex => self.choice::<Sex>(value),
            MemberField::Kinship => self.choice::<Kinship>(value),
            MemberField::Marital => self.choice::<Marital>(value),
            MemberField::Schooling => self.choice::<Schooling>(value),
            MemberField::WelfareData => self.choice::<WelfareData>(value),
            MemberField::ConsentWay => self.choice::<ConsentWay>(value),
            MemberField::Region => self.region_value(value),
            MemberField::BirthDate
            | MemberField::Joined
            | MemberField::Left
            | MemberField::WelfareChecked
            | MemberField::ConsentDate => self.date_value(value),
            MemberField::IncomeBefore | MemberField::IncomeAfter => {
                Rupiah::from_json(value).map(|amount| self.rupiah(amount)).unwrap_or_default()
            }
            MemberField::Disability => match value.as_bool() {
                Some(yes) => self.yes_no(yes).to_owned(),
                None => String::new(),
            },
            MemberField::Nik | MemberField::Card if show == Show::Masked => masked(&field.text(value)),
            MemberField::Phone if show == Show::Masked => {
                Phone::from_json(value).map(Phone::masked).unwrap_or_default()
            }
            _ => field.text(value),
        }
    }

    /// Yes or no.
    pub fn yes_no(self, yes: bool) -> &'static str {
        if yes { self.pick("Ya", "Yes") } else { self.pick("Tidak", "No") }
    }

    pub(super) fn choice<T: FieldValue + Label>(self, value: &Value) -> String {
        // A choice of a newer version has no name here: its code is better than nothing, cleaned as any text is.
        let code = || Line::from_json(value).map(|code| code.to_string()).unwrap_or_default();
        T::from_json(value).map_or_else(|_| code(), |choice| choice.label(self).to_owned())
    }

    fn region_value(self, value: &Value) -> String {
        let code = crate::domain::RegionCode::from_json(value).ok();
        match code.and_then(region::find) {
            Some(region) => self.place(region),
            None => code.map(|code| code.to_string()).unwrap_or_default(),
        }
    }

    fn date_value(self, value: &Value) -> String {
        Date::from_json(value).map(|date| self.date(date)).unwrap_or_default()
    }
}

/// The first four and the last two characters of a number that is nobody else's business.
pub fn masked(text: &str) -> String {
    let count = text.chars().count();
    let visible = |index: usize| count > 6 && (index < 4 || index + 2 >= count);
    text.chars().enumerate().map(|(index, character)| if visible(index) { character } else { '•' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_place_names_what_it_lies_in() {
        let sidodadi = region::search("sidodadi", Level::is_village, Some(crate::domain::RegionCode::kaltim(72)), 1)[0];
        assert_eq!(Lang::Id.place(sidodadi), "Kel. Sidodadi, Kec. Samarinda Ulu, Samarinda");
    }

    #[test]
    fn numbers_of_persons_and_accounts_are_masked() {
        let nik = json!("6472030506909001");
        assert_eq!(Lang::Id.member_value(MemberField::Nik, &nik, Show::Masked), "6472••••••••••01");
        assert_eq!(Lang::Id.group_value(GroupField::Account, &json!("12345"), Show::Masked), "•••••");
    }

    #[test]
    fn a_choice_of_a_newer_version_shows_its_code() {
        assert_eq!(Lang::En.member_value(MemberField::Role, &json!("adviser"), Show::Masked), "adviser");
        assert_eq!(Lang::En.group_value(GroupField::Status, &json!("a\u{202e}b\u{2069}"), Show::Masked), "ab");
    }
}
