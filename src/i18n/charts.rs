//! The words of a chart: its title, the sentence that says what it shows, the names of its points, and the note below it.
//!
//! Each is made from the series alone, so that a chart of any form has them. Relies on `stats` for what a sentence is about.

use super::Lang;
use crate::domain::{RegionCode, region};
use crate::stats::{By, Key, Measure, Point, Series, Source, Unit};

impl Lang {
    /// The title of a chart: "KUBE per kabupaten/kota".
    pub fn chart_title(self, series: &Series) -> &'static str {
        let t = self.first_texts();
        match (series.by, series.measure) {
            (By::City, Measure::Groups) => t.chart_groups_title,
            (By::City, Measure::Households) => t.chart_households_title,
        }
    }

    /// What the points of a chart are, as the head of their column: "Kabupaten/kota".
    pub fn chart_axis(self, by: By) -> &'static str {
        match by {
            By::City => self.first_texts().chart_region,
        }
    }

    /// The name of a point.
    pub fn chart_key(self, key: Key) -> String {
        match key {
            Key::City(region) => self.city(region),
        }
    }

    /// A number of a series, without its unit.
    pub fn chart_number(self, unit: Unit, value: i64) -> String {
        match unit {
            Unit::Groups | Unit::Households => self.number(usize::try_from(value).unwrap_or_default()),
        }
    }

    /// What a number is compared with: "dari 20"; with nothing, nothing.
    pub fn chart_against(self, unit: Unit, against: Option<i64>) -> String {
        against.map_or_else(String::new, |against| {
            let against = self.chart_number(unit, against);
            format!("{} {against}", self.pick("dari", "of"))
        })
    }

    /// The same of a count of groups or households.
    pub fn of_allocated(self, allocated: Option<usize>) -> String {
        self.chart_against(Unit::Groups, allocated.and_then(|allocated| i64::try_from(allocated).ok()))
    }

    /// The points of which there is nothing: "7 kabupaten/kota belum punya KUBE".
    pub fn chart_nothing(self, by: By, count: usize) -> String {
        match (self, by) {
            (Self::Id, By::City) => format!("{count} kabupaten/kota belum punya KUBE"),
            (Self::En, By::City) => format!("{count} of the cities and regencies have no KUBE yet"),
        }
    }

    /// The name of a city or kabupaten, or of what has no place.
    pub fn city(self, region: Option<RegionCode>) -> String {
        region
            .and_then(|code| region::kabupaten_kota().find(|region| region.code == code))
            .map_or_else(|| self.first_texts().chart_unplaced.to_owned(), |region| region.short_name().to_owned())
    }

    /// What a chart shows, in one sentence: how many there are, and which point is furthest from what it is compared with.
    pub fn finding(self, series: &Series) -> String {
        let (unit, total) = (series.measure.unit(), series.total.value.unwrap_or_default());
        let word = match unit {
            Unit::Groups => self.first_texts().unit_groups,
            Unit::Households => self.first_texts().unit_households,
        };
        if total == 0 {
            return match self {
                Self::Id => format!("Belum ada {word} terdaftar."),
                Self::En => format!("No {word} registered yet."),
            };
        }
        let whole = format!("{} {word} {}", self.chart_number(unit, total), self.pick("terdaftar", "registered"));
        if let Some(Point { key, amount, .. }) = series.furthest() {
            let name = self.chart_key(*key);
            let value = self.chart_number(unit, amount.value.unwrap_or_default());
            let against = self.chart_against(unit, amount.against);
            return match self {
                Self::Id => format!("{whole}; capaian terendah terhadap alokasi: {name}, {value} {against}."),
                Self::En => format!("{whole}; furthest from its allocation is {name}: {value} {against}."),
            };
        }
        match (self, series.source, series.compared()) {
            (_, Source::Unlike(years @ Some(_)), _) => format!("{whole}, {}.", self.years(years)),
            (_, _, 0) => format!("{whole}."),
            (Self::Id, _, count) => format!("{whole}; alokasi {count} kabupaten/kota sudah terpenuhi."),
            (Self::En, _, count) => format!("{whole}; the allocations of {count} cities are filled."),
        }
    }

    /// What stands below a chart: whose records are in it, how they are counted, and where the comparison comes from.
    pub fn chart_note(self, series: &Series) -> String {
        let t = self.first_texts();
        let source = match series.source {
            Source::PressRelease => t.chart_source,
            Source::Unpublished => "",
            Source::Unlike(_) => t.chart_not_compared,
        };
        format!("{} {} {source}", self.covers(series.covers), t.chart_counts_what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Year;
    use crate::stats::{Amount, Covers};

    /// Households of Samarinda and Balikpapan, of which 200 and 150 were allocated where a source says so.
    fn series(households: [i64; 2], source: Source) -> Series {
        let allocated = [200, 150].map(|allocated| Some(allocated).filter(|_| source == Source::PressRelease));
        let point = |at: usize| Point {
            key: Key::City(Some(RegionCode::kaltim([72, 71][at]))),
            amount: Amount { value: Some(households[at]), against: allocated[at] },
            behind: None,
        };
        let against = allocated[0].zip(allocated[1]).map(|(one, other)| one + other);
        Series {
            measure: Measure::Households,
            by: By::City,
            points: vec![point(0), point(1)],
            total: Amount { value: Some(households.iter().sum()), against },
            source,
            covers: Covers::default(),
        }
    }

    #[test]
    fn the_sentence_of_a_chart_says_what_its_numbers_say() {
        let years = Source::Unlike(Some((Year::literal(2010), Year::literal(2014))));
        for (series, id, en) in [
            (series([0, 0], Source::PressRelease), "Belum ada KK terdaftar.", "No households registered yet."),
            (
                series([1190, 30], Source::PressRelease),
                "1.220 KK terdaftar; capaian terendah terhadap alokasi: Balikpapan, 30 dari 150.",
                "1,220 households registered; furthest from its allocation is Balikpapan: 30 of 150.",
            ),
            (
                series([200, 151], Source::PressRelease),
                "351 KK terdaftar; alokasi 2 kabupaten/kota sudah terpenuhi.",
                "351 households registered; the allocations of 2 cities are filled.",
            ),
            (series([7, 3], years), "10 KK terdaftar, 2010 sampai 2014.", "10 households registered, 2010 to 2014."),
            (series([7, 3], Source::Unlike(None)), "10 KK terdaftar.", "10 households registered."),
            (series([7, 3], Source::Unpublished), "10 KK terdaftar.", "10 households registered."),
        ] {
            assert_eq!((Lang::Id.finding(&series).as_str(), Lang::En.finding(&series).as_str()), (id, en));
        }
    }

    #[test]
    fn the_note_of_a_chart_names_the_source_of_a_comparison_or_says_why_there_is_none() {
        for lang in Lang::ALL {
            let t = lang.first_texts();
            let note = |source| lang.chart_note(&series([7, 3], source));
            assert!(note(Source::PressRelease).ends_with(t.chart_source));
            assert!(note(Source::Unlike(None)).ends_with(t.chart_not_compared));
            assert!(note(Source::Unpublished).trim_end().ends_with(t.chart_counts_what));
        }
    }

    #[test]
    fn a_point_without_a_place_is_named_for_what_it_lacks() {
        assert_eq!(Lang::Id.chart_key(Key::City(Some(RegionCode::kaltim(72)))), "Samarinda");
        assert_eq!(Lang::Id.chart_key(Key::City(None)), "Wilayah belum diisi");
    }
}
