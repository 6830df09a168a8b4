//! The fields that a letter text may hold: a closed list, so that a misspelt one is found when the texts are loaded.

mod label;

use super::kind::LetterKind;

/// Who gives a field its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filled {
    /// The program, from the request, the catalogue and the office.
    ByProgram,
    /// The program as far as it knows it; the caseworker may fill in another. The letter cannot be issued without it.
    Proposed,
    /// The caseworker; the letter cannot be issued without it.
    ByCaseworker,
    /// The caseworker, if there is something to say; a paragraph with an empty one is left out.
    IfNeeded,
}

/// A field of a letter text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The number of the request.
    RequestNumber,
    /// The number of the case.
    CaseNumber,
    /// The grounds of the catalogue that the outcome rests on, a sentence or two each.
    DecisionGrounds,
    /// «brevet ditt», «e-posten din» and so on.
    ReceivedWhat,
    /// The day of receipt in words.
    ReceivedOn,
    /// One sentence with what the person asks for, and where.
    Demand,
    /// The register's name with its abbreviation.
    Register,
    /// The claim as a noun, for example «sletting».
    RightNoun,
    /// The last day for the answer, in words.
    DueOn,
    /// Why it is that day.
    DueWhy,
    /// The day by which the person is asked to answer.
    ReplyByOn,
    /// The first day on which our period stands still because of what is asked for.
    PausedFromOn,
    /// The day on which the question was asked that is not answered.
    AskedOn,
    /// The day by which the person was asked to answer what is not answered: in a reminder, or else first.
    AskedReplyByOn,
    /// Why the deadline is extended, in the caseworker's words.
    ExtensionReason,
    /// The day on which the person can expect the answer.
    ExtensionExpectedOn,
    /// The last day of the extended deadline.
    ExtensionLastOn,
    /// Why the answer has not come, in the caseworker's words.
    DelayReason,
    /// The day on which the person can expect the answer, where no deadline is extended.
    ExpectedOn,
    /// How the request came: «i brev», «på e-post».
    ReceivedHow,
    /// The name of whoever acts for the person.
    RepresentativeName,
    /// The day on which the claim was sent to the body that is responsible.
    SentOn,
    /// How that body is reached.
    BodyContact,
    /// What the caseworker asks.
    Questions,
    /// The day on which the person agreed to the claim being sent on (forvaltningsloven § 13).
    ConsentOn,
    /// What the office has done with the claim itself.
    OwnSteps,
    /// The number of the letter that this one corrects.
    CorrectedNumber,
    /// The date of the letter that this one corrects.
    CorrectedOn,
    /// What was wrong in the letter that this one corrects.
    Correction,
    /// What came with the request.
    Attachments,
    /// The office's name.
    OfficeName,
    /// The office's postal address on one line.
    OfficeAddress,
    /// The office's telephone.
    OfficePhone,
    /// How the personvernombud is reached.
    OmbudContact,
    /// The body that decides an appeal.
    ComplaintBody,
    /// In which role the representative acts.
    RepresentativeRole,
    /// The name of the person whose data it is.
    PersonName,
    /// The body that is responsible.
    HandledBy,
    /// The rules that the decision rests on, one list item each.
    LegalBasis,
    /// Which data the claim is about.
    Subject,
    /// Why the decision is as it is.
    Reasons,
    /// What the person gets, or what has been done.
    Granted,
    /// The part that is refused.
    Refused,
    /// What the register says after rectification.
    NewContent,
    /// What the office thinks of a claim that another body decides.
    Opinion,
    /// To whom the claim was sent, where its route names nobody.
    SentTo,
    /// The day by which it is carried out.
    DoneOn,
    /// Advice beyond the fixed text.
    Guidance,
    /// Who else has been given the data.
    Recipients,
    /// Whoever was given the data: the name, and the address on the lines below.
    Recipient,
    /// The measure that the letter carries out: its number, or «underretning».
    Measure,
    /// What the recipient needs to know of the change, and no more.
    NoticeContent,
    /// The day on which the decision was carried out in the register.
    CarriedOutOn,
    /// The day from which a restriction no longer applies.
    LiftedOn,
    /// Why the restriction is lifted.
    LiftReason,
    /// What the office has found out about a claim that another body decides.
    Investigation,
    /// The day on which the appeal came.
    ComplaintOn,
    /// Whether the appeal came in time.
    ComplaintInTime,
    /// What the case and the appeal are about, in short.
    CaseAccount,
    /// The date of the letter that told the answer.
    DecidedOn,
    /// The number of that letter.
    DecisionLetter,
    /// The answers of the letter that are enkeltvedtak, by name.
    Decisions,
    /// What the answer gives, register by register, as a table.
    Overview,
    /// The registers where nothing was found.
    NothingFound,
    /// The registers that are answered later, each with its last day.
    Later,
    /// The answers that this one adds to.
    EarlierAnswer,
    /// The files that go with the answer in a case.
    Enclosed,
    /// The annex that tells of the register.
    AnnexOfRegister,
    /// The annex with the log.
    AnnexOfLog,
    /// How many entries the log has, and from when.
    LogSummary,
    /// What the register's own report leaves out.
    LeftOut,
    /// How the person gets what the report leaves out.
    LeftOutRemedy,
    /// Transfers to countries outside the EEA, with what protects the data there (GDPR Art. 15(2)).
    Transfers,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 73] = [
        Self::RequestNumber,
        Self::CaseNumber,
        Self::ReceivedWhat,
        Self::ReceivedOn,
        Self::Demand,
        Self::Register,
        Self::RightNoun,
        Self::DueOn,
        Self::DueWhy,
        Self::ReplyByOn,
        Self::PausedFromOn,
        Self::AskedOn,
        Self::AskedReplyByOn,
        Self::ExtensionReason,
        Self::ExtensionExpectedOn,
        Self::ExtensionLastOn,
        Self::DelayReason,
        Self::ExpectedOn,
        Self::ReceivedHow,
        Self::RepresentativeName,
        Self::SentOn,
        Self::BodyContact,
        Self::Questions,
        Self::ConsentOn,
        Self::OwnSteps,
        Self::CorrectedNumber,
        Self::CorrectedOn,
        Self::Correction,
        Self::Attachments,
        Self::OfficeName,
        Self::OfficeAddress,
        Self::OfficePhone,
        Self::OmbudContact,
        Self::ComplaintBody,
        Self::RepresentativeRole,
        Self::PersonName,
        Self::HandledBy,
        Self::LegalBasis,
        Self::DecisionGrounds,
        Self::Subject,
        Self::Reasons,
        Self::Granted,
        Self::Refused,
        Self::NewContent,
        Self::Opinion,
        Self::SentTo,
        Self::DoneOn,
        Self::Guidance,
        Self::Recipients,
        Self::Recipient,
        Self::Measure,
        Self::NoticeContent,
        Self::CarriedOutOn,
        Self::LiftedOn,
        Self::LiftReason,
        Self::Investigation,
        Self::ComplaintOn,
        Self::ComplaintInTime,
        Self::CaseAccount,
        Self::DecidedOn,
        Self::DecisionLetter,
        Self::Decisions,
        Self::Overview,
        Self::NothingFound,
        Self::Later,
        Self::EarlierAnswer,
        Self::Enclosed,
        Self::AnnexOfRegister,
        Self::AnnexOfLog,
        Self::LogSummary,
        Self::LeftOut,
        Self::LeftOutRemedy,
        Self::Transfers,
    ];

    /// The id between braces in the texts, and in the file of filled fields.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::RequestNumber => "request_number",
            Self::CaseNumber => "case_number",
            Self::ReceivedWhat => "received_what",
            Self::ReceivedOn => "received_on",
            Self::Demand => "demand",
            Self::Register => "register",
            Self::RightNoun => "right_noun",
            Self::DueOn => "due_on",
            Self::DueWhy => "due_why",
            Self::ReplyByOn => "reply_by_on",
            Self::PausedFromOn => "paused_from_on",
            Self::AskedOn => "asked_on",
            Self::AskedReplyByOn => "asked_reply_by_on",
            Self::ExtensionReason => "extension_reason",
            Self::ExtensionExpectedOn => "extension_expected_on",
            Self::ExtensionLastOn => "extension_last_on",
            Self::DelayReason => "delay_reason",
            Self::ExpectedOn => "expected_on",
            Self::ReceivedHow => "received_how",
            Self::RepresentativeName => "representative_name",
            Self::SentOn => "sent_on",
            Self::BodyContact => "body_contact",
            Self::Questions => "questions",
            Self::ConsentOn => "consent_on",
            Self::OwnSteps => "own_steps",
            Self::CorrectedNumber => "corrected_number",
            Self::CorrectedOn => "corrected_on",
            Self::Correction => "correction",
            Self::Attachments => "attachments",
            Self::OfficeName => "office_name",
            Self::OfficeAddress => "office_address",
            Self::OfficePhone => "office_phone",
            Self::OmbudContact => "ombud_contact",
            Self::ComplaintBody => "complaint_body",
            Self::RepresentativeRole => "representative_role",
            Self::PersonName => "person_name",
            Self::HandledBy => "handled_by",
            Self::LegalBasis => "legal_basis",
            Self::DecisionGrounds => "decision_grounds",
            Self::Subject => "subject",
            Self::Reasons => "reasons",
            Self::Granted => "granted",
            Self::Refused => "refused",
            Self::NewContent => "new_content",
            Self::Opinion => "opinion",
            Self::SentTo => "sent_to",
            Self::DoneOn => "done_on",
            Self::Guidance => "guidance",
            Self::Recipients => "recipients",
            Self::Recipient => "recipient",
            Self::Measure => "measure",
            Self::NoticeContent => "notice_content",
            Self::CarriedOutOn => "carried_out_on",
            Self::LiftedOn => "lifted_on",
            Self::LiftReason => "lift_reason",
            Self::Investigation => "investigation",
            Self::ComplaintOn => "complaint_on",
            Self::ComplaintInTime => "complaint_in_time",
            Self::CaseAccount => "case_account",
            Self::DecidedOn => "decided_on",
            Self::DecisionLetter => "decision_letter",
            Self::Decisions => "decisions",
            Self::Overview => "overview",
            Self::NothingFound => "nothing_found",
            Self::Later => "later",
            Self::EarlierAnswer => "earlier_answer",
            Self::Enclosed => "enclosed",
            Self::AnnexOfRegister => "annex_of_register",
            Self::AnnexOfLog => "annex_of_log",
            Self::LogSummary => "log_summary",
            Self::LeftOut => "left_out",
            Self::LeftOutRemedy => "left_out_remedy",
            Self::Transfers => "transfers",
        }
    }

    /// The field with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.id() == id)
    }

    /// Who gives it its value.
    #[must_use]
    pub fn filled(self) -> Filled {
        match self {
            Self::RequestNumber
            | Self::CaseNumber
            | Self::ReceivedWhat
            | Self::ReceivedOn
            | Self::Demand
            | Self::Register
            | Self::RightNoun
            | Self::DueOn
            | Self::DueWhy
            | Self::PausedFromOn
            | Self::AskedOn
            | Self::AskedReplyByOn
            | Self::ExtensionReason
            | Self::ExtensionExpectedOn
            | Self::ExtensionLastOn
            | Self::ReceivedHow
            | Self::RepresentativeName
            | Self::SentOn
            | Self::CorrectedNumber
            | Self::CorrectedOn
            | Self::Attachments
            | Self::OfficeName
            | Self::OfficeAddress
            | Self::OfficePhone
            | Self::OmbudContact
            | Self::ComplaintBody
            | Self::RepresentativeRole
            | Self::PersonName
            | Self::HandledBy
            | Self::LegalBasis
            | Self::DecisionGrounds
            | Self::CarriedOutOn
            | Self::DecidedOn
            | Self::DecisionLetter
            | Self::Decisions
            | Self::Overview
            | Self::NothingFound
            | Self::Later
            | Self::EarlierAnswer
            | Self::Enclosed
            | Self::AnnexOfRegister
            | Self::AnnexOfLog
            | Self::LogSummary
            | Self::LeftOut
            | Self::LeftOutRemedy => Filled::ByProgram,
            Self::ReplyByOn | Self::BodyContact | Self::Recipient | Self::ComplaintOn | Self::ComplaintInTime => {
                Filled::Proposed
            }
            Self::Reasons
            | Self::Granted
            | Self::Refused
            | Self::NewContent
            | Self::Opinion
            | Self::SentTo
            | Self::DoneOn
            | Self::Questions
            | Self::DelayReason
            | Self::Correction
            | Self::ExpectedOn
            | Self::NoticeContent
            | Self::LiftedOn
            | Self::LiftReason
            | Self::Investigation
            | Self::CaseAccount => Filled::ByCaseworker,
            Self::Subject
            | Self::Guidance
            | Self::Recipients
            | Self::ConsentOn
            | Self::OwnSteps
            | Self::Measure
            | Self::Transfers => Filled::IfNeeded,
        }
    }

    /// Whether its text may have several paragraphs.
    #[must_use]
    pub fn is_multiline(self) -> bool {
        matches!(
            self,
            Self::Reasons
                | Self::Granted
                | Self::Refused
                | Self::NewContent
                | Self::Opinion
                | Self::Guidance
                | Self::Recipients
                | Self::ExtensionReason
                | Self::DelayReason
                | Self::Questions
                | Self::OwnSteps
                | Self::Correction
                | Self::Recipient
                | Self::NoticeContent
                | Self::LiftReason
                | Self::Investigation
                | Self::CaseAccount
                | Self::Transfers
        )
    }

    /// Whether a kind of letter may use it.
    #[must_use]
    pub fn belongs_to(self, kind: LetterKind) -> bool {
        match self {
            Self::ReplyByOn => kind.asks(),
            Self::Questions => kind == LetterKind::ClarificationRequest,
            Self::BodyContact => kind.tells_who_answers(),
            Self::DelayReason | Self::ExpectedOn => kind.tells_wait(),
            Self::ConsentOn => kind == LetterKind::Forwarding,
            Self::OwnSteps => kind == LetterKind::Forwarding || kind.tells_who_answers(),
            Self::SentTo => kind == LetterKind::Answer,
            Self::Opinion => {
                matches!(kind, LetterKind::Answer | LetterKind::KassasjonOpinion | LetterKind::ComplaintForwarding)
            }
            Self::Investigation => kind == LetterKind::KassasjonOpinion,
            Self::Recipient | Self::Measure | Self::NoticeContent => kind == LetterKind::RecipientsNotice,
            Self::LiftedOn | Self::LiftReason => kind == LetterKind::RestrictionLiftNotice,
            Self::ComplaintOn | Self::ComplaintInTime | Self::CaseAccount => kind == LetterKind::ComplaintForwarding,
            Self::Transfers
            | Self::Overview
            | Self::NothingFound
            | Self::Later
            | Self::EarlierAnswer
            | Self::Enclosed
            | Self::AnnexOfRegister
            | Self::AnnexOfLog
            | Self::LogSummary
            | Self::LeftOut
            | Self::LeftOutRemedy => kind == LetterKind::AccessAnswer,
            Self::Guidance => kind.tells_outcome() || kind == LetterKind::Section25GroundsRequest,
            Self::Subject => kind.tells_outcome() || kind == LetterKind::KassasjonOpinion,
            Self::Reasons
            | Self::DecisionGrounds
            | Self::Granted
            | Self::Refused
            | Self::NewContent
            | Self::DoneOn
            | Self::Recipients => kind.tells_outcome(),
            Self::RequestNumber
            | Self::CaseNumber
            | Self::ReceivedWhat
            | Self::ReceivedHow
            | Self::ReceivedOn
            | Self::Demand
            | Self::Register
            | Self::RightNoun
            | Self::DueOn
            | Self::DueWhy
            | Self::PausedFromOn
            | Self::AskedOn
            | Self::AskedReplyByOn
            | Self::ExtensionReason
            | Self::ExtensionExpectedOn
            | Self::ExtensionLastOn
            | Self::CorrectedNumber
            | Self::CorrectedOn
            | Self::Correction
            | Self::Attachments
            | Self::OfficeName
            | Self::OfficeAddress
            | Self::OfficePhone
            | Self::OmbudContact
            | Self::ComplaintBody
            | Self::RepresentativeRole
            | Self::RepresentativeName
            | Self::PersonName
            | Self::HandledBy
            | Self::SentOn
            | Self::LegalBasis
            | Self::CarriedOutOn
            | Self::DecidedOn
            | Self::DecisionLetter
            | Self::Decisions => true,
        }
    }

    /// Whether it has one value for the whole letter, also where the letter has several cases.
    #[must_use]
    pub fn is_of_letter(self) -> bool {
        matches!(self, Self::ReplyByOn | Self::ConsentOn | Self::Correction | Self::Recipient | Self::Measure)
    }
}
