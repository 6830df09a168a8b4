//! A catalogue from a folder on the disk, with the same files as the one that the program was built with.

use std::fs;
use std::path::Path;

use super::{CatalogueFile, CatalogueFiles, LoadProblem, LoadProblems, Loaded, load};

/// The files that every catalogue has; each of the others is a register's.
const SHARED: [&str; 5] = ["sources.toml", "bodies.toml", "offices.toml", "checks.toml", "general.toml"];

/// Reads a catalogue from a folder.
///
/// # Errors
/// A file that is missing or cannot be read, and every fault in what stands in them, with file and line.
#[allow(clippy::wildcard_enum_match_arm, reason = "the operating system's kinds grow with Rust")]
pub fn load_folder(folder: &Path) -> Result<Loaded, LoadProblems> {
    let unreadable = |name: &str, why: &std::io::Error| {
        let message = if why.kind() == std::io::ErrorKind::NotFound {
            "Filen mangler i mappen."
        } else if why.kind() == std::io::ErrorKind::InvalidData {
            "Filen er ikke skrevet i UTF-8."
        } else {
            "Filen kan ikke leses."
        };
        LoadProblem { file: name.to_owned(), line: 1, message: message.to_owned() }
    };
    let mut problems = Vec::new();
    let mut names: Vec<String> = match fs::read_dir(folder) {
        Ok(entries) => entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.ends_with(".toml"))
            .collect(),
        Err(why) => return Err(LoadProblems(vec![unreadable(&folder.display().to_string(), &why)])),
    };
    names.retain(|name| !SHARED.contains(&name.as_str()));
    names.sort();
    let mut read = |name: &str| {
        fs::read_to_string(folder.join(name)).unwrap_or_else(|why| {
            problems.push(unreadable(name, &why));
            String::new()
        })
    };
    let [sources, bodies, offices, checks, general] = SHARED.map(&mut read);
    let registers: Vec<(&String, String)> = names.iter().map(|name| (name, read(name))).collect();
    if !problems.is_empty() {
        return Err(LoadProblems(problems));
    }
    let registers: Vec<CatalogueFile<'_>> = registers.iter().map(|(name, text)| CatalogueFile { name, text }).collect();
    load(&CatalogueFiles {
        sources: CatalogueFile { name: SHARED[0], text: &sources },
        bodies: CatalogueFile { name: SHARED[1], text: &bodies },
        offices: CatalogueFile { name: SHARED[2], text: &offices },
        checks: CatalogueFile { name: SHARED[3], text: &checks },
        general: CatalogueFile { name: SHARED[4], text: &general },
        registers: &registers,
    })
}
