//! Poor people, as Statistics Indonesia has published them: rates by half-years, and where a series breaks.
//!
//! Source, and why it breaks: `data/poverty.SOURCE.md`. Deliberately absent: words, and drawing.

use crate::domain::Date;

/// The table: a line a half-year, as it was published, with a decimal point.
const TABLE: &str = include_str!("data/poverty.tsv");

/// Whose poor people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Poor {
    /// Kalimantan Timur; to 2014 with what is Kalimantan Utara today.
    Kaltim,
    /// Indonesia.
    Indonesia,
    /// The cities and towns of Kalimantan Timur.
    Urban,
    /// The villages of Kalimantan Timur.
    Rural,
}

/// Why numbers before and since are not comparable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Break {
    /// Population figures of the census of 2010.
    Census2010,
    /// Without the five regencies and cities of Kalimantan Utara.
    Kaltara,
    /// Population figures of the census of 2020.
    Census2020,
}

/// One line of a trend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrendLine {
    /// Whose.
    pub of: Poor,
    /// The rate at each time of the trend, in hundredths of a percent; `None` where none was published.
    pub values: Vec<Option<i64>>,
}

/// Rates over time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend {
    /// When, the earliest first: the first day of the month of the survey.
    pub times: Vec<Date>,
    /// Some lines over these times.
    pub lines: Vec<TrendLine>,
    /// Where the series breaks: before the time of this place.
    pub breaks: Vec<(usize, Break)>,
}

impl Poor {
    /// Its column in the table.
    fn column(self) -> usize {
        match self {
            Self::Kaltim => 2,
            Self::Urban => 3,
            Self::Rural => 4,
            Self::Indonesia => 6,
        }
    }
}

impl Trend {
    /// The rates of some of these, beside each other.
    pub fn of(whose: &[Poor]) -> Self {
        let rows: Vec<(Date, Vec<&str>)> = TABLE.lines().skip(1).filter_map(row).collect();
        let times: Vec<Date> = rows.iter().map(|(time, _)| *time).collect();
        let value = |row: &[&str], of: Poor| row.get(of.column()).and_then(|text| hundredths(text));
        let line = |of: &Poor| TrendLine { of: *of, values: rows.iter().map(|(_, row)| value(row, *of)).collect() };
        let breaks = [(2011, Break::Census2010), (2015, Break::Kaltara), (2021, Break::Census2020)];
        let place = |year: i32| times.iter().position(|time| time.year() >= year);
        let breaks = breaks.into_iter().filter_map(|(year, why)| Some((place(year)?, why))).collect();
        Self { lines: whose.iter().map(line).collect(), times, breaks }
    }

    /// The place of the first time that is comparable with the last.
    pub fn since(&self) -> usize {
        self.breaks.last().map_or(0, |(place, _)| *place)
    }
}

fn row(line: &str) -> Option<(Date, Vec<&str>)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let (year, month) = cells.first()?.split_once('-')?;
    Some((Date::new(year.parse().ok()?, month.parse().ok()?, 1)?, cells))
}

/// "11.04" as 1,104 hundredths; `None` for anything that is no number with at most two decimals.
fn hundredths(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let part: i64 = match part.len() {
        0 => 0,
        1 => part.parse::<i64>().ok()? * 10,
        2 => part.parse().ok()?,
        _ => return None,
    };
    Some(whole.parse::<i64>().ok()? * 100 + part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_read_with_all_its_rates() {
        let all = [Poor::Kaltim, Poor::Indonesia, Poor::Urban, Poor::Rural];
        let trend = Trend::of(&all);
        assert_eq!(trend.times.len(), TABLE.lines().count() - 1);
        for line in &trend.lines {
            assert_eq!(line.values.iter().flatten().count(), trend.times.len(), "{:?}", line.of);
        }
        assert!(trend.times.is_sorted());
        let first = |of: Poor| trend.lines.iter().find(|line| line.of == of).and_then(|line| line.values[0]);
        assert_eq!(all.map(first), [Some(1104), Some(1658), Some(744), Some(1698)]);
        let last = trend.lines.iter().map(|line| *line.values.last().unwrap()).collect::<Vec<_>>();
        assert_eq!(last, [Some(514), Some(807), Some(415), Some(742)]);
    }

    #[test]
    fn the_series_breaks_where_the_source_says() {
        let trend = Trend::of(&[Poor::Kaltim]);
        let told: Vec<(i32, Break)> =
            trend.breaks.iter().map(|(place, why)| (trend.times[*place].year(), *why)).collect();
        assert_eq!(told, [(2011, Break::Census2010), (2015, Break::Kaltara), (2021, Break::Census2020)]);
        assert_eq!(trend.times[trend.since()].iso(), "2021-03-01");
    }

    #[test]
    fn decimals_are_read_to_the_digit() {
        let read = ["11.04", "9.1", "7", "0.05", "1.234", "", "x"].map(hundredths);
        assert_eq!(read, [Some(1104), Some(910), Some(700), Some(5), None, None, None]);
    }
}
