//! What belongs to a user alone: how the window looks, and what is written but not yet used.

use std::fs;
use std::path::{Path, PathBuf};

use personvernsak::api::desk::{CaseShowInput, Desk};
use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};
use personvernsak::api::{Exit, Failure};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

const PASSPHRASE: &str = "blåbær på tur i fjellet";
const NOW: &str = "2026-02-27T09:00:00+01:00";
const CASE: &str = "2026/00001-a";
/// Words that stand nowhere else in a store.
const SECRET: &str = "Hun nevnte kvitveis og fjellrev på telefonen";

struct Office {
    _folder: tempfile::TempDir,
    store: PathBuf,
}

impl Office {
    /// A store with one case about a protected person, a cleared administrator and a caseworker who is not.
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let office = Self { store: folder.path().join("lager"), _folder: folder };
        let mut desk = office.desk();
        let new = StoreCreate {
            store: office.store.clone(),
            organisation: "helsedirektoratet".to_owned(),
            name: "Kari Myhre".to_owned(),
            passphrase: PASSPHRASE.to_owned(),
        };
        desk.store_create(&new, true).expect("a store");
        let draft = json!({ "draft": {
            "received_on": "2026-02-02", "channel": "brev", "language": "nb",
            "person": {"name": "Torleiv Kvamsdal", "identity_number": "13846107759", "protection": "fortrolig"},
            "text": "Jeg ber om at dette slettes.",
            "demands": [{"register": "kpr", "right": "sletting", "grounds": "Det tynger meg."}],
        } });
        desk.request_register(&input(draft)).expect("registered");
        let user = json!({ "name": "Odd Vik", "role": "saksbehandler", "passphrase": PASSPHRASE });
        desk.user_add(&input(user)).expect("added");
        office
    }

    /// A desk as the window has it.
    fn desk(&self) -> Desk {
        let now = Some(NOW.parse().expect("an instant"));
        Desk::new(self.store.clone(), Settings { now, follows_user: true, ..Settings::default() })
    }

    fn unlocked(&self, user: &str) -> Desk {
        let mut desk = self.desk();
        let user = Some(user.to_owned());
        let unlock = StoreUnlock { store: self.store.clone(), user, passphrase: PASSPHRASE.to_owned() };
        desk.store_unlock(&unlock).expect("unlocked");
        desk
    }
}

fn input<Input: DeserializeOwned>(value: Value) -> Input {
    serde_json::from_value(value).expect("an input that the desk takes")
}

fn keep(desk: &mut Desk, key: &str, text: &str) -> Result<(), Failure> {
    desk.unsaved_keep(&input(json!({ "key": key, "case": CASE, "text": text })))
}

fn kept(desk: &mut Desk) -> Vec<(String, String)> {
    desk.unsaved_list().expect("listed").into_iter().map(|kept| (kept.key, kept.text)).collect()
}

/// Whether the words lie readable in a file of the folder, as UTF-8 or as the parts of it that are plain ASCII.
fn lies_in(folder: &Path, words: &str) -> bool {
    let part = words.split(' ').max_by_key(|word| word.len()).expect("a word").as_bytes();
    fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).any(|path| {
        if path.is_dir() {
            lies_in(&path, words)
        } else {
            fs::read(&path).expect("a file").windows(part.len()).any(|window| window == part)
        }
    })
}

#[test]
fn what_is_written_is_given_back_to_its_writer_and_to_nobody_else() {
    let office = Office::new();
    let mut kari = office.unlocked("Kari Myhre");
    keep(&mut kari, "note 2026/00001-a", "Første utkast").expect("kept");
    keep(&mut kari, "note 2026/00001-a", SECRET).expect("kept anew");
    drop(kari);
    assert!(!lies_in(&office.store, SECRET), "no file of the store shows the words");

    assert_eq!(kept(&mut office.unlocked("Odd Vik")), []);
    let mut again = office.unlocked("Kari Myhre");
    assert_eq!(kept(&mut again), [("note 2026/00001-a".to_owned(), SECRET.to_owned())]);
    again.unsaved_discard(&input(json!({ "key": "note 2026/00001-a" }))).expect("discarded");
    again.unsaved_discard(&input(json!({ "key": "note 2026/00001-a" }))).expect("there is nothing left to discard");
    assert_eq!(kept(&mut again), []);
    assert!(again.store_verify(None).expect("verified").ok, "the record holds nothing of it");
}

#[test]
fn each_writer_has_room_for_two_hundred_texts_and_the_oldest_go_first() {
    let office = Office::new();
    let mut desk = office.unlocked("Kari Myhre");
    for index in 0..203 {
        keep(&mut desk, &format!("{index:03}"), "ord").expect("kept");
    }
    assert_eq!(kept(&mut desk).len(), 200);
}

