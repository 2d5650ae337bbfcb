//! What a row of a sheet is: lists have titles between their rows, headings said again, sums, signatures, and other tables below.
//!
//! A row is told by its shape and by where it stands, and never by how a name in it begins: "Sumber Rejeki", "Total Karya" and
//! "Desa Makmur" are groups.

use super::group_name::{is_number, named_in};
use super::headings::{Is, heading_of};
use super::mapping::Mapping;
use super::place::{Named, Places};
use super::sheet::{Cell, CellKind, Sheet};
use super::target::Target;
use super::title::{line_of, pairs_in};
use super::words::is_choice;
use crate::domain::fold;
use crate::kinds::{Group, Member};

const NAME: Target = Target::Field(Member::NAME);
const GROUP: Target = Target::Field(Group::NAME);

/// More cells than this are no signature and no note.
const FEW: usize = 3;

/// What a row is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing stands in it.
    Empty,
    /// A title, the heading, the heading again, or the numbers of the columns.
    Heading,
    /// What holds for the rows below: the name of their group, where they are.
    Title(Vec<(Target, String)>),
    /// The family card of the rows below, as SIAK prints it above each family.
    Family(String),
    /// A sum, a signature or a note.
    Foot,
    /// A row of another table.
    Other,
    /// A person or a group.
    Data,
}

/// Tells rows apart, from the first to the last.
pub(super) struct Lines<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    places: &'a Places,
    /// What stands above each column, by row of the heading, folded.
    headings: Vec<Vec<String>>,
    /// The column by which a row is one of the list: the names of its people, else of its groups.
    key: Option<usize>,
    is_of_people: bool,
    /// The last row that is surely one of the list.
    last: usize,
    /// The first row behind that which is a signature or a note.
    foot: usize,
    /// Whether another table has begun.
    other: bool,
}

type Cells<'a> = Vec<(usize, &'a Cell)>;

impl<'a> Lines<'a> {
    pub(super) fn new(sheet: &'a Sheet, mapping: &'a Mapping, places: &'a Places) -> Self {
        let above = mapping.first_row.saturating_sub(mapping.heading_rows)..mapping.first_row;
        let folded = |row: usize| sheet.rows.get(row).into_iter().flatten().map(|cell| fold(&cell.text)).collect();
        let is_of_people = mapping.is_of_people();
        let key = if is_of_people {
            mapping.column(NAME).or_else(|| mapping.column(Target::Field(Member::NIK)))
        } else {
            mapping.column(GROUP)
        };
        let headings = above.map(folded).collect();
        let mut lines =
            Self { sheet, mapping, places, headings, key, is_of_people, last: 0, foot: sheet.rows.len(), other: false };
        let rows = || mapping.first_row..sheet.rows.len();
        let sure = rows().rfind(|row| lines.is_row(&lines.cells(*row), 3));
        let likely = || rows().rfind(|row| lines.is_row(&lines.cells(*row), 1));
        lines.last = sure.or_else(likely).unwrap_or(mapping.first_row);
        let behind = lines.last + 1..sheet.rows.len();
        lines.foot = behind.clone().find(|row| lines.is_mark(&lines.cells(*row))).unwrap_or(sheet.rows.len());
        lines
    }

