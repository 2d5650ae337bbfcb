//! Numbers as cells: whole ones exact to the digit of the file, days out of serials.

use crate::domain::Date;
use crate::lists::{Cell, CellKind};

/// What a program that keeps numbers in 8 bytes holds of a whole number, at most; above it every second one is missing.
const WHOLE: f64 = 9_007_199_254_740_992.0;
const WHOLE_DIGITS: u64 = 9_007_199_254_740_992;

/// Day 1 of a spreadsheet is 1 January 1900; it believes that there was a 29 February 1900, day 60.
const SERIAL_OF_1970: i64 = 25_569;
const SERIAL_OF_MARCH_1900: i64 = 61;
/// 31 December 2200, the last day that a date here can be.
const LAST_SERIAL: f64 = 109_939.0;
/// Days by which those that count from 1904 are later.
const DAYS_TO_1904: f64 = 1_462.0;
const SECONDS_OF_A_DAY: i64 = 86_400;

/// A number as it stands in a file: whole numbers keep their digits, whatever a computer makes of so many.
pub(super) fn of_text(text: &str) -> Cell {
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        // Above it a program that keeps numbers in 8 bytes writes an even one for each odd one, too.
        let is_even = digits.bytes().last().is_some_and(|digit| digit % 2 == 0);
        let may_be_another = is_even && digits.parse().is_ok_and(|number: u64| number > WHOLE_DIGITS);
        return Cell::new(text, if may_be_another { CellKind::Rounded } else { kind_of(text) });
    }
    let Ok(number) = text.parse::<f64>() else { return Cell::of_text(text) };
    let cell = of_float(number);
    // An exponent or a fraction tells that a program has calculated with it; the digits before the exponent are all it knew.
    let known = text.split(['e', 'E']).next().unwrap_or(text).bytes().filter(u8::is_ascii_digit).count();
    let is_shortened = text.contains(['e', 'E']) && cell.text.len() >= 16 && known < cell.text.len();
    if is_shortened { Cell::new(cell.text, CellKind::Rounded) } else { cell }
}

/// A number as computers keep it, without an exponent: the shortest digits that mean it.
pub(super) fn of_float(number: f64) -> Cell {
    if !number.is_finite() {
        return Cell::default();
    }
    let text = format!("{number}");
    let kind = if number.abs() > WHOLE { CellKind::Rounded } else { kind_of(&text) };
    Cell::new(text, kind)
}

fn kind_of(text: &str) -> CellKind {
    let is_rounded = text.len() >= 16 && text.ends_with('0') && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_rounded { CellKind::Rounded } else { CellKind::Number }
}

/// A day, with the time where it is not midnight, of a number of days; a number where it can be none. Times are whole seconds:
/// what lies within half a second of midnight is the day that begins then.
pub(super) fn of_serial(serial: f64, from_1904: bool) -> Cell {
    let days = if from_1904 { serial + DAYS_TO_1904 } else { serial };
    if !(1.0..=LAST_SERIAL).contains(&days) {
        return of_float(serial);
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss)] // within the bounds above
    let seconds = (days * SECONDS_OF_A_DAY as f64).round() as i64;
    let (day, second) = (seconds / SECONDS_OF_A_DAY, seconds % SECONDS_OF_A_DAY);
    let missing = i64::from(day < SERIAL_OF_MARCH_1900);
    of_moment(Date::from_unix_days(day - SERIAL_OF_1970 + missing), second, false)
}

/// A day as ISO writes it, with a time of day or without; text where it is none.
pub(super) fn of_iso(text: &str) -> Cell {
    let text = text.trim();
    let Some(day) = text.get(..10).and_then(|day| Date::from_iso(day).ok()) else { return Cell::of_text(text) };
    let time = text[10..].trim_start_matches(['T', ' ']);
    let parts = time.trim_end_matches('Z').split(':').map(str::parse::<f64>);
    let seconds =
        parts.zip([3_600.0, 60.0, 1.0]).try_fold(0.0, |sum, (part, worth)| part.map(|part| sum + part * worth));
    #[allow(clippy::cast_possible_truncation)] // less than two days
    match seconds.map(f64::round) {
        Ok(second) if (0.0..=86_400.0).contains(&second) => {
            let second = second as i64;
            of_moment(day.plus_days(second / SECONDS_OF_A_DAY), second % SECONDS_OF_A_DAY, time.ends_with('Z'))
        }
        _ => Cell::new(day.iso(), CellKind::Date),
    }
}

fn of_moment(day: Date, second: i64, is_utc: bool) -> Cell {
    if second == 0 && !is_utc {
        return Cell::new(day.iso(), CellKind::Date);
    }
    let (hours, minutes, seconds) = (second / 3_600, second / 60 % 60, second % 60);
    let mark = if is_utc { "Z" } else { "" };
    Cell::new(format!("{}T{hours:02}:{minutes:02}:{seconds:02}{mark}", day.iso()), CellKind::Moment)
}

