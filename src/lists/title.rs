//! What a line says of all that stands below it: a title of the sheet, or a line between its rows.

use super::group_name::{named_in, without_number};
use super::headings::heading_of;
use super::mapping::{Mapping, Whole};
use super::place::{Named, Places};
use super::sheet::{Cell, Sheet};
use super::target::Target;
use super::words::code_of;
use crate::domain::{FieldValue, Programme, Year, fold};
use crate::kinds::Group;

/// The most words of a label before a colon.
const LABEL: usize = 4;

/// The words that stand before the name of a place.
const PLACES: [(&str, Target); 9] = [
    ("kelurahan", Target::Village),
    ("kel", Target::Village),
    ("desa", Target::Village),
    ("kecamatan", Target::District),
    ("kec", Target::District),
    ("kabupaten", Target::Regency),
    ("kab", Target::Regency),
    ("kota", Target::Regency),
    ("provinsi", Target::Ignore),
];

/// The words of a line that tells when a file was made, and not which year its money is of.
const MADE: [&str; 15] = [
    "unduh",
    "diunduh",
    "cetak",
    "dicetak",
    "download",
    "printed",
    "print",
    "ekspor",
    "export",
    "update",
    "diperbarui",
    "tanggal",
    "tgl",
    "per",
    "pukul",
];

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
];

/// The cells of a line as one text. A label in a cell of its own and the value in the next are a pair as with a colon.
pub(super) fn line_of(cells: &[Cell]) -> String {
    let filled: Vec<&str> = cells.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.text.as_str()).collect();
    let is_label = |text: &str| heading_of(text).is_some_and(|found| found.exact && is_of_all(found.target()));
    match filled[..] {
        [label, value] if is_label(label) && !value.trim_start().starts_with(':') => format!("{label} : {value}"),
        _ => filled.join(" "),
    }
}

/// Whether it can be said once for all rows.
fn is_of_all(target: Target) -> bool {
    let is_group =
        |field| matches!(field, Group::NAME | Group::YEAR | Group::PROGRAMME | Group::FACILITATOR | Group::BUSINESS);
    match target {
        Target::Field(field) => is_group(field),
        Target::Village | Target::District | Target::Regency => true,
        _ => false,
    }
}

/// What a line says: `Nama KUBE : Melati  Kelurahan : Sidodadi`, or `KELURAHAN SIDODADI KECAMATAN SAMARINDA ULU`.
pub(super) fn pairs_in(line: &str) -> Vec<(Target, String)> {
    let line = without_number(line.trim());
    if line.contains(':') { labelled(line) } else { places_in(line) }
}

/// Labels before colons and what stands behind them, each up to the next label.
fn labelled(line: &str) -> Vec<(Target, String)> {
    let parts: Vec<&str> = line.split(':').collect();
    let mut found = Vec::new();
    let mut label = None;
    for (at, part) in parts.iter().enumerate() {
        let is_last = at + 1 == parts.len();
        let (value, next) = if is_last { (part.trim(), None) } else { label_at_end(part) };
        if let Some(target) = label.filter(|_| !value.is_empty()) {
            let value = value.trim_end_matches([',', ';', '|', '-']).trim();
            found.push((target, value.to_owned()));
        }
        label = next.filter(|target| is_of_all(*target));
    }
    found
}

/// The label with which a text ends, and what stands before it.
fn label_at_end(text: &str) -> (&str, Option<Target>) {
    let starts: Vec<usize> = word_starts(text);
    for at in starts.iter().rev().take(LABEL).rev() {
        let (before, label) = text.split_at(*at);
        if let Some(found) = heading_of(label.trim()).filter(|found| found.exact) {
            return (before.trim(), Some(found.target()));
        }
    }
    (text.trim(), None)
}

fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut was_space = true;
    for (at, letter) in text.char_indices() {
        if was_space && !letter.is_whitespace() {
            starts.push(at);
        }
        was_space = letter.is_whitespace();
    }
    starts
}

