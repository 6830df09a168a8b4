//! The ledger is true: what docs/ledger names exists, every clause has a status of the closed list, and an enforced one
//! names the code and the test that shows it.

use std::collections::BTreeSet;

use super::rust_source::tokens;
use super::tree::Tree;

const LEDGER: &str = "docs/ledger/";
const README: &str = "docs/ledger/README.md";
const STATUSES: [&str; 4] = ["enforced", "documented", "not applicable", "missing"];
/// Where a word that is neither a path nor a name of the code must stand: what the program reads.
const DATA: [&str; 3] = ["registers/", "letters/", "src/"];

/// What the ledger names, by how it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named<'a> {
    /// `tests/it/dates.rs::every_case_of_the_table_holds`.
    Test { file: &'a str, function: &'a str },
    /// `src/law/calendar.rs`, or a folder.
    Path(&'a str),
    /// `DeadlineProblem::ExtensionLate`.
    Code(&'a str),
    /// `sterkt-belastende`, `sletting`.
    Word(&'a str),
}

impl<'a> Named<'a> {
    fn read(text: &'a str) -> Self {
        match (text.contains('/'), text.split_once("::")) {
            (true, Some((file, function))) => Self::Test { file, function },
            (true, None) => Self::Path(text),
            (false, Some(_)) => Self::Code(text),
            (false, None) if text.starts_with(char::is_uppercase) => Self::Code(text),
            (false, None) => Self::Word(text),
        }
    }
}

/// Everything that the ledger says and that is not so.
pub fn problems(tree: &Tree) -> Vec<String> {
    let project = Project::of(tree);
    let mut problems = Vec::new();
    for page in tree.below(LEDGER, &[".md"]) {
        for (number, line) in page.text.lines().enumerate() {
            let place = format!("{}:{}", page.path, number + 1);
            for named in quoted(line).map(Named::read) {
                problems.extend(project.lacks(named).map(|what| format!("{place}: {what}")));
            }
            if page.path != README {
                problems.extend(row(line).into_iter().flatten().map(|what| format!("{place}: {what}")));
            }
        }
        let listed = tree.text(README).is_some_and(|readme| readme.contains(&page.path[LEDGER.len()..]));
        if page.path != README && !listed {
            problems.push(format!("{README} leaves out {}", page.path));
        }
    }
    problems
}

/// What is wrong with a row of the table; none for what is no row, or its head.
fn row(line: &str) -> Option<Vec<String>> {
    if !line.starts_with('|') || line.starts_with("|---") || line == "| clause | where | status |" {
        return None;
    }
    let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
    let [clause, place, status] = cells[..] else {
        return Some(vec![format!("a row has three cells, this one {}", cells.len())]);
    };
    let mut problems = Vec::new();
    if clause.is_empty() || place.is_empty() {
        problems.push("a clause and a place are written, or «—» for none".to_owned());
    }
    if !STATUSES.iter().any(|known| status.starts_with(known)) {
        problems.push(format!("«{status}» is no status"));
    }
    if status.starts_with("enforced") {
        let named: Vec<Named<'_>> = quoted(place).map(Named::read).collect();
        if !named.iter().any(|named| matches!(named, Named::Test { .. })) {
            problems.push("an enforced clause names the test that shows it".to_owned());
        }
        if !named.iter().any(|named| matches!(named, Named::Path(_) | Named::Code(_))) {
            problems.push("an enforced clause names the code or the data that does it".to_owned());
        }
    }
    Some(problems)
}

struct Project<'a> {
    tree: &'a Tree,
    names: BTreeSet<String>,
    words: BTreeSet<&'a str>,
}

impl<'a> Project<'a> {
    fn of(tree: &'a Tree) -> Self {
        let mut names = BTreeSet::new();
        for file in tree.below("src/", &[".rs"]) {
            names.extend(tokens(&file.text).iter().filter_map(|token| token.word().map(str::to_owned)));
        }
        let mut words = BTreeSet::new();
        for file in DATA.iter().flat_map(|folder| tree.below(folder, &[".rs", ".toml"])) {
            let letter = |character: char| character.is_alphanumeric() || matches!(character, '-' | '_');
            words.extend(file.text.split(|character| !letter(character)));
        }
        Self { tree, names, words }
    }

    fn lacks(&self, named: Named<'_>) -> Option<String> {
        match named {
            Named::Test { file, function } => {
                let head = format!("fn {function}(");
                match self.tree.text(file) {
                    None => Some(format!("{file} does not exist")),
                    Some(text) if !text.contains(&head) => Some(format!("{file} has no test {function}")),
                    Some(_) => None,
                }
            }
            Named::Path(path) => {
                let inside = format!("{}/", path.trim_end_matches('/'));
                let exists = |file: &str| file == path || file.starts_with(&inside);
                let there = self.tree.files.iter().any(|file| exists(&file.path));
                (!there).then(|| format!("{path} does not exist"))
            }
            Named::Code(name) => {
                let unknown = name.split("::").any(|part| !self.names.contains(part));
                unknown.then(|| format!("the code does not have {name}"))
            }
            Named::Word(word) => {
                let known = self.words.contains(word) || self.names.contains(word);
                (!known).then(|| format!("neither registers, letters nor code have «{word}»"))
            }
        }
    }
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn a_clause_that_is_not_where_the_ledger_says_is_told() {
    let told = |row: &str| {
        let page = format!("| clause | where | status |\n|---|---|---|\n{row}\n");
        problems(&Tree::of(&[
            (README, "[act.md](act.md)"),
            ("docs/ledger/act.md", &page),
            ("src/law/rights.rs", "pub enum Right { Access }"),
            ("tests/it/dates.rs", "#[test]\nfn a_month_is_a_month() {}"),
            ("registers/kpr.toml", "id = \"art-17\""),
        ]))
    };
    let none: [&str; 0] = [];
    for good in [
        "| (1) | `Right::Access`, `tests/it/dates.rs::a_month_is_a_month` | enforced (the dates) |",
        "| (1) | `src/law/rights.rs`, `tests/it/dates.rs::a_month_is_a_month` | enforced |",
        "| (1) | check `art-17` in `registers/` | documented |",
        "| (1) | — | missing: all of it |",
        "| (1) | — | not applicable |",
    ] {
        assert_eq!(told(good), none, "{good}");
    }
    for (bad, words) in [
        ("| (1) | `src/law/rights.rs`, `tests/it/dates.rs::gone` | enforced |", "no test gone"),
        ("| (1) | `src/law/rights.rs`, `tests/it/gone.rs::gone` | enforced |", "gone.rs does not exist"),
        ("| (1) | `src/law/gone.rs`, `tests/it/dates.rs::a_month_is_a_month` | enforced |", "gone.rs does not exist"),
        ("| (1) | `Right::Erasure` | documented |", "does not have Right::Erasure"),
        ("| (1) | check `art-18` | documented |", "«art-18»"),
        ("| (1) | `Right::Access` | enforced |", "names the test"),
        ("| (1) | `tests/it/dates.rs::a_month_is_a_month` | enforced |", "names the code"),
        ("| (1) | — | planned |", "no status"),
        ("| (1) | — |", "three cells"),
        ("| (1) | | missing |", "«—» for none"),
    ] {
        let problems = told(bad);
        assert!(problems.len() == 1 && problems[0].contains(words), "{bad}: {problems:?}");
    }
    let forgotten = Tree::of(&[(README, ""), ("docs/ledger/act.md", "# An act")]);
    assert_eq!(problems(&forgotten), [format!("{README} leaves out docs/ledger/act.md")]);
}
