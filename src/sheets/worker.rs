//! The one who makes spreadsheets and reads them, away from the page.
//!
//! In the app it sits in a worker (`src/bin/sheets.rs`), in tests here. It is handed the texts of the book, of which it changes
//! nothing.

use super::out::make;
use super::protocol::{Answer, Ask};
use super::read::read;
use crate::domain::Date;
use crate::exchange::write;
use crate::lists::{Opened, Table, TableError, speaks_for_itself};
use crate::registry::Registry;
use crate::store::records_in;

/// Makes spreadsheets, and has one table open.
#[derive(Debug)]
pub struct SheetsWorker {
    table: Table,
    book: Registry,
}

impl Default for SheetsWorker {
    fn default() -> Self {
        Self { table: Table::new(Vec::new()), book: Registry::new(Date::from_unix_days(0)) }
    }
}

impl SheetsWorker {
    /// Does what is asked: the answer, and the bytes beside it. `tell` hears how many rows are read, of how many.
    pub fn answer(
        &mut self,
        ask: Ask,
        texts: &[String],
        file: Option<&[u8]>,
        tell: &mut dyn FnMut(usize, usize),
    ) -> (Answer, Option<Vec<u8>>) {
        let answer = match ask {
            Ask::Make { today, wanted } => match make(&book_of(texts, today), &wanted) {
                Ok(made) => return (Answer::Made { name: made.name, mime: made.mime }, Some(made.bytes)),
                Err(unmade) => Answer::ExportError(unmade),
            },
            Ask::Open { name, is_text } => Answer::Opened(self.open(&name, is_text, file)),
            Ask::Guess { sheet, heading } => Answer::Guessed(self.table.guessed(sheet, heading)),
            Ask::Book { today } => {
                self.book = book_of(texts, today);
                Answer::Taken
            }
            Ask::Plan { today, sheet, mapping } => {
                Answer::Planned(self.table.plan(&self.book, sheet, &mapping, today, tell))
            }
            Ask::Rows { outcome, from, count } => {
                let (rows, of) = self.table.rows(outcome, from, count);
                Answer::Rows { rows, of }
            }
            Ask::File { header, ids, stamps } => {
                let records = self.table.records(&self.book, ids, stamps);
                let bytes = records.map(|records| write(&header, records.iter()).into_bytes());
                return (Answer::File(bytes.is_some()), bytes);
            }
        };
        (answer, None)
    }

    fn open(&mut self, name: &str, is_text: bool, file: Option<&[u8]>) -> Result<Opened, TableError> {
        let (sheets, is_workbook) = read(file.ok_or(TableError::TooLarge)?, name)?;
        if is_text && !is_workbook {
            speaks_for_itself(&sheets)?;
        }
        self.table = Table::new(sheets);
        Ok(self.table.opened())
    }
}

/// A book of the texts of its aggregates. One that is broken is none; the page has set it in quarantine.
fn book_of(texts: &[String], today: Date) -> Registry {
    let records = texts.iter().flat_map(|text| records_in(text).unwrap_or_default());
    Registry::of(today, records.collect())
}
