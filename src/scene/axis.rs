//! An axis of numbers that stands upright: its ticks, their names to the left, and a line across for each.

use super::figure::Figure;
use super::sheet::{SMALL, Sheet, widest};
use super::ticks::between;
use super::{Anchor, Paint, Stroke};
use crate::i18n::Lang;

/// Between the names and the plot.
const BESIDE: i32 = 60;

/// An axis; heights are told from its top.
pub(super) struct Axis {
    ticks: Vec<i64>,
    names: Vec<String>,
    height: i32,
}

impl Axis {
    /// The axis on which these numbers and zero have room, with at most so many steps.
    pub fn of(
        lang: Lang,
        figure: &Figure,
        numbers: impl Iterator<Item = i64> + Clone,
        steps: i64,
        height: i32,
    ) -> Self {
        let ticks = between(numbers.clone().min().unwrap_or(0), numbers.max().unwrap_or(0), steps);
        let names = ticks.iter().map(|tick| figure.tick(lang, *tick)).collect();
        Self { ticks, names, height }
    }

    /// How much room its names take at the left.
    pub fn wide(&self) -> i32 {
        widest(self.names.iter().map(String::as_str), SMALL, false) + BESIDE
    }

    /// How far below the top a number stands.
    pub fn at(&self, number: i64) -> i32 {
        let (first, last) = (self.ticks.first().copied().unwrap_or(0), self.ticks.last().copied().unwrap_or(1));
        let share = i128::from(number - first) * i128::from(self.height) / i128::from((last - first).max(1));
        self.height - i32::try_from(share).unwrap_or(0)
    }

    /// Whether it goes below zero.
    pub fn is_below(&self) -> bool {
        self.ticks.first().is_some_and(|first| *first < 0)
    }

    /// Draws the lines across, that of zero darker.
    pub fn across(&self, sheet: &mut Sheet, (x, top): (i32, i32), width: i32) {
        for tick in &self.ticks {
            let y = top + self.at(*tick);
            let paint = if *tick == 0 { Paint::Soft } else { Paint::Grid };
            sheet.rule((x, y), (x + width, y), paint, Stroke::Thin);
        }
    }

    /// Writes the names, to the left of the plot.
    pub fn beside(&self, sheet: &mut Sheet, (x, top): (i32, i32)) {
        for (tick, name) in self.ticks.iter().zip(&self.names) {
            let y = top + self.at(*tick) + SMALL * 4 / 10;
            sheet.put(name, (x - BESIDE, y), Anchor::End, SMALL, false, Paint::Soft);
        }
    }
}
