//! The words that lists use for the choices of a field, in the spellings that occur.
//!
//! Folded, as `domain::fold` does. Of a business those before `;` mean it and nothing besides; the others are kept as its name.

use crate::domain::fold;
use crate::kinds::{FieldRef, Group as G, ListSource, Member as M};

/// What parts the words of a choice.
const SPLIT: [char; 2] = ['|', ';'];

type Words = &'static [(&'static str, &'static str)];

const SEX: Words = &[
    ("male", "l|lk|laki laki|laki|lelaki|pria|male|m|laki2|lk2|1|jantan|cowok|laki laki l"),
    ("female", "p|pr|perempuan|wanita|female|f|w|prp|2|prm|perempuan p|cewek|pr p"),
];

/// A letter means a part in the group only where the heading says that the column is one: else K is for "kawin".
const ROLE: Words = &[
    ("chair", "ketua|ketua kube|ketua kelompok|chair|chairperson|k|ketua umum|ket"),
    ("secretary", "sekretaris|sekertaris|sekretaris kube|secretary|sek|sekr|s|sekretaris kelompok"),
    ("treasurer", "bendahara|bendahara kube|treasurer|bend|b|bendahara kelompok|ben"),
    ("member", "anggota|anggota kube|member|angg|a|agt|anggt|anggota kelompok"),
];

const KINSHIP: Words = &[
    (
        "head",
        "kepala keluarga|kk|head|kep keluarga|suami kepala keluarga|head of family|kepala klg|kep kel|kepala kel|kepala rumah tangga|krt|kep klg|kepala",
    ),
    ("spouse", "istri atau suami|istri|isteri|suami|spouse|wife|husband|istri suami|suami istri|pasangan"),
    ("child", "anak|child|anak kandung|anak tiri|anak angkat"),
    (
        "other",
        "lainnya|other|famili lain|famili|family lain|menantu|cucu|orang tua|mertua|orangtua|orang tua mertua|pembantu|saudara|keponakan|lain lain|famili lainnya|pembantu rumah tangga|sopir|nenek|kakek|adik|kakak",
    ),
];

const MARITAL: Words = &[
    (
        "single",
        "belum kawin|belum menikah|single|lajang|bk|blm kawin|belum nikah|blm menikah|tidak kawin|tidak menikah|blm nikah|1|gadis|bujang",
    ),
    (
        "married",
        "kawin|menikah|married|nikah|kawin tercatat|kawin belum tercatat|k|kawin nikah|kawin tdk tercatat|kawin tidak tercatat|2|sudah kawin|sudah menikah",
    ),
    (
        "divorced",
        "cerai hidup|divorced|cerai|cerai hidup tercatat|cerai hidup belum tercatat|cerai hidup tidak tercatat|ch|3",
    ),
    ("widowed", "cerai mati|janda|duda|widowed|cerai mati tercatat|cerai mati belum tercatat|cm|4"),
];

const SCHOOLING: Words = &[
    (
        "none",
        "tidak atau belum sekolah|tidak sekolah|tidak belum sekolah|belum sekolah|none|tdk sekolah|tidak blm sekolah|tdk blm sekolah|blm sekolah|tdk belum sekolah|tidak pernah sekolah|tk|paud|belum tk",
    ),
    (
        "primary_unfinished",
        "belum tamat sd|tidak tamat sd|tdk tamat sd|belum tamat sd sederajat|primary unfinished|tidak tamat sd sederajat|sd tidak tamat|sd belum tamat|blm tamat sd|blm tamat sd sederajat|tdk tamat sd sederajat|tidak lulus sd|sd tdk tamat|putus sd",
    ),
    (
        "primary",
        "sd sederajat|sd|tamat sd|tamat sd sederajat|mi|sr|primary|paket a|sd mi|lulus sd|ibtidaiyah|sdlb|tamat sd mi",
    ),
    (
        "lower_secondary",
        "smp sederajat|smp|sltp|sltp sederajat|mts|lower secondary|paket b|smtp|tamat smp|tamat sltp|tamat smp sederajat|tamat sltp sederajat|smp mts|lulus smp|tsanawiyah|st",
    ),
    (
        "upper_secondary",
        "sma sederajat|sma|slta|slta sederajat|smk|smu|ma|stm|smea|upper secondary|paket c|smta|tamat sma|tamat slta|tamat sma sederajat|tamat slta sederajat|sma smk|sma ma|lulus sma|aliyah|madrasah aliyah|spg|sma smk ma|smk sederajat|mak",
    ),
    (
        "diploma_1_2",
        "diploma i ii|d1|d2|diploma 1|diploma 2|d i|d ii|diploma i|diploma ii|d 1|d 2|d1 d2|d i ii|diploma 1 2",
    ),
    (
        "diploma_3",
        "diploma iii|d3|diploma 3|d iii|akademi|akademi diploma iii s muda|akademi diploma iii sarjana muda|d 3|sarjana muda|akademi d3|diploma iii s muda|s muda",
    ),
    (
        "bachelor",
        "diploma iv s1|s1|d4|diploma iv strata i|sarjana|strata 1|bachelor|s 1|d iv|strata i|diploma iv|d4 s1|d iv s1|diploma 4|diploma iv strata 1|s1 d4|sarjana s1",
    ),
    ("master", "s2|strata ii|strata 2|magister|master|s 2|pascasarjana"),
    ("doctor", "s3|strata iii|strata 3|doktor|doctor|s 3"),
];

