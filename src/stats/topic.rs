//! What questions are about, as they stand together.

/// What questions are about, as they stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Groups given and registered.
    Programme,
    /// What the groups are.
    Groups,
    /// Who the members are.
    People,
    /// Visits and events.
    Support,
    /// Poor people.
    Poverty,
}

impl Topic {
    /// All, in the order of a page.
    pub const ALL: [Self; 5] = [Self::Programme, Self::Groups, Self::People, Self::Support, Self::Poverty];

    /// The word for it in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Groups => "groups",
            Self::People => "people",
            Self::Support => "support",
            Self::Poverty => "poverty",
        }
    }
}
