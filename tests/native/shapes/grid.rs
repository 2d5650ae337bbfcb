//! Sheets as offices have them, built cell by cell, and written as XLSX, CSV or HTML.
//!
//! The workbook is written by hand and not by a library, since what some programs put into it no library does: numbers digit by
//! digit, formulas without a value, days counted from 1904, parts in another order.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use buku_kube::domain::Date;
use zip::write::SimpleFileOptions;

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Empty,
    Text(String),
    /// Digits as they stand in the file.
    Number(String),
    /// A serial that is shown as a day.
    Day(String),
    /// A formula, and the value that was kept of it.
    Formula(String, Option<String>),
    /// What a formula failed with.
    Error(&'static str),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<usize> for Cell {
    fn from(number: usize) -> Self {
        Self::Number(number.to_string())
    }
}

impl From<i32> for Cell {
    fn from(number: i32) -> Self {
        Self::Number(number.to_string())
    }
}

/// A number as it stands in the file.
pub fn number(digits: &str) -> Cell {
    Cell::Number(digits.to_owned())
}

/// A day as spreadsheets keep it.
pub fn day(year: i32, month: u32, day: u32) -> Cell {
    Cell::Day((Date::new(year, month, day).unwrap().unix_days() + 25_569).to_string())
}

/// A formula of which no value was kept.
pub fn formula(text: &str) -> Cell {
    Cell::Formula(text.to_owned(), None)
}

/// A formula with its value.
pub fn computed(text: &str, value: &str) -> Cell {
    Cell::Formula(text.to_owned(), Some(value.to_owned()))
}

/// A file.
#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub bytes: Vec<u8>,
}

pub fn file(name: &str, bytes: impl Into<Vec<u8>>) -> File {
    File { name: name.to_owned(), bytes: bytes.into() }
}

/// A sheet.
#[derive(Clone, Debug)]
pub struct Grid {
    name: String,
    pub rows: Vec<Vec<Cell>>,
    merged: Vec<String>,
}

/// Rows of cells of any kind, as a sheet.
macro_rules! grid {
    ($([$($cell:expr),* $(,)?]),* $(,)?) => {
        $crate::shapes::grid::Grid::of(vec![$(vec![$($crate::shapes::grid::Cell::from($cell)),*]),*])
    };
}
/// Cells of any kind, as a row.
macro_rules! cells {
    ($($cell:expr),* $(,)?) => { vec![$($crate::shapes::grid::Cell::from($cell)),*] };
}
pub(crate) use {cells, grid};

impl Grid {
    pub fn of(rows: Vec<Vec<Cell>>) -> Self {
        Self { name: "Sheet1".to_owned(), rows, merged: Vec::new() }
    }

    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    /// The same with rows below.
    pub fn with(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// The same with the rows of another below.
    pub fn below(self, other: Self) -> Self {
        self.with(other.rows)
    }

    /// The same with these areas merged, as `A2:A4`; the first cell of each keeps its value.
    pub fn merged(mut self, areas: &[&str]) -> Self {
        self.merged.extend(areas.iter().map(|area| (*area).to_owned()));
        self
    }

    pub fn xlsx(self, name: &str) -> File {
        Book::of(vec![self]).xlsx(name)
    }

    /// Values with this between them, in quotes only where they have to be.
    pub fn csv(&self, name: &str, between: &str) -> File {
        let needs = |text: &str| text.contains(between) || text.contains(['"', '\n']);
        file(name, self.lines(between, needs))
    }

    /// Every value in quotes.
    pub fn quoted(&self, name: &str, between: &str) -> File {
        file(name, self.lines(between, |_| true))
    }

    /// The text of it.
    pub fn lines(&self, between: &str, is_quoted: impl Fn(&str) -> bool) -> String {
        let value = |cell: &Cell| {
            let text = cell.text();
            if is_quoted(&text) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
        };
        let line = |row: &Vec<Cell>| row.iter().map(value).collect::<Vec<_>>().join(between) + "\r\n";
        self.rows.iter().map(line).collect()
    }

    /// A table of a web page.
    pub fn table(&self) -> String {
        let cell = |cell: &Cell| format!("<td>{}</td>", escaped(&cell.text()));
        let line = |row: &Vec<Cell>| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
        format!("<table border=\"1\">{}</table>", self.rows.iter().map(line).collect::<String>())
    }
}

impl Cell {
    /// What a CSV has of it.
    fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Number(text) => text.clone(),
            Self::Day(serial) => Date::from_unix_days(serial.parse::<i64>().unwrap() - 25_569).iso(),
            Self::Formula(_, value) => value.clone().unwrap_or_default(),
            Self::Error(error) => (*error).to_owned(),
        }
    }
}

/// A workbook.
#[derive(Clone, Debug)]
pub struct Book {
    sheets: Vec<Grid>,
    is_1904: bool,
    /// Parts that stand before all others in the zip.
    first: Vec<(String, Vec<u8>)>,
}

