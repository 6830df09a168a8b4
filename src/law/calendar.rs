//! The calendar: public holidays, working days, months, and the local date in Norway.
//!
//! Sources: helligdagsfredloven § 2 and lov om 1 og 17 mai § 1 say which days are off; forordning 1182/71 art. 2 and
//! domstolloven § 149 say that Saturdays count with them when a period ends. Julaften, nyttårsaften, påskeaften and
//! pinseaften are no public holidays.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, Utc, Weekday};
use chrono_tz::Europe::Oslo;

use crate::wording::Trilingual;

/// A day that is off by statute, apart from the ordinary Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PublicHoliday {
    /// 1 January.
    NewYearsDay,
    /// Skjærtorsdag, three days before Easter Sunday.
    MaundyThursday,
    /// Langfredag, two days before Easter Sunday.
    GoodFriday,
    /// Første påskedag.
    EasterSunday,
    /// Annen påskedag.
    EasterMonday,
    /// 1 May, put on a level with Sundays by lov om 1 og 17 mai § 1.
    FirstOfMay,
    /// 17 May, put on a level with Sundays by lov om 1 og 17 mai § 1.
    SeventeenthOfMay,
    /// Kristi himmelfartsdag, 39 days after Easter Sunday.
    AscensionDay,
    /// Første pinsedag, 49 days after Easter Sunday.
    WhitSunday,
    /// Annen pinsedag, 50 days after Easter Sunday.
    WhitMonday,
    /// 25 December.
    ChristmasDay,
    /// 26 December.
    SecondDayOfChristmas,
}

impl PublicHoliday {
    /// The day's name, as it stands inside a sentence.
    #[must_use]
    pub const fn name(self) -> Trilingual {
        match self {
            Self::NewYearsDay => Trilingual::fixed("første nyttårsdag", "første nyttårsdag", "New Year's Day"),
            Self::MaundyThursday => Trilingual::fixed("skjærtorsdag", "skjertorsdag", "Maundy Thursday"),
            Self::GoodFriday => Trilingual::fixed("langfredag", "langfredag", "Good Friday"),
            Self::EasterSunday => Trilingual::fixed("første påskedag", "første påskedag", "Easter Sunday"),
            Self::EasterMonday => Trilingual::fixed("andre påskedag", "andre påskedag", "Easter Monday"),
            Self::FirstOfMay => Trilingual::fixed("offentlig høytidsdag", "offentleg høgtidsdag", "Labour Day"),
            Self::SeventeenthOfMay => Trilingual::fixed("grunnlovsdagen", "grunnlovsdagen", "Constitution Day"),
            Self::AscensionDay => Trilingual::fixed("Kristi himmelfartsdag", "Kristi himmelfartsdag", "Ascension Day"),
            Self::WhitSunday => Trilingual::fixed("første pinsedag", "første pinsedag", "Whit Sunday"),
            Self::WhitMonday => Trilingual::fixed("andre pinsedag", "andre pinsedag", "Whit Monday"),
            Self::ChristmasDay => Trilingual::fixed("første juledag", "første juledag", "Christmas Day"),
            Self::SecondDayOfChristmas => {
                Trilingual::fixed("andre juledag", "andre juledag", "the second day of Christmas")
            }
        }
    }
}

/// Why a day is no working day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayOff {
    /// A Saturday that is no public holiday.
    Saturday,
    /// A Sunday that is no other public holiday.
    Sunday,
    /// A public holiday, whatever the weekday.
    Holiday(PublicHoliday),
    /// A day that the law has as a working day, and that somebody supposes to be a public holiday.
    Supposed,
}

impl DayOff {
    /// What the day is, with the article where the language wants one: «en lørdag», «skjærtorsdag», "a Sunday".
    #[must_use]
    pub const fn description(self) -> Trilingual {
        match self {
            Self::Saturday => Trilingual::fixed("en lørdag", "ein laurdag", "a Saturday"),
            Self::Sunday => Trilingual::fixed("en søndag", "ein søndag", "a Sunday"),
            Self::Holiday(holiday) => holiday.name(),
            Self::Supposed => Trilingual::fixed(
                "her tenkt som helligdag",
                "her tenkt som heilagdag",
                "supposed here to be a public holiday",
            ),
        }
    }
}

