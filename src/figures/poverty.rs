//! Poor people, as they were published; and the groups of this book beside them.

use super::areas::{covers, page};
use super::book::{Book, area_name, count};
use crate::domain::Date;
use crate::i18n::{Ends, Lang, Named};
use crate::scene::{Figure, Form, Level, Row};
use crate::stats::{Asked, Poor, PoorArea, PoorAreas, Question, TARGET, Trend, by_area};

/// Rates of poor people over time, of some of those that are published by half-years.
pub fn of_trend(lang: Lang, whose: &[Poor]) -> Figure {
    let t = lang.texts();
    let trend = Trend::of(whose);
    let columns: Vec<String> = trend.lines.iter().map(|line| lang.poor(line.of).to_owned()).collect();
    let row = |(place, time): (usize, &Date)| {
        let numbers: Vec<Option<i64>> =
            trend.lines.iter().map(|line| line.values.get(place).copied().flatten()).collect();
        let texts = numbers.iter().map(|number| number.map_or_else(String::new, |number| lang.rate(number))).collect();
        let name = lang.month(*time);
        let known = columns.iter().zip(&numbers).filter_map(|(column, number)| Some((column, (*number)?)));
        let says: Vec<String> = known.map(|(column, number)| format!("{column} {}", lang.percent(number))).collect();
        Row {
            says: format!("{name}: {}", says.join(", ")),
            name,
            short: time.year().to_string(),
            months: i64::from(time.year()) * 12 + i64::from(time.month()),
            numbers,
            texts,
            ..Row::default()
        }
    };
    let has_target = whose.contains(&Poor::Indonesia);
    let note =
        if has_target { format!("{} {}", t.trend_source, t.chart_target_note) } else { t.trend_source.to_owned() };
    Figure {
        title: lang.question(if has_target { Question::Poor } else { Question::PoorByPlace }).to_owned(),
        finding: lang.trend_finding(&trend),
        note,
        axis: lang.question_axis(Question::Poor).to_owned(),
        mark: "%",
        rows: trend.times.iter().enumerate().map(row).collect(),
        breaks: trend.breaks.iter().map(|(place, why)| (*place, lang.trend_break(*why).to_owned())).collect(),
        levels: has_target.then(|| Level { name: t.chart_target.to_owned(), number: TARGET }).into_iter().collect(),
        columns,
        ..Figure::new(Form::Lines)
    }
}

/// The areas that are asked for, of the ten.
fn chosen(all: &PoorAreas, asked: &Asked) -> Vec<PoorArea> {
    asked.rows().into_iter().filter_map(|area| all.area(area).cloned()).collect()
}

/// A row of rates.
fn rates(lang: Lang, area: &PoorArea, name: String, columns: &[String], rates: Vec<Option<i64>>) -> Row {
    let texts: Vec<String> = rates.iter().map(|rate| rate.map_or_else(String::new, |rate| lang.rate(rate))).collect();
    let told: Vec<String> = rates.iter().map(|rate| rate.map_or_else(String::new, |rate| lang.percent(rate))).collect();
    Row { numbers: rates, texts, area: Some(area.area), is_free: true, ..Row::told(name, columns, told) }
}

/// A row that leads to the page of its area, whose name it has.
fn leading(lang: Lang, asked: &Asked, area: &PoorArea, row: impl Fn(&PoorArea, String) -> Row) -> Row {
    Row { to: Some(page(area.area, asked)), ..row(area, area_name(lang, Some(area.area))) }
}

/// The finding of the last year, as ends of a ranking.
fn last_year(
    lang: Lang,
    all: &PoorAreas,
    rows: &[PoorArea],
    of: Ends,
    text: impl Fn(&PoorArea) -> Option<(i64, String)>,
) -> String {
    let named: Vec<Named> = rows
        .iter()
        .filter_map(|area| {
            let (number, text) = text(area)?;
            Some((area_name(lang, Some(area.area)), number, text))
        })
        .collect();
    format!("{}: {}", all.years.last().copied().unwrap_or_default(), lang.ends(of, &named))
}

