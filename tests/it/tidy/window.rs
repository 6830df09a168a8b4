//! What the page in the window may ask for: the commands of one list, and nothing of files, shells or the network.

use std::collections::BTreeSet;

use serde_json::Value;

use super::rust_source::{Token, tokens};
use super::tree::Tree;

const CONFIG: &str = "src-tauri/tauri.conf.json";
const CAPABILITIES: &str = "src-tauri/capabilities/";
const CAPABILITY: &str = "src-tauri/capabilities/main.json";
const COMMANDS: &str = "src-tauri/commands.txt";
const WINDOW: &str = "main";

/// Permissions beside those of our own commands, each with its reason.
const OTHER_PERMISSIONS: [(&str, &str); 0] = [];

/// Sources that the content security policy may name, each with its reason.
const SOURCES: [(&str, &str); 6] = [
    ("'none'", "the beginning: nothing"),
    ("'self'", "the files built into the program"),
    ("data:", "small pictures in the style sheets"),
    ("blob:", "pages of a PDF that the page draws, and its worker"),
    ("ipc:", "how the page calls the commands"),
    ("http://ipc.localhost", "the same on Windows; it never leaves the program"),
];
/// Where `data:` and `blob:` may stand: never for what runs as the page's own script or style.
const FROM_MEMORY: [&str; 3] = ["img-src", "font-src", "worker-src"];
/// Looser sources by directive, each with its reason.
const LOOSER: [(&str, &str, &str); 0] = [];

/// Everything that would let the page do more than the listed commands.
pub fn problems(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    let commands = listed_commands(tree.text(COMMANDS).unwrap_or_default());
    if tree.text(COMMANDS).is_none() {
        problems.push(format!("{COMMANDS} is missing"));
    }
    match json(tree, CONFIG) {
        Ok(config) => configuration(&config, &mut problems),
        Err(problem) => problems.push(problem),
    }
    match json(tree, CAPABILITY) {
        Ok(capability) => permissions(&capability, &commands, &mut problems),
        Err(problem) => problems.push(problem),
    }
    for file in tree.below(CAPABILITIES, &[""]).filter(|file| file.path != CAPABILITY) {
        problems.push(format!("{} is a second capability; there is one window", file.path));
    }
    handlers(tree, &commands, &mut problems);
    problems
}

fn json(tree: &Tree, path: &str) -> Result<Value, String> {
    let text = tree.text(path).ok_or_else(|| format!("{path} is missing"))?;
    serde_json::from_str(text).map_err(|error| format!("{path} cannot be read: {error}"))
}

fn listed_commands(text: &str) -> BTreeSet<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect()
}

fn configuration(config: &Value, problems: &mut Vec<String>) {
    let app = &config["app"];
    let labels: Vec<_> = app["windows"].as_array().into_iter().flatten().map(|window| &window["label"]).collect();
    if labels != [WINDOW] {
        problems.push(format!("{CONFIG}: there is one window, «{WINDOW}», not {labels:?}"));
    }
    if app["withGlobalTauri"].as_bool() != Some(false) {
        problems.push(format!("{CONFIG}: withGlobalTauri is false, so that only the page's own modules reach Tauri"));
    }
    let security = &app["security"];
    if security["capabilities"] != serde_json::json!([WINDOW]) {
        problems.push(format!("{CONFIG}: security.capabilities names «{WINDOW}» alone"));
    }
    for key in ["devCsp", "dangerousDisableAssetCspModification", "assetProtocol", "dangerousRemoteDomainIpcAccess"] {
        if !security[key].is_null() {
            problems.push(format!("{CONFIG}: security.{key} loosens what the page may do"));
        }
    }
    match security["csp"].as_str() {
        Some(policy) => content_security_policy(policy, problems),
        None => problems.push(format!("{CONFIG}: security.csp is missing or no text")),
    }
}

