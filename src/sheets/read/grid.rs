//! A sheet while it is filled, cell by cell, on a budget that all sheets of a file share.
//!
//! A small file can repeat one text a million times. Each use is paid for before it is made, so that what is too much costs
//! nothing.

use crate::lists::{Cell, Merge, Sheet, TableError, TableLimits};

/// What may still be made of a file.
#[derive(Debug)]
pub(super) struct Budget {
    cells: usize,
    text: usize,
    merges: usize,
}

/// A sheet that is being filled.
#[derive(Debug)]
pub(super) struct Grid<'a> {
    rows: Vec<Vec<Cell>>,
    merges: Vec<Merge>,
    budget: &'a mut Budget,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: TableLimits::CELLS, text: TableLimits::TEXT, merges: TableLimits::ROWS }
    }
}

impl Budget {
    /// Takes what a text needs that many times.
    pub(super) fn take_text(&mut self, bytes: usize, times: usize) -> Result<(), TableError> {
        let needed = bytes.checked_mul(times);
        let left = needed.and_then(|needed| self.text.checked_sub(needed));
        self.text = left.ok_or(TableError::TooLargeUnzipped)?;
        Ok(())
    }

    fn take_cells(&mut self, count: usize) -> Result<(), TableError> {
        self.cells = self.cells.checked_sub(count).ok_or(TableError::TooMany)?;
        Ok(())
    }
}

impl<'a> Grid<'a> {
    pub(super) fn new(budget: &'a mut Budget) -> Self {
        Self { rows: Vec::new(), merges: Vec::new(), budget }
    }

    /// Whether a cell in this place would be kept: what stands further right is not read.
    pub(super) fn has_column(column: usize) -> bool {
        column < TableLimits::COLUMNS
    }

    /// Puts a cell in its place.
    pub(super) fn put(&mut self, row: usize, column: usize, cell: Cell) -> Result<(), TableError> {
        if cell.is_empty() || !Self::has_column(column) {
            return Ok(());
        }
        if row >= TableLimits::ROWS {
            return Err(TableError::TooMany);
        }
        self.budget.take_text(cell.text.len(), 1)?;
        if self.rows.len() <= row {
            self.rows.resize_with(row + 1, Vec::new);
        }
        let Some(line) = self.rows.get_mut(row) else { return Ok(()) };
        // The empty cells before it take room, too.
        self.budget.take_cells((column + 1).saturating_sub(line.len()))?;
        if line.len() <= column {
            line.resize_with(column + 1, Cell::default);
        }
        if let Some(place) = line.get_mut(column) {
            *place = cell;
        }
        Ok(())
    }

    /// Puts what a row has into as many rows below it.
    pub(super) fn repeat(&mut self, row: usize, times: usize) -> Result<(), TableError> {
        let Some(line) = self.rows.get(row).filter(|line| !line.is_empty()).cloned() else { return Ok(()) };
        if times >= TableLimits::ROWS - row {
            return Err(TableError::TooMany);
        }
        self.budget.take_text(line.iter().map(|cell| cell.text.len()).sum(), times)?;
        self.budget.take_cells(line.len() * times)?;
        self.rows.extend(std::iter::repeat_n(line, times));
        Ok(())
    }

    /// Notes merged cells, of which there may be as many as rows.
    pub(super) fn merge(&mut self, merge: Merge) -> Result<(), TableError> {
        if merge.top >= merge.bottom && merge.left >= merge.right {
            return Ok(());
        }
        self.budget.merges = self.budget.merges.checked_sub(1).ok_or(TableError::TooMany)?;
        self.merges.push(merge);
        Ok(())
    }

    /// The sheet. Merged cells end with the rows and columns that there are, and what giving each its value needs is paid for.
    pub(super) fn finish(mut self, name: String, from_1904: bool) -> Result<Sheet, TableError> {
        let width = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let (rows, budget) = (&self.rows, &mut *self.budget);
        let mut wrong = None;
        self.merges.retain_mut(|merge| {
            merge.bottom = merge.bottom.min(rows.len().saturating_sub(1));
            merge.right = merge.right.min(width.saturating_sub(1));
            let Some(cell) = rows.get(merge.top).and_then(|row| row.get(merge.left)) else { return false };
            if cell.is_empty() || merge.bottom < merge.top || merge.right < merge.left {
                return false;
            }
            let area = (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);
            let paid = budget.take_cells(area).and_then(|()| budget.take_text(cell.text.len(), area));
            wrong = wrong.or(paid.err());
            true
        });
        match wrong {
            Some(error) => Err(error),
            None => Ok(Sheet { name, rows: self.rows, merges: self.merges, from_1904 }),
        }
    }
}
