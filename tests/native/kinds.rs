//! What holds of every kind that people type and of every one of its fields, by a loop over them: so that a kind or a field that is
//! added is forgotten nowhere. And of records of a kind that this version does not know: they go where their group goes.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::catch_unwind;

use buku_kube::domain::{FieldValue, Id};
use buku_kube::exchange::{self, ImportStatus, Kind};
use buku_kube::history::{Change, Record, Stamp};
use buku_kube::i18n::{Label, Lang, Show};
use buku_kube::import_worker::{Answer, ImportWorker};
use buku_kube::kinds::{
    Belongs, FieldDef, FieldRef, Flag, GROUP_KEY, Group, Kind as RecordKind, KindId, Member, Names, Rule, Spoilt,
    ValueType, Words, kind_of,
};
use buku_kube::lang::Text;
use buku_kube::registry::{Aggregate, Registry, commands};
use buku_kube::sample::{Sample, sample, sample_of_all_kinds};
use buku_kube::sheets::out::{Extent, Form, Wanted, sheets};
use buku_kube::storage::MemoryStorage;
use buku_kube::store::{Repository, Space};
use serde_json::{Value, json};

use crate::invented::*;

/// The kinds that people type.
fn typed() -> impl Iterator<Item = &'static RecordKind> {
    KindId::ALL.iter().map(|kind| kind.row()).filter(|kind| kind.is_typed)
}

/// What a field may hold is one of these for every type there is, but for closed lists, which say it themselves.
const TYPED_TEXTS: &[&str] = &[
    "Contoh Satu",
    "Contoh Dua",
    "1",
    "3",
    "12",
    "2014",
    "2013",
    "2026-05-01",
    "2025-04-30",
    "64.72.02.1003",
    "64.71.01.1001",
    "001",
    "019e7044-88c8-78c8-88c8-c8c8c8c8c8c8",
    "019e7044-88c8-78c8-88c8-c8c8c8c8c8c9",
    "002",
    "6472034506859001",
    "6472034506859002",
    "081234567890",
    "081234567891",
    "1234567890",
    "1234567891",
    "75111",
    "75112",
    "-0.5,117.1",
    "-0.6,117.2",
    "-0.5 117.1",
    "true",
    "false",
    "ya",
    "tidak",
];

/// Two values that a field may hold.
fn two_values(field: FieldRef) -> [Value; 2] {
    let from_sample = values_of_sample().remove(&(field.kind().name(), field.key().to_owned())).unwrap_or_default();
    let codes = if let ValueType::Choice(choice) = field.value_type() { choice.codes } else { &[] };
    let texts = codes.iter().chain(TYPED_TEXTS);
    let typed = texts.filter_map(|text| field.parse(text).ok()).filter(|value| !value.is_null());
    let mut found: Vec<Value> = Vec::new();
    for value in from_sample.into_iter().chain(typed) {
        if !found.contains(&value) {
            found.push(value);
        }
    }
    assert!(found.len() >= 2, "{field:?}: a value of its type has to stand in TYPED_TEXTS");
    [found[0].clone(), found[1].clone()]
}

