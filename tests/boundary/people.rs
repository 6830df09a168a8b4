//! Whoever looks outside the store finds nobody there: not in logs, titles, the page's own storage or crash output.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::desk::{Desk, PASSPHRASE, PLANTED, Window, shipped};

/// The planted words that bytes hold, as UTF-8 and as the UTF-16 of web pages.
fn found_in(bytes: &[u8]) -> Vec<&'static str> {
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    let wide = |word: &str| word.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let words = PLANTED.into_iter().chain([PASSPHRASE]);
    words.filter(|word| holds(word.as_bytes()) || holds(&wide(word))).collect()
}

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok) {
        let path = entry.path();
        if path.is_dir() {
            files(&path, into);
        } else {
            into.push(path);
        }
    }
}

/// Every file of the home folder but the passphrase that the tests themselves put there.
fn left_at_home(desk: &Desk) -> Vec<PathBuf> {
    let mut found = Vec::new();
    files(&desk.path("."), &mut found);
    found.retain(|file| file.file_name().is_some_and(|name| name != "passphrase"));
    found
}

fn nobody_is_in(files: &[PathBuf]) {
    for file in files {
        let bytes = fs::read(file).unwrap_or_default();
        let found = found_in(&bytes);
        assert!(found.is_empty(), "{} holds {found:?}", file.display());
        let name = file.to_string_lossy();
        assert!(found_in(name.as_bytes()).is_empty(), "a file is called {name}");
    }
}

#[test]
fn the_search_finds_what_is_planted() {
    assert_eq!(found_in("her er Ragnfrid".as_bytes()), ["Ragnfrid"]);
    let wide: Vec<u8> = "blåveisbukett".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(found_in(&wide), ["blåveisbukett"]);
    assert!(found_in(b"nobody").is_empty());
}

#[test]
fn a_day_in_the_window_leaves_nobody_outside_the_store() {
    let desk = Desk::new();
    let titles = desk.work(desk.at_home(&shipped("personvernsak-desktop")));
    for title in &titles {
        assert!(title.contains("Personvernsak"), "{title}");
        assert!(found_in(title.as_bytes()).is_empty(), "{title}");
    }
    let log = desk.done(&["access-log", "2026/00001"]);
    assert!(log.contains(r#""what":"case""#), "the case was opened in the window: {log}");
    let left = left_at_home(&desk);
    let named = |name: &str| left.iter().any(|file| file.file_name().is_some_and(|found| found == name));
    assert!(named("personvernsak.log") && named("terminal") && named("store.db"), "{left:?}");
    nobody_is_in(&left);
}

/// The program is ended from outside in the middle of its work, as by a fault in a library.
#[test]
fn a_crash_leaves_nobody_outside_the_store() {
    let desk = Desk::new();
    let program = shipped("personvernsak-desktop");
    let mut window: Window =
        desk.open(desk.at_home(&program), &["--store", desk.path("store").to_str().expect("a path")]);
    let locked = window.when_still("");
    window.hands(&["type", "--delay", "20", PASSPHRASE]);
    window.hands(&["key", "Return"]);
    window.when_still(&locked);
    let ended = Command::new("pkill").arg("-SEGV").arg("-f").arg(&program).status().expect("pkill");
    assert!(ended.success(), "the program was there to be ended");
    drop(window);
    nobody_is_in(&left_at_home(&desk));
    // The folder that core files fall into when nothing else is said.
    let mut here = Vec::new();
    files(Path::new("."), &mut here);
    here.retain(|file| file.file_name().is_some_and(|name| name.to_string_lossy().starts_with("core")));
    nobody_is_in(&here);
    let whole = desk.done(&["store", "verify"]);
    assert!(whole.contains(r#""ok":true"#), "{whole}");
}
