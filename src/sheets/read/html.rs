//! Tables of a web page: many programs of offices write one and call it `.xls`.
//!
//! As tolerant as browsers are: tags in any case, ends that are missing, values without quotes. Written out, since a browser's
//! own reader is not there in a worker, and those of Rust weigh more than all that reads tables. Deliberately absent: scripts,
//! styles, and what they show or hide.

use super::grid::{Budget, Grid};
use super::number;
use crate::lists::{Cell, Merge, Sheet, TableError, TableLimits};

/// Elements whose content is no text.
const UNSEEN: [&str; 4] = ["script", "style", "title", "xml"];

/// Names of signs that lists have; others stay as they are written.
const SIGNS: [(&str, &str); 28] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ensp", " "),
    ("emsp", " "),
    ("thinsp", " "),
    ("shy", ""),
    ("zwnj", ""),
    ("zwj", ""),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("hellip", "…"),
    ("middot", "·"),
    ("bull", "•"),
    ("deg", "°"),
    ("eacute", "é"),
    ("egrave", "è"),
    ("uuml", "ü"),
    ("ouml", "ö"),
    ("auml", "ä"),
    ("sol", "/"),
];

/// A tag: its name in small letters, whether it ends an element, and what else stands in it.
struct Tag<'a> {
    name: String,
    is_end: bool,
    rest: &'a str,
}

/// A table that is being read.
#[derive(Default)]
struct Open {
    /// Cells with their places.
    cells: Vec<(usize, usize, Cell)>,
    merges: Vec<Merge>,
    /// How many rows have begun.
    rows: usize,
    column: usize,
    /// For each column, the row from which on it is free of a cell that began further up.
    free_from: Vec<usize>,
    cell: Option<OpenCell>,
}

struct OpenCell {
    row: usize,
    column: usize,
    down: usize,
    right: usize,
    /// The number that Excel puts beside what it shows.
    number: Option<String>,
    text: String,
}

/// The tables of a page, each as a sheet named by the file; [`TableError::NotATable`] where there is none with a cell.
pub(super) fn read(page: &str, name: &str) -> Result<Vec<Sheet>, TableError> {
    let mut budget = Budget::default();
    let (mut open, mut sheets): (Vec<Open>, Vec<Sheet>) = (Vec::new(), Vec::new());
    let (mut rest, mut has_quotes) = (page, true);
    while !rest.is_empty() {
        let (text, after) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        if let Some(cell) = open.last_mut().and_then(|table| table.cell.as_mut()) {
            budget.take_text(text.len(), 1)?;
            push_text(&mut cell.text, text);
        }
        let Some((tag, after)) = tag(after, &mut has_quotes) else { break };
        rest = after;
        if let Some(cell) = open.last_mut().and_then(|table| table.cell.as_mut()).filter(|_| tag.name.is_empty()) {
            cell.text.push_str(tag.rest);
        }
        if !tag.is_end && UNSEEN.contains(&tag.name.as_str()) {
            rest = behind(rest, &tag.name);
        }
        match (tag.name.as_str(), tag.is_end) {
            ("table", false) => open.push(Open::default()),
            ("table", true) => {
                if let Some(table) = open.pop() {
                    sheets.extend(table.finish(name, &mut budget)?);
                }
            }
            (kind, is_end) => {
                if let Some(table) = open.last_mut() {
                    table.meet(kind, is_end, tag.rest)?;
                }
            }
        }
    }
    while let Some(table) = open.pop() {
        sheets.extend(table.finish(name, &mut budget)?);
    }
    if sheets.is_empty() { Err(TableError::NotATable) } else { Ok(sheets) }
}

