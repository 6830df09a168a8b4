//! An office's own letter texts: the files that differ, in place of the program's.

use std::fs;
use std::io;
use std::path::Path;

use crate::adapter::load::folder::{FolderFile, read_files, text, toml_files};
use crate::casework::letter::LetterKind;
use crate::casework::letter::reference::LegalReferences;
use crate::casework::letter::template::Templates;
use crate::wording::{Language, Trilingual};

use super::outline::Outline;
use super::{
    LoadProblem, LoadProblems, README, REFERENCES, TEXTS, Template, in_folder, letterhead, parity, read_outlined,
    read_references,
};

/// The files of letter texts in a folder, with the office's name and logo.
///
/// # Errors
/// A folder or a file that cannot be read, and one without letter texts.
pub fn read_letter_folder(folder: &Path) -> Result<Vec<FolderFile>, LoadProblems> {
    let mut names = toml_files(folder, "")?;
    for language in Language::ALL {
        let below = format!("{language}/");
        if folder.join(&below).is_dir() {
            names.extend(toml_files(folder, &below)?);
        }
    }
    if names.is_empty() {
        let message = Trilingual::fixed(
            "Mappen har ingen brevtekster. Velg mappen som har «nb», «nn» og «en» i seg.",
            "Mappa har ingen brevtekstar. Vel mappa som har «nb», «nn» og «en» i seg.",
            "The folder has no letter texts. Choose the folder that has “nb”, “nn” and “en” in it.",
        );
        return Err(LoadProblems(vec![LoadProblem { file: folder.display().to_string(), line: 1, message }]));
    }
    let mut files = read_files(folder, &names)?;
    let office = files.iter().find(|(name, _)| name == letterhead::OFFICE);
    // A picture that is not there is told with the line that names it.
    if let Some(picture) = office.and_then(letterhead::picture).filter(|name| folder.join(name).is_file()) {
        files.extend(read_files(folder, &[picture])?);
    }
    Ok(files)
}

/// Writes the program's own texts, with what is said of them, into a folder that is empty or not there.
///
/// # Errors
/// What the disk says, and [`io::ErrorKind::AlreadyExists`] for a folder that is not empty.
pub fn write_built_in(folder: &Path) -> io::Result<usize> {
    fs::create_dir_all(folder)?;
    if fs::read_dir(folder)?.next().is_some() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let texts = TEXTS.into_iter().flatten().map(|(_, _, path, text)| (in_folder(path), text));
    let files: Vec<(&str, &str)> = texts.chain([REFERENCES, README]).collect();
    for (name, text) in &files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, text)?;
    }
    Ok(files.len())
}

/// The letter texts with an office's own files in place of the program's: what the office has no file for is the program's.
///
/// # Errors
/// Everything that is wrong in them or between them, each with file and line. Whether the logo can be drawn is for whoever
/// draws it to say.
pub fn with_own(files: &[FolderFile]) -> Result<Templates, LoadProblems> {
    let mut problems = unknown_files(files);
    let references = match references(files) {
        Ok(references) => references,
        // The texts are read by the program's, so that they are not told to cite what nobody knows.
        Err(mut found) => {
            problems.append(&mut found);
            references(&[]).unwrap_or_default()
        }
    };
    let letterhead = letterhead::read(files).unwrap_or_else(|mut found| {
        problems.append(&mut found);
        Default::default()
    });
    let mut templates = Vec::new();
    for texts in TEXTS {
        let mut read = Vec::new();
        for (kind, language, path, built_in) in texts {
            match Text::read((kind, language, path, built_in), files, &references) {
                Ok(text) => read.push(text),
                Err(mut found) => problems.append(&mut found),
            }
        }
        // What cannot be read is compared with nothing.
        if read.len() == texts.len() {
            problems.extend(compared(&read));
        }
        templates.extend(read.into_iter().map(|text| text.template));
    }
    if problems.is_empty() {
        Ok(Templates::new(templates, references).with_letterhead(letterhead))
    } else {
        problems.sort_by(|one, other| (&one.file, one.line).cmp(&(&other.file, other.line)));
        problems.dedup();
        Err(LoadProblems(problems))
    }
}

/// A text that was read, and how it is built up.
struct Text {
    template: Template,
    outline: Outline,
    /// The outline of the program's own, where this one is the office's.
    instead_of: Option<Outline>,
}

impl Text {
    fn read(
        (kind, language, path, built_in): (LetterKind, Language, &str, &str),
        files: &[FolderFile],
        references: &LegalReferences,
    ) -> Result<Self, Vec<LoadProblem>> {
        let Some(file) = files.iter().find(|(name, _)| name == in_folder(path)) else {
            let (template, outline) = read_outlined(kind, language, path, built_in, references)?;
            return Ok(Self { template, outline, instead_of: None });
        };
        let own = text(file).map_err(|problem| vec![problem])?;
        let (template, outline) = read_outlined(kind, language, &file.0, own, references)?;
        // The program's own is only held against it: that its references are known is not asked.
        let built_in = toml::from_str(built_in).ok().map(|raw| Outline::of(&raw, path, built_in));
        Ok(Self { template, outline, instead_of: built_in })
    }
}

/// What is wrong between the texts of one kind: bokmål first, then the others.
fn compared(texts: &[Text]) -> Vec<LoadProblem> {
    let mut problems = Vec::new();
    for text in texts {
        if let Some(built_in) = &text.instead_of {
            let (kind, language) = (text.template.kind, text.template.language);
            problems.extend(parity::with_what_is_fixed(kind, language, &text.outline, built_in));
        }
    }
    let Some((first, others)) = texts.split_first() else { return problems };
    for other in others {
        // The fault is told of the office's file, since nobody mends the program's own.
        let (told, by) = if other.instead_of.is_none() { (first, other) } else { (other, first) };
        problems.extend(parity::between_languages(&told.outline, &by.outline));
    }
    problems
}

fn references(files: &[FolderFile]) -> Result<LegalReferences, Vec<LoadProblem>> {
    match files.iter().find(|(name, _)| name == REFERENCES.0) {
        Some(file) => read_references(REFERENCES.0, text(file).map_err(|problem| vec![problem])?),
        None => read_references("letters/legal-references.toml", REFERENCES.1),
    }
}

/// Files that are no text of any letter: most likely a name that is misspelt.
fn unknown_files(files: &[FolderFile]) -> Vec<LoadProblem> {
    let known = |name: &str| {
        name == REFERENCES.0
            || name == letterhead::OFFICE
            || TEXTS.iter().flatten().any(|(_, _, path, _)| in_folder(path) == name)
    };
    let unknown = files.iter().map(|(name, _)| name).filter(|name| name.ends_with(".toml") && !known(name));
    let kinds = LetterKind::ALL.map(LetterKind::id).join(", ");
    unknown
        .map(|name| LoadProblem {
            file: name.clone(),
            line: 1,
            message: Trilingual::made(
                format!("Ingen brevtype har denne filen. I «nb», «nn» og «en» heter filene etter typene: {kinds}."),
                format!("Ingen brevtype har denne fila. I «nb», «nn» og «en» heiter filene etter typane: {kinds}."),
                format!("No kind of letter has this file. In “nb”, “nn” and “en” the files are named after the kinds: {kinds}."),
            ),
        })
        .collect()
}
