//! What other programs read out of a letter: its text, its tree of tags, its fonts, and whether the file is sound.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::{drawn, letters};
use personvernsak::casework::letter::tree::Letter;

fn saved(name: &str, letter: &Letter) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pdf/read");
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join(format!("{name}.pdf"));
    std::fs::write(&file, drawn(letter).bytes).expect("written");
    file
}

/// What a program says about a file; where it is not installed, the test says how to get it.
fn ask(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program).args(arguments).arg(file).args((program == "pdftotext").then_some("-")).output();
    let output = output.unwrap_or_else(|_| panic!("{program} is not installed. Run: tests/verapdf/verapdf --install"));
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn verapdf_packages_read_the_tags_in_reading_order() {
    for (name, letter) in
        [("decision", letters::decision()), ("handed-over", letters::handed_over()), ("sami", letters::sami())]
    {
        insta::assert_snapshot!(
            format!("tags-{name}"),
            ask("pdfinfo", &["-struct-text"], &saved(&format!("tags-{name}"), &letter))
        );
    }
}

#[test]
fn verapdf_packages_read_lists_and_tables_cell_by_cell() {
    let mut letter = letters::everything();
    for block in &mut letter.blocks {
        if let personvernsak::casework::letter::tree::Block::Table { rows, .. } = block {
            rows.truncate(9);
        }
    }
    insta::assert_snapshot!("tags-everything", ask("pdfinfo", &["-struct-text"], &saved("tags-everything", &letter)));
}

#[test]
fn verapdf_packages_read_the_text_with_all_letters() {
    insta::assert_snapshot!("text-sami", ask("pdftotext", &["-layout"], &saved("text-sami", &letters::sami())));
}

#[test]
fn verapdf_packages_find_every_file_sound_and_every_font_embedded() {
    for (name, letter) in letters::all() {
        let file = saved(name, &letter);
        let said = ask("qpdf", &["--check"], &file);
        assert!(said.contains("No syntax or stream encoding errors found"), "{name}: {said}");
        for font in ask("pdffonts", &[], &file).lines().skip(2) {
            assert!(font.contains("+NotoSans-") && font.contains("yes yes yes"), "{name}: {font}");
        }
    }
}
