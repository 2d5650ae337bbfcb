//! The sheets that this app makes, opened in the book that they are of: nothing doubles, and each word of theirs is read again.

use buku_kube::domain::{
    Area, Business, ConsentWay, FieldValue, Kinship, Marital, Programme, Role, Schooling, Sex, Stage, Status,
    WelfareData,
};
use buku_kube::i18n::{Label, Lang};
use buku_kube::kinds::{FieldRef, Group, KindId, Member};
use buku_kube::lists::{Cell, Outcome, Outline, SameName, Sheet, Table, Target, guess, read};
use buku_kube::registry::Registry;
use buku_kube::sample::{Sample, sample};
use buku_kube::sheets::out::{Extent, Form, Part, Wanted, make};
use buku_kube::sheets::read::table;

use crate::invented::{registry, today};

/// What one of the app's own files comes to in a book, by its first guess.
fn back(book: &Registry, of: &Registry, lang: Lang, whole: bool, form: Form) -> (Outline, Vec<String>) {
    let made = make(of, &Wanted { lang, extent: Extent::Book, whole, form }).unwrap();
    let mut open = Table::new(table(&made.bytes, &made.name).unwrap());
    let first = open.opened();
    let outline = open.plan(book, first.first, &first.guessed.guess.mapping, today(), &mut |_, _| {});
    let (rows, _) = open.rows(None, 0, usize::MAX);
    let told = rows.iter().filter(|row| !row.problems.is_empty() || row.left_out.is_some());
    (outline, told.map(|row| format!("{row:?}")).take(5).collect())
}

#[test]
fn the_sheets_of_a_book_opened_in_it_change_nothing() {
    let book = registry(sample(Sample { groups: 20, members: 160, seed: 5 }));
    for lang in Lang::ALL {
        for (whole, form) in [
            (true, Form::Xlsx),
            (false, Form::Xlsx),
            (true, Form::Csv(Part::MEMBERS)),
            (false, Form::Csv(Part::MEMBERS)),
            (true, Form::Csv(Part::Groups)),
            (false, Form::Csv(Part::Groups)),
        ] {
            let (outline, told) = back(&book, &book, lang, whole, form);
            let counts = (outline.new_groups, outline.new_members, outline.changed);
            assert_eq!(counts, (0, 0, 0), "{lang:?} {whole} {form:?}: {told:#?}");
            assert_eq!(outline.count(Outcome::LeftOut), 0, "{lang:?} {whole} {form:?}: {told:#?}");
            if whole {
                assert_eq!(outline.count(Outcome::Partly), 0, "{lang:?} {form:?}: {told:#?}");
            }
        }
    }
}

#[test]
fn every_choice_is_read_again_by_the_words_of_the_apps_own_sheets() {
    fn hold<T: FieldValue + Label + Copy>(field: FieldRef, choices: &[T]) {
        for lang in Lang::ALL {
            for choice in choices {
                let heading = field.label(lang);
                let lines = [["KUBE", "Nama", heading], ["Contoh Mawar", "Contoh Satu", choice.label(lang)]];
                let rows = lines.map(|line| line.map(Cell::of_text).to_vec()).to_vec();
                let sheet = Sheet { rows, ..Sheet::default() };
                let mut mapping = guess(&sheet).mapping;
                mapping.columns[2] = Target::Field(field);
                let reading = read(&sheet, &mapping, today());
                let row = reading.rows.last().unwrap();
                assert_eq!(row.problems, [], "{heading} {}", choice.label(lang));
                if field.kind() == KindId::Member {
                    let value = row.people[0].get(field.key());
                    assert_eq!(value, Some(&choice.to_json()), "{heading} {}", choice.label(lang));
                }
            }
        }
    }
    hold(Member::SEX, Sex::ALL);
    hold(Member::ROLE, Role::ALL);
    hold(Member::KINSHIP, Kinship::ALL);
    hold(Member::MARITAL, Marital::ALL);
    hold(Member::SCHOOLING, Schooling::ALL);
    hold(Member::WELFARE_DATA, WelfareData::ALL);
    hold(Member::CONSENT_WAY, ConsentWay::ALL);
    hold(Group::BUSINESS, Business::ALL);
    hold(Group::AREA, Area::ALL);
    hold(Group::STATUS, Status::ALL);
    hold(Group::STAGE, Stage::ALL);
    hold(Group::PROGRAMME, Programme::ALL);
}

fn listed(book: &Registry, text: &str, same_name: Option<SameName>) -> Outline {
    let mut open = Table::new(table(text.as_bytes(), "list.csv").unwrap());
    let mut mapping = open.opened().guessed.guess.mapping;
    mapping.same_name = same_name;
    open.plan(book, 0, &mapping, today(), &mut |_, _| {})
}

#[test]
fn two_groups_of_one_name_in_two_villages_are_two_or_asked() {
    let none = registry([]);
    // The village stands beside the group: it is the group's.
    let groups = "Nama KUBE,Kelurahan,Kecamatan,Nama\n\
        Mawar,Sidodadi,Samarinda Ulu,Contoh Satu\nMawar,Air Putih,Samarinda Ulu,Contoh Dua\n";
    assert_eq!(listed(&none, groups, None).new_groups, 2);
    // It stands behind the person: it may be where the members of one group live.
    let aggregates = "Nama KUBE,Nama,Kelurahan,Kecamatan\n\
        Mawar,Contoh Satu,Sidodadi,Samarinda Ulu\nMawar,Contoh Dua,Air Putih,Samarinda Ulu\n";
    let asked = listed(&none, aggregates, None);
    assert_eq!((asked.new_groups, asked.count(Outcome::LeftOut)), (0, 2));
    assert_eq!(asked.same_names, ["Mawar"]);
    assert_eq!(listed(&none, aggregates, Some(SameName::Apart)).new_groups, 2);
    let together = listed(&none, aggregates, Some(SameName::Together));
    assert_eq!((together.new_groups, together.new_members), (1, 2));
    // Each with a chair of its own is a group.
    let led = "Nama KUBE,Nama,Jabatan,Kelurahan,Kecamatan\n\
        Mawar,Contoh Satu,Ketua,Sidodadi,Samarinda Ulu\nMawar,Contoh Dua,Ketua,Air Putih,Samarinda Ulu\n";
    assert_eq!(listed(&none, led, None).new_groups, 2);
}
