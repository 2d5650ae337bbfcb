//! XLSX, part by part: the text of each number as it stands in the file, formulas without a value, merged cells.
//!
//! Written out since calamine makes every number a float, which has not room for all that a NIK can be, and unfolds shared
//! texts without a bound. Deliberately absent: what a formula says, and how anything looks but that a number is a day.

use std::collections::BTreeMap;
use std::io::BufRead;

use super::grid::{Budget, Grid};
use super::number;
use super::package::Package;
use super::xml::{Met, Xml};
use crate::lists::{Cell, CellKind, Merge, Sheet, TableError};

/// Letters of a formula that are kept, to be shown.
const FORMULA: usize = 80;

/// What all sheets of a workbook share.
#[derive(Default)]
struct Shared {
    /// Texts that cells refer to by number.
    texts: Vec<String>,
    /// Whether a number of each style is shown as a day.
    days: Vec<bool>,
    from_1904: bool,
}

/// The sheets that a person sees, or all if there are none.
pub(super) fn sheets(package: &mut Package) -> Result<Vec<Sheet>, TableError> {
    let path = main_part(package)?;
    let listed = listed(package, &path)?;
    let mut shared = Shared { from_1904: listed.from_1904, ..Shared::default() };
    let mut budget = Budget::default();
    let relations = relations(package, &path)?;
    for (kind, target) in relations.values() {
        match kind.as_str() {
            "sharedStrings" => shared.texts = texts(package, target, &mut budget)?,
            "styles" => shared.days = days(package, target)?,
            _ => {}
        }
    }
    let mut sheets = Vec::new();
    let is_shown = listed.sheets.iter().any(|sheet| !sheet.is_hidden);
    for sheet in listed.sheets.into_iter().filter(|sheet| !(is_shown && sheet.is_hidden)) {
        let Some((kind, target)) = relations.get(&sheet.relation) else { continue };
        if kind == "worksheet" {
            let xml = package.xml(target)?.ok_or(TableError::Damaged)?;
            sheets.push(read_sheet(xml, sheet.name, &shared, &mut budget)?);
        }
    }
    Ok(sheets)
}

/// The part that lists the sheets.
fn main_part(package: &mut Package) -> Result<String, TableError> {
    let main = relations(package, "")?.into_values().find(|(kind, _)| kind == "officeDocument");
    let path = main.map_or_else(|| "xl/workbook.xml".to_owned(), |(_, target)| target);
    if package.has(&path) { Ok(path) } else { Err(TableError::Damaged) }
}

/// What a part refers to, by its own names: of what kind it is, and where.
fn relations(package: &mut Package, part: &str) -> Result<BTreeMap<String, (String, String)>, TableError> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let mut relations = BTreeMap::new();
    let Some(mut xml) = package.xml(&join(folder, &format!("_rels/{file}.rels")))? else { return Ok(relations) };
    loop {
        match xml.next()? {
            Met::Start if xml.name() == "Relationship" => {
                let said = |name| xml.attribute(name).unwrap_or_default().into_owned();
                let kind = said("Type").rsplit('/').next().unwrap_or_default().to_owned();
                relations.insert(said("Id"), (kind, join(folder, &said("Target"))));
            }
            Met::Nothing => return Ok(relations),
            _ => {}
        }
    }
}

