//! The clock, chance and the environment are banned by clippy.toml, with one place each where they may be used.

use serde::Deserialize;

use super::rust_source::tokens;
use super::tree::Tree;

const BANS: &str = "clippy.toml";

/// Bans that must stand there.
const BANNED: [&str; 7] = [
    "chrono::Utc::now",
    "chrono::Local::now",
    "std::time::SystemTime::now",
    "uuid::Uuid::now_v7",
    "getrandom::fill",
    "std::env::var",
    "std::env::var_os",
];

/// Where a ban may be lifted, and why.
const LIFTED: [(&str, &str); 2] = [
    ("src/adapter/system/", "this is the room that brings the clock and chance in"),
    ("src-tauri/src/environment.rs", "the window takes the variables away with which others could drive it"),
];

#[derive(Deserialize)]
struct Bans {
    #[serde(rename = "disallowed-methods", default)]
    methods: Vec<Ban>,
}

#[derive(Deserialize)]
struct Ban {
    path: String,
    reason: String,
}

/// Bans that are missing or give no reason, and places that lift one and may not.
pub fn problems(tree: &Tree) -> Vec<String> {
    let bans: Bans = match toml::from_str(tree.text(BANS).unwrap_or_default()) {
        Ok(bans) => bans,
        Err(error) => return vec![format!("{BANS} cannot be read: {error}")],
    };
    let mut problems = Vec::new();
    for path in BANNED.iter().filter(|path| !bans.methods.iter().any(|ban| ban.path == **path)) {
        problems.push(format!("{BANS} does not ban {path}"));
    }
    for ban in bans.methods.iter().filter(|ban| ban.reason.len() < 20) {
        problems.push(format!("{BANS} gives no real reason for {}", ban.path));
    }
    for folder in ["src/", "src-tauri/src/"] {
        for file in tree.below(folder, &[".rs"]) {
            let lifts = tokens(&file.text).iter().any(|token| token.word() == Some("disallowed_methods"));
            if lifts && !LIFTED.iter().any(|(place, _)| file.path.starts_with(place)) {
                problems.push(format!("{} lifts a ban of {BANS}, which only the listed places may", file.path));
            }
        }
    }
    problems
}

#[test]
fn a_ban_that_is_missing_or_lifted_elsewhere_is_told() {
    let entries =
        BANNED.map(|path| format!("{{ path = \"{path}\", reason = \"it comes in through a port\" }}")).join(",");
    let good = format!("disallowed-methods = [{entries}]");
    let told = |bans: &str, path: &str| {
        let lifts = "#[allow(clippy::disallowed_methods)] fn f() {}";
        problems(&Tree::of(&[(BANS, bans), (path, lifts)])).len()
    };
    assert_eq!(told(&good, "src/adapter/system/clock.rs"), 0);
    assert_eq!(told(&good, "src/law/calendar.rs"), 1);
    assert_eq!(told(&good, "src-tauri/src/window.rs"), 1);
    assert_eq!(told(&good.replace("getrandom::fill", "getrandom::u32"), "src/adapter/system/clock.rs"), 1);
    assert_eq!(told(&good.replacen("it comes in through a port", "", 1), "src/adapter/system/clock.rs"), 1);
    assert_eq!(told("", "src/adapter/system/clock.rs"), BANNED.len());
}
