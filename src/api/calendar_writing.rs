//! Writing a calendar file. It needs no store, so that a place that is slow to answer holds up nobody who works.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::calendar_files::{self, FileProblem};
use super::failure::{Exit, Failure};
use super::spoken::say;
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

    /// Where it is to lie. No two files that are kept should lie in one place, and then the last one that is written does.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.file.path
    }

    /// Writes it where something else lies there. It can take its time, where the place is on a network: once the place has answered,
    /// `is_wanted` says whether it is still to be written, or has taken so long that something newer may lie there.
    #[must_use]
    pub fn write(self, is_wanted: impl Fn() -> bool) -> WrittenCalendar {
        let done = put_in_place(Path::new(&self.file.path), &self.bytes, is_wanted);
        WrittenCalendar { anew: done == Ok(Written::Now), problem: done.err(), file: self.file, user: self.user }
    }

    /// That its place has not answered.
    #[must_use]
    pub fn unanswered(&self) -> WrittenCalendar {
        let problem = Some(FileProblem::NoAnswer);
        WrittenCalendar { anew: false, problem, file: self.file.clone(), user: self.user.clone() }
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

    /// Whether a file that is kept now is the one that was meant: the owner may have chosen another place meanwhile.
    pub(super) fn is_of(&self, kept: &CalendarFile) -> bool {
        (kept.of, &kept.path, &kept.chosen) == (self.file.of, &self.file.path, &self.file.chosen)
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

/// A file that is kept no longer and is to be removed.
#[derive(Debug)]
pub struct LeftCalendar(PathBuf);

impl LeftCalendar {
    pub(super) fn at(path: &str) -> Self {
        Self(PathBuf::from(path))
    }

    /// Removes it. What somebody has put in its place meanwhile is not ours to remove, and what is gone is gone.
    ///
    /// # Errors
    /// [`Exit::Other`] where it cannot be removed.
    pub fn remove(self) -> Result<(), Failure> {
        if fs::read(&self.0).is_ok_and(|there| is_own_calendar(&there)) {
            fs::remove_file(&self.0).map_err(|_| Self::stays())?;
        }
        Ok(())
    }

    /// That it is still there.
    #[must_use]
    pub fn stays() -> Failure {
        let message = say!(
            "Filen blir ikke lenger oppdatert, men den kan ikke fjernes nå. Fjern den selv senere.",
            "Fila blir ikkje lenger oppdatert, men ho kan ikkje fjernast no. Fjern ho sjølv seinare.",
            "The file is no longer kept up to date, but it cannot be removed now. Remove it yourself later.",
        );
        Failure::new(Exit::Other, "file", message)
    }
}

/// When the bytes came where they lie.
#[derive(PartialEq, Eq)]
enum Written {
    Now,
    Before,
}

fn put_in_place(path: &Path, bytes: &[u8], is_wanted: impl Fn() -> bool) -> Result<Written, FileProblem> {
    match fs::read(path) {
        Ok(there) if same_calendar(&there, bytes) => return Ok(Written::Before),
        Ok(there) if !is_own_calendar(&there) => return Err(FileProblem::NotACalendar),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(calendar_files::problem(&error)),
        Ok(_) | Err(_) if !is_wanted() => return Err(FileProblem::NoAnswer),
        Ok(_) | Err(_) => {}
    }
    write_whole(path, bytes).map(|()| Written::Now).map_err(|error| calendar_files::problem(&error))
}
