//! Many runs, and what lies in the middle of them.

use chrono::{Days, NaiveDate};

use super::run::{Ground, Outcome};
use super::weeks::{Stand, Week, Weeks, working_days};
use super::{LEAST_CASES, LEAST_HISTORY, MOST_HISTORY, Plan, TooShort};
use crate::law::register::RegisterId;

/// More hands than these are not looked for.
const MOST_HANDS: u32 = 512;

/// What the runs came to: one in ten is less than `low`, half are no more than `median`, one in ten is more than `high`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The tenth part.
    pub low: u32,
    /// The middle.
    pub median: u32,
    /// The ninth tenth.
    pub high: u32,
}

impl Band {
    /// The band of what each run came to: of the sorted figures, those at the tenth, fifth and ninth tenth of the way.
    pub(super) fn of(mut figures: Vec<u32>) -> Self {
        figures.sort_unstable();
        let at = |tenths: usize| {
            let place = (figures.len() * tenths).div_ceil(10).saturating_sub(1);
            figures.get(place).copied().unwrap_or_default()
        };
        Self { low: at(1), median: at(5), high: at(9) }
    }

    /// Whether a figure lies within it.
    #[must_use]
    pub const fn has(self, figure: u32) -> bool {
        self.low <= figure && figure <= self.high
    }
}

/// A week to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ForecastWeek {
    /// Its last day.
    pub on: NaiveDate,
    /// Late cases at its end.
    pub late: Band,
    /// Unanswered cases at its end.
    pub unanswered: Band,
}

/// What is forecast of a register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterForecast {
    /// The register; `None` for those together that have too little history.
    pub register: Option<RegisterId>,
    /// Late cases now.
    pub late_now: u32,
    /// Late cases at the end of each week.
    pub late: Vec<Band>,
}

/// How many more pairs of hands it takes until half of the runs end without a late case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    /// So many.
    More(u32),
    /// Even so many are too few.
    MoreThan(u32),
    /// No case of the history has a caseworker, so nobody knows what one does.
    Unknown,
}

/// How many cases will be late.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forecast {
    /// The day on which it was made.
    pub today: NaiveDate,
    /// The first day and the weeks of the history.
    pub since_on: NaiveDate,
    /// The weeks of the history.
    pub history: usize,
    /// The cases that came in during it.
    pub cases: u32,
    /// Late cases now.
    pub late_now: u32,
    /// Unanswered cases now.
    pub unanswered_now: u32,
    /// Each week to come.
    pub weeks: Vec<ForecastWeek>,
    /// The registers with enough history, in order, and last the others together, where there are any.
    pub registers: Vec<RegisterForecast>,
    /// The registers that are pooled.
    pub pooled: Vec<RegisterId>,
    /// How many hands it takes.
    pub hands: Hands,
    /// What a caseworker answers in a week of five working days, in thousandths of a case.
    pub a_hand_a_week: u64,
}

/// Forecasts from the past weeks and from what stands open. `weight` is how many cases one of the history stands for. `tell` is told
/// how many runs are made, after each; what is left then is to try more hands.
///
/// # Errors
/// [`TooShort`].
pub fn forecast(weeks: &Weeks, plan: Plan, weight: u32, tell: &mut dyn FnMut(u32)) -> Result<Forecast, TooShort> {
    made_on(weeks, weeks.weeks.len(), &weeks.now, (plan, weight), true, tell)
}

