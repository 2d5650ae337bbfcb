//! What every question comes to, over invented books and over books that chance made: table, marks, file, sentence and speech say the
//! same, and the numbers are those that the records give when they are counted another way.

use std::collections::BTreeMap;

use buku_kube::domain::{Date, FieldValue, Programme, RegionCode, Status, Year, region};
use buku_kube::figures::{Book, figure};
use buku_kube::history::{Device, Stamp};
use buku_kube::i18n::{Label, Lang};
use buku_kube::registry::{Dossier, Registry, commands};
use buku_kube::route::Route;
use buku_kube::sample::{Sample, sample};
use buku_kube::scene::{Figure, Form, csv, scene_of};
use buku_kube::search::{Query, find};
use buku_kube::stats::{Asked, Covers, Question, Scope, Sorted};
use proptest::prelude::*;

const PKP: Scope = Scope::Of(Programme::Pkp, Year::literal(2014));

/// A book with so many invented groups and members.
pub fn book(groups: usize, members: usize, seed: u64) -> Registry {
    let mut registry = Registry::new(Date::new(2014, 8, 28).unwrap());
    if groups > 0 {
        commands::import(&mut registry, sample(Sample { groups, members, seed })).unwrap();
    }
    registry
}

pub fn answer(lang: Lang, question: Question, registry: &Registry, asked: &Asked) -> Figure {
    let covers = Covers { groups: 0, senders: 12, last: Date::new(2026, 11, 3) };
    figure(lang, question, Book { registry, covers }, asked)
}

/// What is asked of: everything, a programme and year, a city, a kecamatan, a pendamping, areas side by side.
fn asked(registry: &Registry) -> Vec<Asked> {
    let samarinda = RegionCode::kaltim(72);
    let district = region::children(samarinda).next().unwrap().code;
    let facilitator =
        registry.dossiers().find_map(|dossier| Some(dossier.group.value.facilitator.as_ref()?.as_str().to_owned()));
    Vec::from([
        Asked::default(),
        Asked::of(None, PKP),
        Asked::of(Some(samarinda), Scope::All),
        Asked::of(Some(district), Scope::All),
        Asked { facilitator, ..Asked::default() },
        Asked { areas: vec![RegionCode::kaltim(71), samarinda], order: Sorted::Value, ..Asked::default() },
    ])
}

fn each(mut look: impl FnMut(&str, &Registry, &Asked, Lang, Question, &Figure)) {
    for (groups, members, seed) in [(0, 0, 1), (1, 5, 2), (3, 20, 3), (50, 500, 4), (211, 1_800, 5), (949, 7_959, 6)] {
        let registry = book(groups, members, seed);
        for asked in asked(&registry) {
            // An address may ask any question of anything.
            for question in Question::ALL.iter().copied() {
                for lang in Lang::ALL {
                    let figure = answer(lang, question, &registry, &asked);
                    let name = format!("{groups} KUBE, {}, ?{}, {}", question.code(), asked.query(), lang.tag());
                    look(&name, &registry, &question.fitted(&asked), lang, question, &figure);
                }
            }
        }
    }
}

#[test]
fn every_sentence_is_one_that_ends_and_is_not_too_long() {
    each(|name, _, _, _, _, figure| {
        for words in [&figure.title, &figure.finding, &figure.note, &figure.axis] {
            assert!(!words.trim().is_empty() && words.trim() == words, "{name}: {words:?}");
            assert!(!words.contains("  ") && !words.contains(" .") && !words.contains(".."), "{name}: {words:?}");
        }
        assert!(figure.finding.ends_with('.') && figure.title.ends_with('?'), "{name}: {}", figure.finding);
        for sentence in figure.finding.split(". ") {
            assert!(sentence.split_whitespace().count() <= 30, "{name}: {sentence}");
        }
        for mark in ["{", "}", "Some("] {
            assert!(!figure.finding.contains(mark), "{name}: {}", figure.finding);
        }
    });
}

