//! What the columns of a sheet most likely are: by the words above them, and by what the cells look like.

use serde::{Deserialize, Serialize};

use super::group_name::named_in;
use super::headings::target_of;
use super::line::{is_numbers, place_in};
use super::looks::looks;
use super::mapping::{Mapping, Whole};
use super::place::{Named, Places};
use super::sheet::{Cell, CellKind, Sheet};
use super::target::Target;
use super::value::year_in;
use super::words::code_of;
use crate::domain::{AnyField, FieldValue, GroupField, MemberField, Programme, Role, Sex, Year, fold};

/// How a guess came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sureness {
    /// Nothing was found, or what is left of two columns that say the same.
    Unknown,
    /// By what the cells look like, or by a word within the heading.
    Likely,
    /// The heading says just that.
    Sure,
}

/// A mapping to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// The mapping.
    pub mapping: Mapping,
    /// How sure each column is.
    pub sure: Vec<Sureness>,
}

/// How far down the heading is looked for.
const SOUGHT: usize = 40;

/// Guesses all of it.
pub fn guess(sheet: &Sheet) -> Guess {
    let rows = sheet.rows.len().min(SOUGHT);
    let best = (0..rows).map(|row| (known_in(sheet, row), row)).filter(|(known, _)| *known > 1);
    // The first of equals: what follows is the heading said again.
    let best = best.max_by_key(|(known, row)| (*known, std::cmp::Reverse(*row)));
    let Some((_, row)) = best else { return guess_under(sheet, 0, 0) };
    let (mut first, mut last) = (row, row);
    if is_second_row(sheet, row + 1) {
        last = row + 1;
    } else if row > 0 && known_in(sheet, row - 1) > 0 && is_upper_row(sheet, row - 1) {
        first = row - 1;
    }
    guess_under(sheet, last + 1, last + 1 - first)
}

/// Guesses the columns where a person has said which row is the first under the heading, and how many rows this has.
pub fn guess_under(sheet: &Sheet, first_row: usize, heading_rows: usize) -> Guess {
    let width = sheet.width();
    let mut mapping = Mapping {
        first_row,
        heading_rows: heading_rows.min(first_row),
        columns: vec![Target::Ignore; width],
        ..Mapping::default()
    };
    let mut sure = vec![Sureness::Unknown; width];
    for (column, sure) in sure.iter_mut().enumerate() {
        let lower = first_row.checked_sub(1).map_or("", |row| sheet.cell(row, column).text.as_str());
        let found = under(lower, &mapping.heading(sheet, column)).filter(|_| mapping.heading_rows > 0);
        if let (Some((target, exact)), Some(own)) = (found, mapping.columns.get_mut(column)) {
            *own = target;
            *sure = if exact { Sureness::Sure } else { Sureness::Likely };
        }
    }
    settle_names(&mut mapping.columns);
    keep_one_of_each(&mut mapping.columns, &mut sure);
    let places = Places::new();
    looks(sheet, &mut mapping, &mut sure, &places);
    settle_by_people(&mut mapping.columns, &mut sure);
    mapping.month_first = is_month_first(sheet, &mapping);
    mapping.whole = whole(sheet, &mapping, &places);
    Guess { mapping, sure }
}

/// The target of a column by the lower row of its heading, else by both rows.
fn under(lower: &str, whole: &str) -> Option<(Target, bool)> {
    let own = target_of(lower);
    match (own, target_of(whole)) {
        // "Alamat" above "Kelurahan" is a kelurahan, "Nama" below "KUBE" is its name.
        (Some(own), Some(both)) if own.1 && !both.1 => Some(own),
        (_, Some(both)) => Some(both),
        (own, None) => own,
    }
}

