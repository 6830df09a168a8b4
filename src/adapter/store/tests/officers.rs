//! The officers' key: made anew when somebody who had it leaves, and opened with a code when nobody is left. Neither a lead nor an
//! administrator reads anything, before or after, whatever they do with the open store and the file of keys.

use super::super::keys::{KeyName, KeyRing};
use super::super::sealing::{self, Sealed};
use super::enquiries::{SECRET, everything, new, office, received, user};
use super::*;
use crate::casework::ombud::EnquiryStep;
use crate::usecase::ports::EnquiryStore;

/// Words that are written after somebody has left.
const AFTER: &str = "Skolen har svart";

fn noted(enquiry: u32, version: u32, text: &str) -> crate::usecase::ports::NewEnquiryEntry {
    new(Some((enquiry, version)), EnquiryStep::Noted(text.to_owned()))
}

/// An office with two officers, of whom the second has read what is there.
fn two() -> Office {
    let office = office();
    let nora = user("Nora Dahl", Role::Ombudsman, false);
    office.another("Siv Ås").expect("unlocked").let_in(&nora, &Passphrase::new(PASSPHRASE)).expect("let in");
    assert_eq!(office.another("Nora Dahl").expect("unlocked").enquiries(None).expect("read").len(), 3);
    office
}

/// How many entries the keys of a ring open, whatever they are tried with.
fn opened(store: &SqliteStore, ring: &KeyRing) -> Vec<i64> {
    let columns = "SELECT position, ifnull(enquiry, 0), encapsulated, bytes FROM enquiry_log WHERE bytes IS NOT NULL";
    let mut statement = store.connection.prepare(columns).expect("a statement");
    let read = |row: &rusqlite::Row<'_>| {
        let sealed = Sealed { encapsulated: row.get(2)?, bytes: row.get(3)? };
        Ok((row.get::<_, i64>(0)?, row.get::<_, u32>(1)?, sealed))
    };
    let rows: Vec<_> = statement.query_map([], read).and_then(Iterator::collect).expect("rows");
    let own = ring.own().expect("a key");
    let pairs: Vec<_> = ring.officers().chain(ring.pair(KeyName::Protected)).chain([own]).collect();
    let opens = |(position, enquiry, sealed): &(i64, u32, Sealed)| {
        let context = [b"enquiry ", position.to_be_bytes().as_slice(), &enquiry.to_be_bytes()].concat();
        pairs.iter().any(|pair| sealing::open_from(pair, sealed, &context).is_some())
    };
    rows.iter().filter(|row| opens(row)).map(|(position, ..)| *position).collect()
}

fn nothing_of_it(store: &SqliteStore, name: &str) {
    let bytes = everything(store);
    for secret in SECRET.into_iter().chain([AFTER]) {
        assert!(!bytes.windows(secret.len()).any(|part| part == secret.as_bytes()), "{name}: {secret}");
    }
    assert_eq!(opened(store, &store.ring), Vec::<i64>::new(), "{name}");
}

fn code_of(error: StoreError) -> &'static str {
    match error {
        StoreError::Fault { code, .. } => code,
        StoreError::Conflict => "conflict",
        StoreError::Busy => "busy",
    }
}

#[test]
fn whoever_leaves_opens_nothing_that_comes_after() {
    let mut office = two();
    let nora = office.another("Nora Dahl").expect("unlocked");
    let (before, earlier_keys) = (nora.ring.clone(), std::fs::read(office.path().join(super::super::KEYS)));
    office.store.let_out("Nora Dahl", false).expect("let out");
    assert!(matches!(office.another("Nora Dahl"), Err(StoreProblem::Locked)), "nor is the store unlocked");

    let mut siv = office.another("Siv Ås").expect("unlocked");
    siv.enter_enquiry(&noted(1, 3, AFTER)).expect("kept");
    // The new key is entered before the note is.
    let kinds: Vec<String> = siv
        .connection
        .prepare("SELECT kind FROM enquiry_log ORDER BY position")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("kinds");
    assert_eq!(kinds[3..], ["officers-key-renewed", "enquiry-noted"]);
    // With the keys that she had she opens what was there, which nothing can change, and nothing that came after.
    assert_eq!(opened(&siv, &before), [1, 2, 3]);
    // Nor does her copy of the file of keys let her in again.
    std::fs::write(office.path().join(super::super::KEYS), earlier_keys.expect("the keys")).expect("put back");
    assert!(matches!(office.another("Nora Dahl"), Err(StoreProblem::KeysChanged)));
}

