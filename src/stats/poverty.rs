//! Poor people, as Statistics Indonesia has published them: of the province by half-years, of its ten areas by years, and where a
//! series breaks.
//!
//! Source, and why it breaks: `data/poverty.SOURCE.md`. Deliberately absent: words, and drawing.

use crate::domain::{Date, RegionCode, region};

/// The table: a line a half-year, as it was published, with a decimal point.
const TABLE: &str = include_str!("data/poverty.tsv");

/// The table of areas: two lines an area, thousands of people and percent, a column a year.
const AREAS: &str = include_str!("data/poverty_areas.tsv");

/// Under which rate the poor of Indonesia are to be in 2029, in hundredths of a percent: Inpres 8/2025, which also wants no extreme
/// poverty in 2026, another measure.
pub const TARGET: i64 = 500;

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
    /// Mahakam Ulu by itself, until then in Kutai Barat.
    MahakamUlu,
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

/// The poor people of an area, year by year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoorArea {
    /// Which; the province itself on its territory of today.
    pub area: RegionCode,
    /// How many, in tens of people; `None` where nothing was published.
    pub people: Vec<Option<i64>>,
    /// What part, in hundredths of a percent.
    pub rates: Vec<Option<i64>>,
}

/// The poor people of the ten areas and of the province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoorAreas {
    /// The years, the first first.
    pub years: Vec<i32>,
    /// The areas in the order of [`region::kabupaten_kota`].
    pub areas: Vec<PoorArea>,
    /// The province on its territory of today; its rates to 2014 are reckoned from those of the areas.
    pub province: PoorArea,
    /// Where the series break: before the year of this place.
    pub breaks: Vec<(usize, Break)>,
}

impl PoorAreas {
    /// All that was published.
    pub fn published() -> Self {
        let mut lines = AREAS.lines().map(|line| line.split('\t').collect::<Vec<_>>());
        let head = lines.next().unwrap_or_default();
        let years: Vec<i32> = head.iter().skip(2).filter_map(|year| year.parse().ok()).collect();
        let lines: Vec<Vec<&str>> = lines.collect();
        let values = |code: RegionCode, what: &str| -> Vec<Option<i64>> {
            let code = code.to_string();
            let line = lines.iter().find(|line| line.first() == Some(&code.as_str()) && line.get(1) == Some(&what));
            line.map_or_else(Vec::new, |line| line.iter().skip(2).map(|text| hundredths(text)).collect())
        };
        let of = |area| PoorArea { area, people: values(area, "thousand"), rates: values(area, "percent") };
        let breaks = [(2011, Break::Census2010), (2015, Break::MahakamUlu), (2021, Break::Census2020)];
        let place = |year: i32| years.iter().position(|known| *known >= year);
        Self {
            breaks: breaks.into_iter().filter_map(|(year, why)| Some((place(year)?, why))).collect(),
            areas: region::kabupaten_kota().map(|region| of(region.code)).collect(),
            province: of(RegionCode::KALTIM),
            years,
        }
    }

    /// The place of the first year that is comparable with the last.
    pub fn since(&self) -> usize {
        self.breaks.last().map_or(0, |(place, _)| *place)
    }

    /// One area of the ten.
    pub fn area(&self, code: RegionCode) -> Option<&PoorArea> {
        self.areas.iter().find(|area| area.area == code)
    }
}

fn row(line: &str) -> Option<(Date, Vec<&str>)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let (year, month) = cells.first()?.split_once('-')?;
    Some((Date::new(year.parse().ok()?, month.parse().ok()?, 1)?, cells))
}

/// "11.04" as 1,104 hundredths, of thousands of people tens of them; `None` for anything that is no number with at most two decimals.
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

    #[test]
    fn the_ten_areas_add_up_to_the_province_in_every_year() {
        let all = PoorAreas::published();
        assert_eq!((all.years.first(), all.years.last(), all.areas.len()), (Some(&2004), Some(&2025), 10));
        for (place, year) in all.years.iter().enumerate() {
            let sum: i64 = all.areas.iter().filter_map(|area| area.people[place]).sum();
            let whole = all.province.people[place].unwrap();
            assert!((sum - whole).abs() <= 20, "{year}: {sum} of {whole} tens of people");
        }
        let samarinda = all.area(RegionCode::kaltim(72)).unwrap();
        assert_eq!((samarinda.people.last(), samarinda.rates.last()), (Some(&Some(3045)), Some(&Some(345))));
        let missing: usize = all.areas.iter().map(|area| area.rates.iter().filter(|rate| rate.is_none()).count()).sum();
        assert_eq!(missing, 11, "Mahakam Ulu from 2004 to 2014");
    }
}
