//! What is wrong with a file, and where.

use std::fmt;
use std::ops::Range;

/// One fault in a file of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadProblem {
    /// The file, for example `registers/kpr.toml`.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what is expected.
    pub message: String,
}

impl fmt::Display for LoadProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Every fault that was found in the files of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct LoadProblems(pub Vec<LoadProblem>);

/// Collects the faults of one file.
pub(super) struct Notes<'a> {
    file: &'a str,
    text: &'a str,
    problems: Vec<LoadProblem>,
}

impl<'a> Notes<'a> {
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    /// Notes a fault at a place in the file.
    pub(super) fn at(&mut self, place: Range<usize>, message: impl Into<String>) {
        let before = self.text.get(..place.start).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        self.problems.push(LoadProblem { file: self.file.to_owned(), line, message: message.into() });
    }

    pub(super) fn parse<T: serde::de::DeserializeOwned>(&mut self) -> Option<T> {
        match toml::from_str(self.text) {
            Ok(raw) => Some(raw),
            Err(error) => {
                self.at(error.span().unwrap_or(0..0), in_norwegian(error.message()));
                None
            }
        }
    }

    pub(super) fn into_problems(self) -> Vec<LoadProblem> {
        self.problems
    }
}

/// The faults that an author of a file meets most, in Norwegian; the rest as the reader of TOML says it.
pub(super) fn in_norwegian(message: &str) -> String {
    let key = |prefix: &str| message.strip_prefix(prefix).and_then(|rest| rest.split('`').next());
    if let Some(key) = key("unknown field `") {
        format!("Nøkkelen «{key}» er ukjent her.")
    } else if let Some(key) = key("missing field `") {
        format!("Nøkkelen «{key}» mangler.")
    } else if message.starts_with("invalid date") {
        "Datoen finnes ikke. Skriv år-måned-dag, for eksempel 2026-02-28.".to_owned()
    } else {
        format!(
            "Her er filen ikke skrevet som TOML: se etter anførselstegn, hakeparenteser og likhetstegn ({message})."
        )
    }
}
