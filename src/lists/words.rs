//! The words that lists use for the choices of a field, in the spellings that occur.
//!
//! Folded, as `domain::fold` does. Of each choice the first word means it and nothing besides.

use super::headings::has_words;
use crate::domain::{AnyField, GroupField as G, MemberField as M, fold};

type Words = &'static [(&'static str, &'static str)];

const SEX: Words =
    &[("male", "l|lk|laki laki|laki|lelaki|pria|male|m|laki2|lk2"), ("female", "p|pr|perempuan|wanita|female|f|w|prp")];

const ROLE: Words = &[
    ("chair", "ketua|ketua kube|ketua kelompok|chair|chairperson|k"),
    ("secretary", "sekretaris|sekertaris|sekretaris kube|secretary|sek|sekr"),
    ("treasurer", "bendahara|bendahara kube|treasurer|bend"),
    ("member", "anggota|anggota kube|member|angg"),
];

const KINSHIP: Words = &[
    ("head", "kepala keluarga|kk|head|kep keluarga|suami kepala keluarga"),
    ("spouse", "istri|isteri|suami|spouse|wife|husband|istri suami|suami istri"),
    ("child", "anak|child|anak kandung"),
    ("other", "lainnya|other|famili lain|menantu|cucu|orang tua|mertua|orangtua"),
];

const MARITAL: Words = &[
    ("single", "belum kawin|belum menikah|single|lajang|bk"),
    ("married", "kawin|menikah|married|nikah|kawin tercatat|kawin belum tercatat"),
    ("divorced", "cerai hidup|divorced|cerai"),
    ("widowed", "cerai mati|janda|duda|widowed"),
];

const SCHOOLING: Words = &[
    ("none", "tidak sekolah|tidak belum sekolah|belum sekolah|none|tdk sekolah"),
    ("primary_unfinished", "belum tamat sd|tidak tamat sd|tdk tamat sd|belum tamat sd sederajat|primary unfinished"),
    ("primary", "sd|sd sederajat|tamat sd|tamat sd sederajat|mi|sr|primary|paket a"),
    ("lower_secondary", "smp|smp sederajat|sltp|sltp sederajat|mts|lower secondary|paket b|smtp"),
    ("upper_secondary", "sma|sma sederajat|slta|slta sederajat|smk|smu|ma|stm|smea|upper secondary|paket c|smta"),
    ("diploma_1_2", "d1|d2|diploma i ii|diploma 1|diploma 2|d i|d ii"),
    ("diploma_3", "d3|diploma iii|diploma 3|d iii|akademi"),
    ("bachelor", "s1|d4|diploma iv strata i|sarjana|strata 1|bachelor|s 1|d iv"),
    ("master", "s2|strata ii|strata 2|magister|master|s 2"),
    ("doctor", "s3|strata iii|strata 3|doktor|doctor|s 3"),
];

const WELFARE: Words = &[
    ("dtsen", "dtsen"),
    ("dtks", "dtks"),
    ("bdt", "bdt"),
    (
        "absent",
        "tidak|tidak ada|belum|tidak terdaftar|belum terdaftar|non dtks|bukan dtks|no|absent|tidak masuk|n|belum ada",
    ),
];

const DISABILITY: Words = &[("true", "ya|yes|ada|y|true"), ("false", "tidak|no|tidak ada|bukan|t|false")];

const AREA: Words = &[
    ("urban", "perkotaan|kota|urban"),
    ("rural", "perdesaan|pedesaan|desa|rural"),
    ("coastal", "pesisir|coastal|pantai"),
];

const STATUS: Words = &[
    ("active", "aktif|active|berjalan|masih aktif"),
    ("inactive", "tidak aktif|inactive|non aktif|nonaktif|tdk aktif|macet"),
    ("dissolved", "bubar|dissolved"),
    ("graduated", "lulus|graduasi|graduated"),
];

const STAGE: Words = &[
    ("growing", "tumbuh|penumbuhan|growing|baru"),
    ("developing", "berkembang|pengembangan|developing"),
    ("independent", "mandiri|maju|independent|maju mandiri"),
];

const PROGRAMME: Words = &[
    ("pkp", "pkp|penanggulangan kemiskinan perkotaan|kube pkp"),
    ("province", "apbd provinsi|apbd prov|apbd i|apbd kaltim|provinsi|apbd provinsi kaltim|province|dinsos provinsi"),
    ("ministry", "kemensos|apbn|kementerian sosial|kementerian sosial ri|ministry|dekonsentrasi|pusat"),
    ("regency", "apbd kota|apbd kabupaten|apbd ii|apbd kab|apbd kab kota|kabupaten kota|regency"),
    ("other", "lainnya|csr|other"),
];

