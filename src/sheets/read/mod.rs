//! A list as a table: CSV, XLSX, XLS, XLSB, ODS, the XML of Excel 2003, tables of a web page. What a file is, its content
//! decides.
//!
//! Relies on `calamine` for what is binary, and on `quick-xml` and `zip`. Nothing is trusted: bytes, unzipped bytes, rows, cells
//! and the texts of all cells have bounds, which hold before anything is made. Deliberately absent: what the columns mean
//! (`lists`), colours, what formulas say.

mod binary;
mod bound;
mod decode;
mod delimited;
mod grid;
mod html;
mod number;
mod ods;
mod package;
mod xlsx;
mod xml;
mod xml2003;

use crate::lists::{Sheet, TableError, TableLimits};

/// What a file is, as far as reading it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Zip,
    Compound,
    /// A web page, or a part of one.
    Page,
    /// A web page with all its pictures in one file.
    Archive,
    Xml,
    Text,
    Other,
}

/// Reads the sheets that have something in them. `name` is that of the file, and names the one sheet of a CSV.
///
/// # Errors
/// The first reason why it is no table.
pub fn table(bytes: &[u8], name: &str) -> Result<Vec<Sheet>, TableError> {
    read(bytes, name).map(|(sheets, _)| sheets)
}

/// The same, and whether it is a workbook by its form. A text or a page is one only if its columns speak for it.
///
/// # Errors
/// The first reason why it is no table.
pub(super) fn read(bytes: &[u8], name: &str) -> Result<(Vec<Sheet>, bool), TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    if bytes.len() > TableLimits::BYTES {
        return Err(TableError::TooLarge);
    }
    let (form, text) = form_of(bytes)?;
    let mut sheets = match form {
        Form::Zip => zipped(bytes)?,
        Form::Compound => binary::old(bytes)?,
        Form::Page => html::read(&text, name)?,
        Form::Archive => return Err(TableError::WebPage),
        Form::Xml => match xml2003::read(xml::Xml::new(text.as_bytes())) {
            Err(TableError::NotATable) => ods::read(xml::Xml::new(text.as_bytes()))?,
            sheets => sheets?,
        },
        Form::Text => vec![delimited::sheet(&text, name)?],
        Form::Other => return Err(TableError::NotATable),
    };
    sheets.iter_mut().for_each(Sheet::trim);
    sheets.retain(|sheet| !sheet.rows.is_empty());
    let is_workbook = matches!(form, Form::Zip | Form::Compound | Form::Xml);
    if sheets.is_empty() { Err(TableError::Empty) } else { Ok((sheets, is_workbook)) }
}

/// What a file is, and its text where it is one.
fn form_of(bytes: &[u8]) -> Result<(Form, String), TableError> {
    if bytes.starts_with(b"PK") {
        return Ok((Form::Zip, String::new()));
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Ok((Form::Compound, String::new()));
    }
    let text = decode::decode(bytes).ok_or(TableError::NotATable)?;
    let start: String = text.trim_start().chars().take(1_024).collect::<String>().to_ascii_lowercase();
    let begins = |marks: &[&str]| marks.iter().any(|mark| start.starts_with(mark));
    let form = if begins(&["<?xml", "<workbook", "<ss:workbook", "<office:document"]) && !start.contains("<html") {
        Form::Xml
    } else if begins(&[
        "<!doctype",
        "<html",
        "<?xml",
        "<table",
        "<head",
        "<meta",
        "<style",
        "<body",
        "<div",
        "<center",
        "<!--",
    ]) {
        Form::Page
    } else if begins(&["mime-version:"]) {
        Form::Archive
    } else if begins(&["%pdf", "{\\rtf"]) || is_json(&text) {
        Form::Other
    } else {
        Form::Text
    };
    Ok((form, text))
}

/// Whether all of a text is JSON, and not merely its beginning.
fn is_json(text: &str) -> bool {
    text.trim_start().starts_with(['{', '[', '"']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}

fn zipped(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let mut package = package::Package::open(bytes)?;
    if package.has("content.xml") {
        ods::sheets(&mut package)
    } else if package.has("xl/workbook.bin") {
        binary::xlsb(bytes)
    } else if package.has_some("xl/") || package.has("[Content_Types].xml") && package.has("workbook.xml") {
        xlsx::sheets(&mut package)
    } else {
        Err(TableError::NotATable)
    }
}
