//! Facts that decide which rule a case follows.

use super::{FactKey, Source};
use crate::law::rights::Right;
use crate::wording::{Language, Trilingual};

/// A fact that can be given with a case. The list is closed.
#[derive(Clone, Debug)]
pub struct FactDefinition {
    /// Its key, for example `yrke`.
    pub key: FactKey,
    /// What is asked, for the person who registers.
    pub label: Trilingual,
    /// What it can be.
    pub kind: FactKind,
    /// The rights for which a case cannot be routed without it.
    pub required_for: Vec<Right>,
    /// What is assumed when it is not given.
    pub default: Option<String>,
    /// What makes it matter.
    pub source: Source,
}

/// What a fact can be.
#[derive(Clone, Debug)]
pub enum FactKind {
    /// One of these words.
    Choice(Vec<FactValue>),
    /// A date, written as year, month and day.
    Date,
}

/// A word that a fact can be.
#[derive(Clone, Debug)]
pub struct FactValue {
    /// The word in commands and files.
    pub value: String,
    /// What it means, for the person who registers.
    pub label: Trilingual,
}

impl FactDefinition {
    /// The words that the fact can be; none for a date.
    #[must_use]
    pub fn values(&self) -> &[FactValue] {
        match &self.kind {
            FactKind::Choice(values) => values,
            FactKind::Date => &[],
        }
    }

    /// What a value means in one language; the value itself where it has no label.
    #[must_use]
    pub fn value_label<'a>(&'a self, value: &'a str, language: Language) -> &'a str {
        self.values().iter().find(|known| known.value == value).map_or(value, |known| known.label.get(language))
    }
}
