//! A catalogue from files that are not the ones that the program was built with: from a folder on the disk, or as they
//! were kept.

use std::fs;
use std::path::Path;

use super::{CatalogueFile, CatalogueFiles, LoadProblem, LoadProblems, Loaded, load};
use crate::wording::Trilingual;

/// The files that every catalogue has; each of the others is a register's.
const SHARED: [&str; 5] = ["sources.toml", "bodies.toml", "offices.toml", "checks.toml", "general.toml"];
/// The file with grounds of decisions, and of covering something. A catalogue that was written before there were any has none;
/// what is covered then rests on the program's own.
const GROUNDS: &str = "grounds.toml";

/// A file: its path in the folder that it came from, with `/` between the parts, and what stands in it.
pub type FolderFile = (String, Vec<u8>);

/// The files of a catalogue in a folder, by name.
///
/// # Errors
/// A folder or a file that cannot be read.
pub fn read_folder(folder: &Path) -> Result<Vec<FolderFile>, LoadProblems> {
    let names = toml_files(folder, "")?;
    read_files(folder, &names)
}

/// The names of the TOML files in a folder below another, each with what goes before it.
///
/// # Errors
/// The folder cannot be read.
pub(super) fn toml_files(folder: &Path, below: &str) -> Result<Vec<String>, LoadProblems> {
    let folder = if below.is_empty() { folder.to_owned() } else { folder.join(below) };
    let entries = fs::read_dir(&folder).map_err(|_| LoadProblems(vec![unreadable(&folder.display().to_string())]))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> =
        names.filter(|name| name.ends_with(".toml")).map(|name| format!("{below}{name}")).collect();
    names.sort();
    Ok(names)
}

/// Files in a folder.
///
/// # Errors
/// Every file that cannot be read.
pub(super) fn read_files(folder: &Path, names: &[String]) -> Result<Vec<FolderFile>, LoadProblems> {
    let (mut files, mut problems) = (Vec::new(), Vec::new());
    for name in names {
        match fs::read(folder.join(name)) {
            Ok(bytes) => files.push((name.clone(), bytes)),
            Err(_) => problems.push(unreadable(name)),
        }
    }
    if problems.is_empty() { Ok(files) } else { Err(LoadProblems(problems)) }
}

fn unreadable(name: &str) -> LoadProblem {
    let message = Trilingual::fixed(
        "Mappen eller filen kan ikke leses. Se om stien er riktig.",
        "Mappa eller fila kan ikkje lesast. Sjå om stien er rett.",
        "The folder or the file cannot be read. Check that the path is right.",
    );
    LoadProblem { file: name.to_owned(), line: 1, message }
}

/// The text of a file.
///
/// # Errors
/// It is not written in UTF-8.
pub(super) fn text((name, bytes): &FolderFile) -> Result<&str, LoadProblem> {
    std::str::from_utf8(bytes).map_err(|fault| {
        let line = bytes.iter().take(fault.valid_up_to()).filter(|byte| **byte == b'\n').count() + 1;
        let message = Trilingual::fixed(
            "Filen er ikke skrevet i UTF-8. Lagre den på nytt som UTF-8.",
            "Fila er ikkje skriven i UTF-8. Lagre ho på nytt som UTF-8.",
            "The file is not written in UTF-8. Save it again as UTF-8.",
        );
        LoadProblem { file: name.clone(), line, message }
    })
}

/// Reads a catalogue from its files.
///
/// # Errors
/// A file that is missing, and every fault in what stands in them, with file and line.
pub fn load_files(files: &[FolderFile]) -> Result<Loaded, LoadProblems> {
    let (mut texts, mut missing) = (Vec::new(), Vec::new());
    for file in files {
        match text(file) {
            Ok(text) => texts.push((file.0.as_str(), text)),
            Err(problem) => missing.push(problem),
        }
    }
    if !missing.is_empty() {
        return Err(LoadProblems(missing));
    }
    let mut shared = |name: &'static str| {
        let found = texts.iter().find(|(known, _)| *known == name);
        if found.is_none() {
            let message = Trilingual::fixed(
                "Filen mangler i mappen.",
                "Fila manglar i mappa.",
                "The file is missing in the folder.",
            );
            missing.push(LoadProblem { file: name.to_owned(), line: 1, message });
        }
        CatalogueFile { name, text: found.map_or("", |(_, text)| text) }
    };
    let [sources, bodies, offices, checks, general] = SHARED.map(&mut shared);
    if !missing.is_empty() {
        return Err(LoadProblems(missing));
    }
    let grounds = texts.iter().find(|(known, _)| *known == GROUNDS).map_or("", |(_, text)| text);
    let grounds = CatalogueFile { name: GROUNDS, text: grounds };
    let registers: Vec<CatalogueFile<'_>> = texts
        .iter()
        .filter(|(name, _)| !SHARED.contains(name) && *name != GROUNDS)
        .map(|(name, text)| CatalogueFile { name, text })
        .collect();
    let mut loaded =
        load(&CatalogueFiles { sources, bodies, offices, checks, grounds, general, registers: &registers })?;
    if let Ok(built_in) = super::embedded() {
        loaded.catalogue.complete_from(&built_in.catalogue);
    }
    Ok(loaded)
}
