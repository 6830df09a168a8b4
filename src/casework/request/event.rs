//! What has happened in a request. The log is a row of these; it names people and words only by identifier.

mod contents;

use chrono::{DateTime, NaiveDate, Utc};

use super::acting::ChildHeard;
use super::attached::NewFile;
use super::breach::BreachEvent;
use super::complaint::ComplaintEvent;
use super::correction::WrongEntry;
use super::delivery::Delivery;
use super::measure::{MeasureFor, MeasureId};
use super::other_rules::OtherRules;
use super::receipt::ReceiptCorrection;
use super::redaction::NewRedaction;
use super::reopen::ReopenGround;
use super::report::NewReport;
use super::review::DateReviewEvent;
use super::task::TaskEvent;
use super::tie::CaseTie;
use crate::casework::access::Role;
use crate::casework::channel::{Channel, LetterCopy, Recipient, SendChannel};
use crate::casework::ids::{CaseLetter, ContentId, DeliveryMark};
use crate::casework::letter::LetterKind;
use crate::casework::person::{IdentityStatus, Protection};
use crate::law::deadline::{ExtensionReason, PauseGround, RuleVersion};
use crate::law::organisation::BodyId;
use crate::law::register::RegisterId;
use crate::law::rights::{Mode, Outcome, Right, Track};
use crate::law::routing::Facts;
use crate::wording::Language;

pub use contents::Content;

/// What a point on the checklist came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CheckResult {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Does not apply here.
    NotApplicable,
}

impl CheckResult {
    /// Every result.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::NotApplicable];

    /// The word for the result in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Yes => "ja",
            Self::No => "nei",
            Self::NotApplicable => "ikke-aktuelt",
        }
    }

    /// The result with this word.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|result| result.id() == id)
    }
}

/// The route that a case was given when it was opened. It stays with the case when the catalogue changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RouteRecord {
    /// The track.
    pub track: Track,
    /// How it is passed on, on the track `forward`.
    pub mode: Option<Mode>,
    /// The body that answers.
    pub handled_by: BodyId,
    /// The points of the checklist.
    pub checks: Vec<CheckPoint>,
    /// By when the data have to be secured, in a register that does not keep them for long.
    pub secure_by_on: Option<NaiveDate>,
}

