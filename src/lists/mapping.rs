//! How a sheet is to be read: where its heading is, what each column is, and what holds for all of it.

use serde::{Deserialize, Serialize};

use super::sheet::Sheet;
use super::target::Target;
use crate::domain::{Programme, RegionCode, Year};

/// How a sheet is to be read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The first row that holds no heading any more, counted from 0: from here on rows are read.
    pub first_row: usize,
    /// How many rows before it are its heading: 0, 1 or 2.
    pub heading_rows: usize,
    /// What each column is.
    pub columns: Vec<Target>,
    /// What holds for every row.
    pub whole: Whole,
    /// Whether dates such as `06/05/1990` have the month first, as a spreadsheet with English settings writes them.
    pub month_first: bool,
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

    /// What stands above a column, of two rows joined; a merged cell stands above all columns up to the next.
    pub fn heading(&self, sheet: &Sheet, column: usize) -> String {
        let rows = self.first_row.saturating_sub(self.heading_rows)..self.first_row;
        let mut parts: Vec<&str> = Vec::new();
        for row in rows {
            let own = sheet.cell(row, column);
            let is_upper = row + 1 < self.first_row;
            let spans = || (0..column).rev().map(|at| sheet.cell(row, at)).find(|cell| !cell.is_empty());
            let cell = if own.is_empty() && is_upper && !sheet.cell(row + 1, column).is_empty() {
                spans().unwrap_or(own)
            } else {
                own
            };
            if !cell.is_empty() && parts.last() != Some(&cell.text.as_str()) {
                parts.push(&cell.text);
            }
        }
        parts.join(" ")
    }
}