#[test]
fn whoever_stays_reads_everything_and_the_chain_holds() {
    let mut office = two();
    office.store.let_out("Nora Dahl", false).expect("let out");
    let mut siv = office.another("Siv Ås").expect("unlocked");
    siv.enter_enquiry(&noted(1, 3, AFTER)).expect("kept");
    // Once more, so that two keys lie behind the present one.
    let passphrase = Passphrase::new(PASSPHRASE);
    siv.let_in(&user("Ola Ek", Role::Ombudsman, false), &passphrase).expect("let in");
    office.store.let_out("Ola Ek", false).expect("let out");
    siv.enter_enquiry(&noted(1, 4, "Ferdig.")).expect("kept");
    let mut siv = office.another("Siv Ås").expect("unlocked anew");
    assert_eq!(opened(&siv, &siv.ring), [1, 2, 3, 4, 5, 6, 7]);
    assert_eq!(siv.enquiries(Some(1)).expect("read").len(), 5);
    siv.let_in(&user("Ida Moe", Role::Ombudsman, false), &passphrase).expect("let in");
    assert_eq!(office.another("Ida Moe").expect("unlocked").enquiries(None).expect("all of it").len(), 5);
    for store in [&mut siv, &mut office.store] {
        assert_eq!(store.verify(None).expect("verified").problems, []);
    }
    for name in ["Eva Li", "Kari Myhre"] {
        nothing_of_it(&office.another(name).expect("unlocked"), name);
    }
}

/// An officer whose program stands open learns of the new key, and one who has left is told so.
#[test]
fn an_open_store_follows_the_keys() {
    let mut office = two();
    let mut siv = office.another("Siv Ås").expect("unlocked");
    let mut nora = office.another("Nora Dahl").expect("unlocked");
    siv.let_in(&user("Ida Moe", Role::Ombudsman, false), &Passphrase::new(PASSPHRASE)).expect("let in");
    let mut ida = office.another("Ida Moe").expect("unlocked");
    office.store.let_out("Nora Dahl", false).expect("let out");
    siv.enter_enquiry(&noted(1, 3, AFTER)).expect("kept");
    assert_eq!(ida.enquiries(Some(1)).expect("read with the new key").len(), 4);
    ida.enter_enquiry(&noted(1, 4, "Ida òg.")).expect("kept");
    assert_eq!(siv.enquiries(Some(1)).expect("read").len(), 5);
    assert_eq!(code_of(nora.enquiries(None).expect_err("no access")), "access-ended");
    assert_eq!(code_of(nora.enter_enquiry(&new(None, received())).expect_err("no access")), "access-ended");
}

/// The only officer leaves. A new one opens the inbox with the code from the safe, and nobody else with anything.
#[test]
fn a_code_opens_the_inbox_for_a_new_officer() {
    let mut office = office();
    let passphrase = Passphrase::new(PASSPHRASE);
    let mut siv = office.another("Siv Ås").expect("unlocked");
    assert!(!siv.has_recovery_code().expect("asked"));
    let first = siv.make_recovery_code(at(2), "Siv Ås").expect("a code");
    let code = siv.make_recovery_code(at(3), "Siv Ås").expect("a code that takes its place");
    assert!(siv.has_recovery_code().expect("asked"));
    assert!(!std::fs::read_to_string(office.path().join(super::super::KEYS)).expect("the keys").contains(&**code));
    for name in ["Eva Li", "Kari Myhre"] {
        let mut store = office.another(name).expect("unlocked");
        nothing_of_it(&store, name);
        assert_eq!(code_of(store.make_recovery_code(at(3), name).expect_err("refused")), "not-cleared");
        assert_eq!(code_of(store.use_recovery_code(&code, at(3), name).expect_err("refused")), "not-cleared");
    }
    let before = siv.ring.clone();
    drop(siv);

    office.store.let_out("Siv Ås", false).expect("let out");
    office.store.let_in(&user("Nora Dahl", Role::Ombudsman, false), &passphrase).expect("let in, without the key");
    let mut nora = office.another("Nora Dahl").expect("unlocked");
    nothing_of_it(&nora, "Nora Dahl, before the code");
    assert_eq!(code_of(nora.enquiries(None).expect_err("closed")), "inbox-closed");
    assert_eq!(code_of(nora.enter_enquiry(&new(None, received())).expect_err("closed")), "inbox-closed");
    for wrong in [&**first, "0000-0000-0000-0000-0000-0000-0000-0000", "en kode"] {
        assert_eq!(code_of(nora.use_recovery_code(wrong, at(4), "Nora Dahl").expect_err("refused")), "recovery-code");
    }
    nora.use_recovery_code(&code.to_lowercase(), at(4), "Nora Dahl").expect("opened");
    assert_eq!(nora.enquiries(None).expect("read").len(), 3);
    nora.enter_enquiry(&noted(1, 3, AFTER)).expect("kept");
    assert_eq!(opened(&nora, &before), [1, 2, 3, 4, 5], "whoever left opens nothing that came after");

    // The code is used up, and the new officer makes another.
    assert!(!nora.has_recovery_code().expect("asked"));
    nora.make_recovery_code(at(5), "Nora Dahl").expect("a code");
    let mut nora = office.another("Nora Dahl").expect("unlocked anew");
    assert_eq!(nora.enquiries(None).expect("read").len(), 4);
    for store in [&mut nora, &mut office.store] {
        assert_eq!(store.verify(None).expect("verified").problems, []);
    }
    for name in ["Eva Li", "Kari Myhre"] {
        nothing_of_it(&office.another(name).expect("unlocked"), name);
    }
}

