//! Files that came with a request and wait until it is registered: looked into at once, sealed to whoever brought them, and
//! with the request from the moment it is registered.

use std::path::{Path, PathBuf};

use personvernsak::api::desk::{Brought, CaseShowInput, Desk, WaitingFiles};
use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};
use personvernsak::api::{Exit, Failure};
use personvernsak::casework::audit::Digest;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const PASSPHRASE: &str = "blåbær på tur i fjellet";
const NOW: &str = "2026-02-27T09:00:00+01:00";
const KARI: &str = "Kari Myhre";
const LETTER: &[u8] = "Jeg ber om at dette slettes.\nTorleiv".as_bytes();

struct Office {
    folder: tempfile::TempDir,
}

impl Office {
    fn new() -> Self {
        let office = Self { folder: tempfile::tempdir().expect("a folder") };
        let mut desk = office.desk();
        let new = StoreCreate {
            store: office.store(),
            organisation: "helsedirektoratet".to_owned(),
            name: KARI.to_owned(),
            passphrase: PASSPHRASE.to_owned(),
        };
        desk.store_create(&new, true).expect("a store");
        let user = json!({ "name": "Odd Vik", "role": "saksbehandler", "passphrase": PASSPHRASE });
        desk.user_add(&input(user)).expect("added");
        office
    }

    fn store(&self) -> PathBuf {
        self.folder.path().join("lager")
    }

    fn desk(&self) -> Desk {
        let now = Some(NOW.parse().expect("an instant"));
        Desk::new(self.store(), Settings { now, ..Settings::default() })
    }

    fn unlocked(&self, user: &str) -> Desk {
        let mut desk = self.desk();
        let (user, passphrase) = (Some(user.to_owned()), PASSPHRASE.to_owned());
        desk.store_unlock(&StoreUnlock { store: self.store(), user, passphrase }).expect("unlocked");
        desk
    }
}

fn input<Input: DeserializeOwned>(value: Value) -> Input {
    serde_json::from_value(value).expect("an input that the desk takes")
}

fn add(desk: &mut Desk, ending: &str, bytes: &[u8]) -> Result<String, Failure> {
    desk.request_file_add(Brought::Bytes { ending: ending.to_owned(), bytes: bytes.to_vec() }).map(|file| file.id)
}

fn waiting(desk: &mut Desk, ids: &[&str]) -> Vec<String> {
    let ids = ids.iter().map(|id| (*id).to_owned()).collect();
    desk.request_files(&WaitingFiles { ids }).expect("what waits").ids
}

/// A request for erasure with files, each by its id and title.
fn typed(files: &[(&str, &str)]) -> Value {
    let files: Vec<Value> = files.iter().map(|(id, title)| json!({ "id": id, "title": title })).collect();
    json!({ "files": files, "draft": {
        "received_on": "2026-02-26", "channel": "brev", "language": "nb",
        "person": {"name": "Torleiv Kvamsdal", "identity_number": "13846107759"},
        "text": "Jeg ber om at dette slettes.",
        "demands": [{"register": "kpr", "right": "sletting", "grounds": "Det tynger meg."}],
    } })
}

#[test]
fn what_cannot_be_kept_is_told_when_it_is_brought() {
    let office = Office::new();
    let mut desk = office.unlocked(KARI);
    let large = vec![b'a'; 25 * 1024 * 1024 + 1];
    for (ending, bytes, code, says) in [
        ("exe", &b"MZ\0\0"[..], "file-kind", "Filen er et program. Programmer kan ikke legges ved."),
        ("txt", b"", "file-empty", "Filen er tom."),
        ("pdf", LETTER, "file-mislabelled", "innholdet er tekst"),
        ("txt", large.as_slice(), "file-too-large", "Det er plass til 25."),
    ] {
        let refused = add(&mut desk, ending, bytes).expect_err(code);
        assert_eq!((refused.exit, refused.code), (Exit::NotWellFormed, code));
        assert!(refused.message.contains(says), "{}", refused.message);
    }
    let missing = desk.request_file_add(Brought::Path(office.folder.path().join("borte.pdf"))).expect_err("no file");
    assert_eq!(missing.code, "no-such-file");
    let letter = office.folder.path().join("Brev fra Torleiv.TXT");
    std::fs::write(&letter, LETTER).expect("a file");
    let kept = desk.request_file_add(Brought::Path(letter)).expect("kept");
    assert_eq!(kept.kind_label, "tekst");
    assert_eq!(kept.size as usize, LETTER.len());
}

