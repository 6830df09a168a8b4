//! What a command prints.

use std::process::ExitCode;

use serde::Serialize;

use crate::api::{Exit, Failure};

/// The answer of a command: one JSON document, the same in words, and whether it found faults.
pub struct Report {
    /// The document that `--json` prints.
    pub json: serde_json::Value,
    /// What is printed otherwise; ends without a line break.
    pub text: String,
    /// `None` when done; the class where the report itself tells of faults.
    pub fault: Option<Exit>,
    failure: Option<Failure>,
}

impl Report {
    /// A report of something done.
    ///
    /// # Panics
    /// Never: the shapes of answers have only text keys.
    #[must_use]
    pub fn done(answer: &impl Serialize, text: impl Into<String>) -> Self {
        #[allow(clippy::expect_used)]
        let json = serde_json::to_value(answer).expect("answers have only text keys");
        Self { json, text: text.into(), fault: None, failure: None }
    }

    /// The same report, which tells of faults.
    #[must_use]
    pub fn with_fault(mut self, exit: Exit) -> Self {
        self.fault = Some(exit);
        self
    }

    /// The same report, which tells of faults, with the line that standard error gets about them.
    #[must_use]
    pub fn with_failure(mut self, failure: Failure) -> Self {
        self.fault = Some(failure.exit);
        self.failure = Some(failure);
        self
    }

    pub(super) fn print(&self, json: bool) -> ExitCode {
        if json {
            println!("{}", self.json);
        } else {
            println!("{}", self.text);
        }
        if let Some(failure) = &self.failure
            && json
        {
            print_failure(failure, json);
        }
        self.fault.map_or(ExitCode::SUCCESS, |exit| ExitCode::from(exit as u8))
    }
}

pub(super) fn print_failure(failure: &Failure, json: bool) -> ExitCode {
    if json {
        eprintln!("{}", serde_json::json!({ "error": failure }));
    } else {
        eprintln!("{}", failure.message);
        for field in &failure.fields {
            eprintln!("  {}: {}", field.path, field.message);
        }
        if let Some(source) = &failure.source {
            eprintln!("  Kilde: {source}");
        }
    }
    ExitCode::from(failure.exit as u8)
}
