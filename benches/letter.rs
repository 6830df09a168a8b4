//! How long a letter takes from the record to the finished file. What drawing alone costs is held against a peer in
//! `benches/peers`.

use personvernsak::api::demo;
use personvernsak::api::desk::Desk;
use personvernsak::api::letter::LetterInput;
use personvernsak::api::session::{Settings, StoreCreate};

fn main() {
    divan::main();
}

/// What the preview does each time somebody types: read the request, compose, hold at the gate, draw.
#[divan::bench]
fn composed_and_drawn(bencher: divan::Bencher) {
    let folder = tempfile::tempdir().expect("a folder");
    let store = folder.path().join("store");
    let now = "2026-02-27T09:00:00Z".parse().expect("an instant");
    let mut desk = Desk::new(store.clone(), Settings { now: Some(now), ..Settings::default() });
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
    // Fonts are read once for the whole program.
    desk.letter_preview(&wanted).expect("drawn");
    bencher.bench_local(|| desk.letter_preview(&wanted).expect("drawn").len());
}