/// How many columns of a row are headings that are known, each target once.
fn known_in(sheet: &Sheet, row: usize) -> usize {
    let mut known = Vec::new();
    for cell in sheet.rows.get(row).into_iter().flatten() {
        let found = target_of(&cell.text).filter(|_| cell.kind == CellKind::Text);
        known.extend(found.map(|(target, _)| target).filter(|target| !known.contains(target)));
    }
    known.len()
}

/// Whether a row is the lower half of a heading: its cells are known, and nothing in it is data.
fn is_second_row(sheet: &Sheet, row: usize) -> bool {
    let Some(cells) = sheet.rows.get(row) else { return false };
    let filled: Vec<&Cell> = cells.iter().filter(|cell| !cell.is_empty()).collect();
    let exact = |cell: &&&Cell| target_of(&cell.text).is_some_and(|(_, exact)| exact);
    let is_heading =
        |cell: &Cell| cell.kind == CellKind::Text && target_of(&cell.text).is_some() && named_in(&cell.text).is_none();
    // What is said in the row above, too, is the heading said again.
    let above = |cell: &Cell| {
        sheet.rows.get(row.wrapping_sub(1)).into_iter().flatten().any(|upper| fold(&upper.text) == fold(&cell.text))
    };
    !filled.is_empty()
        && filled.iter().all(|cell| is_heading(cell) && !above(cell))
        && filled.iter().any(|cell| exact(&cell))
}

/// Whether a row is the upper half of a heading: nothing but texts, and more than a title.
fn is_upper_row(sheet: &Sheet, row: usize) -> bool {
    let filled = sheet.rows.get(row).into_iter().flatten().filter(|cell| !cell.is_empty());
    let (mut count, mut texts) = (0, 0);
    for cell in filled {
        count += 1;
        texts += usize::from(cell.kind == CellKind::Text);
    }
    count > 1 && texts == count
}

/// Of "Nama" beside "Nama pengurus" the first is the group's.
fn settle_names(columns: &mut [Target]) {
    let people = || Target::Member(MemberField::Name);
    let named: Vec<usize> = (0..columns.len()).filter(|at| columns[*at] == people()).collect();
    if named.len() > 1 && !columns.contains(&Target::Group(GroupField::Name)) {
        columns[named[0]] = Target::Group(GroupField::Name);
    }
    // Without any value of a person, and with some of a group, the only name is the group's.
    let is_person = |target: &Target| {
        let of_group = [MemberField::Name, MemberField::Address, MemberField::Phone, MemberField::Rt, MemberField::Rw];
        target.is_personal()
            && !matches!(target, Target::Officer(_))
            && !of_group.iter().any(|field| *target == Target::Member(*field))
    };
    let is_group = |target: &Target| {
        matches!(target, Target::Group(GroupField::Business | GroupField::Year | GroupField::Facilitator))
    };
    if named.len() == 1
        && !columns.iter().any(is_person)
        && columns.iter().any(is_group)
        && !columns.contains(&Target::Group(GroupField::Name))
    {
        columns[named[0]] = Target::Group(GroupField::Name);
    }
    // "Ketua" beside the names of people is a mark or a repeated name, not another person.
    if columns.contains(&people()) {
        for column in columns.iter_mut().filter(|column| matches!(column, Target::Officer(_))) {
            *column = Target::Ignore;
        }
    }
    // A letter by itself is a mark only beside the other.
    if Sex::ALL.iter().any(|sex| !columns.contains(&Target::Tick(*sex))) {
        for column in columns.iter_mut().filter(|column| matches!(column, Target::Tick(_))) {
            *column = Target::Member(MemberField::Sex);
        }
    }
}

fn keep_one_of_each(columns: &mut [Target], sure: &mut [Sureness]) {
    for at in 0..columns.len() {
        let target = columns[at];
        if target == Target::Ignore {
            continue;
        }
        let surest = (0..columns.len())
            .filter(|other| columns[*other] == target)
            .max_by_key(|other| (sure[*other], std::cmp::Reverse(*other)));
        if surest != Some(at) {
            columns[at] = Target::Ignore;
            sure[at] = Sureness::Unknown;
        }
    }
}

