//! What veraPDF says: every letter passes as PDF/A-2a and PDF/UA-1, one that encloses files as PDF/A-3a and PDF/UA-1, and
//! files broken on purpose do not.
//! The names begin with `verapdf`, so that a quick run can leave them out.

mod broken;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use personvernsak::adapter::pdf::{DrawOptions, draw};

use personvernsak::casework::letter::input::SendChannel;
use personvernsak::casework::letter::tree::Letter;
use personvernsak::wording::Language;

use super::letters::{self, options};
use super::{logos, more};
use crate::letters::{access, every, samples};

/// What a letter keeps to, and what one that encloses files keeps to.
const LEVELS: &str = "2a,ua1";
const WITH_FILES: &str = "3a,ua1";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pdf").join(name);
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    folder
}

/// The verdict on each file, by name: whether it passes at all levels, and what veraPDF says.
fn judge(levels: &str, files: &[PathBuf]) -> BTreeMap<String, (bool, String)> {
    let judge = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verapdf/verapdf");
    let output = Command::new(judge).arg(levels).args(files).output().expect("the runner starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    let mut verdicts = BTreeMap::new();
    for file in files {
        let path = file.display().to_string();
        let mut own = String::new();
        let mut inside = false;
        for line in said.lines() {
            if !line.starts_with(' ') {
                inside = line.contains(&path);
            }
            if inside {
                own.push_str(line);
                own.push('\n');
            }
        }
        let passed = own.matches("PASS ").count() == levels.split(',').count();
        assert!(
            passed || own.contains("FAIL "),
            "no verdict on {path}: {said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let name = file.file_stem().expect("a name").to_string_lossy().into_owned();
        verdicts.insert(name, (passed, own));
    }
    verdicts
}

/// Demands that files pass as documents that enclose none.
pub fn passes(files: &[PathBuf]) {
    for (name, (passed, said)) in judge(LEVELS, files) {
        assert!(passed, "{name}:\n{said}");
    }
}

#[test]
fn verapdf_passes_every_letter() {
    let folder = folder("letters");
    let mut files = Vec::new();
    for (name, letter) in letters::all() {
        for draft in [false, true] {
            let file = folder.join(format!("{name}{}.pdf", if draft { "-draft" } else { "" }));
            let pdf = draw(&letter, &DrawOptions { draft, ..options() }).expect("drawn");
            std::fs::write(&file, pdf.bytes).expect("written");
            files.push(file);
        }
    }
    for (name, (passed, said)) in judge(LEVELS, &files) {
        assert!(passed, "{name}:\n{said}");
    }
}

#[test]
fn verapdf_passes_logos_annexes_and_enclosed_files() {
    let folder = folder("more");
    for (levels, wanted) in [(LEVELS, false), (WITH_FILES, true)] {
        let mut files = Vec::new();
        let mut keep = |name: String, letter: &Letter, draft: bool| {
            let file = folder.join(format!("{name}.pdf"));
            std::fs::write(&file, draw(letter, &DrawOptions { draft, ..options() }).expect("drawn").bytes)
                .expect("written");
            files.push(file);
        };
        for (name, letter) in more::all().into_iter().filter(|(_, letter)| letter.files.is_empty() != wanted) {
            keep(name.to_owned(), &letter, false);
            keep(format!("{name}-draft"), &letter, true);
        }
        if !wanted {
            for (name, kind) in logos::kinds() {
                let letter = Letter { logo: more::logo(logos::drawn(kind)), ..letters::handed_over() };
                keep(format!("logo-{name}"), &letter, false);
            }
        }
        for (name, (passed, said)) in judge(levels, &files) {
            assert!(passed, "{name}:\n{said}");
        }
    }
}

#[test]
fn verapdf_passes_every_letter_that_the_program_can_write() {
    let folder = folder("composed");
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    for (name, input) in every::to_draw() {
        let letter = samples::composed(&input).letter;
        // Where the words do not differ, neither do the files.
        if !seen.insert(letter.to_text()) {
            continue;
        }
        let file = folder.join(format!("{name}.pdf"));
        std::fs::write(&file, draw(&letter, &options()).expect("drawn").bytes).expect("written");
        files.push(file);
    }
    assert!(files.len() > 400, "{} letters", files.len());
    // Two at a time, since there are hundreds.
    let verdicts = std::thread::scope(|scope| {
        let halves = files.chunks(files.len().div_ceil(2));
        let judges: Vec<_> = halves.map(|half| scope.spawn(move || judge(LEVELS, half))).collect();
        judges.into_iter().flat_map(|judge| judge.join().expect("judged")).collect::<BTreeMap<_, _>>()
    });
    assert_eq!(verdicts.len(), files.len());
    for (name, (passed, said)) in verdicts {
        assert!(passed, "{name}:\n{said}");
    }
}

/// Answers on access with their annexes, in every language: with files inside, and with files that go beside.
#[test]
fn verapdf_passes_answers_on_access() {
    let folder = folder("access");
    for (send, levels) in [(SendChannel::DigitalMailbox, WITH_FILES), (SendChannel::Letter, LEVELS)] {
        let mut files = Vec::new();
        for language in Language::ALL {
            let mut input = access::everything(language);
            input.send = send;
            let letter = samples::composed(&input).letter;
            assert_eq!(letter.annexes.len(), 4, "{language}");
            assert_eq!(letter.files.is_empty(), send == SendChannel::Letter, "{language}");
            let file = folder.join(format!("access-answer-{}-{language}.pdf", send.id()));
            std::fs::write(&file, draw(&letter, &options()).expect("drawn").bytes).expect("written");
            files.push(file);
        }
        for (name, (passed, said)) in judge(levels, &files) {
            assert!(passed, "{name}:\n{said}");
        }
    }
}
