//! Letter texts of an office's own: checked, taken into use, and given back.

use std::fs;

use personvernsak::adapter::store::{AdoptedKind, LockedStore, Passphrase};
use personvernsak::adapter::system::{SystemFileSystems, SystemRandomness};
use serde_json::{Value, json};

use super::office::{Answer, Office, PASSPHRASE, each};
use crate::pdf::logos;

const REWORDED: (&str, &str) = ("Vi seier frå om vi treng meir", "Vi tek kontakt om noko manglar");

/// Writes the program's texts into a folder of the office, with a passage of one file exchanged.
fn folder(office: &Office, file: &str, (from, to): (&str, &str)) -> String {
    let path = office.path("tekster");
    if !path.exists() {
        office.done(&["letters", "--export", path.to_str().expect("a path of text")]);
    }
    let path = path.join(file);
    let text = fs::read_to_string(&path).expect("the file");
    assert!(text.contains(from), "{file} has «{from}»");
    fs::write(&path, text.replacen(from, to, 1)).expect("written");
    office.argument("tekster")
}

fn registered() -> Value {
    json!({
        "received_on": "2026-02-02", "channel": "brev", "language": "nn",
        "person": {"name": "Aud Lid", "address": {"lines": ["Strandgata 7", "6700 Måløy"], "country": "NO"}},
        "text": "Slett alt.", "demands": [{"register": "kpr", "right": "sletting"}],
    })
}

fn acknowledgement(office: &Office) -> String {
    let composed = office.done(&["letter", "compose", "2026/00001-a", "--kind", "acknowledgement"]);
    composed["text"].as_str().expect("the words").to_owned()
}

#[test]
fn letters_say_what_the_office_has_taken_into_use_and_issued_ones_are_as_they_were() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    office.register(&registered());
    assert!(acknowledgement(&office).contains(REWORDED.0));
    let issued = office.argument("brev.pdf");
    office.done(&["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", &issued]);

    let texts = folder(&office, "nn/acknowledgement.toml", REWORDED);
    let checked = office.done(&["letters", "--check", "--from", &texts]);
    let changed = json!([{"kind": "acknowledgement", "label": "Bekreftelse på mottak", "languages": ["nn"]}]);
    assert_eq!((&checked["ok"], &checked["changes"]["letters"]), (&json!(true), &changed));
    assert!(acknowledgement(&office).contains(REWORDED.0), "looking at a folder changes nothing");
    let installed = office.done(&["letters", "--install", &texts]);
    assert_eq!((&installed["built_in"], &installed["changes"]["letters"]), (&json!(false), &changed));
    let words = acknowledgement(&office);
    assert!(words.contains(REWORDED.1) && !words.contains(REWORDED.0), "{words}");
    let source = office.done(&["settings", "show"])["letter_texts"].clone();
    assert_eq!((&source["state"], &source["problems"]), (&json!("own"), &json!([])));
    assert!(source["taken_at"].as_str().expect("an instant").starts_with("2026-02-03T08:00"), "{source}");

    let again = office.argument("igjen.pdf");
    office.done(&["letter", "reissue", "2026/00001-2", "-o", &again]);
    assert_eq!(fs::read(&issued).expect("the letter"), fs::read(&again).expect("the letter again"));
    let refused = office.refused(&["letters", "--install", &texts], 3);
    assert_eq!(refused["code"], "nothing-changes");

    let back = office.done(&["letters", "--install", "--built-in"]);
    assert_eq!((&back["built_in"], &back["changes"]["letters"]), (&json!(true), &changed));
    assert!(acknowledgement(&office).contains(REWORDED.0));
    assert_eq!(office.done(&["settings", "show"])["letter_texts"]["state"], "built-in");
    office.is_whole();
}

#[test]
fn texts_with_faults_are_told_with_file_and_line_and_the_last_good_ones_stay() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    office.register(&registered());
    let texts = folder(&office, "nn/acknowledgement.toml", REWORDED);
    office.done(&["letters", "--install", &texts]);
    let texts = folder(&office, "nb/acknowledgement.toml", ("{request_number}", "{request_numer}"));
    let check = ["letters", "--check", "--from", &texts, "--json"];
    let answer = Answer::of(&office.bare().args(check).output().expect("the program starts"));
    assert_eq!(answer.code, 1, "a report of faults: {}", answer.err);
    let report: Value = serde_json::from_str(&answer.out).expect("one document");
    assert_eq!(report["ok"], false);
    assert_eq!(each(&report["problems"], "file"), ["nb/acknowledgement.toml"]);
    assert_eq!(each(&report["problems"], "message"), ["«request_numer» er ikke et felt."]);
    let refused = office.refused(&["letters", "--install", &texts], 2);
    assert_eq!(refused["code"], "letter-texts-faulty");
    let line = report["problems"][0]["line"].as_u64().expect("a line");
    assert_eq!(refused["fields"][0]["path"], format!("nb/acknowledgement.toml:{line}"));
    assert!(acknowledgement(&office).contains(REWORDED.1));
    for missing in ["finnes-ikke", "lager"] {
        let refused = office.refused(&["letters", "--install", &office.argument(missing)], 2);
        assert_eq!(refused["code"], "letter-texts-faulty", "{missing}");
    }
    office.refused(&["letters", "--install"], 2);
    office.refused(&["letters", "--install", &texts, "--built-in"], 2);
    let refused = office.refused(&["letters", "--export", &texts], 3);
    assert_eq!(refused["code"], "folder-not-empty");
}

