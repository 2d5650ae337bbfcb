//! Sheets as XLSX, by `rust_xlsxwriter`.
//!
//! Text is always written as a string and never guessed at, so that a NIK keeps its digits and `=1+1` stays a name; text columns
//! carry the format `@`, so that what is typed below them stays text too. Deliberately absent: formulas, links, colours by
//! meaning, an author, and the clock (the same sheets are the same bytes).

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};

use super::ExportError;
use super::csv::day;
use super::table::{Cell, Column, Kind, Sheet};
use crate::domain::Date;
use crate::i18n::Lang;

/// A4, by the number that printers' settings give it.
const A4: u8 = 9;
/// The head of each column and the first sheet's ground are shown in this colour, which prints grey.
const HEAD: u32 = 0x00E8_EEF2;

/// The bytes of a workbook with these sheets.
///
/// # Errors
/// [`ExportError::Failed`] with the library's word: a sheet of more than 1,048,576 rows, or a memory without room.
pub fn xlsx(sheets: &[Sheet], lang: Lang, today: Date) -> Result<Vec<u8>, ExportError> {
    write(sheets, lang, today).map_err(|error| ExportError::Failed(error.to_string()))
}

fn write(sheets: &[Sheet], lang: Lang, today: Date) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let app = lang.first_texts().app_name;
    let mut properties = DocProperties::new().set_title(app);
    if let Some(today) = moment(today) {
        properties = properties.set_creation_datetime(&today);
    }
    workbook.set_properties(&properties);
    for sheet in sheets {
        fill(workbook.add_worksheet(), sheet, lang, today)?;
    }
    workbook.save_to_buffer()
}

fn fill(page: &mut Worksheet, sheet: &Sheet, lang: Lang, today: Date) -> Result<(), XlsxError> {
    page.set_name(sheet.name)?;
    let last_column = column_number(sheet.columns.len().saturating_sub(1))?;
    let head =
        Format::new().set_bold().set_text_wrap().set_background_color(HEAD).set_border_bottom(FormatBorder::Thin);
    let formats: Vec<Format> = sheet.columns.iter().map(|column| format_of(column.kind)).collect();
    for (number, (column, format)) in sheet.columns.iter().zip(&formats).enumerate() {
        let number = column_number(number)?;
        page.set_column_width(number, f64::from(column.width))?;
        page.set_column_format(number, format)?;
        page.write_string_with_format(0, number, column.heading, &head)?;
    }

    let mut line = 0;
    for row in &sheet.rows {
        line += 1;
        write_row(page, line, row, &formats)?;
    }
    let last_row = line;
    page.autofilter(0, 0, last_row, last_column)?;
    ignore_digits(page, sheet, last_row)?;
    if let Some(total) = &sheet.total {
        line += 1;
        let bold = |format: &Format| format.clone().set_bold().set_border_top(FormatBorder::Thin);
        write_row(page, line, total, &formats.iter().map(bold).collect::<Vec<_>>())?;
    }
    for (number, note) in (line + 2..).zip(&sheet.notes) {
        // Not wrapped: it may run over the empty cells beside it.
        page.write_string_with_format(number, 0, note, &Format::new().set_italic())?;
    }

    page.set_freeze_panes(1, 0)?;
    page.set_landscape();
    page.set_paper_size(A4);
    page.set_print_fit_to_pages(1, 0);
    page.set_repeat_rows(0, 0)?;
    page.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3);
    page.set_header(format!("&L{}&R{}", printed(sheet.name), printed(&lang.date(today))));
    page.set_footer(format!("&L{}&R{}", printed(lang.first_texts().app_name), lang.sheet_page()));
    Ok(())
}

fn write_row(page: &mut Worksheet, line: u32, row: &[Cell], formats: &[Format]) -> Result<(), XlsxError> {
    for (number, (cell, format)) in row.iter().zip(formats).enumerate() {
        let number = column_number(number)?;
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => {
                page.write_string_with_format(line, number, text, format)?;
            }
            Cell::Number(value) => {
                page.write_number_with_format(line, number, *value, format)?;
            }
            Cell::Date(date) => match moment(*date) {
                Some(value) => {
                    page.write_datetime_with_format(line, number, &value, format)?;
                }
                None => {
                    page.write_string_with_format(line, number, day(*date), format)?;
                }
            },
        }
    }
    Ok(())
}

/// Digits that are a text on purpose get no green corner that warns of a number stored as text.
fn ignore_digits(page: &mut Worksheet, sheet: &Sheet, last_row: u32) -> Result<(), XlsxError> {
    let is_text = |column: &Column| matches!(column.kind, Kind::Text | Kind::Long | Kind::Digits | Kind::Neighbourhood);
    let columns: Vec<usize> =
        (0..sheet.columns.len()).filter(|at| sheet.columns.get(*at).is_some_and(is_text)).collect();
    if let (Some(first), Some(last)) = (columns.first(), columns.last()) {
        page.ignore_error_range(
            1,
            column_number(*first)?,
            last_row.max(1),
            column_number(*last)?,
            IgnoreError::NumberStoredAsText,
        )?;
    }
    Ok(())
}

fn format_of(kind: Kind) -> Format {
    let (code, wraps) = match kind {
        Kind::Text | Kind::Digits | Kind::Neighbourhood => ("@", false),
        Kind::Long => ("@", true),
        Kind::Plain => ("0", false),
        Kind::Number => ("#,##0", false),
        Kind::Decimal => ("#,##0.00", false),
        Kind::Degrees => ("0.000000", false),
        // The signs between thousands are those of the reader's computer.
        Kind::Rupiah => ("\"Rp\"#,##0;-\"Rp\"#,##0", false),
        Kind::Date => ("dd/mm/yyyy", false),
    };
    let format = Format::new().set_num_format(code);
    if wraps { format.set_text_wrap() } else { format }
}

/// A day as spreadsheets count it; `None` before 1900, which they do not know.
fn moment(date: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| *year >= 1900)?;
    ExcelDateTime::from_ymd(year, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

/// In heads and feet of pages `&` begins a sign.
fn printed(text: &str) -> String {
    text.replace('&', "&&")
}

fn column_number(number: usize) -> Result<u16, XlsxError> {
    u16::try_from(number).map_err(|_| XlsxError::RowColumnLimitError)
}
