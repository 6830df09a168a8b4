//! What is done when nobody asks for anything: the desk looks after what keeps itself right, and what leaves the store is written and
//! shown by threads of their own, so that a share or a desktop that hangs holds up neither the window nor the store.

use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::{Duration, Instant};

use personvernsak::api::calendar_writing::{ReadyCalendar, WrittenCalendar};
use personvernsak::api::desk::{Desk, Tended};

use crate::notices::Messenger;

/// So soon it is asked how it went with what is on its way.
const SOON: Duration = Duration::from_secs(1);
/// A place that has not answered for so long is said not to.
const PATIENCE: Duration = Duration::from_secs(if cfg!(test) { 1 } else { 20 });

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
        self.writer.hear(|written| remember(desk, written));
        let Tended { notice, calendars, again_in } = desk.tend();
        if let Some(notice) = notice {
            self.messenger.send(notice);
        }
        if !calendars.is_empty() {
            self.writer.take(calendars);
        }
        if self.messenger.is_out() || self.writer.is_soon_heard() { Some(SOON) } else { again_in }
    }
}

fn remember(desk: &mut Desk, written: &WrittenCalendar) {
    if let Err(failure) = desk.calendar_written(written) {
        tracing::info!(code = failure.code, "how it went with a calendar file was not remembered");
    }
}

/// Writes calendar files, one round at a time.
#[derive(Default)]
struct Writer {
    out: Option<Round>,
    /// What is to lie there by now, once the round that is out is over.
    next: Vec<ReadyCalendar>,
}

/// Files that are being written.
struct Round {
    since: Instant,
    /// Those that have not been heard of.
    left: Vec<ReadyCalendar>,
    /// Whether it has been said that they have not.
    told: bool,
    done: Receiver<WrittenCalendar>,
}

impl Writer {
    /// Whether files are being written whose places have not been silent for long.
    fn is_soon_heard(&self) -> bool {
        self.out.as_ref().is_some_and(|round| !round.told)
    }

    fn take(&mut self, calendars: Vec<ReadyCalendar>) {
        if self.out.is_some() {
            self.next = calendars;
            return;
        }
        let (done, heard) = mpsc::channel();
        let left = calendars.clone();
        let sent = thread::Builder::new().name("calendar".to_owned()).spawn(move || {
            for calendar in calendars {
                // Nobody asks any longer when the program has ended meanwhile.
                let _ = done.send(calendar.write());
            }
        });
        match sent {
            Ok(_) => self.out = Some(Round { since: Instant::now(), left, told: false, done: heard }),
            Err(_) => tracing::info!("the system gives no thread for the calendar files"),
        }
    }

    /// Tells how it went with each file, or that nothing has been heard of it.
    fn hear(&mut self, mut tell: impl FnMut(&WrittenCalendar)) {
        let Some(mut round) = self.out.take() else { return };
        loop {
            match round.done.try_recv() {
                Ok(written) => {
                    round.left.retain(|left| !left.became(&written));
                    tell(&written);
                }
                Err(TryRecvError::Disconnected) => {
                    let next = std::mem::take(&mut self.next);
                    if !next.is_empty() {
                        self.take(next);
                    }
                    return;
                }
                Err(TryRecvError::Empty) => break,
            }
        }
        if !round.told && round.since.elapsed() >= PATIENCE {
            round.told = true;
            round.left.iter().for_each(|left| tell(&left.unanswered()));
        }
        self.out = Some(round);
    }
}

#[cfg(all(test, unix))]
mod tests {
    use std::fs;
    use std::process::Command;

    use personvernsak::api::desk::CalendarFileKeep;
    use personvernsak::api::session::{Settings, StoreCreate};

    use super::*;

    /// A pipe that nobody writes to is a place that does not answer: whoever reads it waits.
    #[test]
    fn a_place_that_does_not_answer_holds_nobody_up_and_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("frister.ics");
        let settings = |now: &str| Settings {
            now: Some(now.parse().expect("an instant")),
            follows_user: true,
            ..Settings::default()
        };
        let mut desk = Desk::new(folder.path().join("lager"), settings("2026-03-02T08:00:00Z"));
        let new = StoreCreate {
            store: folder.path().join("lager"),
            organisation: "helsedirektoratet".to_owned(),
            name: "Kari Myhre".to_owned(),
            passphrase: "bare til prøve i fjellet".to_owned(),
        };
        desk.store_create(&new, true).expect("a store");
        let calendar = Default::default();
        desk.calendar_file_keep(&CalendarFileKeep { calendar, office: false, path: path.clone() }).expect("kept");
        fs::remove_file(&path).expect("gone");
        assert!(Command::new("mkfifo").arg(&path).status().expect("mkfifo").success());

        let mut upkeep = Upkeep::default();
        let began = Instant::now();
        let told = loop {
            upkeep.tend(&mut desk);
            if let Some(told) = desk.calendar_alert().expect("asked") {
                break told;
            }
            assert!(began.elapsed() < Duration::from_secs(60), "nothing was told");
            thread::sleep(Duration::from_millis(50));
        };
        assert!(told.contains("svarer ikke"), "{told}");
        assert!(upkeep.tend(&mut desk).is_some_and(|wait| wait > SOON), "it is not asked for all the time");

        // When it answers at last, that is what stands.
        drop(fs::OpenOptions::new().write(true).open(&path).expect("somebody reads"));
        let problem = |desk: &mut Desk| desk.calendar_files().expect("files").own.and_then(|own| own.problem);
        while problem(&mut desk).is_some_and(|words| words.contains("svarer ikke")) {
            assert!(began.elapsed() < Duration::from_secs(60), "the answer was not heard");
            upkeep.tend(&mut desk);
            thread::sleep(Duration::from_millis(50));
        }
        assert!(problem(&mut desk).is_some_and(|words| words.contains("ikke er en kalender")));
        assert_eq!(desk.calendar_alert().expect("asked"), None, "the fault goes on");
    }
}
