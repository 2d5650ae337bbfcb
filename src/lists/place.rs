//! Names of places as lists write them, as codes.

use std::collections::BTreeMap;

use super::problem::Problem;
use crate::domain::{Level, RegionCode, region};

/// The names of all regions, for looking up.
pub(super) struct Places {
    villages: BTreeMap<String, Vec<RegionCode>>,
    districts: BTreeMap<String, Vec<RegionCode>>,
    regencies: BTreeMap<String, RegionCode>,
}

/// The names that a row gives; empty when it has none.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Named<'a> {
    pub(super) village: &'a str,
    pub(super) district: &'a str,
    pub(super) regency: &'a str,
}

/// Which of the names a problem is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    Village,
    District,
    Regency,
}

const SHORT: [(&str, &str); 12] = [
    ("smd", "samarinda"),
    ("smr", "samarinda"),
    ("bpp", "balikpapan"),
    ("btg", "bontang"),
    ("kukar", "kutaikartanegara"),
    ("kutaikertanegara", "kutaikartanegara"),
    ("kutim", "kutaitimur"),
    ("kubar", "kutaibarat"),
    ("ppu", "penajampaserutara"),
    ("pasir", "paser"),
    ("mahulu", "mahakamulu"),
    ("mahakamhulu", "mahakamulu"),
];

impl Places {
    pub(super) fn new() -> Self {
        let (mut villages, mut districts, mut regencies) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let note = |map: &mut BTreeMap<String, Vec<RegionCode>>, name: &str, code| {
            map.entry(letters(name)).or_default().push(code);
        };
        for regency in region::kabupaten_kota() {
            regencies.insert(letters(regency.short_name()), regency.code);
            for district in region::children(regency.code) {
                note(&mut districts, district.name, district.code);
            }
        }
        for village in region::villages() {
            note(&mut villages, village.name, village.code);
        }
        for (short, name) in SHORT {
            if let Some(code) = regencies.get(name).copied() {
                regencies.insert(short.to_owned(), code);
            }
        }
        Self { villages, districts, regencies }
    }

    /// The kabupaten or kota of a name, with or without that word.
    pub(super) fn regency(&self, name: &str) -> Option<RegionCode> {
        let find = |key: String| self.regencies.get(&key).copied();
        let bare = stripped(name, &["kabupaten", "kab", "kota madya", "kotamadya", "kota"]);
        let code = find(letters(bare)).or_else(|| find(letters(name)));
        // There is no Kota Paser, and no Kabupaten Samarinda.
        let says_city = name.trim_start().to_ascii_lowercase().starts_with("kota");
        code.filter(|code| !says_city || code.level() == Level::City)
    }

    /// A kabupaten or kota that is named anywhere in a text, the longest name of several.
    pub(super) fn regency_in(&self, folded: &str) -> Option<RegionCode> {
        let words: Vec<&str> = folded.split(' ').collect();
        let mut runs = (1..=3).rev().flat_map(|length| words.windows(length));
        runs.find_map(|run| self.regencies.get(&run.concat()).copied())
    }

    /// The smallest region that the names are sure of, within `around` where they do not say, and each doubt.
    pub(super) fn resolve(
        &self,
        named: Named,
        around: Option<RegionCode>,
    ) -> (Option<RegionCode>, Vec<(Whose, Problem)>) {
        let mut doubts = Vec::new();
        let mut within = around;
        if !named.regency.is_empty() {
            match self.regency(named.regency) {
                // A smaller region of the whole list still says more.
                Some(code) if around.is_some_and(|around| code.contains(around)) => {}
                Some(code) => within = Some(code),
                None => doubts.push((Whose::Regency, Problem::RegencyUnknown)),
            }
        }
        if !named.district.is_empty() {
            let found = within_of(self.districts.get(&place_key(named.district)), within);
            match found[..] {
                [code] => within = Some(code),
                _ => doubts.push((Whose::District, Problem::DistrictUnknown)),
            }
        }
        if !named.village.is_empty() {
            let found = within_of(self.villages.get(&place_key(named.village)), within);
            match found[..] {
                [code] => within = Some(code),
                [] => doubts.push((Whose::Village, Problem::VillageUnknown)),
                _ => doubts.push((Whose::Village, Problem::VillageAmbiguous)),
            }
        }
        (within, doubts)
    }
}

fn within_of(codes: Option<&Vec<RegionCode>>, within: Option<RegionCode>) -> Vec<RegionCode> {
    let is_in = |code: &RegionCode| within.is_none_or(|within| within.contains(*code));
    codes.into_iter().flatten().copied().filter(is_in).collect()
}

