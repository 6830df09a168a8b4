//! The rights that a person can claim, the ways a claim can go, and the outcomes it can have.

mod outcome;
mod track;

use std::fmt;
use std::str::FromStr;

pub use outcome::{Outcome, UnknownOutcome};
pub use track::{Mode, Track};

use crate::wording::{Language, Told, Trilingual};

/// A right that a person can claim about their own data.
///
/// The ids are the Norwegian words that a lawyer reads; the names here are those of the GDPR where it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Right {
    /// Innsyn: to see one's own data and be told how they are processed (GDPR Art. 15).
    Access,
    /// Innsyn i logg: to see who has had access to one's health data or been given them (helseregisterloven § 24
    /// second paragraph).
    AccessLog,
    /// Retting: to have wrong data corrected and incomplete data completed (GDPR Art. 16).
    Rectification,
    /// Sletting: to have data erased (GDPR Art. 17, helseregisterloven § 25).
    Erasure,
    /// Sperring: to have health data blocked, since they feel as a strong burden (helseregisterloven § 25).
    Blocking,
    /// Begrensning: to have the processing restricted (GDPR Art. 18).
    Restriction,
    /// Protest: to object to the processing (GDPR Art. 21(1)).
    Objection,
    /// Protest mot direkte markedsføring: to object to direct marketing (GDPR Art. 21(2) and (3)).
    MarketingObjection,
    /// Dataportabilitet: to be given one's data in a machine-readable form (GDPR Art. 20).
    Portability,
    /// Automatisert avgjørelse: to have a person look at a decision that a machine took (GDPR Art. 22).
    AutomatedDecision,
    /// Trekk av samtykke: to withdraw a consent (GDPR Art. 7(3)).
    WithdrawConsent,
    /// Reservasjon: to opt out of registration or disclosure (KPR-forskriften § 2-2).
    Reservation,
    /// Begrenset lagring: to have one's data erased after 30 years (KPR-forskriften § 4-3).
    LimitedStorage,
    /// Kassasjon av enkeltopplysninger: to have single facts destroyed in an archive (arkivforskrifta §§ 43 and 44).
    Kassasjon,
}

impl Right {
    /// Every right, in the order in which they are shown.
    pub const ALL: [Self; 14] = [
        Self::Access,
        Self::AccessLog,
        Self::Rectification,
        Self::Erasure,
        Self::Blocking,
        Self::Restriction,
        Self::Objection,
        Self::MarketingObjection,
        Self::Portability,
        Self::AutomatedDecision,
        Self::WithdrawConsent,
        Self::Reservation,
        Self::LimitedStorage,
        Self::Kassasjon,
    ];