fn content_security_policy(policy: &str, problems: &mut Vec<String>) {
    let mut named = BTreeSet::new();
    for directive in policy.split(';').map(str::trim).filter(|directive| !directive.is_empty()) {
        let mut words = directive.split_whitespace();
        let name = words.next().unwrap_or_default();
        named.insert(name);
        for source in words {
            let known = SOURCES.iter().any(|(known, _)| *known == source);
            let from_memory = matches!(source, "data:" | "blob:") && !FROM_MEMORY.contains(&name);
            let looser = LOOSER.iter().any(|(directive, known, _)| *directive == name && *known == source);
            if !looser && (!known || from_memory) {
                problems.push(format!("{CONFIG}: the policy lets {name} use {source}"));
            }
        }
    }
    for (name, value) in
        [("default-src", "'none'"), ("object-src", "'none'"), ("form-action", "'none'"), ("base-uri", "'none'")]
    {
        if !policy.split(';').any(|directive| directive.split_whitespace().eq([name, value])) {
            problems.push(format!("{CONFIG}: the policy says {name} {value}"));
        }
    }
    if !named.contains("script-src") {
        problems.push(format!("{CONFIG}: the policy names script-src"));
    }
}

fn permissions(capability: &Value, commands: &BTreeSet<String>, problems: &mut Vec<String>) {
    if capability["windows"] != serde_json::json!([WINDOW]) || !capability["webviews"].is_null() {
        problems.push(format!("{CAPABILITY}: it is for the window «{WINDOW}» alone"));
    }
    if !capability["remote"].is_null() || capability["local"].as_bool() == Some(false) {
        problems.push(format!("{CAPABILITY}: only pages of the program itself have it"));
    }
    let expected: BTreeSet<String> = commands
        .iter()
        .map(|command| format!("allow-{}", command.replace('_', "-")))
        .chain(OTHER_PERMISSIONS.iter().map(|(name, _)| (*name).to_owned()))
        .collect();
    let mut found = BTreeSet::new();
    for permission in capability["permissions"].as_array().into_iter().flatten() {
        match permission.as_str() {
            Some(name) => drop(found.insert(name.to_owned())),
            None => problems.push(format!("{CAPABILITY}: a permission with a scope of its own: {permission}")),
        }
    }
    for name in found.difference(&expected) {
        problems.push(format!("{CAPABILITY} grants {name}, which is no command of {COMMANDS}"));
    }
    for name in expected.difference(&found) {
        problems.push(format!("{CAPABILITY} does not grant {name}"));
    }
}

/// The functions marked as commands, those handed to Tauri and the list are the same.
fn handlers(tree: &Tree, commands: &BTreeSet<String>, problems: &mut Vec<String>) {
    let mut marked = BTreeSet::new();
    let mut handed = BTreeSet::new();
    for file in tree.below("src-tauri/src/", &[".rs"]) {
        let tokens = tokens(&file.text);
        marked.extend(marked_commands(&tokens));
        handed.extend(handed_commands(&tokens));
    }
    for (what, found) in [("marked as a command", &marked), ("handed to Tauri", &handed)] {
        for name in found.difference(commands) {
            problems.push(format!("{name} is {what} in src-tauri/src, but {COMMANDS} does not list it"));
        }
        for name in commands.difference(found) {
            problems.push(format!("{COMMANDS} lists {name}, which is not {what} in src-tauri/src"));
        }
    }
}

/// Names of functions under `#[tauri::command]` or `#[command]`, with whatever stands in its brackets.
fn marked_commands(tokens: &[Token]) -> Vec<String> {
    let mut names = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if *token != Token::Sign('#') || tokens.get(index + 1) != Some(&Token::Sign('[')) {
            continue;
        }
        let length = tokens[index..].iter().position(|token| *token == Token::Sign(']')).unwrap_or(0);
        let attribute: Vec<_> = tokens[index..index + length].iter().filter_map(Token::word).collect();
        if !matches!(attribute[..], ["tauri", "command", ..] | ["command", ..]) {
            continue;
        }
        let rest = tokens[index + length..].iter().filter_map(Token::word);
        names.extend(rest.skip_while(|word| *word != "fn").nth(1).map(str::to_owned));
    }
    names
}

/// The last names of the paths inside `generate_handler![…]`.
fn handed_commands(tokens: &[Token]) -> Vec<String> {
    let mut names = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        if token.word() != Some("generate_handler") || tokens.get(index + 1) != Some(&Token::Sign('!')) {
            continue;
        }
        let inside = tokens[index + 3..].iter().take_while(|token| **token != Token::Sign(']'));
        let inside: Vec<_> = inside.cloned().collect();
        for path in inside.split(|token| *token == Token::Sign(',')) {
            names.extend(path.iter().filter_map(Token::word).next_back().map(str::to_owned));
        }
    }
    names
}

#[cfg(test)]
mod proofs {
    use super::*;

    const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                          connect-src ipc: http://ipc.localhost; base-uri 'none'; form-action 'none'; object-src 'none'";

