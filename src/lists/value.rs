//! What a cell says, as the stored value of a field.

use serde_json::Value;

use super::dates::date;
use super::problem::Problem;
use super::sheet::{Cell, CellKind};
use super::words::{code_of, number_of};
use crate::domain::{Date, Fault, FieldValue, Phone, as_number, fold};
use crate::kinds::{FieldRef, ListSource, Member, ValueType};

/// What reading a cell depends on besides the cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setting<'a> {
    pub(super) today: Date,
    pub(super) month_first: bool,
    /// What stands above the column, folded.
    pub(super) heading: &'a str,
    /// Where the list is from.
    pub(super) source: ListSource,
    /// Whether bare numbers that are days count from 1904.
    pub(super) from_1904: bool,
}

impl Default for Setting<'_> {
    fn default() -> Self {
        Self {
            today: Date::from_unix_days(0),
            month_first: false,
            heading: "",
            source: ListSource::Free,
            from_1904: false,
        }
    }
}

/// Whether nothing is meant: a dash, and what lists put for it.
pub(super) fn is_blank(cell: &Cell) -> bool {
    let text = cell.text.to_ascii_lowercase();
    cell.is_empty()
        || text.chars().all(|c| matches!(c, '-' | '–' | '—' | '.' | '_' | ' '))
        || matches!(&*text, "n/a" | "null" | "nihil")
}

/// What keeps a formula from having a value.
pub(super) fn uncomputed(cell: &Cell) -> Option<Problem> {
    match cell.kind {
        CellKind::Error => Some(Problem::Formula),
        CellKind::Formula => Some(Problem::NotComputed),
        _ => None,
    }
}

/// Whether the words say that there is none: of a phone, a number, a date.
fn says_none(text: &str) -> bool {
    text.len() < 16 && matches!(&*fold(text), "tidak ada" | "tdk ada" | "belum ada" | "tidak punya" | "none")
}

/// The value of a cell in a field; `None` if it says nothing.
pub(super) fn read(field: FieldRef, cell: &Cell, setting: Setting) -> Result<Option<Value>, Problem> {
    if let Some(problem) = uncomputed(cell) {
        return Err(problem);
    }
    if is_blank(cell) {
        return Ok(None);
    }
    if code_of(field, &cell.text).is_none() && says_none(&cell.text) {
        return Ok(None);
    }
    if cell.is_day() && !is_of_days(field) {
        return Err(Problem::MadeADate);
    }
    let value = match field.value_type() {
        _ if field == Member::SEX => coded(field, &cell.text).ok_or(Problem::Sex)?,
        _ if field == Member::WELFARE_DATA => welfare(field, cell, setting).ok_or(Problem::Word)?,
        ValueType::Nik | ValueType::FamilyCard | ValueType::Digits => number(field, cell)?,
        ValueType::YesNo => {
            code_of(field, &cell.text).map(|(code, _)| Value::Bool(code == "true")).ok_or(Problem::Word)?
        }
        ValueType::Phone => phone(cell)?,
        ValueType::Date => date(cell, field == Member::BIRTH_DATE, setting).map_err(Problem::Value)?.to_json(),
        ValueType::Rupiah => match parse(field, &cell.text)? {
            Value::Number(amount) if amount.as_i64().is_some_and(i64::is_negative) => {
                return Err(Problem::Value(Fault::NotMoney));
            }
            amount => amount,
        },
        ValueType::Year => parse(field, year_in(&cell.text).unwrap_or(&cell.text))?,
        ValueType::Decile | ValueType::Dependants | ValueType::Count => parse(field, &whole_number(&cell.text))?,
        ValueType::Rt if names_a_month(&cell.text) => return Err(Problem::MadeADate),
        ValueType::Rt
        | ValueType::GroupName
        | ValueType::PersonName
        | ValueType::Line
        | ValueType::Note
        | ValueType::RegionCode
        | ValueType::Id
        | ValueType::Choice(_) => match code_of(field, &cell.text)
            .map(|(code, _)| code)
            .or_else(|| number_of(setting.source, field, &cell.text))
        {
            Some(code) => Value::String(code.to_owned()),
            None => match parse(field, &cell.text) {
                Err(Problem::Value(Fault::NotAChoice)) => return Err(Problem::Word),
                value => value?,
            },
        },
    };
    Ok(Some(value))
}