fn last_rate(lang: Lang, area: &PoorArea) -> Option<(i64, String)> {
    let rate = area.rates.last().copied().flatten()?;
    Some((rate, lang.percent(rate)))
}

/// The rates of each area year by year, on one scale.
pub fn areas(lang: Lang, asked: &Asked) -> Figure {
    let all = PoorAreas::published();
    let columns: Vec<String> = all.years.iter().map(ToString::to_string).collect();
    let rows = chosen(&all, asked);
    let row = |area: &PoorArea| Row {
        to: Some(page(area.area, asked)),
        ..rates(lang, area, area_name(lang, Some(area.area)), &columns, area.rates.clone())
    };
    let province =
        rates(lang, &all.province, lang.texts().chart_kaltim.to_owned(), &columns, all.province.rates.clone());
    Figure {
        finding: last_year(lang, &all, &rows, Ends::Highest, |area| last_rate(lang, area)),
        note: lang.texts().chart_areas_source.to_owned(),
        mark: "%",
        rows: rows.iter().map(row).collect(),
        total: Some(province),
        breaks: all.breaks.iter().map(|(place, why)| (*place, lang.trend_break(*why).to_owned())).collect(),
        columns,
        ..Figure::new(Form::Multiples)
    }
}

/// The rates of the last year, where the areas lie.
pub fn map(lang: Lang, asked: &Asked) -> Figure {
    let all = PoorAreas::published();
    let columns: Vec<String> = all.years.last().map(ToString::to_string).into_iter().collect();
    // The areas that are asked for are marked among all of them.
    let own = &asked.areas;
    let rows = all.areas.clone();
    let row = |area: &PoorArea| {
        let last = area.rates.last().copied().flatten();
        let (to, is_odd) = (Some(page(area.area, asked)), own.contains(&area.area));
        Row { to, is_odd, ..rates(lang, area, area_name(lang, Some(area.area)), &columns, vec![last]) }
    };
    let province = all.province.rates.last().copied().flatten();
    let only = own.first().filter(|_| own.len() == 1).and_then(|own| all.area(*own));
    let here = only.and_then(|own| Some((area_name(lang, Some(own.area)), last_rate(lang, own)?.1)));
    let here = here.map(|(name, rate)| format!(" {name}: {rate}.")).unwrap_or_default();
    let ends = last_year(lang, &all, &rows, Ends::Highest, |area| last_rate(lang, area));
    Figure {
        finding: format!("{ends}{here}"),
        note: lang.texts().chart_areas_source.to_owned(),
        mark: "%",
        rows: rows.iter().map(row).collect(),
        total: Some(rates(lang, &all.province, lang.texts().chart_kaltim.to_owned(), &columns, vec![province])),
        columns,
        ..Figure::new(Form::Tiles)
    }
}

/// How the rates moved since the series broke last.
pub fn change(lang: Lang, asked: &Asked) -> Figure {
    let all = PoorAreas::published();
    let since = all.since();
    let ends = |area: &PoorArea| [area.rates.get(since).copied().flatten(), area.rates.last().copied().flatten()];
    let year = |place: Option<&i32>| place.map(ToString::to_string).unwrap_or_default();
    let columns = vec![year(all.years.get(since)), year(all.years.last())];
    let rows = chosen(&all, asked);
    let row = |area: &PoorArea, name: String| rates(lang, area, name, &columns, ends(area).to_vec());
    let moves: Vec<(String, i64)> = rows
        .iter()
        .filter_map(|area| {
            let [Some(before), Some(now)] = ends(area) else { return None };
            Some((area_name(lang, Some(area.area)), now - before))
        })
        .collect();
    let of = |is: fn(i64) -> bool| moves.iter().filter(|(_, by)| is(*by)).count();
    let most = moves.iter().min_by_key(|(_, by)| *by).filter(|(_, by)| *by < 0);
    let most = most.map(|(name, by)| format!(" {}.", lang.moved_by(name, *by))).unwrap_or_default();
    Figure {
        finding: format!("{}{most}", lang.moved_finding([of(|by| by > 0), of(|by| by == 0), of(|by| by < 0)])),
        note: lang.texts().chart_areas_source.to_owned(),
        mark: "%",
        rows: rows.iter().map(|area| leading(lang, asked, area, row)).collect(),
        total: Some(row(&all.province, lang.texts().chart_kaltim.to_owned())),
        columns,
        ..Figure::new(Form::Slope)
    }
}

