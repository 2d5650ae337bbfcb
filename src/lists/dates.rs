//! Days as lists write them, and what the NIK of the row says against them.

use super::problem::Problem;
use super::sheet::{Cell, CellKind};
use super::value::Setting;
use crate::domain::{Date, Fault, FieldValue, Nik};

/// Day 1 of a spreadsheet is 1 January 1900; it believes that there was a 29 February 1900.
const SERIAL_OF_1970: i64 = 25_569;

/// Serials that are taken for a day, 1910 to 2119: a lesser number is a year, or a slip.
const SERIALS: std::ops::RangeInclusive<i64> = 3_654..=80_000;

/// So many days lie between the first days of spreadsheets of 1900 and of 1904.
const SINCE_1904: i64 = 1_462;

/// Who would be younger than this by a year of two digits was born a century earlier, as `Nik` has it.
const YOUNGEST: i32 = 15;

/// Nobody is older.
const OLDEST: i32 = 120;

/// How far ahead of UTC the clocks of Kalimantan Timur are.
const HOURS_AHEAD: u32 = 8;

/// What a column of days is, where a spreadsheet with English settings may have turned those that it could.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Turned {
    /// Nothing speaks for it.
    #[default]
    No,
    /// The NIK of other rows show it.
    Yes,
    /// It looks so, and no NIK says whether.
    Maybe,
}

/// Day and month the other way round, where that is another day.
pub(super) fn turned(day: Date) -> Option<Date> {
    Date::new(day.year(), day.day(), day.month()).filter(|other| *other != day)
}

/// The day that is meant by one that the NIK of the row gainsays: turned, of the other count of spreadsheets, or a day off.
fn by_nik(day: Date, nik: Nik) -> Option<Date> {
    let born = nik.birth_dates();
    let is_born = |day: &Date| born.contains(&Some(*day));
    if is_born(&day) {
        return None;
    }
    let moved = [SINCE_1904, -SINCE_1904, 1].map(|days| day.plus_days(days));
    turned(day).into_iter().chain(moved).find(is_born)
}

/// A birth as it is taken, and what is told of it; no day where it cannot be one.
pub(super) fn born(
    day: Date,
    nik: Option<Nik>,
    is_real: bool,
    column: Turned,
    today: Date,
) -> (Option<Date>, Option<Problem>) {
    if let Some(other) = nik.and_then(|nik| by_nik(day, nik)) {
        return (Some(other), Some(Problem::NikSays { day: other }));
    }
    if day > today {
        return (None, Some(Problem::Ahead));
    }
    if day.age_on(today) > OLDEST {
        return (None, Some(Problem::TooOld));
    }
    let is_sure = nik.is_some_and(|nik| nik.birth_dates().contains(&Some(day)));
    match turned(day).filter(|_| is_real && !is_sure) {
        Some(other) if column == Turned::Yes => (Some(other), Some(Problem::Turned { day: other })),
        Some(_) if column == Turned::Maybe => (None, Some(Problem::MaybeTurned)),
        _ if is_other_year(day, nik) => (Some(day), Some(Problem::NikYear)),
        _ => (Some(day), None),
    }
}

/// Whether the NIK has the same day of another year. A birth that was corrected is lawful; so is a slip, and it is likelier.
fn is_other_year(day: Date, nik: Option<Nik>) -> bool {
    let born = nik.map(Nik::birth_dates).unwrap_or_default();
    let is_same_day = |born: &Date| (born.month(), born.day()) == (day.month(), day.day());
    !born.contains(&Some(day)) && born.iter().flatten().any(is_same_day)
}

/// What a column of births is. `cells` are its cells, each with the NIK of its row.
pub(super) fn judge<'a>(cells: impl Iterator<Item = (&'a Cell, Option<Nik>)>, setting: Setting) -> Turned {
    let (mut kept, mut turns, mut early, mut late, mut unturned) = (0, 0, 0, 0, 0);
    for (cell, nik) in cells {
        let Ok(day) = date(cell, true, setting) else { continue };
        let is_real = cell.kind != CellKind::Text;
        if !is_real {
            let first = cell.text.split(['/', '-', '.']).next().and_then(|part| part.trim().parse::<u32>().ok());
            unturned += usize::from(first.is_some_and(|first| (13..=31).contains(&first)));
            continue;
        }
        late += usize::from(day.day() > 12);
        let Some(other) = turned(day) else { continue };
        early += 1;
        let Some(born) = nik.map(Nik::birth_dates) else { continue };
        kept += usize::from(born.contains(&Some(day)));
        turns += usize::from(born.contains(&Some(other)));
    }
    match (kept, turns) {
        (0, 1..) => Turned::Yes,
        (1.., 1..) => Turned::Maybe,
        // Real days none of which is beyond the 12th, and texts all of which are: what could be turned was.
        (0, 0) if early > 1 && late == 0 && unturned > 0 => Turned::Maybe,
        _ => Turned::No,
    }
}

