//! What is wrong with a file, and where.

use std::fmt;
use std::ops::Range;

use crate::wording::Trilingual;

/// One fault in a file of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadProblem {
    /// The file, for example `registers/kpr.toml`.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what is expected.
    pub message: Trilingual,
}

impl fmt::Display for LoadProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.file, self.line, self.message.nb)
    }
}

/// Every fault that was found in the files of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub struct LoadProblems(pub Vec<LoadProblem>);

impl LoadProblems {
    /// Every fault with its place, a line each.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        Trilingual::each(|language| {
            let one = |fault: &LoadProblem| format!("{}:{}: {}", fault.file, fault.line, fault.message.get(language));
            self.0.iter().map(one).collect::<Vec<_>>().join("\n")
        })
    }
}

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
    pub(super) fn at(&mut self, place: Range<usize>, message: Trilingual) {
        let before = self.text.get(..place.start).unwrap_or(self.text);
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        self.problems.push(LoadProblem { file: self.file.to_owned(), line, message });
    }

    pub(super) fn parse<T: serde::de::DeserializeOwned>(&mut self) -> Option<T> {
        match toml::from_str(self.text) {
            Ok(raw) => Some(raw),
            Err(error) => {
                self.at(error.span().unwrap_or(0..0), in_plain_words(error.message()));
                None
            }
        }
    }

    pub(super) fn into_problems(self) -> Vec<LoadProblem> {
        self.problems
    }
}

/// The faults that an author of a file meets most, in plain words; the rest as the reader of TOML says it.
pub(super) fn in_plain_words(message: &str) -> Trilingual {
    let key = |prefix: &str| message.strip_prefix(prefix).and_then(|rest| rest.split('`').next());
    if let Some(key) = key("unknown field `") {
        Trilingual::made(
            format!("Nøkkelen «{key}» er ukjent her."),
            format!("Nøkkelen «{key}» er ukjend her."),
            format!("The key “{key}” is unknown here."),
        )
    } else if let Some(key) = key("missing field `") {
        Trilingual::made(
            format!("Nøkkelen «{key}» mangler."),
            format!("Nøkkelen «{key}» manglar."),
            format!("The key “{key}” is missing."),
        )
    } else if message.starts_with("invalid date") {
        Trilingual::fixed(
            "Datoen finnes ikke. Skriv år-måned-dag, for eksempel 2026-02-28.",
            "Datoen finst ikkje. Skriv år-månad-dag, til dømes 2026-02-28.",
            "There is no such date. Write year-month-day, for example 2026-02-28.",
        )
    } else {
        Trilingual::made(
            format!(
                "Her er filen ikke skrevet som TOML: se etter anførselstegn, hakeparenteser og likhetstegn ({message})."
            ),
            format!(
                "Her er fila ikkje skriven som TOML: sjå etter hermeteikn, hakeparentesar og likskapsteikn ({message})."
            ),
            format!(
                "Here the file is not written as TOML: look for quotation marks, brackets and equals signs ({message})."
            ),
        )
    }
}
