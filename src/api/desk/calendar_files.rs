//! Files in which the deadlines are kept for calendar programs: chosen once, and right from then on.

use std::fs;
use std::io;
use std::mem;
use std::path::{self, Path, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::Desk;
use crate::adapter::exchange::{is_own_calendar, same_calendar};
use crate::adapter::store::{CalendarFile, CalendarOf, FileProblem};
use crate::adapter::system::write_whole;
use crate::api::calendar_files::{self, CalendarFilesAnswer};
use crate::api::deadline_calendar::DeadlineCalendarInput;
use crate::api::failure::{Exit, Failure};
use crate::api::spoken::{say, spoken};
use crate::casework::access::Permission;
use crate::usecase::Problem;

/// Which deadlines are kept in a file, and where it lies.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarFileKeep {
    /// Which cases are in it.
    pub calendar: DeadlineCalendarInput,
    /// Whether it is the office's, which everybody's program keeps right.
    pub office: bool,
    /// Its place.
    pub path: PathBuf,
}

/// Which file is to be kept no longer.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CalendarFileStop {
    /// Whether it is the office's.
    pub office: bool,
    /// Whether the file is removed, or stays as it is now.
    pub remove_file: bool,
}

impl Desk {
    /// The files that are kept, and how it went the last time. No person is named in them, so nothing is logged.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn calendar_files(&mut self) -> Result<CalendarFilesAnswer, Failure> {
        let session = self.session()?;
        let may_office = session.user.role.may(Permission::DecideForOffice);
        Ok(CalendarFilesAnswer::of(session.store.calendar_files()?, may_office))
    }

    /// Keeps the deadlines in a file from now on, and writes it.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] for the office's file and a role that may not, or a place where another file lies;
    /// [`Exit::NotWellFormed`] for a register or a track that there is none of; [`Exit::Other`] where nothing can be written.
    /// Nothing was changed then.
    pub fn calendar_file_keep(&mut self, given: &CalendarFileKeep) -> Result<CalendarFilesAnswer, Failure> {
        let of = self.owner_of(given.office)?;
        let DeadlineCalendarInput { mine, register, track } = given.calendar.clone();
        if given.office && mine {
            return Err(Failure::new(
                Exit::NotWellFormed,
                "office-has-no-cases",
                say!(
                    "Kontorets kalender har alle sakene. Skal den bare ha dine, lag din egen.",
                    "Kalenderen til kontoret har alle sakene. Skal han berre ha dine, lag din eigen.",
                    "The office’s calendar has all cases. If it is to have only yours, make one of your own.",
                ),
            ));
        }
        let language = self.language;
        let session = self.session()?;
        let mut file = CalendarFile {
            of,
            path: path::absolute(&given.path).unwrap_or_else(|_| given.path.clone()).display().to_string(),
            language,
            mine,
            register,
            track,
            chosen: (session.clock.now(), session.user.name.clone()),
            written_at: None,
            problem: None,
            problem_told: false,
        };
        self.bring_up_to_date(&mut file)?;
        if let Some(problem) = file.problem {
            let exit = if problem == FileProblem::NotACalendar { Exit::RuleRefuses } else { Exit::Other };
            return Err(Failure::new(exit, problem.id(), calendar_files::in_words(problem).get(spoken())));
        }
        self.session()?.store.keep_calendar_file(&file)?;
        self.calendar_files()
    }

    /// Keeps a file no longer. It stays as it is, or is removed.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] for the office's file and a role that may not; [`Exit::NotFound`] where none is kept;
    /// [`Exit::Other`] where it cannot be removed. Nothing was changed then.
    pub fn calendar_file_stop(&mut self, given: &CalendarFileStop) -> Result<CalendarFilesAnswer, Failure> {
        let of = self.owner_of(given.office)?;
        let kept = self.session()?.store.calendar_files()?.into_iter().find(|file| file.of == of);
        let file = kept.ok_or_else(|| {
            let message = say!(
                "Ingen kalenderfil blir holdt oppdatert. Det er ikke noe å stoppe.",
                "Inga kalenderfil blir halden oppdatert. Det er ikkje noko å stoppe.",
                "No calendar file is kept up to date. There is nothing to stop.",
            );
            Failure::new(Exit::NotFound, "no-calendar-file", message)
        })?;
        // What somebody has put in its place meanwhile is not ours to remove, and what is gone is gone.
        let place = Path::new(&file.path);
        if given.remove_file && fs::read(place).is_ok_and(|there| is_own_calendar(&there)) {
            fs::remove_file(place).map_err(|_| {
                let message = say!(
                    "Filen kan ikke fjernes. Behold den, og fjern den selv senere.",
                    "Fila kan ikkje fjernast. Behald ho, og fjern ho sjølv seinare.",
                    "The file cannot be removed. Keep it, and remove it yourself later.",
                );
                Failure::new(Exit::Other, "file", message)
            })?;
        }
        self.session()?.store.drop_calendar_file(of)?;
        self.calendar_files()
    }

    /// Brings the files that are kept up to date now. One that cannot be written says why, and the others are written all the same.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn calendar_files_update(&mut self) -> Result<CalendarFilesAnswer, Failure> {
        let mut failed = None;
        for before in self.session()?.store.calendar_files()? {
            let mut file = before.clone();
            match self.bring_up_to_date(&mut file) {
                Ok(()) if file != before => self.session()?.store.note_calendar_file(&file)?,
                Ok(()) => {}
                Err(failure) => failed = Some(failure),
            }
        }
        failed.map_or_else(|| self.calendar_files(), Err)
    }

    /// That a file can be written no longer, once for each time that it begins.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn calendar_alert(&mut self) -> Result<Option<String>, Failure> {
        let session = self.session()?;
        // Of the office's file hears who may choose another place for it.
        let decides = session.user.role.may(Permission::DecideForOffice);
        let files = session.store.calendar_files()?.into_iter().filter(|file| decides || file.of == CalendarOf::User);
        let untold = files.into_iter().find_map(|file| Some((file.problem.filter(|_| !file.problem_told)?, file)));
        let Some((problem, file)) = untold else { return Ok(None) };
        session.store.note_calendar_file(&CalendarFile { problem_told: true, ..file })?;
        Ok(Some(calendar_files::in_words(problem).get(spoken()).to_owned()))
    }

    /// Whose file is meant, if the user may say so.
    fn owner_of(&mut self, office: bool) -> Result<CalendarOf, Failure> {
        let session = self.session()?;
        if !office {
            return Ok(CalendarOf::User);
        }
        session.user.require(Permission::DecideForOffice).map_err(Problem::from)?;
        Ok(CalendarOf::Office)
    }

    /// Writes a file where what lies there is another; what cannot be done stands in `file`.
    fn bring_up_to_date(&mut self, file: &mut CalendarFile) -> Result<(), Failure> {
        let given =
            DeadlineCalendarInput { mine: file.mine, register: file.register.clone(), track: file.track.clone() };
        let language = mem::replace(&mut self.language, file.language);
        let made = self.deadline_calendar(&given);
        self.language = language;
        let (bytes, _) = made?;
        // Whatever is answered from here on is for the user again.
        let now = self.session()?.clock.now();
        let problem = match put_in_place(Path::new(&file.path), &bytes) {
            Ok(Written::Now) => {
                file.written_at = Some(now);
                None
            }
            Ok(Written::Before) => None,
            Err(problem) => Some(problem),
        };
        if problem.is_some() != file.problem.is_some() {
            file.problem_told = false;
        }
        file.written_at = file.written_at.or_else(|| problem.is_none().then_some(now));
        file.problem = problem;
        Ok(())
    }
}

/// When the bytes came where they lie.
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
