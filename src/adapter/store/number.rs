//! Numbers of requests as the database keeps them: one integer that sorts as the numbers do.

use crate::casework::ids::RequestNumber;

/// How far apart two years lie.
const YEAR: i64 = 1_000_000_000;

/// The integer of a number: 2026/00012 is 2026000000012.
pub(super) fn key(number: RequestNumber) -> i64 {
    first_key(number.year()) + i64::from(number.sequence())
}

/// What lies just before the first number of a year.
pub(super) fn first_key(year: u16) -> i64 {
    i64::from(year) * YEAR
}

/// The number of an integer; `None` for one that no number has.
pub(super) fn number(key: i64) -> Option<RequestNumber> {
    RequestNumber::new(u16::try_from(key / YEAR).ok()?, u32::try_from(key % YEAR).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_sort_as_numbers_do() {
        let numbers = [(2025, 99_999), (2025, 100_000), (2026, 1), (2026, 12)]
            .map(|(year, sequence)| RequestNumber::new(year, sequence).expect("a number"));
        assert!(numbers.is_sorted_by_key(|place| key(*place)));
        assert_eq!(numbers.map(|place| number(key(place))), numbers.map(Some));
        assert_eq!(key(numbers[3]), 2_026_000_000_012);
        assert_eq!(number(12), None);
    }
}