/// What means the group in a list of groups means nothing sure in a list of people, and the other way round.
fn settle_by_people(columns: &mut [Target], sure: &mut [Sureness]) {
    let has_people = columns.contains(&Target::Member(MemberField::Name));
    let has_chair = columns.contains(&Target::Officer(Role::Chair));
    for (column, sure) in columns.iter_mut().zip(sure) {
        let is_in_doubt = match column {
            // "Keterangan" behind a person is about the person, as is "Status".
            Target::Group(GroupField::Note | GroupField::Status) => has_people,
            // Of whom, in a list of groups?
            Target::Member(MemberField::Phone) => !has_people && !has_chair,
            Target::Member(field) if !has_people => {
                !matches!(field, MemberField::Address | MemberField::Rt | MemberField::Rw)
            }
            Target::Birth | Target::Tick(_) => !has_people,
            _ => false,
        };
        if is_in_doubt {
            *column = Target::Ignore;
            *sure = Sureness::Unknown;
        }
    }
    // Where a row is a group its address is the group's.
    if !has_people {
        for (own, its) in [
            (MemberField::Address, GroupField::Address),
            (MemberField::Rt, GroupField::Rt),
            (MemberField::Rw, GroupField::Rw),
        ] {
            if !columns.contains(&Target::Group(its)) {
                for column in columns.iter_mut().filter(|column| **column == Target::Member(own)) {
                    *column = Target::Group(its);
                }
            }
        }
    }
}

/// Whether some day has a second part beyond 12 and none a first part.
fn is_month_first(sheet: &Sheet, mapping: &Mapping) -> bool {
    let is_day = |target: &Target| {
        matches!(
            target,
            Target::Birth
                | Target::Member(MemberField::BirthDate | MemberField::Joined | MemberField::Left)
                | Target::Group(GroupField::Formed | GroupField::DecreeDate)
        )
    };
    let columns: Vec<usize> = (0..mapping.columns.len()).filter(|at| is_day(&mapping.columns[*at])).collect();
    let (mut day_first, mut month_first) = (false, false);
    for row in mapping.first_row..sheet.rows.len() {
        for cell in columns.iter().map(|column| sheet.cell(row, *column)).filter(|cell| cell.kind == CellKind::Text) {
            let digits = cell.text.trim_start_matches(|c: char| !c.is_ascii_digit());
            let parts: Vec<u32> = digits.split(['/', '-', '.']).map_while(|part| part.parse().ok()).collect();
            if let [first, second, ..] = parts[..] {
                day_first |= (13..=31).contains(&first);
                month_first |= first <= 12 && (13..=31).contains(&second);
            }
        }
    }
    month_first && !day_first
}

/// What the title says of the whole sheet, or the sheet's name.
fn whole(sheet: &Sheet, mapping: &Mapping, places: &Places) -> Whole {
    let mut whole = Whole::default();
    let title = mapping.first_row.saturating_sub(mapping.heading_rows);
    let mut named = [const { String::new() }; 3];
    let rows = sheet.rows.iter().take(title).map(|row| {
        row.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" ")
    });
    let lines: Vec<String> = rows.chain([sheet.name.clone()]).filter(|line| !line.is_empty()).collect();
    for line in &lines {
        let folded = fold(line);
        whole.year = whole.year.or_else(|| Year::parse(year_in(line)?).ok());
        whole.programme = whole.programme.or_else(|| programme_in(&folded));
        if whole.group.is_empty() && line.contains(':') {
            whole.group = named_in(line).unwrap_or_default();
        }
        match place_in(line) {
            Some((Target::Village, name)) => named[0] = name,
            Some((Target::District, name)) => named[1] = name,
            Some((_, name)) if places.regency(&name).is_some() => named[2] = name,
            _ => {}
        }
        whole.region = whole.region.or_else(|| places.regency_in(&folded));
    }
    let [village, district, regency] = &named;
    let (region, _) = places.resolve(Named { village, district, regency }, whole.region);
    whole.region = region.or(whole.region);
    if mapping.has(Target::Group(GroupField::Name)) {
        whole.group.clear();
    }
    whole
}

