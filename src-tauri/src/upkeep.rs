//! What is done when nobody asks for anything: the desk looks after what keeps itself right, and what leaves the store is written and
//! shown by threads of their own, so that a share or a desktop that hangs holds up neither the window nor the store.

use std::collections::BTreeMap;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

use personvernsak::api::calendar_writing::{ReadyCalendar, WrittenCalendar};
use personvernsak::api::desk::{Desk, Tended};

use crate::notices::Messenger;

/// So soon it is asked how it went with what is on its way.
const SOON: Duration = Duration::from_secs(1);
/// A place that has not answered for so long is said not to.
pub const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 20 });

/// Everything that is on its way.
#[derive(Default)]
pub struct Upkeep {
    messenger: Messenger,
    writer: Writer,
}

impl Upkeep {
    /// Lets the desk look after what keeps itself right; says when to come again.
    pub fn tend(&mut self, desk: &mut Desk) -> Option<Duration> {
        self.messenger.hear(desk);
        self.writer.hear(desk);
        let Tended { notice, calendars, again_in } = desk.tend();
        if let Some(notice) = notice {
            self.messenger.send(notice);
        }
        for calendar in calendars {
            self.writer.take(calendar, desk);
        }
        if self.messenger.is_out() || self.writer.is_soon_heard() { Some(SOON) } else { again_in }
    }
}

/// Does something by a thread of its own, and gives where it is heard what came of it; nothing where the system gives no thread.
pub fn apart<Done: Send + 'static>(name: &str, work: impl FnOnce() -> Done + Send + 'static) -> Option<Receiver<Done>> {
    let (done, heard) = mpsc::channel();
    // Nobody asks any longer when it has taken too long, or the program has ended meanwhile.
    let work = move || drop(done.send(work()));
    thread::Builder::new().name(name.to_owned()).spawn(work).ok().map(|_| heard)
}

fn remember(desk: &mut Desk, written: &WrittenCalendar) {
    if let Err(failure) = desk.calendar_written(written) {
        tracing::info!(code = failure.code, "how it went with a calendar file was not remembered");
    }
}

/// Writes calendar files, each by a thread of its own, and one at a time in each place.
#[derive(Default)]
struct Writer(BTreeMap<String, Round>);

/// A file that is being written.
struct Round {
    since: Instant,
    calendar: ReadyCalendar,
    /// Whether it has been said that its place does not answer.
    told: bool,
    /// Whether something else is to lie there by now.
    again: bool,
    done: Receiver<WrittenCalendar>,
}

impl Writer {
    /// Whether files are being written whose places have not been silent for long.
    fn is_soon_heard(&self) -> bool {
        self.0.values().any(|round| !round.told)
    }

    /// Writes a file, unless its place is busy with the one before: then the desk makes it anew once that is over.
    fn take(&mut self, calendar: ReadyCalendar, desk: &mut Desk) {
        if let Some(round) = self.0.get_mut(calendar.path()) {
            round.again = true;
            if round.told {
                remember(desk, &calendar.unanswered());
            }
            return;
        }
        let (since, work) = (Instant::now(), calendar.clone());
        let Some(done) = apart("calendar", move || work.write(|| since.elapsed() < PATIENCE)) else {
            return remember(desk, &calendar.unanswered());
        };
        let round = Round { since, calendar, told: false, again: false, done };
        self.0.insert(round.calendar.path().to_owned(), round);
    }

    /// Hears how it went with each file, or that its place does not answer.
    fn hear(&mut self, desk: &mut Desk) {
        self.0.retain(|_, round| match round.done.try_recv() {
            Ok(written) => {
                remember(desk, &written);
                if round.again {
                    desk.calendar_files_again();
                }
                false
            }
            Err(TryRecvError::Empty) => {
                if !round.told && round.since.elapsed() >= PATIENCE {
                    round.told = true;
                    remember(desk, &round.calendar.unanswered());
                }
                true
            }
            Err(TryRecvError::Disconnected) => {
                desk.calendar_files_again();
                false
            }
        });
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use personvernsak::api::deadline_calendar::DeadlineCalendarInput;
    use personvernsak::api::desk::{CalendarFileKeep, CalendarFileStop};
    use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};

    use super::*;

    const NOW: &str = "2026-03-02T08:00:00Z";
    const PASSPHRASE: &str = "bare til prøve i fjellet";