/// By kind and field what invented records hold.
fn values_of_sample() -> BTreeMap<(&'static str, String), Vec<Value>> {
    let mut values: BTreeMap<(&'static str, String), Vec<Value>> = BTreeMap::new();
    for record in sample_of_all_kinds(Sample { groups: 8, members: 60, seed: 3 }) {
        let Some(kind) = typed().map(|kind| kind.name).find(|kind| *kind == record.kind()) else { continue };
        for change in record.changes() {
            for (key, value) in change.fields().iter() {
                values.entry((kind, key.to_string())).or_default().push(value.clone());
            }
        }
    }
    values
}

fn fields_of_all() -> impl Iterator<Item = (&'static str, FieldRef)> {
    typed().flat_map(|kind| kind.fields().map(move |field| (kind.name, field)))
}

/// Where a record belongs, and what it is the same as, is said by the app and by nobody's hand.
fn is_hidden(field: FieldRef) -> bool {
    field.is(Flag::Hidden)
}

/// A book of two groups, of which the first has a record of a kind that this version does not know.
fn book() -> (Registry, Id, Id) {
    let mut book = registry(sample(Sample { groups: 2, members: 12, seed: 4 }));
    let groups: Vec<Id> = book.dossiers().map(|dossier| dossier.id).collect();
    let audit =
        |id: &str, set: Value| Record::new(id, "audit", vec![Change::set(at(5, 9), vec![], fields(&[("group", set)]))]);
    let (first, other) = (groups[0].min(groups[1]), groups[0].max(groups[1]));
    let audits = vec![
        audit("audit-of-a-newer-version", json!(other.to_string())),
        audit(&id(77).to_string(), json!(other.to_string())),
    ];
    commands::import(&mut book, audits).unwrap();
    // One of each kind that belongs to a group, in each of the two.
    for (number, kind) in KindId::in_groups().enumerate() {
        for (place, group) in [first, other].into_iter().enumerate() {
            let number = u8::try_from(80 + 2 * number + place).unwrap();
            let field = kind.row().basics[0];
            let set = fields(&[(GROUP_KEY, json!(group.to_string())), (field.key(), two_values(field)[0].clone())]);
            let record = Record::new(id(number).to_string(), kind.name(), vec![Change::set(at(6, 9), vec![], set)]);
            commands::import(&mut book, vec![record]).unwrap();
        }
    }
    // And one of each that belongs to nothing but itself.
    for (number, kind) in KindId::alone().enumerate() {
        let field = kind.row().basics[0];
        let set = fields(&[(field.key(), two_values(field)[0].clone())]);
        let id = id(u8::try_from(180 + number).unwrap()).to_string();
        commands::import(&mut book, vec![Record::new(id, kind.name(), vec![Change::set(at(6, 9), vec![], set)])])
            .unwrap();
    }
    (book, first, other)
}

/// The record of a kind in a book: that of the group itself, its first member, the one that belongs to none.
fn one_of(book: &Registry, kind: &str, group: Id) -> String {
    if is_alone(kind) {
        return book.records().find(|record| record.kind() == kind).unwrap().id().to_owned();
    }
    book.records_at(Aggregate::Group(group)).find(|record| record.kind() == kind).unwrap().id().to_owned()
}

/// Whether the records of a kind belong to nothing but themselves.
fn is_alone(kind: &str) -> bool {
    KindId::named(kind).is_some_and(|kind| kind.belongs() == Belongs::Own)
}

/// How many fields are in conflict in a group, and in what belongs to none.
fn conflicts(book: &Registry, group: Id) -> usize {
    let alone: usize = book.heads_alone().map(|head| head.conflicts.len()).sum();
    book.dossier(group).unwrap().conflict_count() + alone
}

/// A book, its first group, a record of this kind there, and what stands on top of it.
fn with_one_of(kind: &str) -> (Registry, Id, String, Vec<Stamp>) {
    let (book, group, _) = book();
    let record = one_of(&book, kind, group);
    let seen = book.record(&record).unwrap().fold().heads;
    (book, group, record, seen)
}

#[test]
fn every_field_is_named_in_both_languages_and_no_two_alike() {
    for kind in typed().map(|kind| kind.name) {
        for lang in [Lang::Id, Lang::En] {
            let labels: Vec<&str> = FieldRef::all_of(kind).iter().map(|field| field.label(lang)).collect();
            assert!(labels.iter().all(|label| !label.trim().is_empty()), "{kind}");
            assert_eq!(labels.iter().collect::<BTreeSet<_>>().len(), labels.len(), "{kind}: {labels:?}");
        }
    }
}

#[test]
fn every_field_stands_in_one_place_of_a_form_or_is_nobodys_to_type() {
    for kind in typed() {
        for field in kind.fields() {
            let all = kind.basics.iter().chain(kind.sections.iter().copied().flatten());
            let places = all.filter(|placed| **placed == field).count();
            assert_eq!(places, usize::from(!is_hidden(field)), "{} {field:?}", kind.name);
        }
        assert_eq!(kind.sections.len(), kind.id.words().sections.len(), "{}: a heading a section", kind.name);
        assert!(kind.title.iter().chain(&kind.dated).all(|field| field.kind() == kind.id), "{}", kind.name);
    }
}

#[test]
fn every_kind_is_called_something_in_both_languages() {
    for kind in KindId::ALL {
        let names = kind.names();
        let words = kind.words();
        let said = [names.one, names.many];
        let typed = [names.new, names.edit, words.add, words.none, words.erase, words.erase_explain];
        let needed = said.iter().chain(typed.iter().filter(|_| kind.row().is_typed)).chain(words.sections);
        for text in needed.chain(words.fields) {
            assert!(!text.is_missing(), "{kind:?}: {text:?}");
        }
        assert_eq!(words.fields.len(), kind.row().fields.len(), "{kind:?}");
        assert_eq!(KindId::named(kind.name()), Some(*kind));
    }
}

#[test]
fn what_is_masked_is_shown_whole_nowhere_but_where_that_is_asked_for() {
    for (kind, field) in fields_of_all().filter(|(_, field)| field.privacy().is_masked()) {
        let value = two_values(field)[0].clone();
        for lang in Lang::ALL {
            let (masked, whole) = (lang.value(field, &value, Show::Masked), lang.value(field, &value, Show::Whole));
            assert!(masked != whole && masked.contains('•'), "{kind} {field:?}: {masked}");
        }
    }
}

#[test]
fn what_is_not_everybodys_stands_in_no_masked_sheet() {
    let (mut book, group, _) = book();
    let secret = |field: FieldRef| two_values(field)[1].clone();
    for (kind, field) in fields_of_all().filter(|(_, field)| !field.privacy().is_in_masked_files()) {
        let record = one_of(&book, kind, group);
        let heads = book.record(&record).unwrap().fold().heads;
        let set = fields(&[(field.key(), secret(field))]);
        commands::save(&mut book, kind, Id::parse(&record).unwrap(), at(70, 1), &heads, set);
    }
    let wanted = |whole| Wanted { lang: Lang::Id, extent: Extent::Book, whole, form: Form::Xlsx };
    let heads = |whole: bool| -> BTreeSet<&'static str> {
        sheets(&book, &wanted(whole))
            .iter()
            .flat_map(|sheet| sheet.columns.iter().map(|column| column.heading))
            .collect()
    };
    for (kind, field) in fields_of_all().filter(|(_, field)| !is_hidden(*field)) {
        // A place and a pair of degrees are several columns.
        let is_split = matches!(field.value_type(), ValueType::RegionCode) || field == Group::COORDINATES;
        let label = field.label(Lang::Id);
        assert!(is_split || heads(true).contains(label), "{kind} {field:?} is a column");
        let is_open =
            fields_of_all().any(|(_, other)| other.label(Lang::Id) == label && other.privacy().is_in_masked_files());
        if !is_open && !is_split {
            assert!(!heads(false).contains(label), "{kind} {field:?} is no column of a masked sheet");
        }
    }
}