/// How many people are poor, in the last year.
pub fn people(lang: Lang, asked: &Asked) -> Figure {
    let all = PoorAreas::published();
    let columns = vec![lang.texts().chart_poor_people.to_owned()];
    let rows = chosen(&all, asked);
    let last = |area: &PoorArea| area.people.last().copied().flatten();
    let row = |area: &PoorArea, name: String| {
        let numbers = vec![last(area).map(|tens| tens * 10)];
        Row { area: Some(area.area), is_free: true, ..Row::counted(lang, name, &columns, numbers) }
    };
    Figure {
        finding: last_year(lang, &all, &rows, Ends::Most, |area| Some((last(area)?, lang.poor_people(last(area)?)))),
        note: lang.texts().chart_areas_source.to_owned(),
        rows: rows.iter().map(|area| leading(lang, asked, area, row)).collect(),
        total: Some(row(&all.province, lang.texts().chart_kaltim.to_owned())),
        columns,
        ..Figure::new(Form::Bars)
    }
}

/// Registered groups for each thousand poor people, in hundredths.
pub fn groups_per_poor(lang: Lang, book: Book<'_>, asked: &Asked) -> Figure {
    let all = PoorAreas::published();
    let columns = vec![lang.texts().chart_groups_per_poor.to_owned()];
    let (rows, total) = by_area(book.registry.dossiers(), asked, book.registry.today());
    let per = |groups: usize, area: &PoorArea| {
        let tens = area.people.last().copied().flatten().filter(|tens| *tens > 0)?;
        // Groups for each thousand people, of whom there are tens, in hundredths, rounded half up.
        count(groups).map(|groups| (groups * 20_000 + tens) / (tens * 2))
    };
    let rows: Vec<(&PoorArea, i64)> = rows
        .iter()
        .filter_map(|row| {
            let area = all.area(row.area?)?;
            Some((area, per(row.groups, area)?))
        })
        .collect();
    let row = |area: &PoorArea, name: String, number: i64| {
        let numbers = vec![Some(number)];
        let is_free = true;
        Row { numbers, area: Some(area.area), is_free, ..Row::told(name, &columns, vec![lang.rate(number)]) }
    };
    let named: Vec<Named> = rows
        .iter()
        .map(|(area, number)| (area_name(lang, Some(area.area)), *number, format!("{} KUBE", lang.rate(*number))))
        .collect();
    let province = per(total.groups, &all.province).filter(|_| asked.is_of_province());
    Figure {
        finding: if total.groups == 0 { lang.none_yet("KUBE") } else { lang.ends(Ends::Highest, &named) },
        note: [
            &lang.covers(covers(book, total.groups)),
            lang.texts().chart_areas_source,
            lang.texts().chart_poor_caution,
        ]
        .join(" "),
        rows: rows
            .iter()
            .map(|(area, number)| {
                let to = Some(page(area.area, asked));
                Row { to, ..row(area, area_name(lang, Some(area.area)), *number) }
            })
            .collect(),
        total: province.map(|number| row(&all.province, lang.texts().chart_kaltim.to_owned(), number)),
        columns,
        ..Figure::new(Form::Bars)
    }
}
