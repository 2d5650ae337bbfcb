//! What a column without a telling heading is, by what its cells look like.

use std::collections::BTreeSet;

use super::guess::{Sureness, counts_columns};
use super::mapping::Mapping;
use super::place::{Named, Places};
use super::sheet::{Cell, CellKind, Sheet};
use super::target::Target;
use super::words::code_of;
use crate::domain::{Date, FieldValue, MemberField, Phone};

/// Cells that are looked at in each column.
const SAMPLE: usize = 60;

/// So many of ten cells have to look alike.
const OF_TEN: usize = 7;

/// Whether a cell looks like one of its column.
type Test = fn(&Cell, &Places) -> bool;

/// Finds what is not known yet of the columns whose heading is not known.
pub(super) fn looks(sheet: &Sheet, mapping: &mut Mapping, sure: &mut [Sureness], places: &Places) {
    let is_named = |mapping: &Mapping, column: usize| {
        super::headings::target_of(&mapping.heading(sheet, column)).is_some_and(|(_, exact)| exact)
    };
    let order: [(Target, Test); 8] = [
        (Target::Member(MemberField::Nik), |cell, _| digits(cell) == 16),
        (Target::Member(MemberField::Card), |cell, _| digits(cell) == 16),
        (Target::Member(MemberField::Sex), |cell, _| code_of(MemberField::Sex.into(), &cell.text).is_some()),
        (Target::Member(MemberField::BirthDate), |cell, _| is_day(cell)),
        (Target::Member(MemberField::Phone), |cell, _| is_phone(cell)),
        (Target::Member(MemberField::Role), |cell, _| code_of(MemberField::Role.into(), &cell.text).is_some()),
        (Target::District, |cell, places| is_place(cell, places, true)),
        (Target::Village, |cell, places| is_place(cell, places, false)),
    ];
    for (target, is_like) in order {
        if mapping.has(target) || target == Target::Member(MemberField::BirthDate) && mapping.has(Target::Birth) {
            continue;
        }
        let ticks = matches!(target, Target::Member(MemberField::Sex))
            && mapping.columns.iter().any(|own| matches!(own, Target::Tick(_)));
        let columns =
            (0..mapping.columns.len()).filter(|at| mapping.columns[*at] == Target::Ignore && !is_named(mapping, *at));
        let like: Vec<usize> =
            columns.filter(|column| !ticks && share(sheet, mapping, *column, |cell| is_like(cell, places))).collect();
        // Of two columns of such numbers the one that repeats itself is the card, which a family shares.
        let chosen = match like[..] {
            [first, second, ..]
                if target == Target::Member(MemberField::Nik)
                    && repeats(sheet, mapping, first)
                    && !repeats(sheet, mapping, second) =>
            {
                Some(second)
            }
            [first, ..] => Some(first),
            [] => None,
        };
        if let Some(column) = chosen {
            mapping.columns[column] = target;
            sure[column] = Sureness::Likely;
        }
    }
    name_column(sheet, mapping, sure);
}

/// The column of the most different words is the one of the names, where it stands beside something of a person.
fn name_column(sheet: &Sheet, mapping: &mut Mapping, sure: &mut [Sureness]) {
    let is_person = |target: &Target| {
        matches!(target, Target::Member(MemberField::Nik | MemberField::Sex | MemberField::BirthDate) | Target::Birth)
    };
    if mapping.has(Target::Member(MemberField::Name)) || !mapping.columns.iter().any(is_person) {
        return;
    }
    let is_name = |cell: &Cell| {
        cell.text.chars().filter(|c| c.is_alphabetic()).count() > 2
            && !cell.text.bytes().any(|byte| byte.is_ascii_digit())
    };
    let columns = (0..mapping.columns.len())
        .filter(|at| mapping.columns[*at] == Target::Ignore && sure[*at] == Sureness::Unknown);
    let different =
        |column: usize| sample(sheet, mapping, column).map(|cell| cell.text.as_str()).collect::<BTreeSet<_>>().len();
    let named: Vec<usize> = columns.filter(|column| share(sheet, mapping, *column, is_name)).collect();
    let best = named.into_iter().max_by_key(|column| (different(*column), std::cmp::Reverse(*column)));
    if let Some(column) = best {
        mapping.columns[column] = Target::Member(MemberField::Name);
        sure[column] = Sureness::Likely;
    }
}

/// Some different values of a column, for showing what stands in it.
pub fn samples<'a>(sheet: &'a Sheet, mapping: &Mapping, column: usize, count: usize) -> Vec<&'a Cell> {
    let mut found: Vec<&Cell> = Vec::new();
    for cell in sample(sheet, mapping, column) {
        if found.len() < count && !found.contains(&cell) {
            found.push(cell);
        }
    }
    found
}

fn sample<'a>(sheet: &'a Sheet, mapping: &Mapping, column: usize) -> impl Iterator<Item = &'a Cell> {
    let rows = (mapping.first_row..sheet.rows.len()).filter(|row| !counts_columns(sheet, *row));
    rows.map(move |row| sheet.cell(row, column)).filter(|cell| !cell.is_empty()).take(SAMPLE)
}

fn share(sheet: &Sheet, mapping: &Mapping, column: usize, is_like: impl Fn(&Cell) -> bool) -> bool {
    let (mut all, mut like) = (0, 0);
    for cell in sample(sheet, mapping, column) {
        all += 1;
        like += usize::from(is_like(cell));
    }
    like > 0 && like * 10 >= all * OF_TEN
}

fn repeats(sheet: &Sheet, mapping: &Mapping, column: usize) -> bool {
    let mut seen = BTreeSet::new();
    sample(sheet, mapping, column).any(|cell| !seen.insert(&cell.text))
}

fn digits(cell: &Cell) -> usize {
    let count = cell.text.bytes().filter(u8::is_ascii_digit).count();
    if cell.text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-')) { count } else { 0 }
}

fn is_day(cell: &Cell) -> bool {
    let is_written = || cell.text.contains(['/', '-', ' ', '.']) && Date::parse(&cell.text).is_ok();
    cell.kind == CellKind::Date || cell.kind == CellKind::Text && is_written()
}

fn is_phone(cell: &Cell) -> bool {
    (9..=14).contains(&digits(cell)) && Phone::parse(&cell.text).is_ok()
}

fn is_place(cell: &Cell, places: &Places, district: bool) -> bool {
    let text = cell.text.as_str();
    let named = if district {
        Named { district: text, ..Named::default() }
    } else {
        Named { village: text, ..Named::default() }
    };
    let (code, doubt) = places.resolve(named, None);
    code.is_some() && doubt.is_none() && !text.bytes().any(|byte| byte.is_ascii_digit())
}
