//! Files in which the deadlines are kept for calendar programs, as they are shown.

use std::io;

use serde::Serialize;
use ts_rs::TS;

use super::session::instant;
use super::spoken::spoken;
use crate::adapter::store::{CalendarFile, CalendarOf};
use crate::wording::Trilingual;

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
    /// The place does not answer, as a share on a network that is away.
    NoAnswer,
    /// Anything else.
    Other,
}

impl FileProblem {
    /// The word for it in documents.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Forbidden => "forbidden",
            Self::NoFolder => "no-folder",
            Self::NotACalendar => "not-a-calendar",
            Self::NoAnswer => "no-answer",
            Self::Other => "other",
        }
    }
}

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
    /// Why it cannot be written from here, and what to do.
    pub problem: Option<String>,
}

impl CalendarFilesAnswer {
    /// The files, as they are for whoever looks, and what is wrong with those that cannot be written.
    #[must_use]
    pub fn of(files: Vec<CalendarFile>, wrong: impl Fn(CalendarOf) -> Option<FileProblem>, may_office: bool) -> Self {
        let (mut own, mut office) = (None, None);
        for file in files {
            let of = file.of;
            let told = |problem| if of == CalendarOf::Office && !may_office { NOT_YOURS } else { in_words(problem) };
            let shown = Some(CalendarFileAnswer::of(file, wrong(of).map(told)));
            match of {
                CalendarOf::User => own = shown,
                CalendarOf::Office => office = shown,
            }
        }
        Self { own, office, may_office }
    }
}

impl CalendarFileAnswer {
    fn of(file: CalendarFile, problem: Option<Trilingual>) -> Self {
        Self {
            path: file.path,
            mine: file.mine,
            register: file.register,
            track: file.track,
            chosen_at: instant(file.chosen.0),
            chosen_by: file.chosen.1,
            written_at: file.written_at.map(instant),
            problem: problem.map(|problem| problem.get(spoken()).to_owned()),
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

/// What is said of the office's file to those who choose no place for it.
const NOT_YOURS: Trilingual = Trilingual::fixed(
    "Kontorets kalenderfil kan ikke skrives fra denne maskinen. Si fra til en leder.",
    "Kalenderfila til kontoret kan ikkje skrivast frå denne maskina. Sei frå til ein leiar.",
    "The office’s calendar file cannot be written from this machine. Tell a lead.",
);

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
        FileProblem::NoAnswer => Trilingual::fixed(
            "Kalenderfilen blir ikke skrevet: stedet den ligger på, svarer ikke. Se om nettverket er koblet til, eller velg et annet sted.",
            "Kalenderfila blir ikkje skriven: staden ho ligg på, svarar ikkje. Sjå om nettverket er kopla til, eller vel ein annan stad.",
            "The calendar file is not being written: the place where it lies does not answer. See whether the network is connected, or choose another place.",
        ),
        FileProblem::Other => Trilingual::fixed(
            "Kalenderfilen kan ikke skrives. Se om stedet finnes, eller velg et annet.",
            "Kalenderfila kan ikkje skrivast. Sjå om staden finst, eller vel ein annan.",
            "The calendar file cannot be written. See whether the place exists, or choose another.",
        ),
    }
}