#[test]
fn every_value_survives_being_shown_for_editing_and_is_shown_in_words() {
    for (kind, field) in fields_of_all() {
        for value in two_values(field) {
            assert_eq!(field.check(&value), Ok(()), "{kind} {field:?}");
            assert_eq!(field.parse(&field.text(&value)), Ok(value.clone()), "{kind} {field:?}");
            for lang in [Lang::Id, Lang::En] {
                assert!(!lang.value(field, &value, Show::Whole).is_empty(), "{kind} {field:?} {value}");
            }
        }
    }
}

#[test]
fn the_invented_book_has_every_kind() {
    let values = values_of_sample();
    for kind in typed().map(|kind| kind.name) {
        assert!(values.keys().any(|(of, _)| *of == kind), "{kind}");
    }
    let book = registry(sample_of_all_kinds(Sample { groups: 8, members: 60, seed: 3 }));
    let alone = KindId::alone().flat_map(|kind| book.alone(kind));
    for other in book.dossiers().flat_map(|dossier| &dossier.others).chain(alone) {
        assert_eq!(other.problems, [] as [&Rule; 0], "an invented record breaks no rule");
    }
}

#[test]
fn a_conflict_on_any_field_is_listed_and_a_decision_settles_it() {
    for (kind, field) in fields_of_all().filter(|(_, field)| !is_hidden(*field)) {
        let (mut book, group, record, seen) = with_one_of(kind);
        let [one, other] = two_values(field);
        for (value, device) in [(&one, 21), (&other, 22)] {
            let set = fields(&[(field.key(), value.clone())]);
            let change = Change::set(at(9_000, device), seen.clone(), set);
            commands::import(&mut book, vec![Record::new(&record, kind, vec![change])]).unwrap();
        }
        assert_eq!(conflicts(&book, group), 1, "{kind} {field:?}");
        let heads = book.record(&record).unwrap().fold().heads;
        let id = Id::parse(&record).unwrap();
        commands::save(&mut book, kind, id, at(9_100, 1), &heads, fields(&[(field.key(), other.clone())]));
        assert_eq!(conflicts(&book, group), 0, "{kind} {field:?}");
        assert_eq!(book.record(&record).unwrap().value(field.key()), Some(&other), "{kind} {field:?}");
    }
}