/// Whether a line of a file is of this row.
fn is_of(line: &str, name: &str) -> bool {
    [format!("{name};"), format!("\"{name}\";")].iter().any(|first| line.starts_with(first))
}

fn say_the_same(name: &str, lang: Lang, figure: &Figure) {
    let table = csv(figure);
    for row in figure.rows.iter().chain(&figure.total) {
        assert_eq!(row.texts.len(), figure.columns.len(), "{name}: {row:?}");
        assert_eq!(row.numbers.len(), figure.columns.len(), "{name}: {row:?}");
        assert!(row.says.starts_with(&format!("{}: ", row.name)), "{name}: {row:?}");
        for text in row.texts.iter().filter(|text| !text.is_empty()) {
            assert!(row.says.contains(text.as_str()), "{name}: {text} is not spoken: {}", row.says);
        }
        let line = table.lines().find(|line| is_of(line, &row.name)).unwrap_or_default();
        for text in &row.texts {
            assert!(line.contains(&text.replace('"', "\"\"")), "{name}: {text} is not in {line}");
        }
    }
    let names: Vec<&str> = figure.rows.iter().map(|row| row.name.as_str()).collect();
    for mark in &scene_of(lang, figure, 3_600).marks {
        let of = names.iter().any(|row| mark.says.starts_with(row));
        assert!(of, "{name}: {} is of no row", mark.says);
    }
}

#[test]
fn table_marks_file_and_speech_say_the_same() {
    each(|name, _, _, lang, _, figure| say_the_same(name, lang, figure));
}

fn add_up(name: &str, question: Question, figure: &Figure) {
    let is_count = matches!(figure.form, Form::Bars | Form::Stacked | Form::Distribution | Form::Strip)
        && question != Question::GroupsPerPoor
        // Recaps and rounding: people are published in tens.
        && question != Question::PoorPeople;
    let Some(total) = figure.total.as_ref().filter(|_| is_count) else { return };
    for (at, all) in total.numbers.iter().enumerate() {
        let sum: i64 = figure.rows.iter().filter_map(|row| row.numbers[at]).sum();
        // Strips show three years, and the total what they show.
        assert_eq!(sum, all.unwrap_or(0), "{name}, {}", figure.columns[at]);
    }
}

#[test]
fn rows_of_counts_add_up_to_their_total() {
    each(|name, _, _, _, question, figure| add_up(name, question, figure));
}

#[test]
fn the_list_behind_a_number_has_as_many_groups() {
    let counted = [Question::Groups, Question::Year, Question::Status, Question::Stage, Question::Programme];
    each(|name, registry, _, _, question, figure| {
        if !counted.contains(&question) {
            return;
        }
        for row in &figure.rows {
            let Some(query) = row.to.as_deref().map(|to| to.split_once('?').map_or("", |(_, query)| query)) else {
                continue;
            };
            let Route::Groups(filter) = Route::parse(&format!("#/groups?{query}")) else {
                panic!("{name}: {query} is no list");
            };
            let found = find(registry.dossiers(), &Query::new(""), &filter).len();
            assert_eq!(i64::try_from(found).ok(), row.numbers[0], "{name}: {} leads to {query}", row.name);
        }
    });
}

/// The same counted by the names of things, without the code that charts count with.
fn recounted(registry: &Registry, asked: &Asked, of: impl Fn(&Dossier) -> Option<String>) -> BTreeMap<String, i64> {
    let filter = Asked { areas: Vec::new(), ..asked.clone() }.within().unwrap_or_default();
    let mut counts = BTreeMap::new();
    for dossier in find(registry.dossiers(), &Query::new(""), &filter).iter().map(|hit| hit.dossier) {
        let region = dossier.group.value.region.map(|region| region.to_string()).unwrap_or_default();
        let is_in = |area: &RegionCode| region.starts_with(&area.to_string());
        if asked.areas.is_empty() || asked.areas.iter().any(is_in) {
            *counts.entry(of(dossier).unwrap_or_else(|| "?".to_owned())).or_insert(0) += 1;
        }
    }
    counts
}

