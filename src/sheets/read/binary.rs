//! Workbooks that are no text inside, XLS and XLSB, by calamine.
//!
//! Numbers are floats there: what is above 2^53 is not believed to the digit.

use std::io::{Cursor, Read, Seek};

use calamine::{Data, DataRef, Dimensions, ExcelDateTime, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb};

use super::bound;
use super::grid::{Budget, Grid};
use super::number;
use crate::lists::{Cell, CellKind, Merge, Sheet, TableError};

/// A workbook of the years to 2007, or a locked one of today, which is wrapped like one.
pub(super) fn old(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") {
        return Err(TableError::Locked);
    }
    if holds("WksSSWorkBook") {
        return Err(TableError::OtherForm);
    }
    if !holds("Workbook") && !holds("Book") && !holds("WORKBOOK") && !holds("BOOK") {
        return Err(TableError::NotATable);
    }
    bound::check(bytes)?;

    let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => TableError::Locked,
        _ => TableError::Damaged,
    })?;
    let from_1904 = book.has_1904_epoch();
    let (mut budget, mut sheets) = (Budget::default(), Vec::new());
    for name in shown(book.sheets_metadata()) {
        let range = book.worksheet_range(&name).map_err(|_| TableError::Damaged)?;
        let (top, left) = range.start().unwrap_or_default();
        let mut grid = Grid::new(&mut budget);
        for (row, column, data) in range.used_cells() {
            grid.put(top as usize + row, left as usize + column, of_data(data, from_1904))?;
        }
        for area in book.merge_cells_by_sheet_name(&name).unwrap_or_default() {
            grid.merge(merge(area))?;
        }
        sheets.push(grid.finish(name, from_1904)?);
    }
    Ok(sheets)
}

/// A workbook of today in its binary form; what cannot be read of it Excel can save as another.
pub(super) fn xlsb(bytes: &[u8]) -> Result<Vec<Sheet>, TableError> {
    let mut book = Xlsb::new(Cursor::new(bytes)).map_err(|_| TableError::OtherForm)?;
    let (mut budget, mut sheets) = (Budget::default(), Vec::new());
    for name in shown(book.sheets_metadata()) {
        sheets.push(xlsb_sheet(&mut book, name, &mut budget)?);
    }
    Ok(sheets)
}

fn xlsb_sheet<R: Read + Seek>(book: &mut Xlsb<R>, name: String, budget: &mut Budget) -> Result<Sheet, TableError> {
    let mut cells = book.worksheet_cells_reader(&name).map_err(|_| TableError::OtherForm)?;
    let mut grid = Grid::new(budget);
    while let Some(cell) = cells.next_cell().map_err(|_| TableError::OtherForm)? {
        let (row, column) = cell.get_position();
        let value = match cell.get_value() {
            DataRef::SharedString(text) => Cell::of_text(text),
            other => of_data(&Data::from(other.clone()), false),
        };
        grid.put(row as usize, column as usize, value)?;
    }
    grid.finish(name, false)
}

/// The names of the sheets that a person sees, or of all if there are none.
fn shown(sheets: &[calamine::Sheet]) -> Vec<String> {
    let tables = || sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let seen: Vec<String> =
        tables().filter(|sheet| sheet.visible == SheetVisible::Visible).map(|sheet| sheet.name.clone()).collect();
    if seen.is_empty() { tables().map(|sheet| sheet.name.clone()).collect() } else { seen }
}

fn merge(area: Dimensions) -> Merge {
    let ((top, left), (bottom, right)) = (area.start, area.end);
    Merge { top: top as usize, left: left as usize, bottom: bottom as usize, right: right as usize }
}

fn of_data(data: &Data, from_1904: bool) -> Cell {
    match data {
        Data::Int(number) => number::of_text(&number.to_string()),
        Data::Float(number) => number::of_float(*number),
        Data::String(text) | Data::DurationIso(text) => Cell::of_text(text),
        Data::Bool(yes) => Cell::new(if *yes { "TRUE" } else { "FALSE" }, CellKind::Text),
        Data::DateTime(moment) => of_moment(moment, from_1904),
        Data::DateTimeIso(text) => number::of_iso(text),
        Data::Error(error) => Cell::new(error.to_string(), CellKind::Error),
        Data::Empty => Cell::default(),
    }
}

fn of_moment(moment: &ExcelDateTime, from_1904: bool) -> Cell {
    if moment.is_datetime() { number::of_serial(moment.as_f64(), from_1904) } else { number::of_float(moment.as_f64()) }
}
