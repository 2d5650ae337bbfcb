//! How a sheet is to be read: where its heading is, what each column is, and what holds for all of it.

use serde::{Deserialize, Serialize};

use super::sheet::Sheet;
use super::target::Target;
use crate::domain::{Programme, RegionCode, Year};
use crate::kinds::ListSource;

/// How a sheet is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The first row that holds no heading any more, counted from 0: from here on rows are read.
    pub first_row: usize,
    /// How many rows before it are its heading.
    pub heading_rows: usize,
    /// What each column is.
    pub columns: Vec<Target>,
    /// What holds for every row.
    pub whole: Whole,
    /// Whether dates such as `06/05/1990` have the month first, as a spreadsheet with English settings writes them.
    pub month_first: bool,
    /// Where its headings are from, for the numbers by which that source means words.
    pub source: ListSource,
    /// What a person says of groups of one name in two villages; `None` where nobody was asked yet.
    pub same_name: Option<SameName>,
}

/// What groups of one name in two villages of a kecamatan are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SameName {
    /// A group in each.
    Apart,
    /// One group, whose members live in both.
    Together,
}

/// What holds for every row that does not say otherwise itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whole {
    /// The kabupaten or kota, or a smaller region.
    pub region: Option<RegionCode>,
    /// The programme of its groups.
    pub programme: Option<Programme>,
    /// The budget year of its groups.
    pub year: Option<Year>,
    /// The name of its one group; empty when the rows name theirs.
    pub group: String,
}

impl Mapping {
    /// Whether a column is this.
    pub fn has(&self, target: Target) -> bool {
        self.columns.contains(&target)
    }

    /// The column that is this.
    pub(super) fn column(&self, target: Target) -> Option<usize> {
        self.columns.iter().position(|own| *own == target)
    }

    /// Whether its rows are people: some column is of people alone, and none names officers instead.
    pub(super) fn is_of_people(&self) -> bool {
        let has_officers = self.columns.iter().any(|target| matches!(target, Target::Officer(_)));
        self.has(Target::Field(crate::kinds::Member::NAME))
            || !has_officers && self.columns.iter().any(|target| target.is_of_people())
    }

    /// What stands above a column, its rows joined.
    pub fn heading(&self, sheet: &Sheet, column: usize) -> String {
        self.heading_parts(sheet, column).join(" ")
    }

    /// What stands above a column, from the uppermost row on; a merged cell stands above all columns up to the next.
    pub(super) fn heading_parts<'a>(&self, sheet: &'a Sheet, column: usize) -> Vec<&'a str> {
        let mut parts: Vec<&str> = Vec::new();
        for row in self.first_row.saturating_sub(self.heading_rows)..self.first_row {
            let own = sheet.cell(row, column);
            let is_below = |lower: usize| !sheet.cell(lower, column).is_empty();
            let spans = || (0..column).rev().map(|at| sheet.cell(row, at)).find(|cell| !cell.is_empty());
            let cell =
                if own.is_empty() && (row + 1..self.first_row).any(is_below) { spans().unwrap_or(own) } else { own };
            if !cell.is_empty() && parts.last() != Some(&cell.text.as_str()) {
                parts.push(&cell.text);
            }
        }
        parts
    }
}
