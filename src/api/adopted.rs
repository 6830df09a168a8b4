//! What the office has taken into use in place of what the program has built in, and what is used where that cannot be read.

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use super::failure::Failure;
use super::session::instant;
use super::spoken::spoken;
use crate::adapter::load::{self, FolderFile, LoadProblem, LoadProblems, Loaded};
use crate::adapter::pdf::PdfDrawer;
use crate::adapter::store::{Adopted, AdoptedKind, SqliteStore};
use crate::casework::letter::Templates;
use crate::usecase::ports::LetterDrawer;

/// Where what is in use comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// From the program.
    BuiltIn,
    /// From the office.
    Own(Taken),
    /// From the program, since this program cannot read what the office has taken into use.
    Unreadable(Taken, Vec<LoadProblem>),
}

/// When something was taken into use, and by whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
}

/// Where the rules and the texts of an open store come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sources {
    /// The catalogue of registers.
    pub catalogue: Source,
    /// The texts of letters.
    pub letter_texts: Source,
}

impl Sources {
    /// Everything from the program.
    pub const BUILT_IN: Self = Self { catalogue: Source::BuiltIn, letter_texts: Source::BuiltIn };

    /// What the program's own is used in place of, since it cannot be read: `catalogue`, `letter-texts`.
    #[must_use]
    pub fn unreadable(&self) -> Vec<&'static str> {
        let all = [("catalogue", &self.catalogue), ("letter-texts", &self.letter_texts)];
        all.into_iter().filter(|(_, source)| matches!(source, Source::Unreadable(..))).map(|(id, _)| id).collect()
    }
}

/// Where what is in use comes from, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SourceAnswer {
    /// `built-in`, `own`, or `unreadable`: then the program's own is used in place of the office's.
    pub state: &'static str,
    /// When the office's was taken into use.
    pub taken_at: Option<String>,
    /// By whom.
    pub taken_by: Option<String>,
    /// Why it cannot be read.
    pub problems: Vec<FaultAnswer>,
}

/// A fault in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FaultAnswer {
    /// The file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}

impl FaultAnswer {
    /// Faults in words.
    #[must_use]
    pub fn all(problems: &[LoadProblem]) -> Vec<Self> {
        let answer = |problem: &LoadProblem| Self {
            file: problem.file.clone(),
            line: problem.line,
            message: problem.message.get(spoken()).to_owned(),
        };
        problems.iter().map(answer).collect()
    }
}

impl SourceAnswer {
    /// A source in words.
    #[must_use]
    pub fn of(source: &Source) -> Self {
        let (state, taken, problems) = match source {
            Source::BuiltIn => ("built-in", None, &[][..]),
            Source::Own(taken) => ("own", Some(taken), &[][..]),
            Source::Unreadable(taken, problems) => ("unreadable", Some(taken), problems.as_slice()),
        };
        Self {
            state,
            taken_at: taken.map(|taken| instant(taken.at)),
            taken_by: taken.map(|taken| taken.by.clone()),
            problems: FaultAnswer::all(problems),
        }
    }
}

/// What the office has taken into use of a kind, as it is read, and where what is to be used comes from: nothing where that
/// is the program's.
fn read_adopted<T>(
    store: &SqliteStore,
    kind: AdoptedKind,
    read: impl Fn(&[FolderFile]) -> Result<T, LoadProblems>,
) -> Result<(Option<T>, Source), Failure> {
    let Some(Adopted { version, files, at, by }) = store.adopted(kind)? else { return Ok((None, Source::BuiltIn)) };
    let taken = Taken { at, by };
    match read(&files) {
        Ok(own) => Ok((Some(own), Source::Own(taken))),
        Err(LoadProblems(faults)) => {
            tracing::error!(version, ?kind, faults = faults.len(), "what the office has adopted cannot be read");
            Ok((None, Source::Unreadable(taken, faults)))
        }
    }
}

/// The office's own catalogue, where it has one that can be read.
///
/// # Errors
/// The store cannot be read.
pub(super) fn catalogue(store: &SqliteStore) -> Result<(Option<Loaded>, Source), Failure> {
    read_adopted(store, AdoptedKind::Catalogue, load::load_files)
}

/// The office's own letter texts, where it has some that can be read.
///
/// # Errors
/// The store cannot be read.
pub(super) fn letter_texts(store: &SqliteStore) -> Result<(Option<Templates>, Source), Failure> {
    read_adopted(store, AdoptedKind::LetterTexts, read_letter_texts)
}

/// Letter texts with an office's own files among them, and a logo that can be drawn.
///
/// # Errors
/// Everything that is wrong, each with file and line.
pub(super) fn read_letter_texts(files: &[FolderFile]) -> Result<Templates, LoadProblems> {
    let templates = load::letters::with_own(files)?;
    let logo = templates.letterhead.logo.as_ref();
    match logo.map(|logo| (logo, PdfDrawer.check_logo(&logo.png))) {
        Some((logo, Err(problem))) => {
            let named = files.iter().find(|(_, bytes)| *bytes == logo.png).map(|(name, _)| name.clone());
            let file = named.unwrap_or_default();
            Err(LoadProblems(vec![LoadProblem { file, line: 1, message: problem.text() }]))
        }
        Some((_, Ok(()))) | None => Ok(templates),
    }
}
