//! Letters: composing, looking, issuing, and getting an issued one again.

use serde::Deserialize;
use ts_rs::TS;

use super::{Desk, input};
use crate::api::failure::{Exit, Failure};
use crate::api::letter::{ComposedAnswer, LetterAnswer, LetterInput};
use crate::casework::audit::Digest;
use crate::casework::channel::SendChannel;
use crate::casework::ids::ContentId;
use crate::casework::letter::LetterKind;
use crate::usecase::{IssuedFile, LetterOutput, LetterRequest};

/// The number of an issued letter.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LetterNumber {
    pub letter: String,
}

/// An issued letter with its bytes.
pub struct IssuedLetter {
    /// The letter.
    pub answer: LetterAnswer,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Desk {
    /// Composes a letter: its text, its sections, and every check of the gate.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn letter_compose(&mut self, given: &LetterInput) -> Result<ComposedAnswer, Failure> {
        let wanted = wanted(given)?;
        let composition = self.workplace()?.compose_letter(&wanted)?;
        Ok(ComposedAnswer::of(&composition, None))
    }

    /// The same, and keeps what was asked for and filled in, so that it can be issued by its identifier.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn letter_draft(&mut self, given: &LetterInput) -> Result<ComposedAnswer, Failure> {
        let wanted = wanted(given)?;
        let mut workplace = self.workplace()?;
        let composition = workplace.compose_letter(&wanted)?;
        let draft = workplace.keep_draft(&wanted)?;
        Ok(ComposedAnswer::of(&composition, Some(draft.to_string())))
    }

    /// The letter as PDF, marked as a draft on every page.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn letter_preview(&mut self, given: &LetterInput) -> Result<Vec<u8>, Failure> {
        let wanted = wanted(given)?;
        Ok(self.workplace()?.preview_letter(&wanted)?.bytes)
    }

    /// Issues a letter.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] with every check of the gate that fails; no number is used then.
    pub fn letter_issue(&mut self, given: &LetterInput) -> Result<IssuedLetter, Failure> {
        self.letter_issue_to(given, &mut |_| Ok(()))
    }

    /// Issues a letter whose bytes are kept in a file before it gets its number.
    ///
    /// # Errors
    /// As [`Self::letter_issue`], and a failure of a file that cannot be written; no number is used then either.
    pub fn letter_issue_to(&mut self, given: &LetterInput, output: LetterOutput<'_>) -> Result<IssuedLetter, Failure> {
        let wanted = wanted(given)?;
        Ok(issued(self.workplace()?.issue_letter_to(&wanted, given.if_version, output)?))
    }

    /// Issues a letter that was kept as a draft.
    ///
    /// # Errors
    /// As [`Self::letter_issue_to`], and [`Exit::NotFound`] if there is no such draft.
    pub fn letter_issue_draft(
        &mut self,
        draft: &str,
        dated_on: Option<&str>,
        output: LetterOutput<'_>,
    ) -> Result<IssuedLetter, Failure> {
        let unknown = || Failure::new(Exit::NotFound, "not-found", "Utkastet finnes ikke. Skriv brevet på nytt.");
        let id = ContentId(draft.parse().map_err(|_| unknown())?);
        let dated_on = dated_on.map(|day| input::date("dated_on", day)).transpose()?;
        let mut workplace = self.workplace()?;
        let mut wanted = workplace.draft(id)?;
        wanted.dated_on = dated_on;
        Ok(issued(workplace.issue_letter_to(&wanted, None, output)?))
    }

    /// An issued letter, byte for byte as it was, to look at. That it was looked at is logged first.
    ///
    /// # Errors
    /// [`Exit::NotFound`].
    pub fn letter_pdf(&mut self, given: &LetterNumber) -> Result<IssuedLetter, Failure> {
        let number = input::document(&given.letter)?;
        Ok(issued(self.workplace()?.issued_letter(number)?))
    }

    /// The same, to be written to a file: it is logged as having left the store.
    ///
    /// # Errors
    /// [`Exit::NotFound`].
    pub fn letter_export(&mut self, given: &LetterNumber) -> Result<IssuedLetter, Failure> {
        let number = input::document(&given.letter)?;
        Ok(issued(self.workplace()?.export_letter(number)?))
    }
}

fn issued(file: IssuedFile) -> IssuedLetter {
    let sha256 = Digest::of(&file.bytes).to_string();
    IssuedLetter { answer: LetterAnswer::of(file.number.request, &file.issued, Some(sha256), None), bytes: file.bytes }
}

fn wanted(given: &LetterInput) -> Result<LetterRequest, Failure> {
    let cases = given.cases.iter().map(|case| input::case(case)).collect::<Result<Vec<_>, _>>()?;
    if cases.is_empty() {
        return Err(Failure::new(Exit::NotWellFormed, "no-case", "Si hvilken sak brevet gjelder."));
    }
    Ok(LetterRequest {
        cases,
        kind: input::choice("kind", &given.kind, LetterKind::from_id, &LetterKind::ALL.map(LetterKind::id))?,
        fields: given.fields.clone(),
        send: given
            .send
            .as_deref()
            .map(|send| input::choice("send", send, SendChannel::from_id, &SendChannel::ALL.map(SendChannel::id)))
            .transpose()?,
        dated_on: given.dated_on.as_deref().map(|day| input::date("dated_on", day)).transpose()?,
    })
}
