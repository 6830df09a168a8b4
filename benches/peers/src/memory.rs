//! What the program holds in memory, with all its processes, beside the same shell with an empty page, and with a
//! hundred times as many cases.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::office;
use crate::turns::Judgements;
use crate::window::{self, Bus, Frame, PATIENCE, Screen};

const ROUNDS: usize = 5;
const FEW: u32 = 10_000;
const MANY: u32 = 1_000_000;
const MIB: u64 = 1024 * 1024;
/// How long nothing may change on the screen before memory is counted.
const STILL: Duration = Duration::from_secs(3);
/// Pixels that a blinking text mark changes, and no more.
const TEXT_MARK: usize = 100;

/// The proportional share of memory (PSS) of the program and every process that it started, with the first page of the work
/// list on the screen, and of the same shell with an empty page. Memory that processes share is counted once.
pub fn compare(folder: &Path, target: &Path, judgements: &mut Judgements) {
    let (few, many) = (office::crowded(folder, FEW), office::crowded(folder, MANY));
    let empty = window::build(folder, target, "empty", Some("../benches/peers/empty-page"));
    let whole = window::build(folder, target, "whole", None);
    let place = tempfile::tempdir_in(folder).expect("a folder");
    let measured = |program: &Path, store: &Path, unlocks: bool| {
        let mut rounds: Vec<u64> = (0..ROUNDS).map(|_| held(place.path(), program, store, unlocks)).collect();
        rounds.sort_unstable();
        rounds[ROUNDS / 2]
    };
    let bare = measured(&empty, &few, false);
    let at_few = measured(&whole, &few, true);
    let at_many = measured(&whole, &many, true);
    judgements.about(&format!("Memory of all processes with the work list on the screen (medians of {ROUNDS})"));
    judgements.tell_size("the same shell with an empty page", bare);
    judgements.tell_size(&format!("the program at {FEW} cases"), at_few);
    judgements.tell_size(&format!("the program at {MANY} cases"), at_many);
    judgements.at_most_more("the program beyond the empty page", at_few, bare, 80 * MIB);
    judgements.at_most_more(&format!("{MANY} cases beyond {FEW}"), at_many, at_few, 15 * MIB);
}

/// Starts a program, unlocks its store if it asks for that, waits until the screen stands still, and counts.
fn held(place: &Path, program: &Path, store: &Path, unlocks: bool) -> u64 {
    let home = tempfile::tempdir_in(place).expect("a folder");
    let screen = Screen::open(home.path());
    let bus = Bus::open();
    let mut running = window::start(program, store, &screen, &bus, home.path());
    until_still(&screen, &|frame| frame.colours() > 1 || frame.is_mostly(crate::starting::EMPTY_PAGE));
    if unlocks {
        for keys in [["type", office::PASSPHRASE], ["key", "Return"]] {
            screen.press(keys);
        }
        until_still(&screen, &Frame::shows_a_list);
    }
    let total = family(running.id()).iter().map(|process| share_of(*process)).sum();
    running.kill().expect("the program can be ended");
    running.wait().expect("the program ends");
    total
}

fn until_still(screen: &Screen, shows: &dyn Fn(&Frame) -> bool) {
    let began = Instant::now();
    let (mut last, mut since) = (screen.look(), Instant::now());
    while since.elapsed() < STILL || !shows(&last) {
        assert!(began.elapsed() < PATIENCE, "the window is not ready after {PATIENCE:?}");
        sleep(Duration::from_millis(100));
        let frame = screen.look();
        if frame.differs_from(&last) > TEXT_MARK {
            (last, since) = (frame, Instant::now());
        }
    }
}

/// A process and all that it started, and they in turn.
fn family(of: u32) -> Vec<u32> {
    let parents: Vec<(u32, u32)> = fs::read_dir("/proc")
        .expect("Linux tells of its processes")
        .filter_map(|entry| {
            let process = entry.ok()?.file_name().to_str()?.parse().ok()?;
            let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
            // The name in parentheses may hold anything; the state and the parent come after it.
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            Some((process, parent))
        })
        .collect();
    let mut all = vec![of];
    let mut next = 0;
    while next < all.len() {
        let children = parents.iter().filter(|(_, parent)| *parent == all[next]).map(|(process, _)| *process);
        let children: Vec<u32> = children.collect();
        all.extend(children);
        next += 1;
    }
    all
}

/// The proportional share of memory of a process, in bytes; nothing for one that has ended.
fn share_of(process: u32) -> u64 {
    let path = PathBuf::from(format!("/proc/{process}/smaps_rollup"));
    let told = fs::read_to_string(path).unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok()).map_or(0, |kilobytes| kilobytes * 1024)
}
