//! What an XLS comes to when all of it is made, counted before calamine makes it: a text may be used by any number of cells,
//! and one cell in the last corner stands for all before it.
//!
//! Reads the frame only: the sectors of a compound file ([MS-CFB]), the kinds and lengths of records ([MS-XLS]). Deliberately
//! absent: what the cells say.

use crate::lists::{TableError, TableLimits};

/// Numbers of sectors from here on mean something else, such as the end of a chain.
const LAST_SECTOR: usize = 0xffff_fffa;

/// Holds that a workbook can be made.
///
/// # Errors
/// [`TableError::Locked`], [`TableError::TooMany`], [`TableError::TooLargeUnzipped`], and [`TableError::Damaged`] where its
/// frame is broken.
pub(super) fn check(bytes: &[u8]) -> Result<(), TableError> {
    let stream = Compound::open(bytes).and_then(|file| file.workbook()).ok_or(TableError::Damaged)?;
    Count::default().records(&stream)
}

fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().rev().fold(0, |sum, byte| sum << 8 | usize::from(*byte)))
}

/// A compound file.
struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    small_sector: usize,
    /// The sector that follows each.
    next: Vec<usize>,
}

impl<'a> Compound<'a> {
    fn open(bytes: &'a [u8]) -> Option<Self> {
        let size = |at| number(bytes, at, 2).filter(|power| (6..=12).contains(power)).map(|power| 1 << power);
        let mut file = Self { bytes, sector: size(30)?, small_sector: size(32)?, next: Vec::new() };
        let mut tables: Vec<usize> = (0..109).filter_map(|at| number(bytes, 76 + at * 4, 4)).collect();
        let (mut more, mut left) = (number(bytes, 68, 4)?, file.most());
        while more < LAST_SECTOR && left > 0 {
            let listed = file.numbers(more)?;
            let (last, others) = listed.split_last()?;
            tables.extend(others);
            (more, left) = (*last, left - 1);
        }
        for table in tables.into_iter().filter(|table| *table < LAST_SECTOR).take(file.most()) {
            let numbers = file.numbers(table)?;
            file.next.extend(numbers);
        }
        Some(file)
    }

    /// How many sectors there can be.
    fn most(&self) -> usize {
        self.bytes.len() / self.sector + 1
    }

    fn part(&self, at: usize) -> Option<&'a [u8]> {
        let start = at.checked_add(1)?.checked_mul(self.sector)?;
        // The last may be cut.
        self.bytes.get(start..self.bytes.len().min(start + self.sector))
    }

    fn numbers(&self, at: usize) -> Option<Vec<usize>> {
        let part = self.part(at)?;
        Some((0..part.len() / 4).filter_map(|at| number(part, at * 4, 4)).collect())
    }

    fn chain(&self, start: usize) -> Option<Vec<u8>> {
        let (mut out, mut at) = (Vec::new(), start);
        for _ in 0..self.most() {
            if at >= LAST_SECTOR {
                return Some(out);
            }
            out.extend(self.part(at)?);
            at = *self.next.get(at)?;
        }
        None
    }

    /// The stream of the workbook.
    fn workbook(&self) -> Option<Vec<u8>> {
        let directory = self.chain(number(self.bytes, 48, 4)?)?;
        let mut entries = directory.chunks_exact(128);
        let root = directory.get(..128)?;
        let named = |name: &str, entry: &[u8]| {
            let own: Vec<u16> = entry[..64].chunks(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
            let length = number(entry, 64, 2).unwrap_or_default() / 2;
            String::from_utf16_lossy(own.get(..length.saturating_sub(1)).unwrap_or_default()).eq_ignore_ascii_case(name)
        };
        let entry = entries
            .clone()
            .find(|entry| named("Workbook", entry))
            .or_else(|| entries.find(|entry| named("Book", entry)))?;
        let (start, size) = (number(entry, 116, 4)?, number(entry, 120, 4)?);
        if size >= number(self.bytes, 56, 4)? {
            return self.chain(start);
        }
        let (small, next) = (self.chain(number(root, 116, 4)?)?, self.chain(number(self.bytes, 60, 4)?)?);
        let (mut out, mut at) = (Vec::new(), start);
        while out.len() < size && at < LAST_SECTOR {
            let start = at.checked_mul(self.small_sector)?;
            out.extend(small.get(start..small.len().min(start + self.small_sector))?);
            at = number(&next, at.checked_mul(4)?, 4)?;
        }
        Some(out)
    }
}

/// What the records met so far come to.
#[derive(Default)]
struct Count {
    /// The letters of each shared text.
    texts: Vec<usize>,
    text: usize,
    cells: usize,
    /// The first and the last row and column of the sheet.
    corners: Option<[usize; 4]>,
}

