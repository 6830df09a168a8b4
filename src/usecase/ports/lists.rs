//! Lists of cases: what they are asked for, in which order, and what a user keeps of them.

use chrono::NaiveDate;

use crate::casework::ids::{CaseNumber, RequestNumber};
use crate::casework::projection::{CaseRow, Figure, Section25Stage};
use crate::law::register::RegisterId;
use crate::law::rights::{Outcome, Right, Track};

/// What the work list is asked for. Closed: every combination has a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkListQuery {
    /// The day of looking, on which a § 25 question may have begun to count.
    pub today: NaiveDate,
    /// Only this track.
    pub track: Option<Track>,
    /// Only this register.
    pub register: Option<RegisterId>,
    /// Only this right.
    pub right: Option<Right>,
    /// Only these states; empty means all but closed.
    pub states: Vec<StateFilter>,
    /// Only § 25 cases at this stage.
    pub stage: Option<Section25Stage>,
    /// Only cases that this user has.
    pub assignee: Option<String>,
    /// Beside those of `assignee`, the cases of these users, whom they cover for.
    pub covered: Vec<String>,
    /// Only cases that nobody has.
    pub unassigned: bool,
    /// Only cases with this outcome; closed ones too, unless `states` says otherwise.
    pub outcome: Option<Outcome>,
    /// Only cases received on one of these days.
    pub received: Days,
    /// Only cases, answered or not, whose clock runs and whose last day to answer is one of these.
    pub due: Days,
    /// Only unanswered cases due before this day, whose clock runs.
    pub due_before: Option<NaiveDate>,
    /// Only cases that are in this figure on the day of looking.
    pub figure: Option<Figure>,
    /// Only cases, answered or not, whose last day to answer is one of these days, and those whose clock stands still.
    pub due_between: Option<(NaiveDate, NaiveDate)>,
    /// Only cases with a letter that did not get through, closed ones too, unless `states` says otherwise.
    pub undelivered: bool,
    /// Only cases with a restriction or reservation that is in force, closed ones too, unless `states` says otherwise. They
    /// come in the order in which they are looked at again, and the place to go on from is by that day.
    pub in_force: bool,
    /// Only cases with a complaint that is not done with, closed ones too, unless `states` says otherwise.
    pub complaints: bool,
    /// Only cases with a breach that is not done with, closed ones too, unless `states` says otherwise.
    pub breaches: bool,
    /// Only cases of these requests; then closed ones too, unless `states` says otherwise.
    pub requests: Option<Vec<RequestNumber>>,
    /// What it is sorted by.
    pub order: ListOrder,
    /// At most this many rows.
    pub limit: u32,
    /// After this row.
    pub after: Option<WorkListCursor>,
}

/// The days from one to another, both with them; either end may be open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

impl Days {
    /// Whether every day is among them.
    #[must_use]
    pub fn is_every(self) -> bool {
        self.from.is_none() && self.to.is_none()
    }
}

/// What a work list is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ListOrder {
    /// The last day to answer, then the number; cases whose clock stands still come last.
    #[default]
    Due,
    /// The day of receipt, the newest first.
    Received,
    /// The number, the oldest first.
    Number,
}

impl ListOrder {
    /// Every order.
    pub const ALL: [Self; 3] = [Self::Due, Self::Received, Self::Number];

    /// The word for it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Received => "received",
            Self::Number => "number",
        }
    }

    /// The order with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.id() == id)
    }
}

/// A state that the work list can be narrowed to; it holds nothing that depends on today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StateFilter {
    /// Open, with no pause.
    Open,
    /// Open, with a question outstanding.
    Suspended,
    /// Decided, answer not issued.
    Decided,
    /// Of those decided, the ones whose answer waits for a second person.
    AwaitingApproval,
    /// Answer issued.
    Answered,
    /// Sent on to another body, whether or not the person has been told.
    Forwarded,
    /// Withdrawn by the person.
    Withdrawn,
    /// Closed.
    Closed,
}

impl WorkListQuery {
    /// The first day that a case whose clock runs can be due on.
    #[must_use]
    pub fn due_from(&self) -> Option<NaiveDate> {
        let of_figure = self.figure.and_then(|figure| figure.due_between(self.today)).and_then(|(from, _)| from);
        [of_figure, self.due_between.map(|(from, _)| from), self.due.from].into_iter().flatten().max()
    }

    /// Whether cases whose clock runs can be asked for: that of a suspended one stands still.
    #[must_use]
    pub fn may_run(&self) -> bool {
        self.figure.is_none_or(Figure::has_running) && !self.is_only(StateFilter::Suspended)
    }

    /// Whether cases whose clock stands still can be asked for: they are not due.
    #[must_use]
    pub fn may_stand(&self) -> bool {
        let of_figure = self.figure.is_none_or(Figure::has_standing);
        of_figure && self.due_before.is_none() && self.due.is_every() && !self.is_only(StateFilter::Open)
    }

    /// Whether one state alone is asked for.
    fn is_only(&self, state: StateFilter) -> bool {
        !self.states.is_empty() && self.states.iter().all(|asked| *asked == state)
    }
}

impl StateFilter {
    /// Every state.
    pub const ALL: [Self; 8] = [
        Self::Open,
        Self::Suspended,
        Self::Decided,
        Self::AwaitingApproval,
        Self::Answered,
        Self::Forwarded,
        Self::Withdrawn,
        Self::Closed,
    ];
}

/// The place of a row in the work list: what it is sorted by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkListCursor {
    /// The day that it is sorted by. Where that is the due date, `None` is a row whose clock stands still, which comes last;
    /// a list by number has none.
    pub on: Option<NaiveDate>,
    /// The case.
    pub case: CaseNumber,
}

/// A page of the work list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkListPage {
    /// The rows, in the order that was asked for.
    pub rows: Vec<(CaseNumber, CaseRow)>,
    /// Where the next page begins, if there is one.
    pub next: Option<WorkListCursor>,
}

/// What somebody narrows the work list to, by a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// Whoever saved it.
    pub owner: String,
    /// Its name, of which its owner has one.
    pub name: String,
    /// Whether everybody in the office has it.
    pub shared: bool,
    /// What it narrows to, as a document that the store does not read.
    pub body: String,
}