#[test]
fn the_history_has_a_line_for_every_change_of_every_record() {
    let (mut book, group, _) = book();
    for (kind, field) in fields_of_all() {
        let record = one_of(&book, kind, group);
        let set = fields(&[(field.key(), two_values(field)[0].clone())]);
        let change = Change::set(at(20, 3), vec![], set);
        let of = book.record(&record).unwrap();
        for lang in [Lang::Id, Lang::En] {
            let line = lang.told_change(&book, of, &change);
            let says = is_hidden(field) && field != Group::SAME_AS || line.contains(field.label(lang));
            assert!(says, "{kind} {field:?}: {line}");
        }
    }
    // Of many fields three are named and the rest is counted; of four all are named.
    let member = one_of(&book, Member::KIND, group);
    let of = book.record(&member).unwrap();
    let of_first = |count: usize| {
        let all = fields_of_all().filter(|(kind, field)| *kind == Member::KIND && !is_hidden(*field));
        let first: Vec<_> = all.take(count).map(|(_, field)| (field.key(), two_values(field)[0].clone())).collect();
        Lang::Id.told_change(&book, of, &Change::set(at(20, 3), vec![], fields(&first)))
    };
    assert!(!of_first(4).contains("isian lain"), "{}", of_first(4));
    assert!(of_first(9).ends_with(", dan 6 isian lain"), "{}", of_first(9));
    let recaps = book.recaps(at(30, 3));
    commands::import(&mut book, recaps).unwrap();
    let newer = Change::set(at(31, 3), vec![], fields(&[("of_a_newer_version", json!(1))]));
    let member = one_of(&book, Member::KIND, group);
    commands::import(&mut book, vec![Record::new(member, Member::KIND, vec![newer])]).unwrap();
    for record in book.records().filter(|record| Aggregate::of(record) != Aggregate::Shared) {
        for change in record.changes() {
            let line = Lang::Id.told_change(&book, record, change);
            assert!(!line.is_empty() && !line.starts_with(':') && !line.ends_with(": "), "{}: {line:?}", record.kind());
        }
    }
}

#[test]
fn whatever_belongs_to_a_group_is_erased_with_it_and_the_erase_goes_in_its_file() {
    let (mut book, _, group) = book();
    let recaps = book.recaps(at(30, 3));
    commands::import(&mut book, recaps).unwrap();
    let mut second = 40;
    commands::erase_group(&mut book, group, &mut || {
        second += 1;
        at(second, 1)
    });
    let left: Vec<&Record> = book.records_at(Aggregate::Group(group)).collect();
    assert!(left.iter().any(|record| record.kind() == "audit") && left.iter().any(|record| record.kind() == "summary"));
    for record in &left {
        assert!(record.is_erased(), "{} {}", record.kind(), record.id());
        let fields: Vec<String> =
            record.changes().iter().flat_map(|change| change.fields().names()).map(str::to_owned).collect();
        assert!(fields.iter().all(|name| name == "group"), "{}: {fields:?}", record.kind());
    }
    assert!(book.dossier(group).is_none());
    // It is written, read, and does the same elsewhere.
    let text = exchange::write(&header(Kind::Full), left.iter().copied());
    let read = exchange::read(text.as_bytes()).unwrap();
    let (mut elsewhere, ..) = self::book();
    commands::import(&mut elsewhere, read.records).unwrap();
    assert!(elsewhere.dossier(group).is_none());
    assert!(elsewhere.records_at(Aggregate::Group(group)).all(Record::is_erased));
}

#[test]
fn whatever_belongs_to_a_group_that_is_merged_moves_to_the_one_that_counts() {
    let (mut book, kept, merged) = book();
    let others = |book: &Registry, group: Id| {
        let all = book.records_at(Aggregate::Group(group));
        all.filter(|record| record.kind() != Group::KIND).map(|record| record.id().to_owned()).collect::<BTreeSet<_>>()
    };
    let (before, moving) = (others(&book, kept), others(&book, merged));
    assert!(moving.contains("audit-of-a-newer-version"));
    commands::merge(&mut book, kept, merged, fields(&[]), at(50, 1));
    assert_eq!(others(&book, kept), &before | &moving);
    assert_eq!(others(&book, merged), BTreeSet::new());
    assert!(book.dossier(merged).is_none());
}

