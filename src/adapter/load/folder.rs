//! A catalogue from files that are not the ones that the program was built with: from a folder on the disk, or as they
//! were kept.

use std::fs;
use std::path::Path;

use super::{CatalogueFile, CatalogueFiles, LoadProblem, LoadProblems, Loaded, load};

/// The files that every catalogue has; each of the others is a register's.
const SHARED: [&str; 5] = ["sources.toml", "bodies.toml", "offices.toml", "checks.toml", "general.toml"];

/// The files of a catalogue in a folder: name and text, by name.
///
/// # Errors
/// A folder or a file that cannot be read.
pub fn read_folder(folder: &Path) -> Result<Vec<(String, String)>, LoadProblems> {
    let unreadable = |name: &str, why: &std::io::Error| {
        let message = if why.kind() == std::io::ErrorKind::InvalidData {
            "Filen er ikke skrevet i UTF-8."
        } else {
            "Mappen eller filen kan ikke leses. Se om stien er riktig."
        };
        LoadProblem { file: name.to_owned(), line: 1, message: message.to_owned() }
    };
    let entries =
        fs::read_dir(folder).map_err(|why| LoadProblems(vec![unreadable(&folder.display().to_string(), &why)]))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    names.sort();
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for name in names {
        match fs::read_to_string(folder.join(&name)) {
            Ok(text) => files.push((name, text)),
            Err(why) => problems.push(unreadable(&name, &why)),
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(LoadProblems(problems)) }
}

/// Reads a catalogue from its files.
///
/// # Errors
/// A file that is missing, and every fault in what stands in them, with file and line.
pub fn load_files(files: &[(String, String)]) -> Result<Loaded, LoadProblems> {
    let mut missing = Vec::new();
    let mut shared = |name: &'static str| {
        let found = files.iter().find(|(known, _)| known == name);
        if found.is_none() {
            let message = "Filen mangler i mappen.".to_owned();
            missing.push(LoadProblem { file: name.to_owned(), line: 1, message });
        }
        CatalogueFile { name, text: found.map_or("", |(_, text)| text) }
    };
    let [sources, bodies, offices, checks, general] = SHARED.map(&mut shared);
    if !missing.is_empty() {
        return Err(LoadProblems(missing));
    }
    let registers: Vec<CatalogueFile<'_>> = files
        .iter()
        .filter(|(name, _)| !SHARED.contains(&name.as_str()))
        .map(|(name, text)| CatalogueFile { name, text })
        .collect();
    load(&CatalogueFiles { sources, bodies, offices, checks, general, registers: &registers })
}
