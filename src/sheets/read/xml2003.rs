//! The XML of Excel 2002 and 2003, which some programs of offices still write and call `.xls`.

use std::io::BufRead;

use super::grid::{Budget, Grid};
use super::number;
use super::xml::{Met, Xml};
use crate::lists::{Cell, CellKind, Merge, Sheet, TableError};

/// The sheets of a workbook in XML; [`TableError::NotATable`] where it is another XML.
pub(super) fn read<R: BufRead>(mut xml: Xml<R>) -> Result<Vec<Sheet>, TableError> {
    let (mut sheets, mut name, mut is_workbook) = (Vec::new(), String::new(), false);
    let mut budget = Budget::default();
    loop {
        match xml.next()? {
            Met::Start if xml.name() == "Workbook" => is_workbook = true,
            Met::Start if xml.name() == "Worksheet" => name = xml.attribute("Name").unwrap_or_default().into_owned(),
            Met::Start if is_workbook && xml.name() == "Table" => {
                sheets.push(sheet(&mut xml, std::mem::take(&mut name), &mut budget)?);
            }
            Met::Nothing if is_workbook => return Ok(sheets),
            Met::Nothing => return Err(TableError::NotATable),
            _ => {}
        }
    }
}

fn sheet<R: BufRead>(xml: &mut Xml<R>, name: String, budget: &mut Budget) -> Result<Sheet, TableError> {
    let mut grid = Grid::new(budget);
    let (mut row, mut column) = (0_usize, 0_usize);
    loop {
        match xml.next()? {
            Met::Start if xml.name() == "Row" => {
                row = xml.number::<usize>("Index").map_or(row, |number| number.saturating_sub(1));
                column = 0;
            }
            Met::End if xml.name() == "Row" => row = row.saturating_add(1),
            Met::Start if xml.name() == "Cell" => {
                column = xml.number::<usize>("Index").map_or(column, |number| number.saturating_sub(1));
                let span = |name| xml.number::<usize>(name).unwrap_or_default();
                let right = column.saturating_add(span("MergeAcross"));
                let merge = Merge { top: row, left: column, bottom: row.saturating_add(span("MergeDown")), right };
                let cell = cell(xml)?;
                if !cell.is_empty() {
                    grid.put(row, column, cell)?;
                    grid.merge(merge)?;
                }
                column = right.saturating_add(1);
            }
            Met::End if xml.name() == "Table" => return grid.finish(name, false),
            Met::Nothing => return Err(TableError::Damaged),
            _ => {}
        }
    }
}

/// Reads a cell to its end.
fn cell<R: BufRead>(xml: &mut Xml<R>) -> Result<Cell, TableError> {
    let formula = xml.attribute("Formula").map(std::borrow::Cow::into_owned);
    let (mut kind, mut text, mut is_data) = (None, String::new(), false);
    loop {
        match xml.next()? {
            Met::Start if xml.name() == "Data" => {
                kind = Some(xml.attribute("Type").unwrap_or_default().into_owned());
                is_data = true;
            }
            Met::Start if xml.name() == "Comment" => xml.skip()?,
            Met::Text if is_data => xml.append_to(&mut text)?,
            Met::End if xml.name() == "Data" => is_data = false,
            Met::End if xml.name() == "Cell" => break,
            Met::Nothing => return Err(TableError::Damaged),
            _ => {}
        }
    }
    if let Some(formula) = formula
        && (kind.is_none() || text.is_empty() && kind.as_deref() != Some("String"))
    {
        return Ok(Cell::new(formula.chars().take(80).collect::<String>(), CellKind::Formula));
    }
    Ok(match kind.as_deref() {
        Some("Number") => number::of_text(&text),
        Some("DateTime") => number::of_iso(&text),
        Some("Boolean") => Cell::new(if text.trim() == "1" { "TRUE" } else { "FALSE" }, CellKind::Text),
        Some("Error") => Cell::new(text.trim(), CellKind::Error),
        _ => Cell::of_text(&text),
    })
}
