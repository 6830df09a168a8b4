//! The calendar of the deadlines: how many cases are due on each day of the weeks around today.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::spoken::spoken;
use crate::law::calendar::day_off;

/// The calendar begins so many weeks before this one.
const WEEKS_BEFORE: u64 = 2;
/// So many weeks are in it.
const WEEKS: u64 = 11;

/// Which cases the calendar counts; what is missing does not narrow it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct DueDaysInput {
    pub register: Option<String>,
    pub track: Option<String>,
}

/// A day of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct DueDay {
    pub on: String,
    /// So many unanswered cases whose clock runs have this day as their last.
    pub count: u64,
    /// What the day is where it is no working day, and no last day of a deadline either.
    pub day_off: Option<String>,
}

/// A week of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct DueWeek {
    /// Its number by ISO 8601, as calendars in Norway have it.
    pub week: u32,
    /// From Monday to Friday, and a Saturday or Sunday that something is due on.
    pub days: Vec<DueDay>,
}

/// The calendar of the deadlines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct DueDaysAnswer {
    pub today: String,
    pub weeks: Vec<DueWeek>,
    /// The last day before the calendar, and the cases that are due until it.
    pub before_on: String,
    pub before: u64,
    /// The first day after the calendar, and the cases that are due from it.
    pub after_on: String,
    pub after: u64,
}

impl DueDaysAnswer {
    /// What was counted, as the weeks around a day.
    #[must_use]
    pub fn of(counted: &[(NaiveDate, u64)], today: NaiveDate) -> Self {
        let monday = today.week(Weekday::Mon).first_day();
        let first = monday - Days::new(7 * WEEKS_BEFORE);
        let end = first + Days::new(7 * WEEKS);
        let count = |day| counted.iter().find(|(on, _)| *on == day).map_or(0, |(_, count)| *count);
        let sum =
            |fits: &dyn Fn(NaiveDate) -> bool| counted.iter().filter(|(on, _)| fits(*on)).map(|(_, count)| count).sum();
        let weeks = (0..WEEKS).map(|week| {
            let monday = first + Days::new(7 * week);
            let days = (0..7).map(|day| monday + Days::new(day)).filter(|day| weekday(*day) || count(*day) > 0);
            let days = days.map(|day| DueDay {
                on: day.to_string(),
                count: count(day),
                day_off: day_off(day).map(|off| off.description().get(spoken()).to_owned()),
            });
            DueWeek { week: monday.iso_week().week(), days: days.collect() }
        });
        Self {
            today: today.to_string(),
            weeks: weeks.collect(),
            before_on: (first - Days::new(1)).to_string(),
            before: sum(&|on| on < first),
            after_on: end.to_string(),
            after: sum(&|on| on >= end),
        }
    }
}

fn weekday(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn every_case_is_in_a_week_or_before_or_after() {
        let counted = [
            ("2026-02-13", 3),
            ("2026-02-16", 1),
            ("2026-03-02", 9),
            ("2026-03-07", 2),
            ("2026-05-01", 4),
            ("2026-05-04", 5),
        ]
        .map(|(on, count)| (day(on), count));
        let answer = DueDaysAnswer::of(&counted, day("2026-03-06"));
        assert_eq!((answer.before_on.as_str(), answer.before), ("2026-02-15", 3));
        assert_eq!((answer.after_on.as_str(), answer.after), ("2026-05-04", 5));
        let inside: u64 = answer.weeks.iter().flat_map(|week| &week.days).map(|day| day.count).sum();
        assert_eq!(inside, 1 + 9 + 2 + 4);
        let weeks: Vec<(u32, usize)> = answer.weeks.iter().map(|week| (week.week, week.days.len())).collect();
        assert_eq!(weeks[..4], [(8, 5), (9, 5), (10, 6), (11, 5)], "a Saturday is there when something is due on it");
        assert_eq!(weeks.len(), 11);
        let easter = answer.weeks[6].days.iter().map(|day| day.day_off.as_deref()).collect::<Vec<_>>();
        assert_eq!(easter, [None, None, None, Some("skjærtorsdag"), Some("langfredag")]);
    }

    #[test]
    fn the_week_of_a_new_year_has_its_number() {
        let answer = DueDaysAnswer::of(&[], day("2027-01-04"));
        let weeks: Vec<u32> = answer.weeks.iter().map(|week| week.week).collect();
        assert_eq!(weeks[..4], [52, 53, 1, 2]);
    }
}