/// A code that whoever left may have read opens nothing that comes after.
#[test]
fn a_code_goes_with_the_key() {
    let mut office = two();
    let mut nora = office.another("Nora Dahl").expect("unlocked");
    nora.make_recovery_code(at(2), "Nora Dahl").expect("a code");
    office.store.let_out("Nora Dahl", false).expect("let out");
    let mut siv = office.another("Siv Ås").expect("unlocked");
    assert!(!siv.has_recovery_code().expect("asked"), "it does not count");
    siv.enter_enquiry(&noted(1, 3, AFTER)).expect("kept");
    assert!(!siv.has_recovery_code().expect("asked"));
    siv.make_recovery_code(at(3), "Siv Ås").expect("a code");
    assert!(siv.has_recovery_code().expect("asked"));
}

/// An administrator can write anybody into the file of keys, since the file is authenticated with the store's own key. Nobody who is
/// written in so gets the next key.
#[test]
fn whoever_is_written_into_the_file_gets_no_key() {
    let mut office = two();
    let store = &mut office.store;
    let text = std::fs::read_to_string(store.folder.join(super::super::KEYS)).expect("the keys");
    let mut keys = super::super::KeysFile::parse(&text, super::super::FORMAT).expect("keys");
    let passphrase = Passphrase::new(PASSPHRASE);
    // An officer with a key of the administrator's own making, in place of the officers'.
    let forged = keys.forge_officer(&store.ring, "Falsk Ombud", &passphrase, &mut Counter(1 << 50)).expect("forged");
    std::fs::write(store.folder.join(super::super::KEYS), keys.text().expect("text")).expect("written");
    store.let_out("Nora Dahl", false).expect("let out");
    let mut siv = office.another("Siv Ås").expect("unlocked");
    siv.enter_enquiry(&noted(1, 3, AFTER)).expect("kept");
    assert_eq!(opened(&siv, &forged), Vec::<i64>::new());
    let mut falsk = office.another("Falsk Ombud").expect("unlocked");
    assert!(falsk.ring.pair(KeyName::Ombud).is_none());
    let closed = falsk.enquiries(None).expect_err("no key").text().nb;
    assert!(closed.contains("et annet personvernombud har den"), "{closed}");
    nothing_of_it(&falsk, "Falsk Ombud");
}

#[test]
fn who_cannot_be_let_out() {
    let mut office = two();
    assert!(matches!(office.store.let_out("Kari Myhre", false), Err(StoreProblem::OwnAccess)));
    assert!(matches!(office.store.let_out("Ingen", false), Err(StoreProblem::NoSuchUser)));
    let mut siv = office.another("Siv Ås").expect("unlocked");
    assert!(matches!(siv.let_out("Kari Myhre", false), Err(StoreProblem::LastAdministrator)));
    office.store.let_out("Eva Li", false).expect("let out");
    // Nobody but Siv Ås opens the inbox then, and no code does.
    let nora = office.store.let_out("Nora Dahl", false);
    assert!(nora.is_ok() && matches!(office.store.let_out("Siv Ås", false), Err(StoreProblem::InboxWouldBeLost)));
    let names: Vec<String> = office.store.users().expect("users").into_iter().map(|user| user.name).collect();
    assert_eq!(names, ["Kari Myhre", "Siv Ås"]);
}
