//! The questions that a chart of its own answers: the name of each in an address.

/// What a chart asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How many groups are registered in each city, of how many allocated.
    Groups,
    /// The same of households.
    Households,
    /// What part of the people of the province is poor, beside Indonesia.
    Poor,
    /// What part is poor in its towns and in its villages.
    PoorByPlace,
}

impl Question {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Groups, Self::Households, Self::Poor, Self::PoorByPlace];

    /// The word for it in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Groups => "groups",
            Self::Households => "households",
            Self::Poor => "poor",
            Self::PoorByPlace => "poor-by-place",
        }
    }

    /// The question of such a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|question| question.code() == code)
    }
}
