//! The regions of Kalimantan Timur: the province, its kabupaten and kota, kecamatan, kelurahan and desa.
//!
//! Relies on `data/regions.txt`, the Kemendagri list of 2025 (source and licence beside it). A [`RegionCode`] is only a form:
//! a code of a newer list is kept, and [`find`] tells which codes this list knows. Deliberately absent: BPS codes (6402 and
//! 6403 mean other places there), postcodes, maps, and the words Kecamatan, Kelurahan and Desa (`i18n` has them).

mod code;
mod known;

use std::sync::OnceLock;

pub use code::{Level, RegionCode};
pub use known::{is_known, kabupaten_kota};

/// A line a region: the digits of its code behind the province's 64, then its name.
const LIST: &str = include_str!("data/regions.txt");

/// A region of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Region {
    /// Its code.
    pub code: RegionCode,
    /// Its official name; a kabupaten or kota has that word in front.
    pub name: &'static str,
    /// Its level, the same as the code says.
    pub level: Level,
}

impl Region {
    /// The name without "Kabupaten" or "Kota": "Paser", "Samarinda".
    ///
    /// Only a kabupaten or kota has such a word to lose: the kecamatan is called Kota Bangun.
    pub fn short_name(&self) -> &'static str {
        let word = match self.level {
            Level::Regency => "Kabupaten ",
            Level::City => "Kota ",
            _ => "",
        };
        self.name.strip_prefix(word).unwrap_or(self.name)
    }

    /// The region around this one.
    pub fn parent(&self) -> Option<Region> {
        find(self.code.parent()?)
    }

    /// The kabupaten or kota that this region is or lies in.
    pub fn kabkota(&self) -> Option<Region> {
        find(self.code.kabkota()?)
    }

    /// The kecamatan that this region is or lies in.
    pub fn district(&self) -> Option<Region> {
        find(self.code.district()?)
    }
}

/// The region of a code, if the list knows it.
pub fn find(code: RegionCode) -> Option<Region> {
    let rows = &table().rows;
    let at = rows.binary_search_by_key(&code, |row| row.region.code).ok()?;
    rows.get(at).map(|row| row.region)
}

/// The regions directly in `code`, in the order of their codes.
pub fn children(code: RegionCode) -> impl Iterator<Item = Region> {
    rows_in(code).iter().map(|row| row.region).filter(move |region| region.code.parent() == Some(code))
}

/// All kelurahan and desa, in the order of their codes.
pub fn villages() -> impl Iterator<Item = Region> {
    table().rows.iter().map(|row| row.region).filter(|region| region.level.is_village())
}

/// Finds regions by name while a person types: at most `limit`, names that start with the query first.
///
/// Blind to case, spaces, hyphens and apostrophes (lists write Lok Tuan and Loktuan). Every word of `query` has to occur in
/// the name or in the name of the kecamatan or the kabupaten/kota around; an empty query finds everything. `wanted` chooses
/// the levels (`Level::is_village`), `within` a region to stay in.
pub fn search(query: &str, wanted: fn(Level) -> bool, within: Option<RegionCode>, limit: usize) -> Vec<Region> {
    let words: Vec<String> = query.split_whitespace().map(key).filter(|word| !word.is_empty()).collect();
    let whole = words.concat();
    let table = table();
    let mut ranks: [Vec<Region>; 3] = Default::default();
    for row in within.map_or(&table.rows[..], rows_in) {
        if !wanted(row.region.level) || !words.iter().all(|word| table.names_contain(row, word)) {
            continue;
        }
        let own = table.key_of(row);
        let rank = if own[row.short_at..].starts_with(&whole) {
            0
        } else if words.first().is_some_and(|word| own.contains(word.as_str())) {
            1
        } else {
            2
        };
        ranks[rank].push(row.region);
    }
    let mut found = ranks.concat();
    found.truncate(limit);
    found
}

/// The list, in the order of codes, with what the search compares.
struct Table {
    rows: Vec<Row>,
    /// The search keys of all names, one after the other.
    keys: String,
}

struct Row {
    region: Region,
    /// Where the key of the name stands in [`Table::keys`].
    key: (usize, usize),
    /// Where the short name begins in the key.
    short_at: usize,
    /// The row of the region around, unless that is the province ("Timur" would find everything).
    around: Option<usize>,
}

impl Table {
    fn key_of(&self, row: &Row) -> &str {
        &self.keys[row.key.0..row.key.1]
    }

    /// Whether `word` occurs in the name of the row or of a region around it.
    fn names_contain(&self, row: &Row, word: &str) -> bool {
        self.key_of(row).contains(word)
            || row.around.and_then(|at| self.rows.get(at)).is_some_and(|around| self.names_contain(around, word))
    }
}

/// The list, read once.
fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { rows: Vec::new(), keys: String::new() };
        for line in LIST.lines() {
            let (digits, name) = line.split_at(line.bytes().take_while(u8::is_ascii_digit).count());
            let mut number = 64;
            let mut count = 2;
            for byte in digits.bytes() {
                number = number * 10 + u64::from(byte - b'0');
                count += 1;
            }
            if let Some(code) = RegionCode::from_number(number, count) {
                push_row(&mut table, Region { code, name, level: code.level() });
            }
        }
        table
    })
}

/// Appends a region whose parent is already there.
fn push_row(table: &mut Table, region: Region) {
    let start = table.keys.len();
    table.keys.push_str(&key(region.name));
    let around = region.code.parent().filter(|parent| parent.level() != Level::Province);
    let row = Row {
        region,
        key: (start, table.keys.len()),
        short_at: key(&region.name[..region.name.len() - region.short_name().len()]).len(),
        around: around.and_then(|code| table.rows.iter().rposition(|row| row.region.code == code)),
    };
    table.rows.push(row);
}

