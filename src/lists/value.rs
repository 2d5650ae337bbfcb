//! What a cell says, as the stored value of a field.

use serde_json::Value;

use super::problem::Problem;
use super::sheet::{Cell, CellKind};
use super::words::code_of;
use crate::domain::{AnyField, Date, Fault, FieldValue, GroupField, MemberField, Phone, fold};

/// What reading a cell depends on besides the cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    pub(super) today: Date,
    pub(super) month_first: bool,
    /// What stands above the column, folded.
    pub(super) heading: &'a str,
}

/// Day 1 of a spreadsheet is 1 January 1900; it believes that there was a 29 February 1900.
const SERIAL_OF_1970: i64 = 25_569;

/// Serials that are taken for a day, 1910 to 2119: a lesser number is a year, or a slip.
const SERIALS: std::ops::RangeInclusive<i64> = 3_654..=80_000;

/// Who would be younger than this by a year of two digits was born a century earlier, as `Nik` has it.
const YOUNGEST: i32 = 15;

/// Whether nothing is meant: a dash, and what lists put for it.
pub(super) fn is_blank(cell: &Cell) -> bool {
    let text = cell.text.to_ascii_lowercase();
    cell.is_empty()
        || text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '_' | ' '))
        || matches!(&*text, "n/a" | "null" | "nihil")
}

/// Whether the words say that there is none: of a phone, a number, a date.
fn says_none(text: &str) -> bool {
    text.len() < 16 && matches!(&*fold(text), "tidak ada" | "tdk ada" | "belum ada" | "tidak punya" | "none")
}

/// The value of a cell in a field; `None` if it says nothing.
pub(super) fn read(field: AnyField, cell: &Cell, setting: Setting) -> Result<Option<Value>, Problem> {
    if cell.kind == CellKind::Error {
        return Err(Problem::Formula);
    }
    if is_blank(cell) {
        return Ok(None);
    }
    if code_of(field, &cell.text).is_none() && says_none(&cell.text) {
        return Ok(None);
    }
    let value = match field {
        AnyField::Member(MemberField::Nik | MemberField::Card) | AnyField::Group(GroupField::Account) => {
            number(field, cell)?
        }
        AnyField::Member(MemberField::Sex) => coded(field, &cell.text).ok_or(Problem::Sex)?,
        AnyField::Member(MemberField::WelfareData) => welfare(field, cell, setting).ok_or(Problem::Word)?,
        AnyField::Member(MemberField::Disability) => {
            code_of(field, &cell.text).map(|(code, _)| Value::Bool(code == "true")).ok_or(Problem::Word)?
        }
        AnyField::Member(MemberField::Phone) => phone(cell)?,
        AnyField::Member(
            MemberField::BirthDate
            | MemberField::Joined
            | MemberField::Left
            | MemberField::WelfareChecked
            | MemberField::ConsentDate,
        )
        | AnyField::Group(GroupField::Formed | GroupField::DecreeDate) => {
            let is_birth = field == AnyField::Member(MemberField::BirthDate);
            date(cell, is_birth, setting).map_err(Problem::Value)?.to_json()
        }
        AnyField::Group(GroupField::Year) => parse(field, year_in(&cell.text).unwrap_or(&cell.text))?,
        AnyField::Member(MemberField::Decile | MemberField::Dependants) => parse(field, digits_in(&cell.text))?,
        _ => match code_of(field, &cell.text) {
            Some((code, _)) => Value::String(code.to_owned()),
            None => match parse(field, &cell.text) {
                Err(Problem::Value(Fault::NotAChoice)) => return Err(Problem::Word),
                value => value?,
            },
        },
    };
    Ok(Some(value))
}

fn parse(field: AnyField, text: &str) -> Result<Value, Problem> {
    field.parse(text).map_err(Problem::Value)
}

