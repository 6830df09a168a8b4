//! Percentiles by the nearest rank: the value at place ⌈p · n / 100⌉ of the n values in order. It is always a value that occurred, so
//! that half of a day is never told of. Hyndman and Fan call it definition 1 (The American Statistician 50(4), 1996).

/// Half of the values are at or below it.
pub const MEDIAN: u32 = 50;
/// Nine of ten are.
pub const NINETIETH: u32 = 90;

/// A percentile, and how many values stand behind it on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// The value.
    pub value: u32,
    /// How many values are it or less.
    pub at_or_below: u64,
    /// How many are it or more.
    pub at_or_above: u64,
}

/// The percentile of values that are in order; `None` where there are none. `percent` is from 1 to 100.
#[must_use]
pub fn ranked(sorted: &[u32], percent: u32) -> Option<Ranked> {
    let rank = (sorted.len() as u64 * u64::from(percent)).div_ceil(100).max(1);
    let value = *sorted.get(usize::try_from(rank - 1).ok()?)?;
    let at_or_below = sorted.partition_point(|other| *other <= value) as u64;
    let below = sorted.partition_point(|other| *other < value) as u64;
    Some(Ranked { value, at_or_below, at_or_above: sorted.len() as u64 - below })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_nearest_rank_is_a_value_that_occurred() {
        for (values, percent, wanted) in [
            (&[][..], 50, None),
            (&[7], 50, Some(7)),
            (&[7], 90, Some(7)),
            (&[1, 2], 50, Some(1)),
            (&[1, 2, 3], 50, Some(2)),
            (&[1, 2, 3, 4], 50, Some(2)),
            (&[15, 20, 35, 40, 50], 30, Some(20)),
            (&[15, 20, 35, 40, 50], 40, Some(20)),
            (&[15, 20, 35, 40, 50], 100, Some(50)),
            (&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 90, Some(9)),
            (&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 90, Some(10)),
        ] {
            assert_eq!(ranked(values, percent).map(|ranked| ranked.value), wanted, "{percent} of {values:?}");
        }
        assert_eq!(ranked(&[1, 2, 2, 2, 9], 50), Some(Ranked { value: 2, at_or_below: 4, at_or_above: 4 }));
    }

    proptest! {
        /// The definition in words: at least so many are at or below it, and fewer are below it.
        #[test]
        fn so_many_are_at_or_below_it(mut values in prop::collection::vec(0_u32..60, 1..80), percent in 1_u32..=100) {
            values.sort_unstable();
            let found = ranked(&values, percent).expect("a value");
            let count = values.len() as u64;
            let below = values.iter().filter(|value| **value < found.value).count() as u64;
            prop_assert!(found.at_or_below * 100 >= count * u64::from(percent));
            prop_assert!(below * 100 < count * u64::from(percent));
            prop_assert_eq!(found.at_or_above, count - below);
        }
    }
}
