//! Draws many letters at the same time, on as many threads as the machine has processors. No thread outlives the call.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;

/// Does a piece of work for each of `count` places, on at most so many threads, and gives the answers in the order of the
/// places. `done` is told after each how many are finished, and says whether to go on; once it has said no, no further
/// place is begun, and those that were not worked on are `None`.
pub fn in_parallel<Answer: Send>(
    count: usize,
    threads: usize,
    work: impl Fn(usize) -> Answer + Sync,
    done: &mut dyn FnMut(usize) -> bool,
) -> Vec<Option<Answer>> {
    let mut answers: Vec<Option<Answer>> = (0..count).map(|_| None).collect();
    let next = AtomicUsize::new(0);
    let stopped = AtomicBool::new(false);
    thread::scope(|scope| {
        let (sender, receiver) = mpsc::channel();
        for _ in 0..threads.clamp(1, count.max(1)) {
            let sender = sender.clone();
            let (next, stopped, work) = (&next, &stopped, &work);
            scope.spawn(move || {
                // Whoever is free takes the next place, so that a long letter holds up no other.
                while !stopped.load(Ordering::Relaxed) {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    if place >= count || sender.send((place, work(place))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        // The caller's own thread only gathers, and is told of each letter; `done` may be bound to it.
        for (finished, (place, answer)) in (1..).zip(receiver) {
            answers[place] = Some(answer);
            if !stopped.load(Ordering::Relaxed) && !done(finished) {
                stopped.store(true, Ordering::Relaxed);
            }
        }
    });
    answers
}

#[cfg(test)]
mod tests {
    use super::in_parallel;

    #[test]
    fn answers_stand_in_order_whatever_the_number_of_threads() {
        for threads in [0, 1, 2, 7, 100] {
            let mut told = Vec::new();
            let answers = in_parallel(20, threads, |place| place * 2, &mut |done| {
                told.push(done);
                true
            });
            assert_eq!(answers, (0..20).map(|place| Some(place * 2)).collect::<Vec<_>>(), "{threads}");
            assert_eq!(told, (1..=20).collect::<Vec<_>>(), "{threads}");
        }
        assert!(in_parallel(0, 2, |place| place, &mut |_| true).is_empty());
    }

    #[test]
    fn nothing_is_begun_once_the_caller_has_said_no() {
        let mut told = 0;
        let answers = in_parallel(
            1000,
            2,
            |place| {
                std::thread::sleep(std::time::Duration::from_millis(1));
                place
            },
            &mut |_| {
                told += 1;
                told < 3
            },
        );
        assert_eq!(told, 3, "and nothing is told any more");
        let worked = answers.iter().flatten().count();
        assert!((3..1000).contains(&worked), "{worked}");
        assert_eq!(answers.len(), 1000);
    }
}
