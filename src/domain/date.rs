//! Calendar dates as Indonesians write them: day first, without a time and without a zone.
//!
//! Relies on `chrono` for the calendar only. Deliberately absent: the clock (today is always an argument), times of day,
//! and month names for people (`i18n` has them; here they are only read).

use chrono::{Datelike, NaiveDate};
use serde_json::Value;

use super::fault::Fault;
use super::field::FieldValue;
use super::typed::as_seen;

/// The first and the last year a date can have.
///
/// Nobody in a register was born before it, and a phone whose clock is wrong is seldom wrong by more.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;

/// The most years that anybody is taken to have lived.
const OLDEST: i32 = 120;

/// A day of the calendar in the years 1900 to 2200.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(NaiveDate);

impl Date {
    /// The day `day` (1-31) of `month` (1-12) in `year`, if the calendar has it and the year is 1900 to 2200.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if YEARS.contains(&year) { NaiveDate::from_ymd_opt(year, month, day).map(Self) } else { None }
    }

    /// The year, four digits.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Full years from `self` to `today`; negative before the day itself.
    ///
    /// Who was born on 29 February is a year older on 1 March of a common year.
    pub fn age_on(self, today: Date) -> i32 {
        let birthday_is_ahead = (today.month(), today.day()) < (self.month(), self.day());
        today.year() - self.year() - i32::from(birthday_is_ahead)
    }

    /// The full years from `self` to `today` as anybody's age: none before the birth, and none that nobody has reached.
    pub fn likely_age_on(self, today: Date) -> Option<i32> {
        Some(self.age_on(today)).filter(|age| (0..=OLDEST).contains(age))
    }

    /// Days from `self` to `other`; negative when `other` is earlier.
    pub fn days_until(self, other: Date) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }

    /// The date `days` later (earlier when negative), stopping at the first and the last day of the range.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let moved = chrono::TimeDelta::try_days(days).and_then(|span| self.0.checked_add_signed(span));
        match moved {
            Some(date) if YEARS.contains(&date.year()) => Self(date),
            _ if days < 0 => Self::new(*YEARS.start(), 1, 1).unwrap_or(self),
            _ => Self::new(*YEARS.end(), 12, 31).unwrap_or(self),
        }
    }

    /// The date so many days after 1 January 1970, stopping at the first and the last day of the range.
    pub fn from_unix_days(days: i64) -> Self {
        Self(NaiveDate::default()).plus_days(days)
    }

    /// Days since 1 January 1970; negative before.
    pub fn unix_days(self) -> i64 {
        Self(NaiveDate::default()).days_until(self)
    }

    /// The date as `1990-06-05`, as in files and in `<input type="date">`.
    pub fn iso(self) -> String {
        let mut out = String::with_capacity(10);
        push_digits(&mut out, self.year().unsigned_abs(), 1000);
        out.push('-');
        push_digits(&mut out, self.month(), 10);
        out.push('-');
        push_digits(&mut out, self.day(), 10);
        out
    }

    /// Reads `1990-06-05` and nothing else.
    ///
    /// # Errors
    /// [`Fault::NoSuchDay`] when the form is right but the calendar has no such day, else [`Fault::NotADate`].
    pub fn from_iso(text: &str) -> Result<Self, Fault> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return Err(Fault::NotADate);
        }
        match (number(&text[..4]), number(&text[5..7]), number(&text[8..])) {
            (Some(year), Some(month), Some(day)) => from_parts(day, month, year),
            _ => Err(Fault::NotADate),
        }
    }
}

impl FieldValue for Date {
    /// Reads `05/06/1990`, `5-6-1990`, `5.6.1990`, `5 6 1990`, `05061990`, `5 Juni 1990`, `5 Jun 1990` and `1990-06-05`.
    ///
    /// The day always comes before the month. Years have four digits: `90` may be a birth or a mistake.
    fn parse(text: &str) -> Result<Self, Fault> {
        let text = &*as_seen(text);
        // Only ASCII from here on, so that slices of the text are safe.
        if !text.is_ascii() {
            return Err(Fault::NotADate);
        }
        if let iso @ (Ok(_) | Err(Fault::NoSuchDay)) = Self::from_iso(text) {
            return iso;
        }
        let parts = parts(text)?;
        match parts.as_slice() {
            [all] if all.len() == 8 => match (number(&all[..2]), number(&all[2..4]), number(&all[4..])) {
                (Some(day), Some(month), Some(year)) => from_parts(day, month, year),
                _ => Err(Fault::NotADate),
            },
            [day, month, year] if day.len() <= 2 && year.len() == 4 => {
                let month = if month.len() <= 2 { number(month) } else { month_named(month) };
                match (number(day), month, number(year)) {
                    (Some(day), Some(month), Some(year)) => from_parts(day, month, year),
                    _ => Err(Fault::NotADate),
                }
            }
            _ => Err(Fault::NotADate),
        }
    }

