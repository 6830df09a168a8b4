//! One run of the simulation, week by week.

use super::course::Place;
use super::dice::Dice;
use super::weeks::{After, Move, Stand, Week};

/// The fewest and the most weeks left that are told apart. Beyond them a week more or less changes nothing that is counted here.
const LEAST_LEFT: i32 = -30;
const MOST_LEFT: i32 = 29;
/// How many places there are, with the clock running or standing still.
const PLACES: usize = (MOST_LEFT - LEAST_LEFT + 1) as usize;
/// The place of a case that is due within the week: those before it are late.
const DUE_NOW: usize = -LEAST_LEFT as usize;

/// By how many weeks the last day can come nearer or move away in a week.
const LEAST_SHIFT: i32 = -1;
const MOST_SHIFT: i32 = 14;
const SHIFTS: usize = (MOST_SHIFT - LEAST_SHIFT + 1) as usize;
/// What can have become of a case: answered, or running or standing still with a shift.
const AFTERS: usize = 1 + 2 * SHIFTS;

/// How cases stand that go alike: long late, late, by the weeks left, and those whose clock stands still.
const CLASSES: usize = 10;
/// Fewer than these tell nothing of how cases go, and those of all registers are asked.
const FEW: u32 = 10;

/// A thousandth of a case, which capacities are counted in.
const MILLI: u64 = 1_000;

/// What a run is made from.
pub(super) struct Ground<'a> {
    /// The past weeks.
    history: &'a [Week],
    /// Of each of them, what became of open cases: the place in a table of totals, and how often.
    moves: Vec<Vec<(usize, u32)>>,
    /// Of each of them, what came: the group, where it stood at the end of the week, and how many.
    came: Vec<Vec<(usize, Option<Place>, u32)>>,
    /// How many groups of registers there are.
    groups: usize,
    /// What stands open, by group.
    running: Vec<[u32; PLACES]>,
    still: Vec<[u32; PLACES]>,
    /// The working days of each week to come.
    ahead: &'a [u32],
    /// How many cases one stands for, where the history is of some only.
    weight: u32,
    /// The most that the office has answered on a working day, in thousandths.
    most: u64,
    /// What a caseworker has answered on a working day, in thousandths.
    pub(super) a_hand: u64,
}

/// What one run came to at the end of each week.
pub(super) struct Outcome {
    /// Late cases, by week and group.
    pub late: Vec<Vec<u32>>,
    /// Unanswered cases, by week.
    pub open: Vec<u32>,
}

impl<'a> Ground<'a> {
    /// The ground of the runs: a history, what stands open now, the group of each register, the working days ahead, and how many cases one
    /// of the history stands for.
    pub(super) fn new(
        history: &'a [Week],
        stand: &Stand,
        (group_of, groups): (&[usize], usize),
        ahead: &'a [u32],
        weight: u32,
    ) -> Self {
        let (mut running, mut still) = (vec![[0; PLACES]; groups], vec![[0; PLACES]; groups]);
        for ((register, place), many) in stand {
            match place {
                Place::Running(left) => running[group_of[*register]][index(*left)] += many,
                Place::Still(left) => still[group_of[*register]][index(*left)] += many,
            }
        }
        let moved = |week: &Week| {
            let known = |((register, stood, after), many): &(Move, u32)| {
                stood.map(|stood| (cell(group_of[*register], class(stood), shifted(stood, *after)), *many))
            };
            week.moves.iter().filter_map(known).collect()
        };
        let arrived = |week: &Week| {
            let new = |((register, stood, after), many): &(Move, u32)| match (stood, after) {
                (None, After::Answered) => Some((group_of[*register], None, *many)),
                (None, After::At(place)) => Some((group_of[*register], Some(*place), *many)),
                (Some(_), _) => None,
            };
            week.moves.iter().filter_map(new).collect()
        };
        let weight = u64::from(weight);
        let worked: u64 = history.iter().map(|week| u64::from(week.hands * week.working_days)).sum();
        let with_hands = history.iter().filter(|week| week.hands > 0);
        let answered: u64 = with_hands.map(|week| u64::from(week.answered)).sum();
        let best = history.iter().filter(|week| week.working_days > 0);
        let best = best.map(|week| u64::from(week.answered) * weight * MILLI / u64::from(week.working_days));
        Self {
            history,
            moves: history.iter().map(moved).collect(),
            came: history.iter().map(arrived).collect(),
            groups,
            running,
            still,
            ahead,
            weight: weight as u32,
            most: best.max().unwrap_or_default(),
            a_hand: (answered * weight * MILLI).checked_div(worked).unwrap_or_default(),
        }
    }

    /// Late cases now, by group.
    pub(super) fn late_now(&self) -> Vec<u32> {
        self.running.iter().map(|places| places[..DUE_NOW].iter().sum()).collect()
    }