/// A kecamatan, kelurahan or desa, without that word and with Sei written out.
fn place_key(name: &str) -> String {
    let words = ["kelurahan", "kel", "desa", "ds", "kecamatan", "kec", "kampung", "kp"];
    let bare = stripped(name, &words);
    // Behind a comma lists put what lies around.
    let bare = bare.split(',').next().unwrap_or(bare).trim();
    let river = ["sei ", "sei. ", "sei.", "s. ", "sungai "].iter().find_map(|short| {
        bare.get(..short.len()).filter(|head| head.eq_ignore_ascii_case(short)).and_then(|_| bare.get(short.len()..))
    });
    river.map_or_else(|| letters(bare), |rest| format!("sungai{}", letters(rest)))
}

/// The name without one of the words before it, when something is left.
fn stripped<'a>(name: &'a str, words: &[&str]) -> &'a str {
    let name = name.trim();
    for word in words {
        let Some(rest) = name.get(word.len()..) else { continue };
        let has_word = name.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word));
        let ends = rest.starts_with(['.', ' ', ':', '/']);
        let rest = rest.trim_start_matches(['.', ' ', ':']);
        if has_word && ends && !rest.is_empty() {
            return rest;
        }
    }
    name
}

fn letters(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn resolved(village: &str, district: &str, regency: &str) -> (String, Option<Problem>) {
        let (code, doubts) = Places::new().resolve(Named { village, district, regency }, None);
        assert!(doubts.len() <= 1, "{doubts:?}");
        (code.map(|code| code.to_string()).unwrap_or_default(), doubts.first().map(|(_, problem)| *problem))
    }

    #[test]
    fn a_place_is_found_by_its_names_however_they_are_written() {
        let sidodadi = "64.72.03.1002";
        let code = region::search("sidodadi ulu", Level::is_village, None, 1)[0].code.to_string();
        assert_eq!(code.get(..8), sidodadi.get(..8));
        for (village, district, regency) in [
            ("Sidodadi", "Samarinda Ulu", "Kota Samarinda"),
            ("KEL. SIDODADI", "KEC. SAMARINDA ULU", "SAMARINDA"),
            ("Kelurahan Sidodadi, Samarinda Ulu", "Kecamatan Samarinda Ulu", "Smd"),
        ] {
            assert_eq!(resolved(village, district, regency), (code.clone(), None), "{village}");
        }
        let river = region::search("sungai pinang dalam", Level::is_village, None, 1)[0].code.to_string();
        assert_eq!(resolved("Sei. Pinang Dalam", "Sei Pinang", "Samarinda"), (river, None));
        assert_eq!(resolved("", "Kota Bangun", "Kab. Kutai Kartanegara").1, None);
    }

    #[test]
    fn what_is_in_doubt_becomes_the_region_around() {
        assert_eq!(resolved("Antah", "Palaran", "Samarinda"), ("64.72.01".to_owned(), Some(Problem::VillageUnknown)));
        assert_eq!(resolved("Api-api", "", ""), (String::new(), Some(Problem::VillageAmbiguous)));
        assert_eq!(resolved("", "", "Kota Paser"), (String::new(), Some(Problem::RegencyUnknown)));
        assert_eq!(resolved("", "", "Surabaya"), (String::new(), Some(Problem::RegencyUnknown)));
    }

    #[test]
    fn each_name_that_is_not_known_is_told() {
        let named = |village, district, regency| Places::new().resolve(Named { village, district, regency }, None);
        let (district, village) =
            ((Whose::District, Problem::DistrictUnknown), (Whose::Village, Problem::VillageUnknown));
        let (code, doubts) = named("Palaran", "Antah", "Samarinda");
        assert_eq!((code.map(|code| code.to_string()), doubts), (Some("64.72".to_owned()), vec![district, village]));
        let regency = (Whose::Regency, Problem::RegencyUnknown);
        assert_eq!(named("Antah", "Antah", "Antah"), (None, vec![regency, district, village]));
    }

    #[test]
    fn a_city_is_found_in_a_title() {
        let places = Places::new();
        let found = |text| places.regency_in(text).map(|code| code.to_string());
        assert_eq!(found("daftar kube kota samarinda tahun 2014"), Some("64.72".to_owned()));
        assert_eq!(found("rekap kube kabupaten penajam paser utara"), Some("64.09".to_owned()));
        assert_eq!(found("rekap kube kabupaten paser"), Some("64.01".to_owned()));
        assert_eq!(found("daftar kube"), None);
    }
}
