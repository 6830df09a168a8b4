//! Drawing laid-out pages, beside krilla drawing the same; and what the steps before and after cost by themselves.

mod with_krilla;

#[path = "../../../tests/it/pdf/letters.rs"]
pub mod letters;

use std::time::Duration;

use personvernsak::adapter::pdf::{finish, lay_out, paint};

use crate::turns::{Judgements, in_turns, time};
use with_krilla::Prepared;

const ROUNDS: usize = 300;
const OVER_KRILLA: f64 = 0.8;
/// A letter without words is little more than its two fonts, which both subset and compress alike.
const WITHOUT_WORDS: f64 = 1.0;
/// The preview draws while somebody types. With both at their bound a letter of four pages is there in 20 ms, before anybody
/// sees that it was not.
const LAYING_OUT_A_PAGE: Duration = Duration::from_micros(2_500);
const SAVING_A_PAGE: Duration = Duration::from_micros(2_500);

/// The two get the same pages, already laid out, and each makes a finished file of them: PDF/A-2a and PDF/UA-1, with the
/// same structure, fonts, bookmarks and metadata, compressed.
pub fn compare(judgements: &mut Judgements) {
    let options = letters::options();
    for (name, letter) in letters::all() {
        let laid = lay_out(&letter, false).expect("laid out");
        let pages = laid.pages.len();
        let prepared = Prepared::new(&laid, &letter, &options);
        keep(name, &prepared);
        let [layout, ours, peer, painting] = in_turns(
            ROUNDS,
            [
                &mut |_| time(|| lay_out(&letter, false).expect("laid out")),
                &mut |_| time(|| finish(paint(&laid).expect("painted"), &laid, &letter, &options).expect("finished")),
                &mut |_| time(|| prepared.draw()),
                &mut |_| time(|| paint(&laid).expect("painted")),
            ],
        );
        let saving = ours.saturating_sub(painting);
        let a_page = |whole: Duration| whole / u32::try_from(pages).expect("few pages");
        judgements.about(&format!("Drawing «{name}», {pages} pages (medians of {ROUNDS} in turns)"));
        judgements.tell("laid-out pages to the finished file", ours);
        judgements.tell("the same with krilla", peer);
        judgements.ratio(
            "the first over the second",
            ours,
            peer,
            if name == "bare" { WITHOUT_WORDS } else { OVER_KRILLA },
        );
        judgements.at_most("laying out, a page", a_page(layout), LAYING_OUT_A_PAGE);
        judgements.tell("of the first: painting, a page", a_page(painting));
        judgements.at_most("of the first: structure, compression and saving, a page", a_page(saving), SAVING_A_PAGE);
    }
}

/// Leaves both files beside the program, so that anybody can look at what was compared.
fn keep(name: &str, prepared: &Prepared<'_>) {
    let folder = crate::folder();
    std::fs::write(folder.join(format!("{name}-krilla.pdf")), prepared.draw()).expect("written");
    std::fs::write(folder.join(format!("{name}-ours.pdf")), prepared.ours()).expect("written");
}