    /// The cells of a row that hold something.
    pub(super) fn cells(&self, row: usize) -> Cells<'a> {
        let cells = self.sheet.rows.get(row).into_iter().flatten().enumerate();
        cells.filter(|(_, cell)| !cell.is_empty()).collect()
    }

    fn target(&self, column: usize) -> Target {
        self.mapping.columns.get(column).copied().unwrap_or_default()
    }

    /// What a row is; they are asked for in order.
    pub(super) fn line(&mut self, row: usize) -> Line {
        let cells = self.cells(row);
        if cells.is_empty() {
            return Line::Empty;
        }
        if row < self.mapping.first_row {
            return Line::Heading;
        }
        if self.is_heading(&cells) {
            self.other = false;
            return Line::Heading;
        }
        if is_numbers(&cells) {
            return if self.other { Line::Other } else { Line::Heading };
        }
        if let Some(is_other) = self.other_heading(&cells) {
            self.other = is_other;
            return if is_other { Line::Other } else { Line::Heading };
        }
        if self.other || cells.len() == 1 && self.is_title_of_other(row) {
            return Line::Other;
        }
        if self.has_number(&cells) {
            return Line::Data;
        }
        let said: Cells = cells.iter().copied().filter(|(at, cell)| *at > 1 || !is_number(&cell.text)).collect();
        if is_sum(&said) {
            return Line::Foot;
        }
        if let Some(card) = self.family(&cells) {
            return Line::Family(card);
        }
        if let Some(title) = self.title(row, &said) {
            return Line::Title(title);
        }
        let is_behind = row > self.last && said.len() <= FEW;
        if is_behind && (row >= self.foot || !self.is_row(&cells, 0)) { Line::Foot } else { Line::Data }
    }

    /// Whether a row is one of the list: what it is known by stands in it, and either the number of a person or of the row, or
    /// so many other cells that are read.
    fn is_row(&self, cells: &Cells, others: usize) -> bool {
        if self.has_number(cells) {
            return true;
        }
        let is_key =
            |column: usize| self.key.map_or_else(|| self.target(column) != Target::Ignore, |key| key == column);
        let has_key = cells.iter().any(|(column, _)| is_key(*column));
        let read =
            cells.iter().filter(|(column, _)| !is_key(*column) && self.target(*column) != Target::Ignore).count();
        has_key && (self.counts(cells) && !is_sum(cells) || read >= others && !self.is_mark(cells))
    }

    /// Whether a row has a number of its own, as those of the list have.
    fn counts(&self, cells: &Cells) -> bool {
        let is_number = |text: &str| text.trim_end_matches('.').parse::<u32>().is_ok();
        let mut first = cells.iter().filter(|(column, _)| *column < 3 && self.target(*column) == Target::Ignore);
        first.any(|(_, cell)| is_number(&cell.text))
    }

    /// Whether most cells say what the heading says.
    fn is_heading(&self, cells: &Cells) -> bool {
        let is_said = |column: usize, cell: &Cell| {
            let folded = fold(&cell.text);
            self.headings.iter().any(|row| row.get(column).is_some_and(|heading| *heading == folded))
        };
        let needed = (cells.len() * 6).div_ceil(10);
        let (mut said, mut left) = (0, cells.len());
        for (column, cell) in cells {
            left -= 1;
            said += usize::from(is_said(*column, cell));
            if said + left < needed {
                return false;
            }
        }
        !self.headings.is_empty() && cells.len() > 1 && said >= needed
    }

    /// Whether a row is a heading, and of another table than this; `None` if it is none.
    fn other_heading(&self, cells: &Cells) -> Option<bool> {
        let is_wordy =
            |cell: &Cell| cell.kind == CellKind::Text && !cell.text.bytes().any(|byte| byte.is_ascii_digit());
        if cells.len() < 2 || !cells.iter().all(|(_, cell)| is_wordy(cell)) {
            return None;
        }
        let found = cells.iter().filter_map(|(column, cell)| Some((*column, heading_of(&cell.text)?)));
        let exact: Vec<_> = found.filter(|(_, found)| found.exact).collect();
        let known = cells.iter().filter(|(_, cell)| !is_choice(&cell.text)).count();
        if exact.len() < 2 || exact.len() * 2 < cells.len() || known < 2 {
            return None;
        }
        let is_same = exact.iter().all(|(column, found)| match found.is {
            Is::Never(_) => self.target(*column) == Target::Ignore,
            _ => self.target(*column) == found.target(),
        });
        Some(!is_same)
    }

    /// Whether the next row that says something is the heading of another table.
    fn is_title_of_other(&self, row: usize) -> bool {
        let next =
            (row + 1..self.sheet.rows.len().min(row + 4)).map(|row| self.cells(row)).find(|cells| !cells.is_empty());
        next.is_some_and(|cells| !self.is_heading(&cells) && self.other_heading(&cells) == Some(true))
    }

    /// Whether it has a number of a person, which nothing but a person has.
    fn has_number(&self, cells: &Cells) -> bool {
        cells.iter().any(|(column, cell)| {
            let digits = cell.text.bytes().filter(u8::is_ascii_digit).count();
            matches!(self.target(*column), Target::Field(Member::NIK | Member::CARD))
                && (digits >= 15 || cell.text.contains("E+"))
        })
    }

    /// The card of a family whose members stand below: sixteen digits in the column of the numbers, where no name stands.
    fn family(&self, cells: &Cells) -> Option<String> {
        let (column, cell) = cells.first()?;
        let is_card = cell.text.len() == 16 && cell.text.bytes().all(|byte| byte.is_ascii_digit());
        let has_name = cells.iter().any(|(column, _)| self.mapping.column(NAME) == Some(*column));
        (is_card && !has_name && self.target(*column) == Target::Ignore && self.mapping.has(NAME))
            .then(|| cell.text.clone())
    }

    /// What a line between the rows says of those below.
    fn title(&self, at: usize, said: &Cells) -> Option<Vec<(Target, String)>> {
        let is_key = |column: usize| self.key == Some(column);
        if let [(column, cell)] = said[..]
            && self.target(column) == GROUP
            && self.is_of_people
        {
            return Some(vec![(GROUP, cell.text.clone())]);
        }
        let has_name = said.len() > 1 && said.iter().any(|(column, _)| is_key(*column));
        if said.is_empty() || said.len() > FEW || has_name {
            return None;
        }
        let row = self.sheet.rows.get(at)?;
        let line = line_of(row.get(said[0].0..).unwrap_or_default());
        let pairs = pairs_in(&line);
        let is_labelled = line.contains(':');
        let of_rows = |(target, _): &(Target, String)| {
            matches!(target, &GROUP | Target::Village | Target::District | Target::Regency)
        };
        if is_labelled && pairs.iter().any(of_rows) {
            return Some(pairs.into_iter().filter(of_rows).collect());
        }
        // Where the name of a group stands in its column beside other values, the row is one of the list.
        if said.len() > 1 && said.iter().any(|(column, _)| self.target(*column) == GROUP) {
            return None;
        }
        if self.is_of_people {
            if let Some(name) = named_in(&line).filter(|_| said.len() < FEW) {
                return Some(vec![(GROUP, name)]);
            }
            // Somebody who is counted is a person, though called "Kota".
            let is_counted = said.iter().any(|(column, _)| is_key(*column)) && self.counts(&self.cells(at));
            return (!pairs.is_empty() && !is_counted).then_some(pairs);
        }
        // Of a list of groups "Desa Makmur" may be one; a place stands elsewhere, or is one of the list of regions.
        let is_known = |(target, name): &(Target, String)| {
            let named = match target {
                Target::Village => Named { village: name, ..Named::default() },
                Target::District => Named { district: name, ..Named::default() },
                _ => Named { regency: name, ..Named::default() },
            };
            let (code, doubts) = self.places.resolve(named, self.mapping.whole.region);
            code.is_some() && doubts.is_empty()
        };
        let stands_elsewhere = !said.iter().any(|(column, _)| is_key(*column));
        (!pairs.is_empty() && said.len() == 1 && stands_elsewhere && pairs.iter().all(is_known)).then_some(pairs)
    }

    /// Whether a row begins a foot: few cells, one of which signs, dates or notes.
    fn is_mark(&self, cells: &Cells) -> bool {
        let said = cells.iter().filter(|(at, cell)| *at > 1 || !is_number(&cell.text)).count();
        let is_birth = |column: usize| {
            matches!(self.target(column), Target::Birth | Target::Field(Member::BIRTH_DATE | Member::BIRTH_PLACE))
        };
        said <= FEW
            && cells.iter().any(|(column, cell)| signs(&cell.text) || !is_birth(*column) && is_dated(&cell.text))
    }
}

