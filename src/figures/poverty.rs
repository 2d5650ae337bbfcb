//! Poor people, as they were published.

use crate::domain::Date;
use crate::i18n::Lang;
use crate::scene::{Figure, Form, Row};
use crate::stats::{Poor, Trend};

/// Rates of poor people over time.
pub fn of_trend(lang: Lang, trend: &Trend) -> Figure {
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
    let whose: Vec<Poor> = trend.lines.iter().map(|line| line.of).collect();
    Figure {
        title: lang.trend_title(&whose).to_owned(),
        finding: lang.trend_finding(trend),
        note: lang.texts().trend_source.to_owned(),
        axis: lang.texts().trend_axis.to_owned(),
        mark: "%",
        rows: trend.times.iter().enumerate().map(row).collect(),
        breaks: trend.breaks.iter().map(|(place, why)| (*place, lang.trend_break(*why).to_owned())).collect(),
        columns,
        ..Figure::new(Form::Lines)
    }
}
