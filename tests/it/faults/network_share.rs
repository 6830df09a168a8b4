//! A store on a disk of another machine: neither made nor opened, and nothing is written there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use personvernsak::api::desk::Desk;
use personvernsak::api::session::{Settings, StoreCreate, StoreUnlock};
use personvernsak::api::{Exit, Failure};
use personvernsak::usecase::ports::{FileSystem, FileSystems};

const PASSPHRASE: &str = "blåbær på tur";

/// Says that every folder lies on a disk of this kind.
struct Everywhere(FileSystem);

impl FileSystems for Everywhere {
    fn kind(&self, _: &Path) -> io::Result<FileSystem> {
        Ok(self.0.clone())
    }
}

fn desk(store: &Path, kind: FileSystem) -> Desk {
    Desk::on(store.to_owned(), Settings::default(), Box::new(Everywhere(kind)))
}

fn create(store: &Path) -> StoreCreate {
    StoreCreate {
        store: store.to_owned(),
        organisation: "helsedirektoratet".to_owned(),
        name: "Kari Myhre".to_owned(),
        passphrase: PASSPHRASE.to_owned(),
    }
}

#[track_caller]
fn refused(failure: &Failure, kind: &str) {
    assert_eq!((failure.exit, failure.code), (Exit::StoreUnusable, "network-share"), "{kind}");
    for words in [&*format!("nettverksdisk ({kind})"), "Flytt lageret til en disk på denne maskinen."] {
        assert!(failure.message.contains(words), "{words} in: {}", failure.message);
    }
}

#[test]
fn a_share_is_refused_before_anything_is_written_or_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let local: PathBuf = folder.path().join("lokal");
    desk(&local, FileSystem::Local).store_create(&create(&local), true).expect("made");
    for kind in ["nfs", "cifs", "smb2", "sshfs", "fuse", "9p"] {
        let share = folder.path().join(kind);
        refused(&desk(&share, FileSystem::Network(kind)).store_create(&create(&share), true).expect_err(kind), kind);
        let left = fs::read_dir(&share).map_or(0, Iterator::count);
        assert_eq!(left, 0, "{kind}: nothing is left there");
        // A store that was moved there: told before anybody types a passphrase, and to whoever has typed it.
        let mut moved = desk(&local, FileSystem::Network(kind));
        refused(&moved.session_state().expect_err(kind), kind);
        let unlock = StoreUnlock { store: local.clone(), user: None, passphrase: PASSPHRASE.to_owned() };
        refused(&moved.store_unlock(&unlock).expect_err(kind), kind);
    }
    let unlock = StoreUnlock { store: local.clone(), user: None, passphrase: PASSPHRASE.to_owned() };
    desk(&local, FileSystem::Local).store_unlock(&unlock).expect("unlocked");
}