    /// Unanswered cases now.
    pub(super) fn open_now(&self) -> u32 {
        self.running.iter().chain(&self.still).flatten().sum()
    }

    /// How many hands would answer so many cases in the weeks to come, if they did nothing else.
    pub(super) fn hands_for(&self, cases: u32) -> u32 {
        let days: u64 = self.ahead.iter().map(|days| u64::from(*days)).sum();
        (u64::from(cases) * MILLI).checked_div(days * self.a_hand).unwrap_or_default() as u32
    }

    /// A run, with so many more pairs of hands.
    pub(super) fn run(&self, seed: u64, place: u32, more_hands: u32) -> Outcome {
        // What is drawn in one week moves nothing in the others, so that runs with and without more hands meet the same weeks.
        let mut dice = Dice::at(seed, u64::from(place) << 16);
        let drawn: Vec<usize> = self.history.iter().map(|_| dice.below(self.history.len())).collect();
        let totals = self.totals(&drawn);
        let (mut running, mut still) = (self.running.clone(), self.still.clone());
        let mut outcome = Outcome { late: Vec::new(), open: Vec::new() };
        let mut over = 0;
        for (week, days) in self.ahead.iter().enumerate() {
            let of_week = (u64::from(place) << 16) + (week as u64 + 1) * 2;
            let came = &self.came[self.like(*days, &drawn, &mut Dice::at(seed, of_week))];
            let mut dice = Dice::at(seed, of_week + 1);
            let mut next = Next::new(self.groups);
            for group in 0..self.groups {
                for place in 0..PLACES {
                    let (runs, stands) = (running[group][place], still[group][place]);
                    let left = place as i32 + LEAST_LEFT;
                    if runs > 0 {
                        next.go(group, Place::Running(left), runs, totals.of(group, Place::Running(left)), &mut dice);
                    }
                    if stands > 0 {
                        next.go(group, Place::Still(left), stands, totals.of(group, Place::Still(left)), &mut dice);
                    }
                }
            }
            for (group, at, many) in came {
                next.come(*group, *at, many * self.weight);
            }
            next.wait_beyond(self.most * u64::from(*days) / MILLI);
            let more = u64::from(more_hands) * self.a_hand * u64::from(*days) + over;
            over = more % MILLI;
            next.answer_first((more / MILLI) as u32);
            outcome.late.push(next.running.iter().map(|places| places[..DUE_NOW].iter().sum()).collect());
            outcome.open.push(next.running.iter().chain(&next.still).flatten().sum());
            (running, still) = (next.running, next.still);
        }
        outcome
    }

    /// One of the drawn weeks that is like one with so many working days.
    fn like(&self, days: u32, drawn: &[usize], dice: &mut Dice) -> usize {
        let is_short = |days: u32| days < 5;
        let like: Vec<usize> =
            drawn.iter().copied().filter(|week| is_short(self.history[*week].working_days) == is_short(days)).collect();
        let among = if like.is_empty() { drawn } else { &like };
        among.get(dice.below(among.len())).copied().unwrap_or_default()
    }

    fn totals(&self, drawn: &[usize]) -> Totals {
        let mut of_group = vec![0; self.groups * CLASSES * AFTERS];
        let mut of_all = vec![0; CLASSES * AFTERS];
        for (cell, many) in drawn.iter().flat_map(|week| &self.moves[*week]) {
            of_group[*cell] += many;
            of_all[*cell % (CLASSES * AFTERS)] += many;
        }
        let enough = |counts: &&[u32]| counts.iter().sum::<u32>() >= FEW;
        let kinds = (0..self.groups * CLASSES).map(|kind| {
            let own = &of_group[kind * AFTERS..][..AFTERS];
            let counts = Some(own).filter(enough).unwrap_or(&of_all[kind % CLASSES * AFTERS..][..AFTERS]);
            let some = counts.iter().copied().enumerate().filter(|(_, count)| *count > 0);
            Kind { afters: some.collect(), all: counts.iter().map(|count| u64::from(*count)).sum() }
        });
        Totals(kinds.collect())
    }
}

/// What became in the drawn weeks of cases that stood alike: each thing, and how often; and how many they were.
struct Kind {
    afters: Vec<(usize, u32)>,
    all: u64,
}

/// What became of cases in the drawn weeks, by group and class: of those of the group, where they were enough, or else of all.
struct Totals(Vec<Kind>);

impl Totals {
    fn of(&self, group: usize, place: Place) -> &Kind {
        &self.0[group * CLASSES + class(place)]
    }
}

/// How cases stand at the end of a week.
struct Next {
    running: Vec<[u32; PLACES]>,
    still: Vec<[u32; PLACES]>,
    /// Those that were answered while their clock ran, by where they would stand otherwise.
    answered: Vec<[u32; PLACES]>,
    /// Those that were answered in all.
    sum: u32,
}