/// The places of a line without labels, each up to the next word for a place or a comma.
fn places_in(line: &str) -> Vec<(Target, String)> {
    let mut found = Vec::new();
    for part in line.split([',', ';', '|', '–']) {
        let starts: Vec<usize> =
            word_starts(part).into_iter().filter(|at| place_word(&part[*at..]).is_some()).collect();
        // A line that is of a place begins with it; in "DAFTAR KUBE KOTA SAMARINDA" the city is looked for by its name.
        if starts.first().copied() != word_starts(part).first().copied() {
            continue;
        }
        for (nth, at) in starts.iter().enumerate() {
            let end = starts.get(nth + 1).copied().unwrap_or(part.len());
            // "Kecamatan Kec. Palaran", "Kabupaten Kota Samarinda": the second word is of the name.
            let named = part.get(*at..end).and_then(place_word);
            let Some((target, name)) = named else { continue };
            if !name.is_empty() {
                found.push((target, name.to_owned()));
            }
        }
    }
    found.retain(|(target, _)| *target != Target::Ignore);
    found
}

/// The word for a place with which a text begins, and the name behind it, perhaps none.
fn place_word(text: &str) -> Option<(Target, &str)> {
    PLACES.iter().find_map(|(word, target)| {
        let head = text.get(..word.len())?;
        let rest = text.get(word.len()..)?;
        let is_it = head.eq_ignore_ascii_case(word) && (rest.is_empty() || rest.starts_with([' ', '.', ':', '/']));
        is_it.then(|| (*target, rest.trim_start_matches([' ', '.', ':', '/']).trim()))
    })
}

/// What the title says of the whole sheet, or the sheet's name.
pub(super) fn whole(sheet: &Sheet, mapping: &Mapping, places: &Places) -> Whole {
    let mut whole = Whole::default();
    let title = mapping.first_row.saturating_sub(mapping.heading_rows);
    let mut named = [const { String::new() }; 3];
    let rows = sheet.rows.iter().take(title).map(|row| line_of(row));
    let lines: Vec<String> = rows.chain([sheet.name.clone()]).filter(|line| !line.is_empty()).collect();
    for (at, line) in lines.iter().enumerate() {
        let folded = fold(line);
        let is_name = at + 1 == lines.len();
        whole.year = whole.year.or_else(|| year_of(line));
        whole.programme = whole.programme.or_else(|| programme_in(&folded));
        for (target, value) in pairs_in(line) {
            match target {
                Target::Village => named[0] = value,
                Target::District => named[1] = value,
                Target::Regency if places.regency(&value).is_some() => named[2] = value,
                Target::Field(Group::NAME) if whole.group.is_empty() && !is_name => whole.group = value,
                Target::Field(Group::YEAR) => whole.year = whole.year.or_else(|| Year::parse(&value).ok()),
                _ => {}
            }
        }
        if whole.group.is_empty() && line.contains(':') && !is_name {
            whole.group = named_in(line).filter(|name| !name.contains(':')).unwrap_or_default();
        }
        whole.region = whole.region.or_else(|| places.regency_in(&folded));
    }
    let [village, district, regency] = &named;
    let (region, _) = places.resolve(Named { village, district, regency }, whole.region);
    whole.region = region.or(whole.region);
    if mapping.has(Target::Field(Group::NAME)) {
        whole.group.clear();
    }
    whole
}