#[test]
fn the_files_lie_with_the_request_once_it_is_registered() {
    let office = Office::new();
    let mut desk = office.unlocked(KARI);
    let letter = add(&mut desk, "txt", LETTER).expect("kept");
    let table = add(&mut desk, "csv", b"dag;hva\n2026-02-01;innlagt\n").expect("kept");
    let given = typed(&[(&letter, "Brevet slik det kom"), (&table, "Utskrift")]);
    let registered = desk.request_register(&input(given)).expect("registered");
    let case = registered.cases[0].case.clone();
    let shown = desk.case_show(&CaseShowInput { case }).expect("shown");
    let files: Vec<_> = shown
        .files
        .iter()
        .map(|file| (file.title.as_deref(), file.media_type.as_str(), file.from.as_str(), file.sha256.clone()))
        .collect();
    let digest = |bytes: &[u8]| Some(Digest::of(bytes).to_string());
    assert_eq!(
        files,
        [
            (Some("Brevet slik det kom"), "text/plain", "person", digest(LETTER)),
            (Some("Utskrift"), "text/csv", "person", digest(b"dag;hva\n2026-02-01;innlagt\n")),
        ]
    );
    assert_eq!(waiting(&mut desk, &[&letter, &table]), [""; 0], "they wait no more");
    assert!(desk.store_verify(None).expect("verified").ok);
}

#[test]
fn a_request_that_is_refused_leaves_its_files_waiting_and_they_outlive_the_program() {
    let office = Office::new();
    let mut desk = office.unlocked(KARI);
    let letter = add(&mut desk, "txt", LETTER).expect("kept");
    for (given, code, path) in [
        (typed(&[(&letter, " ")]), "missing", "files[0].title"),
        (typed(&[("00000000-0000-0000-0000-000000000001", "Brev")]), "no-such-file", "files[0].title"),
        (
            {
                let mut given = typed(&[(&letter, "Brev")]);
                given["draft"]["demands"] = json!([]);
                given["draft"]["other_rules"] = json!([{"rules": "partsinnsyn", "text": "Gitt til seksjonen."}]);
                given
            },
            "no-case",
            "files",
        ),
    ] {
        let refused = desk.request_register(&input(given)).expect_err(code);
        let field = refused.fields.first().unwrap_or_else(|| panic!("{code}: {}", refused.message));
        assert_eq!((field.code.as_str(), field.path.as_str()), (code, path));
    }
    let previewed = desk.request_preview(&input(typed(&[(&letter, "")]))).expect("previewed");
    assert_eq!(previewed.problems[0].path, "files[0].title", "it is told before anything is registered");
    assert!(desk.unsaved_list().expect("texts").is_empty(), "a file is no text");
    drop(desk);
    let mut desk = office.unlocked(KARI);
    assert_eq!(waiting(&mut desk, &[&letter]), [letter.as_str()]);
    desk.request_register(&input(typed(&[(&letter, "Brev")]))).expect("registered after all");
}

#[test]
fn nobody_else_reads_a_file_that_waits_and_what_no_form_knows_of_is_forgotten() {
    let office = Office::new();
    let mut desk = office.unlocked(KARI);
    let letter = add(&mut desk, "txt", LETTER).expect("kept");
    let other = add(&mut desk, "txt", b"Noe annet").expect("kept");
    drop(desk);
    let mut odd = office.unlocked("Odd Vik");
    assert_eq!(waiting(&mut odd, &[&letter]), [""; 0]);
    let refused = odd.request_register(&input(typed(&[(&letter, "Brev")]))).expect_err("not his");
    assert_eq!((refused.exit, refused.code), (Exit::NotFound, "no-such-file"));
    drop(odd);
    assert_eq!(stands_in_the_store(&office.store()), None, "the words of the file are sealed");
    let mut desk = office.unlocked(KARI);
    assert_eq!(waiting(&mut desk, &[&letter]), [letter.as_str()]);
    assert_eq!(waiting(&mut desk, &[&letter, &other]), [letter.as_str()], "the other was forgotten");
    desk.request_file_discard(&input(json!({ "id": letter }))).expect("discarded");
    assert_eq!(waiting(&mut desk, &[&letter]), [""; 0]);
    let key = format!("file:{letter}");
    let refused = desk.unsaved_keep(&input(json!({ "key": key, "text": "x" }))).expect_err("no text is kept as a file");
    assert_eq!(refused.exit, Exit::NotWellFormed);
}

/// The file of the store that has the words of the letter as they are.
fn stands_in_the_store(store: &Path) -> Option<PathBuf> {
    std::fs::read_dir(store).expect("the store").map(|file| file.expect("a file").path()).find(|file| {
        let bytes = std::fs::read(file).unwrap_or_default();
        bytes.windows(LETTER.len()).any(|window| window == LETTER)
    })
}
