//! The kinds of letters that exist.

use crate::law::deadline::PauseGround;
use crate::law::rights::{Outcome, Right, Track};
use crate::wording::Trilingual;

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterKind {
    /// Tells that a request has arrived, and when the answer comes (eForvaltningsforskriften § 6).
    Acknowledgement,
    /// Asks who the person is and where the answer can be sent (GDPR Art. 12(6)); neutral in every channel.
    IdentityRequest,
    /// Asks which data or processing the claim is about (GDPR recital 63); for rectification `Section25GroundsRequest` asks.
    ClarificationRequest,
    /// Asks for grounds and documentation of a claim under helseregisterloven § 25 (forvaltningsloven § 17).
    Section25GroundsRequest,
    /// Reminds of a question that has not been answered, with a new day to reply by.
    Reminder,
    /// Tells that the period is extended, and why (GDPR Art. 12(3)); itself within one month of receipt.
    ExtensionNotice,
    /// Tells that the answer is late or is going to be, why, and when it can be expected (GDPR Art. 12(3) and (4),
    /// forvaltningsloven § 11 a). It moves no date.
    DelayNotice,
    /// Tells why a § 25 claim is not decided within a month of receipt, and when it is going to be (forvaltningsloven
    /// § 11 a third paragraph). It moves no date.
    InterimReply,
    /// Sends the claim to the body that is responsible for it; goes to that body, not to the person.
    Forwarding,
    /// Tells the person who is responsible, and that the claim has been sent there.
    ForwardingNotice,
    /// Tells the person whom to go to, and that nothing has been sent there (forvaltningsloven §§ 11 and 13).
    Referral,
    /// An enkeltvedtak on rectification, erasure or blocking in a health register (helseregisterloven § 25).
    Section25Decision,
    /// The answer to a request under the GDPR itself (Art. 12(3) and (4)).
    Answer,
    /// The answer to a request for access that gives something: one letter for several registers, with what Art. 15(1)
    /// asks for as annexes, and who has seen the data (helseregisterloven § 24).
    AccessAnswer,
    /// Sends an application for the destruction of archived data to Nasjonalarkivet, with what was found and what the office
    /// thinks (arkivforskrifta § 44).
    KassasjonOpinion,
    /// Tells whoever was given the data that they were changed (GDPR Art. 19); goes to that recipient, not to the person.
    RecipientsNotice,
    /// Tells the person that a restriction is going to be lifted, before it is (GDPR Art. 18(3)).
    RestrictionLiftNotice,
    /// Sends an appeal against an enkeltvedtak to the body that decides it, with what the office thinks of it
    /// (forvaltningsloven § 33).
    ComplaintForwarding,
}

/// Whom a letter goes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Addressee {
    /// The person, or whoever acts for them.
    Person,
    /// The body that is responsible by the case's route.
    Responsible,
    /// Whoever was given the data.
    Recipient,
    /// The body that decides an appeal.
    AppealBody,
    /// Nasjonalarkivet.
    NationalArchives,
}

impl LetterKind {
    /// Every kind, in the order in which a case meets them.
    pub const ALL: [Self; 18] = [
        Self::Acknowledgement,
        Self::IdentityRequest,
        Self::ClarificationRequest,
        Self::Section25GroundsRequest,
        Self::Reminder,
        Self::ExtensionNotice,
        Self::DelayNotice,
        Self::InterimReply,
        Self::Forwarding,
        Self::ForwardingNotice,
        Self::Referral,
        Self::Section25Decision,
        Self::Answer,
        Self::AccessAnswer,
        Self::KassasjonOpinion,
        Self::RecipientsNotice,
        Self::RestrictionLiftNotice,
        Self::ComplaintForwarding,
    ];