    struct Office {
        folder: tempfile::TempDir,
        desk: Desk,
        upkeep: Upkeep,
        began: Instant,
    }

    impl Office {
        fn new() -> Self {
            let folder = tempfile::tempdir().expect("a folder");
            let store = folder.path().join("lager");
            let now = Some(NOW.parse().expect("an instant"));
            let mut desk = Desk::new(store.clone(), Settings { now, follows_user: true, ..Settings::default() });
            let new = StoreCreate {
                store,
                organisation: "helsedirektoratet".to_owned(),
                name: "Kari Myhre".to_owned(),
                passphrase: PASSPHRASE.to_owned(),
            };
            desk.store_create(&new, true).expect("a store");
            Self { folder, desk, upkeep: Upkeep::default(), began: Instant::now() }
        }

        fn keep(&mut self, name: &str, office: bool) -> PathBuf {
            let path = self.folder.path().join(name);
            let calendar = DeadlineCalendarInput::default();
            self.desk.calendar_file_keep(&CalendarFileKeep { calendar, office, path: path.clone() }).expect("kept");
            path
        }

        fn unlock(&mut self) {
            let (store, passphrase) = (self.folder.path().join("lager"), PASSPHRASE.to_owned());
            let unlock = StoreUnlock { store, user: Some("Kari Myhre".to_owned()), passphrase };
            self.desk.store_unlock(&unlock).expect("unlocked");
        }

        /// Tends until something is so.
        #[track_caller]
        fn until(&mut self, is_so: impl Fn(&mut Desk) -> bool) {
            loop {
                self.upkeep.tend(&mut self.desk);
                if is_so(&mut self.desk) {
                    return;
                }
                assert!(self.began.elapsed() < Duration::from_secs(60), "it was never so");
                thread::sleep(Duration::from_millis(20));
            }
        }
    }

    fn problem(desk: &mut Desk) -> String {
        desk.calendar_files().expect("files").own.and_then(|own| own.problem).unwrap_or_default()
    }

    fn is_told(desk: &mut Desk) -> bool {
        desk.calendar_alert().expect("asked").is_some_and(|told| told.contains("svarer ikke"))
    }

    /// A pipe that nobody writes to is a place that does not answer: whoever reads it waits.
    fn silence(path: &Path) {
        fs::remove_file(path).expect("gone");
        assert!(Command::new("mkfifo").arg(path).status().expect("mkfifo").success());
    }

    #[test]
    fn a_place_that_does_not_answer_holds_nobody_up_and_is_told() {
        let mut office = Office::new();
        let (own, shared) = (office.keep("frister.ics", false), office.keep("kontoret.ics", true));
        silence(&own);
        fs::remove_file(&shared).expect("gone");
        office.until(|_| shared.exists());
        office.until(is_told);
        assert!(office.upkeep.tend(&mut office.desk).is_some_and(|wait| wait > SOON), "it is not asked all the time");

        // Whoever opens the store next is told as well, though the first writer waits still.
        office.unlock();
        office.until(is_told);

        // When it answers at last, what is wrong is what lies there.
        drop(fs::OpenOptions::new().write(true).open(&own).expect("somebody reads"));
        office.until(|desk| problem(desk).contains("ikke er en kalender"));
        assert_eq!(office.desk.calendar_alert().expect("asked"), None, "the fault goes on");
    }

    #[test]
    fn what_comes_of_a_place_that_is_left_is_nobodys() {
        let mut office = Office::new();
        let own = office.keep("frister.ics", false);
        silence(&own);
        office.until(is_told);
        let stop = CalendarFileStop { office: false, remove_file: true };
        assert!(office.desk.calendar_file_let_go(&stop).expect("let go").is_some(), "to be removed by who can wait");
        office.keep("annet.ics", false);
        assert_eq!(problem(&mut office.desk), "");
        drop(fs::OpenOptions::new().write(true).open(&own).expect("somebody reads"));
        let began = Instant::now();
        while began.elapsed() < Duration::from_millis(300) {
            office.upkeep.tend(&mut office.desk);
        }
        assert!(office.upkeep.writer.0.is_empty(), "nothing is on its way");
        assert_eq!((problem(&mut office.desk), office.desk.calendar_alert().expect("asked")), (String::new(), None));
    }
}
