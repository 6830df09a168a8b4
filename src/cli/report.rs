//! What a command prints.

use std::io::{self, Write};
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

    /// An answer as a file of one JSON document, with a line break at its end.
    #[must_use]
    pub fn document(answer: &impl Serialize) -> Vec<u8> {
        let mut document = Self::done(answer, "").json.to_string().into_bytes();
        document.push(b'\n');
        document
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
        print_text(&if json { self.json.to_string() } else { self.text.clone() });
        if let Some(failure) = &self.failure
            && json
        {
            print_failure(failure, json);
        }
        self.fault.map_or(ExitCode::SUCCESS, |exit| ExitCode::from(exit as u8))
    }
}

/// Writes lines on standard output. Whoever reads it may have stopped reading, as `head` does; what was done stays done.
pub(super) fn print_text(text: &str) {
    let mut output = io::stdout().lock();
    let _ = writeln!(output, "{text}").and_then(|()| output.flush());
}

/// Writes a line on standard error that stops nothing.
pub(super) fn print_warning(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

pub(super) fn print_failure(failure: &Failure, json: bool) -> ExitCode {
    let mut lines = vec![failure.message.clone()];
    if json {
        lines = vec![serde_json::json!({ "error": failure }).to_string()];
    } else {
        lines.extend(failure.fields.iter().filter(|field| !failure.message.contains(&field.message)).map(|field| {
            if field.path.is_empty() {
                format!("  {}", field.message)
            } else {
                format!("  {}: {}", field.path, field.message)
            }
        }));
        lines.extend(failure.source.iter().map(|source| format!("  Kilde: {source}")));
    }
    let _ = writeln!(io::stderr().lock(), "{}", lines.join("\n"));
    ExitCode::from(failure.exit as u8)
}