/// A point of a case's checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckPoint {
    /// The identifier, for example `sterkt-belastende`.
    pub id: String,
    /// Whether it ought to be answered before the case is decided; a decision without it carries a warning.
    pub required: bool,
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A request came in and was registered. Always the first event.
    RequestRegistered(Registered),
    /// A case was opened for one register and right.
    CaseOpened(Opened),
    /// Somebody took or was given the case.
    CaseAssigned {
        /// Which case.
        case: CaseLetter,
        /// The user's name.
        to: String,
    },
    /// Nobody has the case any more.
    CaseReleased {
        /// Which case.
        case: CaseLetter,
    },
    /// What is known of who the person is changed.
    IdentityChanged {
        /// The new status.
        status: IdentityStatus,
    },
    /// A point of the checklist was answered.
    CheckRecorded {
        /// Which case.
        case: CaseLetter,
        /// Which point.
        check: String,
        /// What it came to.
        result: CheckResult,
        /// Why, in words.
        note: Option<ContentId>,
    },
    /// The person was asked for something; what it does to the dates follows from the ground.
    CaseSuspended {
        /// Which case.
        case: CaseLetter,
        /// What was asked for.
        ground: PauseGround,
        /// When it was asked.
        asked_on: NaiveDate,
        /// By when an answer was asked for.
        reply_by_on: NaiveDate,
        /// The letter that asked, by its sequence; `None` where it was sent elsewhere.
        letter: Option<u32>,
    },
    /// The answer came.
    CaseResumed {
        /// Which case.
        case: CaseLetter,
        /// What had been asked for.
        ground: PauseGround,
        /// When the answer came.
        answered_on: NaiveDate,
    },
    /// A note was written. Internal: it never enters letters.
    NoteAdded {
        /// Which case.
        case: CaseLetter,
        /// The words.
        text: ContentId,
        /// The day of the telephone call that it is about, if it is about one.
        telephone_on: Option<NaiveDate>,
    },
    /// A measure was added that has to be carried out before the case is closed.
    MeasureAdded {
        /// Which case.
        case: CaseLetter,
        /// Whom it is for.
        to: MeasureFor,
        /// What is to be done.
        text: ContentId,
    },
    /// A measure was carried out, or turned out not to be needed.
    MeasureSettled {
        /// Which case.
        case: CaseLetter,
        /// Which measure.
        measure: MeasureId,
        /// When it was carried out; `None` where it was not needed.
        done_on: Option<NaiveDate>,
        /// What shows it, or why it was not needed.
        note: ContentId,
    },
    /// Something happened to a task that a unit was given. It changes no date of an answer.
    Task(TaskEvent),
    /// An entry was made by mistake. It stays in the log, and the dates are computed without it.
    EntryCorrected {
        /// Which case.
        case: CaseLetter,
        /// Which entry.
        entry: WrongEntry,
        /// Why.
        reason: ContentId,
    },
    /// The day of receipt was registered wrongly. Every date of every case is counted from the right one.
    ReceiptCorrected(ReceiptCorrection),
    /// A file was added that goes with the answer: a report of a register, or its log.
    ReportAdded(NewReport),
    /// A file was taken away again before the answer. Always beside the erasure of its rows.
    ReportRemoved {
        /// Which case.
        case: CaseLetter,
        /// Its place among the files that were added to the case, from 1.
        report: u32,
    },
    /// A file came to lie with the request: the person sent it, or it was collected for a case.
    FileAttached(NewFile),
    /// A file was given another title. The row before it stays until the file is erased.
    FileRetitled {
        /// Its place among the files of the request, from 1.
        file: u32,
        /// What it is called from now on.
        title: ContentId,
    },
    /// A file was taken away. Always beside the erasure of its rows.
    FileRemoved {
        /// Its place among the files of the request, from 1.
        file: u32,
        /// Why, in words.
        reason: ContentId,
    },
    /// A copy of a file was made, with parts of it covered. The file itself is untouched.
    FileRedacted(NewRedaction),
    /// The request, or a part of it, falls under other rules and was handled by them.
    OtherRulesNoted {
        /// Which rules.
        rules: OtherRules,
        /// What was done with it.
        text: ContentId,
    },
    /// The request was given its number in the office's own archive.
    ArchiveNumberGiven {
        /// The number, as words.
        number: ContentId,
    },
    /// The case was decided.
    CaseDecided {
        /// Which case.
        case: CaseLetter,
        /// The outcome.
        outcome: Outcome,
        /// The reasons, which go into the letter.
        reasons: ContentId,
        /// Identifiers of the legal references that it rests on.
        legal_basis: Vec<String>,
        /// Identifiers of the grounds of the catalogue that the outcome rests on.
        grounds: Vec<String>,
    },
    /// A letter was issued: numbered, hashed and locked.
    LetterIssued(LetterIssued),
    /// Something happened to an issued letter on its way. It changes no date of an answer.
    LetterDelivery(Delivery),
    /// A longer deadline was proposed. It changes no date: the notice to the person does (GDPR Art. 12(3)).
    ExtensionProposed {
        /// Which case.
        case: CaseLetter,
        /// Why, as the law knows it.
        reason: ExtensionReason,
        /// Why, in words to the person.
        text: ContentId,
        /// When the person can expect the answer.
        expected_on: NaiveDate,
    },
    /// The deadline was extended: the notice of it was sent. Always beside the letter.
    CaseExtended {
        /// Which case.
        case: CaseLetter,
        /// When the notice was sent.
        notice_on: NaiveDate,
        /// The notice, by its sequence.
        letter: u32,
    },
    /// The person was reminded of a question. Always beside the letter. What the question does to the dates still
    /// follows from the day by which an answer was asked for first.
    PersonReminded {
        /// Which case.
        case: CaseLetter,
        /// What had been asked for.
        ground: PauseGround,
        /// When the reminder was sent.
        reminded_on: NaiveDate,
        /// By when an answer is asked for now.
        reply_by_on: NaiveDate,
        /// The reminder, by its sequence.
        letter: u32,
    },
    /// The case belongs to another body, and goes there (forvaltningsloven § 11 fourth paragraph).
    CaseForwarded {
        /// Which case.
        case: CaseLetter,
        /// To which body.
        to: BodyId,
    },
    /// The person withdrew the claim.
    CaseWithdrawn {
        /// Which case.
        case: CaseLetter,
        /// On which day.
        withdrawn_on: NaiveDate,
    },
    /// What is known of the person was corrected or completed. The row before it stays until it is erased.
    PersonCorrected {
        /// The person as known from now on.
        person: ContentId,
    },
    /// The person has another number as well. It was linked by hand.
    PersonNumberLinked {
        /// The row of a person that holds the number alone.
        number: ContentId,
        /// Why it is the same person.
        reason: ContentId,
    },
    /// A number that was linked is not the person's.
    PersonNumberUnlinked {
        /// The row that was linked.
        number: ContentId,
        /// Why it is not.
        reason: ContentId,
    },
    /// Somebody is known to have parental responsibility beside whoever acts for the child, or nobody any more.
    OtherParentChanged {
        /// Who; `None` where nobody does.
        parent: Option<ContentId>,
        /// How it is known.
        reason: ContentId,
    },
    /// Somebody else acts for the person from now on, or nobody.
    RepresentativeChanged {
        /// Who; `None` where nobody does any more.
        representative: Option<ContentId>,
        /// Why.
        reason: ContentId,
    },
    /// A child was heard on what it wants itself.
    ChildHeard(ChildHeard),
    /// Somebody looked at a restriction or reservation that is in force, and it stays so.
    InForceReviewed {
        /// Which case.
        case: CaseLetter,
        /// When.
        reviewed_on: NaiveDate,
        /// When it is looked at again.
        next_on: NaiveDate,
        /// What was found.
        note: Option<ContentId>,
    },
    /// A restriction or reservation was lifted.
    InForceLifted {
        /// Which case.
        case: CaseLetter,
        /// From when.
        lifted_on: NaiveDate,
        /// Why.
        reason: ContentId,
    },
    /// A letter was put before a second person.
    ApprovalAsked {
        /// Its kind.
        kind: LetterKind,
        /// The cases that it is about.
        cases: Vec<CaseLetter>,
        /// The draft that holds what was filled in. It is no part of the record: the words that are approved are.
        draft: ContentId,
        /// Who asked.
        by: String,
    },
    /// A second person approved a letter.
    LetterApproved {
        /// Its kind.
        kind: LetterKind,
        /// The cases that it is about.
        cases: Vec<CaseLetter>,
        /// The words that were approved.
        text: ContentId,
        /// Who approved.
        by: String,
    },
    /// A second person sent a letter back to whoever wrote it.
    LetterSentBack {
        /// Its kind.
        kind: LetterKind,
        /// The cases that it is about.
        cases: Vec<CaseLetter>,
        /// What has to be mended.
        reason: ContentId,
        /// Who sent it back.
        by: String,
    },
    /// The case was closed.
    CaseClosed {
        /// Which case.
        case: CaseLetter,
    },
    /// A case that had come to an end was opened again. Its date in law stays what it was.
    CaseReopened {
        /// Which case.
        case: CaseLetter,
        /// Why, as a word.
        ground: ReopenGround,
        /// Why, in words.
        reason: ContentId,
        /// In which role somebody did it.
        by: Role,
    },
    /// Something happened to a complaint about the answer of a case. It moves none of the case's dates.
    Complaint(ComplaintEvent),
    /// Something happened to a breach of personal data security that a case has shown. It moves none of the case's dates.
    Breach(BreachEvent),
    /// Something happened in the data protection officer's review of a case's dates. It moves none of them.
    DateReview(DateReviewEvent),
    /// A case belongs together with one of another request: they are handled side by side, or are one request twice.
    CaseTied(CaseTie),
    /// An erasable row was erased, with its ground and who approved it.
    ContentErased {
        /// Which row.
        content: ContentId,
        /// The ground in law.
        ground: String,
        /// Who approved it.
        approved_by: Vec<String>,
    },
}

