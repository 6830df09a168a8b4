//! How long a letter takes from its tree to the finished file.

#[path = "../tests/it/pdf/letters.rs"]
mod letters;

use personvernsak::adapter::pdf::draw;

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
