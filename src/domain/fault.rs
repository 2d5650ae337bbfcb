//! Why a text or a stored value cannot become a value of a field.
//!
//! Deliberately absent: sentences for people. `i18n` explains every [`Fault`].

use serde::{Deserialize, Serialize};

/// Why what was typed, or what stands in a file, is not a value of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fault {
    /// The JSON value is of another type (a number where a text belongs, and so on).
    WrongType,
    /// Nothing but spaces and unseen characters.
    Empty,
    /// Longer than the field can hold; `max` in characters.
    TooLong {
        /// The most characters the field takes.
        max: usize,
    },
    /// Not readable as a calendar date.
    NotADate,
    /// Reads as a date, but the calendar has no such day (31 February).
    NoSuchDay,
    /// Not a whole number of the field's range.
    NotANumber {
        /// The least allowed value.
        min: i64,
        /// The greatest allowed value.
        max: i64,
    },
    /// Not readable as an amount of whole rupiah.
    NotMoney,
    /// Not readable as a phone number of 8 to 15 digits.
    NotAPhone,
    /// Not a dotted region code such as `64.72.03.1001`.
    NotARegion,
    /// Not one of the choices of the field.
    NotAChoice,
    /// Not an id of a record.
    NotAnId,
    /// A NIK or family-card number has 16 digits; this one has another count.
    NotSixteenDigits {
        /// How many digits were found.
        found: usize,
    },
    /// A NIK or family-card number holds something besides digits, spaces, dots and dashes.
    NotDigits,
    /// A 16-digit number that a spreadsheet has rounded (its serial part is 0000, but serials begin at
    /// 0001) or written as `6.47E+15`.
    Spreadsheet,
    /// All sixteen digits are equal.
    AllEqual,
    /// The region part has a kabupaten/kota or a kecamatan `00`.
    NumberRegion,
    /// The day part is outside 1-31 (men) and 41-71 (women).
    NumberDay,
    /// The month part is outside 1-12.
    NumberMonth,
    /// The date part names a day that exists in neither century.
    NumberNoSuchDay,
}
