//! Labels in a column, none over another: each as near to where it wants to be as the others let it.

/// The middles of labels; each comes with the middle that it wants and its height, in the order from the top. Labels that would meet
/// are pooled, and a pool stands around the middle of what its labels want. Where all together are too high, they go on below `to`.
pub fn spread(labels: &[(i32, i32)], from: i32, to: i32) -> Vec<i32> {
    let whole: i32 = labels.iter().map(|(_, height)| height).sum();
    let last = (to - whole).max(from);
    // The tops as they were if all heights before were nothing: their sum, and how many of them are in the pool.
    let mut pools: Vec<(i64, i64)> = Vec::new();
    let mut above = 0;
    for (middle, height) in labels {
        let mut pool = (i64::from(middle - height / 2 - above), 1);
        above += height;
        while let Some((sum, count)) = pools.pop() {
            if sum * pool.1 <= pool.0 * count {
                pools.push((sum, count));
                break;
            }
            pool = (pool.0 + sum, pool.1 + count);
        }
        pools.push(pool);
    }
    let tops = pools.into_iter().flat_map(|(sum, count)| {
        let top = i32::try_from(sum.div_euclid(count)).unwrap_or(from).clamp(from, last);
        std::iter::repeat_n(top, usize::try_from(count).unwrap_or(0))
    });
    let mut above = 0;
    let middle = |(top, (_, height)): (i32, &(i32, i32))| {
        let middle = top + above + height / 2;
        above += height;
        middle
    };
    tops.zip(labels).map(middle).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_with_room_stand_where_they_want() {
        assert_eq!(spread(&[], 0, 100), [0; 0]);
        assert_eq!(spread(&[(50, 10)], 0, 100), [50]);
        assert_eq!(spread(&[(10, 10), (50, 20), (90, 10)], 0, 100), [10, 50, 90]);
    }

    #[test]
    fn labels_that_would_meet_share_the_way() {
        assert_eq!(spread(&[(50, 10), (50, 10)], 0, 100), [45, 55]);
        assert_eq!(spread(&[(40, 10), (41, 10), (42, 10), (90, 10)], 0, 100), [31, 41, 51, 90]);
    }

    #[test]
    fn labels_stay_within_their_ends_where_there_is_room() {
        assert_eq!(spread(&[(0, 10), (0, 10)], 0, 100), [5, 15]);
        assert_eq!(spread(&[(100, 10), (100, 10)], 0, 100), [85, 95]);
        assert_eq!(spread(&[(5, 10), (5, 10), (5, 10)], 0, 20), [5, 15, 25], "there is no room for all");
    }

    #[test]
    fn no_two_labels_meet() {
        // Places that repeat themselves only after long: enough shapes of crowds.
        for seed in 1..200_i32 {
            let mut wanted: Vec<i32> = (0..12).map(|place| (place * place * seed * 7_919) % 1_000).collect();
            wanted.sort_unstable();
            let labels: Vec<(i32, i32)> =
                wanted.iter().zip([20, 30, 40].into_iter().cycle()).map(|(y, h)| (*y, h)).collect();
            let middles = spread(&labels, 0, 1_000);
            for (place, pair) in middles.windows(2).enumerate() {
                let apart = i32::midpoint(labels[place].1, labels[place + 1].1);
                assert!(pair[1] - pair[0] >= apart, "{labels:?}: {middles:?}");
            }
            assert!(middles[0] >= 10 && middles[11] <= 990, "{middles:?}");
        }
    }
}
