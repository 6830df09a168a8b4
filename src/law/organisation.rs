//! Offices: which body this installation is, and what it answers for.

use std::collections::BTreeMap;

use chrono::NaiveDate;

pub use super::register::{Body, BodyId, OfficeId};
use super::register::{RegisterId, Source, Validity};
use crate::wording::Trilingual;

/// The profile of an office.
#[derive(Clone, Debug)]
pub struct OfficeProfile {
    /// Its id, for example `helsedirektoratet`.
    pub id: OfficeId,
    /// The body that it is.
    pub body: BodyId,
    /// The registers that it answers for.
    pub answers: Vec<Answers>,
    /// Who treats complaints about an enkeltvedtak (forvaltningsloven § 28), if it makes any.
    pub appeal: Option<Appeal>,
    /// How the ombudsman (personvernombud) is reached.
    pub ombudsman: Option<Ombudsman>,
}

/// A register that an office answers for.
#[derive(Clone, Debug)]
pub struct Answers {
    /// The register.
    pub register: RegisterId,
    /// What says so.
    pub source: Source,
    /// The days of receipt for which it does. A last day is the switch that sends later cases to the other controller.
    pub validity: Validity,
}

/// The body that complaints about an enkeltvedtak go to in the end; they are sent to the office itself
/// (forvaltningsloven § 32).
#[derive(Clone, Debug)]
pub struct Appeal {
    /// The body.
    pub body: BodyId,
    /// What says so.
    pub source: Source,
}

/// How the ombudsman is reached.
#[derive(Clone, Debug)]
pub struct Ombudsman {
    /// E-mail address.
    pub email: String,
    /// What says so.
    pub source: Source,
}

impl OfficeProfile {
    /// Whether the office answers for a register when a request is received on a day, and what says so.
    #[must_use]
    pub fn answers_for(&self, register: &RegisterId, on: Option<NaiveDate>) -> Option<&Answers> {
        self.answers.iter().find(|answers| &answers.register == register && answers.validity.holds(on))
    }
}

/// The profiles that the program is shipped with, sorted by id.
#[derive(Clone, Debug)]
// Invariant: sorted by id, no id twice.
pub struct Offices(Vec<OfficeProfile>);

/// No office has this id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownOffice {
    /// What was given.
    pub given: String,
    /// The ids there are, with commas between.
    pub known: String,
}

impl UnknownOffice {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        let Self { given, known } = self;
        Trilingual {
            nb: format!("Det finnes ingen virksomhet «{given}». Velg en av disse: {known}.").into(),
            nn: format!("Det finst inga verksemd «{given}». Vel ei av desse: {known}.").into(),
            en: format!("There is no office «{given}». Choose one of these: {known}.").into(),
        }
    }
}

impl Offices {
    /// The profiles in order; a later one with the same id goes before an earlier.
    #[must_use]
    pub fn new(profiles: Vec<OfficeProfile>) -> Self {
        let sorted: BTreeMap<_, _> = profiles.into_iter().map(|profile| (profile.id.clone(), profile)).collect();
        Self(sorted.into_values().collect())
    }

    /// The profiles, sorted by id.
    pub fn iter(&self) -> impl Iterator<Item = &OfficeProfile> {
        self.0.iter()
    }

    /// The profile whose id is this text.
    ///
    /// # Errors
    /// [`UnknownOffice`] with the ids there are.
    pub fn find(&self, id: &str) -> Result<&OfficeProfile, UnknownOffice> {
        self.0.iter().find(|profile| profile.id.as_str() == id).ok_or_else(|| UnknownOffice {
            given: id.chars().take(60).collect(),
            known: self.0.iter().map(|profile| profile.id.as_str()).collect::<Vec<_>>().join(", "),
        })
    }
}

/// The office that is assumed where none is named.
pub const DEFAULT_OFFICE: &str = "helsedirektoratet";
