//! What a request and its cases are, as the log says.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::acting::ChildHeard;
use super::approval::Approval;
use super::attached::AttachedFile;
use super::breach::Breach;
use super::complaint::Complaint;
use super::delivery::Delivery;
use super::event::{CheckResult, Event, LetterIssued, Opened, Recorded, Registered};
use super::extension::Extension;
use super::in_force::{Lifted, Review};
use super::measure::{AddedMeasure, MeasureId, Settled};
use super::numbers::LinkedNumber;
use super::other_rules::OtherRules;
use super::reopen::Reopening;
use super::report::AddedReport;
use super::review::DateReviews;
use super::task::Task;
use super::tie::CaseTie;
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::letter::LetterKind;
use crate::casework::person::IdentityStatus;
use crate::law::calendar::oslo_date;
use crate::law::deadline::{DeadlineInput, Pause, PauseGround};
use crate::law::organisation::BodyId;
use crate::law::rights::{Outcome, Track};

/// The point of the checklist that says who the person is.
pub const IDENTITY: &str = "identitet";

/// A request as its log says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// How it came in. The day of receipt is the one that counts now; the instant is as it was first registered.
    pub registered: Registered,
    /// The day on which it was registered, by when it had come in.
    pub registered_on: NaiveDate,
    /// The day of receipt as it was first registered.
    pub first_received_on: NaiveDate,
    /// The row with what is known now of the person.
    pub person: ContentId,
    /// What is known now of who the person is.
    pub identity: IdentityStatus,
    /// The other numbers that the person has, as far as somebody linked them.
    pub numbers: Vec<LinkedNumber>,
    /// Whoever acts for the person now.
    pub representative: Option<ContentId>,
    /// Who has parental responsibility for a child beside whoever acts for it, as far as it is known now.
    pub other_parent: Option<ContentId>,
    /// Whether the parents are to be told, as far as it is known now.
    pub inform_parents: Option<bool>,
    /// What a child wants itself, as it was heard last.
    pub child_heard: Option<ChildHeard>,
    /// Its cases, in order.
    pub cases: Vec<Case>,
    /// The letters that were issued, in order.
    pub letters: Vec<LetterIssued>,
    /// What became of them on their way, in order.
    pub deliveries: Vec<Delivery>,
    /// The letters that were put before a second person and are not issued.
    pub approvals: Vec<Approval>,
    /// What fell under other rules, and what was done with it.
    pub other_rules: Vec<(OtherRules, ContentId)>,
    /// Its number in the office's own archive.
    pub archive_number: Option<ContentId>,
    /// The files that lie with it, oldest first; one that was taken away keeps its place.
    pub files: Vec<AttachedFile>,
    /// How many events its log has; the version that a decision is made on.
    pub version: u32,
}

impl Request {
    /// The points of a case's checklist that ought to be answered before it is decided, and are not. Who the person is may
    /// be settled elsewhere.
    pub fn unanswered<'a>(&self, case: &'a Case) -> impl Iterator<Item = &'a str> {
        let settled = matches!(self.identity, IdentityStatus::Confirmed { .. });
        let required = case.opened.route.checks.iter().filter(|check| check.required).map(|check| check.id.as_str());
        required.filter(move |id| !(case.checks.contains_key(*id) || (*id == IDENTITY && settled)))
    }

    /// The case with this letter.
    #[must_use]
    pub fn case(&self, letter: CaseLetter) -> Option<&Case> {
        self.cases.get(letter.index())
    }

    /// The letter with this sequence.
    #[must_use]
    pub fn letter(&self, sequence: u32) -> Option<&LetterIssued> {
        self.letters.iter().find(|letter| letter.sequence == sequence)
    }

    /// The sequence of the next document. The request itself is document 1.
    #[must_use]
    pub fn next_document(&self) -> u32 {
        self.letters.last().map_or(1, |letter| letter.sequence) + 1
    }

    /// The state after this log, or `None` for a log that does not begin with a registration.
    #[must_use]
    pub fn replay(log: &[Recorded]) -> Option<Self> {
        let (first, more) = log.split_first()?;
        let mut request = Self::begin(&first.event, oslo_date(first.at))?;
        more.iter().for_each(|recorded| request.apply(&recorded.event, oslo_date(recorded.at)));
        Some(request)
    }

    /// The state after these events, all recorded on one day, or `None` where the first is no registration.
    pub fn after<'a>(events: impl IntoIterator<Item = &'a Event>, recorded_on: NaiveDate) -> Option<Self> {
        let mut events = events.into_iter();
        let mut request = Self::begin(events.next()?, recorded_on)?;
        events.for_each(|event| request.apply(event, recorded_on));
        Some(request)
    }
}

