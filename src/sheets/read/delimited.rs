//! CSV as people have it: what stands between the values is told by the file, or by how its lines are built.
//!
//! The rows are taken out by hand. A reader of the standard lets one quote without an end swallow the rest of the file; here
//! such a line is read plainly, and the next is as good as any.

use super::grid::{Budget, Grid};
use crate::lists::{Cell, CellKind, Sheet, TableError, TableLimits};

/// What may stand between values, the likelier first: Excel with Indonesian settings writes `;`.
const SEPARATORS: [char; 5] = [';', ',', '\t', '|', '\u{1f}'];

/// Rows that are looked at to find the separator.
const SAMPLE: usize = 200;

/// Ends of lines that a value within quotes can have; those of Windows count twice.
const LINES: usize = 48;

/// The one sheet of a text.
pub(super) fn sheet(text: &str, name: &str) -> Result<Sheet, TableError> {
    let text = text.trim_end_matches(['\u{1a}', '\0']);
    let (separator, text) = told(text).map_or_else(|| (sniff(text), text), |(separator, rest)| (Some(separator), rest));
    if let Some(separator) = separator {
        return filled(text, separator, name);
    }
    // Each line may be within quotes as a whole, as where Excel had all of it in its first column.
    let lines = unquoted(text);
    filled(&lines, sniff(&lines).unwrap_or(','), name)
}

fn filled(text: &str, separator: char, name: &str) -> Result<Sheet, TableError> {
    let mut budget = Budget::default();
    let mut grid = Grid::new(&mut budget);
    for (row, values) in Rows::new(text, separator).enumerate() {
        for (column, value) in values.iter().enumerate() {
            grid.put(row, column, cell_of(value))?;
        }
    }
    grid.finish(name.to_owned(), false)
}

/// A value as a cell. Digits with `.0` behind them went through a float, which has not room for all numbers of 16.
fn cell_of(value: &str) -> Cell {
    let cell = Cell::of_text(value);
    let digits = cell.text.strip_suffix(".0").filter(|digits| digits.len() >= 16);
    if digits.and_then(|digits| digits.parse::<u64>().ok()).is_some_and(|number| number > 1 << 53) {
        return Cell::new(cell.text.trim_end_matches(".0"), CellKind::Rounded);
    }
    // Quotes of another kind around all of it.
    match value.trim().strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        Some(inner) => Cell::of_text(inner),
        None => cell,
    }
}

/// The separator of a first line `sep=;`, which Excel understands, and what follows.
fn told(text: &str) -> Option<(char, &str)> {
    let (first, rest) = line(text);
    let mark = first.trim_matches('"');
    let mark = mark.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).map(|_| &mark[4..])?;
    // Other values of the line may be empty ones.
    let separator = mark.chars().next()?;
    SEPARATORS.contains(&separator).then_some((separator, rest))
}

/// The first line of a text, and what follows. Lines end as in Windows, Unix or old Macs.
fn line(text: &str) -> (&str, &str) {
    let end = first_of(text, b"\r\n").unwrap_or(text.len());
    let (line, rest) = text.split_at(end);
    let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n'])).unwrap_or(rest);
    (line, rest)
}

/// The place of the first of these signs; byte by byte, since a line may be all of a large file.
fn first_of(text: &str, signs: &[u8]) -> Option<usize> {
    text.bytes().position(|byte| signs.contains(&byte))
}

/// The separator by which most rows have as many values as each other, and several; `None` where none makes two of any row.
///
/// A sign that a space follows is most likely one of prose, and one that parts only what lies below the first row that another
/// parts is likely within a value, as commas are in addresses.
fn sniff(text: &str) -> Option<char> {
    let fits: Vec<Fit> = SEPARATORS.iter().filter_map(|separator| Fit::of(text, *separator)).collect();
    let earliest = fits.iter().map(|fit| fit.first).min()?;
    let weight = |fit: &Fit| {
        let mut weight = fit.rows * fit.rows * (fit.values - 1) * 36;
        if fit.is_prose {
            weight /= 9;
        }
        if fit.first > earliest {
            weight /= 4;
        }
        weight
    };
    // Of equal ones the likelier.
    fits.iter().rev().max_by_key(|fit| weight(fit)).map(|fit| fit.separator)
}

/// How a text falls apart at a sign.
struct Fit {
    separator: char,
    /// How many values most rows have that have several.
    values: usize,
    /// How many rows have so many.
    rows: usize,
    /// The first of these.
    first: usize,
    /// Whether spaces follow more of the signs than not.
    is_prose: bool,
}

