//! The table of a figure as CSV, as Excel with Indonesian settings takes it by a double click: with a byte order mark, `;` between
//! cells and CRLF at the end of a line. Numbers are written as they are read on the page.

use super::Figure;

/// The file.
pub fn csv(figure: &Figure) -> String {
    let heads: Vec<String> = std::iter::once(figure.axis.clone()).chain(figure.heads()).collect();
    let mut lines = vec![line(heads.iter().map(String::as_str))];
    for row in figure.rows.iter().chain(&figure.total) {
        lines.push(line(std::iter::once(row.name.as_str()).chain(row.texts.iter().map(String::as_str))));
    }
    lines.push(String::new());
    for words in [&figure.title, &figure.finding, &figure.note] {
        lines.push(cell(words));
    }
    lines.extend(figure.breaks.iter().map(|(_, why)| cell(why)));
    format!("\u{feff}{}\r\n", lines.join("\r\n"))
}

fn line<'a>(cells: impl Iterator<Item = &'a str>) -> String {
    cells.map(cell).collect::<Vec<_>>().join(";")
}

/// A cell, in quotes where a sign in it would end it.
fn cell(text: &str) -> String {
    let is_plain = !text.contains([';', '"', '\n', '\r']);
    if is_plain { text.to_owned() } else { format!("\"{}\"", text.replace('"', "\"\"")) }
}