impl Next {
    fn new(groups: usize) -> Self {
        let none = || vec![[0; PLACES]; groups];
        Self { running: none(), still: none(), answered: none(), sum: 0 }
    }

    /// So many cases go on as others have gone.
    fn go(&mut self, group: usize, from: Place, mut many: u32, as_others: &Kind, dice: &mut Dice) {
        let mut others = as_others.all;
        for (after, count) in &as_others.afters {
            if many == 0 {
                return;
            }
            let here = dice.happens(many, u64::from(*count), others);
            others -= u64::from(*count);
            many -= here;
            self.put(group, from, *after, here);
        }
        // Nobody has stood so before: they wait, and the clock goes on.
        match from {
            Place::Running(left) => self.running[group][index(left - 1)] += many,
            Place::Still(left) => self.still[group][index(left)] += many,
        }
    }

    fn put(&mut self, group: usize, from: Place, after: usize, many: u32) {
        let (Place::Running(left) | Place::Still(left)) = from;
        if after == 0 {
            self.sum += many;
            if let Place::Running(left) = from {
                self.answered[group][index(left - 1)] += many;
            }
            return;
        }
        let shift = ((after - 1) % SHIFTS) as i32 + LEAST_SHIFT;
        let places = if after <= SHIFTS { &mut self.running } else { &mut self.still };
        places[group][index(left + shift)] += many;
    }

    fn come(&mut self, group: usize, at: Option<Place>, many: u32) {
        match at {
            None => self.sum += many,
            Some(Place::Running(left)) => self.running[group][index(left)] += many,
            Some(Place::Still(left)) => self.still[group][index(left)] += many,
        }
    }

    /// No more are answered than the office can: those that are due last wait.
    fn wait_beyond(&mut self, most: u64) {
        let mut beyond = u64::from(self.sum).saturating_sub(most) as u32;
        for place in (0..PLACES).rev() {
            for group in 0..self.answered.len() {
                let waits = self.answered[group][place].min(beyond);
                self.running[group][place] += waits;
                beyond -= waits;
            }
        }
    }

    /// So many more are answered, those that are due first.
    fn answer_first(&mut self, mut more: u32) {
        for place in 0..PLACES {
            for group in 0..self.running.len() {
                let answered = self.running[group][place].min(more);
                self.running[group][place] -= answered;
                more -= answered;
            }
        }
    }
}

fn index(left: i32) -> usize {
    (left.clamp(LEAST_LEFT, MOST_LEFT) - LEAST_LEFT) as usize
}

fn class(place: Place) -> usize {
    match place {
        Place::Running(..-4) => 0,
        Place::Running(-4..-1) => 1,
        Place::Running(left) => (left.min(5) + 3) as usize,
        Place::Still(_) => CLASSES - 1,
    }
}

fn cell(group: usize, class: usize, after: usize) -> usize {
    (group * CLASSES + class) * AFTERS + after
}

/// What became of a case, by how far its last day moved.
fn shifted(stood: Place, after: After) -> usize {
    let (Place::Running(before) | Place::Still(before)) = stood;
    let shift = |left: i32| ((left - before).clamp(LEAST_SHIFT, MOST_SHIFT) - LEAST_SHIFT) as usize;
    match after {
        After::Answered => 0,
        After::At(Place::Running(left)) => 1 + shift(left),
        After::At(Place::Still(left)) => 1 + SHIFTS + shift(left),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_class_of_its_own_kind() {
        let classes: Vec<usize> = (LEAST_LEFT..=MOST_LEFT).map(|left| class(Place::Running(left))).collect();
        assert!(classes.is_sorted() && classes[0] == 0 && classes[PLACES - 1] == CLASSES - 2, "{classes:?}");
        assert_eq!(class(Place::Still(0)), CLASSES - 1);
        assert_ne!(class(Place::Running(-1)), class(Place::Running(0)), "late and not late go each their own way");
    }

    #[test]
    fn what_is_due_last_waits_and_what_is_due_first_is_answered() {
        let mut next = Next::new(2);
        next.answered[0][10] = 3;
        next.answered[1][40] = 4;
        next.sum = 7;
        next.wait_beyond(5);
        assert_eq!((next.running[0][10], next.running[1][40]), (0, 2));
        next.running[0][12] = 5;
        next.answer_first(6);
        assert_eq!((next.running[0][12], next.running[1][40]), (0, 1));
    }

    #[test]
    fn no_case_is_lost_on_the_way() {
        let others = Kind { afters: vec![(0, 3), (1, 5), (1 + SHIFTS, 2)], all: 10 };
        for many in [1, 63, 64, 65, 1_000] {
            let mut next = Next::new(1);
            next.go(0, Place::Running(2), many, &others, &mut Dice::new(9));
            let open: u32 = next.running.iter().chain(&next.still).flatten().sum();
            assert_eq!(open + next.sum, many);
        }
    }
}