/// The public holiday that falls on a date, if any. Where two meet (17 May and Whit Monday in 2027) the fixed day is told.
#[must_use]
pub fn public_holiday(date: NaiveDate) -> Option<PublicHoliday> {
    match (date.month(), date.day()) {
        (1, 1) => Some(PublicHoliday::NewYearsDay),
        (5, 1) => Some(PublicHoliday::FirstOfMay),
        (5, 17) => Some(PublicHoliday::SeventeenthOfMay),
        (12, 25) => Some(PublicHoliday::ChristmasDay),
        (12, 26) => Some(PublicHoliday::SecondDayOfChristmas),
        (3..=6, _) => movable_holiday(date),
        (_, _) => None,
    }
}

fn movable_holiday(date: NaiveDate) -> Option<PublicHoliday> {
    match date.num_days_from_ce() - easter_sunday(date.year())?.num_days_from_ce() {
        -3 => Some(PublicHoliday::MaundyThursday),
        -2 => Some(PublicHoliday::GoodFriday),
        0 => Some(PublicHoliday::EasterSunday),
        1 => Some(PublicHoliday::EasterMonday),
        39 => Some(PublicHoliday::AscensionDay),
        49 => Some(PublicHoliday::WhitSunday),
        50 => Some(PublicHoliday::WhitMonday),
        _ => None,
    }
}

/// Easter Sunday by the Gregorian computus in the form of Meeus, Jones and Butcher, valid for every Gregorian year.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, rest) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century + 8).div_euclid(25);
    let moon = (century - correction + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - moon + 15).rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * (rest / 4) - epact - rest % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let march_based = epact + weekday - 7 * late + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(march_based / 31).ok()?, u32::try_from(march_based % 31 + 1).ok()?)
}

/// Which days are off: those of the law, and where somebody asks what would be if, others beside them and in place of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calendar<'a> {
    /// Days that are supposed to be public holidays.
    pub supposed_off: &'a [NaiveDate],
    /// Public holidays that are supposed to be none. A Saturday or Sunday is off all the same.
    pub supposed_on: &'a [NaiveDate],
}

impl Calendar<'static> {
    /// The law's.
    pub const LAW: Self = Self { supposed_off: &[], supposed_on: &[] };
}

impl Calendar<'_> {
    /// Why a date is no working day, or `None` for a working day.
    #[must_use]
    pub fn day_off(self, date: NaiveDate) -> Option<DayOff> {
        if let Some(holiday) = public_holiday(date).filter(|_| !self.supposed_on.contains(&date)) {
            return Some(DayOff::Holiday(holiday));
        }
        match date.weekday() {
            Weekday::Sat => Some(DayOff::Saturday),
            Weekday::Sun => Some(DayOff::Sunday),
            Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
                self.supposed_off.contains(&date).then_some(DayOff::Supposed)
            }
        }
    }

    fn is_working_day(self, date: NaiveDate) -> bool {
        // The weekday is asked first because it needs no Easter.
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && (public_holiday(date).is_none() || self.supposed_on.contains(&date))
            && !self.supposed_off.contains(&date)
    }

    /// The date itself where it is a working day, else the first working day after it.
    /// At the end of chrono's calendar, where no later day exists, the last day stands.
    #[must_use]
    pub fn next_working_day(self, date: NaiveDate) -> NaiveDate {
        let mut day = date;
        while !self.is_working_day(day) {
            match day.succ_opt() {
                Some(next) => day = next,
                None => return day,
            }
        }
        day
    }
}

/// Why a date is no working day, or `None` for a working day.
#[must_use]
pub fn day_off(date: NaiveDate) -> Option<DayOff> {
    Calendar::LAW.day_off(date)
}

/// Whether a date is a working day (virkedag): neither Saturday, Sunday nor public holiday.
#[must_use]
pub fn is_working_day(date: NaiveDate) -> bool {
    Calendar::LAW.is_working_day(date)
}

/// The date itself where it is a working day, else the first working day after it.
/// At the end of chrono's calendar, where no later day exists, the last day stands.
#[must_use]
pub fn next_working_day(date: NaiveDate) -> NaiveDate {
    Calendar::LAW.next_working_day(date)
}

/// The date itself where it is a working day, else the last working day before it.
/// At the beginning of chrono's calendar, where no earlier day exists, the first day stands.
#[must_use]
pub fn previous_working_day(date: NaiveDate) -> NaiveDate {
    let mut day = date;
    while !is_working_day(day) {
        match day.pred_opt() {
            Some(previous) => day = previous,
            None => return day,
        }
    }
    day
}