/// A path as seen from a folder.
fn join(folder: &str, path: &str) -> String {
    if let Some(whole) = path.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// A sheet as the workbook lists it.
struct ListedSheet {
    name: String,
    relation: String,
    is_hidden: bool,
}

#[derive(Default)]
struct Listed {
    sheets: Vec<ListedSheet>,
    from_1904: bool,
}

fn listed(package: &mut Package, path: &str) -> Result<Listed, TableError> {
    let mut listed = Listed::default();
    let mut xml = package.xml(path)?.ok_or(TableError::Damaged)?;
    loop {
        match xml.next()? {
            Met::Start if xml.name() == "sheet" => {
                let said = |name| xml.attribute(name).unwrap_or_default().into_owned();
                let is_hidden = matches!(&*said("state"), "hidden" | "veryHidden");
                listed.sheets.push(ListedSheet { name: said("name"), relation: said("id"), is_hidden });
            }
            Met::Start if xml.name() == "workbookPr" => {
                listed.from_1904 = matches!(xml.attribute("date1904").as_deref(), Some("1" | "true"));
            }
            Met::Nothing => return Ok(listed),
            _ => {}
        }
    }
}

/// The texts that cells refer to, which are paid for as they are gathered, and again where they stand.
fn texts(package: &mut Package, path: &str, budget: &mut Budget) -> Result<Vec<String>, TableError> {
    let mut texts = Vec::new();
    let Some(mut xml) = package.xml(path)? else { return Ok(texts) };
    loop {
        match xml.next()? {
            Met::Start if xml.name() == "si" => {
                let text = rich_text(&mut xml, "si")?;
                // What a text takes beside its letters counts, too: there may be millions of empty ones.
                budget.take_text(text.len() + size_of::<String>(), 1)?;
                texts.push(text);
            }
            Met::Nothing => return Ok(texts),
            _ => {}
        }
    }
}

/// The text within an element, in parts or in one, without what says how it is spoken.
fn rich_text<R: BufRead>(xml: &mut Xml<R>, within: &str) -> Result<String, TableError> {
    let (mut text, mut is_text, mut is_spoken) = (String::new(), false, false);
    loop {
        let met = xml.next()?;
        let begins = met == Met::Start;
        match met {
            Met::Start | Met::End if xml.name() == "t" => is_text = begins,
            Met::Start | Met::End if xml.name() == "rPh" => is_spoken = begins,
            Met::End if xml.name() == within => return Ok(unescaped(text)),
            Met::Text if is_text && !is_spoken => xml.append_to(&mut text)?,
            Met::Nothing => return Err(TableError::Damaged),
            _ => {}
        }
    }
}

/// Excel writes signs that XML cannot hold as `_x000D_`.
fn unescaped(text: String) -> String {
    if !text.contains("_x00") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x00") {
        let code =
            rest.get(at + 2..at + 6).and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        out.push_str(&rest[..at]);
        if let Some(sign) = code.filter(|_| rest.get(at + 6..at + 7) == Some("_")) {
            out.push(sign);
            rest = &rest[at + 7..];
        } else {
            out.push_str("_x00");
            rest = &rest[at + 4..];
        }
    }
    out.push_str(rest);
    out
}

/// Whether a number of each style is shown as a day.
fn days(package: &mut Package, path: &str) -> Result<Vec<bool>, TableError> {
    let (mut own, mut days, mut is_of_cells) = (BTreeMap::new(), Vec::new(), false);
    let Some(mut xml) = package.xml(path)? else { return Ok(days) };
    loop {
        let met = xml.next()?;
        match met {
            Met::Start if xml.name() == "numFmt" => {
                if let Some(number) = xml.number::<u32>("numFmtId") {
                    let format = xml.attribute("formatCode").unwrap_or_default();
                    own.insert(number, number::is_day_format(&format));
                }
            }
            Met::Start | Met::End if xml.name() == "cellXfs" => is_of_cells = met == Met::Start,
            Met::Start if is_of_cells && xml.name() == "xf" => {
                let number = xml.number::<u32>("numFmtId").unwrap_or_default();
                days.push(own.get(&number).copied().unwrap_or_else(|| number::is_day_number(number)));
            }
            Met::Nothing => return Ok(days),
            _ => {}
        }
    }
}

fn read_sheet<R: BufRead>(
    mut xml: Xml<R>,
    name: String,
    shared: &Shared,
    budget: &mut Budget,
) -> Result<Sheet, TableError> {
    let mut grid = Grid::new(budget);
    let (mut row, mut column) = (0, 0);
    loop {
        match xml.next()? {
            Met::Start if xml.name() == "row" => {
                row = xml.number::<usize>("r").map_or(row, |number| number.saturating_sub(1));
                column = 0;
            }
            Met::End if xml.name() == "row" => row += 1,
            Met::Start if xml.name() == "c" => {
                if let Some(place) = xml.attribute("r").and_then(|place| place_of(&place)) {
                    (row, column) = place;
                }
                let cell = read_cell(&mut xml, shared, Grid::has_column(column))?;
                grid.put(row, column, cell)?;
                column += 1;
            }
            Met::Start if xml.name() == "mergeCell" => {
                let area = xml.attribute("ref").unwrap_or_default();
                let (first, last) = area.split_once(':').unwrap_or((&area, &area));
                if let (Some((top, left)), Some((bottom, right))) = (place_of(first), place_of(last)) {
                    grid.merge(Merge { top, left, bottom, right })?;
                }
            }
            Met::Nothing => return grid.finish(name, shared.from_1904),
            _ => {}
        }
    }
}