#[test]
fn a_text_or_a_key_that_cannot_be_kept_is_refused_in_words() {
    let office = Office::new();
    let mut desk = office.unlocked("Kari Myhre");
    let long = keep(&mut desk, "note", &"å".repeat(300 * 1024)).expect_err("too long");
    assert_eq!((long.exit, long.code), (Exit::NotWellFormed, "too-long"));
    assert!(long.message.starts_with("Teksten er for lang"), "{}", long.message);
    for key in [String::new(), "k".repeat(201)] {
        assert_eq!(keep(&mut desk, &key, "ord").expect_err("no key").code, "unknown-value");
    }
    let case = json!({ "key": "note", "case": "2026/1", "text": "ord" });
    assert_eq!(desk.unsaved_keep(&input(case)).expect_err("no case").exit, Exit::NotFound);
    let locked = office.desk().unsaved_list().err().expect("locked");
    assert_eq!(locked.exit, Exit::Locked);
}

#[test]
fn answers_come_in_the_language_that_the_user_has_chosen() {
    let office = Office::new();
    let mut desk = office.unlocked("Kari Myhre");
    let opened = |desk: &mut Desk| desk.case_show(&input::<CaseShowInput>(json!({ "case": CASE }))).expect("shown");
    let first_event = |desk: &mut Desk| opened(desk).timeline.first().expect("an event").text.clone();
    assert_eq!(first_event(&mut desk), "Henvendelsen er registrert. Den kom 02.02.2026 i brev.");
    let chosen = desk.preferences_set(&input(json!({ "language": "nn", "theme": "dark" }))).expect("set");
    assert_eq!((chosen.language.as_deref(), chosen.theme.as_deref()), (Some("nn"), Some("dark")));
    assert_eq!(first_event(&mut desk), "Førespurnaden er registrert. Han kom 02.02.2026 i brev.");
    desk.preferences_set(&input(json!({ "language": "en" }))).expect("set");
    assert_eq!(first_event(&mut desk), "The request is registered. It came on 02.02.2026 by letter.");
    drop(desk);

    let mut again = office.unlocked("Kari Myhre");
    let kept = again.session_state().expect("a state").preferences;
    assert_eq!((kept.language.as_deref(), kept.theme.as_deref()), (Some("en"), Some("dark")));
    assert!(first_event(&mut again).starts_with("The request"), "it is kept to the next start");
    let other = office.unlocked("Odd Vik").session_state().expect("a state").preferences;
    assert_eq!((other.language, other.theme), (None, None), "it is the choice of one user");
}

#[test]
fn before_anybody_unlocks_the_language_holds_and_is_not_kept() {
    let office = Office::new();
    let mut desk = office.desk();
    desk.preferences_set(&input(json!({ "language": "en" }))).expect("set");
    let locked = desk.case_show(&input::<CaseShowInput>(json!({ "case": CASE }))).expect_err("locked");
    assert_eq!(locked.message, "The store is locked. Unlock it with your passphrase.");
    let unknown = desk.preferences_set(&input(json!({ "language": "sv" }))).expect_err("no such language");
    assert_eq!((unknown.exit, unknown.fields.len()), (Exit::NotWellFormed, 1));
    assert_eq!(office.unlocked("Kari Myhre").session_state().expect("a state").preferences.language, None);
}

/// Somebody's access is ended while their program stands open: whatever they ask for next, the program is locked, and nothing is kept.
#[test]
fn whoever_has_no_access_any_more_finds_the_program_locked() {
    let office = Office::new();
    let mut kari = office.unlocked("Kari Myhre");
    type Ask = fn(&mut Desk) -> Result<(), Failure>;
    let asks: [Ask; 3] = [
        |desk| desk.unsaved_list().map(drop),
        |desk| desk.letter_texts_check(&input(json!({ "folder": "/ingensteds" }))).map(drop),
        |desk| desk.case_list(&input(json!({}))).map(drop),
    ];
    for ask in asks {
        let mut odd = office.unlocked("Odd Vik");
        kari.user_remove(&input(json!({ "name": "Odd Vik" }))).expect("removed");
        assert_eq!(odd.tend().notice.map(|notice| notice.text), None);
        assert_eq!(ask(&mut odd).expect_err("no access").exit, Exit::Locked);
        assert_eq!(odd.session_state().expect("a state").state, "locked");
        let user = json!({ "name": "Odd Vik", "role": "saksbehandler", "passphrase": PASSPHRASE });
        kari.user_add(&input(user)).expect("let in again");
    }
}
