//! Counts of this book, area by area.

use super::book::{Book, area_name, count, list};
use crate::domain::RegionCode;
use crate::i18n::{Ends, Lang, Named};
use crate::route::Route;
use crate::scene::{Figure, Form, Row};
use crate::search::{Filter, Need};
use crate::stats::{Amount, AreaRow, Asked, Covers, Key, Measure, Point, Series, by_area, per_city, percent, quarters};

/// So many people have told their income before one reads the middle of it: fewer would tell what one of them earns.
const ENOUGH: usize = 5;

/// Registered groups, of the allocated ones where any are.
pub fn groups(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    counted(lang, book, asked, Measure::Groups)
}

/// Registered households, of the allocated ones where any are.
pub fn households(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    counted(lang, book, asked, Measure::Households)
}

/// A count by areas: that of the first screen where the whole province is asked for, and so compared with what was allocated to it.
fn counted(lang: Lang, book: Book<'_>, asked: &Asked, measure: Measure) -> Figure {
    let t = lang.first_texts();
    if asked.is_of_province() {
        let numbers = per_city(book.registry.dossiers(), asked.scope);
        return of_series(lang, &Series::per_city(&numbers, measure, asked.scope, covers(book, numbers.total.groups)));
    }
    let (rows, total) = by_area(book.registry.dossiers(), asked, book.registry.today());
    let number = |row: &AreaRow| if measure == Measure::Groups { row.groups } else { row.households };
    let columns = vec![t.chart_registered.to_owned()];
    let row = |row: &AreaRow| Row {
        to: behind(asked, row.area),
        area: row.area,
        is_free: row.area.is_some(),
        ..Row::counted(lang, area_name(lang, row.area), &columns, vec![count(number(row))])
    };
    let word = |number: usize| match measure {
        Measure::Groups => lang.groups_word(number),
        Measure::Households => lang.households_word(number),
    };
    let named: Vec<Named> = rows
        .iter()
        .filter(|row| row.area.is_some())
        .filter_map(|row| Some((area_name(lang, row.area), count(number(row))?, lang.number(number(row)))))
        .collect();
    let finding = match number(&total) {
        0 => lang.none_yet(if measure == Measure::Groups { "KUBE" } else { t.unit_households }),
        all => format!("{}. {}", word(all), lang.ends(Ends::Most, &named)),
    };
    Figure {
        finding,
        note: [lang.covers(covers(book, total.groups)), t.chart_counts_what.to_owned()].join(" "),
        rows: rows.iter().map(row).collect(),
        total: Some(Row::counted(lang, t.chart_total.to_owned(), &columns, vec![count(number(&total))])),
        columns,
        ..Figure::new(Form::Bars)
    }
}

/// Whose records are in a part of the book of so many groups.
pub fn covers(book: Book<'_>, groups: usize) -> Covers {
    Covers { groups, ..book.covers }
}

/// The list of the groups of an area, within what is asked.
pub fn behind(asked: &Asked, area: Option<RegionCode>) -> Option<String> {
    let within = Asked { areas: Vec::new(), ..asked.clone() }.within()?;
    match area {
        Some(area) => list(Some(Filter { region: Some(area), ..within })),
        None if asked.is_of_province() => list(Some(Filter { need: Some(Need::NoPlace), ..within })),
        None => None,
    }
}

/// A count by cities, against what was allocated.
fn of_series(lang: Lang, series: &Series) -> Figure {
    let (t, unit) = (lang.first_texts(), series.measure.unit());
    let row = |name: String, Amount { value, against }: Amount| {
        let numbers = vec![value, against];
        let text = |number: &Option<i64>| number.map_or_else(String::new, |number| lang.chart_number(unit, number));
        let texts: Vec<String> = numbers.iter().map(text).collect();
        let compared = lang.chart_against(unit, against);
        let says = [texts[0].clone(), compared].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
        Row { says: format!("{name}: {says}"), short: name.clone(), name, numbers, texts, ..Row::default() }
    };
    let point = |point: &Point| {
        let Key::City(area) = point.key;
        let to = list(point.behind);
        Row { to, area, is_free: area.is_some(), ..row(lang.chart_key(point.key), point.amount) }
    };
    Figure {
        finding: lang.finding(series),
        note: lang.chart_note(series),
        axis: lang.chart_axis(series.by).to_owned(),
        columns: vec![t.chart_registered.to_owned(), t.chart_allocated.to_owned()],
        rows: series.points.iter().map(point).collect(),
        total: Some(row(t.chart_total.to_owned(), series.total)),
        ..Figure::new(Form::Bars)
    }
}

