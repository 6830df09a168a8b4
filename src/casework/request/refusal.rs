//! Why something may not happen: the rule, the field, what to do, and where the rule stands.

use crate::wording::Trilingual;

/// Why something may not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Which rule.
    pub code: RefusalCode,
    /// The field that it concerns, where one does.
    pub field: Option<String>,
    /// What is wrong and what to do.
    pub message: Trilingual,
    /// Where the rule stands.
    pub source: &'static str,
}

/// The rules that refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RefusalCode {
    /// Receipt after today.
    FutureReceipt,
    /// The address of a protected person is never kept.
    AddressOfProtected,
    /// No demand at all.
    NoDemands,
    /// The same register and right twice.
    RepeatedDemand,
    /// The case is closed, or its answer is issued.
    Finished,
    /// A date before receipt or after today, or in the wrong order.
    DateOrder,
    /// The ground does not fit the right.
    GroundDoesNotFit,
    /// The same question is open already.
    AlreadyAsked,
    /// Nothing is open that could be answered.
    NothingOpen,
    /// Several questions are open; say which.
    SeveralOpen,
    /// The outcome does not fit the case.
    OutcomeDoesNotFit,
    /// Points of the checklist are open that the outcome rests on.
    ChecksOpen,
    /// The outcome does not follow from what the checklist came to.
    OutcomeAgainstChecks,
    /// The case is still being worked on.
    NotEnded,
    /// There is no decision yet.
    NotDecided,
    /// The answer is not issued yet.
    NotAnswered,
    /// The other case is not about the same.
    NotSimilar,
    /// The case has no such complaint.
    NoSuchComplaint,
    /// The appeal came too late, and nothing says why it is treated.
    ComplaintLate,
    /// The case has no such breach.
    NoSuchBreach,
    /// The breach was notified after the 72 hours, and nothing says why.
    DelayUnexplained,
    /// The case has no such date now.
    NoSuchDate,
    /// The case has no such pause.
    NoSuchPause,
    /// Nobody has answered the data protection officer.
    ReviewUnanswered,
    /// A sample of this size is not drawn.
    SampleDoesNotFit,
    /// No case was received then.
    NothingToReview,
    /// Nothing says why.
    ReasonMissing,
    /// The case has no such measure.
    NoSuchMeasure,
    /// The case has no such file.
    NoSuchReport,
    /// A file of this kind does not belong to the case, or it has one already.
    ReportDoesNotFit,
    /// The case has no attached file with this number.
    NoSuchFile,
    /// The files of the request are too much together.
    TooManyFiles,
    /// A file that would lie with no case.
    NoCase,
    /// The person is of full age, so nobody has parental responsibility.
    NotAChild,
    /// Measures that follow from the decision are not carried out.
    MeasuresOpen,
    /// The date of a letter is not the day on which it is sent.
    DatedOtherwise,
    /// The last day for a notice of extension has passed.
    ExtensionLate,
    /// The deadline is extended already; it is so only once.
    AlreadyExtended,
    /// The last day for the answer is not near.
    NotLate,
    /// No extension is proposed that a notice could tell of.
    NotProposed,
    /// The case belongs to this office, or the letter to another track.
    TrackDoesNotFit,
    /// The case is not forwarded.
    NotForwarded,
    /// A private body, or one that the person must go to, gets nothing without the person's consent.
    ConsentNeeded,
    /// The person has not been told that the case was forwarded.
    NotTold,
    /// Whoever wrote a letter does not approve it.
    OwnApproval,
    /// A letter of this kind is not corrected by a new one, or has been already.
    NotCorrected,
    /// What was given of the person is known already.
    NothingNew,
    /// The person has no number that another one could be linked to.
    NoNumber,
    /// Numbers of these kinds are not linked.
    NumbersDoNotFit,
    /// No number is linked there.
    NotLinked,
    /// Nothing is in force in the case.
    NotInForce,
    /// The person is told before a restriction is lifted.
    NoticeFirst,
    /// The office is less sure of who made this request than of who made the other.
    WeakerIdentity,
    /// Whether a person is protected is settled at intake, and not changed here.
    ProtectionStays,
    /// The letter was not sent to them.
    NotRecipient,
    /// It cannot happen to a letter that was sent so, or not now.
    DeliveryDoesNotFit,
    /// The same is recorded already.
    AlreadyRecorded,
    /// The channel is not safe for the letter.
    UnsafeChannel,
    /// The recipient cannot be reached so.
    Unreachable,
    /// The case has no such task.
    NoSuchTask,
    /// The task is answered, or not needed any more.
    TaskEnded,
    /// Tasks of the case are neither answered nor dropped.
    TasksOpen,
    /// There is no such entry that could be corrected.
    NothingToCorrect,
    /// By the rules of that day the case would have gone another way.
    RouteDiffers,
    /// The person has been told in a letter, so it is no mistake of the record.
    IssuedAsLetter,
}