/// The forecast of the day after so many of the weeks, by what was known then.
pub(super) fn made_on(
    weeks: &Weeks,
    known: usize,
    stand: &Stand,
    (plan, weight): (Plan, u32),
    with_hands: bool,
    tell: &mut dyn FnMut(u32),
) -> Result<Forecast, TooShort> {
    let begin = weeks.first.max(known.saturating_sub(MOST_HISTORY)).min(known);
    let history = &weeks.weeks[begin..known];
    let cases = history.iter().map(|week| week.came).sum::<u32>() * weight;
    if history.len() < LEAST_HISTORY || cases < LEAST_CASES {
        let since_on = (!history.is_empty()).then(|| weeks.days[begin]);
        return Err(TooShort { weeks: history.len(), cases, since_on });
    }
    let today = weeks.days[known];
    let ends: Vec<NaiveDate> = (1..=plan.weeks).map(|week| after(today, week)).collect();
    let ahead: Vec<u32> = (0..plan.weeks).map(|week| working_days(after(today, week))).collect();
    let (named, group_of) = groups(history, weeks.registers.len(), weight);
    let is_pooled = |register: &usize| group_of[*register] == named.len();
    let pooled: Vec<usize> = (0..weeks.registers.len()).filter(is_pooled).collect();
    let groups = named.len() + usize::from(!pooled.is_empty());
    let ground = Ground::new(history, stand, (&group_of, groups), &ahead, weight);

    let run = |place: u32, hands: u32| ground.run(plan.seed, place, hands);
    let runs: Vec<Outcome> = (0..plan.runs)
        .map(|place| {
            let made = run(place, 0);
            tell(place + 1);
            made
        })
        .collect();
    let band = |figure: &dyn Fn(&Outcome) -> u32| Band::of(runs.iter().map(figure).collect());
    let each_week = ends.iter().enumerate().map(|(week, on)| ForecastWeek {
        on: *on,
        late: band(&|run| run.late[week].iter().sum()),
        unanswered: band(&|run| run.open[week]),
    });
    let late_now = ground.late_now();
    let of_group = |group: usize| RegisterForecast {
        register: named.get(group).map(|register| weeks.registers[*register].clone()),
        late_now: late_now[group],
        late: (0..ends.len()).map(|week| band(&|run| run.late[week][group])).collect(),
    };
    let each_week: Vec<ForecastWeek> = each_week.collect();
    let none_late = |hands: u32| {
        let last = |place: u32| run(place, hands).late.last().map(|late| late.iter().sum::<u32>()).unwrap_or_default();
        at_least_half(plan.runs, |place| last(place) == 0)
    };
    let hands = match each_week.last() {
        Some(week) if week.late.median == 0 => Hands::More(0),
        Some(_) if ground.a_hand == 0 || !with_hands => Hands::Unknown,
        Some(week) => least_hands(ground.hands_for(week.late.median), none_late),
        None => Hands::Unknown,
    };
    Ok(Forecast {
        today,
        since_on: weeks.days[begin],
        history: history.len(),
        cases,
        late_now: late_now.iter().sum(),
        unanswered_now: ground.open_now(),
        weeks: each_week,
        registers: (0..groups).map(of_group).collect(),
        pooled: pooled.into_iter().map(|register| weeks.registers[register].clone()).collect(),
        hands,
        a_hand_a_week: ground.a_hand * 5,
    })
}

/// Whether something holds of at least half of so many. No more of them are looked at than it takes to know.
fn at_least_half(many: u32, holds: impl Fn(u32) -> bool) -> bool {
    let half = many.div_ceil(2);
    let (mut yes, mut no) = (0, 0);
    for place in 0..many {
        if holds(place) {
            yes += 1
        } else {
            no += 1
        }
        if yes >= half || no > many - half {
            break;
        }
    }
    yes >= half
}

/// The fewest hands that are enough, looked for from a guess in longer and longer steps, and then in between. None are too few.
fn least_hands(guess: u32, enough: impl Fn(u32) -> bool) -> Hands {
    let (mut fewer, mut more) = (0, guess.clamp(1, MOST_HANDS));
    let mut step = 1;
    if enough(more) {
        while more - fewer > step && enough(more - step) {
            more -= step;
            step *= 2;
        }
        fewer = more.saturating_sub(step);
    } else {
        loop {
            fewer = more;
            if fewer == MOST_HANDS {
                return Hands::MoreThan(MOST_HANDS);
            }
            more = (more + step).min(MOST_HANDS);
            step *= 2;
            if enough(more) {
                break;
            }
        }
    }
    while more - fewer > 1 {
        let between = fewer.midpoint(more);
        if enough(between) { more = between } else { fewer = between }
    }
    Hands::More(more)
}

/// The registers that are told of by themselves, and the group of each register: its place among these, or the last for the others.
fn groups(history: &[Week], registers: usize, weight: u32) -> (Vec<usize>, Vec<usize>) {
    let mut came = vec![0; registers];
    for ((register, stood, _), many) in history.iter().flat_map(|week| &week.moves) {
        if stood.is_none() {
            came[*register] += many * weight;
        }
    }
    let named: Vec<usize> = (0..registers).filter(|register| came[*register] >= LEAST_CASES).collect();
    let group = |register: usize| named.binary_search(&register).unwrap_or(named.len());
    let group_of = (0..registers).map(group).collect();
    (named, group_of)
}

/// So many weeks later.
fn after(day: NaiveDate, weeks: u32) -> NaiveDate {
    day.checked_add_days(Days::new(u64::from(weeks) * 7)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_band_leaves_a_tenth_out_at_each_end() {
        assert_eq!(Band::of((1..=10).collect()), Band { low: 1, median: 5, high: 9 });
        assert_eq!(Band::of((1..=1_000).rev().collect()), Band { low: 100, median: 500, high: 900 });
        assert_eq!(Band::of(vec![7]), Band { low: 7, median: 7, high: 7 });
        assert!(Band { low: 2, median: 3, high: 4 }.has(4) && !Band { low: 2, median: 3, high: 4 }.has(1));
    }

    #[test]
    fn the_fewest_hands_are_found() {
        for wanted in [1, 2, 3, 4, 7, 100, 511, 512] {
            for guess in [0, 1, 2, 5, 99, 100, 101, 512, 9_999] {
                assert_eq!(least_hands(guess, |hands| hands >= wanted), Hands::More(wanted), "{wanted} from {guess}");
            }
        }
        assert!(
            (1..20).all(|many| (0..=many).all(|yes| at_least_half(many, |place| place < yes) == (yes * 2 >= many)))
        );
        assert_eq!(least_hands(3, |_| false), Hands::MoreThan(MOST_HANDS));
    }
}
