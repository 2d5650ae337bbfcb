//! A rule that a record of a kind may break, as a row of the kind's room.

use serde_json::Value;

use super::{FieldRef, Severity};
use crate::lang::Text;

/// The values of a record, by the name of the field.
pub type Values<'a> = &'a dyn Fn(&str) -> Option<&'a Value>;

/// A rule, with where it comes from.
#[derive(Debug)]
pub struct Rule {
    /// How grave it is to break it.
    pub severity: Severity,
    /// Whether something is simply not filled in yet.
    pub is_gap: bool,
    /// The field it is about, where it is about one.
    pub field: Option<FieldRef>,
    /// What is wrong and what to do, in one sentence.
    pub says: Text,
    /// The regulation, guide or figure that it follows.
    pub source: &'static str,
}

impl Rule {
    /// Those of these rules that are broken, in their order.
    pub(super) fn broken<const N: usize>(rules: [(bool, &'static Self); N]) -> Vec<&'static Self> {
        rules.into_iter().filter(|(is_broken, _)| *is_broken).map(|(_, rule)| rule).collect()
    }
}

impl PartialEq for Rule {
    /// A rule is one row, and no other is the same.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}
