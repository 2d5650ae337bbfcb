//! What the columns of a sheet most likely are: by the words above them, and by what the cells look like.
//!
//! A known heading beats what values look like. Values speak for themselves only where nothing stands above a column; under words
//! that nobody knows they are a reason to ask.

use serde::{Deserialize, Serialize};

use super::headings::{Is, heading_of_rows};
use super::layout::heading;
use super::looks::{doubt, looks};
use super::mapping::Mapping;
use super::place::Places;
use super::settle::{contests, settle_by_people, settle_names};
use super::sheet::{CellKind, Sheet};
use super::target::Target;
use super::title::whole;
use super::why::{Question, Sureness, Why};
use crate::kinds::{ListSource, ValueType};

/// A mapping to begin with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guess {
    /// The mapping.
    pub mapping: Mapping,
    /// How sure each column is.
    pub sure: Vec<Sureness>,
    /// Why each column is what it is, or is not taken.
    pub why: Vec<Why>,
    /// What each column may be besides.
    pub might: Vec<Vec<Target>>,
    /// What has to be asked.
    pub questions: Vec<Question>,
}

/// The columns while they are guessed.
pub(super) struct Columns {
    pub(super) targets: Vec<Target>,
    pub(super) why: Vec<Why>,
    /// How well each heading says what it says: 4 just that, 3 with a description, 2 and 1 the same of what counts only where
    /// nothing better is there.
    pub(super) ranks: Vec<u8>,
    pub(super) might: Vec<Vec<Target>>,
    pub(super) questions: Vec<Question>,
}

impl Columns {
    /// Takes a column back, and says why.
    pub(super) fn leave(&mut self, column: usize, why: Why) {
        if let (Some(target), Some(own)) = (self.targets.get_mut(column), self.why.get_mut(column)) {
            *target = Target::Ignore;
            *own = why;
        }
    }

    /// Takes a column for something.
    pub(super) fn take(&mut self, column: usize, target: Target, why: Why) {
        if let (Some(place), Some(own)) = (self.targets.get_mut(column), self.why.get_mut(column)) {
            *place = target;
            *own = why;
        }
    }

    /// Asks which of these columns is this; none is taken.
    pub(super) fn ask(&mut self, target: Target, columns: Vec<usize>) {
        for column in &columns {
            self.leave(*column, Why::Asked);
            if let Some(might) = self.might.get_mut(*column).filter(|might| !might.contains(&target)) {
                might.push(target);
            }
        }
        self.questions.push(Question { target, columns });
    }

    pub(super) fn has(&self, target: Target) -> bool {
        self.targets.contains(&target)
    }

    /// The columns that are this.
    pub(super) fn of(&self, target: Target) -> Vec<usize> {
        (0..self.targets.len()).filter(|at| self.targets.get(*at) == Some(&target)).collect()
    }
}

/// Guesses all of it.
pub fn guess(sheet: &Sheet) -> Guess {
    let (first_row, heading_rows) = heading(sheet).unwrap_or_default();
    guess_under(sheet, first_row, heading_rows)
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
    let mut columns = Columns {
        targets: vec![Target::Ignore; width],
        why: vec![Why::Nothing; width],
        ranks: vec![0; width],
        might: vec![Vec::new(); width],
        questions: Vec::new(),
    };
    let mut sources = Vec::new();
    for column in 0..width {
        let Some(found) = heading_of_rows(&mapping.heading_parts(sheet, column)) else { continue };
        if found.exact {
            sources.push(found.source);
        }
        let why = if found.exact { Why::Heading(found.source) } else { Why::Word(found.source) };
        match found.is {
            Is::Own(target) => {
                columns.take(column, target, why);
                columns.ranks[column] = if found.exact { 4 } else { 3 };
            }
            Is::Aside(target) => {
                columns.take(column, target, Why::Word(found.source));
                columns.ranks[column] = if found.exact { 2 } else { 1 };
            }
            Is::Never(never) => columns.leave(column, Why::Never(never)),
        }
    }
    mapping.source = source_of(&sources);
    let places = Places::new();
    doubt(sheet, &mapping, &mut columns);
    settle_names(sheet, &mapping, &mut columns);
    settle_by_people(&mut columns);
    contests(sheet, &mapping, &mut columns);
    looks(sheet, &mapping, &mut columns, &places);
    settle_by_people(&mut columns);
    let Columns { targets, why, might, questions, .. } = columns;
    mapping.columns = targets;
    mapping.month_first = is_month_first(sheet, &mapping);
    mapping.whole = whole(sheet, &mapping, &places);
    Guess { sure: why.iter().map(|why| why.sureness()).collect(), mapping, why, might, questions }
}

