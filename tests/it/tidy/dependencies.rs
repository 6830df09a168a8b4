//! Every direct dependency stands in docs/dependencies.toml with its licence and reason, and nothing else stands there.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::tree::Tree;

const LIST: &str = "docs/dependencies.toml";

/// Where a manifest names its dependencies, and what the list calls that place.
const CARGO_TABLES: [(&str, &str, &str); 7] = [
    ("Cargo.toml", "dependencies", "core"),
    ("Cargo.toml", "build-dependencies", "core build"),
    ("Cargo.toml", "dev-dependencies", "core tests"),
    ("src-tauri/Cargo.toml", "dependencies", "shell"),
    ("src-tauri/Cargo.toml", "build-dependencies", "shell build"),
    ("src-tauri/Cargo.toml", "dev-dependencies", "shell tests"),
    (PEERS, "dependencies", "peers"),
];
/// The crate that holds the program against its peers.
const PEERS: &str = "benches/peers/Cargo.toml";
const NPM_MANIFEST: &str = "ui/package.json";
const NPM_TABLES: [(&str, &str); 2] = [("dependencies", "page"), ("devDependencies", "page tools")];

/// What the core must never name, whatever a list says: it knows nothing of windows, the web or the network.
const NEVER_IN_CORE: [&str; 7] = ["tauri", "wry", "tokio", "hyper", "reqwest", "ureq", "axum"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    /// SPDX names of the licences that may be depended on.
    licences: Vec<String>,
    /// Why every package of the page is pinned to one version.
    page_pins: String,
    #[serde(rename = "crate")]
    crates: Vec<Entry>,
    package: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    licence: String,
    used_in: Vec<String>,
    reason: String,
    pin: Option<String>,
}

/// What the manifests name: (name, place) → version.
type Named = BTreeMap<(String, String), String>;

/// Dependencies without an entry, entries without a dependency, pins without a reason, licences that are not free.
pub fn problems(tree: &Tree) -> Vec<String> {
    let list: List = match toml::from_str(tree.text(LIST).unwrap_or_default()) {
        Ok(list) => list,
        Err(error) => return vec![format!("{LIST} cannot be read: {error}")],
    };
    let mut problems = Vec::new();
    let crates = cargo(tree, &mut problems);
    compare(&crates, &list.crates, &mut problems);
    for ((name, place), _) in crates.iter().filter(|((_, place), _)| place == "core") {
        if NEVER_IN_CORE.iter().any(|never| name == never || name.starts_with(&format!("{never}-"))) {
            problems.push(format!("{name} in the {place}: the core knows nothing of windows, the web or the network"));
        }
    }
    let packages = npm(tree, &mut problems);
    compare(&packages, &list.package, &mut problems);
    for ((name, _), version) in &packages {
        if !version.starts_with(|first: char| first.is_ascii_digit()) || version.contains([' ', '|', 'x', '*']) {
            problems.push(format!("{NPM_MANIFEST}: {name} is not pinned to one version ({version})"));
        }
    }
    for ((name, _), version) in &crates {
        let pinned = version.starts_with('=');
        let reasoned = list.crates.iter().any(|entry| entry.name == *name && entry.pin.is_some());
        if pinned != reasoned {
            problems.push(format!("{name} = \"{version}\": a pin has its reason in {LIST}, and no other has one"));
        }
    }
    if list.page_pins.trim().len() < 20 {
        problems.push(format!("{LIST}: page_pins says why the packages of the page are pinned"));
    }
    for entry in list.crates.iter().chain(&list.package) {
        let names = entry.licence.split([' ', '(', ')']).filter(|part| !matches!(*part, "" | "OR" | "AND" | "WITH"));
        for name in names.filter(|name| !list.licences.iter().any(|free| free == name)) {
            problems.push(format!("{LIST}: {} has the licence {name}, which is not among those allowed", entry.name));
        }
        if entry.reason.trim().len() < 15 || entry.licence.trim().is_empty() {
            problems.push(format!("{LIST}: {} has no real reason or no licence", entry.name));
        }
    }
    problems
}

fn compare(named: &Named, entries: &[Entry], problems: &mut Vec<String>) {
    let listed: BTreeSet<(String, String)> = entries
        .iter()
        .flat_map(|entry| entry.used_in.iter().map(|place| (entry.name.clone(), place.clone())))
        .collect();
    let used: BTreeSet<_> = named.keys().cloned().collect();
    for (name, place) in used.difference(&listed) {
        problems.push(format!("{name} ({place}) has no entry in {LIST}: say its licence and why it is needed"));
    }
    for (name, place) in listed.difference(&used) {
        problems.push(format!("{LIST} lists {name} ({place}), which no manifest names"));
    }
    let mut names = BTreeSet::new();
    for entry in entries.iter().filter(|entry| !names.insert(&entry.name)) {
        problems.push(format!("{LIST} lists {} twice", entry.name));
    }
}

