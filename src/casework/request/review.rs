//! The data protection officer's review of the dates of a case: what was taken up and how, what the officer thinks of each date and each
//! pause, what whoever works on the case answers, and what the lead decides where the two differ. It moves none of the case's dates.
//!
//! Nobody instructs the officer (GDPR Art. 38(3)): a view is never altered or taken away by what others say of it. The officer alone gives
//! another one, and the one before stays.

mod decide;
mod draw;
mod words;

use chrono::NaiveDate;

use super::state::Case;
use crate::casework::audit::Digest;
use crate::casework::ids::{CaseLetter, ContentId};

pub use draw::{LARGEST_SAMPLE, draw};
pub use words::{REVIEW_DOUBT, REVIEW_SOURCE};

/// A date of a case that can be reviewed: every one that the program computes. The day on which the office itself wants its answers out
/// is not among them, since it is no date of the law's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewedDate {
    /// The last day to answer.
    Answer,
    /// The last day to send a notice of extension.
    ExtensionNotice,
    /// The last day to refuse.
    Refusal,
    /// The last day for a provisional reply.
    InterimReply,
    /// By when data that are not kept for long are secured.
    SecureBy,
    /// From when a claim that needs no month has effect.
    Effect,
    /// Until when the decision can be appealed against.
    Appeal,
    /// The office's own date for a case that was opened again.
    Reopened,
    /// The date of the complaint that somebody has to do something about first.
    Complaint,
    /// The date of the breach that somebody has to do something about first.
    Breach,
}

/// What a view is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reviewed {
    /// A date, as it was when it was looked at.
    Date {
        /// Which.
        date: ReviewedDate,
        /// The day that the program had computed.
        on: NaiveDate,
    },
    /// Whether the ground of a pause holds: its place among the questions of the case, from 1.
    Pause(u32),
}

/// What the officer thinks of a date or a pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// What it is of.
    pub of: Reviewed,
    /// Why it is not right; nothing where the officer agrees.
    pub against: Option<ContentId>,
}

/// How a sample was drawn. The same seed, period, size and list give the same cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw {
    /// The number that the draw began from.
    pub seed: u32,
    /// The first day of receipt of the cases that it was drawn among.
    pub from_on: NaiveDate,
    /// The last.
    pub to_on: NaiveDate,
    /// How many were to be drawn.
    pub size: u32,
    /// How many it was drawn among.
    pub among: u32,
    /// SHA-256 of the list that it was drawn among: the numbers of the cases in their order, each on a line of its own.
    pub list: Digest,
}

/// How the lead decides where the officer and whoever works on the case differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ReviewOutcome {
    /// The date, or the pause, stays as it is.
    Stands,
    /// It is corrected as the officer says.
    Corrected,
    /// Some of it is corrected.
    Partly,
}

/// Something that happened in the review of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateReviewEvent {
    /// Which case.
    pub case: CaseLetter,
    /// What happened.
    pub what: DateReviewStep,
}

/// What can happen in a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReviewStep {
    /// The case was drawn in a sample.
    Drawn(Draw),
    /// Somebody flagged it: a date may be wrong.
    Flagged {
        /// Why.
        reason: ContentId,
    },
    /// The officer said what to think of a date or a pause.
    Viewed(View),
    /// Whoever works on the case answered what the officer does not agree with.
    Answered {
        /// The answer.
        text: ContentId,
    },
    /// The lead decided.
    Decided {
        /// How.
        outcome: ReviewOutcome,
        /// Why.
        text: ContentId,
    },
}

/// How a case came to be reviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenUpAs {
    /// It was drawn in a sample.
    Drawn(Draw),
    /// It was flagged, for this reason.
    Flagged(ContentId),
}

/// Something with the place in the log of the event that it came with, which says who and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entered<T> {
    /// What.
    pub what: T,
    /// The place.
    pub event: u32,
}

