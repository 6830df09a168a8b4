//! Who is asked for what a case needs: the unit that keeps a register, or somebody outside this office.

use std::fmt;
use std::str::FromStr;

use super::source::Source;
use crate::law::rights::Right;
use crate::wording::{Told, Trilingual};

/// Who can be asked for something that a case needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unit {
    /// The unit of this office that keeps the register.
    RegisterUnit,
    /// A hospital trust, which keeps the medical record that the register is filled from.
    HospitalTrust,
    /// Statistics Norway (Statistisk sentralbyrå), the processor of IPLOS.
    StatisticsNorway,
    /// The Directorate of Taxes (Skattedirektoratet), which manages the pseudonyms of IPLOS.
    TaxDirectorate,
    /// The municipality that gave the services.
    Municipality,
    /// Somebody who processes the data for the controller (GDPR Art. 28).
    Processor,
    /// Anybody else.
    Other,
}

impl Unit {
    /// Every unit.
    pub const ALL: [Self; 7] = [
        Self::RegisterUnit,
        Self::HospitalTrust,
        Self::StatisticsNorway,
        Self::TaxDirectorate,
        Self::Municipality,
        Self::Processor,
        Self::Other,
    ];

    /// The word for it in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::RegisterUnit => "registerenhet",
            Self::HospitalTrust => "helseforetak",
            Self::StatisticsNorway => "ssb",
            Self::TaxDirectorate => "skattedirektoratet",
            Self::Municipality => "kommune",
            Self::Processor => "databehandler",
            Self::Other => "annen",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> Trilingual {
        match self {
            Self::RegisterUnit => Trilingual::fixed("Registerenheten", "Registereininga", "The register unit"),
            Self::HospitalTrust => Trilingual::fixed("Helseforetak", "Helseføretak", "Hospital trust"),
            Self::StatisticsNorway => {
                Trilingual::fixed("Statistisk sentralbyrå", "Statistisk sentralbyrå", "Statistics Norway")
            }
            Self::TaxDirectorate => {
                Trilingual::fixed("Skattedirektoratet", "Skattedirektoratet", "The Directorate of Taxes")
            }
            Self::Municipality => Trilingual::fixed("Kommunen", "Kommunen", "The municipality"),
            Self::Processor => Trilingual::fixed("Databehandler", "Databehandlar", "Processor"),
            Self::Other => Trilingual::fixed("Annen enhet", "Anna eining", "Other unit"),
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.id())
    }
}

/// The text names no unit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct UnknownUnit;

impl Told for UnknownUnit {
    fn text(&self) -> Trilingual {
        let list = Trilingual::one_of(&Unit::ALL.map(Unit::id));
        Trilingual::made(
            format!("Enheten er ukjent. Skriv {}.", list.nb),
            format!("Eininga er ukjend. Skriv {}.", list.nn),
            format!("The unit is unknown. Write {}.", list.en),
        )
    }
}

impl FromStr for Unit {
    type Err = UnknownUnit;

    fn from_str(text: &str) -> Result<Self, UnknownUnit> {
        Self::ALL.into_iter().find(|unit| unit.id() == text).ok_or(UnknownUnit)
    }
}

/// What the catalogue proposes to ask a unit for, in the cases of a register.
#[derive(Clone, Debug)]
pub struct UnitProposal {
    /// The unit.
    pub unit: Unit,
    /// The rights for which it is proposed; empty for every one.
    pub rights: Vec<Right>,
    /// What to ask for.
    pub text: Trilingual,
    /// What it rests on.
    pub source: Source,
}

impl UnitProposal {
    /// Whether it is proposed for this right.
    #[must_use]
    pub fn is_for(&self, right: Right) -> bool {
        self.rights.is_empty() || self.rights.contains(&right)
    }
}
