//! ODS, and the same in one XML: values as they stand in the file, repetitions paid for before they are made, merged cells.
//!
//! Deliberately absent: comments, what was changed and struck out, how anything looks.

use std::collections::BTreeSet;
use std::io::BufRead;

use super::grid::{Budget, Grid};
use super::number;
use super::package::Package;
use super::xml::{Met, Xml};
use crate::lists::{Cell, CellKind, Merge, Sheet, TableError, TableLimits};

/// The sheets that a person sees, or all if there are none.
pub(super) fn sheets(package: &mut Package) -> Result<Vec<Sheet>, TableError> {
    if let Some(mut manifest) = package.xml("META-INF/manifest.xml")? {
        loop {
            match manifest.next()? {
                Met::Start if manifest.name() == "encryption-data" => return Err(TableError::Locked),
                Met::Nothing => break,
                _ => {}
            }
        }
    }
    read(package.xml("content.xml")?.ok_or(TableError::Damaged)?)
}

/// The sheets of a document in XML; [`TableError::NotATable`] where it is one of letters or slides.
pub(super) fn read<R: BufRead>(mut xml: Xml<R>) -> Result<Vec<Sheet>, TableError> {
    let mut reader = Reader { hidden: BTreeSet::new(), budget: Budget::default() };
    let (mut sheets, mut style, mut is_spreadsheet) = (Vec::new(), String::new(), false);
    loop {
        match xml.next()? {
            Met::Start => match xml.name() {
                "style" => style = xml.attribute("name").unwrap_or_default().into_owned(),
                "table-properties" if xml.attribute("display").as_deref() == Some("false") => {
                    reader.hidden.insert(style.clone());
                }
                "spreadsheet" => is_spreadsheet = true,
                "tracked-changes" => xml.skip()?,
                "table" if is_spreadsheet => {
                    let is_hidden = xml.attribute("style-name").is_some_and(|name| reader.hidden.contains(&*name));
                    sheets.push((is_hidden, reader.sheet(&mut xml)?));
                }
                _ => {}
            },
            Met::Nothing => break,
            _ => {}
        }
    }
    if !is_spreadsheet {
        return Err(TableError::NotATable);
    }
    let is_shown = sheets.iter().any(|(is_hidden, _)| !is_hidden);
    Ok(sheets.into_iter().filter(|(is_hidden, _)| !(is_shown && *is_hidden)).map(|(_, sheet)| sheet).collect())
}

struct Reader {
    /// The styles of sheets that are not shown.
    hidden: BTreeSet<String>,
    budget: Budget,
}

impl Reader {
    fn sheet<R: BufRead>(&mut self, xml: &mut Xml<R>) -> Result<Sheet, TableError> {
        let name = xml.attribute("table:name").unwrap_or_default().into_owned();
        let mut grid = Grid::new(&mut self.budget);
        let (mut row, mut column, mut rows) = (0_usize, 0_usize, 1_usize);
        loop {
            match xml.next()? {
                Met::Start => match xml.name() {
                    "table-row" => {
                        rows = xml.number("number-rows-repeated").unwrap_or(1).max(1);
                        column = 0;
                    }
                    "table-cell" | "covered-table-cell" => {
                        let columns = xml.number("number-columns-repeated").unwrap_or(1_usize).max(1);
                        let span = |name| xml.number(name).unwrap_or(1_usize).max(1) - 1;
                        let (down, right) = (span("number-rows-spanned"), span("number-columns-spanned"));
                        let bottom = row.saturating_add(down);
                        let merge = Merge { top: row, left: column, bottom, right: column.saturating_add(right) };
                        let cell = cell(xml)?;
                        let next = column.saturating_add(columns);
                        if !cell.is_empty() {
                            for column in column..next.min(TableLimits::COLUMNS) {
                                grid.put(row, column, cell.clone())?;
                            }
                            grid.merge(merge)?;
                        }
                        column = next;
                    }
                    // A drawing has tables of its own; a row and a cell have none.
                    "shapes" | "table" => xml.skip()?,
                    _ => {}
                },
                Met::End if xml.name() == "table-row" => {
                    grid.repeat(row, rows - 1)?;
                    row = row.saturating_add(rows);
                }
                Met::End if xml.name() == "table" => return grid.finish(name, false),
                Met::Nothing => return Err(TableError::Damaged),
                _ => {}
            }
        }
    }
}

/// Reads a cell to its end.
fn cell<R: BufRead>(xml: &mut Xml<R>) -> Result<Cell, TableError> {
    let said = |name| xml.attribute(name).map(std::borrow::Cow::into_owned);
    let (kind, formula) = (said("office:value-type"), said("table:formula"));
    let is_error = said("calcext:value-type").as_deref() == Some("error");
    let value =
        ["office:value", "office:date-value", "office:boolean-value", "office:string-value"].into_iter().find_map(said);
    let text = text_within(xml)?;
    let is_text = matches!(kind.as_deref(), None | Some("string"));
    if let Some(formula) = formula {
        if is_error || text.starts_with('#') || text.starts_with("Err:") {
            return Ok(Cell::new(text, CellKind::Error));
        }
        if (kind.is_none() && text.is_empty()) || (!is_text && value.is_none()) {
            let formula = formula.strip_prefix("of:").unwrap_or(&formula);
            return Ok(Cell::new(formula.chars().take(80).collect::<String>(), CellKind::Formula));
        }
    }
    Ok(match (kind.as_deref(), value) {
        (Some("float" | "percentage" | "currency"), Some(value)) => number::of_text(&value),
        (Some("date"), Some(value)) => number::of_iso(&value),
        (Some("boolean"), Some(value)) => Cell::new(value.to_ascii_uppercase(), CellKind::Text),
        (Some("string"), Some(value)) if text.is_empty() => Cell::of_text(&value),
        _ => Cell::of_text(&text),
    })
}

/// The text of a cell, its paragraphs below each other.
fn text_within<R: BufRead>(xml: &mut Xml<R>) -> Result<String, TableError> {
    let (mut text, mut depth, mut paragraphs) = (String::new(), 0_usize, 0);
    loop {
        match xml.next()? {
            Met::Start => match xml.name() {
                "annotation" | "shapes" | "table" | "frame" => xml.skip()?,
                name => {
                    match name {
                        "p" => {
                            paragraphs += 1;
                            if paragraphs > 1 {
                                text.push('\n');
                            }
                        }
                        "s" => {
                            let spaces = xml.number::<usize>("c").unwrap_or(1).min(256);
                            text.extend(std::iter::repeat_n(' ', spaces));
                        }
                        "tab" | "line-break" => text.push(' '),
                        _ => {}
                    }
                    depth += 1;
                }
            },
            Met::Text if paragraphs > 0 => xml.append_to(&mut text)?,
            Met::Text => {}
            Met::End if depth == 0 => return Ok(text),
            Met::End => depth -= 1,
            Met::Nothing => return Err(TableError::Damaged),
        }
    }
}
