//! Many letters on one processor and on two; a long annex; and the preview of one letter through the desk.

use std::path::Path;
use std::thread;
use std::time::Duration;

use chrono::{DateTime, Utc};
use personvernsak::adapter::pdf::{PdfDrawer, draw};
use personvernsak::api::letter::LetterInput;
use personvernsak::casework::ids::ContentId;
use personvernsak::casework::letter::tree::{Annex, Block, Inline, Letter};
use personvernsak::usecase::ports::DrawingOptions;
use uuid::Uuid;

use crate::drawing::letters;
use crate::turns::{Judgements, in_turns, time};

const ROUNDS: usize = 60;
/// Two processors do as much as 1.7 of one.
const OVER_ONE_PROCESSOR: f64 = 1.0 / 1.7;
const BATCH: u128 = 200;
const A_LONG_ANNEX: Duration = Duration::from_millis(150);
const A_PREVIEW: Duration = Duration::from_millis(50);

/// What drawing letters costs by itself.
pub fn compare(folder: &Path, judgements: &mut Judgements) {
    long_annex(judgements);
    batch(judgements);
    preview(folder, judgements);
}

fn long_annex(judgements: &mut Judgements) {
    let letter = annexed();
    let options = letters::options();
    let pages = draw(&letter, &options).expect("drawn").pages;
    let [taken] = in_turns(ROUNDS, [&mut |_| time(|| draw(&letter, &options).expect("drawn"))]);
    judgements.about(&format!("A letter with a long annex, {pages} pages"));
    assert!(pages >= 30, "{pages} pages are no long annex");
    judgements.at_most("from its words to the file", taken, A_LONG_ANNEX);
}

/// A decision with a table over about thirty pages.
fn annexed() -> Letter {
    let text = |words: &str| vec![Inline::Text(words.to_owned())];
    let row = |number: usize| {
        let said = "Konsultasjon hos fastlege. Kontakten gjaldt flere forhold, og legen viste deg videre.";
        let (day, month, year) = (number % 28 + 1, number % 12 + 1, number % 20 + 5);
        vec![
            text(&format!("{day:02}.{month:02}.20{year:02}")),
            text("Fjordlegene på Måløy"),
            text(&said[..if number % 3 == 0 { said.len() } else { 25 }]),
            text(&format!("A{number:03}")),
        ]
    };
    let header = ["Dato", "Meldt av", "Hva opplysningen sier", "Kode"].map(text).to_vec();
    let table = Block::Table { header, rows: (1..=900).map(row).collect() };
    let heading = "Vedlegg 1: Opplysninger fra Kommunalt pasient- og brukerregister".to_owned();
    Letter { annexes: vec![Annex { heading, blocks: vec![table] }], ..letters::decision() }
}

fn batch(judgements: &mut Judgements) {
    let letter = letters::decision();
    let at = DateTime::<Utc>::from_timestamp(1_772_188_245, 0).expect("an instant");
    let options = |number| DrawingOptions {
        document_id: ContentId(Uuid::from_u128(number)),
        dated_on: at.date_naive(),
        created_at: at,
        draft: false,
    };
    let wanted: Vec<_> = (0..BATCH).map(|number| (&letter, options(number))).collect();
    let on = |threads: usize| time(|| PdfDrawer.draw_all_on(threads, &wanted, &mut |_| true));
    let [one, two] = in_turns(11, [&mut |_| on(1), &mut |_| on(2)]);
    let processors = thread::available_parallelism().map_or(1, usize::from);
    judgements.about(&format!("{BATCH} letters; the machine has {processors} processors"));
    judgements.tell("on one thread", one);
    judgements.tell("on two", two);
    judgements.ratio("the second over the first", two, one, OVER_ONE_PROCESSOR);
}

fn preview(folder: &Path, judgements: &mut Judgements) {
    let store = crate::office::filled(folder, 200);
    let mut desk = crate::office::opened(&store, crate::office::now(100));
    let wanted = LetterInput {
        cases: vec!["2026/00007-a".to_owned()],
        kind: "acknowledgement".to_owned(),
        ..LetterInput::default()
    };
    let [taken] = in_turns(ROUNDS, [&mut |_| time(|| desk.letter_preview(&wanted).expect("drawn"))]);
    judgements.about("The preview of one letter, through the desk: read, composed, held at the gate, drawn");
    judgements.at_most("from the question to the file", taken, A_PREVIEW);
}