    /// The id in commands, files and documents.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Access => "innsyn",
            Self::AccessLog => "innsyn-logg",
            Self::Rectification => "retting",
            Self::Erasure => "sletting",
            Self::Blocking => "sperring",
            Self::Restriction => "begrensning",
            Self::Objection => "protest",
            Self::MarketingObjection => "protest-markedsforing",
            Self::Portability => "dataportabilitet",
            Self::AutomatedDecision => "automatisert-avgjorelse",
            Self::WithdrawConsent => "trekk-samtykke",
            Self::Reservation => "reservasjon",
            Self::LimitedStorage => "begrenset-lagring",
            Self::Kassasjon => "kassasjon",
        }
    }

    /// The name of the right in the three languages.
    #[must_use]
    pub const fn name(self) -> Trilingual {
        match self {
            Self::Access => Trilingual::fixed("Innsyn", "Innsyn", "Access"),
            Self::AccessLog => Trilingual::fixed("Innsyn i logg", "Innsyn i logg", "Access to the log"),
            Self::Rectification => Trilingual::fixed("Retting", "Retting", "Rectification"),
            Self::Erasure => Trilingual::fixed("Sletting", "Sletting", "Erasure"),
            Self::Blocking => Trilingual::fixed("Sperring", "Sperring", "Blocking"),
            Self::Restriction => Trilingual::fixed("Begrensning", "Avgrensing", "Restriction"),
            Self::Objection => Trilingual::fixed("Protest", "Protest", "Objection"),
            Self::MarketingObjection => Trilingual::fixed(
                "Protest mot markedsføring",
                "Protest mot marknadsføring",
                "Objection to direct marketing",
            ),
            Self::Portability => Trilingual::fixed("Dataportabilitet", "Dataportabilitet", "Data portability"),
            Self::AutomatedDecision => {
                Trilingual::fixed("Automatisert avgjørelse", "Automatisert avgjerd", "Automated decision")
            }
            Self::WithdrawConsent => {
                Trilingual::fixed("Trekk av samtykke", "Tilbaketrekking av samtykke", "Withdrawal of consent")
            }
            Self::Reservation => Trilingual::fixed("Reservasjon", "Reservasjon", "Opt-out"),
            Self::LimitedStorage => Trilingual::fixed("Begrenset lagring", "Avgrensa lagring", "Limited storage"),
            Self::Kassasjon => Trilingual::fixed(
                "Kassasjon av enkeltopplysninger",
                "Kassasjon av enkeltopplysningar",
                "Destruction of single facts in an archive",
            ),
        }
    }

    /// The name of the right in one language.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        self.name().get(language).to_owned()
    }

    /// The provision that gives the right in the first place. Which provisions a case rests on is for the route to
    /// say; a register may have its own.
    #[must_use]
    pub const fn provision(self) -> Trilingual {
        match self {
            Self::Access => Trilingual::fixed(
                "personvernforordningen artikkel 15",
                "personvernforordninga artikkel 15",
                "GDPR Article 15",
            ),
            Self::AccessLog => Trilingual::fixed(
                "helseregisterloven § 24 andre ledd",
                "helseregisterlova § 24 andre ledd",
                "Health Registers Act section 24 second paragraph",
            ),
            Self::Rectification => Trilingual::fixed(
                "personvernforordningen artikkel 16",
                "personvernforordninga artikkel 16",
                "GDPR Article 16",
            ),
            Self::Erasure => Trilingual::fixed(
                "personvernforordningen artikkel 17",
                "personvernforordninga artikkel 17",
                "GDPR Article 17",
            ),
            Self::Blocking => Trilingual::fixed(
                "helseregisterloven § 25 første ledd",
                "helseregisterlova § 25 første ledd",
                "Health Registers Act section 25 first paragraph",
            ),
            Self::Restriction => Trilingual::fixed(
                "personvernforordningen artikkel 18",
                "personvernforordninga artikkel 18",
                "GDPR Article 18",
            ),
            Self::Objection => Trilingual::fixed(
                "personvernforordningen artikkel 21 nr. 1",
                "personvernforordninga artikkel 21 nr. 1",
                "GDPR Article 21(1)",
            ),
            Self::MarketingObjection => Trilingual::fixed(
                "personvernforordningen artikkel 21 nr. 2 og 3",
                "personvernforordninga artikkel 21 nr. 2 og 3",
                "GDPR Article 21(2) and (3)",
            ),
            Self::Portability => Trilingual::fixed(
                "personvernforordningen artikkel 20",
                "personvernforordninga artikkel 20",
                "GDPR Article 20",
            ),
            Self::AutomatedDecision => Trilingual::fixed(
                "personvernforordningen artikkel 22",
                "personvernforordninga artikkel 22",
                "GDPR Article 22",
            ),
            Self::WithdrawConsent => Trilingual::fixed(
                "personvernforordningen artikkel 7 nr. 3",
                "personvernforordninga artikkel 7 nr. 3",
                "GDPR Article 7(3)",
            ),
            Self::Reservation => {
                Trilingual::fixed("KPR-forskriften § 2-2", "KPR-forskrifta § 2-2", "KPR Regulations section 2-2")
            }
            Self::LimitedStorage => {
                Trilingual::fixed("KPR-forskriften § 4-3", "KPR-forskrifta § 4-3", "KPR Regulations section 4-3")
            }
            Self::Kassasjon => Trilingual::fixed(
                "arkivforskrifta §§ 43 og 44",
                "arkivforskrifta §§ 43 og 44",
                "Archives Regulations sections 43 and 44",
            ),
        }
    }
}

impl fmt::Display for Right {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// The text is the id of no right.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownRight(pub String);

impl Told for UnknownRight {
    fn text(&self) -> Trilingual {
        let (given, list) = (&self.0, Right::ALL.map(Right::id).join(", "));
        Trilingual::made(
            format!("«{given}» er ikke en rettighet her. Skriv en av disse: {list}."),
            format!("«{given}» er ikkje ein rett her. Skriv ein av desse: {list}."),
            format!("“{given}” is no right here. Write one of these: {list}."),
        )
    }
}

impl FromStr for Right {
    type Err = UnknownRight;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|right| right.id() == text).ok_or_else(|| UnknownRight(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_reads_back_and_is_its_own() {
        for right in Right::ALL {
            assert_eq!(right.id().parse(), Ok(right));
        }
        let mut ids = Right::ALL.map(Right::id).to_vec();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), Right::ALL.len());
    }

    #[test]
    fn an_unknown_right_is_told_with_the_ones_there_are() {
        let problem = "Innsyn".parse::<Right>().expect_err("ids are lower case");
        assert!(problem.to_string().contains("innsyn, innsyn-logg, retting"), "{problem}");
    }
}