const WELFARE: Words = &[
    ("dtsen", "dtsen|ada di dtsen|in dtsen"),
    ("dtks", "dtks|ada di dtks|in dtks"),
    ("bdt", "bdt|ada di bdt|in bdt"),
    (
        "absent",
        "belum ada|in none|tidak|tidak ada|belum|tidak terdaftar|belum terdaftar|non dtks|bukan dtks|no|absent|tidak masuk|n|tidak terdata|belum masuk",
    ),
];

const DISABILITY: Words = &[
    ("true", "ya|yes|ada|y|true|disabilitas|penyandang disabilitas"),
    ("false", "tidak|no|tidak ada|bukan|t|false|tidak cacat|non disabilitas|n"),
];

const CONSENT: Words = &[
    ("written", "tertulis|in writing|written"),
    ("oral", "lisan di hadapan saksi|lisan di depan saksi|by word before a witness|lisan|oral"),
];

const AREA: Words = &[
    ("urban", "perkotaan|kota|urban"),
    ("rural", "perdesaan|pedesaan|desa|rural"),
    ("coastal", "pesisir|coastal|pantai"),
];

const STATUS: Words = &[
    ("active", "aktif|active|berjalan|masih aktif"),
    ("inactive", "tidak aktif|inactive|non aktif|nonaktif|tdk aktif|macet"),
    ("dissolved", "bubar|dissolved"),
    ("graduated", "graduasi mandiri|lulus|graduasi|graduated"),
];

const STAGE: Words = &[
    ("growing", "tumbuh|penumbuhan|growing|baru"),
    ("developing", "berkembang|pengembangan|developing"),
    ("independent", "mandiri|maju|independent|maju mandiri"),
];

const PROGRAMME: Words = &[
    (
        "pkp",
        "pkp|pkp penanggulangan kemiskinan perkotaan|pkp urban poverty programme|penanggulangan kemiskinan perkotaan|kube pkp",
    ),
    (
        "province",
        "apbd provinsi kaltim|provincial budget of east kalimantan|apbd provinsi|apbd prov|apbd i|apbd kaltim|provinsi|province|dinsos provinsi",
    ),
    (
        "ministry",
        "kementerian sosial|ministry of social affairs|kemensos|apbn|kementerian sosial ri|ministry|dekonsentrasi|pusat",
    ),
    (
        "regency",
        "apbd kabupaten kota|apbd kabupaten atau kota|budget of the regency or city|apbd kota|apbd kabupaten|apbd ii|apbd kab|apbd kab kota|kabupaten kota|regency",
    ),
    ("other", "lainnya|csr|other"),
];