impl Book {
    pub fn of(sheets: Vec<Grid>) -> Self {
        Self { sheets, is_1904: false, first: Vec::new() }
    }

    /// Days are counted from 1904, as Excel for the Mac did.
    pub fn of_1904(mut self) -> Self {
        self.is_1904 = true;
        self
    }

    /// Another part, before all others.
    pub fn after(mut self, name: &str, bytes: Vec<u8>) -> Self {
        self.first.push((name.to_owned(), bytes));
        self
    }

    pub fn xlsx(self, name: &str) -> File {
        const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        let relation = |id: &str, kind: &str, target: &str| {
            format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
        };
        let relations = |all: String| {
            format!(
                r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
            )
        };
        let (mut texts, mut sheets, mut listed, mut related, mut types) =
            (Vec::new(), Vec::new(), String::new(), String::new(), String::new());
        for (at, sheet) in self.sheets.iter().enumerate() {
            let number = at + 1;
            let name = escaped(&sheet.name);
            write!(listed, r#"<sheet name="{name}" sheetId="{number}" r:id="s{number}"/>"#).unwrap();
            related += &relation(&format!("s{number}"), "worksheet", &format!("worksheets/sheet{number}.xml"));
            write!(types, r#"<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#).unwrap();
            sheets.push((
                format!("xl/worksheets/sheet{number}.xml"),
                format!(r#"<worksheet xmlns="{MAIN}">{}</worksheet>"#, written(sheet, &mut texts)),
            ));
        }
        related += &relation("t1", "sharedStrings", "sharedStrings.xml");
        related += &relation("y1", "styles", "styles.xml");
        let date = if self.is_1904 { r#"<workbookPr date1904="1"/>"# } else { "" };
        let shared: String =
            texts.iter().map(|text| format!(r#"<si><t xml:space="preserve">{}</t></si>"#, escaped(text))).collect();
        let mut parts: Vec<(String, Vec<u8>)> = self.first;
        let mut add = |name: &str, text: String| {
            parts.push((
                name.to_owned(),
                format!(r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}"#).into(),
            ));
        };
        add(
            "[Content_Types].xml",
            format!(
                r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>{types}<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#
            ),
        );
        add("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")));
        add(
            "xl/workbook.xml",
            format!(r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{date}<sheets>{listed}</sheets></workbook>"#),
        );
        add("xl/_rels/workbook.xml.rels", relations(related));
        for (name, text) in sheets {
            add(&name, text);
        }
        add("xl/sharedStrings.xml", format!(r#"<sst xmlns="{MAIN}">{shared}</sst>"#));
        add(
            "xl/styles.xml",
            format!(
                r#"<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"#
            ),
        );
        file(name, zipped(&parts))
    }
}

/// A zip of these parts.
pub fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn written(sheet: &Grid, texts: &mut Vec<String>) -> String {
    let mut out = "<sheetData>".to_owned();
    for (row, cells) in sheet.rows.iter().enumerate() {
        write!(out, r#"<row r="{}">"#, row + 1).unwrap();
        for (column, cell) in cells.iter().enumerate() {
            let place = format!("{}{}", letters(column), row + 1);
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => {
                    let at = texts.iter().position(|own| own == text).unwrap_or_else(|| {
                        texts.push(text.clone());
                        texts.len() - 1
                    });
                    write!(out, r#"<c r="{place}" t="s"><v>{at}</v></c>"#).unwrap();
                }
                Cell::Number(digits) => write!(out, r#"<c r="{place}"><v>{digits}</v></c>"#).unwrap(),
                Cell::Day(serial) => write!(out, r#"<c r="{place}" s="1"><v>{serial}</v></c>"#).unwrap(),
                Cell::Formula(text, None) => write!(out, r#"<c r="{place}"><f>{}</f></c>"#, escaped(text)).unwrap(),
                Cell::Formula(text, Some(value)) => {
                    let (text, value) = (escaped(text), escaped(value));
                    write!(out, r#"<c r="{place}" t="str"><f>{text}</f><v>{value}</v></c>"#).unwrap();
                }
                Cell::Error(error) => {
                    write!(out, r#"<c r="{place}" t="e"><f>VLOOKUP(1,Z:Z,1,0)</f><v>{error}</v></c>"#).unwrap();
                }
            }
        }
        out += "</row>";
    }
    out += "</sheetData>";
    if !sheet.merged.is_empty() {
        let areas: String = sheet.merged.iter().map(|area| format!(r#"<mergeCell ref="{area}"/>"#)).collect();
        write!(out, r#"<mergeCells count="{}">{areas}</mergeCells>"#, sheet.merged.len()).unwrap();
    }
    out
}

/// The name of a column: `A`, `Z`, `AA`.
pub fn letters(column: usize) -> String {
    let last = char::from(b'A' + u8::try_from(column % 26).unwrap());
    if column < 26 { last.to_string() } else { format!("{}{last}", letters(column / 26 - 1)) }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
