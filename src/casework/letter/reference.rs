//! References to statutes in letters: dated data, since a statute's number or wording may change between two letters.

use chrono::NaiveDate;

use crate::wording::{Language, Trilingual};

/// A reference to a provision, as it is written while it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalReference {
    /// The id by which the texts point to it. Several references may share it, each with its own time.
    pub id: String,
    /// How it is written.
    pub text: Trilingual,
    /// The first day on which it may be cited.
    pub valid_from: NaiveDate,
    /// The last day on which it may be cited.
    pub valid_to: Option<NaiveDate>,
    /// The published law it was read in.
    pub source: String,
}

/// All references that letters may cite.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LegalReferences(Vec<LegalReference>);

impl LegalReferences {
    /// A list of references.
    #[must_use]
    pub fn new(references: Vec<LegalReference>) -> Self {
        Self(references)
    }

    /// Whether there is a reference with this id, at whatever time.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.0.iter().any(|reference| reference.id == id)
    }

    /// Every reference.
    pub fn iter(&self) -> impl Iterator<Item = &LegalReference> {
        self.0.iter()
    }

    /// How the reference is written on a date; none if it is not in force then.
    #[must_use]
    pub fn on(&self, id: &str, date: NaiveDate, language: Language) -> Option<&str> {
        self.0
            .iter()
            .find(|reference| {
                reference.id == id && reference.valid_from <= date && reference.valid_to.is_none_or(|last| date <= last)
            })
            .map(|reference| reference.text.get(language))
    }
}
