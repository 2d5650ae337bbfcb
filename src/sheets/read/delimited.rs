//! CSV: which character stands between the values is told by the file, or by how its lines are built.

use crate::lists::{Cell, TableError, TableLimits};

/// What may stand between values, the likelier first: Excel with Indonesian settings writes `;`.
const SEPARATORS: [u8; 4] = [b';', b',', b'\t', b'|'];

/// Lines that are looked at to find the separator.
const SAMPLE: usize = 40;

/// The rows of a text.
pub(super) fn rows(text: &str) -> Result<Vec<Vec<Cell>>, TableError> {
    let (separator, text) = told(text).unwrap_or_else(|| (sniff(text), text));
    let text = with_empty_lines(text, separator);
    let mut reader = csv::ReaderBuilder::new();
    reader.has_headers(false).flexible(true).delimiter(separator);
    let mut reader = reader.from_reader(text.as_bytes());
    let (mut rows, mut cells) = (Vec::new(), 0);
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).map_err(|_| TableError::NotATable)? {
        let row: Vec<Cell> = record.iter().take(TableLimits::COLUMNS).map(Cell::of_text).collect();
        cells += row.iter().filter(|cell| !cell.is_empty()).count();
        rows.push(row);
        if rows.len() > TableLimits::ROWS || cells > TableLimits::CELLS {
            return Err(TableError::TooMany);
        }
    }
    Ok(rows)
}

/// The text with a separator in each empty line: the reader passes over empty lines, and the numbers of rows are to be those
/// that a spreadsheet shows.
fn with_empty_lines(text: &str, separator: u8) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut quoted, mut at_start) = (false, true);
    for c in text.chars() {
        if at_start && matches!(c, '\r' | '\n') {
            out.push(char::from(separator));
        }
        quoted ^= c == '"';
        at_start = c == '\n' && !quoted;
        out.push(c);
    }
    out
}

/// The separator of a first line `sep=;`, which Excel understands, and what follows.
fn told(text: &str) -> Option<(u8, &str)> {
    let (first, rest) = text.split_once('\n')?;
    let mark = first.trim_end_matches('\r').trim_matches('"');
    let mark = mark.get(..4).filter(|word| word.eq_ignore_ascii_case("sep=")).map(|_| &mark[4..])?;
    let separator = mark.bytes().next().filter(|_| mark.len() == 1)?;
    SEPARATORS.contains(&separator).then_some((separator, rest))
}

/// The separator that parts most lines into equally many values, and these into more.
fn sniff(text: &str) -> u8 {
    let mut best = (0, SEPARATORS[1]);
    for separator in SEPARATORS {
        let counts = counts(text, separator);
        let most = counts.iter().copied().filter(|count| *count > 0).max().unwrap_or(0);
        // Each count, how often it occurs, times how many values it makes.
        let score = (1..=most).map(|count| counts.iter().filter(|it| **it == count).count() * (count + 1)).max();
        if score.is_some_and(|score| score > best.0) {
            best = (score.unwrap_or(0), separator);
        }
    }
    best.1
}

/// How often the separator stands outside quotes in each of the first lines.
fn counts(text: &str, separator: u8) -> Vec<usize> {
    let (mut counts, mut count, mut quoted) = (Vec::new(), 0_usize, false);
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => {
                counts.push(std::mem::take(&mut count));
                if counts.len() == SAMPLE {
                    return counts;
                }
            }
            byte if byte == separator && !quoted => count += 1,
            _ => {}
        }
    }
    counts.push(count);
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        rows(text).unwrap().iter().map(|row| row.iter().map(|cell| cell.text.clone()).collect()).collect()
    }

    #[test]
    fn the_separator_is_found_also_among_others_inside_values() {
        for (text, value) in [
            ("a;b;c\n1;\"2;5\";3", "2;5"),
            ("a,b,c\r\n1,\"2;5;6;7\",3\r\n", "2;5;6;7"),
            ("a\tb\tc\n1\t2, 5, 6, 7, 8\t3", "2, 5, 6, 7, 8"),
            ("a|b|c\n1|2\n1|x|3", "2"),
            ("sep=|\na,b|b,c|c\n1|2|3", "2"),
        ] {
            let rows = texts(text);
            assert_eq!(rows[1][1], value, "{text}");
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
}
