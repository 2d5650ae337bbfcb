//! A list as a table: CSV, XLSX, XLS or ODS. What a file is, its content decides.
//!
//! Relies on `calamine` and `csv`. Nothing is trusted: size, unzipped size, rows, columns and cells have bounds (an XLS alone
//! can make calamine ask for more, some 500 MB, by a cell in the last corner; the worker that reads is then ended).
//! Deliberately absent: what the columns mean (`lists`), colours, formulas, merged areas: of these the first cell has the text.

mod decode;
mod delimited;
mod workbook;

use crate::exchange::Limits;
use crate::lists::{Sheet, TableError};

/// Reads the sheets that have something in them. `name` is that of the file, and names the one sheet of a CSV.
///
/// # Errors
/// The first reason why it is no table.
pub fn table(bytes: &[u8], name: &str) -> Result<Vec<Sheet>, TableError> {
    if bytes.is_empty() {
        return Err(TableError::Empty);
    }
    if bytes.len() > Limits::BYTES {
        return Err(TableError::TooLarge);
    }
    let mut sheets = if bytes.starts_with(b"PK") {
        workbook::zipped(bytes)?
    } else if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        workbook::compound(bytes)?
    } else {
        let text = decode::decode(bytes).ok_or(TableError::NotATable)?;
        let start = text.trim_start().get(..64).unwrap_or(text.trim_start()).to_ascii_lowercase();
        if ["<!doctype", "<html", "<table", "<?xml", "<head", "<meta", "<style"]
            .iter()
            .any(|tag| start.starts_with(tag))
        {
            return Err(TableError::WebPage);
        }
        if start.starts_with(['{', '[']) || start.starts_with("%pdf") || start.starts_with("{\\rtf") {
            return Err(TableError::NotATable);
        }
        vec![Sheet { name: name.to_owned(), rows: delimited::rows(&text)? }]
    };
    sheets.iter_mut().for_each(Sheet::trim);
    sheets.retain(|sheet| !sheet.rows.is_empty());
    if sheets.is_empty() { Err(TableError::Empty) } else { Ok(sheets) }
}