/// The rows of a region and of all its parts.
fn rows_in(code: RegionCode) -> &'static [Row] {
    let rows = &table().rows;
    let start = rows.partition_point(|row| row.region.code < code);
    let end = rows.partition_point(|row| row.region.code.filled() < code.end());
    rows.get(start..end).unwrap_or_default()
}

/// What the search compares: letters and digits only, in lower case. The names of the list are ASCII.
fn key(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::FieldValue;

    fn code(text: &str) -> RegionCode {
        RegionCode::parse(text).unwrap()
    }

    fn found(query: &str, wanted: fn(Level) -> bool, within: Option<&str>) -> Vec<String> {
        search(query, wanted, within.map(code), 10)
            .iter()
            .map(|region| format!("{} {}", region.code, region.name))
            .collect()
    }

    #[test]
    fn the_list_is_whole_and_in_order() {
        let rows = &table().rows;
        assert_eq!(rows.len(), 1_154);
        assert!(rows.is_sorted_by(|a, b| a.region.code < b.region.code));
        let count = |level| rows.iter().filter(|row| row.region.level == level).count();
        assert_eq!([count(Level::Regency), count(Level::City), count(Level::District)], [7, 3, 105]);
        assert_eq!([count(Level::UrbanVillage), count(Level::RuralVillage)], [197, 841]);
        assert_eq!(villages().count(), 1_038);
        for row in rows {
            assert_eq!(row.region.parent().is_none(), row.region.level == Level::Province, "{:?}", row.region);
            assert_eq!(row.region.name, row.region.name.trim());
            assert!(row.region.name.is_ascii() && row.region.name.starts_with(|c: char| c.is_ascii_uppercase()));
        }
    }

    #[test]
    fn each_kabupaten_and_kota_has_its_parts() {
        let parts: Vec<_> = kabupaten_kota()
            .map(|region| {
                let of = |level| villages().filter(|v| v.level == level && region.code.contains(v.code)).count();
                let districts = children(region.code).count();
                (region.short_name(), districts, of(Level::UrbanVillage), of(Level::RuralVillage))
            })
            .collect();
        assert_eq!(
            parts,
            [
                ("Samarinda", 10, 59, 0),
                ("Balikpapan", 6, 34, 0),
                ("Bontang", 3, 15, 0),
                ("Paser", 10, 5, 139),
                ("Kutai Kartanegara", 20, 44, 193),
                ("Berau", 13, 10, 100),
                ("Kutai Barat", 16, 4, 190),
                ("Kutai Timur", 18, 2, 139),
                ("Penajam Paser Utara", 4, 24, 30),
                ("Mahakam Ulu", 5, 0, 50),
            ]
        );
    }

    #[test]
    fn only_a_kabupaten_or_kota_is_shortened() {
        let names = |text| find(code(text)).map(|region| (region.name, region.short_name()));
        assert_eq!(names("64.01"), Some(("Kabupaten Paser", "Paser")));
        assert_eq!(names("64.72"), Some(("Kota Samarinda", "Samarinda")));
        assert_eq!(names("64.02.08"), Some(("Kota Bangun", "Kota Bangun")));
        assert_eq!(names("64.12"), None);
        assert_eq!(names("64.72.05.1004"), Some(("Sungai Siring", "Sungai Siring")));
    }

    #[test]
    fn a_search_takes_words_from_the_name_and_from_around_it() {
        let sidodadi = search("sidodadi ulu", Level::is_village, None, 10);
        let names: Vec<_> = sidodadi
            .iter()
            .map(|v| (v.name, v.parent().map(|d| d.name), v.kabkota().map(|k| k.short_name())))
            .collect();
        assert_eq!(names, [("Sidodadi", Some("Samarinda Ulu"), Some("Samarinda"))]);
        assert_eq!(found("SAMARINDA-ULU", Level::is_district, None), ["64.72.03 Samarinda Ulu"]);
        assert_eq!(found("kutai timur", Level::is_kabkota, None), ["64.08 Kabupaten Kutai Timur"]);
        assert_eq!(found("kota samarinda", Level::is_kabkota, None), ["64.72 Kota Samarinda"]);
        assert!(found("sidodadi balikpapan", Level::is_village, None).is_empty());
    }

    #[test]
    fn a_search_is_blind_to_spaces_hyphens_and_apostrophes() {
        let lok_tuan = found("lok tuan", Level::is_village, Some("64.74"));
        assert_eq!(lok_tuan.len(), 1);
        assert_eq!(found("loktuan", Level::is_village, Some("64.74")), lok_tuan);
        let api_api = ["64.09.02.2001 Api-api", "64.74.01.1006 Api-api"];
        for query in ["api-api", "apiapi", "API API"] {
            assert_eq!(found(query, Level::is_village, None)[..2], api_api, "{query}");
        }
        assert_eq!(found("long laai", Level::is_village, None), found("Long La'ai", Level::is_village, None));
        assert!(!found("long laai", Level::is_village, None).is_empty());
    }

    #[test]
    fn names_that_start_with_the_query_come_first_and_the_limit_cuts_the_rest() {
        let found = search("sungai", Level::is_village, None, 200);
        let starts = found.iter().take_while(|region| region.name.starts_with("Sungai")).count();
        assert!(starts > 5 && starts < found.len());
        assert!(found[starts..].iter().all(|region| !region.name.starts_with("Sungai")));
        assert_eq!(search("", |_| true, None, 3).len(), 3);
        assert_eq!(search("", Level::is_village, Some(code("64.72.03")), 99).len(), children(code("64.72.03")).count());
        assert!(search("samarinda", |_| true, Some(code("31")), 9).is_empty());
    }
}
