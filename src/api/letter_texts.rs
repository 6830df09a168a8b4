//! Letter texts of an office's own, as they are checked and taken into use.

use std::path::Path;

use serde::Serialize;
use ts_rs::TS;

use super::adopted::{FaultAnswer, read_letter_texts};
use super::failure::{Exit, Failure, FieldProblem};
use super::spoken::{say, spoken};
use crate::adapter::load::letters::{read_letter_folder, write_built_in};
use crate::adapter::load::{FolderFile, LoadProblems};
use crate::casework::letter::{LetterKind, Templates};
use crate::wording::Language;

/// What a folder of letter texts holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterTextsCheck {
    /// The folder.
    pub folder: String,
    /// Whether it can be taken into use.
    pub ok: bool,
    /// Everything that is wrong.
    pub problems: Vec<FaultAnswer>,
    /// What would change; nothing where something is wrong.
    pub changes: TextChanges,
}

/// What changes when letter texts are taken into use.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct TextChanges {
    /// The kinds of letters that say something else, each with the languages in which they do.
    pub letters: Vec<ChangedLetter>,
    /// Whether the references to statutes are others.
    pub references: bool,
    /// Whether the office's name in the letterhead is another.
    pub names: bool,
    /// Whether its logo is another.
    pub logo: bool,
}

/// A kind of letter that says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChangedLetter {
    /// The kind.
    pub kind: &'static str,
    /// What it is called.
    pub label: String,
    /// The languages: `nb`, `nn`, `en`.
    pub languages: Vec<&'static str>,
}

/// Letter texts that were taken into use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterTextsAnswer {
    /// Whether they are the program's own.
    pub built_in: bool,
    /// What changed.
    pub changes: TextChanges,
}

/// Where the program's letter texts were written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterTextsExport {
    /// The folder.
    pub folder: String,
    /// How many files.
    pub files: usize,
}

impl TextChanges {
    /// What is otherwise in the second texts than in the first.
    #[must_use]
    pub fn between(now: &Templates, new: &Templates) -> Self {
        let differs = |kind: LetterKind, language: &Language| now.get(kind, *language) != new.get(kind, *language);
        let letters = LetterKind::ALL.into_iter().map(|kind| ChangedLetter {
            kind: kind.id(),
            label: kind.label().get(spoken()).to_owned(),
            languages: Language::ALL.into_iter().filter(|it| differs(kind, it)).map(Language::code).collect(),
        });
        Self {
            letters: letters.filter(|letter| !letter.languages.is_empty()).collect(),
            references: now.references != new.references,
            names: now.letterhead.names != new.letterhead.names,
            logo: now.letterhead.logo != new.letterhead.logo,
        }
    }

    /// Whether anything is.
    #[must_use]
    pub fn any(&self) -> bool {
        !self.letters.is_empty() || self.references || self.names || self.logo
    }
}

/// What a folder of letter texts would change of those that are in use.
#[must_use]
pub fn check(folder: &Path, in_use: &Templates) -> LetterTextsCheck {
    let (problems, changes) = match read(folder) {
        Ok((_, new)) => (Vec::new(), TextChanges::between(in_use, &new)),
        Err(LoadProblems(problems)) => (FaultAnswer::all(&problems), TextChanges::default()),
    };
    LetterTextsCheck { folder: folder.display().to_string(), ok: problems.is_empty(), problems, changes }
}

/// The files in a folder, and the letter texts that they give.
pub(super) fn read(folder: &Path) -> Result<(Vec<FolderFile>, Templates), LoadProblems> {
    let files = read_letter_folder(folder)?;
    let templates = read_letter_texts(&files)?;
    Ok((files, templates))
}

/// The faults of letter texts, each with file and line.
#[must_use]
pub fn faulty(problems: &LoadProblems) -> Failure {
    let fields = problems.0.iter().map(|problem| FieldProblem {
        path: format!("{}:{}", problem.file, problem.line),
        code: "letter-texts-faulty".to_owned(),
        message: problem.message.get(spoken()).to_owned(),
    });
    Failure::new(Exit::NotWellFormed, "letter-texts-faulty", problems.text().get(spoken()))
        .with_fields(fields.collect())
}

/// Writes the program's own letter texts into a folder that is empty or not there.
///
/// # Errors
/// [`Exit::RuleRefuses`] for a folder that is not empty, and whatever the disk says.
pub fn export(folder: &Path) -> Result<LetterTextsExport, Failure> {
    let files = write_built_in(folder).map_err(|error| {
        if error.kind() == std::io::ErrorKind::AlreadyExists {
            let message = say!(
                "Mappen er ikke tom. Velg en ny eller tom mappe, så ingen tekster blir skrevet over.",
                "Mappa er ikkje tom. Vel ei ny eller tom mappe, så ingen tekstar blir skrivne over.",
                "The folder is not empty. Choose a new or empty one, so that no texts are overwritten.",
            );
            return Failure::new(Exit::RuleRefuses, "folder-not-empty", message);
        }
        Failure::of_file(
            &error,
            say!(
                "Brevtekstene kunne ikke skrives. Se om mappen kan skrives til og har plass.",
                "Brevtekstane kunne ikkje skrivast. Sjå om mappa kan skrivast til og har plass.",
                "The letter texts could not be written. See whether the folder can be written to and has room.",
            ),
        )
    })?;
    Ok(LetterTextsExport { folder: folder.display().to_string(), files })
}
