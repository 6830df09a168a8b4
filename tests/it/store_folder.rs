//! The folder of a store: making, unlocking, refusing, letting users in, and the state of the files around it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::DateTime;
use personvernsak::adapter::store::{
    self, DATABASE, KEYS, LockedStore, NewStore, Passphrase, SqliteStore, StoreProblem,
};
use personvernsak::adapter::system::{SystemFileSystems, SystemRandomness};
use personvernsak::api::Exit;
use personvernsak::api::desk::Desk;
use personvernsak::api::session::{Settings, StoreUnlock};
use personvernsak::casework::access::{Role, User};
use personvernsak::usecase::ports::{FileSystem, FileSystems};
use tempfile::TempDir;

const PASSPHRASE: &str = "blåbær på tur";

struct Office {
    folder: TempDir,
}

impl Office {
    fn path(&self) -> PathBuf {
        self.folder.path().join("lager")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }
}

fn kari() -> User {
    User { name: "Kari Myhre".to_owned(), role: Role::Administrator, cleared: false }
}

fn create(folder: &Path, test: bool, passphrase: &str) -> Result<SqliteStore, StoreProblem> {
    let new = NewStore {
        folder,
        test,
        organisation: "helsedirektoratet",
        user: &kari(),
        passphrase: &Passphrase::new(passphrase),
        now: DateTime::from_timestamp(1_769_900_400, 0).expect("an instant"),
    };
    store::create(&new, &SystemFileSystems, Box::new(SystemRandomness))
}

fn office() -> Office {
    let office = Office { folder: tempfile::tempdir().expect("a folder") };
    create(&office.path(), true, PASSPHRASE).expect("a store");
    office
}

fn unlock(folder: &Path, user: &str, passphrase: &str) -> Result<SqliteStore, StoreProblem> {
    LockedStore::open(folder, &SystemFileSystems)?.unlock(
        user,
        &Passphrase::new(passphrase),
        Box::new(SystemRandomness),
    )
}

/// The words that a refusal must hold: what is wrong, and what to do.
#[track_caller]
fn refuses(result: Result<SqliteStore, StoreProblem>, words: &[&str]) {
    let problem = result.expect_err("refused").to_string();
    for word in words {
        assert!(problem.contains(word), "{word} in: {problem}");
    }
    assert!(!problem.contains(PASSPHRASE), "{problem}");
}

#[test]
fn a_store_is_made_locked_and_unlocked() {
    let office = office();
    let store = unlock(&office.path(), "Kari Myhre", PASSPHRASE).expect("unlocked");
    assert_eq!(store.user(), &kari());
    assert!(store.test());
    assert_eq!(store.commits().expect("a count"), 0);
    let locked = LockedStore::open(&office.path(), &SystemFileSystems).expect("a store");
    assert_eq!(locked.only_user().expect("one user"), "Kari Myhre");
    assert_eq!(locked.organisation(), "helsedirektoratet");
}

/// With the true cost of a passphrase, which test stores are spared.
#[test]
fn a_store_for_real_people_takes_no_fixed_time_or_seed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lager");
    let passphrase = "fem ord er nok her";
    create(&path, false, passphrase).expect("a store");
    let mut store = unlock(&path, "Kari Myhre", passphrase).expect("unlocked");
    assert!(!store.test());
    let refused = store.use_seed(Box::new(SystemRandomness)).expect_err("refused").to_string();
    assert!(refused.contains("testlager"), "{refused}");
    let keys = fs::read_to_string(path.join(KEYS)).expect("the file");
    assert!(keys.contains("memory_kib = 65536") && keys.contains("passes = 3"), "{keys}");
}

#[test]
fn nothing_lies_in_the_clear() {
    let office = office();
    let database = fs::read(office.file(DATABASE)).expect("the file");
    for words in [&b"SQLite format 3"[..], b"CREATE TABLE", b"commit_chain"] {
        assert!(!database.windows(words.len()).any(|window| window == words));
    }
    let keys = fs::read_to_string(office.file(KEYS)).expect("the file");
    assert!(!keys.contains(PASSPHRASE));
}

#[cfg(unix)]
#[test]
fn others_on_the_machine_read_nothing() {
    use std::os::unix::fs::PermissionsExt as _;
    let office = office();
    for path in [office.path(), office.file(DATABASE), office.file(KEYS)] {
        let mode = fs::metadata(&path).expect("a file").permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", path.display());
    }
}

