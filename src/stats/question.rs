//! The questions that a chart of its own answers: the name of each in an address.

use super::breakdown::Trait;
use crate::domain::RegionCode;

/// What a chart asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How many groups are registered in each city, of how many allocated.
    Groups,
    /// The same of households.
    Households,
    /// The businesses of the groups.
    Business,
    /// Their stages of growth.
    Stage,
    /// Whether they still run.
    Status,
    /// Their budget years.
    Year,
    /// Women and men among the members.
    Sex,
    /// The ages of the members.
    Age,
    /// What part of the people of the province is poor, beside Indonesia.
    Poor,
    /// What part is poor in its towns and in its villages.
    PoorByPlace,
}

impl Question {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Groups,
        Self::Households,
        Self::Status,
        Self::Stage,
        Self::Business,
        Self::Year,
        Self::Sex,
        Self::Age,
        Self::Poor,
        Self::PoorByPlace,
    ];

    /// Those that are answered for a place; of one city or kabupaten no rates of half-years are published.
    pub fn of_place(place: Option<RegionCode>) -> impl Iterator<Item = Self> {
        let is_of_province = |question: &Self| matches!(question, Self::Poor | Self::PoorByPlace);
        Self::ALL.into_iter().filter(move |question| place.is_none() || !is_of_province(question))
    }

    /// What it asks of each group or member, if it counts answers.
    pub fn asks(self) -> Option<Trait> {
        match self {
            Self::Business => Some(Trait::Business),
            Self::Stage => Some(Trait::Stage),
            Self::Status => Some(Trait::Status),
            Self::Year => Some(Trait::Year),
            Self::Sex => Some(Trait::Sex),
            Self::Age => Some(Trait::Age),
            Self::Groups | Self::Households | Self::Poor | Self::PoorByPlace => None,
        }
    }

    /// The word for it in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Households => "households",
            Self::Business => "business",
            Self::Stage => "stage",
            Self::Status => "status",
            Self::Year => "year",
            Self::Sex => "sex",
            Self::Age => "age",
            Self::Poor => "poor",
            Self::PoorByPlace => "poor-by-place",
        }
    }

    /// The question of such a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.code() == code)
    }
}