impl Count {
    fn records(mut self, stream: &[u8]) -> Result<(), TableError> {
        let mut at = 0;
        while let (Some(kind), Some(length)) = (number(stream, at, 2), number(stream, at + 2, 2)) {
            let Some(data) = stream.get(at + 4..at + 4 + length) else { break };
            at += 4 + length;
            match kind {
                // FilePass
                0x2f => return Err(TableError::Locked),
                // SST, which goes on in the Continue records behind it
                0xfc => {
                    let mut parts = vec![data.get(8..).unwrap_or_default()];
                    while number(stream, at, 2) == Some(0x3c) {
                        let Some(length) = number(stream, at + 2, 2) else { break };
                        parts.extend(stream.get(at + 4..at + 4 + length));
                        at += 4 + length;
                    }
                    self.texts = lengths(parts);
                }
                // LabelSst
                0xfd => {
                    let used = number(data, 6, 4).and_then(|at| self.texts.get(at)).copied().unwrap_or_default();
                    self.text += used;
                    self.cell(data, 0);
                }
                // Formula, Number, Label, BoolErr, RString, Rk
                0x06 | 0x203 | 0x204 | 0x205 | 0xd6 | 0x27e => self.cell(data, 0),
                // MulRk
                0xbd => self.cell(data, data.len().saturating_sub(10) / 6),
                // Dimensions, for which calamine makes room
                0x200 => {
                    let wide = usize::from(data.len() > 10) * 2;
                    let of = |at, length| number(data, at, length).unwrap_or_default();
                    let rows = of(2 + wide, 2 + wide).saturating_sub(of(0, 2 + wide));
                    let columns = of(6 + 2 * wide, 2).saturating_sub(of(4 + 2 * wide, 2));
                    if rows.saturating_mul(columns) > TableLimits::CELLS {
                        return Err(TableError::TooMany);
                    }
                }
                // BOF, EOF
                0x809 | 0x0a => self.end_sheet(),
                _ => {}
            }
            self.hold()?;
        }
        self.end_sheet();
        self.hold()
    }

    fn cell(&mut self, data: &[u8], more: usize) {
        let (Some(row), Some(column)) = (number(data, 0, 2), number(data, 2, 2)) else { return };
        let [top, left, bottom, right] = self.corners.unwrap_or([row, column, row, column]);
        self.corners = Some([top.min(row), left.min(column), bottom.max(row), right.max(column + more)]);
    }

    fn end_sheet(&mut self) {
        if let Some([top, left, bottom, right]) = self.corners.take() {
            self.cells = self.cells.saturating_add((bottom - top + 1).saturating_mul(right - left + 1));
        }
    }

    fn hold(&self) -> Result<(), TableError> {
        if self.text > TableLimits::TEXT {
            Err(TableError::TooLargeUnzipped)
        } else if self.cells > TableLimits::CELLS {
            Err(TableError::TooMany)
        } else {
            Ok(())
        }
    }
}

/// The letters of each text of the shared ones. What is not as it should be ends the list.
fn lengths(parts: Vec<&[u8]>) -> Vec<usize> {
    let mut parts = parts.into_iter();
    let (mut part, mut lengths) = (parts.next().unwrap_or_default(), Vec::new());
    loop {
        if part.is_empty() {
            match parts.next() {
                Some(next) => part = next,
                None => return lengths,
            }
        }
        let (Some(letters), Some(flags)) = (number(part, 0, 2), number(part, 2, 1)) else { return lengths };
        let (is_rich, is_extended) = (flags & 8 != 0, flags & 4 != 0);
        let runs = if is_rich { number(part, 3, 2).unwrap_or_default() * 4 } else { 0 };
        let extended_at = 3 + usize::from(is_rich) * 2;
        let extended = if is_extended { number(part, extended_at, 4).unwrap_or_default() } else { 0 };
        part = part.get(extended_at + usize::from(is_extended) * 4..).unwrap_or_default();
        lengths.push(letters);
        let (mut left, mut width) = (letters, 1 + (flags & 1));
        while left > 0 {
            let here = left.min(part.len() / width);
            part = &part[here * width..];
            left -= here;
            if left > 0 {
                // The rest stands in the next part, behind a flag of its own.
                let Some(next) = parts.next() else { return lengths };
                width = 1 + (next.first().copied().unwrap_or_default() & 1) as usize;
                part = next.get(1..).unwrap_or_default();
            }
        }
        let mut skip = runs.saturating_add(extended);
        while skip > part.len() {
            skip -= part.len();
            let Some(next) = parts.next() else { return lengths };
            part = next;
        }
        part = &part[skip..];
    }
}
