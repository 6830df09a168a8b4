//! The walls of the page: one folder talks with the program, features know nothing of each other, nothing is kept.

use super::tree::{File, Tree};

const SOURCES: &str = "ui/src/";
const BACKEND: &str = "ui/src/backend/";
const FEATURES: &str = "ui/src/features/";

/// What the page never does, with the reason.
const NEVER: [(&str, &str); 13] = [
    ("localStorage", "nothing of value stands in the web view's storage"),
    ("sessionStorage", "nothing of value stands in the web view's storage"),
    ("indexedDB", "nothing of value stands in the web view's storage"),
    ("document.cookie", "nothing of value stands in the web view's storage"),
    ("fetch(", "the page talks with the program alone"),
    ("XMLHttpRequest", "the page talks with the program alone"),
    ("WebSocket", "the page talks with the program alone"),
    ("sendBeacon", "the page talks with the program alone"),
    ("http://", "the program opens no network connection"),
    ("https://", "the program opens no network connection"),
    ("innerHTML", "what people wrote is text, never markup"),
    ("dangerouslySetInnerHTML", "what people wrote is text, never markup"),
    ("eval(", "the content security policy refuses it"),
];
/// Addresses that are names, not places.
const NAMES: [&str; 1] = ["http://www.w3.org/"];

/// Imports that cross a wall, and what the page never does.
pub fn problems(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    if tree.below(SOURCES, &[""]).next().is_none() {
        problems.push(format!("{SOURCES} is missing"));
    }
    for file in tree.below(SOURCES, &[".ts", ".tsx"]) {
        for import in imports(&file.text) {
            wall(file, &import, &mut problems);
        }
    }
    for file in tree.below(SOURCES, &[".ts", ".tsx", ".css"]) {
        for (number, line) in file.text.lines().enumerate() {
            let line = NAMES.iter().fold(line.to_owned(), |line, name| line.replace(name, ""));
            if line.trim_start().starts_with("//") || line.trim_start().starts_with('*') {
                continue;
            }
            for (mark, reason) in NEVER.iter().filter(|(mark, _)| holds(&line, mark)) {
                problems.push(format!("{}:{}: {mark}: {reason}", file.path, number + 1));
            }
        }
    }
    problems
}

/// Whether the mark stands in the line as a name of its own (`prefetch(` is not `fetch(`).
fn holds(line: &str, mark: &str) -> bool {
    line.match_indices(mark).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|character| character.is_alphanumeric() || character == '_' || character == '$')
    })
}

fn wall(file: &File, import: &str, problems: &mut Vec<String>) {
    if import.starts_with("@tauri-apps/") && !file.path.starts_with(BACKEND) {
        problems.push(format!("{} imports {import}: only {BACKEND} talks with the program", file.path));
    }
    let (Some(own), Some(other)) = (feature(&file.path), feature(&resolve(&file.path, import))) else {
        return;
    };
    if own != other {
        problems.push(format!("{} imports the feature {other}: a feature imports no other", file.path));
    }
}

fn feature(path: &str) -> Option<String> {
    let rest = path.strip_prefix(FEATURES)?;
    rest.split('/').next().map(|name| name.trim_end_matches(".tsx").trim_end_matches(".ts").to_owned())
}

/// Where a relative import leads, from the root of the project.
fn resolve(from: &str, import: &str) -> String {
    if let Some(rest) = import.strip_prefix("@/").or_else(|| import.strip_prefix("src/")) {
        return format!("{SOURCES}{rest}");
    }
    if !import.starts_with('.') {
        return import.to_owned();
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in import.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

/// What stands in quotes after `from`, `import` and `import(`.
fn imports(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    for word in ["from", "import"] {
        for (at, _) in source.match_indices(word) {
            let before = source[..at].chars().next_back();
            if before.is_some_and(|character| character.is_alphanumeric() || character == '_') {
                continue;
            }
            let rest = source[at + word.len()..].trim_start().trim_start_matches('(').trim_start();
            let Some(quote) = rest.chars().next().filter(|first| matches!(first, '\'' | '"' | '`')) else {
                continue;
            };
            found.extend(rest[1..].split(quote).next().map(str::to_owned));
        }
    }
    found
}

#[test]
fn a_wall_of_the_page_that_is_crossed_is_told() {
    let told = |path: &str, source: &str| problems(&Tree::of(&[(path, source)])).len();
    for (path, source) in [
        ("ui/src/frame/window.ts", "import { getCurrentWindow } from '@tauri-apps/api/window';"),
        ("ui/src/frame/window.ts", "const api = await import(\"@tauri-apps/api/core\");"),
        ("ui/src/features/case/case.tsx", "import { Draft } from '../intake/draft';"),
        ("ui/src/features/case/parts/head.tsx", "import type { Draft } from '../../intake/draft';"),
        ("ui/src/features/case/case.tsx", "export { Draft } from '@/features/intake/draft';"),
        ("ui/src/frame/theme.ts", "localStorage.setItem('theme', 'dark');"),
        ("ui/src/frame/theme.ts", "await window.fetch('x');"),
        ("ui/src/frame/page.css", "@import url(https://example.no/font.css);"),
        ("ui/src/marks/text.tsx", "<p dangerouslySetInnerHTML={words} />"),
    ] {
        assert_eq!(told(path, source), 1, "{path}: {source}");
    }
    for (path, source) in [
        ("ui/src/backend/invoke.ts", "import { invoke } from '@tauri-apps/api/core';"),
        (
            "ui/src/features/case/case.tsx",
            "import { CaseHead } from './parts/head'; import { Tag } from '../../marks/tag';",
        ),
        ("ui/src/app.tsx", "import { Case } from './features/case/case';"),
        ("ui/src/frame/icon.tsx", "<svg xmlns=\"http://www.w3.org/2000/svg\"> // prefetch(one)"),
    ] {
        assert_eq!(told(path, source), 0, "{path}: {source}");
    }
    assert_eq!(problems(&Tree::of(&[])).len(), 1);
}
