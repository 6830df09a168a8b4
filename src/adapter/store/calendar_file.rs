//! Files in which the deadlines are kept for calendar programs: where each lies, and how it went the last time. They are no part
//! of the record.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::problem::StoreProblem;
use super::{DATABASE, SqliteStore};
use crate::wording::{Language, Trilingual};

/// The owner of the office's file in the database.
const OFFICE: &str = "";

/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarOf {
    /// Whoever unlocked the store.
    User,
    /// The office: whoever has the store open keeps it right.
    Office,
}

/// Why a file could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// The disk is full.
    Full,
    /// The user may not write there.
    Forbidden,
    /// The folder is gone.
    NoFolder,
    /// Something that is no calendar lies there.
    NotACalendar,
    /// Anything else.
    Other,
}

impl FileProblem {
    const ALL: [Self; 5] = [Self::Full, Self::Forbidden, Self::NoFolder, Self::NotACalendar, Self::Other];

    /// The word for it in documents and in the store.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Forbidden => "forbidden",
            Self::NoFolder => "no-folder",
            Self::NotACalendar => "not-a-calendar",
            Self::Other => "other",
        }
    }
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarFile {
    /// Whose.
    pub of: CalendarOf,
    /// Where it lies.
    pub path: String,
    /// What it is written in.
    pub language: Language,
    /// Only the owner's own cases, and those of whom they cover for.
    pub mine: bool,
    /// Only this register.
    pub register: Option<String>,
    /// Only this track.
    pub track: Option<String>,
    /// When the place was chosen, and by whom.
    pub chosen: (DateTime<Utc>, String),
    /// When it was last written.
    pub written_at: Option<DateTime<Utc>>,
    /// Why it could not be written the last time.
    pub problem: Option<FileProblem>,
    /// Whether that has been told.
    pub problem_told: bool,
}

impl SqliteStore {
    /// The files that are kept while whoever unlocked the store has it open: their own, and the office's.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn calendar_files(&self) -> Result<Vec<CalendarFile>, StoreProblem> {
        let mut statement = self.connection.prepare_cached(
            "SELECT owner, path, language, mine, register, track, chosen_at, chosen_by, written_at, problem, problem_told \
             FROM calendar_file WHERE owner IN (?1, ?2) ORDER BY owner DESC",
        )?;
        let files = statement.query_map([&self.user.name, OFFICE], read)?.collect::<Result<Vec<_>, _>>()?;
        files.into_iter().map(|file| file.ok_or_else(damaged)).collect()
    }

    /// Keeps a file from now on, in place of the owner's one before.
    ///
    /// # Errors
    /// A full disk, or a store that others hold.
    pub fn keep_calendar_file(&mut self, file: &CalendarFile) -> Result<(), StoreProblem> {
        self.connection.execute(
            "INSERT OR REPLACE INTO calendar_file \
             (owner, path, language, mine, register, track, chosen_at, chosen_by, written_at, problem, problem_told) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                self.owner(file.of),
                file.path,
                file.language.code(),
                file.mine,
                file.register,
                file.track,
                file.chosen.0.timestamp_micros(),
                file.chosen.1,
                file.written_at.map(|at| at.timestamp_micros()),
                file.problem.map(FileProblem::id),
                file.problem_told,
            ],
        )?;
        Ok(())
    }

    /// Notes how writing a file went, where it is still kept as it was when it was read: a colleague may have chosen another place.
    ///
    /// # Errors
    /// A full disk, or a store that others hold.
    pub fn note_calendar_file(&mut self, file: &CalendarFile) -> Result<(), StoreProblem> {
        self.connection.execute(
            "UPDATE calendar_file SET written_at = ?4, problem = ?5, problem_told = ?6 \
             WHERE owner = ?1 AND path = ?2 AND chosen_at = ?3",
            params![
                self.owner(file.of),
                file.path,
                file.chosen.0.timestamp_micros(),
                file.written_at.map(|at| at.timestamp_micros()),
                file.problem.map(FileProblem::id),
                file.problem_told,
            ],
        )?;
        Ok(())
    }

    /// Keeps a file no longer; the file itself stays.
    ///
    /// # Errors
    /// A full disk, or a store that others hold.
    pub fn drop_calendar_file(&mut self, of: CalendarOf) -> Result<(), StoreProblem> {
        self.connection.execute("DELETE FROM calendar_file WHERE owner = ?1", [self.owner(of)])?;
        Ok(())
    }

    fn owner(&self, of: CalendarOf) -> &str {
        match of {
            CalendarOf::User => &self.user.name,
            CalendarOf::Office => OFFICE,
        }
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Option<CalendarFile>> {
    let (owner, language): (String, String) = (row.get(0)?, row.get(2)?);
    let (chosen_at, written_at): (i64, Option<i64>) = (row.get(6)?, row.get(8)?);
    let problem: Option<String> = row.get(9)?;
    let problem = problem.map(|id| FileProblem::ALL.into_iter().find(|problem| problem.id() == id));
    let Ok(language) = language.parse() else { return Ok(None) };
    let Some(chosen_at) = DateTime::from_timestamp_micros(chosen_at) else { return Ok(None) };
    Ok(Some(CalendarFile {
        of: if owner == OFFICE { CalendarOf::Office } else { CalendarOf::User },
        path: row.get(1)?,
        language,
        mine: row.get(3)?,
        register: row.get(4)?,
        track: row.get(5)?,
        chosen: (chosen_at, row.get(7)?),
        written_at: written_at.and_then(DateTime::from_timestamp_micros),
        problem: problem.flatten(),
        problem_told: row.get(10)?,
    }))
}

fn damaged() -> StoreProblem {
    StoreProblem::Damaged {
        file: DATABASE,
        why: Trilingual::fixed(
            "stedet for en kalenderfil har en verdi som ikke finnes",
            "staden for ei kalenderfil har ein verdi som ikkje finst",
            "the place of a calendar file has a value that does not exist",
        ),
    }
}
