//! One thread owns the desk, and with it the open store: the window asks, and never waits for the disk itself.

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use personvernsak::api::spoken::spoken;
use personvernsak::api::{Exit, Failure};
use personvernsak::wording::Language;
use tauri::async_runtime;

/// How long nobody has asked for anything before it is used for something else.
const WHILE: Duration = Duration::from_millis(if cfg!(test) { 50 } else { 2_000 });

/// One thing to do with the desk; `false` when it broke off in the middle.
type Job<Desk> = Box<dyn FnOnce(&mut Desk) -> bool + Send>;

/// The way to the thread that owns the desk. Jobs are done one at a time, in the order they came.
pub struct StoreThread<Desk> {
    jobs: Sender<Job<Desk>>,
    /// The language of the last answer, for what the window's shell says itself.
    spoken: Arc<Mutex<Language>>,
}

impl<Desk: 'static> StoreThread<Desk> {
    /// Starts the thread. `lay` makes a desk with nothing open on it: at the start, and again after a job that
    /// broke off, because what was on the desk can then no longer be trusted. The store itself is safe: what was
    /// not committed is undone when it closes. `idle` is asked to do a little when nobody has asked for anything for a
    /// while, and again when it says so; if it does not, when somebody has asked for something next.
    ///
    /// # Errors
    /// When the system gives no thread.
    pub fn start(
        lay: impl Fn() -> Desk + Send + 'static,
        mut idle: impl FnMut(&mut Desk) -> Option<Duration> + Send + 'static,
    ) -> io::Result<Self> {
        let (jobs, inbox): (Sender<Job<Desk>>, Receiver<Job<Desk>>) = mpsc::channel();
        thread::Builder::new().name("store".to_owned()).spawn(move || {
            let mut desk = lay();
            let mut wait = None;
            loop {
                match inbox.recv_timeout(wait.unwrap_or(Duration::MAX)) {
                    Ok(job) => {
                        if !job(&mut desk) {
                            desk = lay();
                        }
                        wait = Some(WHILE);
                    }
                    Err(RecvTimeoutError::Timeout) => {
                        wait = panic::catch_unwind(AssertUnwindSafe(|| idle(&mut desk))).unwrap_or_else(|_| {
                            desk = lay();
                            None
                        });
                    }
                    Err(RecvTimeoutError::Disconnected) => break,
                }
            }
        })?;
        Ok(Self { jobs, spoken: Arc::default() })
    }

    /// The language in which the desk answers now.
    pub fn spoken(&self) -> Language {
        *self.spoken.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does one thing with the desk and answers with what came of it.
    ///
    /// # Errors
    /// The failure of the thing itself, or `internal` when it broke off.
    pub async fn run<Answer: Send + 'static>(
        &self,
        action: impl FnOnce(&mut Desk) -> Result<Answer, Failure> + Send + 'static,
    ) -> Result<Answer, Failure> {
        let (reply, mut answer) = async_runtime::channel(1);
        let heard = Arc::clone(&self.spoken);
        let job = move |desk: &mut Desk| {
            let done = panic::catch_unwind(AssertUnwindSafe(|| action(desk)));
            *heard.lock().unwrap_or_else(PoisonError::into_inner) = spoken();
            let whole = done.is_ok();
            if let Ok(result) = &done {
                note(result.as_ref().err());
            }
            // Nobody waits any longer when the window has been closed meanwhile; then there is nobody to tell.
            let _ = reply.try_send(done.unwrap_or_else(|_| Err(broken_off(spoken()))));
            whole
        };
        self.jobs.send(Box::new(job)).map_err(|_| broken_off(self.spoken()))?;
        answer.recv().await.unwrap_or_else(|| Err(broken_off(self.spoken())))
    }
}

/// Only the code of a failure goes to the log: its text may speak of a case.
fn note(failure: Option<&Failure>) {
    if let Some(failure) = failure {
        tracing::info!(code = failure.code, "refused");
    }
}

fn broken_off(language: Language) -> Failure {
    let message = language.pick(
        "Det skjedde en feil i programmet, og handlingen ble ikke utført. Det som er lagret, er trygt. Lås opp lageret og \
         prøv igjen. Feilen står i loggen.",
        "Det hende ein feil i programmet, og handlinga blei ikkje utført. Det som er lagra, er trygt. Lås opp lageret og \
         prøv igjen. Feilen står i loggen.",
        "The program failed, and the action was not carried out. What is stored is safe. Unlock the store and try again. \
         The error is in the log.",
    );
    Failure::new(Exit::Other, "internal", message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(desk: &mut u32) -> Result<u32, Failure> {
        *desk += 1;
        Ok(*desk)
    }

    #[test]
    fn jobs_meet_the_same_desk_in_order() {
        let store = StoreThread::start(|| 0, |_| None).expect("a thread");
        let answers = async_runtime::block_on(async { (store.run(count).await, store.run(count).await) });
        assert_eq!(answers, (Ok(1), Ok(2)));
    }

    #[test]
    fn a_job_that_breaks_off_is_told_and_leaves_a_fresh_desk() {
        let store = StoreThread::start(|| 0, |_| None).expect("a thread");
        let answers = async_runtime::block_on(async {
            let first = store.run(count).await;
            let broken = store.run(|_| -> Result<u32, Failure> { panic!("a secret") }).await;
            (first, broken, store.run(count).await)
        });
        assert_eq!(answers, (Ok(1), Err(broken_off(Language::Nb)), Ok(1)));
    }

    #[test]
    fn when_nobody_asks_the_desk_is_put_in_order_until_it_is() {
        let store = StoreThread::start(
            || 0,
            |desk| {
                *desk += 10;
                (*desk < 30).then_some(WHILE)
            },
        )
        .expect("a thread");
        let answers = async_runtime::block_on(async {
            let first = store.run(count).await;
            thread::sleep(WHILE * 5);
            (first, store.run(count).await)
        });
        assert_eq!(answers, (Ok(1), Ok(32)));
    }
}
