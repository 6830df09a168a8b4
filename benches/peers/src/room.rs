//! The room of deadlines at 1,000,000 cases, from the key that opens it until the window shows what it goes on showing, beside the
//! same at 100,000. The program is built as it is shipped.

use std::path::Path;
use std::time::{Duration, Instant};

use crate::office;
use crate::starting::watch;
use crate::turns::Judgements;
use crate::window::{self, Bus, Frame, Screen};

const ROUNDS: usize = 9;
const FEW: u32 = 100_000;
const MANY: u32 = 1_000_000;
const BOUND: Duration = Duration::from_millis(300);

/// The first time after unlocking is told by itself, since the screen and its figures are read then for the first time.
pub fn compare(folder: &Path, target: &Path, judgements: &mut Judgements) {
    let stores = [FEW, MANY].map(|cases| office::crowded(folder, cases));
    let program = window::build(folder, target, "whole", None);
    let [few, many] = stores.map(|store| opened(folder, &program, &store));
    judgements
        .about(&format!("From the key to the room of deadlines on the screen (medians of {ROUNDS}, and the first)"));
    for (cases, [median, first]) in [(FEW, few), (MANY, many)] {
        judgements.tell(&format!("at {cases} cases"), median);
        judgements.tell(&format!("the first time at {cases} cases"), first);
    }
    judgements.at_most(&format!("at {MANY} cases"), many[0], BOUND);
    judgements.at_most(&format!("the first time at {MANY} cases"), many[1], BOUND);
    judgements.ratio(&format!("{MANY} cases over {FEW}"), many[0], few[0], 1.5);
}

/// How long it takes with a store: the median, and the first time.
fn opened(folder: &Path, program: &Path, store: &Path) -> [Duration; 2] {
    let home = tempfile::tempdir_in(folder).expect("a folder");
    let screen = Screen::open(home.path());
    let bus = Bus::open();
    let mut running = window::start(program, store, &screen, &bus, home.path());
    let until = |shows: &dyn Fn(&Frame) -> bool, keys: &[[&str; 2]]| {
        let began = Instant::now();
        for pressed in keys {
            screen.press(*pressed);
        }
        watch(&screen, began, shows)
    };
    until(&|frame| frame.colours() > 1, &[]);
    until(&Frame::shows_a_list, &[["type", office::PASSPHRASE], ["key", "Return"]]);
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let taken = until(&Frame::shows_a_list, &[["key", "ctrl+3"]]);
            until(&Frame::shows_a_list, &[["key", "ctrl+1"]]);
            taken
        })
        .collect();
    running.kill().expect("the program can be ended");
    running.wait().expect("the program ends");
    let first = times[0];
    times.sort_unstable();
    [times[ROUNDS / 2], first]
}
