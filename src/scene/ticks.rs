//! The ticks of an axis: 1, 2 or 5 times a power of ten, so that the numbers beside them are read at a glance.

/// The ticks from zero to the first that is not below the greatest number, with at most so many steps.
pub fn ticks(most: i64, steps: i64) -> Vec<i64> {
    between(0, most, steps)
}

/// The ticks from the last that is not above the least number, or zero, to the first that is not below the greatest; at most so many
/// steps, and where there is less than zero at least two.
pub fn between(least: i64, most: i64, steps: i64) -> Vec<i64> {
    let (least, steps) = (least.min(0), if least < 0 { steps.max(2) } else { steps.max(1) });
    let most = if least < 0 { most.max(0) } else { most.max(1) };
    let ends = |step: i64| {
        let above = most.div_euclid(step) + i64::from(most.rem_euclid(step) > 0);
        (least.div_euclid(step), above)
    };
    let step = least_step(|step| {
        let (first, end) = ends(step);
        end - first <= steps
    });
    let (first, end) = ends(step);
    (first..=end).map(|place| place.saturating_mul(step)).collect()
}

/// The least step of 1, 2 or 5 times a power of ten that is wide enough.
pub fn least_step(is_enough: impl Fn(i64) -> bool) -> i64 {
    let powers = std::iter::successors(Some(1_i64), |power| power.checked_mul(10));
    powers
        .flat_map(|power| [1, 2, 5].map(|factor| power.saturating_mul(factor)))
        .find(|step| is_enough(*step))
        .unwrap_or(i64::MAX)
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
    fn ticks_go_below_zero_and_stand_at_it() {
        assert_eq!(between(-3, 12, 5), [-5, 0, 5, 10, 15]);
        assert_eq!(between(-10, -2, 5), [-10, -8, -6, -4, -2, 0]);
        assert_eq!(between(-1, 1, 1), [-1, 0, 1]);
        for (least, most) in [(-7_959_000_000, 3), (-99, 101), (0, 0), (i64::MIN / 2, i64::MAX / 2)] {
            let ticks = between(least, most, 5);
            assert!(ticks.contains(&0) && ticks.len() <= 6, "{least} to {most}: {ticks:?}");
            assert!(ticks[0] <= least && ticks[ticks.len() - 1] >= most, "{least} to {most}: {ticks:?}");
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
