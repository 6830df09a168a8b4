//! What a case can end in.

use std::fmt;
use std::str::FromStr;

use super::{Right, Track};
use crate::wording::{Language, Told, Trilingual};

/// What a case ended in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Innvilget: the claim is met in full.
    Granted,
    /// Delvis: the claim is met in part; the refused part has its own grounds (GDPR Art. 12(4)).
    PartlyGranted,
    /// Avslag: the claim is refused with reasons (GDPR Art. 12(4)).
    Refused,
    /// Avvist: the claim is not treated, for example since the person could not be identified (GDPR Art. 12(2) and (6)).
    Dismissed,
    /// Ingen opplysninger: nothing is held about the person.
    NoData,
    /// Rettet: the data are corrected (GDPR Art. 16).
    Rectified,
    /// Supplert: the data are completed (GDPR Art. 16, second sentence).
    Supplemented,
    /// Slettet: the data are erased.
    Erased,
    /// Sperret: the data are blocked (helseregisterloven § 25).
    Blocked,
    /// Oversendt: sent on to the body that is responsible.
    Forwarded,
    /// Trukket: the person has withdrawn the claim.
    Withdrawn,
}

impl Outcome {
    /// Every outcome, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Granted,
        Self::PartlyGranted,
        Self::Refused,
        Self::Dismissed,
        Self::NoData,
        Self::Rectified,
        Self::Supplemented,
        Self::Erased,
        Self::Blocked,
        Self::Forwarded,
        Self::Withdrawn,
    ];

    /// The id in commands, files and documents.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Granted => "innvilget",
            Self::PartlyGranted => "delvis",
            Self::Refused => "avslag",
            Self::Dismissed => "avvist",
            Self::NoData => "ingen-opplysninger",
            Self::Rectified => "rettet",
            Self::Supplemented => "supplert",
            Self::Erased => "slettet",
            Self::Blocked => "sperret",
            Self::Forwarded => "oversendt",
            Self::Withdrawn => "trukket",
        }
    }

    /// The name of the outcome in one language.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        let name = match self {
            Self::Granted => Trilingual::fixed("Innvilget", "Innvilga", "Granted"),
            Self::PartlyGranted => Trilingual::fixed("Delvis innvilget", "Delvis innvilga", "Granted in part"),
            Self::Refused => Trilingual::fixed("Avslag", "Avslag", "Refused"),
            Self::Dismissed => Trilingual::fixed("Avvist", "Avvist", "Dismissed"),
            Self::NoData => Trilingual::fixed("Ingen opplysninger", "Ingen opplysningar", "No data held"),
            Self::Rectified => Trilingual::fixed("Rettet", "Retta", "Rectified"),
            Self::Supplemented => Trilingual::fixed("Supplert", "Supplert", "Completed"),
            Self::Erased => Trilingual::fixed("Slettet", "Sletta", "Erased"),
            Self::Blocked => Trilingual::fixed("Sperret", "Sperra", "Blocked"),
            Self::Forwarded => Trilingual::fixed("Oversendt", "Send over", "Forwarded"),
            Self::Withdrawn => Trilingual::fixed("Trukket", "Trekt", "Withdrawn"),
        };
        name.get(language).to_owned()
    }

    /// Whether a case about this right, on this track, can end so.
    ///
    /// A § 25 case ends in what was done to the data, never in a bare «innvilget»: retting in rettet or supplert,
    /// sletting and sperring in slettet or sperret (helseregisterloven § 25 gives the one or the other). A forwarded
    /// case is not decided here, and kassasjon is decided by Nasjonalarkivet (arkivforskrifta § 44).
    #[must_use]
    pub const fn fits(self, right: Right, track: Track) -> bool {
        match track {
            Track::Forward => matches!(self, Self::Forwarded | Self::Dismissed | Self::Withdrawn),
            Track::NotHeld => matches!(self, Self::NoData | Self::Dismissed | Self::Withdrawn),
            Track::Section25 => match self {
                Self::Granted => false,
                Self::PartlyGranted
                | Self::Refused
                | Self::Dismissed
                | Self::NoData
                | Self::Forwarded
                | Self::Withdrawn => true,
                Self::Rectified | Self::Supplemented => matches!(right, Right::Rectification),
                Self::Erased | Self::Blocked => matches!(right, Right::Erasure | Right::Blocking),
            },
            Track::General | Track::RegisterAccess => match self {
                Self::Dismissed | Self::NoData | Self::Forwarded | Self::Withdrawn => true,
                Self::Granted | Self::PartlyGranted | Self::Refused => !matches!(right, Right::Kassasjon),
                Self::Rectified | Self::Supplemented => matches!(right, Right::Rectification),
                Self::Erased => matches!(
                    right,
                    Right::Erasure
                        | Right::LimitedStorage
                        | Right::WithdrawConsent
                        | Right::Objection
                        | Right::MarketingObjection
                ),
                Self::Blocked => matches!(right, Right::Blocking | Right::Restriction),
            },
        }
    }

    /// Whether the outcome rests on having weighed the claim, and not on there being nothing to weigh.
    #[must_use]
    pub const fn rests_on_assessment(self) -> bool {
        match self {
            Self::Granted
            | Self::PartlyGranted
            | Self::Refused
            | Self::Rectified
            | Self::Supplemented
            | Self::Erased
            | Self::Blocked => true,
            Self::Dismissed | Self::NoData | Self::Forwarded | Self::Withdrawn => false,
        }
    }

    /// Whether the person gets what was asked for, or a part of it.
    #[must_use]
    pub const fn grants(self) -> bool {
        match self {
            Self::Granted | Self::PartlyGranted => true,
            Self::Refused
            | Self::Dismissed
            | Self::NoData
            | Self::Rectified
            | Self::Supplemented
            | Self::Erased
            | Self::Blocked
            | Self::Forwarded
            | Self::Withdrawn => false,
        }
    }

    /// Whether the person does not get all that was asked for, or no answer to it.
    #[must_use]
    pub const fn refuses(self) -> bool {
        match self {
            Self::PartlyGranted | Self::Refused | Self::Dismissed => true,
            Self::Granted
            | Self::NoData
            | Self::Rectified
            | Self::Supplemented
            | Self::Erased
            | Self::Blocked
            | Self::Forwarded
            | Self::Withdrawn => false,
        }
    }

    /// Whether whoever was given the data is told (GDPR Art. 19): they were rectified, erased or restricted. Blocking under
    /// helseregisterloven § 25 and limited storage (KPR-forskriften § 4-3) are told in the same way.
    #[must_use]
    pub const fn is_told_to_recipients(self, right: Right) -> bool {
        match self {
            Self::Rectified | Self::Supplemented | Self::Erased | Self::Blocked => true,
            Self::Granted | Self::PartlyGranted => matches!(
                right,
                Right::Rectification | Right::Erasure | Right::Blocking | Right::Restriction | Right::LimitedStorage
            ),
            Self::Refused | Self::Dismissed | Self::NoData | Self::Forwarded | Self::Withdrawn => false,
        }
    }

    /// Whether it restricts the processing (GDPR Art. 18), so that the person is told before the restriction is lifted.
    #[must_use]
    pub const fn restricts(self, right: Right) -> bool {
        matches!(right, Right::Restriction) && matches!(self, Self::Granted | Self::PartlyGranted | Self::Blocked)
    }

    /// The outcomes that fit a right on a track, in the order in which they are shown.
    pub fn fitting(right: Right, track: Track) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |outcome| outcome.fits(right, track))
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// The text is the id of no outcome.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownOutcome(pub String);

