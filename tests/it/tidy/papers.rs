//! The papers are true: what ARCHITECTURE.md points to exists, and the glossary's names stand in the code.

use std::collections::BTreeSet;

use super::floors;
use super::rust_source::tokens;
use super::tree::Tree;

const MAP: &str = "ARCHITECTURE.md";
const GLOSSARY: &str = "docs/glossary.md";

/// Places that are named and do not exist, rooms that the map leaves out, names that the code does not have.
pub fn problems(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    let map = tree.text(MAP).unwrap_or_default();
    for place in quoted(map).filter(|word| word.contains('/') && !word.contains([' ', ':', '«'])) {
        let inside = format!("{}/", place.trim_end_matches('/'));
        let exists = |root: &str| {
            let (whole, folder) = (format!("{root}{place}"), format!("{root}{inside}"));
            let module = format!("{root}{}.rs", place.trim_end_matches('/'));
            tree.files.iter().any(|file| file.path == whole || file.path == module || file.path.starts_with(&folder))
        };
        if !exists("") && !exists("src/") && !exists("tests/it/") {
            problems.push(format!("{MAP} names {place}, which does not exist"));
        }
    }
    for (floor, room) in floors::rooms_in(tree) {
        let named = map.lines().any(|line| {
            line.starts_with(&format!("| `{floor}/`")) && (room.is_empty() || quoted(line).any(|word| word == room))
        });
        if !named {
            problems.push(format!("{MAP} leaves out {floor}/{room}"));
        }
    }
    let mut names = BTreeSet::new();
    for file in tree.below("src/", &[".rs"]) {
        names.extend(tokens(&file.text).iter().filter_map(|token| token.word().map(str::to_owned)));
    }
    for word in code_names(tree.text(GLOSSARY).unwrap_or_default()) {
        for part in word.split("::") {
            if !names.contains(part) {
                problems.push(format!("{GLOSSARY} names {word}, which the code does not have"));
            }
        }
    }
    problems
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The backticked names of the tables' column «code».
fn code_names(glossary: &str) -> Vec<&str> {
    let mut column = None;
    let mut names = Vec::new();
    for line in glossary.lines() {
        let cells: Vec<_> = line.split('|').map(str::trim).collect();
        if !line.starts_with('|') {
            column = None;
        } else if let Some(place) = cells.iter().position(|cell| *cell == "code") {
            column = Some(place);
        } else if let Some(cell) = column.and_then(|place| cells.get(place)) {
            names.extend(quoted(cell));
        }
    }
    names
}

#[test]
fn a_paper_that_names_what_is_not_there_is_told() {
    let code = ("src/law/rights.rs", "pub enum Right { Access }");
    let told = |map: &str, glossary: &str| problems(&Tree::of(&[(MAP, map), (GLOSSARY, glossary), code])).len();
    let map = "Rooms, see `docs/glossary.md`.\n| `law/` | `rights` |";
    assert_eq!(told(map, ""), 0);
    assert_eq!(told("| `law/` | nothing |", ""), 1);
    assert_eq!(told(&format!("{map}\n`docs/adr/` says why"), ""), 1);
    let words = |name: &str| format!("| bokmål | code | note |\n|---|---|---|\n| innsyn | `{name}` | `anything` |");
    assert_eq!(told(map, &words("Right::Access")), 0);
    assert_eq!(told(map, &words("Right::Erasure")), 1);
}
