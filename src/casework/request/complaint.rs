//! A complaint about the answer of a case: an appeal (forvaltningsklage) against an enkeltvedtak, or word from Datatilsynet
//! that the person has complained there (GDPR Art. 77). It has dates of its own and moves none of the case.

mod decide;
mod words;

use chrono::{Months, NaiveDate};

use super::delivery::AppealStart;
use super::state::{Case, Request};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::letter::LetterKind;
use crate::law::deadline::{appeal_due_on, own_date};

pub use decide::NewComplaint;

/// Where a complaint is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComplaintKind {
    /// An appeal against an enkeltvedtak, which the office looks at first (forvaltningsloven §§ 28 and 33).
    Appeal,
    /// A complaint to Datatilsynet, of which it has written to the office (GDPR Art. 77).
    Authority,
}

/// What the office thinks of an appeal (forvaltningsloven § 33 second paragraph).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComplaintView {
    /// The appeal is well founded: the office changes its decision itself.
    Change,
    /// The decision stands as far as the office goes, and the appeals body decides.
    Uphold,
    /// The conditions for treating the appeal are not there.
    Dismiss,
}

/// Why an appeal that came too late is treated all the same (forvaltningsloven § 31 first paragraph).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LateGround {
    /// The person cannot be blamed for it.
    NotToBlame,
    /// Special reasons make it reasonable.
    SpecialReasons,
}

/// How a complaint ended with the body that decides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ComplaintOutcome {
    /// The appeals body lets the decision stand.
    Upheld,
    /// It decides otherwise itself.
    Changed,
    /// It sets the decision aside, so that the office decides anew.
    SetAside,
    /// It does not treat the appeal.
    Dismissed,
    /// Datatilsynet ends its case without asking for anything.
    NoAction,
    /// Datatilsynet orders the office to do something.
    Ordered,
}

/// Something that happened to a complaint of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComplaintEvent {
    /// Which case.
    pub case: CaseLetter,
    /// Which complaint: its place among those of the case, from 1.
    pub complaint: u32,
    /// What happened.
    pub what: ComplaintStep,
}

/// What can happen to a complaint. That an appeal is sent on follows from the letter that does so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComplaintStep {
    /// It came.
    Received(ComplaintReceived),
    /// The office looked at an appeal and what it gives reason to look into.
    Considered(Consideration),
    /// The office wrote to Datatilsynet.
    Replied {
        /// When.
        on: NaiveDate,
        /// What was written, in short.
        note: ContentId,
    },
    /// The body that decides it has done so.
    Decided {
        /// How.
        outcome: ComplaintOutcome,
        /// On which day the office learned of it.
        on: NaiveDate,
        /// What it said, in short.
        note: ContentId,
    },
}

/// A complaint came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ComplaintReceived {
    /// Where it was made.
    pub kind: ComplaintKind,
    /// When it reached the office.
    pub received_on: NaiveDate,
    /// When it was posted, where that is known; being posted in time is enough (forvaltningsloven § 30).
    pub posted_on: Option<NaiveDate>,
    /// What it is about.
    pub about: ContentId,
    /// By when Datatilsynet asks for an answer.
    pub reply_by_on: Option<NaiveDate>,
    /// The letter that is appealed against, by its sequence.
    pub against: Option<u32>,
}

/// What the office came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Consideration {
    /// What it thinks.
    pub view: ComplaintView,
    /// Why an appeal that came too late is treated.
    pub late: Option<LateGround>,
    /// Why, in words.
    pub reason: ContentId,
    /// When.
    pub on: NaiveDate,
}

/// A complaint as the log says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// How it came.
    pub received: ComplaintReceived,
    /// What the office thinks of it.
    pub considered: Option<Consideration>,
    /// The letter that sent it on, and its date.
    pub sent: Option<(u32, NaiveDate)>,
    /// When the office wrote to Datatilsynet, and what.
    pub replied: Option<(NaiveDate, ContentId)>,
    /// How it ended: the outcome, the day and the words.
    pub decided: Option<(ComplaintOutcome, NaiveDate, ContentId)>,
    /// When the case was opened again because of it.
    pub reopened_on: Option<NaiveDate>,
}

