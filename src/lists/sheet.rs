//! A table as it was read: cells of text with a hint of what they were, and why a file is no table.
//!
//! A value that a spreadsheet shows over several cells stands in the first of them, and [`Sheet::spread`] gives it to all.
//! Deliberately absent: how files are read (`sheets::read`), and what a column means (`guess`).

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// A sheet of a workbook; a CSV file is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; of a CSV the name of the file.
    pub name: String,
    /// Its rows, without empty cells at the end of a row and without empty rows at the end of the sheet.
    pub rows: Vec<Vec<Cell>>,
    /// Its merged cells: the value of each stands in the first, and the others are empty in [`Self::rows`].
    pub merges: Vec<Merge>,
    /// Whether its days count from 1904, as of old Macs. Cells that are days are right all the same; a bare number that is
    /// meant as a day is 1,462 days later than it says.
    pub from_1904: bool,
}

/// Cells that show one value together. All places count from 0, and the last ones belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Merge {
    /// The first row.
    pub top: usize,
    /// The first column.
    pub left: usize,
    /// The last row.
    pub bottom: usize,
    /// The last column.
    pub right: usize,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it, trimmed: digits without an exponent for numbers, `1990-06-05` for days, `1990-06-05T16:00:00` for
    /// moments (with a `Z` behind it where the file says that it is UTC), the formula where it was not computed.
    #[serde(rename = "t")]
    pub text: String,
    /// What it was.
    #[serde(rename = "k")]
    pub kind: CellKind,
}

/// What a cell was in its file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CellKind {
    /// Nothing.
    #[default]
    #[serde(rename = "e")]
    Empty,
    /// Text.
    #[serde(rename = "t")]
    Text,
    /// A number.
    #[serde(rename = "n")]
    Number,
    /// A day.
    #[serde(rename = "d")]
    Date,
    /// A day with a time of day other than midnight.
    #[serde(rename = "m")]
    Moment,
    /// A number of 16 digits or more whose last need not be the true ones: it ends in 0, since spreadsheets keep 15 digits and
    /// put zeros for the rest, or it went through a form that has not so many.
    #[serde(rename = "r")]
    Rounded,
    /// A formula that came to an error.
    #[serde(rename = "x")]
    Error,
    /// A formula whose value the file does not hold: the program that wrote it does not compute.
    #[serde(rename = "f")]
    Formula,
}

/// What a table may be at most.
#[derive(Clone, Copy, Debug)]
pub struct TableLimits;

impl TableLimits {
    /// Bytes of the file.
    pub const BYTES: usize = 64 * 1024 * 1024;
    /// Bytes of a workbook's parts, unzipped.
    pub const UNZIPPED: u64 = 256 * 1024 * 1024;
    /// Rows of a sheet.
    pub const ROWS: usize = 200_000;
    /// Columns of a sheet. What stands further right is not read.
    pub const COLUMNS: usize = 256;
    /// Cells with something in them, of all sheets together, and the empty ones before them in their rows.
    pub const CELLS: usize = 4_000_000;
    /// Bytes of all their texts together, each counted as often as it stands in a cell.
    pub const TEXT: usize = 64 * 1024 * 1024;
}

/// Why a file cannot be read as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableError {
    /// There is nothing in it.
    Empty,
    /// More bytes than a file may have.
    TooLarge,
    /// Unzipped, or with all that it repeats, it is more than a workbook may be.
    TooLargeUnzipped,
    /// More rows or cells than a table may have.
    TooMany,
    /// It is locked with a password.
    Locked,
    /// It is a web page, with all that it shows in one file, that was named like a table.
    WebPage,
    /// It is a workbook of a form that is not read here, and that Excel can save as another.
    OtherForm,
    /// It is neither a workbook nor text.
    NotATable,
    /// It is a text in columns, and too few of them are known.
    UnknownColumns,
    /// It is a workbook, and damaged or cut.
    Damaged,
    /// What reads tables is not here, and cannot be fetched. Nothing is known of the file.
    NoReader,
}

impl TableError {
    /// Whether it says of a text more than that it is no file of the book, which is known already.
    pub fn is_of_a_table(self) -> bool {
        !matches!(self, Self::Empty | Self::NotATable | Self::Damaged)
    }
}

impl Cell {
    /// A cell of text: trimmed, without unseen characters and without the mark by which spreadsheets keep digits as text.
    pub fn of_text(text: &str) -> Self {
        let seen = |c: char| {
            !matches!(c, '\u{1c}'..='\u{1f}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}')
        };
        let text: String = text.chars().filter(|c| seen(*c)).map(|c| if c == '\u{a0}' { ' ' } else { c }).collect();
        let trimmed = text.trim();
        let unmarked = trimmed.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"')).unwrap_or(trimmed);
        let digits = unmarked
            .strip_prefix(['\'', '’'])
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == '+'));
        Self::new(digits.unwrap_or(unmarked).trim(), CellKind::Text)
    }

    /// A cell; empty text makes it empty.
    pub fn new(text: impl Into<String>, kind: CellKind) -> Self {
        let text = text.into();
        let kind = if text.is_empty() { CellKind::Empty } else { kind };
        Self { text, kind }
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.kind == CellKind::Empty
    }

    /// Whether it is a day, with a time or without.
    pub fn is_day(&self) -> bool {
        matches!(self.kind, CellKind::Date | CellKind::Moment)
    }
}

impl Sheet {
    /// A cell; an empty one where the row ends before.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        static NONE: Cell = Cell { text: String::new(), kind: CellKind::Empty };
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&NONE)
    }

    /// The sheet in which, from a row on, merged cells have their value each: what stands once for several people is said of
    /// each of them. A value over all that a row has stands alone, as the name of a group does, and stays one.
    pub fn spread(&self, from: usize) -> Cow<'_, Self> {
        let is_data = |merge: &&Merge| {
            let others = || self.rows.get(merge.top).into_iter().flatten().filter(|cell| !cell.is_empty()).count() > 1;
            merge.top >= from && (merge.top < merge.bottom || others()) && !self.cell(merge.top, merge.left).is_empty()
        };
        let merges: Vec<Merge> = self.merges.iter().filter(is_data).copied().collect();
        if merges.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut sheet = self.clone();
        for merge in merges {
            let value = self.cell(merge.top, merge.left);
            for row in sheet.rows.iter_mut().take(merge.bottom + 1).skip(merge.top) {
                if row.len() <= merge.right {
                    row.resize_with(merge.right + 1, Cell::default);
                }
                for cell in row.iter_mut().take(merge.right + 1).skip(merge.left).filter(|cell| cell.is_empty()) {
                    cell.clone_from(value);
                }
            }
        }
        Cow::Owned(sheet)
    }

    /// How many columns its longest row has.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// Takes empty cells at the ends of rows and empty rows at the end away.
    pub fn trim(&mut self) {
        for row in &mut self.rows {
            let length = row.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1);
            row.truncate(length);
        }
        let length = self.rows.iter().rposition(|row| !row.is_empty()).map_or(0, |last| last + 1);
        self.rows.truncate(length);
    }
}
