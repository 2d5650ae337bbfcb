//! What a column without a heading is, by what its cells look like; and whether cells look like what the heading says.

use std::collections::BTreeSet;

use super::guess::Columns;
use super::headings::Never;
use super::layout::counts_columns;
use super::mapping::Mapping;
use super::place::{Named, Places};
use super::sheet::{Cell, CellKind, Sheet};
use super::target::Target;
use super::value::is_blank;
use super::why::Why;
use super::words::code_of;
use crate::domain::{Date, FieldValue, Nik, Phone, RegionStanding, Sex, fold};
use crate::kinds::{ListSource, Member};

/// Cells that are looked at in each column.
const SAMPLE: usize = 60;

/// So many of ten cells have to look alike.
const OF_TEN: usize = 7;

const NIK: Target = Target::Field(Member::NIK);
const CARD: Target = Target::Field(Member::CARD);
const NAME: Target = Target::Field(Member::NAME);
const BORN: Target = Target::Field(Member::BIRTH_DATE);
const SEX: Target = Target::Field(Member::SEX);

/// Whether a cell looks like one of its column.
type Test = fn(&Cell, &Places) -> bool;

/// Asks where the cells of a column cannot be what its heading says: names under "KK", numbers under "Nama".
pub(super) fn doubt(sheet: &Sheet, mapping: &Mapping, columns: &mut Columns) {
    for column in 0..columns.targets.len() {
        let mut cells = sample(sheet, mapping, column).filter(|cell| !is_blank(cell)).peekable();
        if cells.peek().is_none() {
            continue;
        }
        match columns.targets[column] {
            NIK | CARD | Target::Field(Member::PHONE) if cells.all(|cell| is_name(cell) && !says_none(cell)) => {
                // Beside the names, names under "KK" are those of heads of families; a NIK that is none is told in each row.
                match (columns.has(NAME), columns.targets[column]) {
                    (false, _) => columns.ask(NAME, vec![column]),
                    (true, CARD) => columns.leave(column, Why::Never(Never::Head)),
                    (true, _) => {}
                }
            }
            NAME if cells.all(|cell| digits(cell) > 3) => columns.leave(column, Why::Nothing),
            _ => {}
        }
    }
}

fn says_none(cell: &Cell) -> bool {
    let folded = fold(&cell.text);
    ["tidak", "tdk", "belum", "blm", "none", "kosong"].iter().any(|word| folded.starts_with(word))
}

/// Finds what is not known yet of the columns whose heading is not known.
pub(super) fn looks(sheet: &Sheet, mapping: &Mapping, columns: &mut Columns, places: &Places) {
    numbers(sheet, mapping, columns);
    let order: [(Target, Test); 6] = [
        (SEX, |cell, _| is_sex(cell)),
        (BORN, |cell, _| is_day(cell)),
        (Target::Field(Member::PHONE), |cell, _| is_phone(cell)),
        (Target::Field(Member::ROLE), |cell, _| is_role(cell)),
        (Target::District, |cell, places| is_place(cell, places, true)),
        (Target::Village, |cell, places| is_place(cell, places, false)),
    ];
    for (target, is_like) in order {
        let is_said = match target {
            BORN => columns.has(Target::Birth),
            SEX => Sex::ALL.iter().any(|sex| columns.has(Target::Tick(*sex))),
            _ => false,
        };
        if is_said || is_asked(columns, target) {
            continue;
        }
        let like: Vec<usize> =
            free(columns).filter(|column| share(sheet, mapping, *column, |cell| is_like(cell, places))).collect();
        let like: Vec<usize> = like
            .into_iter()
            .filter(|column| match target {
                SEX => agrees_by_sex(sheet, mapping, columns, *column),
                BORN => agrees_by_birth(sheet, mapping, columns, *column),
                _ => true,
            })
            .collect();
        settle(sheet, mapping, columns, target, like);
    }
    name_column(sheet, mapping, columns);
}

/// The columns of which nothing is known.
fn free(columns: &Columns) -> impl Iterator<Item = usize> + '_ {
    (0..columns.targets.len()).filter(|at| columns.targets[*at] == Target::Ignore && columns.why[*at] == Why::Nothing)
}

/// Whether nothing stands above a column, or nothing that says anything: in a heading of which no word is known.
fn is_bare(sheet: &Sheet, mapping: &Mapping, columns: &Columns, column: usize) -> bool {
    mapping.heading_parts(sheet, column).is_empty() || !columns.why.iter().any(|why| why.is_known())
}

