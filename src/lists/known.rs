//! Whether a text of which nothing else is known is a list, or merely a text that can be read as a table, as any can.

use super::guess::guess;
use super::sheet::{Cell, Sheet, TableError};
use super::target::Target;

/// The columns that are known of a text that is to be taken for a list, where nothing but its form speaks for it.
const KNOWN: usize = 2;
/// The columns of a text that is a table, though none of them is known: two may be a message with a comma.
const COLUMNS: usize = 3;

/// Holds that a text is a list.
///
/// # Errors
/// [`TableError::UnknownColumns`] for a table of something else, [`TableError::NotATable`] for what is none.
pub fn speaks_for_itself(sheets: &[Sheet]) -> Result<(), TableError> {
    let sheet = sheets.first().ok_or(TableError::NotATable)?;
    let columns = guess(sheet).mapping.columns;
    if columns.iter().filter(|target| **target != Target::Ignore).count() >= KNOWN {
        Ok(())
    } else if is_in_columns(&sheet.rows) {
        Err(TableError::UnknownColumns)
    } else {
        Err(TableError::NotATable)
    }
}

/// Whether no row is wider than the headings and none is but one cell, as sentences are, and most are as wide.
fn is_in_columns(rows: &[Vec<Cell>]) -> bool {
    let Some((first, others)) = rows.split_first() else { return false };
    let is_row = |row: &Vec<Cell>| (2..=first.len()).contains(&row.len());
    let whole = others.iter().filter(|row| row.len() == first.len()).count();
    first.len() >= COLUMNS && others.iter().all(is_row) && whole * 2 > others.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(rows: &[&str]) -> Result<(), TableError> {
        let row = |row: &&str| row.split(',').map(Cell::of_text).collect();
        speaks_for_itself(&[Sheet { rows: rows.iter().map(row).collect(), ..Sheet::default() }])
    }

    #[test]
    fn a_list_is_told_from_a_table_of_something_else_and_from_a_message() {
        assert_eq!(said(&["Nama KUBE,Nama Anggota,NIK", "Contoh Mawar,Contoh Satu,6472030506909001"]), Ok(()));
        assert_eq!(said(&["Suhu,Kelembapan,Angin", "30,80,4"]), Err(TableError::UnknownColumns));
        assert_eq!(said(&["Bu, ini berkasnya, ya", "Nanti saya kirim lagi"]), Err(TableError::NotATable));
        assert_eq!(said(&["Bu, ini berkasnya, ya.", "Nanti saya kirim lagi, dari rumah."]), Err(TableError::NotATable));
        assert_eq!(said(&["Bu, ini berkasnya, ya"]), Err(TableError::NotATable));
        assert_eq!(said(&["Pak, tolong", "Bu, ini"]), Err(TableError::NotATable));
        assert_eq!(speaks_for_itself(&[]), Err(TableError::NotATable));
    }
}
