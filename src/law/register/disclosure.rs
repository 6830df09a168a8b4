//! What a person who asks for access is told besides the data (GDPR Art. 15(1) a to h).

use super::{Source, Validity};
use crate::wording::{Language, Trilingual};

/// A statement about a register, with its source.
#[derive(Clone, Debug)]
pub struct Statement {
    /// What is so.
    pub text: Trilingual,
    /// What says so.
    pub source: Source,
    /// The days on which it is so.
    pub validity: Validity,
    /// A later source leaves it out without saying otherwise; it stays in force («ikke gjentatt»).
    pub not_repeated: bool,
}

/// A point of Article 15(1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// a: the purposes.
    Purposes,
    /// b: the categories of data.
    Categories,
    /// c: the recipients.
    Recipients,
    /// d: for how long the data are kept.
    Retention,
    /// e: the rights to rectification, erasure, restriction and objection.
    Rights,
    /// f: the right to complain to a supervisory authority.
    Complaint,
    /// g: where the data come from.
    Origin,
    /// h: automated decisions.
    AutomatedDecisions,
}

impl Point {
    /// Every point, in the order of the article.
    pub const ALL: [Self; 8] = [
        Self::Purposes,
        Self::Categories,
        Self::Recipients,
        Self::Retention,
        Self::Rights,
        Self::Complaint,
        Self::Origin,
        Self::AutomatedDecisions,
    ];

    /// The letter of the point.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Purposes => 'a',
            Self::Categories => 'b',
            Self::Recipients => 'c',
            Self::Retention => 'd',
            Self::Rights => 'e',
            Self::Complaint => 'f',
            Self::Origin => 'g',
            Self::AutomatedDecisions => 'h',
        }
    }

    /// What the point is about, in one language.
    #[must_use]
    pub fn label(self, language: Language) -> String {
        let name = match self {
            Self::Purposes => Trilingual::fixed("Formål", "Formål", "Purposes"),
            Self::Categories => Trilingual::fixed("Kategorier", "Kategoriar", "Categories"),
            Self::Recipients => Trilingual::fixed("Mottakere", "Mottakarar", "Recipients"),
            Self::Retention => Trilingual::fixed("Lagringstid", "Lagringstid", "Retention"),
            Self::Rights => Trilingual::fixed("Rettigheter", "Rettar", "Rights"),
            Self::Complaint => Trilingual::fixed("Klage", "Klage", "Complaint"),
            Self::Origin => Trilingual::fixed("Kilder", "Kjelder", "Origin"),
            Self::AutomatedDecisions => {
                Trilingual::fixed("Automatiserte avgjørelser", "Automatiserte avgjerder", "Automated decisions")
            }
        };
        name.get(language).to_owned()
    }
}

/// What the catalogue says to a point.
#[derive(Clone, Debug)]
pub enum PointAnswer {
    /// It is so; at least one statement.
    Filled(Vec<Statement>),
    /// It does not apply, and why.
    NotApplicable(Statement),
}

impl PointAnswer {
    /// The statements, or the reason why there is none.
    #[must_use]
    pub fn statements(&self) -> &[Statement] {
        match self {
            Self::Filled(statements) => statements,
            Self::NotApplicable(reason) => std::slice::from_ref(reason),
        }
    }
}