fn is_asked(columns: &Columns, target: Target) -> bool {
    columns.has(target) || columns.questions.iter().any(|question| question.target == target)
}

/// One column that nothing stands above is taken; under unknown words, and of two alike, a person is asked.
fn settle(sheet: &Sheet, mapping: &Mapping, columns: &mut Columns, target: Target, like: Vec<usize>) {
    let is_bare = |column: &usize| is_bare(sheet, mapping, columns, *column);
    // Under a heading that is known for less, what it may be is said by that already.
    let like: Vec<usize> = like.into_iter().filter(|column| columns.might[*column].is_empty()).collect();
    match like[..] {
        [] => {}
        [only] if is_bare(&only) => columns.take(only, target, Why::Values),
        // Places that stand side by side are not asked about: the first is the one where nothing stands above any.
        [first, ..] if matches!(target, Target::District | Target::Village) && like.iter().all(is_bare) => {
            columns.take(first, target, Why::Values);
        }
        _ => columns.ask(target, like),
    }
}

/// The columns of sixteen digits: a person's number, and the family card, which a family shares.
fn numbers(sheet: &Sheet, mapping: &Mapping, columns: &mut Columns) {
    let like: Vec<usize> = free(columns).filter(|column| share(sheet, mapping, *column, is_number)).collect();
    let is_bare = like.iter().all(|column| is_bare(sheet, mapping, columns, *column));
    let (has_nik, has_card) = (is_asked(columns, NIK), is_asked(columns, CARD));
    match like[..] {
        [] => {}
        [one, other] if is_bare && !has_nik && !has_card => {
            let (repeats_one, repeats_other) = (repeats(sheet, mapping, one), repeats(sheet, mapping, other));
            if repeats_one == repeats_other {
                columns.ask(NIK, vec![one, other]);
            } else {
                let (nik, card) = if repeats_one { (other, one) } else { (one, other) };
                columns.take(nik, NIK, Why::Values);
                columns.take(card, CARD, Why::Values);
            }
        }
        [only] if is_bare && !has_nik && !repeats(sheet, mapping, only) => columns.take(only, NIK, Why::Values),
        [only] if is_bare && has_nik && !has_card && repeats(sheet, mapping, only) => {
            columns.take(only, CARD, Why::Values);
        }
        _ if !has_nik => columns.ask(NIK, like),
        _ if !has_card => columns.ask(CARD, like),
        _ => {}
    }
}

/// The column of the most different words is the one of the names, where it stands beside something of a person.
fn name_column(sheet: &Sheet, mapping: &Mapping, columns: &mut Columns) {
    let is_person = |target: &Target| matches!(*target, NIK | SEX | BORN | Target::Birth);
    if is_asked(columns, NAME) || !columns.targets.iter().any(is_person) {
        return;
    }
    let named: Vec<usize> = free(columns)
        .filter(|column| columns.might[*column].is_empty() && share(sheet, mapping, *column, is_name))
        .collect();
    if let (true, Some(head)) = (named.is_empty(), only_head(columns)) {
        columns.take(head, NAME, Why::Word(ListSource::Kpm));
        return;
    }
    let best = named.into_iter().max_by_key(|column| (different(sheet, mapping, *column), std::cmp::Reverse(*column)));
    if let Some(column) = best {
        if is_bare(sheet, mapping, columns, column) {
            columns.take(column, NAME, Why::Values);
        } else {
            columns.ask(NAME, vec![column]);
        }
    }
}

/// The column of the heads of families, in a list of families that speaks of nobody else.
fn only_head(columns: &Columns) -> Option<usize> {
    let is_of_others = columns.why.contains(&Why::Never(Never::Relative));
    let is_of_members = columns.has(Target::Field(Member::KINSHIP));
    let head = columns.why.iter().position(|why| *why == Why::Never(Never::Head));
    head.filter(|_| !is_of_others && !is_of_members)
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

/// The first cells of a column that hold something.
pub(super) fn sample<'a>(sheet: &'a Sheet, mapping: &Mapping, column: usize) -> impl Iterator<Item = &'a Cell> {
    sampled(sheet, mapping, column).map(|(_, cell)| cell)
}

fn sampled<'a>(sheet: &'a Sheet, mapping: &Mapping, column: usize) -> impl Iterator<Item = (usize, &'a Cell)> {
    let cells = (mapping.first_row..sheet.rows.len()).map(move |row| (row, sheet.cell(row, column)));
    cells.filter(|(row, cell)| !cell.is_empty() && !counts_columns(sheet, *row)).take(SAMPLE)
}

