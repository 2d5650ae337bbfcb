//! The ticks of an axis: 1, 2 or 5 times a power of ten, so that the numbers beside them are read at a glance.

/// The ticks from zero to the first that is not below the greatest number, with at most so many steps.
pub fn ticks(most: i64, steps: i64) -> Vec<i64> {
    let step = step(most.max(1), steps.max(1));
    let last = most.max(1).div_euclid(step) + i64::from(most.max(1).rem_euclid(step) > 0);
    (0..=last).map(|place| place * step).collect()
}

/// The least step of 1, 2 or 5 times a power of ten by which at most so many lead to the number.
fn step(most: i64, steps: i64) -> i64 {
    let mut power = 1_i64;
    loop {
        for factor in [1, 2, 5] {
            let step = power.saturating_mul(factor);
            if step.saturating_mul(steps) >= most {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// Every so many of a row of times has its name, so that names this wide find room; the last counts most and is always named.
pub fn every(count: usize, length: i32, name: i32) -> usize {
    let room = usize::try_from(length / name.max(1)).unwrap_or(1).max(1);
    [1, 2, 5, 10, 20, 50, 100].into_iter().find(|every| count.div_ceil(*every) <= room).unwrap_or(count.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_round_and_reach_the_greatest_number() {
        assert_eq!(ticks(1658, 5), [0, 500, 1000, 1500, 2000]);
        assert_eq!(ticks(20, 5), [0, 5, 10, 15, 20]);
        assert_eq!(ticks(3, 5), [0, 1, 2, 3]);
        assert_eq!(ticks(0, 5), [0, 1]);
        for most in [1, 7, 99, 101, 7_959, i64::from(u32::MAX)] {
            let ticks = ticks(most, 5);
            assert!(ticks.len() <= 6 && ticks.last().is_some_and(|last| *last >= most), "{most}: {ticks:?}");
        }
    }

    #[test]
    fn as_many_times_are_named_as_find_room() {
        assert_eq!(every(20, 10_000, 300), 1);
        assert_eq!(every(20, 3_000, 300), 2);
        assert_eq!(every(20, 1_000, 300), 10);
        assert_eq!(every(3, 10, 300), 5);
    }
}
