//! The words of rates over time: titles, the sentence that says what a chart shows, and why a series breaks.

use super::Lang;
use crate::stats::{Break, Poor, Trend};

impl Lang {
    /// Whose rate it is.
    pub fn poor(self, of: Poor) -> &'static str {
        match of {
            Poor::Kaltim => "Kaltim",
            Poor::Indonesia => "Indonesia",
            Poor::Urban => self.pick("Perkotaan", "Urban"),
            Poor::Rural => self.pick("Perdesaan", "Rural"),
        }
    }

    /// A rate: hundredths of a percent as "5,14 persen".
    pub fn percent(self, hundredths: i64) -> String {
        format!("{} {}", self.rate(hundredths), self.pick("persen", "percent"))
    }

    /// A rate at a tick, whole where it is: "5%".
    pub fn percent_mark(self, hundredths: i64) -> String {
        let whole = usize::try_from(hundredths / 100).unwrap_or_default();
        let mark = if hundredths % 100 == 0 { self.number(whole) } else { self.rate(hundredths) };
        format!("{mark}%")
    }

    /// Hundredths as "5,14".
    pub fn rate(self, hundredths: i64) -> String {
        self.hundredths(usize::try_from(hundredths).unwrap_or_default())
    }

    /// What a chart of rates shows: the last rates, and how they moved since the series broke last.
    pub fn trend_finding(self, trend: &Trend) -> String {
        let since = trend.since();
        let (Some(last), Some(first)) = (trend.times.last(), trend.times.get(since)) else { return String::new() };
        let mut now = Vec::new();
        let mut moved = Vec::new();
        for line in &trend.lines {
            let (Some(Some(rate)), Some(Some(before))) = (line.values.last(), line.values.get(since)) else { continue };
            let name = self.poor(line.of);
            now.push(format!("{name} {}", self.percent(*rate)));
            moved.push(self.moved_by(name, rate - before));
        }
        let and = self.pick(" dan ", " and ");
        match self {
            Self::Id => {
                format!("{}: {}. Sejak {} {}.", self.month(*last), now.join(", "), self.month(*first), moved.join(and))
            }
            Self::En => {
                format!("{}: {}. Since {} {}.", self.month(*last), now.join(", "), self.month(*first), moved.join(and))
            }
        }
    }

    /// "Kaltim turun 1,40 poin persen"
    pub fn moved_by(self, name: &str, by: i64) -> String {
        let points = self.rate(by.abs());
        match (self, by.signum()) {
            (Self::Id, 0) => format!("{name} tetap"),
            (Self::Id, 1) => format!("{name} naik {points} poin persen"),
            (Self::Id, _) => format!("{name} turun {points} poin persen"),
            (Self::En, 0) => format!("{name} stayed the same"),
            (Self::En, 1) => format!("{name} rose by {points} percentage points"),
            (Self::En, _) => format!("{name} fell by {points} percentage points"),
        }
    }

    /// "dari 20"
    pub fn chart_of(self, against: &str) -> String {
        format!("{} {against}", self.pick("dari", "of"))
    }

    /// "7 wilayah tanpa KUBE"
    pub fn chart_without(self, count: usize) -> String {
        match (self, count) {
            (Self::Id, count) => format!("{count} wilayah tanpa KUBE"),
            (Self::En, 1) => "1 area without KUBE".to_owned(),
            (Self::En, count) => format!("{count} areas without KUBE"),
        }
    }

    /// Why a series breaks.
    pub fn trend_break(self, why: Break) -> &'static str {
        match why {
            Break::Census2010 => self.pick(
                "Sejak 2011 memakai jumlah penduduk Sensus 2010; tidak dapat dibandingkan dengan sebelumnya.",
                "Since 2011 by the population of the 2010 census; not comparable with before.",
            ),
            Break::Kaltara => self.pick(
                "Sejak 2015 tanpa Kalimantan Utara; penurunan sejak 2014 sebagian besar karena pemisahan ini.",
                "Since 2015 without Kalimantan Utara; most of the fall since 2014 is due to that.",
            ),
            Break::MahakamUlu => {
                self.pick("Sampai 2014 Kutai Barat mencakup Mahakam Ulu.", "To 2014 Kutai Barat includes Mahakam Ulu.")
            }
            Break::Census2020 => self.pick(
                "Sejak 2021 memakai jumlah penduduk Sensus 2020; tidak dapat dibandingkan dengan sebelumnya.",
                "Since 2021 by the population of the 2020 census; not comparable with before.",
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_says_the_last_rates_and_how_they_moved_since_the_last_break() {
        let trend = Trend::of(&[Poor::Kaltim, Poor::Indonesia]);
        assert_eq!(
            Lang::Id.trend_finding(&trend),
            "Maret 2026: Kaltim 5,14 persen, Indonesia 8,07 persen. Sejak Maret 2021 Kaltim turun 1,40 poin persen dan Indonesia turun 2,07 poin persen."
        );
        assert_eq!(
            Lang::En.trend_finding(&trend),
            "March 2026: Kaltim 5.14 percent, Indonesia 8.07 percent. Since March 2021 Kaltim fell by 1.40 percentage points and Indonesia fell by 2.07 percentage points."
        );
    }

    #[test]
    fn each_way_of_moving_has_its_words() {
        assert_eq!(
            [-5, 0, 120].map(|by| Lang::Id.moved_by("Kaltim", by)),
            ["Kaltim turun 0,05 poin persen", "Kaltim tetap", "Kaltim naik 1,20 poin persen"]
        );
        assert_eq!(
            [-5, 0, 120].map(|by| Lang::En.moved_by("Kaltim", by)),
            [
                "Kaltim fell by 0.05 percentage points",
                "Kaltim stayed the same",
                "Kaltim rose by 1.20 percentage points"
            ]
        );
        assert_eq!([500, 1250].map(|rate| Lang::Id.percent_mark(rate)), ["5%", "12,50%"]);
    }
}
