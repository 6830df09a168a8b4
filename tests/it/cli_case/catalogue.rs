//! Another catalogue than the program's own: taken into use whole, or not at all.

use std::fs;
use std::path::Path;

use serde_json::json;

use super::office::Office;

/// A copy of the program's catalogue in the office's folder, with one passage of one file exchanged.
fn changed(office: &Office, file: &str, from: &str, to: &str) -> String {
    let folder = office.path("katalog");
    fs::create_dir_all(&folder).expect("a folder");
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("registers");
    for entry in fs::read_dir(own).expect("the catalogue") {
        let path = entry.expect("a file").path();
        fs::copy(&path, folder.join(path.file_name().expect("a name"))).expect("copied");
    }
    let path = folder.join(file);
    let text = fs::read_to_string(&path).expect("the file");
    assert!(text.contains(from), "{file} has «{from}»");
    fs::write(&path, text.replacen(from, to, 1)).expect("written");
    office.argument("katalog")
}

/// Gives the copy a version of its own.
fn new_version(office: &Office) {
    let path = office.path("katalog").join("general.toml");
    let text = fs::read_to_string(&path).expect("the file");
    fs::write(&path, text.replacen("version = \"2026-07\"", "version = \"2026-08\"", 1)).expect("written");
}

fn erasure_goes_to(office: &Office) -> String {
    let registered = office.register(&json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nb",
        "person": {"name": "Aud Lid", "address": {"lines": ["Strandgata 7", "6700 Måløy"], "country": "NO"}},
        "text": "Slett alt.", "demands": [{"register": "kpr", "right": "sletting"}],
    }));
    registered["cases"][0]["handled_by"]["id"].as_str().expect("a body").to_owned()
}

#[test]
fn a_switch_with_a_day_sends_later_cases_to_the_other_controller() {
    let mut office = Office::at("2026-02-03T09:00:00+01:00");
    assert_eq!(erasure_goes_to(&office), "helsedirektoratet");
    let folder = changed(
        &office,
        "offices.toml",
        "register = \"kpr\"\nsource = \"hdir-kpr\"",
        "register = \"kpr\"\nvalid_to = 2026-02-01\nsource = \"hdir-kpr\"",
    );
    // A version that is in use already names another catalogue.
    let refused = office.refused(&["registers", "--install", &folder], 2);
    assert!(refused["message"].as_str().expect("words").contains("samme versjon"), "{refused}");
    new_version(&office);
    let installed = office.done(&["registers", "--install", &folder]);
    assert_eq!(installed["registers"], 38);
    assert_eq!(erasure_goes_to(&office), "fhi", "received after the last day");
    assert_eq!(office.show("2026/00001-a")["handled_by"]["id"], "helsedirektoratet", "an opened case keeps its route");
    office.at_instant("2026-02-04T09:00:00+01:00");
    assert_eq!(erasure_goes_to(&office), "fhi", "and so it is the next day");
    office.is_whole();
}

#[test]
fn a_catalogue_from_before_there_were_grounds_for_covering_has_the_programs_own() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    let folder = changed(&office, "grounds.toml", "[[redaction]]", "[[redaction]]");
    let file = office.path("katalog").join("grounds.toml");
    let text = fs::read_to_string(&file).expect("the file");
    let decisions = text.split("[[redaction]]").next().expect("the grounds of decisions").to_owned();
    fs::write(&file, decisions).expect("written");
    new_version(&office);
    office.done(&["registers", "--install", &folder]);
    let mut desk = office.desk();
    let grounds = desk.redaction_grounds().expect("the grounds");
    assert_eq!(grounds.len(), 16);
    let doubtful: Vec<&str> =
        grounds.iter().filter(|ground| ground.doubtful).map(|ground| ground.id.as_str()).collect();
    assert_eq!(doubtful, ["fvl-13-1-1", "fvl-13-1-2"]);
    for ground in &grounds {
        assert!(!ground.citation.is_empty() && !ground.what.is_empty(), "{}", ground.id);
    }

    // An office's own list takes the place of the program's.
    fs::write(&file, text.replace("doubtful = true\nsource = \"fvl-13-1-1\"", "source = \"fvl-13-1-1\""))
        .expect("written");
    let general = office.path("katalog").join("general.toml");
    let version = fs::read_to_string(&general).expect("the file").replacen("2026-08", "2026-09", 1);
    fs::write(&general, version).expect("written");
    office.done(&["registers", "--install", &folder]);
    let grounds = office.desk().redaction_grounds().expect("the grounds");
    assert_eq!(grounds.iter().filter(|ground| ground.doubtful).count(), 1);
}

#[test]
fn a_catalogue_with_faults_is_told_with_file_and_line_and_the_last_good_one_stays() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    for (file, from, to, line) in [
        ("kpr.toml", "short = \"KPR\"", "short = \"KPR\"\nfarge = \"blå\"", "kpr.toml:"),
        ("kpr.toml", "valid_from = 2024-01-01", "valid_from = 2024-02-30", "kpr.toml:"),
        ("frikort.toml", "source = \"hdir-frikort\"", "source = \"hdir-ukjent\"", "frikort.toml:"),
        ("general.toml", "rights = [\"innsyn\"]", "rights = [\"innsikt\"]", "general.toml:"),
    ] {
        let folder = changed(&office, file, from, to);
        let refused = office.refused(&["registers", "--install", &folder], 2);
        assert_eq!(refused["code"], "catalogue-faulty", "{to}");
        let path = refused["fields"][0]["path"].as_str().expect("a place");
        assert!(path.starts_with(line) && path.len() > line.len(), "{to}: {path}");
        assert_eq!(erasure_goes_to(&office), "helsedirektoratet", "{to}");
    }
    let folder = changed(&office, "kpr.toml", "short = \"KPR\"", "short = \"KPR\"");
    fs::remove_file(office.path("katalog").join("npr.toml")).expect("removed");
    let refused = office.refused(&["registers", "--install", &folder], 2);
    assert!(refused["message"].as_str().expect("words").contains("npr"), "{refused}");
    let folder = changed(&office, "hpr.toml", "id = \"dyrehelse\"", "id = \"veterinaer\"");
    let text = fs::read_to_string(office.path("katalog").join("hpr.toml")).expect("the file");
    fs::write(office.path("katalog").join("hpr.toml"), text.replace("yrke = \"dyrehelse\"", "yrke = \"veterinaer\""))
        .expect("written");
    let refused = office.refused(&["registers", "--install", &folder], 2);
    assert!(refused["message"].as_str().expect("words").contains("dyrehelse"), "{refused}");
    let refused = office.refused(&["registers", "--install", &office.argument("finnes-ikke")], 2);
    assert_eq!(refused["code"], "catalogue-faulty");
}