/// One register and one right of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// How it was opened: register, right, facts, route.
    pub opened: Opened,
    /// Whoever has it.
    pub assignee: Option<String>,
    /// The answered points of the checklist.
    pub checks: BTreeMap<String, CheckState>,
    /// What the person was asked for.
    pub suspensions: Suspensions,
    /// The decision, once there is one.
    pub decision: Option<CaseDecision>,
    /// The longer deadline, proposed or in force.
    pub extension: Option<Extension>,
    /// The body that it was forwarded to.
    pub forwarded_to: Option<BodyId>,
    /// When the person withdrew the claim.
    pub withdrawn_on: Option<NaiveDate>,
    /// Where it stands.
    pub phase: Phase,
    /// The notes, oldest first.
    pub notes: Vec<Note>,
    /// The measures that were added, oldest first.
    pub added_measures: Vec<AddedMeasure>,
    /// The measures that are settled.
    pub settled: BTreeMap<MeasureId, Settled>,
    /// What units were asked for, in the order of asking.
    pub tasks: Vec<Task>,
    /// The files that were added for the answer, oldest first; one that was removed keeps its place.
    pub reports: Vec<AddedReport>,
    /// When somebody looked at what is in force, oldest first.
    pub reviews: Vec<Review>,
    /// When and why what was in force was lifted.
    pub lifted: Option<Lifted>,
    /// The times that it was opened again, oldest first.
    pub reopenings: Vec<Reopening>,
    /// The complaints about its answer, in the order in which they came.
    pub complaints: Vec<Complaint>,
    /// The breaches of personal data security that it has shown, in the order in which they were registered.
    pub breaches: Vec<Breach>,
    /// The data protection officer's review of its dates.
    pub date_reviews: DateReviews,
    /// The cases of other requests that it belongs together with, in the order in which that was recorded.
    pub ties: Vec<CaseTie>,
}

/// A note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note {
    /// The words.
    pub text: ContentId,
    /// The day of the telephone call that it is about, if it is about one.
    pub telephone_on: Option<NaiveDate>,
    /// The place in the log of the event that it came with, which says who wrote it.
    pub event: u32,
}

/// Where a case stands. Whether its clock runs is a matter of its suspensions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Being worked on.
    Open,
    /// Decided; the answer is not issued.
    Decided,
    /// The answer is issued.
    Answered,
    /// It goes to another body; its dates are those of telling the person so.
    Forwarded {
        /// Whether the person has been told.
        told: bool,
    },
    /// The person withdrew the claim.
    Withdrawn,
    /// Closed.
    Closed,
}

impl Phase {
    /// Whether the office has something left to answer or to tell.
    #[must_use]
    pub const fn is_in_hand(self) -> bool {
        match self {
            Self::Open | Self::Decided | Self::Forwarded { told: false } => true,
            Self::Answered | Self::Forwarded { told: true } | Self::Withdrawn | Self::Closed => false,
        }
    }
}

/// An answered point of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckState {
    /// What it came to.
    pub result: CheckResult,
    /// Why, in words.
    pub note: Option<ContentId>,
    /// Which event of the log answered it last.
    pub event: u32,
}

/// The decision of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDecision {
    /// The outcome.
    pub outcome: Outcome,
    /// The reasons.
    pub reasons: ContentId,
    /// Identifiers of the legal references that it rests on.
    pub legal_basis: Vec<String>,
    /// Identifiers of the grounds of the catalogue that the outcome rests on.
    pub grounds: Vec<String>,
}

/// A question to the person, and its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Suspension {
    /// What was asked for.
    pub ground: PauseGround,
    /// When.
    pub asked_on: NaiveDate,
    /// By when an answer was asked for.
    pub reply_by_on: NaiveDate,
    /// The last reminder of it.
    pub reminder: Option<Reminder>,
    /// When the answer came.
    pub answered_on: Option<NaiveDate>,
    /// Which event of the log told of the answer.
    pub answered_by: Option<u32>,
    /// When the case stopped waiting without an answer, since it was decided, sent on or withdrawn.
    pub ended_on: Option<NaiveDate>,
    /// The letter that asked, by its sequence.
    pub letter: Option<u32>,
    /// Whether it was recorded by mistake. Then it keeps its place, and counts for nothing.
    pub corrected: bool,
}

impl Suspension {
    /// The last day on which an answer was asked for: the reminder's, where there was one.
    #[must_use]
    pub fn last_reply_by_on(&self) -> NaiveDate {
        self.reminder.map_or(self.reply_by_on, |reminder| reminder.reply_by_on)
    }

    /// Whether the case still waits for the answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !self.corrected && self.end_on().is_none()
    }

    /// The day on which the wait ended: that of the answer, or of what made it needless where that came first.
    #[must_use]
    pub fn end_on(&self) -> Option<NaiveDate> {
        self.answered_on.into_iter().chain(self.ended_on).min()
    }
}

/// A reminder of a question. It changes no date of the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// When it was sent.
    pub reminded_on: NaiveDate,
    /// By when an answer is asked for now.
    pub reply_by_on: NaiveDate,
}

/// The questions of a case, in the order in which they were asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suspensions(pub Vec<Suspension>);

impl Suspensions {
    /// The questions that were not recorded by mistake.
    pub fn standing(&self) -> impl Iterator<Item = &Suspension> {
        self.0.iter().filter(|suspension| !suspension.corrected)
    }

    /// The questions that the case waits for the answer to.
    pub fn open(&self) -> impl Iterator<Item = &Suspension> {
        self.0.iter().filter(|suspension| suspension.is_open())
    }