/// Here, besides, words within a longer text mean the kind.
const BUSINESS: Words = &[
    (
        "grocery",
        "warung sembako|sembako|kelontong|klontong|warung kelontong|warung klontong|sembilan bahan pokok|grocery|toko|kios|warung",
    ),
    (
        "cakes",
        "kue|kue dan makanan ringan|kue basah|kue kering|aneka kue|makanan ringan|kripik|keripik|kerupuk|snack|roti|cakes|kripik tempe",
    ),
    ("catering", "katering|catering"),
    ("drinks", "minuman|warung kopi|kopi|warkop|warung es|es|jus|jamu|drinks"),
    ("sewing", "menjahit|jahit|konveksi|penjahit|bordir|sewing"),
    ("crafts", "kerajinan|kerajinan tangan|anyaman|tenun|sarung|batik|manik manik|handicraft|crafts"),
    ("poultry", "ternak unggas|ayam|ternak ayam|ayam petelur|bebek|itik|unggas|poultry"),
    ("livestock", "ternak kambing sapi|ternak kambing|ternak sapi|kambing|sapi|penggemukan sapi|livestock|babi"),
    ("fish_farming", "budidaya ikan|keramba|tambak|budidaya|kolam|lele|fish farming"),
    ("fish_products", "olahan ikan|amplang|ikan asin|terasi|abon|fish products"),
    ("fishing", "nelayan|perikanan tangkap|penangkapan ikan|fishing"),
    ("peddling", "jualan keliling|jual ikan|jual sayur|sayur keliling|penjual ikan|penjual sayur|peddling"),
    ("farming", "pertanian|tani|sayur|sayuran|kebun|hidroponik|jagung|padi|farming"),
    ("workshop", "bengkel|cuci motor|tambal ban|workshop"),
    ("carpentry", "pertukangan|las|mebel|tukang|batako|carpentry"),
    ("salon", "salon|pangkas|pangkas rambut|potong rambut"),
    ("laundry", "laundry|binatu|cuci pakaian"),
    ("gas_water", "gas|air galon|galon|isi ulang|gas lpg|elpiji"),
    ("recycling", "daur ulang|bank sampah|barang bekas|recycling"),
    ("party_rental", "sewa tenda|tenda|alat pesta|pelaminan|party rental"),
    (
        "food",
        "kuliner|makanan|makanan siap saji|nasi|warung nasi|warung makan|rumah makan|gorengan|gorengan dan kopi|bakso|soto|mie|bumbu dapur|food|lauk",
    ),
    ("other", "lainnya|lain lain|other"),
];

/// The code of a choice, and whether the text says more than the choice does.
pub(super) fn code_of(field: AnyField, text: &str) -> Option<(&'static str, bool)> {
    let words = words_of(field)?;
    let folded = fold(text);
    let is = |one: &str| one == folded;
    let is_code = |code: &str| code.len() == folded.len() && code.replace('_', " ") == folded;
    if let Some((code, said)) = words.iter().find(|(code, said)| said.split('|').any(is) || is_code(code)) {
        return Some((code, said.split('|').next() != Some(&folded)));
    }
    if field != AnyField::Group(G::Business) {
        return None;
    }
    // The longest word within: "jual ikan" before "ikan".
    let within = words.iter().flat_map(|(code, said)| said.split('|').map(move |word| (*code, word)));
    let found = within.filter(|(_, word)| has_words(&folded, word)).max_by_key(|(_, word)| word.len());
    found.map(|(code, _)| (code, true))
}

fn words_of(field: AnyField) -> Option<Words> {
    Some(match field {
        AnyField::Member(M::Sex) => SEX,
        AnyField::Member(M::Role) => ROLE,
        AnyField::Member(M::Kinship) => KINSHIP,
        AnyField::Member(M::Marital) => MARITAL,
        AnyField::Member(M::Schooling) => SCHOOLING,
        AnyField::Member(M::WelfareData) => WELFARE,
        AnyField::Member(M::Disability) => DISABILITY,
        AnyField::Group(G::Area) => AREA,
        AnyField::Group(G::Status) => STATUS,
        AnyField::Group(G::Stage) => STAGE,
        AnyField::Group(G::Programme) => PROGRAMME,
        AnyField::Group(G::Business) => BUSINESS,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Fault, Field, FieldValue, YesNo};

    #[test]
    fn every_code_is_one_of_its_field_and_every_choice_has_words() {
        for field in M::all()
            .iter()
            .map(|field| AnyField::from(*field))
            .chain(G::all().iter().map(|field| AnyField::from(*field)))
        {
            let Some(words) = words_of(field) else { continue };
            for (code, said) in words {
                if field == AnyField::Member(M::Disability) {
                    assert!(YesNo::parse(code).is_ok());
                } else {
                    assert_ne!(field.parse(code), Err(Fault::NotAChoice), "{code}");
                }
                for word in said.split('|') {
                    assert_eq!(fold(word), word);
                    assert_eq!(code_of(field, word).map(|(code, _)| code), Some(*code), "{field:?} {word}");
                }
            }
        }
        assert_eq!(BUSINESS.len(), crate::domain::Business::ALL.len());
        assert_eq!(SCHOOLING.len(), crate::domain::Schooling::ALL.len());
    }

    #[test]
    fn a_business_is_known_by_a_word_within() {
        let business = |text| code_of(G::Business.into(), text);
        assert_eq!(business("Warung klontong \r\n"), Some(("grocery", true)));
        assert_eq!(business("Usaha jual ikan segar"), Some(("peddling", true)));
        assert_eq!(business("Kue"), Some(("cakes", false)));
        assert_eq!(business("Pembuatan peti"), None);
        assert_eq!(code_of(M::Sex.into(), "Laki-laki"), Some(("male", true)));
        assert_eq!(code_of(M::Sex.into(), "Laki-laki?x"), None);
    }
}
