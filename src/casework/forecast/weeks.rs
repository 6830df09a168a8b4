//! The past in weeks: what came in, and what became of what stood open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::course::{Course, Place};
use crate::law::calendar::is_working_day;
use crate::law::register::RegisterId;

/// What had become of a case a week later, or at the end of the week in which it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum After {
    /// The person has got word.
    Answered,
    /// It waits, there.
    At(Place),
}

/// The register, where a case stood when the week began (nowhere for one that came during it), and what had become of it.
pub(super) type Move = (usize, Option<Place>, After);

/// A past week.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Week {
    /// Its working days.
    pub working_days: u32,
    /// How often each thing happened.
    pub moves: Vec<(Move, u32)>,
    /// How many cases came in.
    pub came: u32,
    /// How many were answered.
    pub answered: u32,
    /// How many caseworkers had one of these.
    pub hands: u32,
}

/// How many cases stood where, by register.
pub(super) type Stand = BTreeMap<(usize, Place), u32>;

/// The past in weeks that end on a day's weekday, the last of them on the day itself.
#[derive(Clone, Debug)]
pub struct Weeks {
    pub(super) registers: Vec<RegisterId>,
    /// The last days of the weeks, with the day before the first week at the front.
    pub(super) days: Vec<NaiveDate>,
    pub(super) weeks: Vec<Week>,
    /// What stood open at each of the days.
    pub(super) stands: Vec<Stand>,
    /// What stands open now, with the cases that the courses of the past leave out.
    pub(super) now: Stand,
    /// The first week that has a history: the first whole one after the first case came.
    pub(super) first: usize,
}

impl Weeks {
    /// So many weeks until `today`, from the courses of cases that came in during them, and of all that stand open now.
    #[must_use]
    pub fn of(courses: &[Course], open: &[Course], today: NaiveDate, many: u32) -> Self {
        let registers: BTreeSet<&RegisterId> = courses.iter().chain(open).map(|course| &course.register).collect();
        let registers: Vec<RegisterId> = registers.into_iter().cloned().collect();
        let days: Vec<NaiveDate> = (0..=many).rev().map(|week| before(today, week)).collect();
        let mut told: Vec<BTreeMap<Move, u32>> = vec![BTreeMap::new(); many as usize];
        let mut hands: Vec<BTreeSet<&str>> = vec![BTreeSet::new(); many as usize];
        let mut stands = vec![Stand::new(); days.len()];
        for course in courses {
            let Ok(register) = registers.binary_search(&course.register) else { continue };
            // The first of the days on which it had come in.
            let first = days.partition_point(|day| *day < course.received_on);
            let mut stood = None;
            for (place, day) in days.iter().enumerate().skip(first) {
                let stands_at = course.place_on(*day);
                if let Some(at) = stands_at {
                    *stands[place].entry((register, at)).or_default() += 1;
                }
                // What stood open before the first of the days is counted from there on.
                if let Some(week) = place.checked_sub(1) {
                    let after = stands_at.map_or(After::Answered, After::At);
                    if stands_at.is_none() && !course.answered_on.is_some_and(|on| on > days[week]) {
                        break;
                    }
                    *told[week].entry((register, stood, after)).or_default() += 1;
                    if stands_at.is_none() {
                        hands[week].extend(course.assignee.as_deref());
                    }
                }
                if stands_at.is_none() {
                    break;
                }
                stood = stands_at;
            }
        }
        let week = |(place, moves): (usize, BTreeMap<Move, u32>)| {
            let sum =
                |fits: &dyn Fn(&Move) -> bool| moves.iter().filter(|(one, _)| fits(one)).map(|(_, many)| many).sum();
            Week {
                working_days: working_days(days[place]),
                came: sum(&|(_, stood, _)| stood.is_none()),
                answered: sum(&|(_, _, after)| *after == After::Answered),
                hands: hands[place].len() as u32,
                moves: moves.into_iter().collect(),
            }
        };
        let weeks: Vec<Week> = told.into_iter().enumerate().map(week).collect();
        // A week in which the first case of all came may have begun before there was a record.
        let begun = |place: &usize| !stands[*place].is_empty();
        let first = (0..weeks.len()).find(begun).unwrap_or(weeks.len());
        let mut now = Stand::new();
        for course in open {
            if let (Ok(register), Some(place)) = (registers.binary_search(&course.register), course.place_on(today)) {
                *now.entry((register, place)).or_default() += 1;
            }
        }
        Self { registers, days, weeks, stands, now, first }
    }
}

/// So many weeks earlier.
fn before(day: NaiveDate, weeks: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(u64::from(weeks) * 7)).unwrap_or(day)
}

/// The working days of the seven days after a day.
#[must_use]
pub fn working_days(after: NaiveDate) -> u32 {
    after.iter_days().skip(1).take(7).filter(|day| is_working_day(*day)).count() as u32
}