    /// The id in commands, files and the log.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement",
            Self::IdentityRequest => "identity-request",
            Self::ClarificationRequest => "clarification-request",
            Self::Section25GroundsRequest => "section-25-grounds-request",
            Self::Reminder => "reminder",
            Self::ExtensionNotice => "extension-notice",
            Self::DelayNotice => "delay-notice",
            Self::InterimReply => "interim-reply",
            Self::Forwarding => "forwarding",
            Self::ForwardingNotice => "forwarding-notice",
            Self::Referral => "referral",
            Self::Section25Decision => "section-25-decision",
            Self::Answer => "answer",
            Self::AccessAnswer => "access-answer",
            Self::KassasjonOpinion => "kassasjon-opinion",
            Self::RecipientsNotice => "recipients-notice",
            Self::RestrictionLiftNotice => "restriction-lift-notice",
            Self::ComplaintForwarding => "complaint-forwarding",
        }
    }

    /// The kind with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// What the kind is called on the screen.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::Acknowledgement => {
                Trilingual::fixed("Bekreftelse på mottak", "Stadfesting på mottak", "Acknowledgement of receipt")
            }
            Self::IdentityRequest => Trilingual::fixed(
                "Spørsmål om identitet og adresse",
                "Spørsmål om identitet og adresse",
                "Request for identity and address",
            ),
            Self::ClarificationRequest => Trilingual::fixed(
                "Spørsmål om hva kravet gjelder",
                "Spørsmål om kva kravet gjeld",
                "Request for clarification",
            ),
            Self::Section25GroundsRequest => Trilingual::fixed(
                "Spørsmål om begrunnelse og dokumentasjon",
                "Spørsmål om grunngiving og dokumentasjon",
                "Request for grounds and documentation",
            ),
            Self::Reminder => Trilingual::fixed("Påminnelse", "Påminning", "Reminder"),
            Self::ExtensionNotice => {
                Trilingual::fixed("Melding om lengre frist", "Melding om lengre frist", "Notice of extension")
            }
            Self::DelayNotice => {
                Trilingual::fixed("Beskjed om forsinkelse", "Beskjed om forseinking", "Notice of delay")
            }
            Self::InterimReply => Trilingual::fixed("Foreløpig svar", "Førebels svar", "Provisional reply"),
            Self::Forwarding => Trilingual::fixed("Oversendelse", "Oversending", "Forwarding to the responsible body"),
            Self::ForwardingNotice => Trilingual::fixed(
                "Melding om hvem som er ansvarlig",
                "Melding om kven som er ansvarleg",
                "Notice of who is responsible",
            ),
            Self::Referral => Trilingual::fixed("Henvisning", "Tilvising", "Referral to the responsible body"),
            Self::Section25Decision => {
                Trilingual::fixed("Vedtak etter § 25", "Vedtak etter § 25", "Section 25 decision")
            }
            Self::Answer => Trilingual::fixed("Svar på krav", "Svar på krav", "Answer to a request"),
            Self::AccessAnswer => Trilingual::fixed("Svar på innsyn", "Svar på innsyn", "Access answer"),
            Self::KassasjonOpinion => Trilingual::fixed(
                "Søknad om kassasjon til Nasjonalarkivet",
                "Søknad om kassasjon til Nasjonalarkivet",
                "Application for destruction to Nasjonalarkivet",
            ),
            Self::RecipientsNotice => {
                Trilingual::fixed("Melding til mottaker", "Melding til mottakar", "Notice to a recipient of the data")
            }
            Self::RestrictionLiftNotice => Trilingual::fixed(
                "Melding om at en begrensning blir opphevet",
                "Melding om at ei avgrensing blir oppheva",
                "Notice that a restriction is lifted",
            ),
            Self::ComplaintForwarding => Trilingual::fixed(
                "Oversendelse av klage til klageinstansen",
                "Oversending av klage til klageinstansen",
                "Appeal forwarded to the appeals body",
            ),
        }
    }

    /// Whether the letter tells an outcome, so that each of its cases must have been decided first.
    #[must_use]
    pub fn tells_outcome(self) -> bool {
        match self {
            Self::Acknowledgement
            | Self::IdentityRequest
            | Self::ClarificationRequest
            | Self::Section25GroundsRequest
            | Self::Reminder
            | Self::ExtensionNotice
            | Self::DelayNotice
            | Self::InterimReply
            | Self::Forwarding
            | Self::ForwardingNotice
            | Self::Referral
            | Self::KassasjonOpinion
            | Self::RecipientsNotice
            | Self::RestrictionLiftNotice
            | Self::ComplaintForwarding => false,
            Self::Section25Decision | Self::Answer | Self::AccessAnswer => true,
        }
    }

    /// Whether the letter asks for something, so that it has a day to reply by.
    #[must_use]
    pub fn asks(self) -> bool {
        match self {
            Self::IdentityRequest | Self::ClarificationRequest | Self::Section25GroundsRequest | Self::Reminder => true,
            Self::Acknowledgement
            | Self::ExtensionNotice
            | Self::DelayNotice
            | Self::InterimReply
            | Self::Forwarding
            | Self::ForwardingNotice
            | Self::Referral
            | Self::Section25Decision
            | Self::Answer
            | Self::AccessAnswer
            | Self::KassasjonOpinion
            | Self::RecipientsNotice
            | Self::RestrictionLiftNotice
            | Self::ComplaintForwarding => false,
        }
    }

    /// What the letter asks for in a case on this right; a reminder asks for nothing new. Grounds for rectification are what is
    /// wrong and why: a clarification. Only erasure and blocking rest on «sterkt belastende» (helseregisterloven § 25 første
    /// ledd).
    #[must_use]
    pub fn asks_for(self, right: Right) -> Option<PauseGround> {
        match self {
            Self::IdentityRequest => Some(PauseGround::Identity),
            Self::ClarificationRequest => Some(PauseGround::Clarification),
            Self::Section25GroundsRequest => Some(match right {
                Right::Erasure | Right::Blocking => PauseGround::Section25Documentation,
                Right::Access
                | Right::AccessLog
                | Right::Rectification
                | Right::Restriction
                | Right::Objection
                | Right::MarketingObjection
                | Right::Portability
                | Right::AutomatedDecision
                | Right::WithdrawConsent
                | Right::Reservation
                | Right::LimitedStorage
                | Right::Kassasjon => PauseGround::Clarification,
            }),
            Self::Acknowledgement
            | Self::Reminder
            | Self::ExtensionNotice
            | Self::DelayNotice
            | Self::InterimReply
            | Self::Forwarding
            | Self::ForwardingNotice
            | Self::Referral
            | Self::Section25Decision
            | Self::Answer
            | Self::AccessAnswer
            | Self::KassasjonOpinion
            | Self::RecipientsNotice
            | Self::RestrictionLiftNotice
            | Self::ComplaintForwarding => None,
        }
    }

    /// Whether a letter that was wrong is corrected by a new one of the same kind. One that asks or extends moves a date from
    /// the day on which it was sent, and is followed by another kind of letter instead.
    #[must_use]
    pub fn is_corrected(self) -> bool {
        match self {
            Self::Acknowledgement
            | Self::DelayNotice
            | Self::InterimReply
            | Self::Forwarding
            | Self::ForwardingNotice
            | Self::Referral
            | Self::Section25Decision
            | Self::Answer
            | Self::AccessAnswer
            | Self::KassasjonOpinion
            | Self::RecipientsNotice
            | Self::RestrictionLiftNotice
            | Self::ComplaintForwarding => true,
            Self::IdentityRequest
            | Self::ClarificationRequest
            | Self::Section25GroundsRequest
            | Self::Reminder
            | Self::ExtensionNotice => false,
        }
    }

    /// Whether the letter reminds of a question that was asked before.
    #[must_use]
    pub fn reminds(self) -> bool {
        self == Self::Reminder
    }

    /// Whether the letter must say how to complain: it tells an outcome or that one is taken back, or that the answer comes
    /// later than within the month (GDPR Art. 12(4), 77 and 79).
    #[must_use]
    pub fn tells_remedies(self) -> bool {
        self.tells_outcome() || matches!(self, Self::ExtensionNotice | Self::RestrictionLiftNotice) || self.tells_wait()
    }

    /// Whether the letter tells why the answer has not come, and when it can be expected, without moving any date.
    #[must_use]
    pub fn tells_wait(self) -> bool {
        matches!(self, Self::DelayNotice | Self::InterimReply)
    }

    /// Whether the person learns from the letter that another body answers.
    #[must_use]
    pub fn tells_who_answers(self) -> bool {
        matches!(self, Self::ForwardingNotice | Self::Referral)
    }

    /// Whom the letter goes to.
    #[must_use]
    pub fn addressee(self) -> Addressee {
        match self {
            Self::Forwarding => Addressee::Responsible,
            Self::RecipientsNotice => Addressee::Recipient,
            Self::ComplaintForwarding => Addressee::AppealBody,
            Self::KassasjonOpinion => Addressee::NationalArchives,
            Self::Acknowledgement
            | Self::IdentityRequest
            | Self::ClarificationRequest
            | Self::Section25GroundsRequest
            | Self::Reminder
            | Self::ExtensionNotice
            | Self::DelayNotice
            | Self::InterimReply
            | Self::ForwardingNotice
            | Self::Referral
            | Self::Section25Decision
            | Self::Answer
            | Self::AccessAnswer
            | Self::RestrictionLiftNotice => Addressee::Person,
        }
    }

    /// Whether the letter goes to a body, and not to the person.
    #[must_use]
    pub fn goes_to_body(self) -> bool {
        self.addressee() != Addressee::Person
    }

    /// Whether the letter sends the claim itself on to whoever decides it.
    #[must_use]
    pub fn sends_claim_on(self) -> bool {
        matches!(self, Self::Forwarding | Self::KassasjonOpinion)
    }

    /// Whether the letter is about what was answered, so that it comes after the answer, and after the end of the case too.
    #[must_use]
    pub fn follows_answer(self) -> bool {
        matches!(self, Self::RecipientsNotice | Self::RestrictionLiftNotice | Self::ComplaintForwarding)
    }

    /// Whether this kind alone has words for an outcome on a track. What § 25 decides is told in a § 25 decision; that a § 25
    /// claim was sent on or withdrawn is no decision, and is told in an answer. An answer that tells other outcomes as well
    /// takes the words for a § 25 decision from that kind.
    #[must_use]
    pub fn can_tell(self, outcome: Outcome, track: Track) -> bool {
        let decides = match outcome {
            Outcome::Granted
            | Outcome::PartlyGranted
            | Outcome::Refused
            | Outcome::Dismissed
            | Outcome::NoData
            | Outcome::Rectified
            | Outcome::Supplemented
            | Outcome::Erased
            | Outcome::Blocked => true,
            Outcome::Forwarded | Outcome::Withdrawn => false,
        };
        match self {
            Self::Acknowledgement
            | Self::IdentityRequest
            | Self::ClarificationRequest
            | Self::Section25GroundsRequest
            | Self::Reminder
            | Self::ExtensionNotice
            | Self::DelayNotice
            | Self::InterimReply
            | Self::Forwarding
            | Self::ForwardingNotice
            | Self::Referral
            | Self::KassasjonOpinion
            | Self::RecipientsNotice
            | Self::RestrictionLiftNotice
            | Self::ComplaintForwarding => false,
            Self::Section25Decision => track == Track::Section25 && decides && outcome != Outcome::Granted,
            Self::Answer => track != Track::Section25 || !decides,
            Self::AccessAnswer => match outcome {
                Outcome::Granted | Outcome::PartlyGranted | Outcome::Refused | Outcome::Dismissed | Outcome::NoData => {
                    track == Track::General || track == Track::RegisterAccess
                }
                Outcome::Rectified
                | Outcome::Supplemented
                | Outcome::Erased
                | Outcome::Blocked
                | Outcome::Forwarded
                | Outcome::Withdrawn => false,
            },
        }
    }

    /// Whether this kind has words for a claim on this right.
    #[must_use]
    pub fn is_about(self, right: Right) -> bool {
        self != Self::AccessAnswer || matches!(right, Right::Access | Right::AccessLog)
    }
}
