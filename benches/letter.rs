//! How long a letter takes: from its tree to the finished file, and from the record to the finished file.

#[path = "../tests/it/pdf/letters.rs"]
mod letters;

use personvernsak::adapter::pdf::draw;
use personvernsak::api::demo;
use personvernsak::api::desk::Desk;
use personvernsak::api::letter::LetterInput;
use personvernsak::api::session::{Settings, StoreCreate};

fn main() {
    // Fonts are read once for the whole program.
    draw(&letters::decision(), &letters::options()).expect("drawn");
    divan::main();
}

#[divan::bench(args = ["decision", "everything", "sami", "handed-over"])]
fn drawn(bencher: divan::Bencher, name: &str) {
    let (_, letter) = letters::all().into_iter().find(|(known, _)| *known == name).expect("a letter");
    bencher.bench(|| draw(&letter, &letters::options()).expect("drawn").bytes.len());
}

/// What the preview does each time somebody types: read the request, compose, hold at the gate, draw.
#[divan::bench]
fn composed_and_drawn(bencher: divan::Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("store");
    let now = "2026-02-27T09:00:00Z".parse().expect("an instant");
    let mut desk = Desk::new(store.clone(), Settings { now: Some(now), seed: None });
    let new = StoreCreate {
        store,
        organisation: "helsedirektoratet".to_owned(),
        name: demo::USER.to_owned(),
        passphrase: "bare til prøve".to_owned(),
    };
    desk.store_create(&new, true).expect("a store");
    demo::fill(&mut desk, now, &new.passphrase).expect("requests");
    let wanted = LetterInput {
        cases: vec!["2026/00007-a".to_owned()],
        kind: "acknowledgement".to_owned(),
        ..LetterInput::default()
    };
    bencher.bench_local(|| desk.letter_preview(&wanted).expect("drawn").len());
}
