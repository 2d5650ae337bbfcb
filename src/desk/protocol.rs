//! What the page asks of the desk, and what it answers. Crosses as JSON; texts, files and bytes cross beside it.

use serde::{Deserialize, Serialize};

use crate::domain::{Date, Id};
use crate::duplicates::Suspect;
use crate::exchange::{Content, GroupPlan, Header, ReadError, Standing, Totals};
use crate::history::Record;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // said of each as a whole
pub enum Ask {
    /// Work on something invented, so that the first real work is quick.
    Practise,
    /// Take the book. Beside it: the texts of its homes.
    Book { today: Date },
    /// Look for suspected duplicates in the book that was taken.
    Suspects,
    /// Look at files. Beside it: the texts of the book's homes, and the files, in the order of these names.
    Look { today: Date, names: Vec<String> },
    /// Look at the others only.
    Leave { place: usize },
    /// So many groups that stand so, or any, from a place on.
    Cards { standing: Option<Standing>, from: usize, count: usize },
    /// Make a file of the book. Beside it: the texts of the book.
    Make { today: Date, header: Header, contents: Contents },
    /// The records of some homes of a file, from a place on, without those of these groups.
    Batch { place: usize, from: usize, count: usize, without: Vec<Id> },
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
    Looked(Looked),
    /// Groups, and how many there are of these in all.
    Cards { cards: Vec<GroupPlan>, of: usize },
    /// Records, home by home, and where to go on; beside it how many homes there are in all.
    Batch { homes: Vec<Vec<Record>>, next: Option<usize>, of: usize },
    /// The text of a file stands beside it.
    Made,
}

/// What goes into a file.
#[allow(missing_docs)]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Contents {
    /// The whole book.
    All,
    /// These groups with all that belongs to them, and the rest if that is wanted.
    Some { groups: Vec<Id>, rest: bool },
    /// Counts of each group.
    Recap,
}

/// What was looked at.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Looked {
    /// Each file, in the order in which it was handed over.
    pub files: Vec<Seen>,
    /// What all that can be read would do together; `None` when nothing can be.
    pub plan: Option<Summary>,
}

impl Looked {
    /// Whether the only file may be a list of the office's, and whether that is but a text so far.
    pub fn may_be_list(&self) -> Option<bool> {
        let [Seen { outcome: Outcome::Refused(ReadError::Other(content)), .. }] = self.files.as_slice() else {
            return None;
        };
        match content {
            Content::Sheet | Content::OldSheet => Some(false),
            // UTF-16 without its mark is not known for text here.
            Content::Text | Content::Unknown => Some(true),
            _ => None,
        }
    }
}

/// One file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Seen {
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
pub struct Summary {
    /// The book now.
    pub before: Totals,
    /// The book afterwards.
    pub after: Totals,
    /// How many groups stand so, in the order of [`Standing::ALL`].
    pub counts: [usize; Standing::ALL.len()],
    /// Records that are new or changed and belong to none of these groups.
    pub others: usize,
}

impl Summary {
    /// How many groups stand so.
    pub fn count(&self, standing: Standing) -> usize {
        Standing::ALL.iter().position(|other| *other == standing).map_or(0, |place| self.counts[place])
    }

    /// All groups of the files.
    pub fn groups(&self) -> usize {
        self.counts.iter().sum()
    }

    /// Whether there is nothing new at all.
    pub fn is_empty(&self) -> bool {
        let brings = Standing::ALL.into_iter().filter(|standing| standing.brings());
        self.others == 0 && brings.map(|standing| self.count(standing)).sum::<usize>() == 0
    }
}

/// What the desk is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Reading the book, in homes.
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