impl RefusalCode {
    /// The code that a program can branch on.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::FutureReceipt => "future-receipt",
            Self::AddressOfProtected => "address-of-protected",
            Self::NoDemands => "no-demands",
            Self::RepeatedDemand => "repeated-demand",
            Self::Finished => "finished",
            Self::DateOrder => "date-order",
            Self::GroundDoesNotFit => "ground-does-not-fit",
            Self::AlreadyAsked => "already-asked",
            Self::NothingOpen => "nothing-open",
            Self::SeveralOpen => "several-open",
            Self::OutcomeDoesNotFit => "outcome-does-not-fit",
            Self::ChecksOpen => "checks-open",
            Self::OutcomeAgainstChecks => "outcome-against-checks",
            Self::NotEnded => "not-ended",
            Self::NotDecided => "not-decided",
            Self::NotAnswered => "not-answered",
            Self::NotSimilar => "not-similar",
            Self::NoSuchComplaint => "no-such-complaint",
            Self::ComplaintLate => "complaint-late",
            Self::NoSuchBreach => "no-such-breach",
            Self::DelayUnexplained => "delay-unexplained",
            Self::NoSuchDate => "no-such-date-of-case",
            Self::NoSuchPause => "no-such-pause",
            Self::ReviewUnanswered => "review-unanswered",
            Self::SampleDoesNotFit => "sample-does-not-fit",
            Self::NothingToReview => "nothing-to-review",
            Self::ReasonMissing => "reason-missing",
            Self::NoSuchMeasure => "no-such-measure",
            Self::NoSuchReport => "no-such-report",
            Self::ReportDoesNotFit => "report-does-not-fit",
            Self::NoSuchFile => "no-such-attachment",
            Self::TooManyFiles => "attachments-too-large",
            Self::NoCase => "no-case",
            Self::NotAChild => "not-a-child",
            Self::MeasuresOpen => "measures-open",
            Self::DatedOtherwise => "dated-otherwise",
            Self::ExtensionLate => "extension-late",
            Self::AlreadyExtended => "already-extended",
            Self::NotLate => "not-late",
            Self::NotProposed => "not-proposed",
            Self::TrackDoesNotFit => "track-does-not-fit",
            Self::NotForwarded => "not-forwarded",
            Self::ConsentNeeded => "consent-needed",
            Self::NotTold => "not-told",
            Self::OwnApproval => "own-approval",
            Self::NotCorrected => "not-corrected",
            Self::NothingNew => "nothing-new",
            Self::NoNumber => "no-number",
            Self::NumbersDoNotFit => "numbers-do-not-fit",
            Self::NotLinked => "not-linked",
            Self::NotInForce => "not-in-force",
            Self::NoticeFirst => "notice-first",
            Self::WeakerIdentity => "weaker-identity",
            Self::ProtectionStays => "protection-stays",
            Self::NotRecipient => "not-recipient",
            Self::DeliveryDoesNotFit => "delivery-does-not-fit",
            Self::AlreadyRecorded => "already-recorded",
            Self::UnsafeChannel => "unsafe-channel",
            Self::Unreachable => "unreachable",
            Self::NoSuchTask => "no-such-task",
            Self::TaskEnded => "task-ended",
            Self::TasksOpen => "tasks-open",
            Self::NothingToCorrect => "nothing-to-correct",
            Self::RouteDiffers => "route-differs",
            Self::IssuedAsLetter => "issued-as-letter",
        }
    }
}

pub(in crate::casework) fn refusal(
    code: RefusalCode,
    field: Option<&str>,
    message: Trilingual,
    source: &'static str,
) -> Refusal {
    Refusal { code, field: field.map(str::to_owned), message, source }
}

/// The record is corrected by adding to it, never by changing what is there.
pub(in crate::casework) const OWN_RULE: &str = "Arkivforskrifta § 11: det som er registrert, rettes ved tillegg";