/// The tag at the beginning of a text, and what follows it; a comment is one without a name. `None` where nothing follows.
///
/// Brackets within quotes do not end it. After the first quote that never ends quotes mean nothing: to look for the end again
/// and again would take hours.
fn tag<'a>(text: &'a str, has_quotes: &mut bool) -> Option<(Tag<'a>, &'a str)> {
    let nameless = |rest| Tag { name: String::new(), is_end: false, rest };
    if let Some(comment) = text.strip_prefix("<!--") {
        return Some((nameless(""), comment.split_once("-->").map_or("", |(_, after)| after)));
    }
    let inner = text.strip_prefix('<')?;
    let is_end = inner.starts_with('/');
    let named = inner.trim_start_matches('/');
    if !named.starts_with(|sign: char| sign.is_ascii_alphabetic() || matches!(sign, '!' | '?')) {
        // A bracket that is a sign of the text.
        return Some((nameless("<"), inner));
    }
    let mut quote = None;
    let end = named.char_indices().find(|(_, sign)| match (*sign, quote) {
        ('>', None) => true,
        ('"' | '\'', None) if *has_quotes => {
            quote = Some(*sign);
            false
        }
        (sign, Some(open)) if sign == open => {
            quote = None;
            false
        }
        _ => false,
    });
    *has_quotes = *has_quotes && end.is_some();
    let end = end.map(|(at, _)| at).or_else(|| named.find('>')).unwrap_or(named.len());
    let (inner, after) = (&named[..end], named.get(end + 1..).unwrap_or_default());
    let name_end = inner.find(|sign: char| sign.is_ascii_whitespace() || sign == '/').unwrap_or(inner.len());
    let (name, rest) = inner.split_at(name_end);
    Some((Tag { name: name.to_ascii_lowercase(), is_end, rest }, after))
}

/// What follows the end of an element whose content is no text.
fn behind<'a>(text: &'a str, name: &str) -> &'a str {
    let mut rest = text;
    while let Some((_, after)) = rest.split_once("</") {
        if after.get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name)) {
            return after.split_once('>').map_or("", |(_, after)| after);
        }
        rest = after;
    }
    ""
}

/// An attribute of a tag, with quotes or without, its signs decoded.
fn attribute(rest: &str, name: &str) -> Option<String> {
    let mut rest = rest.trim_start();
    while !rest.is_empty() {
        let end = rest.find(|sign: char| sign == '=' || sign.is_ascii_whitespace()).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=').map(str::trim_start) else {
            if key.eq_ignore_ascii_case(name) {
                return Some(String::new());
            }
            rest = after;
            continue;
        };
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(|sign: char| sign.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        if key.eq_ignore_ascii_case(name) {
            let mut text = String::new();
            push_text(&mut text, value);
            return Some(text);
        }
        rest = after.trim_start();
    }
    None
}

/// Appends a text as a page shows it: signs decoded, every run of spaces one.
fn push_text(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        if sign == '&'
            && let Some(end) = rest.bytes().take(12).position(|byte| byte == b';')
            && let Some(meant) = meant(&rest[1..end])
        {
            out.push_str(&meant);
            rest = &rest[end + 1..];
            continue;
        }
        if !sign.is_ascii_whitespace() {
            out.push(sign);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
        rest = &rest[sign.len_utf8()..];
    }
}

/// The sign of a name or a number.
fn meant(name: &str) -> Option<String> {
    if let Some(code) = name.strip_prefix('#') {
        let code = match code.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => code.parse(),
        };
        return code.ok().and_then(char::from_u32).map(String::from);
    }
    SIGNS.iter().find(|(own, _)| *own == name).map(|(_, sign)| (*sign).to_owned())
}