/// The review of a case's dates as the log says, each part in the order in which it came.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DateReviews {
    /// How it came to be reviewed.
    pub taken_up: Vec<Entered<TakenUpAs>>,
    /// What the officer thinks. Of the same date or pause the last counts; every one stays.
    pub views: Vec<Entered<View>>,
    /// What was answered.
    pub answers: Vec<Entered<ContentId>>,
    /// What was decided, and why.
    pub decisions: Vec<Entered<(ReviewOutcome, ContentId)>>,
}

/// Where the review of a case stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReviewState {
    /// It was taken up, and the officer has said nothing since.
    ToView,
    /// The officer does not agree with something, and nobody has answered.
    ToAnswer,
    /// It is answered, and the two differ still: the lead decides.
    ToDecide,
    /// Nothing is left to do.
    Done,
}

impl DateReviewStep {
    /// The row of the words that came with it.
    #[must_use]
    pub fn words(&self) -> Option<ContentId> {
        match self {
            Self::Drawn(_) => None,
            Self::Flagged { reason } => Some(*reason),
            Self::Viewed(view) => view.against,
            Self::Answered { text } | Self::Decided { text, .. } => Some(*text),
        }
    }
}

impl Reviewed {
    /// Whether it is the same date or pause, on whatever day the date was.
    #[must_use]
    pub fn is_same(self, other: Self) -> bool {
        match (self, other) {
            (Self::Date { date, .. }, Self::Date { date: other, .. }) => date == other,
            (Self::Pause(pause), Self::Pause(other)) => pause == other,
            (Self::Date { .. }, Self::Pause(_)) | (Self::Pause(_), Self::Date { .. }) => false,
        }
    }
}

impl DateReviews {
    /// Every view of a date or a pause, the oldest first.
    pub fn views_of(&self, of: Reviewed) -> impl Iterator<Item = &Entered<View>> {
        self.views.iter().filter(move |view| view.what.of.is_same(of))
    }

    /// What the officer does not agree with and nobody has decided: of each date and pause the last view, where that is against it and
    /// came after the last decision.
    pub fn differences(&self) -> impl Iterator<Item = &Entered<View>> {
        let decided = self.decisions.last().map_or(0, |decision| decision.event);
        self.views.iter().filter(move |view| {
            let last = self.views_of(view.what.of).last().map(|last| last.event);
            view.what.against.is_some() && last == Some(view.event) && view.event > decided
        })
    }

    /// Where it stands; `None` for a case that was never taken up.
    #[must_use]
    pub fn state(&self) -> Option<ReviewState> {
        let last = |event: Option<u32>| event.unwrap_or_default();
        let taken_up = last(self.taken_up.last().map(|entered| entered.event));
        let viewed = last(self.views.last().map(|entered| entered.event));
        let answered = last(self.answers.last().map(|entered| entered.event));
        if taken_up == 0 && viewed == 0 {
            return None;
        }
        Some(match self.differences().map(|view| view.event).max() {
            Some(differs) if answered > differs => ReviewState::ToDecide,
            Some(_) => ReviewState::ToAnswer,
            None if taken_up > viewed => ReviewState::ToView,
            None => ReviewState::Done,
        })
    }
}

impl Case {
    /// What an event does to the review of the case's dates.
    pub(super) fn date_review(&mut self, what: &DateReviewStep, event: u32) {
        let reviews = &mut self.date_reviews;
        match *what {
            DateReviewStep::Drawn(draw) => reviews.taken_up.push(Entered { what: TakenUpAs::Drawn(draw), event }),
            DateReviewStep::Flagged { reason } => {
                reviews.taken_up.push(Entered { what: TakenUpAs::Flagged(reason), event });
            }
            DateReviewStep::Viewed(view) => reviews.views.push(Entered { what: view, event }),
            DateReviewStep::Answered { text } => reviews.answers.push(Entered { what: text, event }),
            DateReviewStep::Decided { outcome, text } => {
                reviews.decisions.push(Entered { what: (outcome, text), event });
            }
        }
    }
}