fn coded(field: AnyField, text: &str) -> Option<Value> {
    code_of(field, text).map(|(code, _)| Value::String(code.to_owned()))
}

/// A number whose every digit counts.
fn number(field: AnyField, cell: &Cell) -> Result<Value, Problem> {
    let text = cell.text.to_ascii_lowercase();
    let is_scientific = text.split_once("e+").is_some_and(|(head, tail)| {
        let is_number = |part: &str, others: &[char]| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_digit() || others.contains(&c))
        };
        is_number(head, &['.', ',']) && is_number(tail, &[])
    });
    if is_scientific {
        return Err(Problem::Value(Fault::Spreadsheet));
    }
    if cell.kind == CellKind::Rounded {
        return Err(Problem::Rounded);
    }
    parse(field, &cell.text)
}

/// "Terdaftar" or "ya" means the data that the heading names.
fn welfare(field: AnyField, cell: &Cell, setting: Setting) -> Option<Value> {
    let folded = fold(&cell.text);
    let named =
        |text: &str| ["dtsen", "dtks", "bdt"].into_iter().find(|name| text.split(' ').any(|word| word == *name));
    if let Some(value) = coded(field, &cell.text) {
        return Some(value);
    }
    let is_yes = matches!(
        &*folded,
        "ya" | "y" | "yes" | "ada" | "terdaftar" | "masuk" | "padan" | "sudah" | "v" | "x" | "true" | "✓" | "√"
    );
    let name = if is_yes {
        named(setting.heading)
    } else {
        named(&folded).filter(|_| !folded.contains("tidak") && !folded.contains("belum") && !folded.contains("non"))
    };
    name.map(|name| Value::String(name.to_owned()))
}

