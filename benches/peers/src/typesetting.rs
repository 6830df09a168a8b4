//! Letters the whole way from words to file, beside Typst setting the same words.

mod with_typst;

use std::path::Path;

use personvernsak::adapter::pdf::draw;

use crate::drawing::letters;
use crate::turns::{Judgements, in_turns, time};
use with_typst::{Press, keep};

const ROUNDS: usize = 60;
/// Ours knows one kind of document and Typst every kind, so ours must be several times as fast.
const OVER_TYPST: f64 = 1.0 / 3.0;

/// The whole way, beside Typst.
pub fn compare(folder: &Path, judgements: &mut Judgements) {
    let options = letters::options();
    let press = Press::new();
    for (name, letter) in letters::all() {
        let theirs = press.file(&letter, &options);
        keep(folder, name, &theirs);
        let [ours, peer] = in_turns(
            ROUNDS,
            [&mut |_| time(|| draw(&letter, &options).expect("drawn")), &mut |_| {
                with_typst::forget();
                time(|| press.file(&letter, &options))
            }],
        );
        judgements.about(&format!("Setting «{name}», from its words to the file (medians of {ROUNDS} in turns)"));
        judgements.tell("ours", ours);
        judgements.tell("Typst, in the same process, with its fonts read and its caches empty", peer);
        judgements.ratio("the first over the second", ours, peer, OVER_TYPST);
    }
}