    fn text(&self) -> String {
        let mut out = String::with_capacity(10);
        push_digits(&mut out, self.day(), 10);
        out.push('/');
        push_digits(&mut out, self.month(), 10);
        out.push('/');
        push_digits(&mut out, self.year().unsigned_abs(), 1000);
        out
    }

    fn from_json(value: &Value) -> Result<Self, Fault> {
        Self::from_iso(value.as_str().ok_or(Fault::WrongType)?)
    }

    fn to_json(&self) -> Value {
        Value::String(self.iso())
    }
}

/// A day and a month that the calendar may not have, in a year that has to be in the range.
fn from_parts(day: u32, month: u32, year: u32) -> Result<Date, Fault> {
    match i32::try_from(year) {
        Ok(year) if YEARS.contains(&year) => Date::new(year, month, day).ok_or(Fault::NoSuchDay),
        _ => Err(Fault::NotADate),
    }
}

/// Cuts an ASCII text into its runs of digits and of letters; `/`, `-`, `.`, `,` and space stand between.
fn parts(text: &str) -> Result<Vec<&str>, Fault> {
    let mut parts = Vec::with_capacity(3);
    let mut start = 0;
    let bytes = text.as_bytes();
    for (at, byte) in bytes.iter().enumerate() {
        if !byte.is_ascii_alphanumeric() {
            if !matches!(byte, b'/' | b'-' | b'.' | b',' | b' ') {
                return Err(Fault::NotADate);
            }
            start = at + 1;
            continue;
        }
        let ends = bytes
            .get(at + 1)
            .is_none_or(|next| !next.is_ascii_alphanumeric() || next.is_ascii_digit() != byte.is_ascii_digit());
        if ends {
            parts.push(&text[start..=at]);
            start = at + 1;
        }
    }
    Ok(parts)
}