/// Whether a text is that of a signature, or begins a note.
fn signs(text: &str) -> bool {
    const ALONE: [&str; 12] = [
        "mengetahui",
        "menyetujui",
        "mengesahkan",
        "keterangan",
        "catatan",
        "sumber",
        "note",
        "notes",
        "dibuat oleh",
        "disusun oleh",
        "yang membuat",
        "ket",
    ];
    const BEGIN: [&str; 12] = [
        "mengetahui",
        "menyetujui",
        "nip",
        "kepala dinas",
        "kepala bidang",
        "kepala seksi",
        "a n kepala",
        "an kepala",
        "plt kepala",
        "dibuat oleh",
        "pembina tk",
        "penata tk",
    ];
    let folded = fold(text);
    let begins = |word: &&str| folded.strip_prefix(*word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let label = text.split(':').next().map(fold).filter(|_| text.contains(':'));
    ALONE.contains(&folded.as_str())
        || label.is_some_and(|label| ALONE.contains(&label.as_str()))
        || BEGIN.iter().any(begins)
        || text.starts_with('*')
}

/// "Samarinda, 5 Juni 2014", as above a signature.
fn is_dated(text: &str) -> bool {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    matches!(words[..], [place, day, month, year] if place.chars().all(char::is_alphabetic)
        && day.len() <= 2 && day.bytes().all(|byte| byte.is_ascii_digit())
        && month.chars().all(char::is_alphabetic)
        && year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the cells are a sum: words for one and nothing else but numbers.
fn is_sum(said: &Cells) -> bool {
    const SUM: [&str; 6] = ["jumlah", "total", "subtotal", "sub", "grand", "rekapitulasi"];
    const OF: [&str; 20] = [
        "jumlah",
        "total",
        "keseluruhan",
        "seluruhnya",
        "semua",
        "anggota",
        "kube",
        "kk",
        "orang",
        "jiwa",
        "kpm",
        "penerima",
        "bantuan",
        "dana",
        "laki",
        "perempuan",
        "umum",
        "akhir",
        "kelompok",
        "rp",
    ];
    let is_number = |cell: &Cell| cell.kind != CellKind::Text || !cell.text.chars().any(char::is_alphabetic);
    let is_of_sum = |text: &str| {
        let folded = fold(text);
        let mut words = folded.split(' ').filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
        words.next().is_some_and(|word| SUM.contains(&word))
            && words.all(|word| OF.contains(&word) || SUM.contains(&word))
    };
    let Some(((_, first), others)) = said.split_first() else { return false };
    let count = |text: &str| {
        let folded = fold(text);
        folded.split(' ').all(|word| OF.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    is_of_sum(&first.text) && others.iter().all(|(_, cell)| is_number(cell) || count(&cell.text))
}

/// Whether the cells only count the columns: `1 2 3 …` or `(1) (2) (3) …`.
pub(super) fn is_numbers(cells: &[(usize, &Cell)]) -> bool {
    let numbers = cells.iter().map(|(_, cell)| cell.text.trim_matches(['(', ')']).parse::<usize>().ok());
    let numbers: Option<Vec<usize>> = numbers.collect();
    numbers.is_some_and(|numbers| numbers.len() > 2 && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]))
}
