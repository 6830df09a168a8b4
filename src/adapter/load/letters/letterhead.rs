//! An office's own name and logo: `office.toml`, and the picture beside it.

use serde::Deserialize;
use toml::Spanned;

use crate::adapter::load::folder::{FolderFile, text};
use crate::adapter::load::problem::Notes;
use crate::casework::letter::{Letterhead, LetterheadLogo};
use crate::wording::Trilingual;

use super::LoadProblem;

/// The file.
pub(super) const OFFICE: &str = "office.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOffice {
    names: Option<RawWords>,
    logo: Option<RawLogo>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLogo {
    file: Spanned<String>,
    alternative: RawWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawWords {
    nb: Spanned<String>,
    nn: Spanned<String>,
    en: Spanned<String>,
}

/// The name of the picture that the file names; none if it names none, or cannot be read.
pub(super) fn picture(file: &FolderFile) -> Option<String> {
    let raw: RawOffice = toml::from_str(text(file).ok()?).ok()?;
    Some(raw.logo?.file.into_inner()).filter(|name| is_name(name))
}

/// What the office has decided.
///
/// # Errors
/// Everything that is wrong with it, each with its line.
pub(super) fn read(files: &[FolderFile]) -> Result<Letterhead, Vec<LoadProblem>> {
    let Some(file) = files.iter().find(|(name, _)| name == OFFICE) else { return Ok(Letterhead::default()) };
    let text = text(file).map_err(|problem| vec![problem])?;
    let mut notes = Notes::new(OFFICE, text);
    let mut letterhead = Letterhead::default();
    if let Some(raw) = notes.parse::<RawOffice>() {
        letterhead.names = raw.names.map(|names| words(&mut notes, names));
        letterhead.logo = raw.logo.and_then(|logo| {
            let alternative = words(&mut notes, logo.alternative);
            let name = logo.file.get_ref();
            let picture = files.iter().find(|(known, _)| known == name).filter(|_| is_name(name));
            if picture.is_none() {
                let message = Trilingual::made(
                    format!("«{name}» er ikke et bilde rett i mappen. Skriv navnet på en fil som ligger der."),
                    format!("«{name}» er ikkje eit bilete rett i mappa. Skriv namnet på ei fil som ligg der."),
                    format!("“{name}” is no picture in the folder itself. Write the name of a file that is there."),
                );
                notes.at(logo.file.span(), message);
            }
            picture.map(|(_, png)| LetterheadLogo { png: png.clone(), alternative })
        });
    }
    let problems = notes.into_problems();
    if problems.is_empty() { Ok(letterhead) } else { Err(problems) }
}

/// Whether it is the name of a picture in the folder itself.
fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\', ':']) && !name.starts_with('.') && !name.ends_with(".toml")
}

fn words(notes: &mut Notes<'_>, raw: RawWords) -> Trilingual {
    for text in [&raw.nb, &raw.nn, &raw.en] {
        if text.get_ref().trim().is_empty() {
            notes.at(text.span(), Trilingual::fixed("Teksten er tom.", "Teksten er tom.", "The text is empty."));
        }
    }
    let [nb, nn, en] = [raw.nb, raw.nn, raw.en].map(|text| text.into_inner().trim().to_owned().into());
    Trilingual { nb, nn, en }
}