fn programme_in(folded: &str) -> Option<Programme> {
    let words: Vec<&str> = folded.split(' ').collect();
    let runs = (1..=3).rev().flat_map(|length| words.windows(length));
    let is_telling = |code: &&str| *code != Programme::Other.code();
    let field = AnyField::Group(GroupField::Programme);
    // "Kabupaten" and "provinsi" in a title say where, not from whose money.
    let telling = runs
        .filter(|run| !matches!(run, ["provinsi" | "kabupaten" | "kota" | "kemensos" | "pusat"]))
        .filter_map(|run| code_of(field, &run.join(" ")));
    telling.map(|(code, _)| code).find(is_telling).and_then(Programme::from_code)
}

/// Whether a row only counts the columns.
pub(super) fn counts_columns(sheet: &Sheet, row: usize) -> bool {
    let cells = sheet.rows.get(row).into_iter().flatten().enumerate().filter(|(_, cell)| !cell.is_empty());
    is_numbers(&cells.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::Sheet;

    fn sheet(text: &str) -> Sheet {
        let row = |line: &str| line.split(';').map(Cell::of_text).collect();
        Sheet { name: "Sheet1".to_owned(), rows: text.lines().map(row).collect() }
    }

    fn codes(guess: &Guess) -> Vec<String> {
        guess.mapping.columns.iter().map(|target| target.code()).collect()
    }

    #[test]
    fn without_a_heading_columns_are_known_by_what_stands_in_them() {
        let sheet = sheet(
            "1;Contoh Satu;6472030506909001;6472030101109001;L;05/06/1990;081200000001;Palaran\n\
             2;Contoh Dua;6472034506909002;6472030101109001;P;06/06/1990;081200000002;Palaran",
        );
        let expected = [
            "",
            "member.name",
            "member.nik",
            "member.card",
            "member.sex",
            "member.birth_date",
            "member.phone",
            "district",
        ];
        let guess = guess(&sheet);
        assert_eq!((guess.mapping.first_row, guess.mapping.heading_rows), (0, 0));
        assert_eq!(codes(&guess), expected);
        assert!(guess.sure.iter().all(|sure| *sure != Sureness::Sure));
    }

    #[test]
    fn the_heading_that_a_person_chose_is_the_one() {
        let sheet = sheet("Nama;NIK\nNama KUBE;Alamat\nMawar;Jl. Contoh");
        assert_eq!(codes(&guess_under(&sheet, 2, 1)), ["group.name", "group.address"]);
        assert_eq!(codes(&guess_under(&sheet, 1, 1)), ["member.name", "member.nik"]);
        assert_eq!(guess_under(&sheet, 99, 3).mapping.columns.len(), 2);
    }

    #[test]
    fn what_must_not_be_taken_is_not() {
        let sheet = sheet("Nama;Nama Ibu Kandung;Agama;NIK\nContoh Satu;Contoh Ibu;Contoh;6472030506909001");
        assert_eq!(codes(&guess(&sheet)), ["member.name", "", "", "member.nik"]);
    }

    #[test]
    fn the_title_says_what_holds_for_all() {
        let sheet = sheet(
            "DAFTAR KUBE APBN;\nKELURAHAN SIDODADI KECAMATAN SAMARINDA ULU;\nNama KUBE : Mawar;\nTAHUN 2019;\nNama;NIK\nContoh;1",
        );
        let whole = guess(&sheet).mapping.whole;
        assert_eq!(
            (whole.programme, whole.year.map(Year::get), whole.group.as_str()),
            (Some(Programme::Ministry), Some(2019), "Mawar")
        );
    }
}
