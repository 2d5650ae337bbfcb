//! A table that is open: what a person sees of it who says what its columns are, and what comes of what they say.
//!
//! In the app it lies in the worker for spreadsheets, since thousands of rows take a phone a second to read. To the page cross
//! the heads of its sheets ([`Cover`]), the columns of one ([`Guessed`]), and what a mapping comes to: the counts
//! ([`Outline`]) and some of the rows ([`RowSeen`]).

use serde::{Deserialize, Serialize};

use super::guess::{Guess, guess, guess_under};
use super::layout::heading as heading_of_sheet;
use super::looks::samples;
use super::mapping::Mapping;
use super::plan::{Planned, plan};
use super::problem::{CellProblem, Outcome, Reason};
use super::reader::read_telling;
use super::rows::{Reading, Row};
use super::sheet::{Cell, Sheet};
use super::target::Target;
use super::why::Why;
use crate::domain::{Date, Id};
use crate::history::{Record, Stamp};
use crate::kinds::{Group, Member};
use crate::registry::Registry;

/// Rows at the top of a sheet that can be chosen as its heading.
const OFFERED: usize = 25;
/// Letters of such a row by which it is known.
const SHOWN: usize = 60;
/// Values that are shown of each column.
const SAMPLES: usize = 3;
/// How many rows are read between two words of it.
const EACH: usize = 128;

/// A table that is open.
#[derive(Debug)]
pub struct Table {
    sheets: Vec<Sheet>,
    planned: Planned,
}

/// A sheet as it is chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// Its name.
    pub name: String,
    /// How many rows it has.
    pub rows: usize,
    /// The rows that may be its heading: the number of each, from 1, and the beginning of what stands in it.
    pub head: Vec<(usize, String)>,
}

/// What the columns of a sheet most likely are, and what they are known by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guessed {
    /// The guess.
    pub guess: Guess,
    /// Each column.
    pub columns: Vec<Column>,
}

/// What a column is known by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// What stands above it.
    pub heading: String,
    /// Some different values of it.
    pub samples: Vec<Cell>,
    /// Why it is taken for what it is, or not taken.
    pub why: Why,
    /// What it may be besides.
    pub might: Vec<Target>,
}

/// A table as it is when it was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// Its sheets; there is one at least.
    pub covers: Vec<Cover>,
    /// The one to begin with.
    pub first: usize,
    /// The columns of that.
    pub guessed: Guessed,
}

/// What a mapping comes to, in numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// How many rows come to what, in the order of [`Outcome::ALL`].
    pub counts: [usize; Outcome::ALL.len()],
    /// Groups that are new.
    pub new_groups: usize,
    /// People that are new.
    pub new_members: usize,
    /// Groups and people that are in the book and change.
    pub changed: usize,
    /// All records that taking it in would make or change.
    pub records: usize,
    /// People who were deleted for good from groups to which it adds somebody.
    pub erased: usize,
    /// Names of groups that are in two villages, of which nobody knows whether they are one.
    pub same_names: Vec<String>,
}

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowSeen {
    /// Its number as a spreadsheet shows it, from 1.
    pub number: usize,
    /// What it calls the person, or the group where it is one.
    pub name: String,
    /// The name of its group.
    pub group: Option<String>,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Its cells that are not taken as they stand.
    pub problems: Vec<CellProblem>,
    /// Why it is left out, if it is.
    pub left_out: Option<Reason>,
}

impl Outline {
    /// How many rows come to this.
    pub fn count(&self, outcome: Outcome) -> usize {
        Outcome::ALL.iter().position(|other| *other == outcome).map_or(0, |place| self.counts[place])
    }
}

impl Table {
    /// A table of these sheets, of which there is one at least.
    pub fn new(sheets: Vec<Sheet>) -> Self {
        Self { sheets, planned: Planned::default() }
    }

    /// What is seen of it at first: the sheet whose columns are known is the list, the others are covers and choices. People
    /// come before groups, and of sheets that are alike the one with the most rows.
    pub fn opened(&self) -> Opened {
        let known = |sheet: &Sheet| {
            let Guess { mapping, why, .. } = guess(sheet);
            let has = |target| mapping.has(target);
            let whose = match (has(Target::Field(Member::NAME)), has(Target::Field(Group::NAME))) {
                (true, _) => 2,
                (false, true) => 1,
                (false, false) => 0,
            };
            let count = mapping.columns.iter().zip(&why).filter(|(own, why)| **own != Target::Ignore && why.is_known());
            (if mapping.first_row < sheet.rows.len() { whose } else { 0 }, count.count(), sheet.rows.len())
        };
        let first = match self.sheets.len() {
            0 | 1 => 0,
            count => (0..count).rev().max_by_key(|at| known(&self.sheets[*at])).unwrap_or_default(),
        };
        Opened { covers: self.sheets.iter().map(Cover::of).collect(), first, guessed: self.guessed(first, None) }
    }