/// The number that a run of digits writes.
fn number(digits: &str) -> Option<u32> {
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

/// The month of an Indonesian or English name, also in the short forms people write.
fn month_named(name: &str) -> Option<u32> {
    Some(match name.to_ascii_lowercase().as_str() {
        "januari" | "january" | "jan" => 1,
        "februari" | "february" | "feb" | "pebruari" | "peb" => 2,
        "maret" | "march" | "mar" | "mrt" => 3,
        "april" | "apr" => 4,
        "mei" | "may" => 5,
        "juni" | "june" | "jun" => 6,
        "juli" | "july" | "jul" => 7,
        "agustus" | "august" | "agu" | "ags" | "agt" | "agst" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "oktober" | "october" | "okt" | "oct" => 10,
        "november" | "nopember" | "nov" | "nop" => 11,
        "desember" | "december" | "des" | "dec" => 12,
        _ => return None,
    })
}

/// Appends `number` with leading zeros; `unit` is the worth of the first digit (10 for two digits, 1000 for four).
fn push_digits(out: &mut String, number: u32, mut unit: u32) {
    while unit > 0 {
        out.push(char::from_digit(number / unit % 10, 10).unwrap_or('0'));
        unit /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::laws;

    fn date(year: i32, month: u32, day: u32) -> Date {
        Date::new(year, month, day).unwrap()
    }

    #[test]
    fn every_way_of_writing_a_day_is_read() {
        for text in [
            "05/06/1990",
            "5/6/1990",
            "5-6-1990",
            "5.6.1990",
            "5 6 1990",
            "05061990",
            "1990-06-05",
            "5 Juni 1990",
            "5 Jun 1990",
            "05 JUNI 1990",
            "5 june 1990",
            "5-Jun-1990",
            "5Juni1990",
            "5 Juni, 1990",
        ] {
            assert_eq!(Date::parse(text), Ok(date(1990, 6, 5)), "{text}");
        }
    }

    #[test]
    fn months_are_read_by_every_name_in_use() {
        let names = [
            "Januari Jan January",
            "Februari Feb Peb Pebruari",
            "Maret Mar March",
            "April Apr",
            "Mei May",
            "Juni Jun June",
            "Juli Jul July",
            "Agustus Agu Ags Agt Aug",
            "September Sep Sept",
            "Oktober Okt Oct",
            "November Nov Nop Nopember",
            "Desember Des Dec",
        ];
        for (month, names) in (1..).zip(names) {
            for name in names.split(' ') {
                assert_eq!(Date::parse(&format!("1 {name} 2026")), Ok(date(2026, month, 1)), "{name}");
            }
        }
    }

    #[test]
    fn the_day_comes_first_even_when_the_other_order_would_fit() {
        assert_eq!(Date::parse("12/01/2026"), Ok(date(2026, 1, 12)));
        assert_eq!(Date::parse("01/13/2026"), Err(Fault::NoSuchDay));
    }

    #[test]
    fn a_day_the_calendar_does_not_have_is_told_apart_from_no_date() {
        for text in ["31/02/2026", "29 Feb 2026", "31022026", "2026-02-31", "0/1/2026", "32/1/2026"] {
            assert_eq!(Date::parse(text), Err(Fault::NoSuchDay), "{text}");
        }
        for text in [
            "5/6/90",
            "050690",
            "5 Juno 1990",
            "Juni 1990",
            "5/6/1899",
            "5/6/2201",
            "19900605",
            "1990/06/05",
            "5/6/1990/1",
            "kemarin",
            "5+6+1990",
            "5/6/1990é",
            "005/6/1990",
            "5/Ju/1990",
            "٥/٦/١٩٩٠",
            "",
        ] {
            assert_eq!(Date::parse(text), Err(Fault::NotADate), "{text}");
        }
    }

    #[test]
    fn the_stored_form_is_iso_and_nothing_else() {
        assert_eq!(date(1990, 6, 5).to_json(), Value::from("1990-06-05"));
        assert_eq!(Date::from_json(&"2026-02-31".into()), Err(Fault::NoSuchDay));
        for text in ["05/06/1990", "1990-6-5", "1990-06-05T00:00", "1899-01-01", "+990-06-05", ""] {
            assert_eq!(Date::from_json(&text.into()), Err(Fault::NotADate), "{text}");
        }
        laws::refuse_other_types(&date(1990, 6, 5));
    }

    #[test]
    fn an_age_grows_on_the_birthday() {
        let birth = date(1990, 6, 5);
        assert_eq!(birth.age_on(date(2026, 6, 4)), 35);
        assert_eq!(birth.age_on(date(2026, 6, 5)), 36);
        assert_eq!(birth.age_on(date(1990, 6, 4)), -1);
        assert_eq!(date(2000, 2, 29).age_on(date(2026, 2, 28)), 25);
        assert_eq!(date(2000, 2, 29).age_on(date(2026, 3, 1)), 26);
        let age = |year| date(year, 6, 5).likely_age_on(date(2026, 6, 5));
        assert_eq!(
            [age(2085), age(2027), age(2026), age(1906), age(1905), age(1900)],
            [None, None, Some(0), Some(120), None, None]
        );
    }

    #[test]
    fn days_are_counted_over_leap_days_and_stop_at_the_range() {
        assert_eq!(date(2024, 2, 28).days_until(date(2024, 3, 1)), 2);
        assert_eq!(date(2024, 3, 1).days_until(date(2024, 2, 28)), -2);
        assert_eq!(date(2024, 2, 28).plus_days(2), date(2024, 3, 1));
        assert_eq!(date(2024, 2, 28).plus_days(i64::MAX), date(2200, 12, 31));
        assert_eq!(date(2024, 2, 28).plus_days(-200_000), date(1900, 1, 1));
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn the_laws_hold_for_every_day(days in 0_i64..109_938) {
            laws::hold(&date(1900, 1, 1).plus_days(days));
        }

        #[test]
        fn no_text_breaks_the_reading(text in "\\PC{0,14}") {
            if let Ok(date) = Date::parse(&text) { laws::hold(&date); }
        }
    }
}