#[test]
fn the_office_writes_under_its_own_name_and_logo_in_the_letter_s_language() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    office.register(&registered());
    let texts = office.path("eget");
    fs::create_dir(&texts).expect("a folder");
    let write = |text: &str| fs::write(texts.join("office.toml"), text).expect("written");
    let own = "[names]\nnb = \"Etat for prøver\"\nnn = \"Etat for prøving\"\nen = \"Agency of Trials\"\n\n\
               [logo]\nfile = \"logo.png\"\nalternative.nb = \"Logoen til etaten\"\n\
               alternative.nn = \"Logoen åt etaten\"\nalternative.en = \"The agency's logo\"\n";
    write(own);
    fs::write(texts.join("logo.png"), b"GIF89a").expect("written");
    let argument = office.argument("eget");
    let refused = office.refused(&["letters", "--install", &argument], 2);
    assert_eq!(refused["fields"][0]["path"], "logo.png:1");
    assert_eq!(refused["fields"][0]["message"], "Filen er ikke et PNG-bilde. Lagre logoen som PNG og prøv igjen.");
    fs::write(texts.join("logo.png"), logos::usual()).expect("written");
    let installed = office.done(&["letters", "--install", &argument]);
    let changes = &installed["changes"];
    assert_eq!((&changes["letters"], &changes["names"], &changes["logo"]), (&json!([]), &json!(true), &json!(true)));
    let text = acknowledgement(&office);
    assert_eq!(text.matches("Etat for prøving").count(), 3, "letterhead, contact and footer: {text}");
    assert!(!text.contains("Helsedirektoratet"), "{text}");
    assert!(text.contains("Venleg helsing"), "{text}");
    let file = office.argument("brev.pdf");
    office.done(&["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", &file]);
    let pdf = lopdf::Document::load(&file).expect("a PDF");
    let pictures = pdf.objects.values().filter(|object| {
        object.as_stream().is_ok_and(|stream| {
            stream.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Image"))
        })
    });
    assert!(pictures.count() >= 1, "the logo is drawn");
    let told = pdf.objects.values().filter_map(|object| object.as_dict().ok()).filter_map(|it| it.get(b"Alt").ok());
    let told: Vec<String> = told.map(|alternative| lopdf::decode_text_string(alternative).expect("text")).collect();
    assert_eq!(told, ["Logoen åt etaten"]);
}

#[test]
fn only_an_administrator_takes_texts_into_use() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    let texts = folder(&office, "nb/acknowledgement.toml", ("Vi sier fra om vi trenger mer", "Vi tar kontakt"));
    for role in ["saksbehandler", "leder", "personvernombud"] {
        office.let_in(role, role);
        for arguments in [["letters", "--install", &texts], ["letters", "--install", "--built-in"]] {
            let refused = office.check_failure(&office.run_as(role, &arguments), 3, role);
            assert_eq!(refused["code"], "role", "{role}");
        }
    }
}

/// Takes files into use that nobody has read, as if a later program had other rules than the one that took them.
fn adopt_unread(office: &Office, kind: AdoptedKind, file: &str, text: &str) {
    let locked = LockedStore::open(&office.path("lager"), &SystemFileSystems).expect("a store");
    let user = locked.only_user().expect("a user");
    let unlocked = locked.unlock(&user, &Passphrase::new(PASSPHRASE), Box::new(SystemRandomness));
    let at = "2026-02-03T08:30:00Z".parse().expect("an instant");
    let files = [(file.to_owned(), text.as_bytes().to_vec())];
    unlocked.expect("unlocked").adopt(kind, "prøve", &files, at).expect("adopted");
}

#[test]
fn what_cannot_be_read_locks_nobody_out_and_is_told() {
    let office = Office::at("2026-02-03T09:00:00+01:00");
    office.register(&registered());
    assert!(office.run(&["case", "list"]).err.is_empty());
    adopt_unread(&office, AdoptedKind::LetterTexts, "nn/acknowledgement.toml", "title = \"Stadfesting\"\n");
    adopt_unread(&office, AdoptedKind::Catalogue, "kpr.toml", "id = \"kpr\"\n");
    assert!(acknowledgement(&office).contains(REWORDED.0), "the program's own");
    let told = office.run(&["case", "list"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert!(told.err.starts_with("Kontorets egen katalog eller egne brevtekster kan ikke leses"), "{}", told.err);
    let settings = office.done(&["settings", "show"]);
    for (source, file) in [("letter_texts", "nn/acknowledgement.toml"), ("catalogue", "sources.toml")] {
        let source = &settings[source];
        assert_eq!(source["state"], "unreadable", "{source}");
        assert_eq!(source["problems"][0]["file"], file, "{source}");
        assert_eq!(source["taken_at"], "2026-02-03T08:30:00.000000Z");
    }
    let words = office.run(&["settings", "show"]).out;
    assert_eq!(words.matches("PROGRAMMETS EGEN, siden kontorets egen fra 2026-02-03").count(), 2, "{words}");
    // Whoever goes back to the program's own is told no more.
    for command in ["letters", "registers"] {
        office.done(&[command, "--install", "--built-in"]);
        assert_eq!(office.refused(&[command, "--install", "--built-in"], 3)["code"], "nothing-changes", "{command}");
    }
    let settings = office.done(&["settings", "show"]);
    assert_eq!(
        (&settings["letter_texts"]["state"], &settings["catalogue"]["state"]),
        (&json!("built-in"), &json!("built-in"))
    );
    assert!(office.run(&["case", "list"]).err.is_empty());
    office.is_whole();
}
