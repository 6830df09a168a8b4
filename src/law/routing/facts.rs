//! The facts that are given with a case, checked against the closed list of the register.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;

use crate::law::register::{Catalogue, FactDefinition, FactKind, Register};
use crate::law::rights::Right;
use crate::wording::Trilingual;

/// Facts as they were given: keys and values as text, not yet checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<String, String>);

impl Facts {
    /// No facts.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Adds a fact; the value before it, if it was given already.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<String>) -> Option<String> {
        self.0.insert(key.into(), value.into())
    }

    /// These facts and others; where both have one, this stays.
    #[must_use]
    pub fn with(&self, others: &Self) -> Self {
        let mut all = others.0.clone();
        all.extend(self.0.clone());
        Self(all)
    }

    /// These facts without those of these keys.
    #[must_use]
    pub fn without(&self, keys: &[&str]) -> Self {
        Self(
            self.0
                .iter()
                .filter(|(key, _)| !keys.contains(&key.as_str()))
                .map(|(key, value)| (key.clone(), value.clone()))
                .collect(),
        )
    }

    /// The facts, sorted by key.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a fact, if it is given.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Facts {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(pairs: I) -> Self {
        Self(pairs.into_iter().map(|(key, value)| (key.into(), value.into())).collect())
    }
}

/// What is wrong with one fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactProblem {
    /// The key of the fact.
    pub key: String,
    /// What is wrong with it.
    pub kind: FactProblemKind,
}

/// What can be wrong with a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FactProblemKind {
    /// The register has no such fact; these it has.
    UnknownKey(Vec<String>),
    /// The fact cannot be this; these it can.
    UnknownValue {
        /// What was given.
        given: String,
        /// What it can be.
        allowed: Vec<String>,
    },
    /// The fact is a date, and this is none.
    NotADate(String),
    /// The fact decides the route and is not given; these it can be.
    Missing {
        /// What is asked.
        label: Trilingual,
        /// What it can be.
        allowed: Vec<String>,
    },
}

impl FactProblem {
    /// A short code to branch on.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.kind {
            FactProblemKind::UnknownKey(_) => "unknown-fact",
            FactProblemKind::UnknownValue { .. } => "unknown-fact-value",
            FactProblemKind::NotADate(_) => "not-a-date",
            FactProblemKind::Missing { .. } => "missing-fact",
        }
    }
}

impl FactProblem {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        let key = &self.key;
        match &self.kind {
            FactProblemKind::UnknownKey(known) => {
                let known = known.join(", ");
                Trilingual {
                    nb: format!("Registeret har ikke opplysningen «{key}». Den kan være en av disse: {known}.").into(),
                    nn: format!("Registeret har ikkje opplysninga «{key}». Ho kan vere ei av desse: {known}.").into(),
                    en: format!("The register has no fact «{key}». It can be one of these: {known}.").into(),
                }
            }
            FactProblemKind::UnknownValue { given, allowed } => {
                let allowed = allowed.join(", ");
                Trilingual {
                    nb: format!("«{key}» kan ikke være «{given}». Velg en av disse: {allowed}.").into(),
                    nn: format!("«{key}» kan ikkje vere «{given}». Vel ei av desse: {allowed}.").into(),
                    en: format!("«{key}» cannot be «{given}». Choose one of these: {allowed}.").into(),
                }
            }
            FactProblemKind::NotADate(given) => Trilingual {
                nb: format!("«{given}» er ikke en dato for «{key}». Skriv ÅÅÅÅ-MM-DD, for eksempel 2026-01-31.").into(),
                nn: format!("«{given}» er ikkje ein dato for «{key}». Skriv ÅÅÅÅ-MM-DD, til dømes 2026-01-31.").into(),
                en: format!("«{given}» is not a date for «{key}». Write YYYY-MM-DD, for example 2026-01-31.").into(),
            },
            FactProblemKind::Missing { label, allowed } => {
                let allowed = allowed.join(", ");
                Trilingual {
                    nb: format!(
                        "Opplysningen «{key}» mangler, og den avgjør hvem som svarer. {} Velg en av disse: {allowed}.",
                        label.nb
                    )
                    .into(),
                    nn: format!(
                        "Opplysninga «{key}» manglar, og ho avgjer kven som svarar. {} Vel ei av desse: {allowed}.",
                        label.nn
                    )
                    .into(),
                    en: format!(
                        "The fact «{key}» is missing, and it decides who answers. {} Choose one of these: {allowed}.",
                        label.en
                    )
                    .into(),
                }
            }
        }
    }
}

impl fmt::Display for FactProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text().nb)
    }
}

/// Checked facts: every value is one that the fact can be, and what has a default is there.
pub(super) struct Known<'a> {
    given: BTreeMap<&'a str, Value<'a>>,
    /// The facts that are assumed, with the value.
    pub(super) assumed: Vec<(&'a FactDefinition, &'a str)>,
}

#[derive(Clone, Copy)]
pub(super) enum Value<'a> {
    Word(&'a str),
    Date(NaiveDate),
}

impl Known<'_> {
    pub(super) fn get(&self, key: &str) -> Option<Value<'_>> {
        self.given.get(key).copied()
    }
}

/// The facts, checked; all that is wrong with them at once.
pub(super) fn check<'a>(
    catalogue: &'a Catalogue,
    register: &'a Register,
    right: Right,
    facts: &'a Facts,
) -> Result<Known<'a>, Vec<FactProblem>> {
    let definitions = || register.facts.iter().chain(catalogue.person_facts());
    let mut problems = Vec::new();
    let mut known = Known { given: BTreeMap::new(), assumed: Vec::new() };
    for (key, given) in facts.iter() {
        let Some(definition) = definitions().find(|definition| definition.key.as_str() == key) else {
            let keys = definitions().map(|definition| definition.key.to_string()).collect();
            problems.push(FactProblem { key: shortened(key), kind: FactProblemKind::UnknownKey(keys) });
            continue;
        };
        match value(definition, given) {
            Ok(value) => {
                known.given.insert(definition.key.as_str(), value);
            }
            Err(kind) => problems.push(FactProblem { key: key.to_owned(), kind }),
        }
    }
    for definition in definitions().filter(|definition| facts.get(definition.key.as_str()).is_none()) {
        if let Some(default) = &definition.default {
            known.given.insert(definition.key.as_str(), Value::Word(default));
            known.assumed.push((definition, default));
        } else if definition.required_for.contains(&right) {
            let kind = FactProblemKind::Missing { label: definition.label.clone(), allowed: allowed(definition) };
            problems.push(FactProblem { key: definition.key.to_string(), kind });
        }
    }
    if problems.is_empty() { Ok(known) } else { Err(problems) }
}

fn value<'a>(definition: &FactDefinition, given: &'a str) -> Result<Value<'a>, FactProblemKind> {
    match &definition.kind {
        FactKind::Choice(values) if values.iter().any(|value| value.value == given) => Ok(Value::Word(given)),
        FactKind::Choice(_) => {
            Err(FactProblemKind::UnknownValue { given: shortened(given), allowed: allowed(definition) })
        }
        FactKind::Date => {
            let date = if given.len() == 10 { given.parse() } else { "".parse() };
            date.map(Value::Date).map_err(|_| FactProblemKind::NotADate(shortened(given)))
        }
    }
}

fn allowed(definition: &FactDefinition) -> Vec<String> {
    definition.values().iter().map(|value| value.value.clone()).collect()
}

fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}
