//! The numbers of a chart in words: what a table, a file, a picture and a sentence are made of.

use crate::domain::Date;
use crate::i18n::Lang;
use crate::route::Route;
use crate::search::Filter;
use crate::stats::{Amount, Breakdown, Covers, Poor, Series, Trait, Trend};

/// How a figure is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A bar a row: the first number filled, the second, which it is compared with, an outline.
    Bars,
    /// A line a column over time, not joined where the series breaks.
    Lines,
}

/// A chart in words and numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// How it is drawn.
    pub form: Form,
    /// What it asks.
    pub title: String,
    /// What it finds.
    pub finding: String,
    /// What it covers, and where its numbers come from.
    pub note: String,
    /// The head of the first column.
    pub axis: String,
    /// The heads of the numbers.
    pub columns: Vec<String>,
    /// What stands behind each number: "%", or nothing.
    pub mark: &'static str,
    /// The rows, in the order in which they are shown.
    pub rows: Vec<Row>,
    /// What the rows come to; `None` where they come to nothing together.
    pub total: Option<Row>,
    /// Before which rows the series breaks, and why.
    pub breaks: Vec<(usize, String)>,
}

/// A row of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What the row is: "Samarinda", "Maret 2015".
    pub name: String,
    /// The same where there is little room: "2015".
    pub short: String,
    /// Its place on an axis of time, in months; of other rows, 0.
    pub months: i64,
    /// Its numbers, a column each; `None` where nothing is known, which is not 0.
    pub numbers: Vec<Option<i64>>,
    /// The same in words.
    pub texts: Vec<String>,
    /// All of it in one sentence, for who hears it.
    pub says: String,
    /// The address of what it counts, where a list shows just that.
    pub to: Option<String>,
}

impl Row {
    /// Whether there is nothing, and nothing is expected.
    fn is_nothing(&self) -> bool {
        self.numbers.iter().all(|number| number.is_none_or(|number| number == 0)) && self.numbers.get(1) == Some(&None)
    }
}

impl Figure {
    /// A count by cities.
    pub fn of_series(lang: Lang, series: &Series) -> Self {
        let (t, unit) = (lang.first_texts(), series.measure.unit());
        let row = |name: String, Amount { value, against }: Amount, behind: Option<Filter>| {
            let numbers = vec![value, against];
            let text = |number: &Option<i64>| number.map_or_else(String::new, |number| lang.chart_number(unit, number));
            let texts: Vec<String> = numbers.iter().map(text).collect();
            let compared = lang.chart_against(unit, against);
            let says =
                [texts[0].clone(), compared].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ");
            let to = behind.map(|filter| Route::Groups(filter).to_string());
            Row { says: format!("{name}: {says}"), short: name.clone(), name, months: 0, numbers, texts, to }
        };
        Self {
            form: Form::Bars,
            title: lang.chart_title(series).to_owned(),
            finding: lang.finding(series),
            note: lang.chart_note(series),
            axis: lang.chart_axis(series.by).to_owned(),
            columns: vec![t.chart_registered.to_owned(), t.chart_allocated.to_owned()],
            mark: "",
            rows: series
                .points
                .iter()
                .map(|point| row(lang.chart_key(point.key), point.amount, point.behind))
                .collect(),
            total: Some(row(t.chart_total.to_owned(), series.total, None)),
            breaks: Vec::new(),
        }
    }

    /// A count by answers; what is not filled in is a row of its own, which no bar of an answer hides.
    pub fn of_breakdown(lang: Lang, counted: &Breakdown, covers: Covers) -> Self {
        let t = lang.texts();
        let row = |name: String, count: usize, behind: Option<Filter>| {
            let text = lang.number(count);
            let to = behind.map(|filter| Route::Groups(filter).to_string());
            let numbers = vec![i64::try_from(count).ok()];
            Row {
                says: format!("{name}: {text}"),
                short: name.clone(),
                name,
                months: 0,
                numbers,
                texts: vec![text],
                to,
            }
        };
        let mut counts: Vec<_> = counted.counts.iter().collect();
        if counted.of == Trait::Business {
            // There are many kinds, which have no order of their own: those that are run, the commonest first.
            counts.retain(|(_, count, _)| *count > 0);
            counts.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
        }
        let answers = counts.into_iter().map(|(answer, count, behind)| row(lang.answer(*answer), *count, *behind));
        let unknown = (counted.unknown > 0).then(|| row(t.chart_unknown.to_owned(), counted.unknown, None));
        Self {
            form: Form::Bars,
            title: lang.breakdown_title(counted.of).to_owned(),
            finding: lang.breakdown_finding(counted),
            note: lang.covers(covers),
            axis: lang.breakdown_axis(counted.of).to_owned(),
            columns: vec![lang.breakdown_unit(counted.of).to_owned()],
            mark: "",
            rows: answers.chain(unknown).collect(),
            total: Some(row(lang.first_texts().chart_total.to_owned(), counted.total(), None)),
            breaks: Vec::new(),
        }
    }

    /// Of one city or kabupaten, which the title names.
    #[must_use]
    pub fn in_place(self, place: &str) -> Self {
        Self { title: format!("{place}: {}", self.title), ..self }
    }

    /// Rates of poor people over time.
    pub fn of_trend(lang: Lang, trend: &Trend) -> Self {
        let columns: Vec<String> = trend.lines.iter().map(|line| lang.poor(line.of).to_owned()).collect();
        let row = |(place, time): (usize, &Date)| {
            let numbers: Vec<Option<i64>> =
                trend.lines.iter().map(|line| line.values.get(place).copied().flatten()).collect();
            let texts: Vec<String> =
                numbers.iter().map(|number| number.map_or_else(String::new, |number| lang.rate(number))).collect();
            let name = lang.month(*time);
            let known = columns.iter().zip(&numbers).filter_map(|(column, number)| Some((column, (*number)?)));
            let says: Vec<String> =
                known.map(|(column, number)| format!("{column} {}", lang.percent(number))).collect();
            Row {
                says: format!("{name}: {}", says.join(", ")),
                name,
                short: time.year().to_string(),
                months: i64::from(time.year()) * 12 + i64::from(time.month()),
                numbers,
                texts,
                to: None,
            }
        };
        let whose: Vec<Poor> = trend.lines.iter().map(|line| line.of).collect();
        Self {
            form: Form::Lines,
            title: lang.trend_title(&whose).to_owned(),
            finding: lang.trend_finding(trend),
            note: lang.texts().trend_source.to_owned(),
            axis: lang.texts().trend_axis.to_owned(),
            mark: "%",
            rows: trend.times.iter().enumerate().map(row).collect(),
            columns,
            total: None,
            breaks: trend.breaks.iter().map(|(place, why)| (*place, lang.trend_break(*why).to_owned())).collect(),
        }
    }

    /// The heads of the numbers in a table, which says there what they are of.
    pub fn heads(&self) -> impl Iterator<Item = String> {
        self.columns
            .iter()
            .map(|column| if self.mark.is_empty() { column.clone() } else { format!("{column} ({})", self.mark) })
    }

    /// The rows that have a mark, and the names of those of which there is nothing.
    pub(super) fn drawn(&self) -> (Vec<&Row>, Vec<&str>) {
        let (empty, drawn): (Vec<&Row>, Vec<&Row>) =
            self.rows.iter().partition(|row| self.form == Form::Bars && row.is_nothing());
        (drawn, empty.into_iter().map(|row| row.name.as_str()).collect())
    }
}
