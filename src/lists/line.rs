//! What a row of a sheet is: lists have titles between their rows, headings said again, sums and signatures.

use super::group_name::{is_number, named_in, without_number};
use super::mapping::Mapping;
use super::sheet::{Cell, Sheet};
use super::target::Target;
use crate::domain::{GroupField, MemberField, fold};

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing, the heading again, or the numbers of the columns.
    Nothing,
    /// The name of the group of the rows below.
    Group(String),
    /// A place of the rows below.
    Place(Target, String),
    /// A sum, a signature or a note.
    Foot,
    /// A person or a group.
    Data,
}

/// Words that a foot begins with.
const FOOT: [&str; 18] = [
    "jumlah",
    "total",
    "sub total",
    "subtotal",
    "grand total",
    "mengetahui",
    "menyetujui",
    "keterangan",
    "catatan",
    "sumber",
    "nip",
    "kepala dinas",
    "kepala bidang",
    "a n kepala",
    "an kepala",
    "dibuat oleh",
    "note",
    "notes",
];

/// Tells rows apart, from the first to the last.
pub(super) struct Lines<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    /// What stands above each column, by row of the heading, folded.
    headings: Vec<Vec<String>>,
    /// Whether a foot has begun.
    foot: bool,
}

impl<'a> Lines<'a> {
    pub(super) fn new(sheet: &'a Sheet, mapping: &'a Mapping) -> Self {
        let above = mapping.first_row.saturating_sub(mapping.heading_rows)..mapping.first_row;
        let folded = |row: usize| sheet.rows.get(row).into_iter().flatten().map(|cell| fold(&cell.text)).collect();
        Self { sheet, mapping, headings: above.map(folded).collect(), foot: false }
    }

    /// What a row is; they are asked for in order.
    pub(super) fn line(&mut self, row: usize) -> Line {
        let cells: Vec<(usize, &Cell)> = (0..self.sheet.rows.get(row).map_or(0, Vec::len))
            .map(|column| (column, self.sheet.cell(row, column)))
            .filter(|(_, cell)| !cell.is_empty())
            .collect();
        if cells.is_empty() || self.is_heading(&cells) || is_numbers(&cells) {
            return Line::Nothing;
        }
        if self.has_number(&cells) {
            return Line::Data;
        }
        let said: Vec<(usize, &Cell)> =
            cells.iter().copied().filter(|(at, cell)| *at > 1 || !is_number(&cell.text)).collect();
        if let Some(foot) = self.foot_of(&said) {
            return foot;
        }
        if let [(column, cell)] = said[..] {
            let is_group_column = self.mapping.columns.get(column) == Some(&Target::Group(GroupField::Name));
            if is_group_column && self.mapping.has(Target::Member(MemberField::Name)) {
                return Line::Group(cell.text.clone());
            }
        }
        let joined = said.iter().map(|(_, cell)| cell.text.as_str()).collect::<Vec<_>>().join(" ");
        let is_name_of = |(column, _): &(usize, &Cell)| {
            let target = self.mapping.columns.get(*column).copied().unwrap_or_default();
            said.len() > 1 && target == Target::Member(MemberField::Name)
        };
        if said.len() <= 2 && !said.iter().any(is_name_of) {
            if let Some(name) = named_in(&joined) {
                return Line::Group(name);
            }
            if let Some((target, name)) = place_in(&joined) {
                return Line::Place(target, name);
            }
        }
        Line::Data
    }

    /// Whether most cells say what the heading says.
    fn is_heading(&self, cells: &[(usize, &Cell)]) -> bool {
        let is_said = |(column, cell): &&(usize, &Cell)| {
            let folded = fold(&cell.text);
            self.headings.iter().any(|row| row.get(*column).is_some_and(|heading| *heading == folded))
        };
        let needed = (cells.len() * 6).div_ceil(10);
        let (mut said, mut left) = (0, cells.len());
        for cell in cells {
            left -= 1;
            said += usize::from(is_said(&cell));
            if said + left < needed {
                return false;
            }
        }
        !self.headings.is_empty() && cells.len() > 1 && said >= needed
    }

    /// Whether it has a number of a person, which nothing but a person has.
    fn has_number(&self, cells: &[(usize, &Cell)]) -> bool {
        cells.iter().any(|(column, cell)| {
            let target = self.mapping.columns.get(*column).copied().unwrap_or_default();
            let digits = cell.text.bytes().filter(u8::is_ascii_digit).count();
            matches!(target, Target::Member(MemberField::Nik | MemberField::Card))
                && (digits >= 15 || cell.text.contains("E+"))
        })
    }

    fn foot_of(&mut self, said: &[(usize, &Cell)]) -> Option<Line> {
        let starts = |text: &str| {
            let folded = fold(text);
            FOOT.iter()
                .any(|word| folded.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
        };
        let is_sum = said.first().is_some_and(|(_, cell)| {
            let folded = fold(&cell.text);
            ["jumlah", "total", "sub total", "subtotal", "grand total"].iter().any(|word| folded.starts_with(word))
        });
        if is_sum {
            return Some(Line::Foot);
        }
        // "Samarinda, 5 Juni 2014" above a signature
        let is_dated = |text: &str| {
            let folded = fold(text);
            let words: Vec<&str> = folded.split(' ').collect();
            matches!(words[..], [place, day, _, year] if place.chars().all(char::is_alphabetic)
                && day.len() <= 2 && day.bytes().all(|byte| byte.is_ascii_digit())
                && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let marks = |(_, cell): &(usize, &Cell)| starts(&cell.text) || is_dated(&cell.text);
        if said.len() <= 3 && said.iter().any(marks) {
            self.foot = true;
        }
        (self.foot && said.len() <= 3).then_some(Line::Foot)
    }
}

/// Whether the cells only count the columns: `1 2 3 …` or `(1) (2) (3) …`.
pub(super) fn is_numbers(cells: &[(usize, &Cell)]) -> bool {
    let numbers = cells.iter().map(|(_, cell)| cell.text.trim_matches(['(', ')']).parse::<usize>().ok());
    let numbers: Option<Vec<usize>> = numbers.collect();
    numbers.is_some_and(|numbers| numbers.len() > 2 && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]))
}

/// The place that a line by itself names, such as `Kelurahan : Sidodadi` or `KECAMATAN PALARAN`.
pub(super) fn place_in(line: &str) -> Option<(Target, String)> {
    const WORDS: [(&str, Target); 8] = [
        ("kelurahan", Target::Village),
        ("kel", Target::Village),
        ("desa", Target::Village),
        ("kecamatan", Target::District),
        ("kec", Target::District),
        ("kabupaten", Target::Regency),
        ("kab", Target::Regency),
        ("kota", Target::Regency),
    ];
    let line = without_number(line.trim());
    for (word, target) in WORDS {
        let Some(head) = line.get(..word.len()) else { continue };
        let rest = line.get(word.len()..).unwrap_or_default();
        if head.eq_ignore_ascii_case(word) && rest.starts_with([' ', '.', ':']) {
            let name = rest.trim_start_matches([' ', '.', ':']).trim();
            return (!name.is_empty()).then(|| (target, name.to_owned()));
        }
    }
    None
}
