//! Floors and rooms of `src/`: a floor uses only those above it, and in some floors a room only those before it.

use std::collections::BTreeSet;

use super::rust_source::{crate_paths, module_of, tokens};
use super::tree::Tree;

/// How the rooms of a floor may use each other.
enum Rooms {
    /// As they like; the rooms are not listed.
    Free,
    /// Only those before it in this list.
    InOrder(&'static [&'static str]),
    /// Not at all, but for the pairs (user, used).
    Apart(&'static [&'static str], &'static [(&'static str, &'static str)]),
}

/// The floors from the top; each uses only those above it.
const FLOORS: [(&str, Rooms); 7] = [
    ("wording", Rooms::Free),
    ("law", Rooms::InOrder(&["calendar", "identity", "rights", "deadline", "register", "organisation", "routing"])),
    (
        "casework",
        Rooms::InOrder(&[
            "ids",
            "access",
            "person",
            "channel",
            "letter",
            "audit",
            "request",
            "ombud",
            "projection",
            "statistics",
            "forecast",
            "search",
            "notice",
        ]),
    ),
    ("usecase", Rooms::Free),
    (
        "adapter",
        Rooms::Apart(&["codec", "load", "store", "pdf", "archive", "exchange", "system"], &[("store", "codec")]),
    ),
    ("api", Rooms::Free),
    ("cli", Rooms::Free),
];

/// Of `usecase`, the floor of adapters sees only this room: the traits that they implement.
const PORTS: &str = "ports";

fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|(floor, _)| *floor == name)
}

/// Rooms that are not in the list, and uses that go the wrong way.
pub fn problems(tree: &Tree) -> Vec<String> {
    let mut problems = unknown_rooms(tree);
    for file in tree.below("src/", &[".rs"]) {
        let module = module_of(&file.path);
        // The root modules wire the floors, and a file of unit tests may use seeded stand-ins of another room.
        if module.is_empty() || file.path.ends_with("/tests.rs") {
            continue;
        }
        let uses: BTreeSet<_> = crate_paths(&tokens(&file.text), &module).into_iter().collect();
        for used in uses {
            if let Some(reason) = refusal(&module, &used) {
                problems.push(format!("{} uses {}: {reason}", file.path, used.join("::")));
            }
        }
    }
    problems
}

fn unknown_rooms(tree: &Tree) -> Vec<String> {
    let mut found = BTreeSet::new();
    for file in tree.below("src/", &[""]) {
        let parts: Vec<_> = file.path.trim_start_matches("src/").split('/').collect();
        let name = |part: &str| part.trim_end_matches(".rs").to_owned();
        let known = match parts[..] {
            ["lib.rs" | "main.rs"] => true,
            [top] => floor(&name(top)).is_some(),
            [top, room, ..] => match floor(top).map(|index| &FLOORS[index].1) {
                None => false,
                Some(Rooms::Free) => true,
                Some(Rooms::InOrder(rooms) | Rooms::Apart(rooms, _)) => {
                    (room == "mod.rs" && parts.len() == 2) || rooms.contains(&name(room).as_str())
                }
            },
            [] => true,
        };
        if !known {
            found.insert(format!("{} is in no floor or room of the list in tests/it/tidy/floors.rs", file.path));
        }
    }
    found.into_iter().collect()
}

/// The floors and rooms that are there: (floor, room), with no room where the floor does not list them.
pub fn rooms_in(tree: &Tree) -> BTreeSet<(&'static str, &'static str)> {
    let mut found = BTreeSet::new();
    for (floor, rooms) in &FLOORS {
        let here = |path: String| tree.files.iter().any(|file| file.path.starts_with(&path));
        match rooms {
            Rooms::Free if here(format!("src/{floor}/")) => drop(found.insert((*floor, ""))),
            Rooms::Free => {}
            Rooms::InOrder(rooms) | Rooms::Apart(rooms, _) => {
                let there =
                    |room: &&&str| here(format!("src/{floor}/{room}/")) || here(format!("src/{floor}/{room}.rs"));
                found.extend(rooms.iter().filter(there).map(|room| (*floor, *room)));
            }
        }
    }
    found
}