/// The budget year that a line says: four digits that are no part of a day, and of no line that tells when the file was made.
fn year_of(line: &str) -> Option<Year> {
    let folded = fold(line);
    let words: Vec<&str> = folded.split(' ').collect();
    let says_year = words.iter().any(|word| matches!(*word, "tahun" | "ta" | "anggaran" | "thn"));
    let is_of_a_day = words.iter().any(|word| MADE.contains(word) || MONTHS.contains(word));
    if is_of_a_day && !says_year {
        return None;
    }
    let runs: Vec<(usize, &str)> = line
        .match_indices(|c: char| c.is_ascii_digit())
        .filter(|(at, _)| !line[..*at].ends_with(|c: char| c.is_ascii_digit()))
        .filter_map(|(at, _)| {
            let run = line.get(at..)?;
            let end = run.find(|c: char| !c.is_ascii_digit()).unwrap_or(run.len());
            Some((at, run.get(..end)?))
        })
        .collect();
    runs.into_iter().find_map(|(at, run)| {
        let parts_a_day = |c: char| matches!(c, '-' | '/' | '.' | ':');
        let before = line.get(..at)?;
        let after = line.get(at + run.len()..)?;
        // "2026-11-20" and "05/06/2014" are days, "2013/2014" two years.
        let joins = |text: &str, from_end: bool| {
            let mut letters: Box<dyn Iterator<Item = char>> =
                if from_end { Box::new(text.chars().rev()) } else { Box::new(text.chars()) };
            letters.next().is_some_and(parts_a_day) && {
                let digits = letters.take_while(char::is_ascii_digit).count();
                (1..=2).contains(&digits)
            }
        };
        let is_year = run.len() == 4 && (run.starts_with("19") || run.starts_with("20"));
        (is_year && !joins(before, true) && !joins(after, false)).then(|| Year::parse(run).ok()).flatten()
    })
}

fn programme_in(folded: &str) -> Option<Programme> {
    let words: Vec<&str> = folded.split(' ').collect();
    let runs = (1..=3).rev().flat_map(|length| words.windows(length));
    let is_telling = |code: &&str| *code != Programme::Other.code();
    let field = Group::PROGRAMME;
    // "Kabupaten" and "provinsi" in a title say where, not from whose money.
    let says_where = |run: &&[&str]| {
        run.iter()
            .all(|word| matches!(*word, "provinsi" | "kabupaten" | "kota" | "kab" | "province" | "regency" | "city"))
            || matches!(run, ["kemensos" | "pusat"])
    };
    let telling = runs.filter(|run| !says_where(run)).filter_map(|run| code_of(field, &run.join(" ")));
    telling.map(|(code, _)| code).find(is_telling).and_then(Programme::from_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pairs(line: &str) -> Vec<(String, String)> {
        pairs_in(line).into_iter().map(|(target, value)| (target.code(), value)).collect()
    }

    #[test]
    fn several_titles_in_one_cell_are_told_apart() {
        let both = |one: &str, two: &str| (one.to_owned(), two.to_owned());
        assert_eq!(
            pairs("Nama KUBE : Melati      Kelurahan : Sidodadi      Kecamatan : Samarinda Ulu"),
            [both("group.name", "Melati"), both("village", "Sidodadi"), both("district", "Samarinda Ulu")]
        );
        assert_eq!(
            pairs("KELURAHAN SIDODADI KECAMATAN SAMARINDA ULU"),
            [both("village", "SIDODADI"), both("district", "SAMARINDA ULU")]
        );
        assert_eq!(
            pairs("Kecamatan Kec. Palaran, Kabupaten Kota Samarinda, Provinsi Prov. Kalimantan Timur"),
            [both("district", "Palaran"), both("regency", "Samarinda")]
        );
        assert_eq!(pairs("Daftar anggota: lampiran"), []);
        assert_eq!(pairs("DAFTAR KUBE KOTA SAMARINDA"), []);
    }

    #[test]
    fn a_day_is_no_budget_year() {
        let year = |line: &str| year_of(line).map(Year::get);
        assert_eq!(year("Tanggal Unduh: 2026-11-20 09:15:22"), None);
        assert_eq!(year("Dicetak 20 November 2026"), None);
        assert_eq!(year("Samarinda, 05/06/2014"), None);
        assert_eq!(year("DAFTAR KUBE PKP 2014"), Some(2014));
        assert_eq!(year("Tahun Anggaran : 2019"), Some(2019));
        assert_eq!(year("T.A. 2013/2014"), Some(2013));
    }

    #[test]
    fn where_a_sheet_is_from_says_not_from_whose_money() {
        assert_eq!(programme_in("kecamatan palaran kabupaten kota samarinda provinsi kalimantan timur"), None);
        assert_eq!(programme_in("daftar kube apbd kota samarinda"), Some(Programme::Regency));
    }
}
