//! Files in which the deadlines are kept for calendar programs: where each lies, and when it was last written. They are no part of
//! the record.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::problem::StoreProblem;
use super::{DATABASE, SqliteStore};
use crate::wording::{Language, Trilingual};

/// The owner of the office's file in the database.
const OFFICE: &str = "";

/// Whose file it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CalendarOf {
    /// Whoever unlocked the store.
    User,
    /// The office: whoever has the store open keeps it right.
    Office,
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
}

impl SqliteStore {
    /// The files that are kept while whoever unlocked the store has it open: their own, and the office's.
    ///
    /// # Errors
    /// The database cannot be read.
    pub fn calendar_files(&self) -> Result<Vec<CalendarFile>, StoreProblem> {
        let mut statement = self.connection.prepare_cached(
            "SELECT owner, path, language, mine, register, track, chosen_at, chosen_by, written_at \
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
             (owner, path, language, mine, register, track, chosen_at, chosen_by, written_at) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
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
            ],
        )?;
        Ok(())
    }

    /// Notes when a file was written, where it is still kept as it was when it was read: a colleague may have chosen another place.
    ///
    /// # Errors
    /// A full disk, or a store that others hold.
    pub fn note_calendar_file(&mut self, file: &CalendarFile) -> Result<(), StoreProblem> {
        self.connection.execute(
            "UPDATE calendar_file SET written_at = ?4 WHERE owner = ?1 AND path = ?2 AND chosen_at = ?3",
            params![
                self.owner(file.of),
                file.path,
                file.chosen.0.timestamp_micros(),
                file.written_at.map(|at| at.timestamp_micros()),
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
