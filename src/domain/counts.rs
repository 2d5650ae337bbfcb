//! Small whole numbers with a range, and yes or no.

use std::fmt;

use serde_json::Value;

use super::fault::Fault;
use super::field::FieldValue;
use super::typed::as_seen;

macro_rules! bounded {
    ($(#[$doc:meta])* $Name:ident, $Int:ty, $min:literal..=$max:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $Name($Int);

        impl $Name {
            /// The least number.
            pub const MIN: $Int = $min;
            /// The greatest number.
            pub const MAX: $Int = $max;

            const FAULT: Fault = Fault::NotANumber { min: $min, max: $max };

            /// The number, if in the range.
            pub fn new(number: i64) -> Option<Self> {
                if ($min..=$max).contains(&number) { <$Int>::try_from(number).ok().map(Self) } else { None }
            }

            /// The number, for constants of the code; stops at the ends of the range.
            pub const fn literal(number: $Int) -> Self {
                if number < Self::MIN {
                    Self(Self::MIN)
                } else if number > Self::MAX {
                    Self(Self::MAX)
                } else {
                    Self(number)
                }
            }

            /// The plain number.
            pub const fn get(self) -> $Int {
                self.0
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FieldValue for $Name {
            /// Reads digits only; leading zeros are dropped.
            fn parse(text: &str) -> Result<Self, Fault> {
                digits(text).and_then(Self::new).ok_or(Self::FAULT)
            }

            fn text(&self) -> String {
                self.0.to_string()
            }

            fn from_json(value: &Value) -> Result<Self, Fault> {
                match value {
                    Value::Number(number) => number.as_i64().and_then(Self::new).ok_or(Self::FAULT),
                    _ => Err(Fault::WrongType),
                }
            }

            fn to_json(&self) -> Value {
                self.0.into()
            }
        }
    };
}

bounded! {
    /// How many there are of something in a group.
    Count, u32, 0..=100_000
}

bounded! {
    /// A budget or calendar year; KUBE exist since 1982, but an earlier year in a record is more likely a slip.
    Year, u16, 1990..=2100
}

bounded! {
    /// How many people live on a member's income besides the member.
    Dependants, u8, 0..=30
}

bounded! {
    /// The decile (desil) of a family in the welfare data: 1 is the poorest tenth, aid goes mostly to 1-4.
    Decile, u8, 1..=10
}

/// Yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YesNo(pub bool);

impl FieldValue for YesNo {
    /// Reads `ya`, `yes`, `true`, `tidak`, `no` and `false` in any case.
    fn parse(text: &str) -> Result<Self, Fault> {
        match text.to_ascii_lowercase().as_str() {
            "ya" | "yes" | "true" => Ok(Self(true)),
            "tidak" | "no" | "false" => Ok(Self(false)),
            _ => Err(Fault::NotAChoice),
        }
    }

    fn text(&self) -> String {
        (if self.0 { "ya" } else { "tidak" }).to_owned()
    }

    fn from_json(value: &Value) -> Result<Self, Fault> {
        value.as_bool().map(Self).ok_or(Fault::WrongType)
    }

    fn to_json(&self) -> Value {
        self.0.into()
    }
}

/// The number that the text writes in digits.
fn digits(text: &str) -> Option<i64> {
    let text = as_seen(text);
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::laws;

    #[test]
    fn every_number_of_the_range_holds_and_its_neighbours_do_not() {
        for number in 1990..=2100 {
            laws::hold(&Year::new(number).unwrap());
        }
        for number in 0..=30 {
            laws::hold(&Dependants::new(number).unwrap());
        }
        for number in 1..=10 {
            laws::hold(&Decile::new(number).unwrap());
        }
        assert_eq!([Year::new(1989), Year::new(2101), Year::new(i64::MAX)], [None; 3]);
        assert_eq!([Dependants::new(-1), Dependants::new(31)], [None; 2]);
        assert_eq!([Decile::new(0), Decile::new(11)], [None; 2]);
    }

    #[test]
    fn only_whole_numbers_in_digits_are_read() {
        assert_eq!(Dependants::parse("03").map(Dependants::get), Ok(3));
        for text in ["", "-1", "+3", "3,5", "3.0", "tiga", "31", "99999999999999999999", "٣"] {
            assert_eq!(Dependants::parse(text), Err(Fault::NotANumber { min: 0, max: 30 }), "{text}");
        }
        for value in [Value::from(3.5), Value::from(-1), Value::from(u64::MAX)] {
            assert_eq!(Dependants::from_json(&value), Err(Fault::NotANumber { min: 0, max: 30 }), "{value}");
        }
        laws::refuse_other_types(&Dependants::literal(3));
    }

    #[test]
    fn constants_stop_at_the_range() {
        assert_eq!([Year::literal(2014), Year::literal(1), Year::literal(9999)].map(Year::get), [2014, 1990, 2100]);
    }

    #[test]
    fn yes_and_no_are_read_in_both_languages() {
        for (text, yes) in
            [("ya", true), ("YES", true), ("true", true), ("Tidak", false), ("no", false), ("false", false)]
        {
            assert_eq!(YesNo::parse(text), Ok(YesNo(yes)));
            laws::hold(&YesNo(yes));
        }
        assert_eq!(YesNo::parse("mungkin"), Err(Fault::NotAChoice));
        laws::refuse_other_types(&YesNo(true));
    }
}