/// A day in any of the spellings of lists.
pub(super) fn date(cell: &Cell, is_birth: bool, setting: Setting) -> Result<Date, Fault> {
    match cell.kind {
        CellKind::Date => Date::from_iso(&cell.text),
        CellKind::Number => of_number(&cell.text, setting.from_1904),
        _ => of_text(&cell.text, is_birth, setting),
    }
}

/// A serial, or digits that lost their leading 0.
fn of_number(text: &str, from_1904: bool) -> Result<Date, Fault> {
    let whole = text.split('.').next().unwrap_or(text);
    match (whole.len(), whole.parse::<i64>()) {
        (_, Ok(serial)) if SERIALS.contains(&serial) => {
            let later = if from_1904 { SINCE_1904 } else { 0 };
            Ok(Date::from_unix_days(serial + later - SERIAL_OF_1970))
        }
        (7, Ok(_)) => Date::parse(&format!("0{whole}")),
        (8, Ok(_)) => Date::parse(whole),
        _ => Err(Fault::NotADate),
    }
}

fn of_text(text: &str, is_birth: bool, setting: Setting) -> Result<Date, Fault> {
    if let Some(day) = of_moment(text) {
        return Ok(day);
    }
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

/// `1985-06-04T16:00:00.000Z`: a day with a time. Programs write midnight as the evening before, by UTC or by some seconds.
fn of_moment(text: &str) -> Option<Date> {
    let day = Date::from_iso(text.get(..10)?).ok()?;
    let time = text.get(10..)?.strip_prefix(['T', ' '])?.trim();
    let is_utc = time.ends_with(['Z', 'z']) || time.ends_with("+00:00");
    let mut parts = time.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let hour: u32 = parts.next()?.parse().ok().filter(|hour| *hour < 24)?;
    let minute: u32 = parts.next()?.parse().ok().filter(|minute| *minute < 60)?;
    let hour = if is_utc { hour + HOURS_AHEAD } else { hour };
    let is_next = hour >= 24 || hour == 23 && minute == 59;
    Some(if is_next { day.plus_days(1) } else { day })
}

fn full_year(short: i32, is_birth: bool, today: Date) -> i32 {
    let latest = if is_birth { today.year() - YOUNGEST } else { today.year() + 1 };
    if 2000 + short <= latest { 2000 + short } else { 1900 + short }
}

/// Place and date of birth in one cell, each where it is said.
pub(super) fn birth(cell: &Cell, setting: Setting) -> (Option<String>, Option<Result<Date, Fault>>) {
    if cell.is_day() || cell.kind == CellKind::Number {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn setting() -> Setting<'static> {
        Setting { today: Date::new(2026, 6, 5).unwrap(), month_first: false, ..Setting::default() }
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
    fn a_moment_is_of_the_day_that_it_is_here() {
        let day = Date::new(1985, 6, 5).unwrap();
        for moment in [
            "1985-06-04T16:00:00.000Z",
            "1985-06-04T17:00:00Z",
            "1985-06-04T15:59:48.000Z",
            "1985-06-04T23:59:48",
            "1985-06-05 00:00:00",
            "1985-06-05T08:30:00+08:00",
        ] {
            assert_eq!(date(&text(moment), true, setting()), Ok(day), "{moment}");
        }
    }

    #[test]
    fn the_nik_of_the_row_settles_what_a_spreadsheet_turned() {
        let today = Date::new(2026, 6, 5).unwrap();
        let day = |year, month, day| Date::new(year, month, day).unwrap();
        let nik = Nik::parse("6472034506859001").ok();
        let of = |given, nik, column| born(given, nik, true, column, today);
        let meant = day(1985, 6, 5);
        for given in [day(1985, 5, 6), day(1985, 6, 4), meant.plus_days(-1_462), meant.plus_days(1_462)] {
            assert_eq!(of(given, nik, Turned::No), (Some(meant), Some(Problem::NikSays { day: meant })), "{given:?}");
        }
        assert_eq!(of(meant, nik, Turned::Yes), (Some(meant), None));
        assert_eq!(of(day(1990, 1, 2), nik, Turned::No), (Some(day(1990, 1, 2)), None), "a corrected birth is lawful");
        assert_eq!(of(day(1985, 5, 6), None, Turned::Yes).0, Some(meant));
        assert_eq!(of(day(1985, 5, 6), None, Turned::Maybe), (None, Some(Problem::MaybeTurned)));
        assert_eq!(of(day(2085, 6, 5), None, Turned::No), (None, Some(Problem::Ahead)));
        assert_eq!(of(day(1900, 1, 1), None, Turned::No), (None, Some(Problem::TooOld)));
    }
}