/// Why one module may not use another, if it may not.
fn refusal(module: &[String], used: &[String]) -> Option<&'static str> {
    let (own, other) = (module.first()?, used.first()?);
    let own_floor = floor(own)?;
    let Some(other_floor) = floor(other) else {
        return Some("that is no floor of the list");
    };
    let (own_room, other_room) = (module.get(1), used.get(1));
    if own_floor < other_floor {
        return Some("a floor uses only those above it");
    }
    if own_floor > other_floor {
        let behind_ports = own == "adapter" && other == "usecase" && other_room.is_none_or(|room| room != PORTS);
        return behind_ports.then_some("an adapter sees only the ports of the use cases");
    }
    let (Some(own_room), Some(other_room)) = (own_room, other_room) else {
        return None;
    };
    if own_room == other_room {
        return None;
    }
    match &FLOORS[own_floor].1 {
        Rooms::Free => None,
        Rooms::InOrder(rooms) => {
            let place = |room: &String| rooms.iter().position(|name| name == room);
            match (place(own_room), place(other_room)) {
                (Some(own), Some(other)) if other < own => None,
                (_, None) => Some("name the room, not what its floor passes on"),
                _ => Some("a room uses only those before it"),
            }
        }
        Rooms::Apart(_, pairs) => {
            let allowed = pairs.contains(&(own_room.as_str(), other_room.as_str()));
            (!allowed).then_some("an adapter uses no other adapter")
        }
    }
}

#[test]
fn a_use_that_goes_the_wrong_way_is_told() {
    let refused = |path: &str, source: &str| problems(&Tree::of(&[(path, source)]));
    for (path, source) in [
        ("src/law/deadline/line.rs", "use crate::casework::ids;"),
        ("src/law/identity/number.rs", "use crate::law::deadline::Rules;"),
        ("src/law/identity/number.rs", "use super::super::routing::Route;"),
        ("src/law/identity/number.rs", "use crate::law::Something;"),
        ("src/wording/dates.rs", "fn f() { crate::law::calendar::today() }"),
        ("src/usecase/show.rs", "use crate::adapter::store::Store;"),
        ("src/adapter/pdf/draw.rs", "use crate::adapter::load::fonts;"),
        ("src/adapter/pdf/draw.rs", "use crate::usecase::Workplace;"),
        ("src/adapter/codec/mod.rs", "use crate::adapter::store::Store;"),
        ("src/api/failure.rs", "use crate::cli::Report;"),
        ("src/casework/ids.rs", "use crate::{wording::Language, usecase::ports};"),
        ("src/casework/ids.rs", "use crate::outside::Thing;"),
    ] {
        assert_eq!(refused(path, source).len(), 1, "{path}: {source}");
    }
    for (path, source) in [
        ("src/law/deadline/line.rs", "use crate::law::{calendar::Date, deadline::Rules}; use super::super::calendar;"),
        (
            "src/adapter/store/log.rs",
            "use crate::adapter::codec; use crate::usecase::ports::Store; use crate::law::rights;",
        ),
        ("src/adapter/store/log.rs", "#[cfg(test)] mod tests { use crate::adapter::system::Seeded; }"),
        ("src/cli/case.rs", "use crate::api::Failure; use crate::adapter::store::Open; use crate::usecase::Workplace;"),
        ("src/lib.rs", "pub mod cli; use crate::cli::main;"),
    ] {
        assert_eq!(refused(path, source), [""; 0], "{path}: {source}");
    }
}

#[test]
fn a_folder_that_is_in_no_list_is_told() {
    for path in ["src/web/mod.rs", "src/law/tax.rs", "src/adapter/mail/mod.rs", "src/casework/review/mod.rs"] {
        assert_eq!(problems(&Tree::of(&[(path, "")])).len(), 1, "{path}");
    }
    for path in ["src/law/mod.rs", "src/law/identity/control.rs", "src/law/calendar.rs", "src/usecase/anything.rs"] {
        assert_eq!(problems(&Tree::of(&[(path, "")])), [""; 0], "{path}");
    }
}
