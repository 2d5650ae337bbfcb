//! Amounts of money in whole rupiah, read as Indonesians type them and written as EYD wants it.
//!
//! Deliberately absent: cents (nobody pays them), other currencies, floating point (an older system lost single rupiah to it).

use std::fmt;
use std::iter::Sum;

use serde_json::Value;

use super::fault::Fault;
use super::field::FieldValue;

/// An amount of whole rupiah from -10^15 to 10^15; a wider range would only let typing errors through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rupiah(i64);

/// What a text that is money, but too much of it, is refused with.
const OUT_OF_RANGE: Fault = Fault::NotANumber { min: Rupiah::MIN.0, max: Rupiah::MAX.0 };

impl Rupiah {
    /// The least amount.
    pub const MIN: Self = Self(-1_000_000_000_000_000);
    /// The greatest amount.
    pub const MAX: Self = Self(1_000_000_000_000_000);
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// `amount` whole rupiah, if in the range.
    pub const fn new(amount: i64) -> Option<Self> {
        if amount >= Self::MIN.0 && amount <= Self::MAX.0 { Some(Self(amount)) } else { None }
    }

    /// The amount in whole rupiah.
    pub const fn amount(self) -> i64 {
        self.0
    }

    /// The sum, stopping at the ends of the range.
    #[must_use]
    pub fn saturating_add(self, other: Self) -> Self {
        Self((self.0 + other.0).clamp(Self::MIN.0, Self::MAX.0))
    }
}

/// Adds up, stopping at the ends of the range: a total on a screen must not fail for one absurd amount.
impl Sum for Rupiah {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::saturating_add)
    }
}

/// `Rp20.000.000`, below zero `-Rp20.000.000` (EYD: no space and no dot after Rp).
impl fmt::Display for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&grouped(self.0, "Rp"))
    }
}

impl FieldValue for Rupiah {
    /// Reads `Rp20.000.000`, `20000000`, `20 jt`, `2,5 juta`, `500 rb`, `1,2 M` (miliar), `1 T` (triliun), `Rp20.000,-`.
    ///
    /// A dot only groups by three and a comma is the decimal, so `1.500` is 1500 and `1.5 jt` is refused. A fraction needs
    /// a unit word that makes it whole; `,00` and `,-` at the end say nothing and are dropped.
    fn parse(text: &str) -> Result<Self, Fault> {
        let lower = text.to_ascii_lowercase();
        let (negative, rest) = match lower.trim().strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest.trim_start()),
            None => (false, lower.trim()),
        };
        let rest = match rest.strip_prefix("rp") {
            Some(rest) => rest.strip_prefix('.').unwrap_or(rest).trim_start(),
            None => rest,
        };
        let rest = rest.strip_suffix("rupiah").map_or(rest, str::trim_end);
        let number_ends = rest.find(|c: char| c.is_alphabetic()).unwrap_or(rest.len());
        let (number, unit) = rest.split_at(number_ends);
        let amount = amount(number.trim_end(), unit_digits(unit)?)?;
        Self::new(if negative { -amount } else { amount }).ok_or(OUT_OF_RANGE)
    }

    fn text(&self) -> String {
        grouped(self.0, "")
    }

    fn from_json(value: &Value) -> Result<Self, Fault> {
        match value {
            Value::Number(number) => match number.as_i64() {
                Some(amount) => Self::new(amount).ok_or(OUT_OF_RANGE),
                // Told by its characters: asking for a float would bring the tables of floating point in.
                None if number.as_str().contains(['.', 'e', 'E']) => Err(Fault::NotMoney),
                None => Err(OUT_OF_RANGE),
            },
            _ => Err(Fault::WrongType),
        }
    }

    fn to_json(&self) -> Value {
        self.0.into()
    }
}

/// How many zeros a unit word stands for.
fn unit_digits(unit: &str) -> Result<usize, Fault> {
    match unit {
        "" => Ok(0),
        "rb" | "ribu" => Ok(3),
        "jt" | "juta" => Ok(6),
        "m" | "miliar" | "milyar" => Ok(9),
        "t" | "triliun" | "trilyun" => Ok(12),
        _ => Err(Fault::NotMoney),
    }
}

/// The amount of a number such as `2,5`, `1.500` or `20.000,-` in a unit of `unit` zeros.
fn amount(number: &str, unit: usize) -> Result<i64, Fault> {
    let (whole, fraction) = number.split_once(',').unwrap_or((number, "00"));
    let fraction = match fraction {
        "00" | "-" => "",
        "" => return Err(Fault::NotMoney),
        digits => digits,
    };
    if fraction.len() > unit {
        return Err(Fault::NotMoney);
    }
    let mut amount = 0;
    for (at, group) in whole.split('.').enumerate() {
        let lengths_fit = if at == 0 { !group.is_empty() } else { group.len() == 3 };
        let first_fits = at > 0 || group.len() <= 3 || group.len() == whole.len();
        if !lengths_fit || !first_fits {
            return Err(Fault::NotMoney);
        }
        amount = append(amount, group)?;
    }
    amount = append(amount, fraction)?;
    for _ in fraction.len()..unit {
        amount = append(amount, "0")?;
    }
    Ok(amount)
}