/// Whether a last day has passed, or no more than three working days are left until it: time to tell the person, or to
/// remind the caseworker.
#[must_use]
pub fn is_near(last_on: NaiveDate, today: NaiveDate) -> bool {
    const FEW: usize = 3;
    let left = today.iter_days().skip(1).take_while(|day| *day <= last_on);
    left.filter(|day| is_working_day(*day)).take(FEW + 1).count() <= FEW
}

/// The same day number so many months later, or the last day of a month that lacks it
/// (forordning 1182/71 art. 3 nr. 2 c, domstolloven § 148). Stops at the end of chrono's calendar.
#[must_use]
pub fn add_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// So many calendar days later. Stops at the end of chrono's calendar.
#[must_use]
pub fn add_days(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MAX)
}

/// So many calendar days earlier. Stops at the beginning of chrono's calendar.
#[must_use]
pub fn days_before(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_sub_days(Days::new(u64::from(days))).unwrap_or(NaiveDate::MIN)
}

/// The calendar days from one date to a later one; 0 where `to` is not later.
#[must_use]
pub fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}

/// The local date in Norway of an instant. Every instant becomes a date here, once, at the edge.
#[must_use]
pub fn oslo_date(instant: DateTime<Utc>) -> NaiveDate {
    instant.with_timezone(&Oslo).date_naive()
}

/// The date and the time of day on the wall in Norway, for people to read.
#[must_use]
pub fn oslo_time(instant: DateTime<Utc>) -> NaiveDateTime {
    instant.with_timezone(&Oslo).naive_local()
}

/// The instant of a date and a time of day on the wall in Norway: the first of the two where the clocks are set back, `None` in the
/// hour that is left out where they are set forward.
#[must_use]
pub fn oslo_instant(wall: NaiveDateTime) -> Option<DateTime<Utc>> {
    wall.and_local_timezone(Oslo).earliest().map(|instant| instant.with_timezone(&Utc))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_in_norway_is_that_of_the_wall_clock() {
        let date = |text: &str| text.parse::<DateTime<Utc>>().map(oslo_date).map(|date| date.to_string());
        assert_eq!(date("2026-01-31T22:59:59Z"), Ok("2026-01-31".to_owned()));
        assert_eq!(date("2026-01-31T23:00:00Z"), Ok("2026-02-01".to_owned()));
        assert_eq!(date("2026-06-30T21:59:59Z"), Ok("2026-06-30".to_owned()));
        assert_eq!(date("2026-06-30T22:00:00Z"), Ok("2026-07-01".to_owned()));
    }

    #[test]
    fn a_wall_clock_is_read_as_its_first_instant() {
        let instant = |text: &str| text.parse().map(oslo_instant).expect("a time").map(|instant| instant.to_rfc3339());
        assert_eq!(instant("2026-03-29T01:59:00").as_deref(), Some("2026-03-29T00:59:00+00:00"));
        assert_eq!(instant("2026-03-29T02:30:00"), None, "left out");
        assert_eq!(instant("2026-03-29T03:00:00").as_deref(), Some("2026-03-29T01:00:00+00:00"));
        assert_eq!(instant("2026-10-25T02:30:00").as_deref(), Some("2026-10-25T00:30:00+00:00"), "comes twice");
        assert_eq!(instant("2026-10-25T03:00:00").as_deref(), Some("2026-10-25T02:00:00+00:00"));
    }

    #[test]
    fn the_ends_of_the_calendar_do_not_overflow() {
        assert!(next_working_day(NaiveDate::MAX) <= NaiveDate::MAX);
        assert!(next_working_day(NaiveDate::MIN) >= NaiveDate::MIN);
        assert!(previous_working_day(NaiveDate::MIN) >= NaiveDate::MIN);
        assert_eq!(days_before(NaiveDate::MIN, u32::MAX), NaiveDate::MIN);
        assert_eq!(add_months(NaiveDate::MAX, 3), NaiveDate::MAX);
        assert_eq!(add_days(NaiveDate::MAX, u32::MAX), NaiveDate::MAX);
        assert_eq!(days_between(NaiveDate::MAX, NaiveDate::MIN), 0);
    }
}