fn parse(field: FieldRef, text: &str) -> Result<Value, Problem> {
    field.parse(text).map_err(Problem::Value)
}

fn coded(field: FieldRef, text: &str) -> Option<Value> {
    code_of(field, text).map(|(code, _)| Value::String(code.to_owned()))
}

/// Whether a field takes days, or the year of one.
fn is_of_days(field: FieldRef) -> bool {
    matches!(field.value_type(), ValueType::Date | ValueType::Year)
}

/// Whether digits are hidden: `6472••••••••••01`, `647203******9015`.
pub(super) fn is_masked(text: &str) -> bool {
    let hidden = text.chars().filter(|c| matches!(c, '•' | '*' | '●' | '·' | 'x' | 'X' | '#')).count();
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let others = text.chars().count() - hidden - digits;
    hidden > 2 && others <= 3
}

/// A number whose every digit counts.
fn number(field: FieldRef, cell: &Cell) -> Result<Value, Problem> {
    if is_masked(&cell.text) {
        return Err(Problem::Masked);
    }
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
    parse(field, &as_number(&cell.text))
}

/// "Terdaftar" or "ya" means the data that the heading names.
fn welfare(field: FieldRef, cell: &Cell, setting: Setting) -> Option<Value> {
    let folded = fold(&cell.text);
    let named =
        |text: &str| ["dtsen", "dtks", "bdt"].into_iter().find(|name| text.split(' ').any(|word| word == *name));
    if let Some(value) = coded(field, &cell.text) {
        return Some(value);
    }
    // "Ya, terdaftar" is two of these.
    let is_yes = folded.split(' ').all(|word| {
        matches!(
            word,
            "ya" | "y" | "yes" | "ada" | "terdaftar" | "masuk" | "padan" | "sudah" | "v" | "x" | "true" | "✓" | "√"
        )
    }) || matches!(cell.text.trim(), "✓" | "√");
    let name = if is_yes {
        named(setting.heading)
    } else {
        named(&folded).filter(|_| !folded.contains("tidak") && !folded.contains("belum") && !folded.contains("non"))
    };
    name.map(|name| Value::String(name.to_owned()))
}

