//! The rows of a sheet as they were read: people, the groups they are in, and what is wrong with each cell.

use super::problem::{CellProblem, Outcome, Reason};
use crate::domain::{FieldValue, RegionCode, Year, fold};
use crate::history::Fields;
use crate::kinds::{FieldRef, Group, Member};

/// A sheet as it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reading {
    /// Each row of the sheet, so that those that come to something are all there are.
    pub rows: Vec<Row>,
    /// The groups that they name, in the order in which they occur.
    pub blocks: Vec<Block>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its number as a spreadsheet shows it, from 1.
    pub number: usize,
    /// What it calls the person, or the group where it is one: for showing.
    pub name: String,
    /// Its group, by its place in [`Reading::blocks`].
    pub block: Option<usize>,
    /// What it says of people: mostly one, none where a row is a group.
    pub people: Vec<Fields>,
    /// Its cells that are not taken as they stand.
    pub problems: Vec<CellProblem>,
    /// Why it is left out, if it is.
    pub left_out: Option<Reason>,
    /// What it is where it says nothing of a person or a group.
    pub aside: Option<Aside>,
}

/// What a row is that says nothing of a person or a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// A title or a heading.
    Heading,
    /// A sum, a signature or a note.
    Foot,
    /// Nothing stands in it.
    Empty,
}

/// A group that the list names.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What it is compared by.
    pub(super) key: String,
    /// Its values but for the region.
    pub(super) fields: Fields,
    /// The number of the row that set each of these.
    pub(super) set_in: Vec<(FieldRef, usize)>,
    /// Where its rows say that they are, each place once.
    pub(super) regions: Vec<RegionCode>,
    /// Whether that is the group's own, and not what its members' homes have in common.
    pub(super) is_own_region: bool,
    /// The first and the last of its rows, how many there are, and how many chairs they name.
    pub(super) span: Span,
    /// Whether a group of its name in another village is another: so where the village is the group's own, or a person has
    /// said so; `None` where nobody knows.
    pub(super) is_apart: Option<bool>,
}

/// Which rows a group has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) rows: usize,
    pub(super) chairs: usize,
}

impl Row {
    /// What becomes of it.
    pub fn outcome(&self) -> Outcome {
        match (self.aside, &self.left_out) {
            (Some(Aside::Heading), _) => Outcome::Heading,
            (Some(Aside::Foot), _) => Outcome::Foot,
            (Some(Aside::Empty), _) => Outcome::Empty,
            (None, Some(_)) => Outcome::LeftOut,
            (None, None) if self.problems.is_empty() => Outcome::Whole,
            (None, None) => Outcome::Partly,
        }
    }
}

impl Reading {
    /// How many rows come to this.
    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome() == outcome).count()
    }
}

impl Block {
    /// Its name.
    pub fn name(&self) -> &str {
        self.fields.get(Group::NAME.key()).and_then(serde_json::Value::as_str).unwrap_or_default()
    }

    /// The smallest region around all of its rows. One that only names the city does not gainsay one that names the village.
    pub(super) fn region(&self) -> Option<RegionCode> {
        let is_finest = |code: &&RegionCode| !self.regions.iter().any(|other| other != *code && code.contains(*other));
        let mut finest = self.regions.iter().filter(is_finest).copied();
        let first = finest.next()?;
        finest.try_fold(first, |mut around, code| {
            while !around.contains(code) {
                around = around.parent()?;
            }
            Some(around)
        })
    }

    pub(super) fn year(&self) -> Option<Year> {
        self.fields.get(Group::YEAR.key()).and_then(|value| Year::from_json(value).ok())
    }
}

/// Whether a group can be in both: one lies in the other, or they are the same.
pub(super) fn is_around(one: Option<RegionCode>, other: Option<RegionCode>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    one.contains(other) || other.contains(one)
}

/// Whether a group can have members in both: they are in one kecamatan as far as is known.
pub(super) fn share(one: Option<RegionCode>, other: Option<RegionCode>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    match (one.district(), other.district()) {
        (Some(one), Some(other)) => one == other,
        _ => one.contains(other) || other.contains(one),
    }
}

/// Whether two values of a field say the same: free text is compared blind to case and punctuation.
pub(super) fn is_alike(field: FieldRef, one: &serde_json::Value, other: &serde_json::Value) -> bool {
    if one == other {
        return true;
    }
    let folds = |value: &serde_json::Value| value.as_str().map(fold).filter(|folded| !folded.is_empty());
    let is_text = matches!(
        field,
        Member::NAME
            | Member::BIRTH_PLACE
            | Member::ADDRESS
            | Member::OCCUPATION
            | Member::LEAVE_REASON
            | Group::NAME
            | Group::BUSINESS_NAME
            | Group::ADDRESS
            | Group::FACILITATOR
            | Group::BANK
            | Group::ACCOUNT_HOLDER
            | Group::NOTE
    );
    is_text && folds(one).is_some() && folds(one) == folds(other)
}