    /// The questions that an answer can be recorded to: those that the case waits for, or else those that it stopped waiting
    /// for, since an answer may have come before the decision and be entered after it.
    pub fn answerable(&self) -> impl Iterator<Item = &Suspension> {
        let waits = self.open().next().is_some();
        self.standing().filter(move |asked| asked.answered_on.is_none() && (asked.is_open() || !waits))
    }

    pub(super) fn answerable_mut(&mut self, ground: PauseGround) -> impl Iterator<Item = &mut Suspension> {
        let waits = self.open().any(|open| open.ground == ground);
        self.0.iter_mut().filter(move |asked| {
            !asked.corrected && asked.ground == ground && asked.answered_on.is_none() && (asked.is_open() || !waits)
        })
    }

    /// Ends every wait that is open, on a day; one that began later ends as it begins.
    pub(super) fn end(&mut self, on: NaiveDate) {
        for open in self.0.iter_mut().filter(|suspension| suspension.is_open()) {
            open.ended_on = Some(on.max(open.asked_on));
        }
    }

    /// The pauses that count, as of a day; on that day an unanswered § 25 question counts only after its reply-by date.
    #[must_use]
    pub fn pauses(&self, today: NaiveDate) -> Vec<Pause> {
        self.standing()
            .filter_map(|asked| asked.ground.pause(asked.asked_on, asked.reply_by_on, asked.end_on(), today))
            .collect()
    }

    /// From when an unanswered question that does not count yet will stop the clock.
    #[must_use]
    pub fn pauses_from_on(&self) -> Option<NaiveDate> {
        self.open()
            .filter(|open| open.ground == PauseGround::Section25Documentation)
            .filter_map(|open| open.reply_by_on.succ_opt())
            .min()
    }

    /// The first day of the earliest unanswered question.
    #[must_use]
    pub fn question_since_on(&self) -> Option<NaiveDate> {
        self.open().map(|suspension| suspension.asked_on).min()
    }
}

/// The point of the checklist by which the catalogue demands registered post for the answer.
const REGISTERED_POST: &str = "rekommandert";

impl Case {
    /// Whether the answer is to go by registered post, as the catalogue said when the case was opened.
    #[must_use]
    pub fn answer_registered(&self) -> bool {
        self.opened.route.checks.iter().any(|check| check.id == REGISTERED_POST)
    }

    /// What the dates of the case are computed from.
    ///
    /// The events were checked when they were recorded, so the facts are in order. Only an answer that is recorded after
    /// the notice of extension, as one that came before it, can take the ground from under the notice: then the dates are
    /// those without the extension. Should a record say otherwise altogether, they are those of receipt alone, and never
    /// better than they are.
    #[must_use]
    pub fn deadline_input<'a>(&self, registered: &Registered, pauses: &'a [Pause]) -> DeadlineInput<'a> {
        DeadlineInput::new(registered.received_on, pauses, self.extended_on())
            .or_else(|_| DeadlineInput::new(registered.received_on, pauses, None))
            .unwrap_or_else(|_| DeadlineInput::receipt(registered.received_on))
            .under(registered.rule_version)
    }

    /// When the notice of extension was sent. A proposed extension has none, and changes no date.
    #[must_use]
    pub fn extended_on(&self) -> Option<NaiveDate> {
        Some(self.extension?.notice?.notice_on)
    }

    /// What the case ended in, or is going to.
    #[must_use]
    pub fn outcome(&self) -> Option<Outcome> {
        if self.withdrawn_on.is_some() {
            Some(Outcome::Withdrawn)
        } else if self.forwarded_to.is_some() {
            Some(Outcome::Forwarded)
        } else {
            self.decision.as_ref().map(|decision| decision.outcome)
        }
    }

    /// Whether a letter of this kind was issued for the case.
    #[must_use]
    pub fn is_answer(kind: LetterKind) -> bool {
        match kind {
            LetterKind::Answer | LetterKind::AccessAnswer | LetterKind::Section25Decision => true,
            LetterKind::Acknowledgement
            | LetterKind::IdentityRequest
            | LetterKind::ClarificationRequest
            | LetterKind::Section25GroundsRequest
            | LetterKind::Reminder
            | LetterKind::ExtensionNotice
            | LetterKind::DelayNotice
            | LetterKind::InterimReply
            | LetterKind::Forwarding
            | LetterKind::ForwardingNotice
            | LetterKind::Referral
            | LetterKind::KassasjonOpinion
            | LetterKind::RecipientsNotice
            | LetterKind::RestrictionLiftNotice
            | LetterKind::ComplaintForwarding => false,
        }
    }

    /// Whether the case ends in an enkeltvedtak (forvaltningsloven § 2). A § 25 claim that was sent on or withdrawn is not
    /// decided.
    #[must_use]
    pub fn is_individual_decision(&self) -> bool {
        let track = self.opened.route.track;
        let decides = |outcome| LetterKind::Section25Decision.can_tell(outcome, track);
        track == Track::Section25 && self.decision.as_ref().is_none_or(|decision| decides(decision.outcome))
    }
}