/// The first of several numbers that is one.
fn phone(cell: &Cell) -> Result<Value, Problem> {
    if is_masked(&cell.text) {
        return Err(Problem::Masked);
    }
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

/// The digits of `3 orang`, `Desil 4` or `3.0`; all of the text where it says more or less than a whole number.
fn whole_number(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().filter(|word| !word.chars().all(char::is_alphabetic)).collect();
    let [only] = words[..] else { return text.to_owned() };
    let only = only.strip_suffix(".0").or_else(|| only.strip_suffix(",0")).unwrap_or(only);
    let is_whole = !only.is_empty() && only.bytes().all(|byte| byte.is_ascii_digit());
    if is_whole { only.to_owned() } else { text.to_owned() }
}

/// Whether a text is a day without its year, as spreadsheets write `04/05` to a CSV: `04-May`, `5-Apr`.
fn names_a_month(text: &str) -> bool {
    let mut parts = text.split(['-', '/', ' ']).map(str::trim);
    let is_day = |part: &str| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_month = |part: &str| part.len() >= 3 && Date::parse(&format!("1 {part} 2000")).is_ok();
    match (parts.next(), parts.next(), parts.next()) {
        (Some(one), Some(other), None) => is_day(one) && is_month(other) || is_month(one) && is_day(other),
        _ => false,
    }
}

/// RT and RW in one cell.
pub(super) fn rt_rw(cell: &Cell) -> Result<(Option<Value>, Option<Value>), Problem> {
    let fault = Problem::Value(Fault::NotANumber { min: 0, max: 999 });
    if cell.is_day() || names_a_month(&cell.text) {
        return Err(Problem::MadeADate);
    }
    let runs: Vec<&str> = cell.text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let rt = |text: &str| parse(Member::RT, text).map(Some);
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
    use crate::kinds::Group;

    fn setting() -> Setting<'static> {
        Setting { today: Date::new(2026, 6, 5).unwrap(), ..Setting::default() }
    }

    fn text(text: &str) -> Cell {
        Cell::of_text(text)
    }

    #[test]
    fn a_number_that_a_spreadsheet_has_rounded_is_not_taken() {
        let nik = |text: &str, kind| read(Member::NIK, &Cell::new(text, kind), setting());
        assert_eq!(nik("6472030506909000", CellKind::Rounded), Err(Problem::Rounded));
        assert_eq!(nik("6.47203E+15", CellKind::Text), Err(Problem::Value(Fault::Spreadsheet)));
        assert_eq!(nik("6,47203E+15", CellKind::Text), Err(Problem::Value(Fault::Spreadsheet)));
        assert_eq!(nik("6472030506900000", CellKind::Text), Err(Problem::Value(Fault::Spreadsheet)));
        assert_eq!(nik("6472030506909001", CellKind::Number), Ok(Some(json!("6472030506909001"))));
        assert_eq!(nik("-", CellKind::Text), Ok(None));
    }

    #[test]
    fn words_numbers_and_phones_are_read_as_lists_write_them() {
        let member =
            |field: FieldRef, of: &str| read(field, &text(of), Setting { heading: "status dtks", ..setting() });
        assert_eq!(member(Member::SEX, "Perempuan"), Ok(Some(json!("female"))));
        assert_eq!(member(Member::SEX, "?"), Err(Problem::Sex));
        assert_eq!(member(Member::ROLE, "Sekertaris"), Ok(Some(json!("secretary"))));
        assert_eq!(member(Member::ROLE, "Penasihat"), Err(Problem::Word));
        assert_eq!(member(Member::WELFARE_DATA, "Terdaftar"), Ok(Some(json!("dtks"))));
        assert_eq!(member(Member::WELFARE_DATA, "Belum terdaftar"), Ok(Some(json!("absent"))));
        assert_eq!(member(Member::PHONE, "tidak ada"), Ok(None));
        assert_eq!(member(Member::DEPENDANTS, "3 orang"), Ok(Some(json!(3))));
        assert_eq!(member(Member::DEPENDANTS, "3.0"), Ok(Some(json!(3))));
        assert_eq!(member(Member::DECILE, "Desil 4"), Ok(Some(json!(4))));
        for wrong in ["2.5", "-1", "2-3 orang", "2,5"] {
            assert!(member(Member::DEPENDANTS, wrong).is_err(), "{wrong}");
        }
        for made in ["04-May", "5-Apr", "Mei-04"] {
            assert_eq!(rt_rw(&text(made)), Err(Problem::MadeADate), "{made}");
            assert_eq!(member(Member::RT, made), Err(Problem::MadeADate), "{made}");
        }
        for masked in ["6472••••••••••01", "647203******9015"] {
            assert_eq!(member(Member::NIK, masked), Err(Problem::Masked));
        }
        assert_eq!(member(Member::PHONE, "0812-3456-7890 / 0541-123456"), Ok(Some(json!("+6281234567890"))));
        assert_eq!(rt_rw(&text("RT 04/RW 02")), Ok((Some(json!("04")), Some(json!("02")))));
        let year = read(Group::YEAR, &text("TA. 2014"), setting());
        assert_eq!(year, Ok(Some(json!(2014))));
    }
}
