//! What the cells of a column say together, and none by itself.

use super::mapping::Mapping;
use super::sheet::Sheet;
use super::target::Target;
use crate::kinds::{Group, Member};

/// So many numbers that all end in 0 are no chance.
const ROUNDED: usize = 5;

/// Whether only the first row of a group names it, as where its cells were merged. Where a name stands in two rows one after
/// the other, each row names its own, and an empty cell is a gap.
pub(super) fn is_first_of_block(sheet: &Sheet, mapping: &Mapping) -> bool {
    let Some(column) = mapping.columns.iter().position(|target| *target == Target::Field(Group::NAME)) else {
        return false;
    };
    let names: Vec<&str> =
        (mapping.first_row..sheet.rows.len()).map(|row| sheet.cell(row, column).text.as_str()).collect();
    !names.windows(2).any(|pair| !pair[0].is_empty() && pair[0] == pair[1])
}

/// Whether a place stands only in the first row of each group, beside its name, and so for all of the group.
pub(super) fn stands_once(sheet: &Sheet, mapping: &Mapping, column: usize) -> bool {
    let is_place = |target: &Target| matches!(target, Target::Village | Target::District | Target::Regency);
    let name = mapping.column(Target::Field(Group::NAME)).filter(|_| mapping.columns.get(column).is_some_and(is_place));
    let Some(name) = name else { return false };
    let mut rows = (mapping.first_row..sheet.rows.len()).filter(|row| !sheet.cell(*row, column).is_empty()).peekable();
    rows.peek().is_some() && rows.all(|row| !sheet.cell(row, name).is_empty())
}

/// Whether all numbers of persons in a column end in 0, as where a spreadsheet rounded them before it wrote them as text.
pub(super) fn is_rounded(sheet: &Sheet, mapping: &Mapping, column: usize) -> bool {
    let is_number = |target| matches!(target, Target::Field(Member::NIK | Member::CARD));
    if !mapping.columns.get(column).copied().is_some_and(is_number) {
        return false;
    }
    let texts = (mapping.first_row..sheet.rows.len()).map(|row| sheet.cell(row, column).text.as_str());
    let numbers = texts.filter(|text| text.len() == 16 && text.bytes().all(|byte| byte.is_ascii_digit()));
    let (mut count, mut zeros) = (0, 0);
    for number in numbers {
        count += 1;
        zeros += usize::from(number.ends_with('0'));
    }
    // One in ten ends so by chance, five of five in a hundred thousand.
    count >= ROUNDED && zeros == count
}