#[test]
fn a_wrong_passphrase_and_a_wrong_name_are_told_alike() {
    let office = office();
    refuses(unlock(&office.path(), "Kari Myhre", "tyttebær på tur"), &["passer ikke", "prøv igjen"]);
    refuses(unlock(&office.path(), "Ingen", PASSPHRASE), &["passer ikke", "prøv igjen"]);
}

#[test]
fn a_weak_passphrase_is_refused_and_nothing_is_left_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lager");
    refuses(create(&path, false, "kort frase"), &["fem ord", "15 tegn"]);
    refuses(create(&path, true, "kort"), &["åtte tegn"]);
    assert!(!path.exists());
}

#[test]
fn a_folder_with_something_in_it_is_not_touched() {
    let office = office();
    let before = fs::read(office.file(KEYS)).expect("the file");
    refuses(create(&office.path(), true, PASSPHRASE), &["ikke tom", "ny eller tom mappe"]);
    assert_eq!(fs::read(office.file(KEYS)).expect("the file"), before);
}

/// Killed while it made a store: the folder is no store, and the next attempt makes one in it.
#[test]
fn a_store_that_was_never_finished_is_made_anew() {
    let office = Office { folder: tempfile::tempdir().expect("a folder") };
    fs::create_dir(office.path()).expect("a folder");
    for name in ["store.unfinished", DATABASE, "store.db-wal", "keys.toml.new", KEYS] {
        fs::write(office.file(name), "half").expect("written");
        refuses(unlock(&office.path(), "Kari Myhre", PASSPHRASE), &["ikke noe lager", "store init"]);
    }
    create(&office.path(), true, PASSPHRASE).expect("a store");
    unlock(&office.path(), "Kari Myhre", PASSPHRASE).expect("unlocked");
    let mut names: Vec<_> =
        fs::read_dir(office.path()).expect("a folder").map(|entry| entry.expect("a file").file_name()).collect();
    names.retain(|name| !name.to_string_lossy().starts_with("store.db-"));
    names.sort();
    assert_eq!(names, [KEYS, DATABASE]);
}

/// Only what this program began is cleared away: keys that are gone, or somebody's own file, leave the folder as it is.
#[test]
fn what_is_not_an_unfinished_store_is_left_alone() {
    let office = office();
    fs::remove_file(office.file(KEYS)).expect("removed");
    let before = fs::read(office.file(DATABASE)).expect("the file");
    refuses(create(&office.path(), true, PASSPHRASE), &["ikke tom"]);
    fs::write(office.file("store.unfinished"), "").expect("written");
    fs::write(office.file("brev.txt"), "mitt").expect("written");
    refuses(create(&office.path(), true, PASSPHRASE), &["ikke tom"]);
    assert_eq!(fs::read(office.file(DATABASE)).expect("the file"), before);
}

#[test]
fn two_who_make_a_store_in_one_folder_do_not_undo_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lager");
    let made = std::thread::scope(|scope| {
        let all: Vec<_> = (0..4).map(|_| scope.spawn(|| create(&path, true, PASSPHRASE).is_ok())).collect();
        all.into_iter().map(|one| one.join().expect("done")).filter(|made| *made).count()
    });
    assert_eq!(made, 1);
    unlock(&path, "Kari Myhre", PASSPHRASE).expect("unlocked");
}

/// The file is known to be genuine before anything in it is believed.
#[test]
fn an_office_put_in_by_hand_is_told_as_a_changed_file() {
    let office = office();
    let failure = |store: PathBuf| {
        let given = StoreUnlock { store: store.clone(), user: None, passphrase: PASSPHRASE.to_owned() };
        Desk::new(store, Settings::default()).store_unlock(&given).expect_err("refused")
    };
    edit(&office, |text| text.replace("helsedirektoratet", "oppdiktet"));
    let changed = failure(office.path());
    assert_eq!((changed.exit, changed.code), (Exit::StoreUnusable, "store-damaged"));
    assert!(changed.message.contains("endret utenfor programmet"), "{}", changed.message);

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lager");
    let genuine = NewStore {
        folder: &path,
        test: true,
        organisation: "oppdiktet",
        user: &kari(),
        passphrase: &Passphrase::new(PASSPHRASE),
        now: DateTime::from_timestamp(1_769_900_400, 0).expect("an instant"),
    };
    store::create(&genuine, &SystemFileSystems, Box::new(SystemRandomness)).expect("a store");
    let unknown = failure(path);
    assert_eq!((unknown.exit, unknown.code), (Exit::StoreUnusable, "store-damaged"));
    assert!(unknown.message.contains("virksomheten er ukjent"), "{}", unknown.message);
}

