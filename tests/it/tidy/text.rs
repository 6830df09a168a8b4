//! What no file may be or hold: too long, named after nothing, left unfinished, tied to one machine.

use super::rust_source::tokens;
use super::tree::{File, Tree};

/// Lines of the longest source file.
const LONGEST: usize = 600;
const SOURCES: [&str; 4] = [".rs", ".ts", ".tsx", ".css"];

/// Names that say nothing of what is inside, so that everything ends up there.
const EMPTY_NAMES: [&str; 8] = ["utils", "util", "common", "helpers", "helper", "models", "services", "misc"];

/// Marks of unfinished work. Written apart, so that this file does not hold them.
const UNFINISHED: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];
const UNFINISHED_MACROS: [&str; 2] = [concat!("to", "do"), concat!("unimple", "mented")];

/// What ties a file to one machine or one mirror.
const ONE_MACHINE: [&str; 14] = [
    concat!("/wo", "rk/"),
    concat!("/tmp", "/w/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("C:\\", "Users"),
    concat!("../sha", "red"),
    concat!("registry.npm", "js"),
    concat!("npm", "js.com"),
    concat!("npm", "js.org"),
    concat!("crates", ".io"),
    concat!("registry.yarn", "pkg"),
    concat!("pypi", ".org"),
    concat!("proxy.go", "lang"),
];
/// Files that a test writes and nobody reads from top to bottom.
const GENERATED: [&str; 1] = ["ui/src/backend/contract.ts"];
/// Documents that a reader of the project does not have.
const NOT_HERE: [&str; 2] = [concat!("DES", "IGN"), concat!("COMMA", "NDS.md")];
/// Lock files name their registry; nobody writes them by hand.
const LOCK_FILES: [&str; 2] = ["Cargo.lock", "benches/peers/Cargo.lock"];

/// Everything that is wrong with the files as files.
pub fn problems(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    for file in &tree.files {
        lengths(file, &mut problems);
        names(file, &mut problems);
        unfinished(file, &mut problems);
        one_machine(file, &mut problems);
        if file.path.ends_with(".snap.new") {
            problems.push(format!("{} is a snapshot that nobody has accepted", file.path));
        }
    }
    forgotten_tests(tree, &mut problems);
    problems
}

fn lengths(file: &File, problems: &mut Vec<String>) {
    if GENERATED.contains(&file.path.as_str()) {
        return;
    }
    let lines = file.text.lines().count();
    if SOURCES.iter().any(|ending| file.path.ends_with(ending)) && lines > LONGEST {
        problems.push(format!("{} has {lines} lines, more than {LONGEST}: split it", file.path));
    }
}

fn names(file: &File, problems: &mut Vec<String>) {
    if SOURCES.iter().any(|ending| file.path.ends_with(ending)) {
        let empty = |part: &&str| EMPTY_NAMES.contains(&part.split('.').next().unwrap_or_default());
        if let Some(part) = file.path.split('/').find(empty) {
            problems.push(format!("{}: «{part}» does not say what is inside", file.path));
        }
    }
}

fn unfinished(file: &File, problems: &mut Vec<String>) {
    for (number, line) in file.text.lines().enumerate() {
        for mark in UNFINISHED {
            let whole = |at: usize| {
                let letter = |character: Option<char>| character.is_some_and(|c| c.is_alphanumeric() || c == '_');
                !letter(line[..at].chars().next_back()) && !letter(line[at + mark.len()..].chars().next())
            };
            if line.match_indices(mark).any(|(at, _)| whole(at)) && !LOCK_FILES.contains(&file.path.as_str()) {
                problems.push(format!("{}:{}: {mark} is unfinished work", file.path, number + 1));
            }
        }
    }
    if file.path.ends_with(".rs") {
        let tokens = tokens(&file.text);
        for pair in tokens.windows(2) {
            if let (Some(name), None) = (pair[0].word(), pair[1].word())
                && UNFINISHED_MACROS.contains(&name)
                && pair[1] == super::rust_source::Token::Sign('!')
            {
                problems.push(format!("{}: {name}! is unfinished work", file.path));
            }
        }
    }
}

fn one_machine(file: &File, problems: &mut Vec<String>) {
    if LOCK_FILES.contains(&file.path.as_str()) {
        return;
    }
    for (number, line) in file.text.lines().enumerate() {
        for mark in ONE_MACHINE.iter().filter(|mark| line.contains(**mark)) {
            problems.push(format!(
                "{}:{}: «{mark}» ties the project to one machine or registry",
                file.path,
                number + 1
            ));
        }
        for mark in NOT_HERE.iter().filter(|mark| line.contains(**mark)) {
            problems.push(format!("{}:{}: {mark} is no document of the project", file.path, number + 1));
        }
    }
}

/// The tests are one binary, so a file that main.rs does not declare would never run.
fn forgotten_tests(tree: &Tree, problems: &mut Vec<String>) {
    for root in ["tests/it/", "tests/e2e/", "tests/boundary/"] {
        let main = tokens(tree.text(&format!("{root}main.rs")).unwrap_or_default());
        for file in tree.below(root, &[".rs"]) {
            let name = file.path.trim_start_matches(root).split('/').next().unwrap_or_default().trim_end_matches(".rs");
            let declared = main.windows(2).any(|pair| pair[0].word() == Some("mod") && pair[1].word() == Some(name));
            if name != "main" && !declared {
                problems.push(format!("{} is not declared in {root}main.rs, so it never runs", file.path));
            }
        }
    }
}

#[test]
fn what_no_file_may_hold_is_told() {
    let told = |path: &str, text: &str| problems(&Tree::of(&[(path, text)])).len();
    assert_eq!(told("src/law/calendar.rs", &"//\n".repeat(600)), 0);
    assert_eq!(told("src/law/calendar.rs", &"//\n".repeat(601)), 1);
    assert_eq!(told("src/law/utils.rs", ""), 1);
    assert_eq!(told("ui/src/helpers/dates.ts", ""), 1);
    assert_eq!(told("ui/src/frame/common.css", ""), 1);
    assert_eq!(told("docs/common.md", ""), 0);
    assert_eq!(told("docs/a.md", &format!("- {}: later", UNFINISHED[0])), 1);
    assert_eq!(told("docs/a.md", &format!("MA{}ER", UNFINISHED[2])), 0);
    assert_eq!(told("src/law/calendar.rs", &format!("fn f() {{ {}!() }}", UNFINISHED_MACROS[0])), 1);
    assert_eq!(told("src/law/calendar.rs", &format!("struct A {{ {}: bool }}", UNFINISHED_MACROS[0])), 0);
    assert_eq!(told("README.md", &format!("cd {}main", ONE_MACHINE[0])), 1);
    assert_eq!(told("ui/package-lock.json", &format!("https://{}.org/react", ONE_MACHINE[7])), 2);
    assert_eq!(told("src/law/mod.rs", &format!("// see {} § 4", NOT_HERE[0])), 1);
    assert_eq!(told("Cargo.lock", &format!("index.{}", ONE_MACHINE[10])), 0);
    assert_eq!(told("tests/it/snapshots/a.snap.new", ""), 1);
}

#[test]
fn a_test_that_main_does_not_declare_is_told() {
    let main = ("tests/it/main.rs", "mod dates;\n// mod letters;");
    assert_eq!(problems(&Tree::of(&[main, ("tests/it/dates.rs", ""), ("tests/it/dates/more.rs", "")])), [""; 0]);
    assert_eq!(problems(&Tree::of(&[main, ("tests/it/letters.rs", "")])).len(), 1);
}
