//! XLSX, ODS and XLS, by calamine.

use std::io::{Cursor, Read};

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError,
};

use crate::domain::Date;
use crate::lists::{Cell, CellKind, Sheet, TableError, TableLimits};

type Bytes<'a> = Cursor<&'a [u8]>;

/// A workbook that is a zip: XLSX or ODS.
pub(super) fn zipped(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    if parts(bytes)?.iter().any(|name| name == "content.xml") {
        return ods(bytes);
    }
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => TableError::Locked,
        _ => TableError::Damaged,
    })?;
    let mut sheets = Vec::new();
    let mut left = TableLimits::CELLS;
    for name in shown(book.sheets_metadata()) {
        sheets.push(xlsx_sheet(&mut book, name, &mut left)?);
    }
    Ok(sheets)
}

/// A workbook of the years to 2007, or a locked XLSX, which is wrapped like one.
pub(super) fn compound(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let wide: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(wide.len()).any(|window| window == wide) {
        return Err(TableError::Locked);
    }
    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => TableError::Locked,
        _ => TableError::Damaged,
    })?;
    let names = shown(book.sheets_metadata());
    collect(names, |name| book.worksheet_range(name).map_err(|_| TableError::Damaged))
}

fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let mut book: Ods<Bytes> = Ods::new(Cursor::new(bytes)).map_err(|error| match error {
        OdsError::Password => TableError::Locked,
        _ => TableError::Damaged,
    })?;
    let names = shown(book.sheets_metadata());
    collect(names, |name| book.worksheet_range(name).map_err(|_| TableError::Damaged))
}

/// The names of the parts, all of which are unzipped once to know that they are whole and not too much: what a zip says of
/// its sizes need not be true.
fn parts(bytes: &[u8]) -> Result<Vec<String>, TableError> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| TableError::Damaged)?;
    let (mut names, mut left) = (Vec::new(), TableLimits::UNZIPPED);
    for at in 0..zip.len() {
        let part = zip.by_index(at).map_err(|_| TableError::Damaged)?;
        names.push(part.name().map(std::borrow::Cow::into_owned).unwrap_or_default());
        let size = std::io::copy(&mut part.take(left + 1), &mut std::io::sink()).map_err(|_| TableError::Damaged)?;
        left = left.checked_sub(size).ok_or(TableError::TooLargeUnzipped)?;
    }
    let is_workbook = |name: &String| name == "content.xml" || name.starts_with("xl/");
    if names.iter().any(is_workbook) { Ok(names) } else { Err(TableError::NotATable) }
}

/// The names of the sheets that a person sees, or of all if there are none.
fn shown(sheets: &[calamine::Sheet]) -> Vec<String> {
    let tables = || sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let seen: Vec<String> =
        tables().filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone()).collect();
    if seen.is_empty() { tables().map(|sheet| sheet.name.clone()).collect() } else { seen }
}

/// Read a cell at a time: a cell in the last corner would else ask for memory for all before it.
fn xlsx_sheet(book: &mut Xlsx<Bytes>, name: String, left: &mut usize) -> Result<Sheet, TableError> {
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| TableError::Damaged)?;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(|_| TableError::Damaged)? {
        let (row, column) = cell.get_position();
        let value = match cell.get_value() {
            DataRef::SharedString(text) => Cell::of_text(text),
            other => of_data(&Data::from(other.clone())),
        };
        put(&mut rows, (row as usize, column as usize), value, left)?;
    }
    Ok(Sheet { name, rows })
}

fn collect(
    names: Vec<String>,
    mut range: impl FnMut(&str) -> Result<Range<Data>, TableError>,
) -> Result<Vec<Sheet>, TableError> {
    let (mut sheets, mut left) = (Vec::new(), TableLimits::CELLS);
    for name in names {
        let range = range(&name)?;
        let (top, first) = range.start().unwrap_or_default();
        let mut rows = Vec::new();
        for (row, column, data) in range.used_cells() {
            put(&mut rows, (top as usize + row, first as usize + column), of_data(data), &mut left)?;
        }
        sheets.push(Sheet { name, rows });
    }
    Ok(sheets)
}

/// Puts a cell in its place; `left` is how many more there may be.
fn put(
    rows: &mut Vec<Vec<Cell>>,
    (row, column): (usize, usize),
    cell: Cell,
    left: &mut usize,
) -> Result<(), TableError> {
    if cell.is_empty() || column >= TableLimits::COLUMNS {
        return Ok(());
    }
    if row >= TableLimits::ROWS {
        return Err(TableError::TooMany);
    }
    // The empty cells before it take room, too.
    if rows.len() <= row {
        rows.resize_with(row + 1, Vec::new);
    }
    let Some(line) = rows.get_mut(row) else { return Ok(()) };
    let grows = (column + 1).saturating_sub(line.len());
    *left = left.checked_sub(grows).ok_or(TableError::TooMany)?;
    if line.len() <= column {
        line.resize_with(column + 1, Cell::default);
    }
    if let Some(place) = line.get_mut(column) {
        *place = cell;
    }
    Ok(())
}

fn of_data(data: &Data) -> Cell {
    match data {
        Data::Int(number) => Cell::new(number.to_string(), kind_of(&number.to_string())),
        Data::Float(number) => of_number(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::of_text(text),
        Data::Bool(yes) => Cell::new(if *yes { "TRUE" } else { "FALSE" }, CellKind::Text),
        Data::DateTime(moment) => of_moment(moment),
        // `1990-06-05T00:00:00`
        Data::DateTimeIso(text) => match text.get(..10).and_then(|day| Date::from_iso(day).ok()) {
            Some(day) => Cell::new(day.iso(), CellKind::Date),
            None => Cell::of_text(text),
        },
        Data::Error(error) => Cell::new(error.to_string(), CellKind::Error),
        Data::Empty => Cell::default(),
    }
}

/// Whole numbers as digits, also those that a spreadsheet shows as `6.47203E+15`.
fn of_number(number: f64) -> Cell {
    if !number.is_finite() {
        return Cell::default();
    }
    // Never an exponent; the shortest digits that mean the number.
    let text = format!("{number}");
    let kind = kind_of(&text);
    Cell::new(text, kind)
}

fn kind_of(text: &str) -> CellKind {
    let is_rounded = text.len() >= 16 && text.ends_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_rounded { CellKind::Rounded } else { CellKind::Number }
}

fn of_moment(moment: &ExcelDateTime) -> Cell {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    match Date::new(i32::from(year), u32::from(month), u32::from(day)) {
        Some(date) if moment.is_datetime() => Cell::new(date.iso(), CellKind::Date),
        _ => of_number(moment.as_f64()),
    }
}
