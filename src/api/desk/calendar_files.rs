//! Files in which the deadlines are kept for calendar programs: chosen once, and right from then on.

use std::collections::BTreeMap;
use std::mem;
use std::path::{self, PathBuf};

use serde::Deserialize;
use ts_rs::TS;

use super::Desk;
use crate::adapter::store::{CalendarFile, CalendarOf};
use crate::api::calendar_files::{self, CalendarFilesAnswer, FileProblem};
use crate::api::calendar_writing::{LeftCalendar, ReadyCalendar, WrittenCalendar};
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
        let files = session.store.calendar_files()?;
        Ok(CalendarFilesAnswer::of(files, |of| self.watch.calendar_faults.of(of), may_office))
    }

    /// Keeps the deadlines in a file from now on, and writes it.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] for the office's file and a role that may not, or a place where another file lies;
    /// [`Exit::NotWellFormed`] for a register or a track that there is none of; [`Exit::Other`] where nothing can be written.
    /// Nothing was changed then.
    pub fn calendar_file_keep(&mut self, given: &CalendarFileKeep) -> Result<CalendarFilesAnswer, Failure> {
        let written = self.calendar_file_ready(given)?.write(|| true);
        self.calendar_file_kept(&written)
    }

    /// What is to lie in a file that is to be kept. Writing it needs no store, and once it is written it is [kept](Self::calendar_file_kept).
    ///
    /// # Errors
    /// As [`Self::calendar_file_keep`], but for the place.
    pub fn calendar_file_ready(&mut self, given: &CalendarFileKeep) -> Result<ReadyCalendar, Failure> {
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
        let file = CalendarFile {
            of,
            path: path::absolute(&given.path).unwrap_or_else(|_| given.path.clone()).display().to_string(),
            language,
            mine,
            register,
            track,
            chosen: (session.clock.now(), session.user.name.clone()),
            written_at: None,
        };
        self.ready(file)
    }

    /// Keeps a file from now on that has been written.
    ///
    /// # Errors
    /// What was wrong with the place; [`Failure`].
    pub fn calendar_file_kept(&mut self, written: &WrittenCalendar) -> Result<CalendarFilesAnswer, Failure> {
        if let Some(problem) = written.problem() {
            let exit = if problem == FileProblem::NotACalendar { Exit::RuleRefuses } else { Exit::Other };
            return Err(Failure::new(exit, problem.id(), calendar_files::in_words(problem).get(spoken())));
        }
        let session = self.session()?;
        // Whoever chose it may have locked the store meanwhile, and then somebody else has it open.
        if session.user.name == written.user() {
            let now = session.clock.now();
            session.store.keep_calendar_file(&CalendarFile { written_at: Some(now), ..written.file().clone() })?;
            self.watch.calendar_faults.set(written.file().of, None);
        }
        self.calendar_files()
    }

    /// Keeps a file no longer. It stays as it is, or is removed.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] for the office's file and a role that may not; [`Exit::NotFound`] where none is kept;
    /// [`Exit::Other`] where it cannot be removed: then it is kept no longer all the same.
    pub fn calendar_file_stop(&mut self, given: &CalendarFileStop) -> Result<CalendarFilesAnswer, Failure> {
        if let Some(left) = self.calendar_file_let_go(given)? {
            left.remove()?;
        }
        self.calendar_files()
    }

    /// Keeps a file no longer, and gives it where it is to be removed. Removing it needs no store.
    ///
    /// # Errors
    /// As [`Self::calendar_file_stop`], but for removing it.
    pub fn calendar_file_let_go(&mut self, given: &CalendarFileStop) -> Result<Option<LeftCalendar>, Failure> {
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
        self.session()?.store.drop_calendar_file(of)?;
        self.watch.calendar_faults.set(of, None);
        Ok(given.remove_file.then(|| LeftCalendar::at(&file.path)))
    }

    /// Brings the files that are kept up to date now. One that cannot be written says why, and the others are written all the same.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn calendar_files_update(&mut self) -> Result<CalendarFilesAnswer, Failure> {
        for ready in self.calendar_files_ready()? {
            self.calendar_written(&ready.write(|| true))?;
        }
        self.calendar_files()
    }

    /// What is to lie in the files that are kept, the user's own first. Writing it needs no store.
    pub(super) fn calendar_files_ready(&mut self) -> Result<Vec<ReadyCalendar>, Failure> {
        let files = self.session()?.store.calendar_files()?;
        files.into_iter().map(|file| self.ready(file)).collect()
    }

    /// Remembers how it went with a file. What was written for somebody who has locked the store since is not remembered, nor of a file
    /// that is kept no longer.
    ///
    /// # Errors
    /// [`Failure`]; then it is written once more.
    pub fn calendar_written(&mut self, written: &WrittenCalendar) -> Result<(), Failure> {
        let session = self.session()?;
        let files = session.store.calendar_files()?;
        let Some(kept) = files.into_iter().find(|kept| written.is_of(kept)) else { return Ok(()) };
        if session.user.name != written.user() {
            return Ok(());
        }
        let (of, now) = (kept.of, session.clock.now());
        let is_news = written.is_anew() || (kept.written_at.is_none() && written.problem().is_none());
        let file = CalendarFile { written_at: Some(now), ..kept };
        let noted = if is_news { session.store.note_calendar_file(&file) } else { Ok(()) };
        self.watch.calendar_faults.set(of, written.problem());
        if written.problem().is_some() || noted.is_err() {
            self.watch.write_again();
        }
        Ok(noted?)
    }

    /// The files are not as they should be: they are written again.
    pub fn calendar_files_again(&mut self) {
        self.watch.write_again();
    }

    /// That a file can be written no longer, once for each time that it begins.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn calendar_alert(&mut self) -> Result<Option<String>, Failure> {
        // Of the office's file hears who may choose another place for it.
        let decides = self.session()?.user.role.may(Permission::DecideForOffice);
        let untold = self.watch.calendar_faults.untold(|of| decides || of == CalendarOf::User);
        Ok(untold.map(|problem| calendar_files::in_words(problem).get(spoken()).to_owned()))
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

    fn ready(&mut self, file: CalendarFile) -> Result<ReadyCalendar, Failure> {
        let given =
            DeadlineCalendarInput { mine: file.mine, register: file.register.clone(), track: file.track.clone() };
        let language = mem::replace(&mut self.language, file.language);
        let made = self.deadline_calendar(&given);
        // Whatever is answered from here on is for the user again.
        self.language = language;
        let (bytes, _) = made?;
        Ok(ReadyCalendar::new(file, bytes, &self.session()?.user.name))
    }
}

/// The files that cannot be written from this program, since the store was unlocked. It is no part of the store: a place can be away
/// for one machine and there for the next.
#[derive(Debug, Default)]
pub(super) struct CalendarFaults(BTreeMap<CalendarOf, (FileProblem, bool)>);

impl CalendarFaults {
    fn of(&self, of: CalendarOf) -> Option<FileProblem> {
        self.0.get(&of).map(|(problem, _)| *problem)
    }

    /// A fault that goes on is not told again, whatever it is called now.
    fn set(&mut self, of: CalendarOf, problem: Option<FileProblem>) {
        match problem {
            None => drop(self.0.remove(&of)),
            Some(problem) => self.0.entry(of).or_insert((problem, false)).0 = problem,
        }
    }

    /// One that has not been told to who hears of it.
    fn untold(&mut self, hears: impl Fn(CalendarOf) -> bool) -> Option<FileProblem> {
        let (_, (problem, told)) = self.0.iter_mut().find(|(of, (_, told))| !told && hears(**of))?;
        *told = true;
        Some(*problem)
    }
}
