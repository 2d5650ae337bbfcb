//! How a guess came about, in words of the code: `i18n` says them.

use serde::{Deserialize, Serialize};

use super::headings::Never;
use super::target::Target;
use crate::kinds::ListSource;

/// How sure a guess is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sureness {
    /// Nothing is taken.
    Unknown,
    /// By what the cells look like, or by the noun that the heading begins with.
    Likely,
    /// The heading says just that.
    Sure,
}

/// Why a column is taken for what it is, or not taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Why {
    /// Nothing is known of it.
    #[default]
    Nothing,
    /// Its heading says just that, as in lists of this source.
    Heading(ListSource),
    /// Its heading begins with that.
    Word(ListSource),
    /// Its values look like that.
    Values,
    /// It may be that, and a person is asked.
    Asked,
    /// Its heading is known for something that is never read.
    Never(Never),
    /// A person has chosen it.
    Chosen,
}

/// Columns of which one may be this. None of them is taken until a person says which.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is asked for.
    pub target: Target,
    /// The columns that may be it, counted from 0.
    pub columns: Vec<usize>,
}

impl Why {
    /// How sure that is.
    pub fn sureness(self) -> Sureness {
        match self {
            Self::Heading(_) => Sureness::Sure,
            Self::Word(_) | Self::Values => Sureness::Likely,
            Self::Nothing | Self::Asked | Self::Never(_) | Self::Chosen => Sureness::Unknown,
        }
    }

    /// Whether the heading settles what the column is, or that it is not read.
    pub fn is_known(self) -> bool {
        matches!(self, Self::Heading(_) | Self::Word(_) | Self::Never(_))
    }
}
