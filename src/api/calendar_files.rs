//! Files in which the deadlines are kept for calendar programs, as they are shown.

use std::io;

use serde::Serialize;
use ts_rs::TS;

use super::session::instant;
use super::spoken::spoken;
use crate::adapter::store::{CalendarFile, CalendarOf, FileProblem};
use crate::wording::Trilingual;

/// The files that are kept while the user has the store open.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CalendarFilesAnswer {
    /// The user's own.
    pub own: Option<CalendarFileAnswer>,
    /// That of the office.
    pub office: Option<CalendarFileAnswer>,
    /// Whether the user may choose and forget the place of the office's.
    pub may_office: bool,
}

impl CalendarFilesAnswer {
    /// Whether one of them could not be written the last time.
    #[must_use]
    pub fn has_problem(&self) -> bool {
        [&self.own, &self.office].into_iter().flatten().any(|file| file.problem.is_some())
    }
}

/// A file that is kept.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CalendarFileAnswer {
    pub path: String,
    pub mine: bool,
    pub register: Option<String>,
    pub track: Option<String>,
    pub chosen_at: String,
    pub chosen_by: String,
    /// When it was last written.
    pub written_at: Option<String>,
    /// Why it could not be written the last time, and what to do.
    pub problem: Option<String>,
}

impl CalendarFilesAnswer {
    /// The files, as they are for whoever looks.
    #[must_use]
    pub fn of(files: Vec<CalendarFile>, may_office: bool) -> Self {
        let (mut own, mut office) = (None, None);
        for file in files {
            match file.of {
                CalendarOf::User => own = Some(CalendarFileAnswer::of(file)),
                CalendarOf::Office => office = Some(CalendarFileAnswer::of(file)),
            }
        }
        Self { own, office, may_office }
    }
}

impl CalendarFileAnswer {
    fn of(file: CalendarFile) -> Self {
        Self {
            path: file.path,
            mine: file.mine,
            register: file.register,
            track: file.track,
            chosen_at: instant(file.chosen.0),
            chosen_by: file.chosen.1,
            written_at: file.written_at.map(instant),
            problem: file.problem.map(|problem| in_words(problem).get(spoken()).to_owned()),
        }
    }
}

/// Why a file could not be written.
#[must_use]
#[allow(clippy::wildcard_enum_match_arm, reason = "the operating system's kinds grow with Rust")]
pub fn problem(error: &io::Error) -> FileProblem {
    match error.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => FileProblem::Full,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => FileProblem::Forbidden,
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => FileProblem::NoFolder,
        _ => FileProblem::Other,
    }
}

/// What is wrong with the place, and what to do.
#[must_use]
pub fn in_words(problem: FileProblem) -> Trilingual {
    match problem {
        FileProblem::Full => Trilingual::fixed(
            "Kalenderfilen kan ikke skrives: disken er full. Frigjør plass, eller velg et annet sted.",
            "Kalenderfila kan ikkje skrivast: disken er full. Frigjer plass, eller vel ein annan stad.",
            "The calendar file cannot be written: the disk is full. Free some space, or choose another place.",
        ),
        FileProblem::Forbidden => Trilingual::fixed(
            "Kalenderfilen kan ikke skrives: du har ikke lov til å lagre i mappen. Velg et annet sted.",
            "Kalenderfila kan ikkje skrivast: du har ikkje lov til å lagre i mappa. Vel ein annan stad.",
            "The calendar file cannot be written: you are not allowed to save in the folder. Choose another place.",
        ),
        FileProblem::NoFolder => Trilingual::fixed(
            "Kalenderfilen kan ikke skrives: mappen finnes ikke, eller er ikke koblet til. Koble den til, eller velg et annet sted.",
            "Kalenderfila kan ikkje skrivast: mappa finst ikkje, eller er ikkje kopla til. Kople ho til, eller vel ein annan stad.",
            "The calendar file cannot be written: the folder does not exist or is not connected. Connect it, or choose another place.",
        ),
        FileProblem::NotACalendar => Trilingual::fixed(
            "Der ligger det en annen fil, som ikke er en kalender fra dette programmet. Den blir ikke overskrevet. Velg et annet navn.",
            "Der ligg det ei anna fil, som ikkje er ein kalender frå dette programmet. Ho blir ikkje overskriven. Vel eit anna namn.",
            "Another file is there, which is not a calendar from this program. It will not be overwritten. Choose another name.",
        ),
        FileProblem::Other => Trilingual::fixed(
            "Kalenderfilen kan ikke skrives. Se om stedet finnes, eller velg et annet.",
            "Kalenderfila kan ikkje skrivast. Sjå om staden finst, eller vel ein annan.",
            "The calendar file cannot be written. See whether the place exists, or choose another.",
        ),
    }
}