/// Several numbers of each area side by side.
pub fn areas(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    let t = lang.texts();
    let (rows, total) = by_area(book.registry.dossiers(), asked, book.registry.today());
    let columns = Vec::from([
        "KUBE".to_owned(),
        t.chart_households_head.to_owned(),
        t.chart_per_group.to_owned(),
        t.chart_active.to_owned(),
        t.chart_women.to_owned(),
    ]);
    let row = |row: &AreaRow, name: String| {
        let per_group = (row.groups > 0).then(|| (row.households * 20 + row.groups) / (row.groups * 2));
        let active = percent(row.active, row.groups);
        let numbers = [Some(row.groups), Some(row.households), per_group, active, row.percent_women()];
        let text = |at: usize, number: usize| match at {
            2 => lang.tenths(number),
            3 | 4 => format!("{number}%"),
            _ => lang.number(number),
        };
        let told = |(at, number): (usize, &Option<usize>)| number.map_or_else(String::new, |number| text(at, number));
        let texts = numbers.iter().enumerate().map(told).collect();
        let numbers = numbers.iter().map(|number| number.and_then(count)).collect();
        Row { numbers, area: row.area, is_free: row.area.is_some(), ..Row::told(name, &columns, texts) }
    };
    Figure {
        finding: match total.groups {
            0 => lang.none_yet("KUBE"),
            groups => lang.areas_finding(groups, total.households, total.members, total.percent_women()),
        },
        note: [lang.covers(covers(book, total.groups)), lang.first_texts().chart_counts_what.to_owned()].join(" "),
        rows: rows
            .iter()
            .map(|it| Row { to: it.area.map(|area| page(area, asked)), ..row(it, area_name(lang, it.area)) })
            .collect(),
        total: Some(row(&AreaRow { area: None, ..total.clone() }, lang.first_texts().chart_total.to_owned())),
        columns,
        ..Figure::new(Form::Cells)
    }
}

/// The address of the page of an area.
pub fn page(area: RegionCode, asked: &Asked) -> String {
    Route::area(area, asked.scope).to_string()
}

/// The middle of monthly incomes before and now, of areas where enough people told both.
pub fn income(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    let t = lang.texts();
    let (rows, total) = by_area(book.registry.dossiers(), asked, book.registry.today());
    let columns = Vec::from([t.chart_before, t.chart_now].map(str::to_owned));
    let middle = |row: &AreaRow| {
        let of = |at: usize| row.incomes.iter().map(|pair| pair[at]).collect::<Vec<i64>>();
        (row.incomes.len() >= ENOUGH).then(|| [quarters(&of(0)), quarters(&of(1))].map(|it| it.map(|it| it[1])))
    };
    let mut moved = [0; 3];
    let row = |area: &AreaRow, name: String, [before, now]: [Option<i64>; 2]| {
        let numbers = vec![before, now];
        let texts = numbers.iter().map(|number| number.map_or_else(String::new, |it| lang.amount(it))).collect();
        Row { numbers, area: area.area, is_free: area.area.is_some(), ..Row::told(name, &columns, texts) }
    };
    let told: Vec<Row> = rows
        .iter()
        .filter_map(|area| {
            let pair = middle(area)?;
            moved[match pair[1].cmp(&pair[0]) {
                std::cmp::Ordering::Greater => 0,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Less => 2,
            }] += 1;
            Some(row(area, area_name(lang, area.area), pair))
        })
        .collect();
    let all = middle(&total).map(|pair| row(&total, lang.first_texts().chart_total.to_owned(), pair));
    Figure {
        finding: if told.is_empty() { t.chart_income_none.to_owned() } else { lang.moved_finding(moved) },
        note: [lang.covers(covers(book, total.groups)), t.chart_income_note.to_owned()].join(" "),
        rows: told,
        total: all.map(|row| Row { area: None, is_free: false, ..row }),
        columns,
        ..Figure::new(Form::Slope)
    }
}