/// Reads a cell to its end. Where it is not wanted it is empty, and its text is not made.
fn read_cell<R: BufRead>(xml: &mut Xml<R>, shared: &Shared, is_wanted: bool) -> Result<Cell, TableError> {
    let kind = xml.attribute("t").unwrap_or_default().into_owned();
    let is_day = xml.number::<usize>("s").and_then(|style| shared.days.get(style)).copied().unwrap_or_default();
    let (mut value, mut formula, mut text) = (None::<String>, None::<String>, None);
    let mut within = 0_u8;
    loop {
        let met = xml.next()?;
        match met {
            Met::Start => match xml.name() {
                "v" => (within, value) = (b'v', Some(String::new())),
                "f" => (within, formula) = (b'f', Some(String::new())),
                "is" => text = Some(rich_text(xml, "is")?),
                _ => within = 0,
            },
            Met::Text => match within {
                b'v' => xml.append_to(value.get_or_insert_default())?,
                b'f' => {
                    let formula = formula.get_or_insert_default();
                    formula.extend(xml.text().chars().take(FORMULA.saturating_sub(formula.chars().count())));
                }
                _ => {}
            },
            Met::End if xml.name() == "c" => break,
            Met::End => within = 0,
            Met::Nothing => return Err(TableError::Damaged),
        }
    }
    if !is_wanted {
        return Ok(Cell::default());
    }
    let said = value.as_deref().unwrap_or_default();
    if let Some(formula) = formula
        && said.is_empty()
        // A text that came to nothing is computed.
        && !(kind == "str" && value.is_some())
    {
        return Ok(Cell::new(format!("={formula}"), CellKind::Formula));
    }
    Ok(match kind.as_str() {
        "s" => match said.trim().parse::<usize>() {
            Ok(number) => Cell::of_text(shared.texts.get(number).ok_or(TableError::Damaged)?),
            Err(_) => Cell::default(),
        },
        "inlineStr" => Cell::of_text(&text.unwrap_or_default()),
        "str" => Cell::of_text(&unescaped(said.to_owned())),
        "b" => Cell::new(if said.trim() == "1" { "TRUE" } else { "FALSE" }, CellKind::Text),
        "e" => Cell::new(said.trim(), CellKind::Error),
        "d" => number::of_iso(said),
        _ if said.trim().is_empty() => Cell::default(),
        _ => match said.trim().parse::<f64>() {
            Ok(serial) if is_day => number::of_serial(serial, shared.from_1904),
            _ => number::of_text(said),
        },
    })
}

/// Row and column, from 0, of a place such as `AB12`.
fn place_of(place: &str) -> Option<(usize, usize)> {
    let place = place.trim().trim_start_matches('$');
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (column, row) = place.split_at(letters);
    if !(1..=3).contains(&letters) {
        return None;
    }
    let column = column.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: usize = row.trim_start_matches('$').parse().ok()?;
    Some((row.checked_sub(1)?, column - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_paths_are_read() {
        assert_eq!(place_of("A1"), Some((0, 0)));
        assert_eq!(place_of("AB12"), Some((11, 27)));
        assert_eq!(place_of("$XFD$1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "1", "A", "A0", "AAAA1", "A1x"] {
            assert_eq!(place_of(wrong), None, "{wrong}");
        }
        assert_eq!(join("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(join("xl", "/xl/styles.xml"), "xl/styles.xml");
        assert_eq!(join("xl/a", "../b.xml"), "xl/b.xml");
        assert_eq!(join("", "_rels/.rels"), "_rels/.rels");
    }

    #[test]
    fn signs_that_xml_cannot_hold_are_put_back() {
        assert_eq!(unescaped("satu_x000D_\ndua".to_owned()), "satu\r\ndua");
        assert_eq!(unescaped("_x005F_x000D_".to_owned()), "_x000D_");
        assert_eq!(unescaped("a_x00zz_ _x00".to_owned()), "a_x00zz_ _x00");
    }
}