/// Whether a format shows a number as a day: it has a day or a year, or a month that is no minute. Only its first part counts,
/// and what is quoted, escaped or in brackets means nothing.
pub(super) fn is_day_format(format: &str) -> bool {
    let (mut signs, mut has_day, mut has_month, mut has_time) = (format.chars(), false, false, false);
    while let Some(sign) = signs.next() {
        match sign.to_ascii_lowercase() {
            '\\' | '_' | '*' => drop(signs.next()),
            '"' => drop(signs.find(|sign| *sign == '"')),
            '[' => drop(signs.find(|sign| *sign == ']')),
            ';' => break,
            'd' | 'y' => has_day = true,
            'm' => has_month = true,
            'h' | 's' => has_time = true,
            _ => {}
        }
    }
    has_day || has_month && !has_time
}

/// Whether a format that every spreadsheet knows by its number is one of a day.
pub(super) fn is_day_number(format: u32) -> bool {
    matches!(format, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, kind: CellKind) -> Cell {
        Cell::new(text, kind)
    }

    #[test]
    fn whole_numbers_keep_each_digit_of_the_file() {
        use CellKind::{Number, Rounded};
        for (text, read, kind) in [
            ("9171034506850003", "9171034506850003", Number),
            ("9171034506859005", "9171034506859005", Number),
            ("6472034506859001", "6472034506859001", Number),
            ("9007199254740993", "9007199254740993", Number),
            ("123456789012345677", "123456789012345677", Number),
            // Even, and so what another program may have rounded to.
            ("123456789012345678", "123456789012345678", Rounded),
            (" 12 ", "12", Number),
            ("-7", "-7", Number),
            ("0012", "0012", Number),
            ("6472034506859000", "6472034506859000", Rounded),
            ("6.47203450685900E+15", "6472034506859000", Rounded),
            ("6.472034506859E15", "6472034506859000", Rounded),
            ("6.472034506859001E+15", "6472034506859001", Number),
            ("9.1710345068500031E+15", "9171034506850004", Rounded),
            ("9171034506850003.0", "9171034506850004", Rounded),
            ("6472034506859001.0", "6472034506859001", Number),
            ("1E3", "1000", Number),
            ("0.5", "0.5", Number),
            ("33029.75", "33029.75", Number),
        ] {
            assert_eq!(of_text(text), cell(read, kind), "{text}");
        }
        assert!(of_text("").is_empty() && of_float(f64::NAN).is_empty());
        assert_eq!(of_float(9_171_034_506_850_004.0).kind, Rounded, "one of two is gone");
    }

    #[test]
    fn a_serial_is_a_day_and_its_time_whole_seconds() {
        use CellKind::{Date, Moment, Number};
        for (serial, from_1904, read, kind) in [
            (31_203.0, false, "1985-06-05", Date),
            (29_741.0, true, "1985-06-05", Date),
            (31_202.999_999_9, false, "1985-06-05", Date),
            (31_202.999_99, false, "1985-06-04T23:59:59", Moment),
            (31_203.000_000_1, false, "1985-06-05", Date),
            (31_202.666_666_666_7, false, "1985-06-04T16:00:00", Moment),
            (1.0, false, "1900-01-01", Date),
            (59.0, false, "1900-02-28", Date),
            (61.0, false, "1900-03-01", Date),
            (109_939.0, false, "2200-12-31", Date),
            (0.5, false, "0.5", Number),
            (109_940.0, false, "109940", Number),
            (-3.0, false, "-3", Number),
        ] {
            assert_eq!(of_serial(serial, from_1904), cell(read, kind), "{serial}");
        }
    }

    #[test]
    fn iso_days_keep_their_time_and_their_zone() {
        use CellKind::{Date, Moment, Text};
        for (text, read, kind) in [
            ("1985-06-05", "1985-06-05", Date),
            ("1985-06-05T00:00:00", "1985-06-05", Date),
            ("1985-06-04T16:00:00.000Z", "1985-06-04T16:00:00Z", Moment),
            ("1985-06-05T00:00:00Z", "1985-06-05T00:00:00Z", Moment),
            ("1985-06-04T23:59:59.9", "1985-06-05", Date),
            ("1985-06-04 08:30", "1985-06-04T08:30:00", Moment),
            ("1985-06-04T25:61:00", "1985-06-04", Date),
            ("besok", "besok", Text),
        ] {
            assert_eq!(of_iso(text), cell(read, kind), "{text}");
        }
    }

    #[test]
    fn a_format_of_a_day_is_told_from_others() {
        for format in ["dd/mm/yyyy", "m/d/yy h:mm", "[$-421]dd mmmm yyyy;@", "mmm", "\"tgl\" d", "yyyy\\-mm\\-dd"] {
            assert!(is_day_format(format), "{format}");
        }
        for format in ["General", "0", "h:mm", "[h]:mm:ss", "#,##0\\ _d", "\"hari\" 0", "0;dd", "[Red]0", "mm:ss", "@"]
        {
            assert!(!is_day_format(format), "{format}");
        }
    }
}
