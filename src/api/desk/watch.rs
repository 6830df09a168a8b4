//! What keeps itself right while the store is open: the text index, the calendar files, and notices of what is due. Whoever has the
//! desk asks it when nobody else does, and again when it says so.

use std::time::Duration;

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, Utc};

use super::Desk;
use super::calendar_files::CalendarFaults;
use crate::api::calendar_writing::ReadyCalendar;
use crate::api::failure::Failure;
use crate::api::spoken::spoken;
use crate::casework::notice::{self, Memory};
use crate::law::calendar;

/// After a change the calendar files are not written more often than this.
const SELDOM: TimeDelta = TimeDelta::minutes(3);
/// A notice that could not be shown is tried again after this.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);
/// The desk looks again at least this often, since colleagues change things too, and a machine that slept knows no longer how long.
const LONGEST: Duration = Duration::from_mins(1);
/// There is more to put in order.
const SHORTEST: Duration = Duration::from_secs(2);

/// When the desk last looked, since the store was unlocked.
#[derive(Debug, Default)]
pub(super) struct Watch {
    /// The day, and how many commits there were. Nothing before the first look.
    seen: Option<(NaiveDate, u64)>,
    /// Whether the calendar files may not be right any more, and when they were last looked at.
    stale: bool,
    calendars_at: Option<DateTime<Utc>>,
    /// Which of them cannot be written.
    pub(super) calendar_faults: CalendarFaults,
    /// When there can be something to tell, by the clock on the wall.
    notice_at: Option<NaiveDateTime>,
}

impl Watch {
    /// What could not be written is tried again, even where nothing changes.
    pub(super) fn write_again(&mut self) {
        self.stale = true;
    }

    /// There may be something to tell now.
    pub(super) fn look_anew(&mut self) {
        self.notice_at = None;
    }
}

/// What a look came to.
#[derive(Debug)]
pub struct Tended {
    /// What is to be shown on the desktop.
    pub notice: Option<ReadyNotice>,
    /// What is to lie in the calendar files. The desk is told how it went, and meanwhile works on.
    pub calendars: Vec<ReadyCalendar>,
    /// When to look again if nobody asks for anything before; none while the store is locked.
    pub again_in: Option<Duration>,
}

/// Something to show on the desktop. It holds numbers and no more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadyNotice {
    /// The heading.
    pub title: String,
    /// What is told.
    pub text: String,
    /// Whom it is for, and what they have been told once it has been shown.
    user: String,
    memory: Memory,
}

impl Desk {
    /// Looks whether something is to be put in order, written or told. What cannot be done now is tried again later, and keeps
    /// nobody from working.
    pub fn tend(&mut self) -> Tended {
        if self.session.is_none() {
            return Tended { notice: None, calendars: Vec::new(), again_in: None };
        }
        let more = self.store_tidy().unwrap_or(false);
        let (mut notice, mut calendars, mut until_notice) = (None, Vec::new(), LONGEST);
        let looked = self.keep_watch(&mut calendars).map(|found| (notice, until_notice) = found);
        if let Err(failure) = &looked {
            tracing::info!(code = failure.code, "what keeps itself right was not looked at");
        }
        let again_in = Some(if more { SHORTEST } else { until_notice.clamp(SHORTEST, LONGEST) });
        Tended { notice, calendars, again_in }
    }

    /// A notice was shown; it is not shown again. For another user than has the store open now it is not remembered.
    ///
    /// # Errors
    /// [`Failure`]; then it may be shown once more.
    pub fn notice_told(&mut self, notice: &ReadyNotice) -> Result<(), Failure> {
        let session = self.session()?;
        if session.user.name == notice.user {
            session.store.remember_notice(&notice.memory)?;
            self.watch.look_anew();
        }
        Ok(())
    }

    fn keep_watch(&mut self, calendars: &mut Vec<ReadyCalendar>) -> Result<(Option<ReadyNotice>, Duration), Failure> {
        let session = self.session()?;
        let (now, commits) = (session.clock.now(), session.store.commits()?);
        let wall = calendar::oslo_time(now);
        let begun = self.watch.seen.is_none_or(|(day, _)| day != wall.date());
        let changed = begun || self.watch.seen.is_some_and(|(_, before)| before != commits);
        self.watch.seen = Some((wall.date(), commits));
        self.watch.stale |= changed;
        let rested = self.watch.calendars_at.is_none_or(|at| now < at || now - at >= SELDOM);
        let made = if self.watch.stale && (begun || rested) {
            self.watch.calendars_at = Some(now);
            let ready = self.calendar_files_ready();
            self.watch.stale = ready.is_err();
            ready.map(|ready| calendars.extend(ready))
        } else {
            Ok(())
        };
        let notice = if changed || self.watch.notice_at.is_none_or(|at| at <= wall) {
            self.watch.look_anew();
            self.look_for_notice(wall)?
        } else {
            None
        };
        made?;
        let until_notice = self.watch.notice_at.and_then(|at| (at - wall).to_std().ok());
        Ok((notice, until_notice.unwrap_or(LONGEST)))
    }

    fn look_for_notice(&mut self, wall: NaiveDateTime) -> Result<Option<ReadyNotice>, Failure> {
        let due = self.workplace()?.due()?;
        let session = self.session()?;
        let before = session.store.notice_memory()?;
        let look = notice::look(&due, &session.store.notice_settings()?, wall, &before);
        let Some(found) = look.notice else {
            if look.memory != before {
                session.store.remember_notice(&look.memory)?;
            }
            self.watch.notice_at = Some(look.again_at);
            return Ok(None);
        };
        let ready = ReadyNotice {
            title: found.title().get(spoken()).to_owned(),
            text: found.text().get(spoken()).to_owned(),
            user: session.user.name.clone(),
            memory: look.memory,
        };
        self.watch.notice_at = Some(wall + PATIENCE);
        Ok(Some(ready))
    }
}
