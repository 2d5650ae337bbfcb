//! Counts over time: groups by year and in all, visits by month, people at events.

use super::areas::covers;
use super::book::{Book, count, list};
use crate::domain::{Date, FIVE_YEARS, Year};
use crate::i18n::{Ends, Lang, Named};
use crate::scene::{Figure, Form, Level, Row};
use crate::search::Filter;
use crate::stats::{Asked, Years, month_of, presence_by_year, visits_by_month};

/// The groups of each budget year.
pub fn years(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    let t = lang.texts();
    let years = Years::count(book.registry.dossiers(), asked);
    let columns = vec!["KUBE".to_owned()];
    let within = asked.within();
    let row = |(year, [groups, _]): &(Year, [usize; 2])| Row {
        to: list(within.map(|within| Filter { year: Some(*year), ..within })),
        ..Row::counted(lang, year.to_string(), &columns, vec![count(*groups)])
    };
    let named: Vec<Named> = years
        .rows
        .iter()
        .filter_map(|(year, [groups, _])| Some((year.to_string(), count(*groups)?, lang.number(*groups))))
        .collect();
    let all = years.rows.iter().map(|(_, sums)| sums[0]).sum::<usize>() + years.unknown[0];
    let unknown = Row::counted(lang, t.chart_unknown.to_owned(), &columns, vec![count(years.unknown[0])]);
    let finding = match all {
        0 => lang.none_yet("KUBE"),
        all => format!("{}. {}", lang.groups_word(all), lang.ends(Ends::Most, &named)),
    };
    Figure {
        finding: finding.trim_end().to_owned(),
        note: lang.covers(covers(book, all)),
        rows: years.rows.iter().map(row).chain((years.unknown[0] > 0).then_some(unknown)).collect(),
        total: Some(Row::counted(lang, lang.first_texts().chart_total.to_owned(), &columns, vec![count(all)])),
        columns,
        ..Figure::new(Form::Columns)
    }
}

/// Groups or households from year to year in all, beside what the press release says of five years.
pub fn in_all(lang: Lang, book: Book<'_>, asked: &Asked, of: usize) -> Figure {
    let t = lang.texts();
    let years = Years::count(book.registry.dossiers(), asked);
    let word = |number: usize| if of == 0 { lang.groups_word(number) } else { lang.households_word(number) };
    let columns = Vec::from([t.chart_in_year, t.chart_in_all].map(str::to_owned));
    let mut all = 0;
    let rows: Vec<Row> = years
        .rows
        .iter()
        .map(|(year, sums)| {
            all += sums[of];
            Row::counted(lang, year.to_string(), &columns, vec![count(sums[of]), count(all)])
        })
        .collect();
    let published = FIVE_YEARS[of] as usize;
    let level =
        Level { name: format!("{}: {}", t.chart_press_release, lang.number(published)), number: FIVE_YEARS[of].into() };
    let last = years.rows.last().map(|(year, _)| (year.to_string(), word(all)));
    let groups = years.rows.iter().map(|(_, sums)| sums[0]).sum::<usize>() + years.unknown[0];
    Figure {
        finding: lang.in_all_finding(last, &word(published), years.unknown[0]),
        note: [lang.covers(covers(book, groups)), t.chart_five_years_source.to_owned()].join(" "),
        rows,
        // Beside a part of the book, a figure of the whole province would mislead.
        levels: asked.is_of_province().then_some(level).into_iter().collect(),
        columns,
        ..Figure::new(Form::Columns)
    }
}

/// Visits month by month.
pub fn visits(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    let today = book.registry.today();
    let months = visits_by_month(book.registry.dossiers(), asked, today);
    let columns = vec![lang.texts().chart_visits.to_owned()];
    let row = |(month, visits): &(Date, Option<usize>)| Row {
        months: month_of(*month) + 1,
        short: month.year().to_string(),
        ..Row::counted(lang, lang.month(*month), &columns, vec![visits.and_then(count)])
    };
    let known: Vec<(usize, Named)> = months
        .iter()
        .filter_map(|(month, visits)| {
            let visits = (*visits)?;
            Some((visits, (lang.month(*month), count(visits)?, lang.number(visits))))
        })
        .collect();
    let year = &known[known.len().saturating_sub(12)..];
    let named: Vec<Named> = year.iter().map(|(_, named)| named.clone()).collect();
    let sum = (!known.is_empty()).then(|| year.iter().map(|(visits, _)| visits).sum());
    let groups = book.registry.dossiers().filter(|dossier| asked.covers(dossier)).count();
    let all = known.iter().map(|(visits, _)| visits).sum();
    Figure {
        finding: lang.visits_finding(
            sum,
            &lang.greatest(&named),
            year.iter().filter(|(visits, _)| *visits == 0).count(),
        ),
        note: [lang.covers(covers(book, groups)), lang.texts().chart_visits_note.to_owned()].join(" "),
        rows: months.iter().map(row).collect(),
        total: Some(Row::counted(lang, lang.first_texts().chart_total.to_owned(), &columns, vec![count(all)])),
        columns,
        ..Figure::new(Form::Strip)
    }
}

/// Who came to events, year by year.
pub fn events(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    let t = lang.texts();
    let (years, untold) = presence_by_year(book.registry, asked.place);
    let columns = Vec::from([t.chart_women, t.chart_men, t.chart_unknown].map(str::to_owned));
    let row = |name: String, counts: [usize; 3]| {
        Row::counted(lang, name, &columns, counts.iter().map(|number| count(*number)).collect())
    };
    let named: Vec<Named> = years
        .iter()
        .filter_map(|(year, counts)| {
            let all = counts.iter().sum::<usize>();
            Some((year.to_string(), count(all)?, lang.number(all)))
        })
        .collect();
    let sums = years.iter().fold([0; 3], |sums: [usize; 3], (_, counts)| [0, 1, 2].map(|at| sums[at] + counts[at]));
    Figure {
        finding: lang.events_finding(sums.iter().sum(), &lang.greatest(&named), untold),
        note: t.chart_events_note.to_owned(),
        rows: years.iter().map(|(year, counts)| row(year.to_string(), *counts)).collect(),
        total: Some(row(lang.first_texts().chart_total.to_owned(), sums)),
        columns,
        is_last_unknown: true,
        ..Figure::new(Form::Stacked)
    }
}