/// Where a complaint stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ComplaintState {
    /// It is here, and nobody has looked at it, or answered Datatilsynet.
    Received,
    /// The decision stands as far as the office goes; the case has to be sent to the appeals body.
    ToSend,
    /// It lies with the body that decides it.
    Elsewhere,
    /// The answer does not stand, and the case has to be opened again.
    ToReopen,
    /// Nothing is left to do.
    Done,
}

/// Whether an appeal came in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComplaintTiming {
    /// It did, whenever the decision arrived.
    InTime,
    /// It did not: this was the last day.
    Late(NaiveDate),
    /// It came after three weeks from the day of sending, and nobody has said when the decision arrived.
    Unknown,
}

impl ComplaintStep {
    /// The row of the words that came with it.
    #[must_use]
    pub fn words(self) -> ContentId {
        match self {
            Self::Received(received) => received.about,
            Self::Considered(considered) => considered.reason,
            Self::Replied { note, .. } | Self::Decided { note, .. } => note,
        }
    }
}

impl Complaint {
    pub(super) fn begin(received: ComplaintReceived) -> Self {
        Self { received, considered: None, sent: None, replied: None, decided: None, reopened_on: None }
    }

    /// Where it stands.
    #[must_use]
    pub fn state(&self) -> ComplaintState {
        if self.reopened_on.is_some() {
            return ComplaintState::Done;
        }
        if let Some((outcome, ..)) = self.decided {
            return if outcome.leads_on() { ComplaintState::ToReopen } else { ComplaintState::Done };
        }
        match (self.received.kind, self.considered.map(|considered| considered.view)) {
            (ComplaintKind::Authority, _) if self.replied.is_some() => ComplaintState::Elsewhere,
            (ComplaintKind::Authority, _) | (ComplaintKind::Appeal, None) => ComplaintState::Received,
            (ComplaintKind::Appeal, Some(ComplaintView::Change)) => ComplaintState::ToReopen,
            (ComplaintKind::Appeal, Some(ComplaintView::Dismiss)) => ComplaintState::Done,
            (ComplaintKind::Appeal, Some(ComplaintView::Uphold)) if self.sent.is_some() => ComplaintState::Elsewhere,
            (ComplaintKind::Appeal, Some(ComplaintView::Uphold)) => ComplaintState::ToSend,
        }
    }

    /// By when the office wants the next step done: Datatilsynet's day, or else one of its own. Nothing while the complaint
    /// lies elsewhere or is done with.
    #[must_use]
    pub fn due_on(&self) -> Option<NaiveDate> {
        match self.state() {
            ComplaintState::Received | ComplaintState::ToSend => {
                Some(self.received.reply_by_on.unwrap_or_else(|| own_date(self.received.received_on)))
            }
            ComplaintState::ToReopen => {
                let decided_on = self.decided.map(|(_, on, _)| on);
                decided_on.or(self.considered.map(|considered| considered.on)).map(own_date)
            }
            ComplaintState::Elsewhere | ComplaintState::Done => None,
        }
    }
}

impl ComplaintOutcome {
    /// Whether the office has to take the case up again.
    #[must_use]
    pub const fn leads_on(self) -> bool {
        match self {
            Self::Changed | Self::SetAside | Self::Ordered => true,
            Self::Upheld | Self::Dismissed | Self::NoAction => false,
        }
    }

    /// Whether a complaint of this kind can end so.
    #[must_use]
    pub const fn fits(self, kind: ComplaintKind) -> bool {
        match (self, kind) {
            (Self::Upheld | Self::Changed | Self::SetAside | Self::Dismissed, ComplaintKind::Appeal)
            | (Self::NoAction | Self::Ordered, ComplaintKind::Authority) => true,
            (Self::Upheld | Self::Changed | Self::SetAside | Self::Dismissed, ComplaintKind::Authority)
            | (Self::NoAction | Self::Ordered, ComplaintKind::Appeal) => false,
        }
    }
}

