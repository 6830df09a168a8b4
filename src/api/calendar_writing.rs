//! Writing a calendar file. It needs no store, so that a place that is slow to answer holds up nobody who works.

use std::fs;
use std::io;
use std::path::Path;

use super::calendar_files::{self, FileProblem};
use crate::adapter::exchange::{is_own_calendar, same_calendar};
use crate::adapter::store::CalendarFile;
use crate::adapter::system::write_whole;

/// A calendar file, and what is to lie there.
#[derive(Clone, Debug)]
pub struct ReadyCalendar {
    file: CalendarFile,
    bytes: Vec<u8>,
    /// Whom it was made for.
    user: String,
}

impl ReadyCalendar {
    /// For whoever has the store open.
    pub(super) fn new(file: CalendarFile, bytes: Vec<u8>, user: &str) -> Self {
        Self { file, bytes, user: user.to_owned() }
    }

    /// Writes it where something else lies there. It can take its time, where the place is on a network.
    #[must_use]
    pub fn write(self) -> WrittenCalendar {
        let done = put_in_place(Path::new(&self.file.path), &self.bytes);
        WrittenCalendar { anew: done == Ok(Written::Now), problem: done.err(), file: self.file, user: self.user }
    }

    /// That its place has not answered.
    #[must_use]
    pub fn unanswered(&self) -> WrittenCalendar {
        let problem = Some(FileProblem::NoAnswer);
        WrittenCalendar { anew: false, problem, file: self.file.clone(), user: self.user.clone() }
    }

    /// Whether this is what came of it.
    #[must_use]
    pub fn became(&self, written: &WrittenCalendar) -> bool {
        self.file == written.file
    }
}

/// How it went with a calendar file.
#[derive(Debug)]
pub struct WrittenCalendar {
    file: CalendarFile,
    /// Whether it was written, or lay there as it should.
    anew: bool,
    problem: Option<FileProblem>,
    user: String,
}

impl WrittenCalendar {
    /// The file, as it was kept when its deadlines were read.
    pub(super) fn file(&self) -> &CalendarFile {
        &self.file
    }

    /// Whether it was written now, or lay there as it should.
    pub(super) fn is_anew(&self) -> bool {
        self.anew
    }

    /// Why it could not be written.
    pub(super) fn problem(&self) -> Option<FileProblem> {
        self.problem
    }

    /// Whom it was written for.
    pub(super) fn user(&self) -> &str {
        &self.user
    }
}

/// When the bytes came where they lie.
#[derive(PartialEq, Eq)]
enum Written {
    Now,
    Before,
}

fn put_in_place(path: &Path, bytes: &[u8]) -> Result<Written, FileProblem> {
    match fs::read(path) {
        Ok(there) if same_calendar(&there, bytes) => return Ok(Written::Before),
        Ok(there) if !is_own_calendar(&there) => return Err(FileProblem::NotACalendar),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(calendar_files::problem(&error)),
        Ok(_) | Err(_) => {}
    }
    write_whole(path, bytes).map(|()| Written::Now).map_err(|error| calendar_files::problem(&error))
}
