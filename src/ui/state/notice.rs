//! A short message at the foot of the screen, and what it offers.

use crate::route::Route;

/// What is said, and what can be done about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sentence.
    pub text: String,
    /// The button beside it.
    pub offer: Option<Offer>,
}

/// What a notice offers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// To take back the file of this id, which was just taken in.
    TakeBack(String),
    /// To take back what a person did just now.
    UndoLast,
    /// To go on with the form that was left half typed.
    GoOn(Route),
}

impl Notice {
    /// A message without a button.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), offer: None }
    }
}