impl Fit {
    fn of(text: &str, separator: char) -> Option<Self> {
        let rows: Vec<Vec<String>> = Rows::new(text, separator).take(SAMPLE).collect();
        let several = || rows.iter().filter(|row| row.len() > 1);
        let alike = |count: usize| rows.iter().filter(|row| row.len() == count).count();
        let values = several().map(Vec::len).max_by_key(|count| (alike(*count), *count))?;
        let inner = || several().flat_map(|row| row.iter().skip(1)).filter(|value| !value.trim().is_empty());
        let spaced = inner().filter(|value| value.starts_with(' ')).count();
        Some(Self {
            separator,
            values,
            rows: alike(values),
            first: rows.iter().position(|row| row.len() == values)?,
            is_prose: spaced * 2 > inner().count(),
        })
    }
}

/// Each line without the quotes around it.
fn unquoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // No text has this sign.
    for row in Rows::new(text, '\0') {
        out.extend(row);
        out.push('\n');
    }
    out
}

/// The rows of a text, each its values; an empty line is a row without any, so that rows have the numbers a spreadsheet shows.
struct Rows<'a> {
    rest: &'a str,
    separator: char,
}

impl<'a> Rows<'a> {
    fn new(text: &'a str, separator: char) -> Self {
        Self { rest: text, separator }
    }
}

impl Iterator for Rows<'_> {
    type Item = Vec<String>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let (plain, after_line) = line(self.rest);
        if plain.is_empty() {
            self.rest = after_line;
            return Some(Vec::new());
        }
        let mut values = Vec::new();
        let mut rest = self.rest;
        loop {
            let (value, after) = if let Some(inner) = rest.trim_start_matches(' ').strip_prefix('"') {
                let Some(found) = quoted(inner, self.separator) else {
                    self.rest = after_line;
                    return Some(plain.split(self.separator).take(TableLimits::COLUMNS).map(stripped).collect());
                };
                found
            } else {
                let ends = [u8::try_from(self.separator).unwrap_or(b'\n'), b'\r', b'\n'];
                let end = first_of(rest, &ends).unwrap_or(rest.len());
                (rest[..end].to_owned(), &rest[end..])
            };
            values.push(value);
            if values.len() == TableLimits::COLUMNS {
                // What stands further right is not read.
                self.rest = line(after).1;
                return Some(values);
            }
            let Some(next) = after.strip_prefix(self.separator) else {
                self.rest = line(after).1;
                return Some(values);
            };
            rest = next;
        }
    }
}

/// A value of a line that is read plainly: a quote at its beginning or its end means nothing.
fn stripped(value: &str) -> String {
    let value = value.trim();
    let value = value.strip_prefix('"').unwrap_or(value);
    value.strip_suffix('"').unwrap_or(value).replace("\"\"", "\"")
}