impl Request {
    /// Whether an appeal came in time, as far as it is known when the decision arrived; `None` for a complaint that has no
    /// time. The day on which it was posted counts, where it is known (forvaltningsloven §§ 29 and 30).
    #[must_use]
    pub fn complaint_timing(&self, complaint: &Complaint) -> Option<ComplaintTiming> {
        let against = self.letter(complaint.received.against?)?;
        let made_on = complaint.received.posted_on.unwrap_or(complaint.received.received_on);
        let start = self.appeal_start_of(against);
        let last_on = start.on().map(appeal_due_on);
        Some(match (start, last_on) {
            (_, Some(last_on)) if made_on <= last_on => ComplaintTiming::InTime,
            (AppealStart::Arrived(_) | AppealStart::MadeAvailable(_), Some(last_on)) => ComplaintTiming::Late(last_on),
            (AppealStart::Sent(_) | AppealStart::NotArrived, _) | (_, None) => ComplaintTiming::Unknown,
        })
    }

    /// Whether more than a year has passed since the decision, so that no ground lets a late appeal be treated
    /// (forvaltningsloven § 31 third paragraph).
    #[must_use]
    pub fn is_after_a_year(&self, complaint: &Complaint) -> bool {
        let against = complaint.received.against.and_then(|letter| self.letter(letter));
        let last_on = against.and_then(|letter| letter.dated_on.checked_add_months(Months::new(12)));
        last_on.is_some_and(|last_on| complaint.received.received_on > last_on)
    }

    /// The appeal of a case that is to be sent to the appeals body, with its place.
    #[must_use]
    pub fn appeal_to_send(&self, case: CaseLetter) -> Option<&Complaint> {
        self.case(case)?.complaints.iter().find(|complaint| complaint.state() == ComplaintState::ToSend)
    }

    /// The appeal that the last letter to the appeals body was about, or the one that is to be sent.
    #[must_use]
    pub fn appeal_in_letter(&self, case: CaseLetter) -> Option<&Complaint> {
        self.appeal_to_send(case)
            .or_else(|| self.case(case)?.complaints.iter().rev().find(|complaint| complaint.sent.is_some()))
    }
}

impl Case {
    /// The complaint that somebody has to do something about first.
    #[must_use]
    pub fn open_complaint(&self) -> Option<&Complaint> {
        let open = self.complaints.iter().filter(|complaint| complaint.state() != ComplaintState::Done);
        open.min_by_key(|complaint| complaint.due_on().unwrap_or(NaiveDate::MAX))
    }

    /// What an event does to the complaints of the case.
    pub(super) fn complaint(&mut self, event: &ComplaintEvent) {
        if let ComplaintStep::Received(received) = event.what {
            self.complaints.push(Complaint::begin(received));
            return;
        }
        let place = event.complaint.checked_sub(1).map(|place| place as usize);
        let Some(complaint) = place.and_then(|place| self.complaints.get_mut(place)) else { return };
        match event.what {
            ComplaintStep::Received(_) => {}
            ComplaintStep::Considered(considered) => complaint.considered = Some(considered),
            ComplaintStep::Replied { on, note } => complaint.replied = Some((on, note)),
            ComplaintStep::Decided { outcome, on, note } => complaint.decided = Some((outcome, on, note)),
        }
    }

    /// An appeal was sent to the appeals body.
    pub(super) fn complaint_sent(&mut self, kind: LetterKind, letter: u32, on: NaiveDate) {
        let to_send = |complaint: &&mut Complaint| complaint.state() == ComplaintState::ToSend;
        if kind == LetterKind::ComplaintForwarding
            && let Some(complaint) = self.complaints.iter_mut().find(to_send)
        {
            complaint.sent = Some((letter, on));
        }
    }

    /// The case was opened again: whatever led to it is done with.
    pub(super) fn complaints_led_on(&mut self, on: NaiveDate) {
        let led = |complaint: &&mut Complaint| complaint.state() == ComplaintState::ToReopen;
        self.complaints.iter_mut().filter(led).for_each(|complaint| complaint.reopened_on = Some(on));
    }
}