/// Here, besides, words within a longer text mean the kind.
const BUSINESS: Words = &[
    (
        "grocery",
        "warung sembako|warung sembako kelontong|grocery stall;sembako|kelontong|klontong|warung kelontong|warung klontong|sembilan bahan pokok|grocery|toko|kios|warung",
    ),
    (
        "cakes",
        "kue|kue dan makanan ringan|cakes and snacks;kue basah|kue kering|aneka kue|makanan ringan|kripik|keripik|kerupuk|snack|roti|cakes|kripik tempe",
    ),
    ("catering", "katering|catering"),
    ("drinks", "minuman|minuman warung kopi|drinks coffee stall;warung kopi|kopi|warkop|warung es|es|jus|jamu|drinks"),
    ("sewing", "menjahit|menjahit konveksi|sewing;jahit|konveksi|penjahit|bordir"),
    ("crafts", "kerajinan|crafts;kerajinan tangan|anyaman|tenun|sarung|batik|manik manik|handicraft"),
    ("poultry", "ternak unggas|poultry;ayam|ternak ayam|ayam petelur|bebek|itik|unggas"),
    (
        "livestock",
        "ternak kambing sapi|goats cattle;ternak kambing|ternak sapi|kambing|sapi|penggemukan sapi|livestock|babi",
    ),
    ("fish_farming", "budidaya ikan|budidaya ikan keramba|fish farming;keramba|tambak|budidaya|kolam|lele"),
    ("fish_products", "olahan ikan|olahan ikan amplang|fish products;amplang|ikan asin|terasi|abon"),
    ("fishing", "nelayan|perikanan tangkap|fishing;penangkapan ikan"),
    (
        "peddling",
        "jualan keliling|berjualan ikan sayur keliling|jualan ikan sayur keliling|peddling fish vegetables;jual ikan|jual sayur|sayur keliling|penjual ikan|penjual sayur|peddling",
    ),
    ("farming", "pertanian|pertanian sayur|farming vegetables;tani|sayur|sayuran|kebun|hidroponik|jagung|padi|farming"),
    ("workshop", "bengkel|bengkel cuci motor|workshop motorcycle wash;cuci motor|tambal ban|workshop"),
    ("carpentry", "pertukangan|las pertukangan|welding carpentry;las|mebel|tukang|batako|carpentry"),
    ("salon", "salon|salon pangkas rambut|salon barber;pangkas|pangkas rambut|potong rambut"),
    ("laundry", "binatu laundry|laundry;binatu|cuci pakaian"),
    ("gas_water", "gas|gas air galon|gas bottled water;air galon|galon|isi ulang|gas lpg|elpiji"),
    ("recycling", "daur ulang|daur ulang bank sampah|recycling waste bank;bank sampah|barang bekas|recycling"),
    ("party_rental", "sewa tenda|sewa tenda alat pesta|tent and party rental;tenda|alat pesta|pelaminan|party rental"),
    (
        "food",
        "kuliner|kuliner makanan siap saji|prepared food;makanan|makanan siap saji|nasi|warung nasi|warung makan|rumah makan|gorengan|gorengan dan kopi|bakso|soto|mie|bumbu dapur|food|lauk",
    ),
    ("other", "lainnya|other;lain lain"),
];

/// Whether a text has these words one after the other, and as whole words.
fn has_words(folded: &str, words: &str) -> bool {
    folded.match_indices(words).any(|(at, _)| {
        let before = folded.get(..at).is_some_and(|before| before.is_empty() || before.ends_with(' '));
        let after = folded.get(at + words.len()..).is_some_and(|after| after.is_empty() || after.starts_with(' '));
        before && after
    })
}

/// The code of a choice, and whether the text says more than the choice does.
pub(super) fn code_of(field: FieldRef, text: &str) -> Option<(&'static str, bool)> {
    let words = words_of(field)?;
    let folded = fold(text);
    let is = |one: &str| one == folded;
    let is_code = |code: &str| code.len() == folded.len() && code.replace('_', " ") == folded;
    if let Some((code, said)) = words.iter().find(|(code, said)| said.split(SPLIT).any(is) || is_code(code)) {
        let says_more = said.split_once(';').is_some_and(|(own, _)| !own.split('|').any(is) && !is_code(code));
        return Some((code, says_more));
    }
    if field != G::BUSINESS {
        return part_of(field, text);
    }
    // The longest word within: "jual ikan" before "ikan".
    let within = words.iter().flat_map(|(code, said)| said.split(SPLIT).map(move |word| (*code, word)));
    let found = within.filter(|(_, word)| has_words(&folded, word)).max_by_key(|(_, word)| word.len());
    found.map(|(code, _)| (code, true))
}

/// "SMK/SMA" is one of them, and "Perempuan (P)" is one twice; a school with its subject is the school.
fn part_of(field: FieldRef, text: &str) -> Option<(&'static str, bool)> {
    let parts: Vec<&str> = text.split(['/', '(', ')', ',']).filter(|part| !fold(part).is_empty()).collect();
    if parts.len() > 1 {
        let mut codes = parts.iter().map(|part| whole(field, part));
        let first = codes.next()??;
        return codes.all(|code| code == Some(first)).then_some((first, false));
    }
    if field != M::SCHOOLING {
        return None;
    }
    let folded = fold(text);
    let school = folded.split(' ').next().filter(|word| TAUGHT.contains(word))?;
    whole(field, school).map(|code| (code, false))
}

