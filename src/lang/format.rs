//! How numbers, money, dates and times look.

use super::Lang;
use crate::domain::{Date, Moment, Rupiah};

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Lang {
    /// A whole number, grouped by three: 7.959 in Indonesian, 7,959 in English.
    pub fn number(self, value: usize) -> String {
        let digits = value.to_string();
        let mut out = String::with_capacity(digits.len() + 2);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(self.pick(".", ","));
            }
            out.push(digit);
        }
        out
    }

    /// A whole number that may be below zero: −1.234.
    pub fn whole(self, value: i64) -> String {
        let digits = self.number(usize::try_from(value.unsigned_abs()).unwrap_or(usize::MAX));
        if value < 0 { format!("−{digits}") } else { digits }
    }

    /// Tenths with one decimal: 8,4 in Indonesian, 8.4 in English.
    pub fn tenths(self, value: usize) -> String {
        format!("{}{}{}", self.number(value / 10), self.pick(",", "."), value % 10)
    }

    /// Hundredths with two decimals: 5,14 in Indonesian, 5.14 in English.
    pub fn hundredths(self, value: usize) -> String {
        format!("{}{}{:02}", self.number(value / 100), self.pick(",", "."), value % 100)
    }

    /// A calendar date: 5 Juni 2014, 5 June 2014.
    pub fn date(self, date: Date) -> String {
        format!("{} {}", date.day(), self.month(date))
    }

    /// The month of a date: Juni 2014, June 2014.
    pub fn month(self, date: Date) -> String {
        let months = match self {
            Self::Id => MONTHS_ID,
            Self::En => MONTHS_EN,
        };
        let month =
            usize::try_from(date.month()).ok().and_then(|month| months.get(month - 1)).copied().unwrap_or_default();
        format!("{month} {}", date.year())
    }

    /// A date and time here: 5 Juni 2026 08.12.
    pub fn moment(self, at: Moment) -> String {
        let minutes = at.minutes();
        format!("{} {:02}{}{:02}", self.date(at.date()), minutes / 60, self.pick(".", ":"), minutes % 60)
    }

    /// Whole rupiah as a chart has them: "Rp1.250.000".
    pub fn amount(self, amount: i64) -> String {
        Rupiah::new(amount).map_or_else(String::new, |amount| self.rupiah(amount))
    }

    /// An amount of money, the same in both languages (EYD): Rp20.000.000.
    pub fn rupiah(self, amount: Rupiah) -> String {
        amount.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(
            [0, 12, 949, 7959, 1_234_567].map(|it| Lang::Id.number(it)),
            ["0", "12", "949", "7.959", "1.234.567"]
        );
        assert_eq!(Lang::En.number(7959), "7,959");
        assert_eq!(
            (Lang::Id.hundredths(514), Lang::Id.tenths(84), Lang::En.tenths(10_000)),
            ("5,14".into(), "8,4".into(), "1,000.0".into())
        );
    }

    #[test]
    fn a_moment_is_told_by_the_clock_here() {
        let at = Moment { ms: 1_780_619_520_000, offset_minutes: 480 };
        assert_eq!(Lang::Id.moment(at), "5 Juni 2026 08.32");
        assert_eq!(Lang::En.moment(Moment { offset_minutes: -600, ..at }), "4 June 2026 14:32");
    }
}
