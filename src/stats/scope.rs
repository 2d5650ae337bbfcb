//! Which groups and which allocations a number covers.

use crate::domain::{Allocation, FieldValue, Group, Programme, Year, published_allocations};

/// What is looked at: everything, or one programme in one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All groups, against all allocations that are known.
    #[default]
    All,
    /// The groups of one programme and budget year, against what was allocated for it.
    Of(Programme, Year),
}

impl Scope {
    /// Those that have a published allocation, and everything.
    pub fn offered() -> Vec<Self> {
        let mut offered = vec![Self::All];
        for one in published_allocations() {
            let scope = Self::Of(one.programme, one.year);
            if !offered.contains(&scope) {
                offered.push(scope);
            }
        }
        offered
    }

    /// Whether a group is covered.
    pub fn covers(self, group: &Group) -> bool {
        match self {
            Self::All => true,
            Self::Of(programme, year) => group.programme == Some(programme) && group.year == Some(year),
        }
    }

    /// The allocations covered.
    pub fn allocations(self) -> impl Iterator<Item = Allocation> {
        published_allocations().into_iter().filter(move |one| match self {
            Self::All => true,
            Self::Of(programme, year) => one.programme == programme && one.year == year,
        })
    }

    /// A word for addresses: `all`, `pkp-2014`.
    pub fn code(self) -> String {
        match self {
            Self::All => "all".to_owned(),
            Self::Of(programme, year) => format!("{}-{}", programme.code(), year.text()),
        }
    }

    /// The scope of such a word.
    pub fn from_code(code: &str) -> Option<Self> {
        if code == "all" {
            return Some(Self::All);
        }
        let (programme, year) = code.rsplit_once('-')?;
        Some(Self::Of(Programme::from_code(programme)?, Year::parse(year).ok()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offered_scope_reads_back_from_its_code() {
        for scope in Scope::offered() {
            assert_eq!(Scope::from_code(&scope.code()), Some(scope));
        }
        assert_eq!(Scope::from_code("pkp-x"), None);
    }
}