/// A request came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registered {
    /// The local date on which it reached an official channel.
    pub received_on: NaiveDate,
    /// The instant, where it is known.
    pub received_at: Option<DateTime<Utc>>,
    /// By which channel.
    pub channel: Channel,
    /// The language that the person wrote, in which the answer is written (språklova § 15).
    pub language: Language,
    /// The body that this office was when the request came.
    pub organisation: BodyId,
    /// The version of the date rules that holds for its cases.
    pub rule_version: RuleVersion,
    /// The person.
    pub person: ContentId,
    /// Whether the person's address is protected.
    pub protection: Protection,
    /// What is known of who the person is.
    pub identity: IdentityStatus,
    /// Whoever acts for the person.
    pub representative: Option<ContentId>,
    /// Who has parental responsibility for a child beside whoever acts for it.
    pub other_parent: Option<ContentId>,
    /// Whether the parents are to be told; `None` where the question does not arise.
    pub inform_parents: Option<bool>,
    /// The words of the request.
    pub text: ContentId,
    /// What came with it.
    pub attachments: Option<ContentId>,
    /// The sender's own reference.
    pub their_reference: Option<ContentId>,
    /// By what the same delivery is known again.
    pub delivery: Option<DeliveryMark>,
}

/// A case was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// Which case.
    pub case: CaseLetter,
    /// The register.
    pub register: RegisterId,
    /// The right.
    pub right: Right,
    /// The facts that the route was decided on.
    pub facts: Facts,
    /// The grounds that the person gives.
    pub grounds: Option<ContentId>,
    /// The route.
    pub route: RouteRecord,
}

/// A letter was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterIssued {
    /// Its place among the documents of the request.
    pub sequence: u32,
    /// The cases that it answers.
    pub cases: Vec<CaseLetter>,
    /// Its kind.
    pub kind: LetterKind,
    /// Its language.
    pub language: Language,
    /// Its date; issuing is sending.
    pub dated_on: NaiveDate,
    /// How it is sent.
    pub channel: SendChannel,
    /// How many pages it has.
    pub pages: u32,
    /// Its bytes.
    pub file: ContentId,
    /// SHA-256 of its bytes, hexadecimal, as words. Erased together with the bytes: whoever has a digest can try whether a
    /// letter that they guess was the one.
    pub digest: ContentId,
    /// What it says, as plain text, by which it is found again; `None` in what was issued before that was kept. Erased
    /// together with the bytes.
    pub text: Option<ContentId>,
    /// The letter that it corrects, by its sequence.
    pub supersedes: Option<u32>,
    /// Whom it is addressed to; `None` in what was issued before that was recorded.
    pub to: Option<Recipient>,
    /// Who got the same letter as well.
    pub copies: Vec<LetterCopy>,
}

/// An event as it stands in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the request's log, from 1.
    pub sequence: u32,
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub actor: String,
    /// What happened.
    pub event: Event,
}
