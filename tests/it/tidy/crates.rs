//! Which crates may be named where in `src/`, so that a change of library touches one room.

use super::rust_source::tokens;
use super::tree::Tree;

struct Wall {
    crates: &'static [&'static str],
    rooms: &'static [&'static str],
    reason: &'static str,
}

const WALLS: [Wall; 9] = [
    Wall {
        crates: &["printpdf", "lopdf", "rustybuzz", "subsetter", "hayro"],
        rooms: &["src/adapter/pdf"],
        reason: "a letter knows nothing of PDF; another way to draw it must fit behind the same page model",
    },
    Wall {
        crates: &["rusqlite"],
        rooms: &["src/adapter/store"],
        reason: "SQL stands behind the port, where PostgreSQL is to stand as well",
    },
    Wall {
        crates: &["serde", "serde_json"],
        rooms: &[
            "src/adapter/codec",
            "src/adapter/load",
            "src/adapter/exchange",
            "src/adapter/store",
            "src/api",
            "src/cli",
        ],
        reason: "what is stored and sent has shapes of its own, so that a rename in the rules changes no stored byte",
    },
    Wall {
        crates: &["toml"],
        rooms: &["src/adapter/load", "src/adapter/store"],
        reason: "files become checked types once, at the edge",
    },
    Wall {
        crates: &["flate2"],
        rooms: &["src/adapter/pdf", "src/adapter/exchange"],
        reason: "files are packed and unpacked where they are made and read",
    },
    Wall {
        crates: &["encoding_rs", "quick_xml"],
        rooms: &["src/adapter/exchange"],
        reason: "files that others made are read in one room",
    },
    Wall {
        crates: &["getrandom", "rustix"],
        rooms: &["src/adapter/system"],
        reason: "chance and the operating system come in through ports, so that a test can give its own",
    },
    Wall {
        crates: &["argon2", "chacha20poly1305", "hpke"],
        rooms: &["src/adapter/store"],
        reason: "keys are handled in one room",
    },
    Wall {
        crates: &["clap", "rpassword", "tracing_subscriber"],
        rooms: &["src/cli"],
        reason: "only the command line talks with a terminal",
    },
];

/// Names that stand where they should not.
pub fn problems(tree: &Tree) -> Vec<String> {
    let mut problems = Vec::new();
    for file in tree.below("src/", &[".rs"]) {
        let tokens = tokens(&file.text);
        for wall in &WALLS {
            let inside = |room: &&str| file.path.starts_with(&format!("{room}/")) || file.path == format!("{room}.rs");
            if wall.rooms.iter().any(inside) {
                continue;
            }
            for name in wall.crates {
                if tokens.iter().any(|token| token.word() == Some(name)) {
                    problems.push(format!(
                        "{} names {name}, which stands in {} alone: {}",
                        file.path,
                        wall.rooms.join(", "),
                        wall.reason
                    ));
                }
            }
        }
    }
    problems
}

#[test]
fn a_crate_outside_its_room_is_told() {
    let told = |path: &str, source: &str| problems(&Tree::of(&[(path, source)])).len();
    assert_eq!(told("src/casework/letter/tree.rs", "use serde::Serialize;"), 1);
    assert_eq!(told("src/adapter/load/mod.rs", "let x: rusqlite::Connection;"), 1);
    assert_eq!(told("src/adapter/pdf_other.rs", "use printpdf::PdfDocument;"), 1);
    assert_eq!(told("src/adapter/pdf/draw.rs", "use printpdf::PdfDocument;"), 0);
    assert_eq!(told("src/law/mod.rs", "// serde is not for this floor"), 0);
}
