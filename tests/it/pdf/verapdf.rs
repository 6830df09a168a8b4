//! What veraPDF says: every letter passes as PDF/A-2a and PDF/UA-1, one that encloses files as PDF/A-3a and PDF/UA-1, and
//! files broken on purpose do not.
//! The names begin with `verapdf`, so that a quick run can leave them out.

mod broken;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use personvernsak::adapter::pdf::{DrawOptions, draw};

use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::input::{ExtensionReason, LetterInput, Mode, PauseGround, SendChannel};
use personvernsak::casework::letter::tree::Letter;
use personvernsak::law::rights::{Outcome, Track};
use personvernsak::wording::Language;

use super::letters::{self, options};
use super::{logos, more};
use crate::letters::samples::{self, access_to_hpr, decided, erasure_in_kpr, in_language, rectification_in_npr};
use crate::letters::situations;

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
fn verapdf_passes_the_letters_that_the_program_writes() {
    let folder = folder("composed");
    let mut files = Vec::new();
    let mut keep = |name: String, input: &LetterInput| {
        let file = folder.join(format!("{name}.pdf"));
        let letter = samples::composed(input).letter;
        std::fs::write(&file, draw(&letter, &options()).expect("drawn").bytes).expect("written");
        files.push(file);
    };
    for language in Language::ALL {
        let named = |kind: LetterKind| format!("{}-{language}", kind.id());
        let acknowledgement = LetterKind::Acknowledgement;
        keep(named(acknowledgement), &in_language(erasure_in_kpr(acknowledgement), language));
        let request = LetterKind::IdentityRequest;
        keep(named(request), &in_language(rectification_in_npr(request), language));
        for ground in PauseGround::ALL {
            keep(format!("{}-{}", named(LetterKind::Reminder), ground.id()), &situations::reminder(ground, language));
        }
        keep(named(LetterKind::ClarificationRequest), &situations::unclear_access(language));
        let grounds = named(LetterKind::Section25GroundsRequest);
        keep(format!("{grounds}-erasure"), &situations::bare_erasure(language));
        keep(format!("{grounds}-rectification"), &situations::bare_rectification(language));
        for reason in ExtensionReason::ALL {
            let notice = named(LetterKind::ExtensionNotice);
            keep(format!("{notice}-{}", reason.id()), &situations::extension(reason, language));
        }
        for mode in Mode::ALL {
            for kind in [LetterKind::Forwarding, LetterKind::ForwardingNotice] {
                keep(format!("{}-{mode}", named(kind)), &situations::elsewhere(kind, mode, language));
            }
        }
        for kind in [LetterKind::DelayNotice, LetterKind::InterimReply] {
            keep(named(kind), &situations::delayed(kind, language));
        }
        keep(named(LetterKind::Referral), &situations::elsewhere(LetterKind::Referral, Mode::Refer, language));
        let answer = LetterKind::Answer;
        keep(named(answer), &decided(access_to_hpr(answer, language), Outcome::Granted));
        let decision = LetterKind::Section25Decision;
        for outcome in Outcome::ALL.into_iter().filter(|outcome| decision.can_tell(*outcome, Track::Section25)) {
            let corrects = matches!(outcome, Outcome::Rectified | Outcome::Supplemented);
            let claim = if corrects { rectification_in_npr } else { erasure_in_kpr };
            let mut input = decided(in_language(claim(decision), language), outcome);
            input.send = SendChannel::Letter;
            keep(format!("{}-{outcome}", named(decision)), &input);
        }
    }
    for (name, (passed, said)) in judge(LEVELS, &files) {
        assert!(passed, "{name}:\n{said}");
    }
}
