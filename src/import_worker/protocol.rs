//! What the page asks of the import worker, and what it answers. Crosses as JSON; texts, files and bytes cross beside it.

use serde::{Deserialize, Serialize};

use crate::domain::{Date, Id};
use crate::duplicates::Suspect;
use crate::exchange::{AlonePlan, Content, GroupPlan, Header, ImportStatus, ReadError, Remark, Removal, Totals};
use crate::history::Record;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // said of each as a whole
pub enum Ask {
    /// Work on something invented, so that the first real work is quick.
    WarmUp,
    /// Take the book. Beside it: the texts of its aggregates.
    Book { today: Date },
    /// Look for suspected duplicates in the book that was taken.
    Suspects,
    /// Look at files. Beside it: the texts of the book's aggregates, and the files, in the order of these names.
    Look { today: Date, names: Vec<String> },
    /// Look at the others only.
    Leave { place: usize },
    /// So many groups that stand so, or any, from a place on.
    Cards { status: Option<ImportStatus>, from: usize, count: usize },
    /// So many records that belong to nothing but themselves and are brought, from a place on.
    Alone { from: usize, count: usize },
    /// Look anew, with leave to take these records away.
    Grant { granted: Vec<String> },
    /// So much of what the files would take away, from a place on.
    Removals { from: usize, count: usize },
    /// Make a file of the book. Beside it: the texts of the book.
    Make { today: Date, header: Header, contents: Contents },
    /// The records of some aggregates of a file, from a place on, without those of these groups, and with leave to take these
    /// records away.
    Batch { place: usize, from: usize, count: usize, without: Vec<Id>, granted: Vec<String> },
}

/// What it answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub enum Answer {
    /// It is done, and there is nothing to tell of it.
    Done,
    /// The suspected duplicates.
    Suspects(Vec<Suspect>),
    /// What the files are, and what they would do.
    Inspection(Box<Inspection>),
    /// Groups, and how many there are of these in all.
    Cards { cards: Vec<GroupPlan>, of: usize },
    /// Records that belong to nothing but themselves, and how many there are in all.
    Alone { cards: Vec<AlonePlan>, of: usize },
    /// What would be taken away, and how much of it there is in all.
    Removals { removals: Vec<Removal>, of: usize },
    /// Records, aggregate by aggregate, and where to go on; beside it how many aggregates there are in all.
    Batch { aggregates: Vec<Vec<Record>>, next: Option<usize>, of: usize },
    /// The text of a file stands beside it.
    Made,
}

/// What goes into a file.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Contents {
    /// The whole book.
    All,
    /// These groups with all that belongs to them, these records that belong to none, and the rest if that is wanted.
    Some { groups: Vec<Id>, own: Vec<Id>, rest: bool },
    /// Counts of each group.
    Recap,
}

/// What was looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Inspection {
    /// Each file, in the order in which it was handed over.
    pub files: Vec<InspectedFile>,
    /// What all that can be read would do together, with no more taken away than is granted; `None` when nothing can be.
    pub plan: Option<PlanCounts>,
    /// What has to be said of single records.
    pub remarks: Vec<Remark>,
    /// How many records it would erase.
    pub erasing: usize,
    /// How many records would count no more.
    pub hiding: usize,
    /// The ids of those of them that are granted.
    pub granted: Vec<String>,
}

impl Inspection {
    /// How many records would be taken away.
    pub fn removals(&self) -> usize {
        self.erasing + self.hiding
    }

    /// Whether the only file may be a list of the office's, and whether that is but a text so far.
    pub fn may_be_list(&self) -> Option<bool> {
        self.lists().first().filter(|_| self.files.len() == 1).map(|(_, is_text)| *is_text)
    }

    /// The places of the files that may be lists of the office's, and whether each is but a text so far: workbooks before texts.
    /// None where some file is one of the book, with which they cannot be taken in.
    pub fn lists(&self) -> Vec<(usize, bool)> {
        if self.plan.is_some() {
            return Vec::new();
        }
        let texts = self.places(|content| {
            // UTF-16 without its mark is not known for text here; a page may be a table that is called `.xls`.
            matches!(content, Content::Text | Content::Page | Content::Unknown)
        });
        let workbooks = self.workbooks().into_iter().map(|place| (place, false));
        workbooks.chain(texts.into_iter().map(|place| (place, true))).collect()
    }

    /// The places of the files that are workbooks for sure.
    pub fn workbooks(&self) -> Vec<usize> {
        self.places(|content| matches!(content, Content::Sheet | Content::OldSheet))
    }

    fn places(&self, is: impl Fn(&Content) -> bool) -> Vec<usize> {
        let is_one =
            |seen: &InspectedFile| matches!(&seen.outcome, Outcome::Refused(ReadError::Other(content)) if is(content));
        self.files.iter().enumerate().filter(|(_, seen)| is_one(seen)).map(|(place, _)| place).collect()
    }
}

/// One file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct InspectedFile {
    /// The name it came by, which messengers change.
    pub name: String,
    /// What it is.
    pub outcome: Outcome,
}

/// What a file is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// One of ours, whole.
    Good(Header),
    /// It is left out.
    Left,
    /// It cannot be taken in.
    Refused(ReadError),
}

/// What taking in would do, in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanCounts {
    /// The book now.
    pub before: Totals,
    /// The book afterwards.
    pub after: Totals,
    /// How many groups stand so, in the order of [`ImportStatus::ALL`].
    pub counts: [usize; ImportStatus::ALL.len()],
    /// The same of records that belong to nothing but themselves.
    pub alone: [usize; ImportStatus::ALL.len()],
    /// Records that are new or changed and are neither of these.
    pub others: usize,
}

impl PlanCounts {
    /// How many groups stand so.
    pub fn count(&self, status: ImportStatus) -> usize {
        at(&self.counts, status)
    }

    /// Whether some field will have two values.
    pub fn has_conflict(&self) -> bool {
        at(&self.counts, ImportStatus::Conflict) + at(&self.alone, ImportStatus::Conflict) > 0
    }

    /// How many records that belong to nothing but themselves are brought.
    pub fn brought_alone(&self) -> usize {
        ImportStatus::ALL.into_iter().filter(|status| status.brings()).map(|status| at(&self.alone, status)).sum()
    }

    /// All groups of the files.
    pub fn groups(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether there is nothing new at all.
    pub fn is_empty(&self) -> bool {
        let brings = ImportStatus::ALL.into_iter().filter(|status| status.brings());
        self.others + self.brought_alone() == 0 && brings.map(|status| self.count(status)).sum::<usize>() == 0
    }
}

/// The count of one status.
fn at(counts: &[usize; ImportStatus::ALL.len()], status: ImportStatus) -> usize {
    ImportStatus::ALL.iter().position(|other| *other == status).map_or(0, |place| counts[place])
}

/// What the import worker is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Reading the book, in aggregates.
    Book,
    /// Reading a file, in records.
    File,
    /// Comparing, in groups.
    Groups,
    /// Looking for duplicates, in people.
    People,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// With what.
    pub stage: Stage,
    /// So many are done.
    pub done: usize,
    /// Of so many.
    pub of: usize,
}