impl Open {
    fn meet(&mut self, kind: &str, is_end: bool, rest: &str) -> Result<(), TableError> {
        match (kind, is_end) {
            ("tr", false) => {
                self.end_cell();
                self.rows += 1;
                self.column = 0;
                if self.rows > TableLimits::ROWS {
                    return Err(TableError::TooMany);
                }
            }
            ("tr" | "td" | "th", true) => self.end_cell(),
            ("td" | "th", false) => self.begin_cell(rest),
            ("br" | "p" | "div" | "li", _) => {
                if let Some(cell) = &mut self.cell
                    && !cell.text.is_empty()
                    && !cell.text.ends_with(' ')
                {
                    cell.text.push(' ');
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_cell(&mut self, rest: &str) {
        self.end_cell();
        self.rows = self.rows.max(1);
        let row = self.rows - 1;
        while self.free_from.get(self.column).is_some_and(|free| *free > row) {
            self.column += 1;
        }
        let span = |name, most| {
            let said = attribute(rest, name).and_then(|text| text.trim().parse::<usize>().ok());
            said.unwrap_or(1).clamp(1, most)
        };
        let (columns, rows) = (span("colspan", TableLimits::COLUMNS), span("rowspan", TableLimits::ROWS));
        let column = self.column;
        self.column = (column + columns).min(TableLimits::COLUMNS);
        if self.free_from.len() < self.column {
            self.free_from.resize(self.column, 0);
        }
        self.free_from.iter_mut().take(self.column).skip(column).for_each(|free| *free = row + rows);
        let number = attribute(rest, "x:num").filter(|number| !number.is_empty());
        self.cell = Some(OpenCell { row, column, down: rows - 1, right: columns - 1, number, text: String::new() });
    }

    fn end_cell(&mut self) {
        let Some(OpenCell { row, column, down, right, number, text }) = self.cell.take() else { return };
        let cell = number.map_or_else(|| Cell::of_text(&text), |number| number::of_text(&number));
        if !cell.is_empty() && Grid::has_column(column) {
            self.cells.push((row, column, cell));
            self.merges.push(Merge { top: row, left: column, bottom: row + down, right: column + right });
        }
    }

    fn finish(mut self, name: &str, budget: &mut Budget) -> Result<Option<Sheet>, TableError> {
        self.end_cell();
        if self.cells.is_empty() {
            return Ok(None);
        }
        let mut grid = Grid::new(budget);
        for (row, column, cell) in self.cells {
            grid.put(row, column, cell)?;
        }
        for merge in self.merges {
            grid.merge(merge)?;
        }
        grid.finish(name.to_owned(), false).map(Some)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(page: &str) -> Vec<Vec<Vec<String>>> {
        let of =
            |sheet: Sheet| sheet.rows.iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect();
        read(page, "a").unwrap_or_default().into_iter().map(of).collect()
    }

    #[test]
    fn tables_are_read_as_browsers_show_them() {
        for (page, rows) in [
            ("<table><tr><td>a</td><td>b</td></tr></table>", vec![vec!["a", "b"]]),
            ("<TABLE BORDER=1><TR><TH>a<TH>b<TR><TD>1<TD>2", vec![vec!["a", "b"], vec!["1", "2"]]),
            (
                "<table><thead><tr><th> a\n b </th></tr></thead><tbody><tr><td>c<br>d</td></tr></tbody></table>",
                vec![vec!["a b"], vec!["c d"]],
            ),
            (
                "<table><tr><td>&lt;a&gt; &amp;&nbsp;&#98;&#x63;&quot;</td><td>A&B; &tak;</td></tr></table>",
                vec![vec!["<a> & bc\"", "A&B; &tak;"]],
            ),
            (
                "<table><!-- <tr><td>x --><tr><td><script>if (1<2) x='</td>';</script>a</td></tr></table>",
                vec![vec!["a"]],
            ),
            (
                "<table><tr><td title='a > b' rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>",
                vec![vec!["a", "b"], vec!["", "c"]],
            ),
            ("<table><tr><td colspan=\"2\">a</td><td>b</td></tr></table>", vec![vec!["a", "", "b"]]),
            (
                "<table><tr><td x:num=\"6472034506859001\">6,47E+15</td><td x:num>5</td></tr></table>",
                vec![vec!["6472034506859001", "5"]],
            ),
            ("<table><tr><td>1 < 2</td></tr></table>", vec![vec!["1 < 2"]]),
        ] {
            assert_eq!(texts(page), [rows], "{page}");
        }
    }

    #[test]
    fn a_table_within_another_is_one_of_its_own() {
        let page = "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>";
        assert_eq!(texts(page), [[["a", "b"]]]);
        assert_eq!(read("<html><p>Halo</html>", "a"), Err(TableError::NotATable));
        assert_eq!(read("<table><tr><td></td></tr></table>", "a"), Err(TableError::NotATable));
    }

    #[test]
    fn a_cell_over_several_is_a_merge() {
        let sheet = read("<table><tr><td rowspan=2 colspan=2>a<td>b<tr><td>c</table>", "a").unwrap().remove(0);
        assert_eq!(sheet.merges, [Merge { top: 0, left: 0, bottom: 1, right: 1 }]);
        assert_eq!(sheet.rows[1][2].text, "c");
    }
}
