//! A sheet as CSV, as Excel and Calc with Indonesian settings take it by a double click.
//!
//! UTF-8 with a byte order mark, or Excel takes it for Windows-1252; `;` between cells, since the comma is the decimal sign;
//! CRLF; days as dd/mm/yyyy; money in digits alone. The same in English: it is the computer that reads it, and not the person.
//! Quoting is the library's, texts are guarded (`guard.rs`).

use super::ExportError;
use super::guard::guarded;
use super::table::{Cell, Column, Sheet};
use crate::domain::Date;

/// The bytes.
///
/// # Errors
/// [`ExportError::Failed`], which a memory without room could cause.
pub fn csv(sheet: &Sheet) -> Result<Vec<u8>, ExportError> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let mut write =
        |cells: Vec<String>| writer.write_record(&cells).map_err(|error| ExportError::Failed(error.to_string()));
    write(sheet.columns.iter().map(|column| column.heading.to_owned()).collect())?;
    for row in sheet.rows.iter().chain(&sheet.total) {
        write(row.iter().zip(&sheet.columns).map(|(cell, column)| text(cell, column)).collect())?;
    }
    if !sheet.notes.is_empty() {
        let blank = vec![String::new(); sheet.columns.len()];
        write(blank)?;
    }
    for note in &sheet.notes {
        write(vec![note.clone()])?;
    }
    writer.into_inner().map_err(|error| ExportError::Failed(error.to_string()))
}

fn text(cell: &Cell, column: &Column) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => guarded(column.kind, column.heading, text),
        Cell::Number(number) => number.to_string().replace('.', ","),
        Cell::Date(date) => day(*date),
    }
}

/// `05/06/2014`.
pub fn day(date: Date) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets::out::table::Kind;

    #[test]
    fn a_sheet_is_written_as_indonesian_settings_read_it() {
        let columns = vec![
            Column::new("Nama", Kind::Text),
            Column::new("NIK", Kind::Digits),
            Column::new("Uang", Kind::Rupiah),
            Column::new("Rata-rata", Kind::Decimal),
            Column::new("Lahir", Kind::Date),
        ];
        let row = |name: &str| {
            vec![
                Cell::text(name),
                Cell::text("6472030506909001"),
                Cell::Number(1_500_000.0),
                Cell::Number(8.39),
                Cell::Date(Date::new(1990, 6, 5).unwrap()),
            ]
        };
        let rows = vec![row("Sitti; \"Ani\""), row("=1+1")];
        let sheet = Sheet { name: "Anggota", columns, rows, total: None, notes: vec!["Catatan".to_owned()] };
        assert_eq!(
            String::from_utf8(csv(&sheet).unwrap()).unwrap(),
            "\u{feff}Nama;NIK;Uang;Rata-rata;Lahir\r\n\
             \"Sitti; \"\"Ani\"\"\";6472 0305 0690 9001;1500000;8,39;05/06/1990\r\n\
             '=1+1;6472 0305 0690 9001;1500000;8,39;05/06/1990\r\n\
             ;;;;\r\n\
             Catatan\r\n"
        );
    }
}