fn are_recounted(name: &str, registry: &Registry, asked: &Asked, lang: Lang, question: Question, figure: &Figure) {
    let of = |dossier: &Dossier| {
        let group = &dossier.group.value;
        match question {
            Question::Year => group.year.map(|year| year.text()),
            Question::Status => group.status.map(|status| status.label(lang).to_owned()),
            Question::Stage => group.stage.map(|stage| stage.label(lang).to_owned()),
            Question::Business => group.business.map(|it| it.label(lang).to_owned()),
            Question::Size => Some(format!("{} KK", dossier.households)),
            _ => None,
        }
    };
    let asks = [Question::Year, Question::Status, Question::Stage, Question::Business, Question::Size];
    if !asks.contains(&question) {
        return;
    }
    let counts = recounted(registry, asked, of);
    for row in &figure.rows {
        let of = if row.name == lang.texts().chart_unknown { "?" } else { row.name.as_str() };
        if of.starts_with('≥') {
            continue;
        }
        let counted = counts.get(of).copied().unwrap_or(0);
        assert_eq!(row.numbers[0], Some(counted), "{name}: {}", row.name);
    }
}

#[test]
fn numbers_are_those_of_the_records_counted_another_way() {
    each(are_recounted);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn the_same_holds_for_any_book(seed in any::<u64>(), groups in 0_usize..40, members in 0_usize..300) {
        let registry = book(groups, members, seed);
        for asked in asked(&registry) {
            for question in Question::of(&asked) {
                let figure = answer(Lang::Id, question, &registry, &asked);
                let name = format!("{groups} KUBE of seed {seed}, {}, ?{}", question.code(), asked.query());
                say_the_same(&name, Lang::Id, &figure);
                add_up(&name, question, &figure);
                are_recounted(&name, &registry, &asked, Lang::Id, question, &figure);
            }
        }
    }
}

#[test]
fn an_order_moves_rows_and_changes_none() {
    let registry = book(211, 1_800, 5);
    for question in Question::ALL {
        let of = |order| answer(Lang::Id, *question, &registry, &Asked { order, ..Asked::default() });
        let usual = of(Sorted::Usual);
        for order in Sorted::ALL {
            let other = of(order);
            let names = |figure: &Figure| {
                let mut names: Vec<String> = figure.rows.iter().map(|row| format!("{row:?}")).collect();
                names.sort();
                names
            };
            assert_eq!(names(&usual), names(&other), "{}", question.code());
            let free: Vec<_> = other.rows.iter().filter(|row| row.is_free).collect();
            match order {
                Sorted::Value => assert!(free.is_sorted_by(|one, other| one.numbers[0] >= other.numbers[0])),
                Sorted::Code => assert!(free.is_sorted_by_key(|row| row.area.map(|area| area.to_string()))),
                Sorted::Usual | Sorted::Name => {}
            }
        }
    }
}

#[test]
fn a_change_of_one_group_changes_the_charts_that_count_it() {
    let mut registry = book(50, 500, 4);
    let before = answer(Lang::Id, Question::Status, &registry, &Asked::default());
    let id = registry.dossiers().find(|it| it.group.value.status == Some(Status::Active)).map(|it| it.id).unwrap();
    let mut ms = 1_409_000_000_000;
    let mut stamp = || {
        ms += 1;
        Stamp::new(ms, 0, Device::from_random(9))
    };
    commands::erase_group(&mut registry, id, &mut stamp);
    let after = answer(Lang::Id, Question::Status, &registry, &Asked::default());
    let total = |figure: &Figure| figure.total.as_ref().and_then(|total| total.numbers[0]);
    assert_eq!(total(&before).zip(total(&after)), Some((50, 49)));
}