#[test]
fn two_users_unlock_one_store() {
    let office = office();
    let odd = User { name: "Odd Vik".to_owned(), role: Role::Caseworker, cleared: false };
    let mut store = unlock(&office.path(), "Kari Myhre", PASSPHRASE).expect("unlocked");
    store.let_in(&odd, &Passphrase::new("odd sin passfrase")).expect("let in");
    assert!(matches!(store.let_in(&odd, &Passphrase::new("odd sin passfrase")), Err(StoreProblem::UserExists)));
    drop(store);
    assert_eq!(unlock(&office.path(), "Odd Vik", "odd sin passfrase").expect("unlocked").user(), &odd);
    assert_eq!(unlock(&office.path(), "Kari Myhre", PASSPHRASE).expect("unlocked").user(), &kari());
    let locked = LockedStore::open(&office.path(), &SystemFileSystems).expect("a store");
    assert!(matches!(locked.only_user(), Err(StoreProblem::WhichUser)));
}

#[test]
fn a_keys_file_from_before_is_told() {
    let office = office();
    let before = fs::read(office.file(KEYS)).expect("the file");
    let mut store = unlock(&office.path(), "Kari Myhre", PASSPHRASE).expect("unlocked");
    let odd = User { name: "Odd Vik".to_owned(), role: Role::Caseworker, cleared: false };
    store.let_in(&odd, &Passphrase::new("odd sin passfrase")).expect("let in");
    drop(store);
    fs::write(office.file(KEYS), before).expect("written");
    refuses(unlock(&office.path(), "Kari Myhre", PASSPHRASE), &["endret utenfor programmet", "sikkerhetskopi"]);
}

#[test]
fn stores_that_cannot_be_used_say_why() {
    type Harm = fn(&Office);
    let harms: [(&str, Harm, &[&str]); 9] = [
        ("no folder", |office| fs::remove_dir_all(office.path()).expect("removed"), &["ikke noe lager", "stien"]),
        ("no keys", |office| fs::remove_file(office.file(KEYS)).expect("removed"), &["keys.toml", "mangler"]),
        ("no database", |office| fs::remove_file(office.file(DATABASE)).expect("removed"), &["store.db", "mangler"]),
        ("newer", |office| edit(office, |text| text.replacen("format = ", "format = 9", 1)), &["Oppdater programmet"]),
        ("keys of another kind", |office| edit(office, |_| "hei".to_owned()), &["keys.toml", "sikkerhetskopi"]),
        ("cut off inside a page", |office| cut(office, 5000), &["store.db", "avkortet"]),
        ("cut off between pages", |office| cut(office, 4 * 4096), &["store.db", "sikkerhetskopi"]),
        ("empty", |office| cut(office, 0), &["store.db", "avkortet"]),
        (
            "foreign",
            |office| fs::write(office.file(DATABASE), [7_u8; 8192]).expect("written"),
            &["store.db", "ikke et lager"],
        ),
    ];
    for (what, harm, words) in harms {
        let office = office();
        harm(&office);
        println!("{what}");
        refuses(unlock(&office.path(), "Kari Myhre", PASSPHRASE), words);
    }
}

#[test]
fn an_unencrypted_database_is_refused() {
    let office = office();
    let mut bytes = b"SQLite format 3\0".to_vec();
    bytes.resize(4096, 0);
    fs::write(office.file(DATABASE), bytes).expect("written");
    refuses(unlock(&office.path(), "Kari Myhre", PASSPHRASE), &["ikke kryptert"]);
}

#[test]
fn the_database_of_another_store_is_refused() {
    let (office, other) = (office(), office());
    fs::copy(other.file(DATABASE), office.file(DATABASE)).expect("copied");
    refuses(unlock(&office.path(), "Kari Myhre", PASSPHRASE), &["store.db", "ikke et lager med denne nøkkelen"]);
}

#[test]
fn a_network_share_is_refused() {
    struct Share;
    impl FileSystems for Share {
        fn kind(&self, _: &Path) -> io::Result<FileSystem> {
            Ok(FileSystem::Network("nfs"))
        }
    }
    let office = office();
    let problem = LockedStore::open(&office.path(), &Share).expect_err("refused").to_string();
    assert!(problem.contains("nettverksdisk (nfs)") && problem.contains("Flytt lageret"), "{problem}");
}

fn edit(office: &Office, change: impl Fn(&str) -> String) {
    let text = fs::read_to_string(office.file(KEYS)).expect("the file");
    fs::write(office.file(KEYS), change(&text)).expect("written");
}

fn cut(office: &Office, length: u64) {
    fs::OpenOptions::new().write(true).open(office.file(DATABASE)).and_then(|file| file.set_len(length)).expect("cut");
}