    /// What the columns of a sheet most likely are; `heading` is how many of its rows end with the heading, where a person has
    /// said so, and 0 that it has none.
    pub fn guessed(&self, sheet: usize, heading: Option<usize>) -> Guessed {
        let Some(sheet) = self.sheets.get(sheet) else { return Guessed::default() };
        let under = |row: usize| {
            let own = heading_of_sheet(sheet)
                .filter(|(first, _)| *first == row)
                .map_or(usize::from(row > 0), |(_, rows)| rows);
            guess_under(sheet, row, own)
        };
        let guess = heading.map_or_else(|| guess(sheet), under);
        let column = |column: usize| Column {
            heading: guess.mapping.heading(sheet, column),
            samples: samples(sheet, &guess.mapping, column, SAMPLES).into_iter().cloned().collect(),
            why: guess.why.get(column).copied().unwrap_or_default(),
            might: guess.might.get(column).cloned().unwrap_or_default(),
        };
        Guessed { columns: (0..guess.mapping.columns.len()).map(column).collect(), guess }
    }

    /// Works out what a mapping comes to in a book, and tells how many rows are read, of how many.
    pub fn plan(
        &mut self,
        book: &Registry,
        sheet: usize,
        mapping: &Mapping,
        today: Date,
        tell: &mut dyn FnMut(usize, usize),
    ) -> Outline {
        let none = Sheet::default();
        let sheet = self.sheets.get(sheet).unwrap_or(&none);
        let reading = read_telling(sheet, mapping, today, &mut |row| {
            if row > 0 && row % EACH == 0 {
                tell(row, sheet.rows.len());
            }
        });
        // Nothing is made yet: ids and stamps are invented.
        let mut count = 0;
        let mut id = || {
            count += 1;
            Id::v7(count, [0; 10])
        };
        self.planned = plan(book, reading, &mut id, &mut Stamp::none);
        Outline {
            counts: Outcome::ALL.map(|outcome| self.planned.reading.count(outcome)),
            new_groups: self.planned.new_groups,
            new_members: self.planned.new_members,
            changed: self.planned.changed,
            records: self.planned.records.len(),
            erased: self.planned.erased,
            same_names: self.same_names(),
        }
    }

    /// The groups whose rows wait for a word on whether two villages are one group.
    fn same_names(&self) -> Vec<String> {
        let Reading { rows, blocks } = &self.planned.reading;
        let asked = rows.iter().filter(|row| row.left_out == Some(Reason::SameName));
        let mut names: Vec<String> =
            asked.filter_map(|row| blocks.get(row.block?)).map(|block| block.name().to_owned()).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Some of the rows that come to this, or of all, and how many there are of these.
    pub fn rows(&self, outcome: Option<Outcome>, from: usize, count: usize) -> (Vec<RowSeen>, usize) {
        let reading = &self.planned.reading;
        let wanted = reading.rows.iter().filter(|row| outcome.is_none_or(|outcome| row.outcome() == outcome));
        let seen = |row: &Row| RowSeen {
            number: row.number,
            name: row.name.clone(),
            group: row.block.and_then(|at| reading.blocks.get(at)).map(|block| block.name().to_owned()),
            outcome: row.outcome(),
            problems: row.problems.clone(),
            left_out: row.left_out.clone(),
        };
        (wanted.clone().skip(from).take(count).map(seen).collect(), wanted.count())
    }

    /// The records of what was planned last; `None` where the book is another than then, or there are too few ids, one for each
    /// group and person that is new, or too few stamps, one for each record.
    pub fn records(&self, book: &Registry, ids: Vec<Id>, stamps: Vec<Stamp>) -> Option<Vec<Record>> {
        let Planned { new_groups, new_members, records, reading, .. } = &self.planned;
        if ids.len() < new_groups + new_members || stamps.len() < records.len() {
            return None;
        }
        let (mut ids, mut stamps) = (ids.into_iter(), stamps.into_iter());
        let mut id = || ids.next().unwrap_or_else(|| Id::v7(0, [0; 10]));
        let mut stamp = || stamps.next().unwrap_or_else(Stamp::none);
        let made = plan(book, reading.clone(), &mut id, &mut stamp).records;
        (made.len() == records.len()).then_some(made)
    }
}

impl Cover {
    fn of(sheet: &Sheet) -> Self {
        let told = |row: &Vec<Cell>| {
            let texts = row.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.text.as_str());
            texts.collect::<Vec<_>>().join(" · ").chars().take(SHOWN).collect()
        };
        let rows = sheet.rows.iter().take(OFFERED).enumerate().filter(|(_, row)| !row.is_empty());
        let head = rows.map(|(at, row)| (at + 1, told(row))).collect();
        Self { name: sheet.name.clone(), rows: sheet.rows.len(), head }
    }
}
