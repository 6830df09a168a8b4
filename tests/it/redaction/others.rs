//! Digging with the tools of others: what somebody who gets a redacted copy would first try to get the text back with.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use super::recovered::{forms, holds};

/// A tool, and how it puts what it gets out of `file` into files in `folder`.
pub struct Tool {
    pub name: &'static str,
    dig: fn(&Path, &Path) -> Command,
}

/// Debian's poppler-utils and qpdf.
pub const TOOLS: [Tool; 6] = [
    Tool {
        name: "pdftotext",
        dig: |file, folder| of("pdftotext", &["-enc", "UTF-8", "-raw"], &[file, &folder.join("read.txt")]),
    },
    Tool {
        name: "pdftotext -layout",
        dig: |file, folder| of("pdftotext", &["-enc", "UTF-8", "-layout"], &[file, &folder.join("laid.txt")]),
    },
    Tool { name: "pdfimages", dig: |file, folder| of("pdfimages", &["-all"], &[file, &folder.join("picture")]) },
    Tool { name: "pdfdetach", dig: |file, folder| of("pdfdetach", &["-saveall", "-o"], &[folder, file]) },
    // Everything unpacked and written out in full, also what nothing refers to.
    Tool {
        name: "qpdf",
        dig: |file, folder| {
            let whole = ["--qdf", "--object-streams=disable", "--decode-level=all", "--preserve-unreferenced"];
            of("qpdf", &whole, &[file, &folder.join("whole.pdf")])
        },
    },
    // The same as data, in which every string of text is written as text.
    Tool {
        name: "qpdf --json",
        dig: |file, folder| {
            of("qpdf", &["--json-output", "--json-stream-data=none"], &[file, &folder.join("all.json")])
        },
    },
];

fn of(program: &str, words: &[&str], paths: &[&Path]) -> Command {
    let mut command = Command::new(program);
    command.args(words).args(paths).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

/// Whether the tools are on this machine. Without them the tests dig with our own alone, and say so.
pub fn are_here() -> bool {
    static HERE: LazyLock<bool> = LazyLock::new(|| {
        let gone = |program: &&str| of(program, &["--version"], &[]).status().is_err();
        let missing = ["pdftotext", "pdfimages", "pdfdetach", "qpdf"].into_iter().find(gone);
        if let Some(program) = missing {
            eprintln!("{program} is missing: nobody else digs in the copies (scripts/debian-packages.txt, «dig»)");
        }
        missing.is_none()
    });
    *HERE
}

/// The tools that find the secret in a file.
pub fn found(file: &[u8]) -> Vec<&'static str> {
    TOOLS.iter().filter(|tool| finds(tool, file)).map(|tool| tool.name).collect()
}

fn finds(tool: &Tool, file: &[u8]) -> bool {
    pieces(tool, file).iter().any(|piece| forms().iter().any(|(_, sought)| holds(piece, sought)))
}

/// What a tool gets out of a file. One that finds the file broken gets what it can.
fn pieces(tool: &Tool, file: &[u8]) -> Vec<Vec<u8>> {
    let folder = tempfile::tempdir().expect("a folder");
    let (whole, out) = (folder.path().join("file.pdf"), folder.path().join("out"));
    fs::write(&whole, file).expect("written");
    fs::create_dir(&out).expect("made");
    (tool.dig)(&whole, &out).status().expect("the tool starts");
    let out = fs::read_dir(&out).expect("a folder").map(|entry| entry.expect("an entry").path());
    out.map(|path| fs::read(path).expect("a piece")).collect()
}

/// How many pictures somebody gets out of a file.
pub fn pictures(file: &[u8]) -> usize {
    let tool = TOOLS.iter().find(|tool| tool.name == "pdfimages").expect("the tool");
    pieces(tool, file).len()
}

/// The words that somebody gets out of a file.
pub fn text(file: &[u8]) -> String {
    let pieces = pieces(&TOOLS[0], file);
    String::from_utf8_lossy(&pieces.concat()).into_owned()
}
