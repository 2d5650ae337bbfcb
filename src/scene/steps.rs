//! Numbers as five steps of one hue, and the key of the steps.

use super::figure::{Figure, NONE};
use super::key::{key, square};
use super::letters::width;
use super::sheet::{SMALL, Sheet, leading, widest};
use super::ticks::least_step;
use super::{Anchor, Area, Paint};
use crate::i18n::Lang;

/// How many there are at most.
const STEPS: i64 = 5;

/// How high the boxes of the key are.
const BOX: i32 = 110;

/// Steps of equal width, each from its bound up to, and without, the next.
pub(super) struct Steps {
    first: i64,
    step: i64,
    count: i64,
}

impl Steps {
    /// The steps on which these numbers stand: their width is 1, 2 or 5 times a power of ten.
    pub fn of(numbers: impl Iterator<Item = i64> + Clone) -> Self {
        let (least, most) = (numbers.clone().min().unwrap_or(0), numbers.max().unwrap_or(0));
        let count = |step: i64| most.div_euclid(step) - least.div_euclid(step) + 1;
        let step = least_step(|step| count(step) <= STEPS);
        Self { first: least.div_euclid(step), step, count: count(step) }
    }

    /// The colour of a number.
    pub fn paint(&self, number: i64) -> Paint {
        self.place(number.div_euclid(self.step) - self.first)
    }

    /// The colour of a step; where there are few, they are as far apart as they can be.
    fn place(&self, place: i64) -> Paint {
        let place = place.clamp(0, self.count - 1);
        let step = if self.count == 1 { 1 } else { place * (STEPS - 1) / (self.count - 1) };
        Paint::Step(usize::try_from(step).unwrap_or(0))
    }

    /// Writes the key: boxes side by side with the bounds below them where these have room, else a list. What has a square of its own
    /// comes with its words.
    pub fn key(&self, sheet: &mut Sheet, lang: Lang, figure: &Figure, own: &[(Paint, &str)]) {
        let bounds: Vec<String> =
            (0..=self.count).map(|place| figure.tick(lang, (self.first + place).saturating_mul(self.step))).collect();
        let name = widest(bounds.iter().map(String::as_str), SMALL, false);
        let beside: i32 = own.iter().map(|(_, words)| BOX + 50 + 180 + width(words, SMALL, false)).sum();
        let count = i32::try_from(self.count).unwrap_or(1);
        let wide = ((sheet.room - name - beside) / count).min(640);
        if wide < name + 60 {
            let steps = (0..self.count).zip(&bounds).map(|(place, bound)| (self.place(place), format!("≥ {bound}")));
            let own = own.iter().map(|(paint, words)| (*paint, (*words).to_owned()));
            return key(sheet, &steps.chain(own).collect::<Vec<_>>());
        }
        let (top, left) = (sheet.y + 20, sheet.left + name / 2);
        let mut x = left;
        for (place, bound) in bounds.iter().enumerate() {
            let at = (x, top + BOX + 20 + SMALL);
            sheet.put(bound, at, Anchor::Middle, SMALL, false, Paint::Soft);
            if place + 1 < bounds.len() {
                let paint = self.place(i64::try_from(place).unwrap_or(0));
                square(sheet, Area { x, y: top, width: wide, height: BOX }, paint);
                x += wide;
            }
        }
        x += name / 2 + 180;
        for (paint, words) in own {
            square(sheet, Area { x, y: top, width: BOX, height: BOX }, *paint);
            sheet.put(words, (x + BOX + 50, top + SMALL * 8 / 10), Anchor::Start, SMALL, false, Paint::Ink);
            x += BOX + 50 + width(words, SMALL, false) + 180;
        }
        sheet.y = top + BOX + 20 + leading(SMALL) + 140;
    }
}

/// The words of what is not known, where any of it is.
pub(super) fn unknown(figure: &Figure) -> Option<(Paint, &'static str)> {
    figure.rows.iter().any(|row| row.number(0).is_none()).then_some((Paint::Unknown, NONE))
}

/// Ink that can be read on a colour.
pub(super) fn ink(paint: Paint) -> Paint {
    if matches!(paint, Paint::Step(2..)) { Paint::Paper } else { Paint::Ink }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_on_steps_with_round_bounds() {
        let steps = Steps::of([3, 20].into_iter());
        assert_eq!((steps.first * steps.step, steps.step, steps.count), (0, 5, 5));
        assert_eq!([3, 5, 14, 19, 20].map(|it| steps.paint(it)), [0, 1, 2, 3, 4].map(Paint::Step));
    }

    #[test]
    fn few_steps_are_far_apart_and_ties_are_one() {
        let two = Steps::of([1, 2].into_iter());
        assert_eq!([1, 2].map(|it| two.paint(it)), [Paint::Step(0), Paint::Step(4)]);
        for number in [-7, 0, 7, 7_959_000_000] {
            assert_eq!(Steps::of([number; 3].into_iter()).count, 1, "{number}");
        }
        assert_eq!(Steps::of([].into_iter()).count, 1);
    }
}