#[test]
fn a_file_with_a_change_of_any_field_is_previewed_as_newer_and_a_contradiction_as_a_conflict() {
    for (kind, field) in fields_of_all().filter(|(_, field)| !is_hidden(*field)) {
        let (mut book, _, record, seen) = with_one_of(kind);
        let [one, other] = two_values(field);
        // The whole group as it stands here, and that change on top.
        let mut changed = book.record(&record).unwrap().clone();
        changed.add(Change::set(at(9_000, 21), seen.clone(), fields(&[(field.key(), one.clone())])));
        let others = book.records_at(Aggregate::of(&changed)).filter(|other| other.id() != record);
        let file = exchange::write(&header(Kind::Group), others.chain([&changed])).into_bytes();
        let status = |book: &Registry| {
            let store = Repository::new(MemoryStorage::default(), Space::Book);
            let mut worker = ImportWorker::default();
            worker.take_book(&store.texts(book, &BTreeMap::new()), today(), &mut |_| {});
            let plan = worker.look(vec![("a.json".to_owned(), Ok(file.clone()))], &mut |_| {}).plan.unwrap();
            let count = |status: ImportStatus| {
                let place = ImportStatus::ALL.iter().position(|other| *other == status).unwrap();
                plan.count(status) + plan.alone[place]
            };
            ImportStatus::ALL.into_iter().filter(|status| count(*status) > 0).collect::<Vec<_>>()
        };
        let holds_one = book.record(&record).unwrap().value(field.key()) == Some(&one);
        if !holds_one {
            assert_eq!(status(&book), [ImportStatus::NewerThere], "{kind} {field:?}");
        }
        let id = Id::parse(&record).unwrap();
        commands::save(&mut book, kind, id, at(9_001, 1), &seen, fields(&[(field.key(), other)]));
        assert_eq!(status(&book), [ImportStatus::Conflict], "{kind} {field:?}");
    }
}

#[test]
fn what_a_newer_version_wrote_into_a_record_survives_every_edit() {
    for kind in typed().map(|kind| kind.name) {
        let (mut book, group, _) = book();
        let record = one_of(&book, kind, group);
        let newer = Change::set(at(60, 21), vec![], fields(&[("of_a_newer_version", json!({ "a": [1, 2.5] }))]));
        commands::import(&mut book, vec![Record::new(&record, kind, vec![newer])]).unwrap();
        let heads = book.record(&record).unwrap().fold().heads;
        let field = kind_of(kind).unwrap().basics[0];
        let name = fields(&[(field.key(), two_values(field)[1].clone())]);
        commands::save(&mut book, kind, Id::parse(&record).unwrap(), at(61, 1), &heads, name);
        let text = exchange::write(&header(Kind::Full), book.records());
        let again = registry(exchange::read(text.as_bytes()).unwrap().records);
        assert_eq!(
            again.record(&record).unwrap().value("of_a_newer_version"),
            Some(&json!({ "a": [1, 2.5] })),
            "{kind}"
        );
    }
}

#[test]
fn a_file_that_erases_a_record_of_any_kind_asks_and_takes_nothing_away_by_itself() {
    for kind in typed().map(|kind| kind.name) {
        let (book, _, record, seen) = with_one_of(kind);
        let erased = Record::new(&record, kind, vec![Change::erase(at(9_000, 21), seen, fields(&[]))]);
        let file = exchange::write(&header(Kind::Full), [&erased].into_iter()).into_bytes();
        let store = Repository::new(MemoryStorage::default(), Space::Book);
        let mut worker = ImportWorker::default();
        worker.take_book(&store.texts(&book, &BTreeMap::new()), today(), &mut |_| {});
        let inspection = worker.look(vec![("a.json".to_owned(), Ok(file))], &mut |_| {});
        assert_eq!(inspection.erasing, 1, "{kind}");
        let Answer::Batch { aggregates, .. } = worker.batch(0, 0, usize::MAX, &[], &[]) else { panic!("no batch") };
        let mut after = book.clone();
        commands::import(&mut after, aggregates.into_iter().flatten().collect()).unwrap();
        assert!(!after.record(&record).unwrap().is_erased(), "{kind}: nobody granted it");
    }
}

