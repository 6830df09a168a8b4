//! From the start of the program to a window that asks for the passphrase, beside the same shell with an empty page, and
//! with the barest page that asks for anything.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::office;
use crate::turns::{Judgements, in_turns};
use crate::window::{self, Bus, Frame, PATIENCE, Screen};

const ROUNDS: usize = 10;
/// The colour of the empty page, as the screen keeps it: blue, green, red.
pub const EMPTY_PAGE: [u8; 3] = [0x80, 0x40, 0x20];
/// A window with words in it has at least so many colours, since letters have soft edges.
const COLOURS_OF_WORDS: usize = 32;
/// How long the picture must stand still before it is the last one.
const STILL: Duration = Duration::from_millis(1_500);
/// Pixels that a blinking text mark changes, and no more.
const TEXT_MARK: usize = 100;

/// «Ready» is what somebody in front of the screen would say: the first instant at which the screen shows what it goes on
/// showing, but for a blinking text mark. It is read off the picture that the virtual display keeps in memory, every eight
/// milliseconds, so neither program knows that it is watched, and both are built as they are shipped.
pub fn compare(folder: &Path, target: &Path, judgements: &mut Judgements) {
    let place = tempfile::tempdir_in(folder).expect("a folder");
    let store = place.path().join("store");
    drop(office::new(&store, office::now(0)));
    let empty = window::build(folder, target, "empty", Some("../benches/peers/empty-page"));
    let bare = window::build(folder, target, "bare", Some("../benches/peers/bare-field"));
    let whole = window::build(folder, target, "whole", None);
    let screen = Screen::open(place.path());
    let bus = Bus::open();
    let nothing = screen.look();
    let start = |program: &Path, is_whole: bool| {
        let home = tempfile::tempdir_in(place.path()).expect("a folder");
        let began = Instant::now();
        let mut running = window::start(program, &store, &screen, &bus, home.path());
        let shows = |frame: &Frame| {
            if is_whole { frame.colours() >= COLOURS_OF_WORDS } else { frame.is_mostly(EMPTY_PAGE) }
        };
        let ready = watch(&screen, began, &shows);
        running.kill().expect("the program can be ended");
        running.wait().expect("the program ends");
        let gone = Instant::now();
        while screen.look().differs_from(&nothing) > 0 {
            assert!(gone.elapsed() < PATIENCE, "the window does not go away");
            std::thread::sleep(Duration::from_millis(50));
        }
        ready
    };
    let [with_page, with_field, without] =
        in_turns(ROUNDS, [&mut |_| start(&whole, true), &mut |_| start(&bare, false), &mut |_| start(&empty, false)]);
    judgements.about(&format!("From start to the unlock field on the screen (medians of {ROUNDS} in turns)"));
    judgements.tell("the program", with_page);
    judgements.tell("the same shell with an empty page", without);
    judgements.tell("the same shell with a heading, a field and a button, and nothing else", with_field);
    judgements.ratio("the program over the empty page", with_page, without, 1.2);
    judgements.ratio("the program over the bare field", with_page, with_field, 1.5);
}

/// When the screen first showed what it went on showing.
pub fn watch(screen: &Screen, began: Instant, shows: &dyn Fn(&Frame) -> bool) -> Duration {
    let mut frames: Vec<(Duration, Frame)> = vec![(Duration::ZERO, screen.look())];
    loop {
        let frame = screen.look();
        let now = began.elapsed();
        let (changed_at, last) = frames.last().expect("the first is there");
        if frame.differs_from(last) > 0 {
            frames.push((now, frame));
        } else if now.saturating_sub(*changed_at) > STILL && shows(last) {
            break;
        }
        if frames.len() > 1 && settled(&frames, now) && shows(&frames[frames.len() - 1].1) {
            break;
        }
        assert!(now < PATIENCE, "the window is not ready after {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(8));
    }
    let (_, last) = &frames[frames.len() - 1];
    let still = frames.iter().rev().take_while(|(_, frame)| frame.differs_from(last) <= TEXT_MARK);
    still.last().map_or(Duration::ZERO, |(at, _)| *at)
}

/// Whether nothing but a text mark has changed for long enough.
fn settled(frames: &[(Duration, Frame)], now: Duration) -> bool {
    let (_, last) = &frames[frames.len() - 1];
    let first = frames.iter().rev().take_while(|(_, frame)| frame.differs_from(last) <= TEXT_MARK).last();
    first.is_some_and(|(at, _)| now.saturating_sub(*at) > STILL)
}