/// The digits of `number` followed by `digits`.
fn append(number: i64, digits: &str) -> Result<i64, Fault> {
    let mut number = number;
    for digit in digits.chars() {
        let digit = digit.to_digit(10).ok_or(Fault::NotMoney)?;
        // Far beyond the range it only matters that it stays there.
        number = number.saturating_mul(10).saturating_add(i64::from(digit));
    }
    Ok(number)
}

/// The amount with dots between groups of three, `mark` before the digits and the minus before both.
fn grouped(amount: i64, mark: &str) -> String {
    let digits = amount.unsigned_abs().to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 + 3);
    if amount < 0 {
        out.push('-');
    }
    out.push_str(mark);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::laws;

    fn rupiah(amount: i64) -> Rupiah {
        Rupiah::new(amount).unwrap()
    }

    #[test]
    fn every_way_of_writing_an_amount_is_read() {
        for (text, amount) in [
            ("Rp20.000.000", 20_000_000),
            ("Rp 20.000.000", 20_000_000),
            ("Rp\u{a0}20.000.000", 20_000_000),
            ("Rp. 20.000.000,-", 20_000_000),
            ("20000000", 20_000_000),
            ("20.000.000", 20_000_000),
            ("20.000.000,00", 20_000_000),
            ("20 jt", 20_000_000),
            ("20jt", 20_000_000),
            ("20 JUTA", 20_000_000),
            ("20 juta rupiah", 20_000_000),
            ("2,5 juta", 2_500_000),
            ("2,50 jt", 2_500_000),
            ("2,00 jt", 2_000_000),
            ("500 rb", 500_000),
            ("500 ribu", 500_000),
            ("1,2 M", 1_200_000_000),
            ("1 miliar", 1_000_000_000),
            ("1 T", 1_000_000_000_000),
            ("1.500", 1_500),
            ("1.500 jt", 1_500_000_000),
            ("0", 0),
            ("-5.000", -5_000),
            ("-Rp5.000", -5_000),
            ("0,5 jt", 500_000),
            ("1,234567 jt", 1_234_567),
        ] {
            assert_eq!(Rupiah::parse(text), Ok(rupiah(amount)), "{text}");
        }
    }

    #[test]
    fn a_dot_is_never_a_decimal_and_a_comma_needs_a_unit() {
        for text in [
            "1.5 jt",
            "1.50",
            "1.5",
            "2,5",
            "20.00",
            "20.0000",
            "2000.000",
            ".500",
            "1..000",
            "1.000.",
            "1,5,0 jt",
            "1,2345 rb",
            "2,jt",
            "1.000,",
            "20.000,5",
            "Rp",
            "jt",
            "Rp-5.000",
            "--5",
            "5 -",
            "20 000",
            "lima",
            "5 jt 200 rb",
            "5 kg",
            "1e6",
            "+5",
            "٥",
        ] {
            assert_eq!(Rupiah::parse(text), Err(Fault::NotMoney), "{text}");
        }
    }

    #[test]
    fn amounts_beyond_the_range_are_refused() {
        assert_eq!(Rupiah::parse("1.000 T"), Ok(Rupiah::MAX));
        for text in ["1.001 T", "1000000000000001", "-1000000000000001", "99999999999999999999999999999999 T"] {
            assert_eq!(Rupiah::parse(text), Err(OUT_OF_RANGE), "{text}");
        }
    }

    #[test]
    fn amounts_are_written_with_dots_and_the_minus_first() {
        for (amount, plain, full) in [
            (0, "0", "Rp0"),
            (999, "999", "Rp999"),
            (1_000, "1.000", "Rp1.000"),
            (-20_000_000, "-20.000.000", "-Rp20.000.000"),
        ] {
            assert_eq!(rupiah(amount).text(), plain);
            assert_eq!(rupiah(amount).to_string(), full);
        }
    }

    #[test]
    fn sums_stop_at_the_ends_of_the_range() {
        assert_eq!([rupiah(2), rupiah(3)].into_iter().sum::<Rupiah>(), rupiah(5));
        assert_eq!([Rupiah::MAX, Rupiah::MAX].into_iter().sum::<Rupiah>(), Rupiah::MAX);
        assert_eq!([Rupiah::MIN, rupiah(-1)].into_iter().sum::<Rupiah>(), Rupiah::MIN);
    }

    #[test]
    fn the_stored_form_is_a_whole_number() {
        assert_eq!(rupiah(20_000_001).to_json(), Value::from(20_000_001));
        assert_eq!(Rupiah::from_json(&1.5.into()), Err(Fault::NotMoney));
        assert_eq!(Rupiah::from_json(&u64::MAX.into()), Err(OUT_OF_RANGE));
        laws::refuse_other_types(&rupiah(1));
    }

    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        #[test]
        fn the_laws_hold_for_every_amount(amount in Rupiah::MIN.0..=Rupiah::MAX.0) {
            let rupiah = rupiah(amount);
            laws::hold(&rupiah);
            assert_eq!(Rupiah::parse(&rupiah.to_string()), Ok(rupiah));
        }

        #[test]
        fn no_text_breaks_the_reading(text in "-?(Rp)?[0-9.,]{0,9} ?(jt|M|\\PC)?") {
            if let Ok(rupiah) = Rupiah::parse(&text) { laws::hold(&rupiah); }
        }
    }
}
