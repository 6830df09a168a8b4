//! The kinds of letters that exist.

use crate::law::rights::{Outcome, Track};
use crate::wording::Trilingual;

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterKind {
    /// Tells that a request has arrived, and when the answer comes (eForvaltningsforskriften § 6).
    Acknowledgement,
    /// Asks who the person is and where the answer can be sent (GDPR Art. 12(6)); neutral in every channel.
    IdentityRequest,
    /// An enkeltvedtak on rectification, erasure or blocking in a health register (helseregisterloven § 25).
    Section25Decision,
    /// The answer to a request under the GDPR itself (Art. 12(3) and (4)).
    Answer,
}

impl LetterKind {
    /// Every kind, in the order in which a case meets them.
    pub const ALL: [Self; 4] = [Self::Acknowledgement, Self::IdentityRequest, Self::Section25Decision, Self::Answer];

    /// The id in commands, files and the log.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Acknowledgement => "acknowledgement",
            Self::IdentityRequest => "identity-request",
            Self::Section25Decision => "section-25-decision",
            Self::Answer => "answer",
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
            Self::Section25Decision => {
                Trilingual::fixed("Vedtak etter § 25", "Vedtak etter § 25", "Section 25 decision")
            }
            Self::Answer => Trilingual::fixed("Svar på krav", "Svar på krav", "Answer to a request"),
        }
    }

    /// Whether the letter tells an outcome, so that each of its cases must have been decided first.
    #[must_use]
    pub fn tells_outcome(self) -> bool {
        match self {
            Self::Acknowledgement | Self::IdentityRequest => false,
            Self::Section25Decision | Self::Answer => true,
        }
    }

    /// Whether this kind has words for an outcome on a track. What § 25 decides is told in a § 25 decision; that a § 25
    /// claim was sent on or withdrawn is no decision, and is told in an answer.
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
            Self::Acknowledgement | Self::IdentityRequest => false,
            Self::Section25Decision => track == Track::Section25 && decides && outcome != Outcome::Granted,
            Self::Answer => track != Track::Section25 || !decides,
        }
    }
}