/// A list with room for ever: what a kind's row is made of.
fn leaked<T>(list: Vec<T>) -> &'static [T] {
    Box::leak(list.into_boxed_slice())
}

fn leak<T>(one: T) -> &'static T {
    Box::leak(Box::new(one))
}

/// Each way in which a kind can be wrong by itself, and the check that has to notice. What no row decides, such as that an erased group
/// takes all with it, no bad kind can break: it is the same for kinds that nobody knows, which the checks have beside these.
#[test]
fn each_check_notices_a_bad_kind() {
    let Some(kind) = KindId::in_groups().next() else { return };
    let good = Spoilt::of(kind);
    let row = |row: RecordKind| Spoilt { row: leak(row), ..good };
    let words = |fields: Vec<Text>| Spoilt { words: leak(Words { fields: leaked(fields), ..*good.words }), ..good };
    let labels = || good.words.fields.to_vec();
    let fields = |change: fn(&mut FieldDef)| {
        let mut fields = good.row.fields.to_vec();
        fields.iter_mut().for_each(change);
        row(RecordKind { fields: leaked(fields), ..*good.row })
    };
    let other = KindId::Group.row().basics[0];
    let bad: [(&str, Spoilt, fn()); 14] = [
        (
            "a field without a name",
            words([&labels()[1..], &[Text::NONE]].concat()),
            every_field_is_named_in_both_languages_and_no_two_alike,
        ),
        (
            "two fields of one name",
            words([&labels()[1..], &labels()[1..2]].concat()),
            every_field_is_named_in_both_languages_and_no_two_alike,
        ),
        ("a name too few", words(labels()[1..].to_vec()), every_kind_is_called_something_in_both_languages),
        (
            "a field in no place",
            row(RecordKind { basics: &good.row.basics[1..], ..*good.row }),
            every_field_stands_in_one_place_of_a_form_or_is_nobodys_to_type,
        ),
        (
            "a field in two places",
            row(RecordKind { sections: leaked([good.row.sections, &[good.row.basics]].concat()), ..*good.row }),
            every_field_stands_in_one_place_of_a_form_or_is_nobodys_to_type,
        ),
        (
            "a title of another kind",
            row(RecordKind { title: leaked(vec![other]), ..*good.row }),
            every_field_stands_in_one_place_of_a_form_or_is_nobodys_to_type,
        ),
        (
            "a hidden field that a form has",
            fields(|field| field.flags = &[Flag::Hidden]),
            every_field_stands_in_one_place_of_a_form_or_is_nobodys_to_type,
        ),
        (
            "a kind without a name",
            Spoilt { names: leak(Names { one: Text::NONE, ..*good.names }), ..good },
            every_kind_is_called_something_in_both_languages,
        ),
        (
            "a kind without a word for its button",
            Spoilt { words: leak(Words { add: Text::NONE, ..*good.words }), ..good },
            every_kind_is_called_something_in_both_languages,
        ),
        ("nobody invents it", Spoilt { invent: None, ..good }, the_invented_book_has_every_kind),
        (
            "an invented one breaks a rule",
            Spoilt { invent: Some(|_, _| Vec::new()), ..good },
            the_invented_book_has_every_kind,
        ),
        (
            "it belongs to no group: no column",
            row(RecordKind { belongs: Belongs::Shared, ..*good.row }),
            what_is_not_everybodys_stands_in_no_masked_sheet,
        ),
        (
            "its conflicts are listed nowhere",
            row(RecordKind { belongs: Belongs::Shared, ..*good.row }),
            a_conflict_on_any_field_is_listed_and_a_decision_settles_it,
        ),
        (
            "no preview tells of it",
            row(RecordKind { belongs: Belongs::Shared, ..*good.row }),
            a_file_with_a_change_of_any_field_is_previewed_as_newer_and_a_contradiction_as_a_conflict,
        ),
    ];
    for (what, spoilt, check) in bad {
        let noticed = spoilt.during(|| catch_unwind(check)).is_err();
        assert!(noticed, "{what}");
    }
    // And they hold of the kind as it is.
    for (_, _, check) in bad {
        check();
    }
}
