//! The role in which a person stands in a register, for whoever asks for «everything you hold about me».

use std::fmt;
use std::str::FromStr;

use crate::wording::{Language, Told, Trilingual};

/// In which role a register holds data about people. Which registers a request for everything concerns is proposed
/// from the roles that the person has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Patients and insured persons.
    Patient,
    /// Health personnel.
    HealthWorker,
    /// Those who subscribe to something.
    Subscriber,
    /// Users of a website, an account or a service, visitors, participants, and those who write to the office.
    User,
    /// Applicants for a position, a grant or a licence.
    Applicant,
}

impl Role {
    /// Every role, in the order in which they are asked for.
    pub const ALL: [Self; 5] = [Self::Patient, Self::HealthWorker, Self::Subscriber, Self::User, Self::Applicant];

    /// The id in files and commands.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Patient => "pasient",
            Self::HealthWorker => "helsepersonell",
            Self::Subscriber => "abonnent",
            Self::User => "bruker",
            Self::Applicant => "ansatt-soker",
        }
    }

    /// What it is called in one language.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        let name = match self {
            Self::Patient => Trilingual::fixed(
                "Pasient eller medlem i folketrygden",
                "Pasient eller medlem i folketrygda",
                "Patient or insured person",
            ),
            Self::HealthWorker => Trilingual::fixed("Helsepersonell", "Helsepersonell", "Health personnel"),
            Self::Subscriber => Trilingual::fixed("Abonnent", "Abonnent", "Subscriber"),
            Self::User => Trilingual::fixed(
                "Bruker, deltaker eller besøkende",
                "Brukar, deltakar eller besøkjande",
                "User, participant or visitor",
            ),
            Self::Applicant => Trilingual::fixed("Søker", "Søkjar", "Applicant"),
        };
        name.get(language).to_owned()
    }
}

impl fmt::Display for Role {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// The text is the id of no role.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownRole(pub String);

impl Told for UnknownRole {
    fn text(&self) -> Trilingual {
        let (given, list) = (&self.0, Role::ALL.map(Role::id).join(", "));
        Trilingual::made(
            format!("«{given}» er ikke en rolle. Skriv en av disse: {list}."),
            format!("«{given}» er ikkje ei rolle. Skriv ei av desse: {list}."),
            format!("“{given}” is no role. Write one of these: {list}."),
        )
    }
}

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|role| role.id() == text).ok_or_else(|| UnknownRole(text.to_owned()))
    }
}
