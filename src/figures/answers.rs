//! Counts by answer: what groups and members are, alone, by area and by year; and how large a group is.

use super::areas::{behind, covers};
use super::book::{Book, area_name, count, list};
use crate::domain::{GROUP_SIZE, RegionCode, Status, Year};
use crate::i18n::Lang;
use crate::registry::Dossier;
use crate::scene::{Figure, Form, Row, Spread};
use crate::search::Filter;
use crate::stats::{Answer, Asked, Breakdown, Cross, Scale, Trait, birth_year, quarters};

/// From so many households on, groups stand in one row.
const LARGE: usize = 30;

/// A count by answers; what is not filled in is a row of its own, which no bar of an answer hides.
pub fn answers(lang: Lang, of: Trait, book: Book<'_>, asked: &Asked) -> Figure {
    let counted = Breakdown::count(of, book.registry.dossiers(), asked, book.registry.today());
    let columns = vec![lang.breakdown_unit(of).to_owned()];
    let row = |name: String, number: usize, behind: Option<Filter>| {
        let to = list(behind);
        Row { to, is_free: of.is_list(), ..Row::counted(lang, name, &columns, vec![count(number)]) }
    };
    let mut counts: Vec<_> = counted.counts.iter().collect();
    if of.is_list() {
        // There are many, which have no order of their own: those that are given, the commonest first.
        counts.retain(|(_, count, _)| *count > 0);
        counts.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    }
    let answers = counts.into_iter().map(|(answer, count, behind)| row(lang.answer(*answer), *count, *behind));
    let unknown = Row { is_free: false, ..row(lang.texts().chart_unknown.to_owned(), counted.unknown, None) };
    let total = Row { is_free: false, ..row(lang.first_texts().chart_total.to_owned(), counted.total(), None) };
    Figure {
        finding: lang.breakdown_finding(&counted),
        note: noted(lang, book, counted.groups, of),
        rows: answers.chain((counted.unknown > 0).then_some(unknown)).collect(),
        total: Some(total),
        columns,
        ..Figure::new(Form::Bars)
    }
}

/// Whose records are counted, and what a recap cannot tell of them.
fn noted(lang: Lang, book: Book<'_>, groups: usize, of: Trait) -> String {
    let note = lang.covers(covers(book, groups));
    let is_in_recaps =
        !matches!(of, Trait::Schooling | Trait::Disability | Trait::Decile | Trait::Visited | Trait::Found);
    if is_in_recaps { note } else { format!("{note} {}", lang.texts().chart_recaps_note) }
}

/// The heads of answers, with one for those that have none, where there are any.
fn heads<Key>(lang: Lang, cross: &Cross<Key>) -> Vec<String> {
    let answers = cross.answers.iter().map(|answer| lang.answer(*answer));
    answers.chain([lang.texts().chart_unknown.to_owned()]).collect()
}

fn row_of(lang: Lang, name: String, columns: &[String], counts: &[usize]) -> Row {
    Row::counted(lang, name, columns, counts.iter().map(|number| count(*number)).collect())
}

/// Answers area by area.
pub fn by_area(lang: Lang, of: Trait, book: Book<'_>, asked: &Asked) -> Figure {
    let areas = asked.rows();
    let area_of = |dossier: &Dossier| -> Option<RegionCode> {
        let region = dossier.group.value.region?;
        areas.iter().copied().find(|area| area.contains(region))
    };
    let row_of_group = |dossier: &Dossier| asked.covers(dossier).then(|| area_of(dossier));
    let (dossiers, today) = (book.registry.dossiers(), book.registry.today());
    let known: Vec<Option<RegionCode>> = areas.iter().copied().map(Some).collect();
    let cross = Cross::count(of, known, dossiers, row_of_group, today);
    let counted = Breakdown::count(of, book.registry.dossiers(), asked, today);
    let columns = heads(lang, &cross);
    let sums = sums(&cross);
    let rows = cross.rows.iter().map(|(area, counts)| Row {
        to: behind(asked, *area),
        area: *area,
        is_free: area.is_some(),
        ..row_of(lang, area_name(lang, *area), &columns, counts)
    });
    Figure {
        finding: lang.breakdown_finding(&counted),
        note: noted(lang, book, counted.groups, of),
        rows: rows.collect(),
        total: Some(row_of(lang, lang.first_texts().chart_total.to_owned(), &columns, &sums)),
        columns,
        is_last_unknown: true,
        ..Figure::new(Form::Stacked)
    }
}