impl Told for UnknownOutcome {
    fn text(&self) -> Trilingual {
        let (given, list) = (&self.0, Outcome::ALL.map(Outcome::id).join(", "));
        Trilingual::made(
            format!("«{given}» er ikke et utfall her. Skriv en av disse: {list}."),
            format!("«{given}» er ikkje eit utfall her. Skriv ein av desse: {list}."),
            format!("“{given}” is no outcome here. Write one of these: {list}."),
        )
    }
}

impl FromStr for Outcome {
    type Err = UnknownOutcome;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|outcome| outcome.id() == text).ok_or_else(|| UnknownOutcome(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitting(right: Right, track: Track) -> String {
        Outcome::fitting(right, track).map(Outcome::id).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_section_25_case_ends_in_what_was_done() {
        assert_eq!(
            fitting(Right::Erasure, Track::Section25),
            "delvis avslag avvist ingen-opplysninger slettet sperret oversendt trukket"
        );
        assert_eq!(
            fitting(Right::Rectification, Track::Section25),
            "delvis avslag avvist ingen-opplysninger rettet supplert oversendt trukket"
        );
    }

    #[test]
    fn nobody_here_decides_what_is_forwarded_or_not_held() {
        for right in Right::ALL {
            assert_eq!(fitting(right, Track::Forward), "avvist oversendt trukket");
            assert_eq!(fitting(right, Track::NotHeld), "avvist ingen-opplysninger trukket");
        }
        assert_eq!(fitting(Right::Kassasjon, Track::General), "avvist ingen-opplysninger oversendt trukket");
    }

    #[test]
    fn every_right_can_be_met_or_sent_on() {
        for right in Right::ALL {
            assert!(
                Outcome::fitting(right, Track::General)
                    .any(|outcome| matches!(outcome, Outcome::Granted | Outcome::Forwarded))
            );
        }
    }
}
