//! Counting: a line for each register, right, track or month, and one for all of them.

use std::collections::BTreeMap;
use std::str::FromStr;

use super::facts::{Answered, Facts, Kind, Month};
use super::rank::{MEDIAN, NINETIETH, Ranked, ranked};
use crate::casework::request::ComplaintKind;
use crate::law::register::RegisterId;
use crate::law::rights::{Outcome, Right, Track};
use crate::wording::{Told, Trilingual};

/// How many things an answered case can have come to: the outcomes, and that it was opened again and is not decided anew.
pub const OUTCOMES: usize = Outcome::ALL.len() + 1;

/// The outcome at a place among the counts; `None` for cases that were opened again.
#[must_use]
pub fn outcome_at(place: usize) -> Option<Outcome> {
    Outcome::ALL.get(place).copied()
}

/// What a table has a line for each of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The registers.
    Register,
    /// The rights.
    Right,
    /// The tracks.
    Track,
    /// The months. What was received stands in the month of receipt, what was answered in that of the answer.
    Month,
}

impl By {
    /// Each, in the order in which tables are shown.
    pub const ALL: [Self; 4] = [Self::Register, Self::Right, Self::Track, Self::Month];

    /// The word on the command line and in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Register => "register",
            Self::Right => "right",
            Self::Track => "track",
            Self::Month => "month",
        }
    }

    /// The head of the column.
    #[must_use]
    pub const fn label(self) -> Trilingual {
        match self {
            Self::Register => Trilingual::fixed("Register", "Register", "Register"),
            Self::Right => Trilingual::fixed("Rettighet", "Rett", "Right"),
            Self::Track => Trilingual::fixed("Spor", "Spor", "Track"),
            Self::Month => Trilingual::fixed("Måned", "Månad", "Month"),
        }
    }
}

/// The text is none of what figures are told by.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownBy;

impl Told for UnknownBy {
    fn text(&self) -> Trilingual {
        let list = By::ALL.map(By::id).join(", ");
        Trilingual::made(
            format!("Tallene kan ikke deles etter dette. Skriv en av disse: {list}."),
            format!("Tala kan ikkje delast etter dette. Skriv ein av desse: {list}."),
            format!("The figures cannot be told by this. Write one of these: {list}."),
        )
    }
}

impl FromStr for By {
    type Err = UnknownBy;

    fn from_str(text: &str) -> Result<Self, UnknownBy> {
        Self::ALL.into_iter().find(|by| by.id() == text).ok_or(UnknownBy)
    }
}

/// What one line is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A register.
    Register(RegisterId),
    /// A right.
    Right(Right),
    /// A track.
    Track(Track),
    /// A month.
    Month(Month),
}

impl Key {
    fn of(kind: &Kind, month: Month, by: By) -> Self {
        match by {
            By::Register => Self::Register(kind.register.clone()),
            By::Right => Self::Right(kind.right),
            By::Track => Self::Track(kind.track),
            By::Month => Self::Month(month),
        }
    }
}

/// What was counted. Counts are cases, but for complaints.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measures {
    /// Received in the period.
    pub received: u64,
    /// Answered in the period, whenever they were received. Everything up to the outcomes is about these.
    pub answered: u64,
    /// Of those, answered on or before the last day to answer.
    pub on_time: u64,
    /// The others.
    pub late: u64,
    /// Half were answered in so many days or fewer.
    pub median_days: Option<Ranked>,
    /// Nine of ten were.
    pub ninetieth_days: Option<Ranked>,
    /// How many had a pause that moved the last day to answer.
    pub suspended: u64,
    /// By how many calendar days, all of them together.
    pub suspended_days: u64,
    /// How many had an extension in force.
    pub extended: u64,
    /// What they came to, in the order of [`outcome_at`].
    pub outcomes: [u64; OUTCOMES],
    /// Appeals that came in the period (forvaltningsloven § 28).
    pub appeals: u64,
    /// Complaints that Datatilsynet wrote of in the period (GDPR Art. 77).
    pub to_authority: u64,
}

/// Measures under way, with the days of each answer.
#[derive(Default)]
struct Tally {
    measures: Measures,
    days: Vec<u32>,
}

impl Tally {
    fn answer(&mut self, answered: &Answered) {
        let measures = &mut self.measures;
        measures.answered += 1;
        if answered.is_on_time() {
            measures.on_time += 1;
        } else {
            measures.late += 1;
        }
        measures.suspended += u64::from(answered.suspended_days > 0);
        measures.suspended_days += u64::from(answered.suspended_days);
        measures.extended += u64::from(answered.extended);
        let place = Outcome::ALL.into_iter().position(|outcome| Some(outcome) == answered.outcome);
        measures.outcomes[place.unwrap_or(OUTCOMES - 1)] += 1;
        self.days.push(answered.days());
    }

    fn complaint(&mut self, to: ComplaintKind) {
        match to {
            ComplaintKind::Appeal => self.measures.appeals += 1,
            ComplaintKind::Authority => self.measures.to_authority += 1,
        }
    }

    fn finish(mut self) -> Measures {
        self.days.sort_unstable();
        let (median_days, ninetieth_days) = (ranked(&self.days, MEDIAN), ranked(&self.days, NINETIETH));
        Measures { median_days, ninetieth_days, ..self.measures }
    }
}

/// Counts by one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it has a line for each of.
    pub by: By,
    /// The lines, in the order of their keys.
    pub rows: Vec<(Key, Measures)>,
    /// All of it.
    pub total: Measures,
}

impl Table {
    /// Counts the facts of a period. The lines of `keys` stand there even where nothing is counted in them.
    #[must_use]
    pub fn of(facts: &Facts, by: By, keys: impl IntoIterator<Item = Key>) -> Self {
        let mut rows: BTreeMap<Key, Tally> = keys.into_iter().map(|key| (key, Tally::default())).collect();
        let mut total = Tally::default();
        for received in &facts.received {
            let row = rows.entry(Key::of(&received.kind, received.month, by)).or_default();
            row.measures.received += received.count;
            total.measures.received += received.count;
        }
        for answered in &facts.answered {
            let month = Month::of(answered.answered_on);
            rows.entry(Key::of(&answered.kind, month, by)).or_default().answer(answered);
            total.answer(answered);
        }
        for complained in &facts.complaints {
            let month = Month::of(complained.received_on);
            rows.entry(Key::of(&complained.kind, month, by)).or_default().complaint(complained.to);
            total.complaint(complained.to);
        }
        let rows = rows.into_iter().map(|(key, tally)| (key, tally.finish())).collect();
        Self { by, rows, total: total.finish() }
    }
}