/// The first of several numbers that is one.
fn phone(cell: &Cell) -> Result<Value, Problem> {
    let whole = Phone::parse(&cell.text);
    let parts = || cell.text.split(['/', ',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let phone = whole.or_else(|fault| parts().find_map(|part| Phone::parse(part).ok()).ok_or(fault));
    phone.map(|phone| phone.to_json()).map_err(Problem::Value)
}

/// Four digits that begin with 19 or 20, as in `TA 2014`.
pub(super) fn year_in(text: &str) -> Option<&str> {
    let mut runs = text.split(|c: char| !c.is_ascii_digit());
    runs.find(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")))
}

/// The first digits, as in `3 orang`; all of the text if it has none.
fn digits_in(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_digit()).find(|run| !run.is_empty()).unwrap_or(text)
}

/// A day in any of the spellings of lists.
pub(super) fn date(cell: &Cell, is_birth: bool, setting: Setting) -> Result<Date, Fault> {
    match cell.kind {
        CellKind::Date => Date::from_iso(&cell.text),
        CellKind::Number => of_number(&cell.text),
        _ => of_text(&cell.text, is_birth, setting),
    }
}

/// A serial, or digits that lost their leading 0.
fn of_number(text: &str) -> Result<Date, Fault> {
    let whole = text.split('.').next().unwrap_or(text);
    match (whole.len(), whole.parse::<i64>()) {
        (_, Ok(serial)) if SERIALS.contains(&serial) => Ok(Date::from_unix_days(serial - SERIAL_OF_1970)),
        (7, Ok(_)) => Date::parse(&format!("0{whole}")),
        (8, Ok(_)) => Date::parse(whole),
        _ => Err(Fault::NotADate),
    }
}

fn of_text(text: &str, is_birth: bool, setting: Setting) -> Result<Date, Fault> {
    // A time of day behind it, a day of the week before it.
    let text = text.split_once(':').map_or(text, |(before, _)| before.trim_end_matches(|c: char| c.is_ascii_digit()));
    let text = text.trim().trim_end_matches(['T', ',', '.']).trim();
    let day_of_week = ["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu"];
    let text = match text.split_once([',', ' ']) {
        Some((word, rest)) if day_of_week.iter().any(|day| word.eq_ignore_ascii_case(day)) => rest.trim(),
        _ => text,
    };
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return Date::parse(text) };
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() == 4 && is_digits(first) {
        return Date::parse(&format!("{third}/{second}/{first}"));
    }
    let swaps = setting.month_first && is_digits(first) && is_digits(second);
    let (day, month) = if swaps { (second, first) } else { (first, second) };
    // English writes the month's name first.
    let (day, month) = if is_digits(day) || !is_digits(month) { (day, month) } else { (month, day) };
    let year = match third.parse::<i32>() {
        Ok(year) if third.len() == 2 => full_year(year, is_birth, setting.today).to_string(),
        _ => third.to_owned(),
    };
    Date::parse(&format!("{day} {month} {year}"))
}

fn full_year(short: i32, is_birth: bool, today: Date) -> i32 {
    let latest = if is_birth { today.year() - YOUNGEST } else { today.year() + 1 };
    if 2000 + short <= latest { 2000 + short } else { 1900 + short }
}

/// Place and date of birth in one cell, each where it is said.
pub(super) fn birth(cell: &Cell, setting: Setting) -> (Option<String>, Option<Result<Date, Fault>>) {
    if matches!(cell.kind, CellKind::Date | CellKind::Number) {
        return (None, Some(date(cell, true, setting)));
    }
    let text = cell.text.as_str();
    let marks = [',', '/', '-', '.', ' ', ';', ':'];
    let start = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (before, day) = text.split_at(start);
    let place = before.trim_matches(marks);
    let (place, day) = match place.rsplit_once([',', ' ']) {
        // "Samarinda, June 5, 1990"
        Some((place, month)) if Date::parse(&format!("1 {month} 2000")).is_ok() => {
            (place.trim_matches(marks), format!("{month} {day}"))
        }
        _ => (place, day.to_owned()),
    };
    let day = day.trim_matches(marks);
    let read = (!day.is_empty()).then(|| of_text(day, true, setting));
    ((!place.is_empty()).then(|| place.to_owned()), read)
}

/// RT and RW in one cell.
pub(super) fn rt_rw(cell: &Cell) -> Result<(Option<Value>, Option<Value>), Problem> {
    let fault = Problem::Value(Fault::NotANumber { min: 0, max: 999 });
    if cell.kind == CellKind::Date {
        return Err(fault);
    }
    let runs: Vec<&str> = cell.text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let rt = |text: &str| parse(MemberField::Rt.into(), text).map(Some);
    match runs[..] {
        [first] if fold(&cell.text).starts_with("rw") => Ok((None, rt(first)?)),
        [first] => Ok((rt(first)?, None)),
        [first, second] => Ok((rt(first)?, rt(second)?)),
        _ => Err(fault),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn setting() -> Setting<'static> {
        Setting { today: Date::new(2026, 6, 5).unwrap(), month_first: false, heading: "" }
    }

    fn text(text: &str) -> Cell {
        Cell::of_text(text)
    }

    #[test]
    fn a_day_is_read_in_every_spelling() {
        let day = Date::new(1990, 6, 5);
        for spelling in [
            "05/06/1990",
            "5-6-1990",
            "5 Juni 1990",
            "1990-06-05",
            "05.06.90",
            "5 June 1990",
            "June 5, 1990",
            "1990/06/05",
            "05061990",
            "5 Jun 90",
            "Selasa, 5 Juni 1990",
            "1990-06-05 00:00:00",
            "5/6/90",
        ] {
            assert_eq!(date(&text(spelling), true, setting()).ok(), day, "{spelling}");
        }
        assert_eq!(date(&Cell::new("33029", CellKind::Number), true, setting()).ok(), day);
        assert_eq!(date(&Cell::new("5061990", CellKind::Number), true, setting()).ok(), day);
        assert_eq!(date(&Cell::new("1990-06-05", CellKind::Date), true, setting()).ok(), day);
        let english = Setting { month_first: true, ..setting() };
        assert_eq!(date(&text("6/5/1990"), true, english).ok(), day);
        assert_eq!(date(&text("5 Juni 1990"), true, english).ok(), day);
        assert_eq!(date(&text("31/02/1990"), true, setting()), Err(Fault::NoSuchDay));
        assert_eq!(date(&Cell::new("1970", CellKind::Number), true, setting()), Err(Fault::NotADate));
        assert_eq!(date(&text("05.06.05"), true, setting()).ok(), Date::new(2005, 6, 5));
        assert_eq!(date(&text("05.06.15"), true, setting()).ok(), Date::new(1915, 6, 5));
        assert_eq!(date(&text("05.06.15"), false, setting()).ok(), Date::new(2015, 6, 5));
    }

    #[test]
    fn place_and_day_of_birth_are_told_apart() {
        for both in ["Samarinda, 05-06-1990", "Samarinda/5 Juni 1990", "Samarinda 05.06.90", "Samarinda, June 5, 1990"]
        {
            let (place, day) = birth(&text(both), setting());
            assert_eq!(
                (place.as_deref(), day.and_then(Result::ok)),
                (Some("Samarinda"), Date::new(1990, 6, 5)),
                "{both}"
            );
        }
        assert_eq!(birth(&text("Samarinda"), setting()), (Some("Samarinda".to_owned()), None));
        assert_eq!(birth(&text("5 Juni 1990"), setting()).0, None);
    }

    #[test]
    fn a_number_that_a_spreadsheet_has_rounded_is_not_taken() {
        let nik = |text: &str, kind| read(MemberField::Nik.into(), &Cell::new(text, kind), setting());
        assert_eq!(nik("6472030506909000", CellKind::Rounded), Err(Problem::Rounded));
        assert_eq!(nik("6.47203E+15", CellKind::Text), Err(Problem::Value(Fault::Spreadsheet)));
        assert_eq!(nik("6,47203E+15", CellKind::Text), Err(Problem::Value(Fault::Spreadsheet)));
        assert_eq!(nik("6472030506900000", CellKind::Text), Err(Problem::Value(Fault::Spreadsheet)));
        assert_eq!(nik("6472030506909001", CellKind::Number), Ok(Some(json!("6472030506909001"))));
        assert_eq!(nik("-", CellKind::Text), Ok(None));
    }

    #[test]
    fn words_numbers_and_phones_are_read_as_lists_write_them() {
        let member = |field: MemberField, of: &str| {
            read(field.into(), &text(of), Setting { heading: "status dtks", ..setting() })
        };
        assert_eq!(member(MemberField::Sex, "Perempuan"), Ok(Some(json!("female"))));
        assert_eq!(member(MemberField::Sex, "?"), Err(Problem::Sex));
        assert_eq!(member(MemberField::Role, "Sekertaris"), Ok(Some(json!("secretary"))));
        assert_eq!(member(MemberField::Role, "Penasihat"), Err(Problem::Word));
        assert_eq!(member(MemberField::WelfareData, "Terdaftar"), Ok(Some(json!("dtks"))));
        assert_eq!(member(MemberField::WelfareData, "Belum terdaftar"), Ok(Some(json!("absent"))));
        assert_eq!(member(MemberField::Phone, "tidak ada"), Ok(None));
        assert_eq!(member(MemberField::Dependants, "3 orang"), Ok(Some(json!(3))));
        assert_eq!(member(MemberField::Phone, "0812-3456-7890 / 0541-123456"), Ok(Some(json!("+6281234567890"))));
        assert_eq!(rt_rw(&text("RT 04/RW 02")), Ok((Some(json!("04")), Some(json!("02")))));
        let year = read(GroupField::Year.into(), &text("TA. 2014"), setting());
        assert_eq!(year, Ok(Some(json!(2014))));
    }
}