/// How many different values those are.
pub(super) fn different(sheet: &Sheet, mapping: &Mapping, column: usize) -> usize {
    sample(sheet, mapping, column).map(|cell| cell.text.as_str()).collect::<BTreeSet<_>>().len()
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

/// The NIK beside each sampled cell of a column, where the column of NIK is known.
fn beside<'a>(
    sheet: &'a Sheet,
    mapping: &Mapping,
    columns: &Columns,
    column: usize,
) -> impl Iterator<Item = (&'a Cell, Nik)> {
    let nik = columns.of(NIK).first().copied();
    sampled(sheet, mapping, column).filter_map(move |(row, cell)| {
        let nik = Nik::parse(&sheet.cell(row, nik?).text).ok()?;
        Some((cell, nik))
    })
}

/// Letters L and P without a heading are the sex only if both occur and the NIK say the same; words are it by themselves.
fn agrees_by_sex(sheet: &Sheet, mapping: &Mapping, columns: &Columns, column: usize) -> bool {
    let codes: Vec<&Cell> = sample(sheet, mapping, column).collect();
    if codes.iter().all(|cell| cell.text.chars().count() > 2) {
        return true;
    }
    let of = |cell: &Cell| code_of(Member::SEX, &cell.text).map(|(code, _)| code);
    let both = Sex::ALL.iter().all(|sex| codes.iter().any(|cell| of(cell) == Some(sex.code())));
    let (mut all, mut same) = (0, 0);
    for (cell, nik) in beside(sheet, mapping, columns, column) {
        all += 1;
        same += usize::from(of(cell) == Some(nik.sex().code()));
    }
    both && all > 0 && same * 10 >= all * 9
}

/// Days without a heading are births only if they are long past, and the NIK say the same where there are any.
fn agrees_by_birth(sheet: &Sheet, mapping: &Mapping, columns: &Columns, column: usize) -> bool {
    let day =
        |cell: &Cell| Date::from_iso(cell.text.get(..10).unwrap_or_default()).or_else(|_| Date::parse(&cell.text)).ok();
    let years: BTreeSet<i32> = sample(sheet, mapping, column).filter_map(day).map(Date::year).collect();
    let (mut all, mut same) = (0, 0);
    for (cell, nik) in beside(sheet, mapping, columns, column) {
        if let Some(day) = day(cell) {
            let is_near = nik.birth_dates().iter().flatten().any(|born| {
                let is_turned = born.year() == day.year() && born.month() == day.day() && born.day() == day.month();
                is_turned || born.days_until(day).abs() <= 1
            });
            all += 1;
            same += usize::from(is_near);
        }
    }
    let is_past = years.iter().all(|year| *year < LATEST_BIRTH);
    let is_varied = || years.len() > 1 || sample(sheet, mapping, column).count() == 1;
    is_past && if all == 0 { is_varied() } else { same * 2 > all }
}

/// Days of later years are those of handing over and signing, where nothing else speaks for a birth.
const LATEST_BIRTH: i32 = 2012;

fn digits(cell: &Cell) -> usize {
    let count = cell.text.bytes().filter(u8::is_ascii_digit).count();
    if cell.text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-')) { count } else { 0 }
}

/// Sixteen digits of a person or a family; a bank card is of no province.
fn is_number(cell: &Cell) -> bool {
    digits(cell) == 16
        && Nik::parse(&cell.text).map_or(true, |nik| nik.region_standing() != RegionStanding::UnknownProvince)
}

fn is_name(cell: &Cell) -> bool {
    cell.text.chars().filter(|c| c.is_alphabetic()).count() > 2
        && !cell.text.bytes().any(|byte| byte.is_ascii_digit())
        && !cell.text.contains('@')
}

fn is_sex(cell: &Cell) -> bool {
    !cell.text.bytes().any(|byte| byte.is_ascii_digit()) && code_of(Member::SEX, &cell.text).is_some()
}

/// A letter alone says nothing of a part in the group.
fn is_role(cell: &Cell) -> bool {
    cell.text.chars().count() > 2 && code_of(Member::ROLE, &cell.text).is_some()
}

fn is_day(cell: &Cell) -> bool {
    let is_written = || cell.text.contains(['/', '-', ' ', '.']) && Date::parse(&cell.text).is_ok();
    cell.is_day() || cell.kind == CellKind::Text && is_written()
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
    let (code, doubts) = places.resolve(named, None);
    code.is_some() && doubts.is_empty() && !text.bytes().any(|byte| byte.is_ascii_digit())
}
