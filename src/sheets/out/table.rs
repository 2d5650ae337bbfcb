//! A sheet before it is a file: columns with their kinds, and rows of plain values.
//!
//! Deliberately absent: formulas. Totals are numbers, so that what is read is what was counted, and no cell ever computes.

use crate::domain::{Date, FieldValue, Rupiah};

/// A sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What stands on its tab.
    pub name: &'static str,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// A last row of sums.
    pub total: Option<Vec<Cell>>,
    /// What has to be known about it: sentences below the rows.
    pub notes: Vec<String>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: &'static str,
    /// What is in it.
    pub kind: Kind,
    /// How wide it is, in digits of the usual font.
    pub width: u8,
}

impl Column {
    /// A column as wide as its kind usually needs.
    pub fn new(heading: &'static str, kind: Kind) -> Self {
        let width = match kind {
            Kind::Text => 22,
            Kind::Long => 36,
            Kind::Digits => 20,
            Kind::Neighbourhood => 7,
            Kind::Plain | Kind::Number | Kind::Decimal | Kind::Degrees | Kind::Date => 12,
            Kind::Rupiah => 16,
        };
        Self { heading, kind, width }
    }

    /// The same column, this wide.
    #[must_use]
    pub fn wide(self, width: u8) -> Self {
        Self { width, ..self }
    }
}

/// What is in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words.
    Text,
    /// Many words.
    Long,
    /// Digits that are a name and not a number: NIK, family card, account. Up to 120 of them, and none may be lost.
    Digits,
    /// An RT or RW, whose zeros count.
    Neighbourhood,
    /// A whole number that is not grouped by three: a year, a running number.
    Plain,
    /// A whole number.
    Number,
    /// A number with two decimals.
    Decimal,
    /// Latitude or longitude, with six decimals (a tenth of a metre).
    Degrees,
    /// Money, in whole rupiah.
    Rupiah,
    /// A day.
    Date,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, which stays one whatever it looks like.
    Text(String),
    /// A number; whole numbers are exact up to 2^53, and an amount of money is at most 10^15.
    Number(f64),
    /// A day.
    Date(Date),
}

impl Cell {
    /// A text; nothing when it is empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    /// A count.
    #[allow(clippy::cast_precision_loss)] // counts of groups and people
    pub fn count(count: usize) -> Self {
        Self::Number(count as f64)
    }

    /// A count, or nothing where it is not known.
    pub fn known(count: Option<usize>) -> Self {
        count.map_or(Self::Empty, Self::count)
    }

    /// An amount of money.
    #[allow(clippy::cast_precision_loss)] // at most 10^15, which is less than 2^53
    pub fn rupiah(amount: Rupiah) -> Self {
        Self::Number(amount.amount() as f64)
    }

    /// A stored value of a column of numbers or days; nothing when it is none.
    pub fn stored(kind: Kind, value: &serde_json::Value) -> Self {
        match kind {
            Kind::Date => Date::from_json(value).map_or(Self::Empty, Self::Date),
            Kind::Rupiah => Rupiah::from_json(value).map_or(Self::Empty, Self::rupiah),
            _ => value.as_f64().map_or(Self::Empty, Self::Number),
        }
    }
}
