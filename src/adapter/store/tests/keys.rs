//! Who may open the store: users, named keys, and changes by hand.

use uuid::Uuid;

use super::super::keys::{KeyName, KeyRing, KeysFile, Newcomer};
use super::super::sealing::KeyPair;
use super::*;

fn user(name: &str, role: Role, cleared: bool) -> User {
    User { name: name.to_owned(), role, cleared }
}

fn file(role: Role) -> (KeysFile, KeyRing, Counter) {
    let mut randomness = Counter(0);
    let first = user("Kari Myhre", role, false);
    let passphrase = Passphrase::new("kari sin passfrase");
    let newcomer = Newcomer { user: &first, passphrase: &passphrase };
    let (file, ring) =
        KeysFile::create(1, Uuid::from_u128(1), true, "helsedirektoratet", newcomer, &mut randomness).expect("a file");
    (file, ring, randomness)
}

fn admit(file: &mut KeysFile, ring: &KeyRing, chance: &mut Counter, user: &User) -> Result<KeyRing, StoreProblem> {
    file.admit(ring, Newcomer { user, passphrase: &Passphrase::new("enda en passfrase") }, chance)
}

#[test]
fn two_users_unlock_one_store() {
    let (mut file, ring, mut chance) = file(Role::Administrator);
    admit(&mut file, &ring, &mut chance, &user("Odd Vik", Role::Caseworker, false)).expect("let in");
    let file = KeysFile::parse(&file.text().expect("text"), 1).expect("the same file");
    let (kari, hers) = file.unlock("Kari Myhre", &Passphrase::new("kari sin passfrase")).expect("unlocked");
    let (odd, his) = file.unlock("Odd Vik", &Passphrase::new("enda en passfrase")).expect("unlocked");
    assert_eq!(hers.store.bytes(), his.store.bytes());
    assert_eq!((kari.role, odd.role), (Role::Administrator, Role::Caseworker));
}

#[test]
fn a_wrong_passphrase_and_a_wrong_name_say_the_same() {
    let (file, ..) = file(Role::Administrator);
    let passphrase = file.unlock("Kari Myhre", &Passphrase::new("noe helt annet")).expect_err("locked");
    let name = file.unlock("Ingen", &Passphrase::new("kari sin passfrase")).expect_err("locked");
    assert_eq!(passphrase.to_string(), name.to_string());
}

#[test]
fn whoever_may_see_protected_persons_gets_the_key_from_one_who_has_it() {
    let (mut file, ring, mut chance) = file(Role::Administrator);
    assert!(ring.pair(KeyName::Protected).is_none());
    let lead = admit(&mut file, &ring, &mut chance, &user("Eva Li", Role::Lead, false)).expect("let in");
    assert!(lead.pair(KeyName::Protected).is_some());
    let refused = admit(&mut file, &ring, &mut chance, &user("Per By", Role::Caseworker, true));
    assert!(matches!(refused, Err(StoreProblem::KeyNotHeld { .. })));
    let cleared = admit(&mut file, &lead, &mut chance, &user("Per By", Role::Caseworker, true)).expect("let in");
    assert_eq!(
        cleared.pair(KeyName::Protected).map(KeyPair::public),
        lead.pair(KeyName::Protected).map(KeyPair::public)
    );
    assert!(cleared.pair(KeyName::Ombud).is_none());
    let ombud = admit(&mut file, &ring, &mut chance, &user("Siv Ås", Role::Ombudsman, false)).expect("let in");
    assert!(ombud.pair(KeyName::Ombud).is_some() && ombud.pair(KeyName::Protected).is_none());
}

#[test]
fn a_change_by_hand_is_told() {
    let (mut file, ring, mut chance) = file(Role::Administrator);
    admit(&mut file, &ring, &mut chance, &user("Odd Vik", Role::Caseworker, false)).expect("let in");
    let text = file.text().expect("text");
    for (what, changed) in [
        ("test flag", text.replace("test = true", "test = false")),
        ("clearance", text.replacen("cleared = false", "cleared = true", 1)),
        ("organisation", text.replace("helsedirektoratet", "helfo")),
        ("one's own role", text.replace("\"administrator\"", "\"leder\"")),
        ("another user's role", text.replace("\"saksbehandler\"", "\"leder\"")),
    ] {
        assert_ne!(changed, text, "{what}");
        let file = KeysFile::parse(&changed, 1).expect("well-formed");
        let problem = file.unlock("Kari Myhre", &Passphrase::new("kari sin passfrase")).expect_err(what);
        assert!(matches!(problem, StoreProblem::KeysChanged), "{what}: {problem}");
    }
}

#[test]
fn a_newer_store_is_told_whatever_else_it_holds() {
    let problem = KeysFile::parse("format = 9\nnew_things = [1]\n", 1).expect_err("newer");
    assert!(matches!(problem, StoreProblem::Newer { found: 9, known: 1 }));
    assert!(matches!(KeysFile::parse("hei", 1), Err(StoreProblem::Damaged { .. })));
    assert!(matches!(KeysFile::parse("format = 1", 1), Err(StoreProblem::Damaged { .. })));
}

#[test]
fn names_are_unique_and_on_one_line() {
    let (mut file, ring, mut chance) = file(Role::Administrator);
    for (name, refused) in [("kari myhre", true), (" Odd", true), ("", true), ("Odd\nVik", true), ("Odd Vik", false)] {
        let result = admit(&mut file, &ring, &mut chance, &user(name, Role::Caseworker, false));
        assert_eq!(result.is_err(), refused, "{name}");
    }
}