/// The register that most headings are from, of those whose numbers mean something.
fn source_of(sources: &[ListSource]) -> ListSource {
    let count = |source: ListSource| sources.iter().filter(|own| **own == source).count();
    let coded = [
        ListSource::OpenSid,
        ListSource::Siak,
        ListSource::Bdt,
        ListSource::Dtks,
        ListSource::Dapodik,
        ListSource::Book,
    ];
    let best = coded.into_iter().max_by_key(|source| (count(*source), *source != ListSource::Book));
    best.filter(|source| count(*source) > 0).unwrap_or_default()
}

/// Whether some day has a second part beyond 12 and none a first part.
fn is_month_first(sheet: &Sheet, mapping: &Mapping) -> bool {
    let columns: Vec<usize> = (0..mapping.columns.len()).filter(|at| is_day(mapping.columns[*at])).collect();
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

/// Whether a column of this holds days.
pub(super) fn is_day(target: Target) -> bool {
    match target {
        Target::Birth => true,
        Target::Field(field) => matches!(field.value_type(), ValueType::Date),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Programme, Year};
    use crate::kinds::Member;
    use crate::lists::Cell;

    fn sheet(text: &str) -> Sheet {
        let row = |line: &str| line.split(';').map(Cell::of_text).collect();
        Sheet { name: "Sheet1".to_owned(), rows: text.lines().map(row).collect(), ..Sheet::default() }
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
    fn a_known_heading_beats_what_its_values_look_like() {
        let sheet = sheet(
            "Nama KUBE;Nama;NIK;No KKS;Stat Kwn;Ukuran Baju;Hadir;Timestamp;Lokasi Dropping;Email Address\n\
             Mawar;Contoh Satu;6472030506909001;6032980512861001;K;L;√;05/06/1990;Sidodadi;satu@example.id\n\
             Mawar;Contoh Dua;6472034506909002;6032980512861002;K;P;√;06/06/1990;Palaran;dua@example.id",
        );
        let expected = ["group.name", "member.name", "member.nik", "", "member.marital", "", "", "", "", ""];
        assert_eq!(codes(&guess(&sheet)), expected);
    }

    #[test]
    fn under_words_that_nobody_knows_values_are_asked_and_of_two_columns_neither_is_taken() {
        let asked = |text: &str| {
            let guess = guess(&sheet(text));
            (codes(&guess), guess.questions)
        };
        let (columns, questions) =
            asked("Nama;NIK;Kawasan\nContoh Satu;6472030506909001;Palaran\nContoh Dua;6472034506909002;Palaran");
        assert_eq!(columns, ["member.name", "member.nik", ""]);
        assert_eq!(questions, [Question { target: Target::District, columns: vec![2] }]);
        let (columns, questions) = asked("Nama;NIK;No HP;No WA\nContoh Satu;1;081200000001;081200000002");
        assert_eq!(columns[2..], ["", ""]);
        assert_eq!(questions, [Question { target: Target::Field(Member::PHONE), columns: vec![2, 3] }]);
        // L and P alone are the sex only where both occur and the NIK say the same.
        let letters = |one: &str, other: &str| {
            asked(&format!("1;Contoh Satu;6472030506909001;{one}\n2;Contoh Dua;6472034506909002;{other}")).0[3].clone()
        };
        assert_eq!([letters("L", "P"), letters("P", "L"), letters("L", "L")], ["member.sex", "", ""]);
    }

    #[test]
    fn headings_of_several_rows_are_read_together() {
        let sheet = sheet(
            "NO;NAMA KUBE;ANGGOTA;;;;;ALAMAT;\n;;IDENTITAS;;KELAHIRAN;;L/P;DOMISILI;\n\
             ;;NAMA;NIK;TEMPAT;TANGGAL;;KELURAHAN;KECAMATAN\n1;2;3;4;5;6;7;8;9\n\
             1;KUBE A;Contoh A;6472034506859001;Samarinda;05-06-1985;P;Sidodadi;Samarinda Ulu",
        );
        let guess = guess(&sheet);
        assert_eq!((guess.mapping.first_row, guess.mapping.heading_rows), (3, 3));
        let expected = [
            "",
            "group.name",
            "member.name",
            "member.nik",
            "member.birth_place",
            "member.birth_date",
            "member.sex",
            "village",
            "district",
        ];
        assert_eq!(codes(&guess), expected);
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
