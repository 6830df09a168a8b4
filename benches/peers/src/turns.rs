//! Measuring in turns, and judging.

use std::time::{Duration, Instant};

const MIB: u64 = 1024 * 1024;

/// How long something takes.
pub fn time<Answer>(work: impl FnOnce() -> Answer) -> Duration {
    let start = Instant::now();
    let answer = work();
    let taken = start.elapsed();
    // What came of it is dropped after the clock has stopped: giving memory back is no part of the work.
    drop(std::hint::black_box(answer));
    taken
}

/// A contestant: does its work once and says how long the part that counts took. It is given the number of the round.
pub type Contestant<'a> = &'a mut dyn FnMut(usize) -> Duration;

/// The medians of contestants that take turns, after a tenth as many rounds that do not count.
pub fn in_turns<const MANY: usize>(rounds: usize, contestants: [Contestant<'_>; MANY]) -> [Duration; MANY] {
    let warm_up = rounds.div_ceil(10);
    let mut times: [Vec<Duration>; MANY] = std::array::from_fn(|_| Vec::with_capacity(rounds));
    for round in 0..warm_up + rounds {
        // Each begins every other round, so that none always finds the caches as another left them.
        for place in 0..MANY {
            let place = if round % 2 == 0 { place } else { MANY - 1 - place };
            let taken = contestants[place](round);
            if round >= warm_up {
                times[place].push(taken);
            }
        }
    }
    times.map(median)
}

/// The middle of some times.
fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// What came of the comparisons.
#[derive(Default)]
pub struct Judgements {
    exceeded: usize,
}

impl Judgements {
    /// Prints what a group of lines is about.
    pub fn about(&self, title: &str) {
        println!("\n{title}");
    }

    /// Prints a time without judging it.
    pub fn tell(&self, what: &str, taken: Duration) {
        println!("  {what:<64} {:>10}", shown(taken));
    }

    /// Judges how many times as long `ours` took as `peer`.
    pub fn ratio(&mut self, what: &str, ours: Duration, peer: Duration, bound: f64) {
        let ratio = ours.as_secs_f64() / peer.as_secs_f64();
        self.judge(ratio <= bound, &format!("{what:<64} {ratio:>10.2}   bound {bound:.2}"));
    }

    /// Judges a time by itself.
    pub fn at_most(&mut self, what: &str, taken: Duration, bound: Duration) {
        self.judge(taken <= bound, &format!("{what:<64} {:>10}   bound {}", shown(taken), shown(bound)));
    }

    /// Prints a size in memory without judging it.
    pub fn tell_size(&self, what: &str, bytes: u64) {
        println!("  {what:<64} {:>10}", format!("{} MiB", bytes / MIB));
    }

    /// Judges how much more memory one thing takes than another.
    pub fn at_most_more(&mut self, what: &str, ours: u64, peer: u64, bound: u64) {
        let more = ours.saturating_sub(peer);
        self.judge(more <= bound, &format!("{what:<64} {:>6} MiB   bound {} MiB", more / MIB, bound / MIB));
    }

    fn judge(&mut self, holds: bool, line: &str) {
        println!("  {line}   {}", if holds { "ok" } else { "OVER" });
        self.exceeded += usize::from(!holds);
    }

    /// Whether no bound was exceeded.
    pub fn all_hold(&self) -> bool {
        self.exceeded == 0
    }
}

fn shown(taken: Duration) -> String {
    match taken.as_nanos() {
        0..10_000 => format!("{} ns", taken.as_nanos()),
        10_000..10_000_000 => format!("{} µs", taken.as_micros()),
        10_000_000.. => format!("{} ms", taken.as_millis()),
    }
}
