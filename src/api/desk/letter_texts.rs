//! Letter texts on the desk: looking at a folder of them, taking it into use, and going back to the program's own.

use std::path::PathBuf;

use serde::Deserialize;

use super::Desk;
use crate::adapter::load::FolderFile;
use crate::adapter::store::AdoptedKind;
use crate::api::adopted::{Source, Taken};
use crate::api::failure::{Exit, Failure};
use crate::api::letter_texts::{self, LetterTextsAnswer, LetterTextsCheck, TextChanges};
use crate::api::session::{Session, built_in_letter_texts};
use crate::api::spoken::say;
use crate::casework::access::Permission;
use crate::casework::audit::Digest;
use crate::casework::letter::Templates;
use crate::usecase::Problem;

/// A folder of letter texts.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LetterTextsFolder {
    pub folder: PathBuf,
}

impl Desk {
    /// What a folder of letter texts would change, and everything that is wrong with it. Nothing is taken into use.
    ///
    /// # Errors
    /// [`Exit::Locked`] while the store is locked.
    pub fn letter_texts_check(&mut self, given: &LetterTextsFolder) -> Result<LetterTextsCheck, Failure> {
        Ok(letter_texts::check(&given.folder, &self.session()?.rules.templates))
    }

    /// Takes the letter texts in a folder into use, for letters from now on: an issued letter is kept as it was sent.
    ///
    /// # Errors
    /// [`Exit::NotWellFormed`] with every fault, each with file and line; the texts that were in use stay so.
    /// [`Exit::RuleRefuses`] for a role that may not, and for a folder that changes nothing.
    pub fn letter_texts_install(&mut self, given: &LetterTextsFolder) -> Result<LetterTextsAnswer, Failure> {
        let session = self.session()?;
        session.user.require(Permission::ReplaceCatalogue).map_err(Problem::from)?;
        let (files, templates) =
            letter_texts::read(&given.folder).map_err(|problems| letter_texts::faulty(&problems))?;
        adopt(session, &files, templates)
    }

    /// Takes the program's own letter texts into use again.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] for a role that may not, and where they are in use already.
    pub fn letter_texts_reset(&mut self) -> Result<LetterTextsAnswer, Failure> {
        let session = self.session()?;
        session.user.require(Permission::ReplaceCatalogue).map_err(Problem::from)?;
        adopt(session, &[], built_in_letter_texts()?)
    }
}

/// Takes letter texts into use, whole or not at all.
fn adopt(session: &mut Session, files: &[FolderFile], templates: Templates) -> Result<LetterTextsAnswer, Failure> {
    let built_in = files.is_empty();
    let changes = TextChanges::between(&session.rules.templates, &templates);
    // What cannot be read is taken out of use, although the program's own are used already.
    if !changes.any() && !matches!(session.sources.letter_texts, Source::Unreadable(..)) {
        let message = say!(
            "Dette endrer ingenting: tekstene er de samme som dem som er i bruk.",
            "Dette endrar ingenting: tekstane er dei same som dei som er i bruk.",
            "This changes nothing: the texts are the same as those in use.",
        );
        return Err(Failure::new(Exit::RuleRefuses, "nothing-changes", message));
    }
    let at = session.clock.now();
    session.store.adopt(AdoptedKind::LetterTexts, &version(files), files, at)?;
    session.rules.templates = templates;
    let taken = Taken { at, by: session.user.name.clone() };
    session.sources.letter_texts = if built_in { Source::BuiltIn } else { Source::Own(taken) };
    Ok(LetterTextsAnswer { built_in, changes })
}

/// By what texts are known again: the beginning of a hash of all that stands in them.
fn version(files: &[FolderFile]) -> String {
    let all: Vec<u8> = files.iter().flat_map(|(name, bytes)| [name.as_bytes(), &[0], bytes, &[0]].concat()).collect();
    Digest::of(&all).to_string().chars().take(12).collect()
}
