//! Failures as they reach a person: a class to branch on, a text to read, the fields concerned.

use std::error::Error;
use std::fmt;

use serde::Serialize;
use ts_rs::TS;

/// The class of a failure; its number is the exit code of the command line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Reports that find faults, and anything that no other class covers.
    Other = 1,
    /// Not well-formed: it cannot be read, or a value lies outside a closed list.
    NotWellFormed = 2,
    /// Well-formed, but a rule refuses it.
    RuleRefuses = 3,
    /// No such number or file.
    NotFound = 4,
    /// The store is locked, or the passphrase is wrong.
    Locked = 5,
    /// The store cannot be used.
    StoreUnusable = 6,
    /// Somebody else changed it first, or the store is busy.
    Conflict = 7,
}

/// What went wrong, in words that say what to do. Never holds personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Failure {
    /// The class; not part of the document, since the exit code carries it.
    #[serde(skip)]
    pub exit: Exit,
    /// A short code to branch on, for example `unknown-register`.
    pub code: &'static str,
    /// What happened and what to do, in the user's language.
    pub message: String,
    /// The rule that refuses, where one does.
    pub rule: Option<String>,
    /// The source of that rule in law.
    pub source: Option<String>,
    /// Every field that is wrong, all at once.
    pub fields: Vec<FieldProblem>,
}

/// One field that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FieldProblem {
    /// Where it stands in the input, for example `demands[0].register`.
    pub path: String,
    /// A short code to branch on.
    pub code: String,
    /// What is wrong and what to do.
    pub message: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl Error for Failure {}

impl Failure {
    /// A failure with a class, a code and a text.
    pub fn new(exit: Exit, code: &'static str, message: impl Into<String>) -> Self {
        Self { exit, code, message: message.into(), rule: None, source: None, fields: Vec::new() }
    }

    /// The same failure with the rule that refuses and its source.
    #[must_use]
    pub fn with_rule(mut self, rule: impl Into<String>, source: impl Into<String>) -> Self {
        self.rule = Some(rule.into());
        self.source = Some(source.into());
        self
    }

    /// The same failure with the fields that are wrong.
    #[must_use]
    pub fn with_fields(mut self, fields: Vec<FieldProblem>) -> Self {
        self.fields = fields;
        self
    }
}
