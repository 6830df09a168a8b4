//! The files of the project, read once, without what is built or installed.

use std::fs;
use std::path::Path;

/// What a clone does not have: built, installed or written by tests. The same as .gitignore names.
const NOT_OURS: [&str; 9] = [
    ".git",
    "target",
    "benches/peers/target",
    "test-output",
    "ui/node_modules",
    "ui/dist",
    "src-tauri/gen/schemas",
    ".tools",
    "tests/proptest-regressions",
];

/// A file of the project.
pub struct File {
    /// Its path from the root, with `/` between the parts.
    pub path: String,
    /// What stands in it; empty for a file that is no text.
    pub text: String,
}

/// Every file of the project.
pub struct Tree {
    /// The files, sorted by path.
    pub files: Vec<File>,
}

impl Tree {
    /// Reads the project that the test was built from.
    pub fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Vec::new();
        walk(root, "", &mut files);
        files.sort_by(|one, other| one.path.cmp(&other.path));
        assert!(files.iter().any(|file| file.path == "Cargo.toml"), "the root of the project is not where it was");
        Self { files }
    }

    /// A made-up project, for tests of the checks.
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files.iter().map(|(path, text)| File { path: (*path).to_owned(), text: (*text).to_owned() });
        Self { files: files.collect() }
    }

    /// The text of one file.
    pub fn text(&self, path: &str) -> Option<&str> {
        self.files.iter().find(|file| file.path == path).map(|file| file.text.as_str())
    }

    /// The files below a folder (`src/`) with one of these endings (`.rs`).
    pub fn below<'a>(&'a self, folder: &'a str, endings: &'a [&'a str]) -> impl Iterator<Item = &'a File> {
        self.files
            .iter()
            .filter(move |file| file.path.starts_with(folder) && endings.iter().any(|end| file.path.ends_with(end)))
    }
}

fn walk(folder: &Path, prefix: &str, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("the folder can be listed") {
        let entry = entry.expect("the folder can be listed");
        let name = entry.file_name().into_string().expect("names are text");
        let path = format!("{prefix}{name}");
        if NOT_OURS.contains(&path.as_str()) {
            continue;
        }
        let kind = entry.file_type().expect("the entry can be read");
        if kind.is_dir() {
            walk(&entry.path(), &format!("{path}/"), files);
        } else if kind.is_file() {
            let bytes = fs::read(entry.path()).expect("the file can be read");
            files.push(File { path, text: String::from_utf8(bytes).unwrap_or_default() });
        }
    }
}