/// The value that began with a quote, and what follows it: a separator, the end of a line or of all. `None` where the quote has
/// no end that can be meant.
///
/// Quotes within are doubled, or else they are no end because something follows them; such a one on a later line is the
/// beginning of another value, and this one was a quote without an end.
fn quoted(text: &str, separator: char) -> Option<(String, &str)> {
    let (mut value, mut rest, mut lines, mut is_loose) = (String::new(), text, 0, false);
    loop {
        let at = first_of(rest, b"\"\n\r")?;
        let end = at + 1;
        if !rest[at..].starts_with('"') {
            value.push_str(&rest[..end]);
            rest = &rest[end..];
            lines += 1;
            if lines > LINES {
                return None;
            }
            continue;
        }
        value.push_str(&rest[..at]);
        rest = &rest[end..];
        let ends = |text: &str| text.is_empty() || text.starts_with([separator, '\r', '\n']);
        if let Some(after) = rest.strip_prefix('"').filter(|after| !(is_loose && ends(after))) {
            value.push('"');
            rest = after;
            continue;
        }
        let (quote, after) = match rest.strip_prefix('"') {
            Some(after) => ("\"", after),
            None => ("", rest.trim_start_matches(' ')),
        };
        if ends(after) {
            value.push_str(quote);
            return Some((value, after));
        }
        if lines > 0 {
            return None;
        }
        is_loose = true;
        value.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let sheet = sheet(text, "").unwrap();
        sheet.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect()
    }

    #[test]
    fn the_separator_is_found_also_among_others_inside_values() {
        for (text, value) in [
            ("a;b;c\n1;\"2;5\";3", "2;5"),
            ("a,b,c\r\n1,\"2;5;6;7\",3\r\n", "2;5;6;7"),
            ("a\tb\tc\n1\t2, 5, 6, 7, 8\t3", "2, 5, 6, 7, 8"),
            ("a|b|c\n1|2\n1|x|3", "2"),
            ("sep=|\na,b|b,c|c\n1|2|3", "2"),
            ("sep=;;;\r\na,b;b,c;c\r\n1;2;3", "2"),
            ("\"sep=,\"\ra,b\r1,2", "2"),
            ("a\u{1f}b\n1\u{1f}2", "2"),
            ("Nama;NIK;Alamat\na;1;Jl,Gg,RT,RW,Kota\nb;2;Jl,Gg,RT,RW,Kota", "1"),
            ("Daftar, Kota Samarinda, 2014\nNama;TTL;Peran\na;Samarinda, 5;x\nb;Samarinda, 6;y", "TTL"),
            ("a; b; c\n1; 2; 3", "2"),
            ("\"a\",\"b\"\n\"1\",\"2, x\"\n\"1\",\"2; x\"", "2, x"),
            ("|a|b|\n|1|2|\n", "1"),
        ] {
            let rows = texts(text);
            assert_eq!(rows[1].get(1).map(String::as_str), Some(value), "{text}");
        }
    }

    #[test]
    fn quotes_line_ends_and_marks_of_text_are_read_as_excel_means_them() {
        let rows = texts("\"a\"\"b\";\"one\ntwo\";x\n=\"0012\";'0812;\u{a0}y \n\nlast;;");
        assert_eq!(rows[0], ["a\"b", "one\ntwo", "x"]);
        assert_eq!(rows[1], ["0012", "0812", "y"]);
        assert!(rows[2].iter().all(String::is_empty));
        assert_eq!(rows[3][0], "last");
    }

    #[test]
    fn a_quote_without_its_end_harms_its_own_line_only() {
        for (text, rows) in [
            ("JUDUL \"MAWAR;;\na;b;c\n1;2;3", vec![vec!["JUDUL \"MAWAR"], vec!["a", "b", "c"], vec!["1", "2", "3"]]),
            ("\"JUDUL MAWAR;;\na;b;c\n1;2;3", vec![vec!["JUDUL MAWAR"], vec!["a", "b", "c"], vec!["1", "2", "3"]]),
            ("\"JUDUL;;\na;b;c\n\"1\";\"2\";3", vec![vec!["JUDUL"], vec!["a", "b", "c"], vec!["1", "2", "3"]]),
            ("a;b;c\n1;\"2;3\n4;5;6", vec![vec!["a", "b", "c"], vec!["1", "2", "3"], vec!["4", "5", "6"]]),
            ("a;b;c\n1;2\";3\n4;5;6", vec![vec!["a", "b", "c"], vec!["1", "2\"", "3"], vec!["4", "5", "6"]]),
            ("a;b\n\"Jl. \"Tiga\"\";2\nx;3", vec![vec!["a", "b"], vec!["Jl. \"Tiga\"", "2"], vec!["x", "3"]]),
            ("a;b\n\"Jl. \"Tiga\" 5\";2\nx;3", vec![vec!["a", "b"], vec!["Jl. \"Tiga\" 5", "2"], vec!["x", "3"]]),
            ("D'AFTAR 'KUBE;\na;b\n'1';'dua'", vec![vec!["D'AFTAR 'KUBE"], vec!["a", "b"], vec!["1", "dua"]]),
        ] {
            assert_eq!(texts(text), rows, "{text}");
        }
    }

    #[test]
    fn lines_that_are_within_quotes_as_a_whole_are_read() {
        assert_eq!(texts("\"a,b,c\"\n\"1,\"\"2,5\"\",3\""), [["a", "b", "c"], ["1", "2,5", "3"]]);
        assert_eq!(texts("satu\ndua"), [["satu"], ["dua"]]);
    }

    #[test]
    fn a_number_that_went_through_a_float_is_believed_where_that_has_room_for_it() {
        let rows = sheet("a,b\n6472034506859001.0,9171034506850003.0", "").unwrap().rows;
        assert_eq!(rows[1][0], Cell::new("6472034506859001.0", CellKind::Text));
        assert_eq!(rows[1][1], Cell::new("9171034506850003", CellKind::Rounded));
    }
}
