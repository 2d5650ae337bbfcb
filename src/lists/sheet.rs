//! A table as it was read: cells of text with a hint of what they were, and why a file is no table.
//!
//! Deliberately absent: how files are read (`sheets::read`), and what a column means (`guess`).

use serde::{Deserialize, Serialize};

/// A sheet of a workbook; a CSV file is one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; of a CSV the name of the file.
    pub name: String,
    /// Its rows, without empty cells at the end of a row and without empty rows at the end of the sheet.
    pub rows: Vec<Vec<Cell>>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it, trimmed: digits without an exponent for numbers, `1990-06-05` for dates.
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
    /// A number of 16 digits or more that ends in 0: spreadsheets keep 15 digits and put zeros for the rest.
    #[serde(rename = "r")]
    Rounded,
    /// A formula that came to an error.
    #[serde(rename = "x")]
    Error,
}

/// What a table may be at most.
#[derive(Clone, Copy, Debug)]
pub struct TableLimits;

impl TableLimits {
    /// Bytes of a workbook's parts, unzipped.
    pub const UNZIPPED: u64 = 256 * 1024 * 1024;
    /// Rows of a sheet.
    pub const ROWS: usize = 200_000;
    /// Columns of a sheet. What stands further right is not read.
    pub const COLUMNS: usize = 256;
    /// Cells with something in them, of all sheets together.
    pub const CELLS: usize = 4_000_000;
}

/// Why a file cannot be read as a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableError {
    /// There is nothing in it.
    Empty,
    /// More bytes than a file may have.
    TooLarge,
    /// Unzipped it is more than a workbook may be.
    TooLargeUnzipped,
    /// More rows or cells than a table may have.
    TooMany,
    /// It is locked with a password.
    Locked,
    /// It is a web page that was named like a table.
    WebPage,
    /// It is neither a workbook nor text.
    NotATable,
    /// It is a text in columns, and too few of them are known.
    UnknownColumns,
    /// It is a workbook, and damaged or cut.
    Damaged,
}

impl Cell {
    /// A cell of text: trimmed, without unseen characters and without the mark by which spreadsheets keep digits as text.
    pub fn of_text(text: &str) -> Self {
        let seen = |c: char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
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
}

impl Sheet {
    /// A cell; an empty one where the row ends before.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        static NONE: Cell = Cell { text: String::new(), kind: CellKind::Empty };
        self.rows.get(row).and_then(|row| row.get(column)).unwrap_or(&NONE)
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