fn sums<Key>(cross: &Cross<Key>) -> Vec<usize> {
    let width = cross.answers.len() + 1;
    (0..width).map(|at| cross.rows.iter().filter_map(|(_, counts)| counts.get(at)).sum()).collect()
}

/// Whether the groups still run, by the year of their birth.
pub fn by_year(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    let (dossiers, today) = (book.registry.dossiers(), book.registry.today());
    let year_of =
        |dossier: &Dossier| -> Option<Year> { if asked.covers(dossier) { birth_year(dossier) } else { None } };
    let mut cross = Cross::count(Trait::Status, Vec::new(), dossiers, year_of, today);
    cross.rows.sort_by_key(|(year, _)| *year);
    let columns = heads(lang, &cross);
    let counted = Breakdown::count(Trait::Status, book.registry.dossiers(), asked, today);
    let active = cross.answers.iter().position(|answer| *answer == Answer::Status(Status::Active)).unwrap_or(0);
    let part = |counts: &[usize]| {
        let of: usize = counts.iter().sum();
        Scale::up_to(count(of).unwrap_or(0)).share(count(counts[active]).unwrap_or(0))
    };
    let worst = cross.rows.iter().min_by_key(|(_, counts)| part(counts)).filter(|_| cross.rows.len() > 1);
    let worst = worst.map(|(year, counts)| lang.still_run(&year.to_string(), counts[active], counts.iter().sum()));
    let finding = [Some(lang.breakdown_finding(&counted)), worst].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let sums = sums(&cross);
    Figure {
        finding,
        note: [lang.covers(covers(book, counted.groups)), lang.texts().chart_born_note.to_owned()].join(" "),
        rows: cross.rows.iter().map(|(year, counts)| row_of(lang, year.to_string(), &columns, counts)).collect(),
        total: Some(row_of(lang, lang.first_texts().chart_total.to_owned(), &columns, &sums)),
        columns,
        is_last_unknown: true,
        ..Figure::new(Form::Stacked)
    }
}

/// How many groups have so many households; those outside what the rule allows are marked.
pub fn size(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    let covered = book.registry.dossiers().filter(|dossier| asked.covers(dossier));
    let sizes: Vec<usize> = covered.map(|dossier| dossier.households).filter(|size| *size > 0).collect();
    let columns = vec!["KUBE".to_owned()];
    let most = sizes.iter().copied().max().unwrap_or(0);
    let last = most.clamp(*GROUP_SIZE.end(), LARGE);
    let row = |size: usize| {
        let number = sizes.iter().filter(|own| **own == size || size == last && **own > last).count();
        let name = if size == last && most > last { format!("≥{size}") } else { size.to_string() };
        let is_odd = !GROUP_SIZE.contains(&size);
        Row { is_odd, short: name.clone(), ..Row::counted(lang, format!("{name} KK"), &columns, vec![count(number)]) }
    };
    let middle = quarters(&sizes);
    let odd = sizes.iter().filter(|size| !GROUP_SIZE.contains(*size)).count();
    let place = |size: usize| size.min(last).saturating_sub(1);
    Figure {
        finding: lang.size_finding(middle, odd, sizes.len()),
        note: [lang.covers(covers(book, sizes.len())), lang.texts().chart_odd_note.to_owned()].join(" "),
        rows: (1..=last).map(row).collect(),
        spread: middle.map(|middle| Spread { rows: middle.map(place), says: lang.middle(middle) }),
        total: Some(Row::counted(lang, lang.first_texts().chart_total.to_owned(), &columns, vec![count(sizes.len())])),
        columns,
        ..Figure::new(Form::Distribution)
    }
}
