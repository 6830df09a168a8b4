//! Faulty catalogue files: every fault is told with file and line.

use personvernsak::adapter::load::{CatalogueFile, CatalogueFiles, EMBEDDED, LoadProblem, LoadProblems, Loaded, load};
use personvernsak::api::registers::RegistersAnswer;
use personvernsak::wording::Language;

/// The catalogue when a passage of the file KPR is exchanged.
fn changed(from: &str, to: &str) -> Result<Loaded, LoadProblems> {
    let kpr = EMBEDDED.registers.iter().find(|file| file.name == "registers/kpr.toml").expect("kpr");
    assert!(kpr.text.contains(from), "the file has «{from}»");
    let text = kpr.text.replacen(from, to, 1);
    let registers: Vec<CatalogueFile<'_>> = EMBEDDED
        .registers
        .iter()
        .map(|file| if file.name == kpr.name { CatalogueFile { text: &text, ..*file } } else { *file })
        .collect();
    load(&CatalogueFiles { registers: &registers, ..EMBEDDED })
}

/// The faults of the catalogue when a passage of the file KPR is exchanged.
fn faults(from: &str, to: &str) -> Vec<LoadProblem> {
    changed(from, to).expect_err("there is a fault").0
}

fn line_of(passage: &str) -> usize {
    let kpr = EMBEDDED.registers.iter().find(|file| file.name == "registers/kpr.toml").expect("kpr");
    kpr.text[..kpr.text.find(passage).expect("the passage")].lines().count()
}

#[test]
fn every_fault_has_file_line_and_words() {
    let mut told = String::new();
    for (what, from, to) in [
        ("an unknown key", "short = \"KPR\"", "short = \"KPR\"\nfarge = \"blå\""),
        ("a missing source", "body = \"helsedirektoratet\"\nsource = \"hdir-kpr\"", "body = \"helsedirektoratet\""),
        ("an empty source", "source = \"hdir-kpr\"", "source = \"\""),
        ("an unknown source", "source = \"hdir-kpr\"", "source = \"hdir-1814\""),
        ("an unknown body", "body = \"helsedirektoratet\"", "body = \"helsedirektorat\""),
        ("a date that does not exist", "valid_from = 2024-01-01", "valid_from = 2023-02-29"),
        ("a last day before the first", "valid_from = 2024-01-01", "valid_from = 2024-01-01\nvalid_to = 2023-12-31"),
        (
            "overlapping controllers",
            "[[answered_by]]",
            "[[controller]]\nbody = \"fhi\"\nvalid_from = 2025-01-01\nsource = \"kpr-f-1-3\"\n\n[[answered_by]]",
        ),
        ("two rules for one right", "rights = [\"innsyn-logg\"]", "rights = [\"innsyn-logg\", \"innsyn\"]"),
        ("an unknown right", "rights = [\"sperring\"]", "rights = [\"sperre\"]"),
        ("an unknown check", "\"sterkt-belastende\"", "\"veldig-belastende\""),
        ("an unknown track", "track = \"section-25\"", "track = \"paragraf-25\""),
        ("a mode without a body", "track = \"section-25\"", "track = \"section-25\"\nmode = \"oversendes\""),
        ("an empty text", "nb = \"Helse- og omsorgstjenestene i kommunene, fra journalen.\"", "nb = \"\""),
        ("a point that is not a to h", "point = \"h\"", "point = \"i\""),
    ] {
        let faults = faults(from, to);
        assert!(faults.iter().all(|fault| fault.file == "registers/kpr.toml" && fault.line > 0), "{what}: {faults:?}");
        told += &format!("{what}\n");
        for fault in &faults {
            told += &format!("  {fault}\n");
        }
    }
    insta::assert_snapshot!("catalogue_faults", told);
}

#[test]
fn the_line_is_that_of_the_fault() {
    let faults = faults("valid_from = 2024-01-01", "valid_from = 2023-02-29");
    assert_eq!(faults[0].line, line_of("valid_from = 2024-01-01") + 1);
}

#[test]
fn a_point_of_article_15_that_nothing_is_said_to_is_missing() {
    let loaded = changed("[[retention]]", "[[administrator]]").expect("no fault");
    let office = loaded.offices.find("helsedirektoratet").expect("an office");
    let answer = RegistersAnswer::of(&loaded.catalogue, loaded.catalogue.registers(), (office, None), Language::Nb);
    let missing: Vec<String> = answer
        .registers
        .iter()
        .flat_map(|register| register.missing().map(|point| format!("{} {}", register.id, point.point)))
        .collect();
    assert_eq!(missing, ["kpr d"]);
}

#[test]
fn no_source_and_no_check_stands_unused() {
    let registers = EMBEDDED.registers.iter().map(|file| file.text);
    let files = [EMBEDDED.bodies, EMBEDDED.offices, EMBEDDED.checks, EMBEDDED.general, EMBEDDED.grounds];
    let files = files.map(|file| file.text);
    let text = registers.chain(files).collect::<Vec<_>>().join("\n");
    let ids = |text: &str| -> Vec<String> {
        let lines = text.lines().filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'));
        lines.map(str::to_owned).collect()
    };
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').collect();
    let unused = |id: &String, times: usize| words.iter().filter(|word| *word == id).count() < times;
    let sources: Vec<String> = ids(EMBEDDED.sources.text).into_iter().filter(|id| unused(id, 1)).collect();
    let checks: Vec<String> = ids(EMBEDDED.checks.text).into_iter().filter(|id| unused(id, 2)).collect();
    assert!(sources.is_empty() && checks.is_empty(), "sources {sources:?}, checks {checks:?}");
}
