//! What a forecast of a past day would have said, beside what happened.

use chrono::NaiveDate;

use super::bands::{Band, made_on};
use super::weeks::{Stand, Weeks};
use super::{LEAST_HISTORY, Plan};

/// How many weeks lie between the days that are gone back to.
const STEP: usize = 2;
/// How far ahead the forecasts are held against what happened, in weeks.
const AHEAD: [usize; 3] = [4, 8, 12];

/// A forecast beside what happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The day on which it would have been made.
    pub made_on: NaiveDate,
    /// How many weeks ahead.
    pub weeks: usize,
    /// Late cases on the day.
    pub late_then: u32,
    /// What it would have said.
    pub late: Band,
    /// How many were late.
    pub happened: u32,
    /// What it would have said of unanswered cases.
    pub unanswered: Band,
    /// How many were unanswered.
    pub were_unanswered: u32,
}

impl Checked {
    /// Whether the late cases lay within the margin.
    #[must_use]
    pub fn is_within(&self) -> bool {
        self.late.has(self.happened)
    }

    /// Whether the unanswered cases did.
    #[must_use]
    pub fn is_unanswered_within(&self) -> bool {
        self.unanswered.has(self.were_unanswered)
    }
}

/// How good the forecasts were, so many weeks ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BackTested {
    /// How many weeks ahead.
    pub weeks: usize,
    /// How many forecasts.
    pub forecasts: usize,
    /// In how many of them the late cases lay within the margin.
    pub within: usize,
    /// In how many of them the unanswered ones did.
    pub unanswered_within: usize,
    /// How many cases the middle was off, in the middle of the forecasts.
    pub median_error: u32,
    /// The same of saying that as many will be late as on the day itself.
    pub unchanged_error: u32,
}

/// Forecasts of past days beside what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackTest {
    /// Each of them, in order.
    pub checked: Vec<Checked>,
    /// How good they were: for each number of weeks ahead that there were forecasts for.
    pub by_weeks: Vec<BackTested>,
}

impl BackTest {
    /// In how many of a hundred forecasts the late cases lay within the margin; `None` where there was none.
    #[must_use]
    pub fn coverage(&self) -> Option<usize> {
        self.share(Checked::is_within)
    }

    /// In how many of a hundred forecasts the unanswered cases lay within the margin; `None` where there was none.
    #[must_use]
    pub fn unanswered_coverage(&self) -> Option<usize> {
        self.share(Checked::is_unanswered_within)
    }

    fn share(&self, within: fn(&Checked) -> bool) -> Option<usize> {
        (self.checked.iter().filter(|one| within(one)).count() * 100).checked_div(self.checked.len())
    }
}

/// Forecasts from each of several past days, using only what was known then, and holds each against what happened.
#[must_use]
pub fn back_test(weeks: &Weeks, plan: Plan) -> BackTest {
    let late = |stand: &Stand| {
        let late = stand.iter().filter(|((_, place), _)| place.is_late());
        late.map(|(_, many)| many).sum::<u32>()
    };
    let last = weeks.weeks.len();
    let begin = weeks.first + LEAST_HISTORY;
    let days =
        (begin..).take_while(|known| known + AHEAD[0] <= last).filter(|known| (last - known).is_multiple_of(STEP));
    let mut checked = Vec::new();
    for known in days {
        let ahead = AHEAD.into_iter().filter(|ahead| known + ahead <= last);
        let longest = ahead.clone().max().unwrap_or_default();
        let plan = Plan { weeks: longest as u32, ..plan };
        let Ok(made) = made_on(weeks, known, &weeks.stands[known], (plan, 1), false, &mut |_| {}) else { continue };
        checked.extend(ahead.map(|ahead| Checked {
            made_on: made.today,
            weeks: ahead,
            late_then: made.late_now,
            late: made.weeks[ahead - 1].late,
            happened: late(&weeks.stands[known + ahead]),
            unanswered: made.weeks[ahead - 1].unanswered,
            were_unanswered: weeks.stands[known + ahead].values().sum(),
        }));
    }
    let by_weeks = AHEAD.into_iter().filter_map(|ahead| judged(ahead, &checked)).collect();
    BackTest { checked, by_weeks }
}

fn judged(ahead: usize, checked: &[Checked]) -> Option<BackTested> {
    let these: Vec<&Checked> = checked.iter().filter(|one| one.weeks == ahead).collect();
    let middle = |off: &dyn Fn(&Checked) -> u32| Band::of(these.iter().map(|one| off(one)).collect()).median;
    (!these.is_empty()).then(|| BackTested {
        weeks: ahead,
        forecasts: these.len(),
        within: these.iter().filter(|one| one.is_within()).count(),
        unanswered_within: these.iter().filter(|one| one.is_unanswered_within()).count(),
        median_error: middle(&|one| one.late.median.abs_diff(one.happened)),
        unchanged_error: middle(&|one| one.late_then.abs_diff(one.happened)),
    })
}