/// What is finished with a subject: "S1 Ekonomi". Not so a primary school with its class.
const TAUGHT: [&str; 12] = ["s1", "s2", "s3", "d1", "d2", "d3", "d4", "smk", "stm", "smea", "sarjana", "magister"];

/// The code of a text that is a word of the field as it stands.
fn whole(field: FieldRef, text: &str) -> Option<&'static str> {
    let folded = fold(text);
    words_of(field)?.iter().find(|(_, said)| said.split(SPLIT).any(|word| word == folded)).map(|(code, _)| *code)
}

/// The code that a number means in lists of a source. Of an unknown one nobody knows what 3 is.
pub(super) fn number_of(source: ListSource, field: FieldRef, text: &str) -> Option<&'static str> {
    let number: usize = text.trim().parse().ok().filter(|number| *number > 0)?;
    let codes: &[&str] = match (source, field) {
        (ListSource::OpenSid, M::KINSHIP) => {
            &["head", "spouse", "spouse", "child", "other", "other", "other", "other", "other", "other", "other"]
        }
        (ListSource::Bdt | ListSource::Dtks, M::KINSHIP) => {
            &["head", "spouse", "child", "other", "other", "other", "other", "other"]
        }
        (ListSource::OpenSid, M::SCHOOLING) => &[
            "none",
            "primary_unfinished",
            "primary",
            "lower_secondary",
            "upper_secondary",
            "diploma_1_2",
            "diploma_3",
            "bachelor",
            "master",
            "doctor",
        ],
        _ => return None,
    };
    codes.get(number - 1).copied()
}

/// Whether a text is a choice that a person has, and so a value rather than a heading.
pub(super) fn is_choice(text: &str) -> bool {
    [M::SEX, M::ROLE, M::KINSHIP, M::MARITAL, M::SCHOOLING].iter().any(|field| whole(*field, text).is_some())
}

fn words_of(field: FieldRef) -> Option<Words> {
    Some(match field {
        M::SEX => SEX,
        M::ROLE => ROLE,
        M::KINSHIP => KINSHIP,
        M::MARITAL => MARITAL,
        M::SCHOOLING => SCHOOLING,
        M::WELFARE_DATA => WELFARE,
        M::DISABILITY => DISABILITY,
        M::CONSENT_WAY => CONSENT,
        G::AREA => AREA,
        G::STATUS => STATUS,
        G::STAGE => STAGE,
        G::PROGRAMME => PROGRAMME,
        G::BUSINESS => BUSINESS,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Fault, FieldValue, YesNo};

    #[test]
    fn every_code_is_one_of_its_field_and_every_choice_has_words() {
        for field in M::fields().chain(G::fields()) {
            let Some(words) = words_of(field) else { continue };
            for (code, said) in words {
                if field == M::DISABILITY {
                    assert!(YesNo::parse(code).is_ok());
                } else {
                    assert_ne!(field.parse(code), Err(Fault::NotAChoice), "{code}");
                }
                for word in said.split(SPLIT) {
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
        let business = |text| code_of(G::BUSINESS, text);
        assert_eq!(business("Warung klontong \r\n"), Some(("grocery", true)));
        assert_eq!(business("Warung sembako, kelontong"), Some(("grocery", false)));
        assert_eq!(code_of(M::SCHOOLING, "AKADEMI/ DIPLOMA III/S. MUDA"), Some(("diploma_3", false)));
        assert_eq!(code_of(M::SCHOOLING, "S1 Ekonomi"), Some(("bachelor", false)));
        assert_eq!(code_of(M::SCHOOLING, "SD kelas 5"), None);
        assert_eq!(code_of(M::SEX, "Perempuan (P)"), Some(("female", false)));
        assert_eq!(code_of(M::SEX, "L/P"), None);
        assert_eq!(business("Usaha jual ikan segar"), Some(("peddling", true)));
        assert_eq!(business("Kue"), Some(("cakes", false)));
        assert_eq!(business("Pembuatan peti"), None);
        assert_eq!(code_of(M::SEX, "Laki-laki"), Some(("male", false)));
        assert_eq!(code_of(M::SEX, "Laki-laki?x"), None);
    }
}