    fn config(policy: &str) -> String {
        format!(
            r#"{{"app": {{"withGlobalTauri": false, "windows": [{{"label": "main"}}],
                "security": {{"csp": "{policy}", "capabilities": ["main"]}}}}}}"#
        )
    }

    const CAPABILITY_TEXT: &str =
        r#"{"local": true, "windows": ["main"], "permissions": ["allow-case-show", "allow-registers"]}"#;
    const SOURCE: &str = r"
        #[tauri::command] pub fn registers() {}
        #[tauri::command(async)] #[allow(missing_docs)] pub async fn case_show() {}
        fn f() { builder.invoke_handler(tauri::generate_handler![desk::registers, desk::case_show,]) }";

    fn told(config: &str, capability: &str, commands: &str, source: &str) -> Vec<String> {
        problems(&Tree::of(&[
            (CONFIG, config),
            (CAPABILITY, capability),
            (COMMANDS, commands),
            ("src-tauri/src/desk.rs", source),
        ]))
    }

    #[test]
    fn a_policy_that_lets_the_outside_in_is_told() {
        let told = |policy: &str| told(&config(policy), CAPABILITY_TEXT, "registers\ncase_show", SOURCE);
        assert_eq!(told(POLICY), [""; 0]);
        for (from, to) in [
            ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
            ("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
            ("script-src 'self'", "script-src 'self' blob:"),
            ("script-src 'self';", ""),
            ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
            ("img-src 'self'", "img-src 'self' https://example.no"),
            ("connect-src ipc:", "connect-src ipc: *"),
            ("connect-src ipc:", "connect-src ipc: https:"),
            ("default-src 'none'", "default-src 'self'"),
            ("object-src 'none'", "object-src 'self'"),
            ("; base-uri 'none'", ""),
        ] {
            assert!(POLICY.contains(from), "{from}");
            assert_eq!(told(&POLICY.replace(from, to)).len(), 1, "{to}");
        }
    }

    #[test]
    fn a_looser_configuration_is_told() {
        let good = config(POLICY);
        for (from, to) in [
            (r#""withGlobalTauri": false"#, r#""withGlobalTauri": true"#),
            (r#"[{"label": "main"}]"#, r#"[{"label": "main"}, {"label": "second"}]"#),
            (r#""capabilities": ["main"]"#, r#""capabilities": ["main", "second"]"#),
            (r#""security": {"#, r#""security": {"devCsp": "default-src *", "#),
            (r#""security": {"#, r#""security": {"assetProtocol": {"enable": true}, "#),
        ] {
            let loose = good.replace(from, to);
            assert_eq!(told(&loose, CAPABILITY_TEXT, "registers\ncase_show", SOURCE).len(), 1, "{to}");
        }
    }

    #[test]
    fn a_permission_that_is_no_command_is_told() {
        for (from, to) in [
            (r#""allow-registers""#, r#""allow-registers", "fs:default""#),
            (r#""allow-registers""#, r#""allow-registers", {"identifier": "http:default", "allow": []}"#),
            (r#", "allow-registers""#, ""),
            (r#"["main"]"#, r#"["*"]"#),
            (r#""local": true"#, r#""local": true, "remote": {"urls": ["https://example.no"]}"#),
        ] {
            let loose = CAPABILITY_TEXT.replace(from, to);
            assert_ne!(loose, CAPABILITY_TEXT);
            assert_eq!(told(&config(POLICY), &loose, "registers\ncase_show", SOURCE).len(), 1, "{to}");
        }
    }

    #[test]
    fn a_command_that_is_not_listed_everywhere_is_told() {
        let told = |commands: &str, source: &str| told(&config(POLICY), CAPABILITY_TEXT, commands, source).len();
        assert_eq!(told("# all\nregisters\ncase_show\n", SOURCE), 0);
        // Neither granted nor marked nor handed over.
        assert_eq!(told("registers\ncase_show\ncase_close", SOURCE), 3);
        assert_eq!(told("registers\ncase_show", &SOURCE.replace("desk::registers, ", "")), 1);
        assert_eq!(
            told("registers\ncase_show", &SOURCE.replace("#[tauri::command] pub fn registers", "pub fn registers")),
            1
        );
        assert_eq!(told("registers\ncase_show", &format!("{SOURCE} #[tauri::command] fn delete_all() {{}}")), 1);
    }
}
