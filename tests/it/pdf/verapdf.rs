//! What veraPDF says: every letter passes as PDF/A-2a and PDF/UA-1, and files broken on purpose do not.
//! The names begin with `verapdf`, so that a quick run can leave them out.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use lopdf::{Dictionary, Document, Object, ObjectId};
use personvernsak::adapter::pdf::{DrawOptions, draw};

use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::letter::input::{ExtensionReason, LetterInput, Mode, PauseGround, SendChannel};
use personvernsak::law::rights::{Outcome, Track};
use personvernsak::wording::Language;

use super::letters::{self, options};
use crate::letters::samples::{self, access_to_hpr, decided, erasure_in_kpr, in_language, rectification_in_npr};
use crate::letters::situations;

const LEVELS: &str = "2a,ua1";

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pdf").join(name);
    std::fs::create_dir_all(&folder).expect("a folder for the files");
    folder
}

/// The verdict on each file, by name: whether it passes at all levels, and what veraPDF says.
fn judge(files: &[PathBuf]) -> BTreeMap<String, (bool, String)> {
    let judge = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/verapdf/verapdf");
    let output = Command::new(judge).arg(LEVELS).args(files).output().expect("the runner starts");
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
        let passed = own.matches("PASS ").count() == LEVELS.split(',').count();
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
    for (name, (passed, said)) in judge(&files) {
        assert!(passed, "{name}:\n{said}");
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
    for (name, (passed, said)) in judge(&files) {
        assert!(passed, "{name}:\n{said}");
    }
}

type Breakage = fn(&mut Document);

/// Ways to break a file, each with the rule (clause and test) of veraPDF's profiles that is then broken.
const BREAKAGES: [(&str, &str, Breakage); 16] = [
    ("no-language", "7.2-34", |file| {
        catalog(file).remove(b"Lang");
    }),
    ("no-structure", "7.1-11", |file| {
        catalog(file).remove(b"StructTreeRoot");
    }),
    ("not-marked", "6.2-1", |file| {
        catalog(file).remove(b"MarkInfo");
    }),
    ("title-not-shown", "7.1-10", |file| {
        catalog(file).remove(b"ViewerPreferences");
    }),
    ("no-metadata", "7.1-8", |file| {
        catalog(file).remove(b"Metadata");
    }),
    ("no-colour-profile", "6.2.4.3-4", |file| {
        // Grey is allowed without a profile only where the file says how grey it is.
        catalog(file).remove(b"OutputIntents");
    }),
    ("no-part-of-pdfua", "5-1", |file| rewrite_metadata(file, "<pdfuaid:part>1</pdfuaid:part>", "")),
    ("no-part-of-pdfa", "6.6.4-2", |file| rewrite_metadata(file, "<pdfaid:part>2</pdfaid:part>", "")),
    ("no-extension-schema", "6.6.2.3.1-1", |file| {
        rewrite_metadata(file, "pdfaExtension:schemas", "pdfaExtension:skjema")
    }),
    ("no-title", "7.1-9", |file| rewrite_metadata(file, "dc:title", "dc:overskrift")),
    ("font-not-embedded", "6.2.11.4.1-1", |file| remove_everywhere(file, "FontDescriptor", b"FontFile2")),
    ("no-characters-of-glyphs", "6.2.11.7.2-1", |file| remove_everywhere(file, "Font", b"ToUnicode")),
    ("wrong-widths", "6.2.11.5-1", |file| {
        for object in file.objects.values_mut() {
            if let Ok(fonts) =
                object.as_dict_mut().and_then(|font| font.get_mut(b"DescendantFonts")).and_then(Object::as_array_mut)
            {
                for font in fonts.iter_mut().filter_map(|font| font.as_dict_mut().ok()) {
                    font.remove(b"W");
                }
            }
        }
    }),
    ("no-identifier", "6.1.3-1", |file| {
        file.trailer.remove(b"ID");
    }),
    ("heading-skipped", "7.4.2-1", |file| {
        for object in file.objects.values_mut() {
            if let Ok(element) = object.as_dict_mut()
                && element.get(b"S").and_then(Object::as_name).is_ok_and(|role| role == b"H2")
            {
                element.set("S", Object::Name(b"H4".to_vec()));
            }
        }
    }),
    ("unmarked-text", "7.1-3", |file| {
        let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
        let content = file.get_page_content(pages[0]);
        let content = String::from_utf8_lossy(&content).into_owned();
        let broken = content.replacen("BDC", "pop", 1).replacen("EMC", "", 1).replace("pop", "MP");
        file.change_page_content(pages[0], broken.into_bytes()).expect("changed");
    }),
];

fn catalog(file: &mut Document) -> &mut Dictionary {
    file.catalog_mut().expect("a catalog")
}

fn rewrite_metadata(file: &mut Document, from: &str, to: &str) {
    let id = catalog(file).get(b"Metadata").and_then(Object::as_reference).expect("metadata");
    let stream = file.get_object_mut(id).and_then(Object::as_stream_mut).expect("a stream");
    let text = String::from_utf8(stream.content.clone()).expect("text");
    assert!(text.contains(from), "{from}");
    stream.set_plain_content(text.replace(from, to).into_bytes());
}

fn remove_everywhere(file: &mut Document, kind: &str, key: &[u8]) {
    for object in file.objects.values_mut() {
        if let Ok(dictionary) = object.as_dict_mut()
            && dictionary.has_type(kind.as_bytes())
        {
            dictionary.remove(key);
        }
    }
}

#[test]
fn verapdf_fails_every_broken_file() {
    let folder = folder("broken");
    let whole = draw(&letters::decision(), &options()).expect("drawn").bytes;
    let mut files = Vec::new();
    for (name, _, breakage) in BREAKAGES {
        let mut file = Document::load_mem(&whole).expect("readable");
        breakage(&mut file);
        let path = folder.join(format!("{name}.pdf"));
        file.save(&path).expect("written");
        files.push(path);
    }
    // The same way through the reader and back without a breakage passes, so that it is the breakage that fails.
    let path = folder.join("unbroken.pdf");
    Document::load_mem(&whole).expect("readable").save(&path).expect("written");
    files.push(path);
    let truncated = folder.join("truncated.pdf");
    std::fs::write(&truncated, &whole[..whole.len() / 2]).expect("written");
    files.push(truncated);
    let verdicts = judge(&files);
    for (name, (passed, said)) in &verdicts {
        assert_eq!(*passed, name == "unbroken", "{name}:\n{said}");
    }
    for (name, rule, _) in BREAKAGES {
        let said = &verdicts[name].1;
        assert!(said.contains(&format!(" {rule} x")), "{name} does not break {rule}:\n{said}");
    }
}
