//! From the passphrase to the first rows of the work list at 100,000 cases, beside deriving the key alone.

use std::path::Path;
use std::time::Duration;

use personvernsak::api::desk::{CaseList, Desk};
use personvernsak::api::session::Settings;

use crate::office;
use crate::turns::{Judgements, in_turns, time};

const CASES: usize = 100_000;
const ROUNDS: usize = 20;
/// What is left of a second after a slow derivation, before somebody feels that they wait.
const BEYOND_THE_KEY: Duration = Duration::from_millis(300);

/// Unlocking derives the key from the passphrase, which is slow on purpose. A wrong passphrase costs exactly that and
/// nothing more, so it is what the right one is held against. Every round opens the database anew.
pub fn compare(folder: &Path, judgements: &mut Judgements) {
    let store = office::filled(folder, CASES);
    let settings = Settings { now: Some(office::now(CASES / 2)), ..Settings::default() };
    let mut unlocking = |_| {
        let mut desk = Desk::new(store.clone(), settings.clone());
        let right = office::unlock(&store, office::PASSPHRASE);
        time(|| {
            desk.store_unlock(&right).expect("unlocked");
            desk.registers().expect("the registers");
            desk.case_list(&CaseList::default()).expect("the first rows")
        })
    };
    let mut deriving = |_| {
        let mut desk = Desk::new(store.clone(), settings.clone());
        let wrong = office::unlock(&store, "feil til prøve");
        time(|| desk.store_unlock(&wrong).expect_err("a wrong passphrase"))
    };
    let [unlocked, derived] = in_turns(ROUNDS, [&mut unlocking, &mut deriving]);
    judgements.about(&format!("Unlocking to the first rows at {CASES} cases (medians of {ROUNDS} in turns)"));
    judgements.tell("passphrase to first rows", unlocked);
    judgements.tell("a wrong passphrase: deriving the key", derived);
    judgements.at_most("the first beyond the second", unlocked.saturating_sub(derived), BEYOND_THE_KEY);
}
