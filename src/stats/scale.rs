//! How long a mark is: the part of an axis that a value takes, from zero to the greatest number that has room on it.
//!
//! Whole numbers only: printing floating point alone weighs 12 kB of the first visit. Deliberately absent: colours, and where
//! a mark stands, which are the form's (`ui/charts`).

/// The axis of a chart, from zero on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    most: i64,
}

/// The whole length of an axis, in hundredths of a percent.
const WHOLE: i64 = 10_000;

impl Scale {
    /// The axis whose whole length stands for this number, or for 1 where it is less.
    pub fn up_to(most: i64) -> Self {
        Self { most: most.max(1) }
    }

    /// How far from zero a value stands, in hundredths of a percent of the axis, rounded down: 0 to 10,000. What is below zero
    /// stands at zero.
    pub fn share(self, value: i64) -> i64 {
        let value = value.clamp(0, self.most);
        // Where the product has no room, the axis is so long that a hundredth of its percent may be rounded first.
        value.checked_mul(WHOLE).map_or_else(|| value / (self.most / WHOLE), |product| product / self.most).min(WHOLE)
    }

    /// The same as a length of SVG: `37.50%`.
    pub fn length(self, value: i64) -> String {
        let share = self.share(value);
        format!("{}.{:02}%", share / 100, share % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_number_takes_the_whole_axis_and_nothing_more() {
        let scale = Scale::up_to(20);
        assert_eq!([20, 15, 0, 21, -3].map(|value| scale.share(value)), [10_000, 7_500, 0, 10_000, 0]);
    }

    #[test]
    fn lengths_are_percent_with_two_decimals() {
        let scale = Scale::up_to(3);
        assert_eq!([0, 1, 2, 3].map(|value| scale.length(value)), ["0.00%", "33.33%", "66.66%", "100.00%"]);
    }

    #[test]
    fn without_a_number_above_zero_everything_stands_at_zero() {
        assert_eq!([0, -5].map(|most| Scale::up_to(most).share(most)), [0, 0]);
    }

    #[test]
    fn amounts_of_any_size_have_their_length() {
        let scale = Scale::up_to(i64::MAX);
        assert_eq!([scale.share(i64::MAX), scale.share(i64::MAX / 2), scale.share(1)], [10_000, 5_000, 0]);
    }
}