fn cargo(tree: &Tree, problems: &mut Vec<String>) -> Named {
    let mut named = Named::new();
    for (path, table, place) in CARGO_TABLES {
        let manifest: toml::Table = match toml::from_str(tree.text(path).unwrap_or("missing")) {
            Ok(manifest) => manifest,
            Err(error) => {
                problems.push(format!("{path} cannot be read: {error}"));
                continue;
            }
        };
        let mut tables: Vec<_> = manifest.get(table).and_then(toml::Value::as_table).into_iter().collect();
        let targets = manifest.get("target").and_then(toml::Value::as_table);
        tables.extend(
            targets.into_iter().flat_map(toml::Table::values).filter_map(|target| target.get(table)?.as_table()),
        );
        for (name, value) in tables.into_iter().flatten() {
            // A path without a version is the project's own.
            let version = value.as_str().or_else(|| value.get("version")?.as_str());
            match version {
                Some(version) => drop(named.insert((name.clone(), place.to_owned()), version.to_owned())),
                None if value.get("path").is_some() => {}
                None => problems.push(format!("{path}: {name} has no version")),
            }
        }
    }
    named
}

fn npm(tree: &Tree, problems: &mut Vec<String>) -> Named {
    let mut named = Named::new();
    let manifest: serde_json::Value = match serde_json::from_str(tree.text(NPM_MANIFEST).unwrap_or_default()) {
        Ok(manifest) => manifest,
        Err(error) => {
            problems.push(format!("{NPM_MANIFEST} cannot be read: {error}"));
            return named;
        }
    };
    for (table, place) in NPM_TABLES {
        for (name, version) in manifest[table].as_object().into_iter().flatten() {
            let version = version.as_str().unwrap_or_default().to_owned();
            named.insert((name.clone(), place.to_owned()), version);
        }
    }
    named
}

#[cfg(test)]
fn told(list: &str, core: &str, shell: &str, page: &str) -> String {
    let head = "licences = [\"MIT\"]\npage_pins = \"one version, so that a screen looks alike everywhere\"\n";
    let list = format!("{head}{list}");
    let tree = Tree::of(&[
        (LIST, &list),
        ("Cargo.toml", core),
        ("src-tauri/Cargo.toml", shell),
        (PEERS, ""),
        (NPM_MANIFEST, page),
    ]);
    problems(&tree).join("\n")
}

#[test]
fn a_dependency_that_is_not_listed_and_an_entry_without_one_are_told() {
    let entry = |name: &str, more: &str| {
        format!(
            "[[crate]]\nname = \"{name}\"\nlicence = \"MIT\"\nused_in = [\"core\"]\nreason = \"reads the rule files\"\n{more}\n"
        )
    };
    let package = "[[package]]\nname = \"react\"\nlicence = \"MIT\"\nused_in = [\"page\"]\nreason = \"draws the page of the window\"\n";
    let page = r#"{ "dependencies": { "react": "19.3.1" } }"#;
    let core = "[dependencies]\ntoml = \"1.2\"\n";
    let list = format!("{}{package}", entry("toml", ""));
    assert_eq!(told(&list, core, "", page), "");

    let more = format!("{core}[target.'cfg(unix)'.dependencies]\nrustix = {{ version = \"1\" }}\n");
    assert!(told(&list, &more, "", page).contains("rustix (core) has no entry"));
    assert!(told(&list, "", "", page).contains("lists toml (core), which no manifest names"));
    assert!(told(&list, core, "[dependencies]\ntoml = \"1\"", page).contains("toml (shell) has no entry"));
    assert!(told(&list, "[dependencies]\ntoml = \"=1.2.0\"", "", page).contains("a pin has its reason"));
    let pinned = format!("{}{package}", entry("toml", "pin = \"2 reads dates otherwise\""));
    assert!(told(&pinned, core, "", page).contains("a pin has its reason"));
    assert!(told(&list.replace("licence = \"MIT\"", "licence = \"AGPL-3.0\""), core, "", page).contains("AGPL-3.0"));
    assert!(told(&list, core, "", &page.replace("19.3.1", "^19.3.1")).contains("not pinned"));
    let net = format!("{list}{}", entry("reqwest", ""));
    assert!(told(&net, &format!("{core}reqwest = \"1\""), "", page).contains("knows nothing of windows"));
    assert!(told(&list.replace("reads the rule files", "needed"), core, "", page).contains("no real reason"));
}
